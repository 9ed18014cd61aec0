"""What this add-on shows on the home page, of all members."""

from __future__ import annotations

from crm_loyalty import queries
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.texts import name_in, number
from guanxi import Card, Chart, Figure, PanelData, Series, Tone, _, clock, current_company, recent_months, show_month

_MEMBERS, _ACCOUNTS, _ENTRIES = "/crm_loyalty/members", "/crm_loyalty/accounts", "/crm_loyalty/entries"
_GRANTED = f"{_ENTRIES}?kind=earn&kind=bonus"


async def _members() -> PanelData:
    rows = await queries.totals_by_tier()
    if not rows:
        return PanelData(empty=_("No points yet."))
    points, held, debt, members = [sum(row[name] for row in rows) for name in ("points", "held", "debt", "accounts")]
    shown = [
        Figure(_("Points"), number(points), href=_ACCOUNTS),
        Figure(_("Members"), number(members), href=_MEMBERS),
    ]
    if held:
        shown.append(Figure(_("Held"), number(held), Tone.INFO, f"{_ACCOUNTS}?held.gt=0"))
    if debt:
        shown.append(Figure(_("Owed points"), number(debt), Tone.BAD, f"{_ACCOUNTS}?debt.gt=0"))
    return PanelData(
        figures=shown,
        chart=Chart(
            _("Members by tier"),
            [name_in(row["name"], row["name_zh"]) if row["tier_id"] else str(_("No tier")) for row in rows],
            [Series(_("Members"), [row["accounts"] for row in rows])],
            "shares",
            hrefs=[
                f"{_MEMBERS}?tier={row['tier_id']}" if row["tier_id"] else f"{_MEMBERS}?tier.null=1" for row in rows
            ],
        ),
    )


async def _by_month() -> PanelData:
    """Points granted for purchases and redeemed, in each of the last months."""
    months, zone = recent_months(), current_company().zone
    rows = await queries.points_by_month(clock.day_start(months[0], zone), str(zone))
    if not rows:
        return PanelData(empty=_("No points were granted in the last months."))
    points = {(row["kind"], row["month"]): row["points"] for row in rows}
    period = f"{months[-1]:%Y-%m}"
    earned, bonus, redeemed = (
        [points.get((kind, month), 0) for month in months] for kind in ("earn", "bonus", "redeem")
    )
    granted = [sum(both) for both in zip(earned, bonus, strict=True)]
    return PanelData(
        figures=[
            Figure(_("Granted this month"), number(granted[-1]), Tone.OK, f"{_GRANTED}&at={period}"),
            Figure(_("Redeemed this month"), number(redeemed[-1]), href=f"{_ENTRIES}?kind=redeem&at={period}"),
        ],
        chart=Chart(
            _("Points by month"),
            [show_month(month) for month in months],
            [Series(_("Granted", "points"), list(granted)), Series(_("Redeemed"), list(redeemed))],
        ),
    )


HOME = (
    Card(
        name="points_by_month",
        title=_("Points granted and redeemed"),
        access=LoyaltyPermission.OVERVIEW,
        load=_by_month,
        href=_ENTRIES,
        order=60,
    ),
    Card(name="points", title=_("Members"), access=LoyaltyPermission.OVERVIEW, load=_members, href=_MEMBERS, order=61),
)
