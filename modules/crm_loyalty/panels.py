"""What this add-on shows on customers' forms and on the home page."""

from __future__ import annotations

from crm_loyalty import queries, services
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.texts import figures, movements_table, number
from guanxi import Card, Figure, Panel, PanelData, Tone, _


async def _points(customer_id: int) -> PanelData:
    balance = await services.balance(customer_id)
    if balance.account_id is None:
        return PanelData(empty=_("No points yet."))
    recent = await services.statement(customer_id, limit=5)
    return PanelData(figures=figures(balance, staff=True), table=movements_table(recent.movements))


async def _outstanding() -> PanelData:
    totals = await queries.totals()
    if not totals["accounts"]:
        return PanelData(empty=_("No points yet."))
    shown = [
        Figure(_("Points"), number(totals["points"]), href="/crm_loyalty/accounts"),
        Figure(_("Members"), number(totals["accounts"]), href="/crm_loyalty/accounts"),
    ]
    if totals["held"]:
        shown.append(Figure(_("Held"), number(totals["held"]), Tone.INFO, "/crm_loyalty/holds?state=open"))
    if totals["debt"]:
        shown.append(Figure(_("Owed points"), number(totals["debt"]), Tone.BAD))
    return PanelData(figures=shown)


POINTS_PANEL = Panel(name="points", title=_("Points"), access=LoyaltyPermission.READ, load=_points, order=60)
OUTSTANDING_CARD = Card(
    name="points",
    title=_("Points outstanding"),
    access=LoyaltyPermission.OVERVIEW,
    load=_outstanding,
    href="/crm_loyalty/accounts",
    order=60,
)
