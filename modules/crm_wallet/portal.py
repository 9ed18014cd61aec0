"""What customers see of their stored value. Only imported where crm_portal is there."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable

from crm_portal.extensions import PortalAction, PortalBlock, PortalLink, PortalSection
from crm_wallet import services
from crm_wallet.errors import CardNotUsable, NoSuchCard
from crm_wallet.texts import figures, movements_table
from guanxi import Conflict, NotFound, PanelData, Text, _, show_money

_NOTHING = _("You have no stored value yet.")
Invoices = Callable[[int], Awaitable[PortalBlock | None]]


async def _summary(customer_id: int) -> PanelData:
    return PanelData(figures=figures(await services.balances(customer_id), staff=False), empty=_NOTHING)


async def _question(customer_id: int, id: int) -> Text:
    if id != customer_id:
        raise NotFound()
    return _("Enter the code of your gift card; where it has a PIN, write it after the code, with a space between.")


async def _redeem(customer_id: int, id: int, written: str, revision: int) -> Text:
    """A wrong code is said above the question. What was redeemed once is not redeemed again."""
    if id != customer_id:
        raise NotFound()
    code, _space, pin = written.strip().rpartition(" ")
    if not code:
        code, pin = pin, ""
    try:
        card = await services.find_card(code[:60], pin[:20], caller=f"portal:{customer_id}")
    except NoSuchCard:
        try:
            card = await services.find_card(written[:60], caller=f"portal:{customer_id}")
        except NoSuchCard as error:
            raise Conflict(error.text) from error
    if not card.usable:
        raise CardNotUsable(detail="")
    booked = await services.redeem_card(card.card_id, customer_id, f"portal:{uuid.uuid4()}", reason=card.number)
    return _("{amount} was added to your stored value.", amount=show_money(booked.principal, booked.currency))


REDEEM = PortalAction(
    name="redeem",
    label=_("Redeem a gift card"),
    question=_question,
    run=_redeem,
    asks=_("Code of the gift card"),
)


def make_section(invoices: Invoices | None = None, actions: tuple[PortalAction, ...] = ()) -> PortalSection:
    """`invoices` adds a block of what can be paid, where there are invoices."""

    async def blocks(customer_id: int) -> list[PortalBlock]:
        link = PortalLink(REDEEM.label, f"/portal/wallet/{customer_id}/redeem")
        balances = await services.balances(customer_id)
        found = [PortalBlock(None, PanelData(figures=figures(balances, staff=False), empty=_NOTHING), links=(link,))]
        payable = await invoices(customer_id) if invoices is not None and balances else None
        if payable is not None:
            found.append(payable)
        if balances:
            table = movements_table(await services.movements(customer_id))
            found.append(PortalBlock(_("What came and went"), PanelData(table=table)))
        return found

    return PortalSection(
        name="wallet",
        title=_("Stored value"),
        icon="money",
        order=45,
        summary=_summary,
        blocks=blocks,
        actions=(REDEEM, *actions),
    )
