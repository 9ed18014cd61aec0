"""What customers see of their contracts. Each query starts from the customer's id."""

from __future__ import annotations

from crm_contracts.choices import DeliveryStatus
from crm_contracts.document import CONTRACT_LANGUAGES
from crm_contracts.keeping import contract_pdf
from crm_contracts.models import Contract
from crm_contracts.states import AGREED, RUNNING, TO_SIGN, values
from crm_portal.extensions import PortalBlock, PortalSection
from guanxi import (
    Figure,
    InvalidInput,
    Kind,
    NotFound,
    PanelData,
    Table,
    _,
    find,
    format_money,
    get,
    show_date,
    where,
)

_SHOWN = TO_SIGN | AGREED


def _of(customer_id: int) -> where.Condition:
    """Drafts, what is in review and void contracts are no business of the customer's."""
    return where.all_of(where.eq("customer", customer_id), where.in_("state", values(_SHOWN)))


async def _summary(customer_id: int) -> PanelData:
    contracts = await find(Contract, _of(customer_id), limit=1000)
    in_force = sum(contract.state in RUNNING for contract in contracts)
    to_sign = sum(contract.state in TO_SIGN for contract in contracts)
    if not contracts:
        return PanelData(empty=_("No contracts yet."))
    return PanelData(figures=[Figure(_("In force"), str(in_force)), Figure(_("To sign"), str(to_sign))])


async def _blocks(customer_id: int) -> list[PortalBlock]:
    contracts = await find(Contract, _of(customer_id), order="-id", limit=200)
    if not contracts:
        return [PortalBlock(None, PanelData(empty=_("No contracts yet.")))]
    table = Table(
        columns=(_("Number"), _("Title"), _("State"), _("Total"), _("Starts on"), _("Ends on"), _("Delivery")),
        rows=[
            (
                item.number or "",
                item.title,
                str(item.state.label),
                format_money(item.total, item.currency),
                show_date(item.starts_on) if item.starts_on else "",
                show_date(item.ends_on) if item.ends_on else "",
                "" if item.delivery is DeliveryStatus.NONE else str(item.delivery.label),
            )
            for item in contracts
        ],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.MONEY, Kind.DATE, Kind.DATE, Kind.TEXT),
        hrefs=[f"/portal/contracts/{item.id}.pdf?language={item.language.value}" for item in contracts],
    )
    return [PortalBlock(None, PanelData(table=table))]


async def _document(customer_id: int, contract_id: int, language: str) -> tuple[str, bytes]:
    contract = await get(Contract, contract_id)
    if contract.customer_id != customer_id or contract.state not in _SHOWN:
        raise NotFound()
    if language not in CONTRACT_LANGUAGES:
        raise InvalidInput({"language": _("This is none of the choices.")})
    return f"{contract.number}.pdf", await contract_pdf(contract, language)


CONTRACTS_SECTION = PortalSection(
    name="contracts",
    title=_("Contracts"),
    order=10,
    main=True,
    summary=_summary,
    blocks=_blocks,
    document=_document,
)
