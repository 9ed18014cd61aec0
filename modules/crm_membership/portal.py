"""Customers order memberships and see theirs. Only imported where crm_portal is there."""

from __future__ import annotations

from typing import Any

from crm_loyalty.services import TierInfo, member_tiers
from crm_membership import queries, selling
from crm_membership.choices import MembershipState
from crm_membership.panels import COLUMNS, KINDS, cells
from crm_membership.selling import plan_name
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink, PortalSection
from crm_receivables.services import invoice_balances, pay_addresses
from guanxi import (
    Kind,
    NotFound,
    PanelData,
    Table,
    Text,
    _,
    current_locale,
    format_money,
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
    invoices = await invoice_balances([row["invoice_id"] for row in rows])
    addresses = await pay_addresses({id: each.currency for id, each in invoices.items() if each.is_open})
    table = Table(
        columns=(*COLUMNS, _("Invoice")),
        rows=[(*cells(row), invoices[row["invoice_id"]].number or "") for row in rows],
        kinds=(*KINDS, Kind.TEXT),
        hrefs=[f"/portal/due/{row['invoice_id']}.pdf" for row in rows],
    )
    links = [_pay(addresses.get(row["invoice_id"])) for row in rows]
    data = PanelData(table=table if rows else None, empty=_NONE)
    return PortalBlock(_("Your memberships"), data, row_links=links if any(links) else ())


def _pay(address: str | None) -> PortalLink | None:
    return PortalLink(_("Pay now"), address, primary=True) if address else None


async def _offered(customer_id: int) -> PortalBlock:
    found, tiers = await queries.on_sale(), await member_tiers(customer_id)
    earned = -1 if tiers is None else tiers.earned
    table = Table(
        columns=(_("Membership"), _("Tier"), _("Months", "membership"), _("Price")),
        rows=[_offer(plan, tier, earned) for plan, tier in found],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.INTEGER, Kind.MONEY),
    )
    links = [
        PortalLink(ORDER.label, f"/portal/{NAME}/{plan['id']}/order") if tier.threshold > earned else None
        for plan, tier in found
    ]
    data = PanelData(table=table if found else None, empty=_("No membership is offered at present."))
    return PortalBlock(_("What you can buy"), data, row_links=links)


def _offer(plan: Any, tier: TierInfo, earned: int) -> tuple[str, ...]:
    tier_name = tier.name_zh if current_locale() == "zh_CN" and tier.name_zh else tier.name
    if tier.threshold <= earned:
        tier_name = str(_("{tier} (yours already)", tier=tier_name))
    price = format_money(plan["price"], plan["currency"])
    return plan_name(plan, current_locale()), tier_name, show_number(plan["months"]), price


async def _plan(plan_id: int) -> Any:
    found = next((plan for plan, _tier in await queries.on_sale() if plan["id"] == plan_id), None)
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
    made = await selling.order(customer_id, plan_id, portal=True, revision=revision)
    return selling.said(made)


ORDER = PortalAction(name="order", label=_("Order", "membership"), question=_question, run=_order, revision=_revision)
SECTION = PortalSection(
    name=NAME, title=_("Membership"), icon="shield", order=42, summary=_summary, blocks=_blocks, actions=(ORDER,)
)
