"""What this add-on shows on customers' forms."""

from __future__ import annotations

from crm_loyalty import services
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.texts import figures, movements_table
from guanxi import Panel, PanelData, _


async def _points(customer_id: int) -> PanelData:
    found = await services.balances(customer_id)
    if not found:
        return PanelData(empty=_("No points yet."))
    recent = await services.statement(customer_id, limit=5)
    return PanelData(figures=figures(found, staff=True), table=movements_table(recent.movements))


POINTS_PANEL = Panel(name="points", title=_("Points"), access=LoyaltyPermission.READ, load=_points, order=60)
