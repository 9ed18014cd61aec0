"""What this add-on shows on the home page, of all members."""

from __future__ import annotations

from crm_loyalty import queries
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.texts import name_in, number
from guanxi import Card, Chart, Figure, PanelData, Series, Tone, _, clock, current_company, recent_months, show_month

_MEMBERS, _ACCOUNTS, _ENTRIES = "/crm_loyalty/members", "/crm_loyalty/accounts", "/crm_loyalty/entries"
_EARNED = f"{_ENTRIES}?kind=earn&kind=bonus&created_at="
_REDEEMED = f"{_ENTRIES}?kind=redeem&kind=reverse_redeem&created_at="


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
    """Points earned, and redeemed less what was given back, in the months they were booked: as in **Points owed**."""
    months, zone = recent_months(), current_company().zone
    rows = await queries.points_by_month(clock.day_start(months[0], zone), str(zone))
    if not rows:
        return PanelData(empty=_("No points were earned in the last months."))
    points = {(row["moved"], row["month"]): row["points"] for row in rows}
    earned, redeemed = ([points.get((moved, month), 0) for month in months] for moved in ("earned", "redeemed"))
    period = f"{months[-1]:%Y-%m}"
    return PanelData(
        figures=[
            Figure(_("Earned this month"), number(earned[-1]), Tone.OK, _EARNED + period),
            Figure(_("Redeemed this month"), number(redeemed[-1]), href=_REDEEMED + period),
        ],
        chart=Chart(
            _("Points by month"),
            [show_month(month) for month in months],
            [Series(_("Earned"), earned), Series(_("Redeemed"), redeemed)],
        ),
    )


HOME = (
    Card(
        name="points_by_month",
        title=_("Points earned and redeemed"),
        access=LoyaltyPermission.OVERVIEW,
        load=_by_month,
        href=_ENTRIES,
        order=60,
    ),
    Card(name="points", title=_("Members"), access=LoyaltyPermission.OVERVIEW, load=_members, href=_MEMBERS, order=61),
)
