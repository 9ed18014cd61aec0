"""What a campaign gave, what that costs, and what members bought by it."""

from __future__ import annotations

from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.settings import LoyaltySettings
from crm_loyalty.texts import number
from guanxi import (
    ExtensionPoint,
    Figure,
    Panel,
    PanelData,
    Tone,
    _,
    current_company,
    fetch_row,
    format_money,
    settings_of,
)

CAMPAIGN_PANELS = ExtensionPoint[Panel]("crm_loyalty.campaign_panels")
"""Panels on a campaign's form; `load` gets the campaign's id."""
_FIGURES = """
SELECT count(*) AS times, count(DISTINCT w.account_id) AS members, coalesce(sum(w.points), 0)::bigint AS points,
    coalesce(sum(e.amount - coalesce((SELECT sum(t.amount) FROM crm_loyalty_entry t
        WHERE t.reverses_id = e.id AND t.kind = 'take_back'), 0)), 0)::bigint AS ordered, coalesce(sum((
        SELECT -sum(t.points + coalesce((SELECT sum(w.points) FROM crm_loyalty_entry w
            WHERE w.reverses_id = t.id AND w.kind = 'waive'), 0))
        FROM crm_loyalty_entry t WHERE t.reverses_id = e.id AND t.kind IN ('take_back', 'debt'))), 0)::bigint AS taken,
    (SELECT currency FROM crm_loyalty_campaign WHERE id = $1) AS currency
FROM crm_loyalty_award w JOIN crm_loyalty_entry e ON e.id = w.entry_id WHERE w.campaign_id = $1
"""


async def _figures(campaign_id: int) -> PanelData:
    row = await fetch_row(_FIGURES, campaign_id)
    if row is None or not row["times"]:
        return PanelData(empty=_("It has given nothing yet."))
    href = f"/crm_loyalty/awards?campaign={campaign_id}"
    figures = [
        Figure(_("Points given"), number(row["points"]), Tone.OK, href),
        Figure(_("Members"), number(row["members"])),
    ]
    if row["taken"]:
        figures.append(Figure(_("Taken back"), number(row["taken"])))
    worth = settings_of(LoyaltySettings).worth
    if worth:
        cost = (2 * (row["points"] - row["taken"]) * worth + 1000) // 2000
        figures.append(Figure(_("What they cost"), format_money(cost, current_company().currency)))
    if row["ordered"]:
        figures.append(Figure(_("Orders with it"), format_money(row["ordered"], row["currency"])))
    return PanelData(figures=figures)


COST_AND_RETURN = Panel(name="figures", title=_("Cost and return"), access=LoyaltyPermission.OVERVIEW, load=_figures)
