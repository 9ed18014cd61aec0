"""Whom a plan would reach, on its form."""

from __future__ import annotations

from crm_care.occasions import PREVIEW_DAYS, Wish, sent_on, wishes
from crm_care.permissions import CarePermission
from crm_care.sending import plan_of
from guanxi import Figure, Kind, Panel, PanelData, Table, _, show_date, show_number

_SHOWN = 20
_MOST = 2000
"""customers that are looked through"""


async def preview(plan_id: int) -> tuple[list[Wish], bool]:
    """Those of the next days whom the user may see, the soonest first; and whether there may be more."""
    plan = await plan_of(plan_id)
    if plan is None:
        return [], False
    page = await wishes(plan, PREVIEW_DAYS, after=0, limit=_MOST)
    return sorted(page.wishes, key=lambda wish: (wish.on_day, wish.customer.id)), page.last_id is not None


async def _load(plan_id: int) -> PanelData:
    plan = await plan_of(plan_id)
    found, more = await preview(plan_id)
    if plan is None or not found:
        return PanelData(empty=_("Nobody in the next {days} days.", days=PREVIEW_DAYS))
    count = show_number(len(found))
    return PanelData(
        figures=[Figure(_("Customers"), f"{count}+" if more else count)],
        table=Table(
            columns=(_("Customer"), _("For the day"), _("Goes out on")),
            rows=[
                (each.customer.name, show_date(each.on_day), show_date(sent_on(each.on_day, plan["days_before"])))
                for each in found[:_SHOWN]
            ],
            kinds=(Kind.TEXT, Kind.DATE, Kind.DATE),
            hrefs=[f"/crm_core/customers/{each.customer.id}" for each in found[:_SHOWN]],
        ),
    )


PREVIEW = Panel(
    name="preview",
    title=_("Whom it reaches in the next {days} days", days=PREVIEW_DAYS),
    access=CarePermission.READ,
    load=_load,
)
