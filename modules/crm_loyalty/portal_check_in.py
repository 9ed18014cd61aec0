"""The daily check-in in the portal. Only imported where crm_portal is there."""

from __future__ import annotations

from crm_loyalty import check_ins
from crm_loyalty.campaign_choices import Trigger
from crm_loyalty.standing import running
from crm_loyalty.texts import number
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink
from guanxi import Figure, NotFound, PanelData, Text, _, today


async def check_in_block(customer_id: int) -> PortalBlock | None:
    """None where no campaign gives points for it today."""
    if not await _on_today():
        return None
    streak = await check_ins.streak_of(customer_id)
    figures = [Figure(_("Days in a row"), number(streak))]
    if await check_ins.checked_in_today(customer_id):
        return PortalBlock(_("Daily check-in"), PanelData(figures=figures, empty=_("You were here today.")))
    link = PortalLink(_("Check in"), f"/portal/points/{customer_id}/check-in", primary=True)
    return PortalBlock(_("Daily check-in"), PanelData(figures=figures), (link,))


async def _on_today() -> bool:
    day = today()
    return any(
        (each.valid_from is None or each.valid_from <= day) and (each.valid_until is None or day <= each.valid_until)
        for each in await running(Trigger.CHECK_IN)
    )


async def _question(customer_id: int, id: int) -> Text:
    if id != customer_id or not await _on_today():
        raise NotFound()
    return _("Check in for today?")


async def _run(customer_id: int, id: int, written: str, revision: int) -> Text:
    await _question(customer_id, id)
    done = await check_ins.check_in(customer_id)
    if not done.fresh:
        return _("You were here today.")
    return _("{points} points for today. Days in a row: {days}.", points=number(done.points), days=done.streak)


CHECK_IN = PortalAction(name="check-in", label=_("Check in"), question=_question, run=_run)
