"""What customers see of their points. Only imported where crm_portal is there."""

from __future__ import annotations

from datetime import datetime, timedelta

from crm_loyalty import queries, services
from crm_loyalty.portal_check_in import CHECK_IN, check_in_block
from crm_loyalty.portal_rewards import CODE, REDEEM, own_vouchers, shop
from crm_loyalty.settings import LoyaltySettings
from crm_loyalty.texts import benefits_of, day, figures, movements_table, number
from crm_portal.extensions import PortalBlock, PortalCard, PortalCards, PortalLink, PortalSection
from guanxi import Kind, PanelData, Table, _, settings_of

_NOTHING = _("You have no points yet.")


async def _summary(customer_id: int) -> PanelData:
    found = await services.balances(customer_id)
    if not found:
        return PanelData(empty=_NOTHING)
    return PanelData(figures=figures(found, staff=False))


async def _blocks(customer_id: int) -> list[PortalBlock]:
    found = await services.balances(customer_id)
    daily = await check_in_block(customer_id)
    first = [daily] if daily is not None else []
    if not found:
        return [PortalBlock(None, PanelData(empty=_NOTHING)), *first]
    given = await own_vouchers(customer_id)
    statement = await services.statement(customer_id, limit=50)
    lots = await queries.expiring(customer_id, services.POINTS, limit=12)
    never = str(_("Never", "expiry"))
    expiry = Table(
        columns=(_("Valid until"), _("Points")),
        rows=[(_last_day(lot["expires_at"]) or never, number(lot["points"])) for lot in lots],
        kinds=(Kind.DATE, Kind.INTEGER),
    )
    benefits = benefits_of(found[0])
    brings = Table(columns=(_("Benefit"), _("What it is")), rows=benefits)
    return [
        PortalBlock(None, PanelData(figures=figures(found, staff=False)), _code_links()),
        *first,
        *([PortalBlock(_("Your benefits"), PanelData(table=brings))] if benefits else []),
        await shop(found),
        *([given] if given else []),
        PortalBlock(_("When your points expire"), PanelData(table=expiry if lots else None, empty=_NOTHING)),
        PortalBlock(_("Where your points came from"), PanelData(table=movements_table(statement.movements))),
    ]


def _code_links() -> tuple[PortalLink, ...]:
    if not settings_of(LoyaltySettings).code_above:
        return ()
    return (PortalLink(_("Code for the counter"), "/portal/points/0/code"),)


def _last_day(expires_at: datetime | None) -> str:
    """The last day on which points can be spent: they are over at the start of the next one."""
    return day(expires_at - timedelta(seconds=1)) if expires_at is not None else ""


POINTS_SECTION = PortalSection(
    name="points",
    title=_("Points"),
    icon="star",
    order=40,
    main=True,
    summary=_summary,
    blocks=_blocks,
    actions=(CHECK_IN, REDEEM, CODE),
)


async def _card(customer_id: int) -> PortalCard | None:
    found = await services.balances(customer_id)
    if not found or not found[0].card_number:
        return None
    return PortalCard(title=_("Member card"), number=found[0].card_number, lines=figures(found, staff=False))


MEMBER_CARD = PortalCards(name="member", load=_card)
