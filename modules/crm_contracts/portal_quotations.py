"""Open quotations in the portal. Each query starts from the customer's id."""

from __future__ import annotations

from crm_contracts.choices import ContractState
from crm_contracts.document import CONTRACT_LANGUAGES
from crm_contracts.models import Contract
from crm_contracts.quotation import build_quotation
from crm_contracts.quotation_answers import (
    accept,
    accept_question,
    ask,
    ask_question,
    decline,
    decline_question,
    is_offered,
    revision,
)
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink, PortalSection
from guanxi import (
    Figure,
    InvalidInput,
    NotFound,
    PanelData,
    Text,
    Tone,
    _,
    find,
    get,
    render_pdf,
    show_date,
    show_money,
    today,
    where,
)

_PATH = "/portal/quotations"


async def _open(customer_id: int) -> list[Contract]:
    offered = where.all_of(
        where.eq("customer", customer_id),
        where.eq("state", ContractState.DRAFT.value),
        where.is_null("quoted_on", False),
        where.ge("quoted_until", today()),
        where.is_null("declined_on"),
    )
    return await find(Contract, offered, order="-id", limit=100)


async def _summary(customer_id: int) -> PanelData:
    number = len(await _open(customer_id))
    if not number:
        return PanelData(empty=_("No open quotations."))
    return PanelData(figures=[Figure(_("Open quotations"), str(number))])


async def _blocks(customer_id: int) -> list[PortalBlock]:
    contracts = await _open(customer_id)
    if not contracts:
        return [PortalBlock(None, PanelData(empty=_("No open quotations.")))]
    return [_block(contract) for contract in contracts]


def _block(contract: Contract) -> PortalBlock:
    assert contract.quoted_until is not None
    figures = [Figure(_("Open through", "quotation"), show_date(contract.quoted_until))]
    if contract.total or not contract.yearly:
        figures.append(Figure(_("Total"), show_money(contract.total, contract.currency)))
    if contract.yearly:
        figures.append(Figure(_("Recurring a year"), show_money(contract.yearly, contract.currency)))
    links = [PortalLink(_("Read"), f"{_PATH}/{contract.id}.pdf?language={contract.language.value}")]
    if contract.accepted_on is None:
        links.append(PortalLink(_("Accept", "quotation"), f"{_PATH}/{contract.id}/accept", primary=True))
        links.append(PortalLink(_("Decline", "quotation"), f"{_PATH}/{contract.id}/decline"))
    else:
        figures.append(Figure(_("Accepted on", "quotation"), show_date(contract.accepted_on), Tone.OK))
    links.append(PortalLink(_("Ask a question"), f"{_PATH}/{contract.id}/ask"))
    return PortalBlock(Text(contract.title, context="title"), PanelData(figures=figures), links)


async def _document(customer_id: int, contract_id: int, language: str) -> tuple[str, bytes]:
    contract = await get(Contract, contract_id)
    if not is_offered(contract, customer_id):
        raise NotFound()
    if language not in CONTRACT_LANGUAGES:
        raise InvalidInput({"language": _("This is none of the choices.")})
    return f"{contract.id}.pdf", await render_pdf(await build_quotation(contract, language))


QUOTATIONS_SECTION = PortalSection(
    name="quotations",
    title=_("Quotations"),
    order=8,
    icon="file",
    summary=_summary,
    blocks=_blocks,
    document=_document,
    actions=(
        PortalAction(
            name="accept", label=_("Accept", "quotation"), question=accept_question, run=accept, revision=revision
        ),
        PortalAction(
            name="decline",
            label=_("Decline", "quotation"),
            question=decline_question,
            run=decline,
            revision=revision,
            asks=_("Why do you decline it?"),
        ),
        PortalAction(name="ask", label=_("Send the question"), question=ask_question, run=ask, asks=_("Your question")),
    ),
)
