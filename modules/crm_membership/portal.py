"""Customers order memberships and see theirs. Only imported where crm_portal is there."""

from __future__ import annotations

from typing import Any

from crm_loyalty.services import member_tiers
from crm_membership import queries, selling
from crm_membership.choices import MembershipState
from crm_membership.panels import COLUMNS, KINDS, cells
from crm_membership.selling import plan_name
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink, PortalSection
from crm_receivables.services import pay_addresses
from guanxi import (
    Conflict,
    Kind,
    NotFound,
    PanelData,
    Table,
    Text,
    _,
    current_locale,
    format_money,
    show_date,
    show_number,
)

NAME = "membership"
_SHOWN = 20
_NONE = _("You have no paid membership.")


async def _summary(customer_id: int) -> PanelData:
    rows = [row for row in await queries.of_customer(customer_id, _SHOWN) if row["state"] == MembershipState.ACTIVE]
    table = Table(columns=COLUMNS, rows=[cells(row) for row in rows], kinds=KINDS)
    return PanelData(table=table if rows else None, empty=_NONE)


async def _blocks(customer_id: int) -> list[PortalBlock]:
    return [await _own(customer_id), await _offered(customer_id)]


async def _own(customer_id: int) -> PortalBlock:
    rows = await queries.of_customer(customer_id, _SHOWN)
    waiting = {row["id"]: row for row in rows if row["state"] == MembershipState.WAITING and row["outstanding"]}
    addresses = await pay_addresses({row["invoice_id"]: row["currency"] for row in waiting.values()})
    table = Table(
        columns=(*COLUMNS, _("Invoice")),
        rows=[(*cells(row), row["number"]) for row in rows],
        kinds=(*KINDS, Kind.TEXT),
        hrefs=[f"/portal/due/{row['invoice_id']}.pdf" for row in rows],
    )
    links = [_pay(addresses.get(row["invoice_id"])) if row["id"] in waiting else None for row in rows]
    data = PanelData(table=table if rows else None, empty=_NONE)
    return PortalBlock(_("Your memberships"), data, row_links=links if any(links) else ())


def _pay(address: str | None) -> PortalLink | None:
    return PortalLink(_("Pay now"), address, primary=True) if address else None


async def _offered(customer_id: int) -> PortalBlock:
    rows = await queries.on_sale()
    tiers = await member_tiers(customer_id)
    earned = -1 if tiers is None else tiers.earned
    table = Table(
        columns=(_("Membership"), _("Tier"), _("Months", "membership"), _("Price")),
        rows=[_offer(row) for row in rows],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.INTEGER, Kind.MONEY),
    )
    links = [
        PortalLink(ORDER.label, f"/portal/{NAME}/{row['id']}/order") if row["threshold"] > earned else None
        for row in rows
    ]
    data = PanelData(table=table if rows else None, empty=_("No membership is offered at present."))
    return PortalBlock(_("What you can buy"), data, row_links=links)


def _offer(row: Any) -> tuple[str, ...]:
    tier = row["tier_zh"] if current_locale() == "zh_CN" and row["tier_zh"] else row["tier_name"]
    return (
        plan_name(row, current_locale()),
        tier,
        show_number(row["months"]),
        format_money(row["price"], row["currency"]),
    )


async def _plan(plan_id: int) -> Any:
    found = next((row for row in await queries.on_sale() if row["id"] == plan_id), None)
    if found is None:
        raise NotFound()
    return found


async def _question(customer_id: int, plan_id: int) -> Text:
    plan = await _plan(plan_id)
    return _(
        "Order {name} for {price}? You get an invoice; the membership begins when it is paid.",
        name=plan_name(plan, current_locale()),
        price=format_money(plan["price"], plan["currency"]),
    )


async def _revision(customer_id: int, plan_id: int) -> int:
    revision: int = (await _plan(plan_id))["revision"]
    return revision


async def _order(customer_id: int, plan_id: int, written: str, revision: int) -> Text:
    if revision != await _revision(customer_id, plan_id):
        raise Conflict(_("This offer has changed in the meantime. Please look at it again."))
    made = await selling.order(customer_id, plan_id, portal=True)
    return _(
        "Ordered. It begins when invoice {number} is paid, by {day}.",
        number=made.invoice_number,
        day=show_date(made.pay_by),
    )


ORDER = PortalAction(name="order", label=_("Order", "membership"), question=_question, run=_order, revision=_revision)
SECTION = PortalSection(
    name=NAME, title=_("Membership"), icon="shield", order=42, summary=_summary, blocks=_blocks, actions=(ORDER,)
)
