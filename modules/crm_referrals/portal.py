"""What customers see of their referrals. Only imported where crm_portal is there.

Names of those they recommended are covered: a code also travels to people whom its owner does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_core.services import customer_names
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink, PortalSection
from crm_referrals import codes, queries
from crm_referrals.choices import ReferralState, Why
from crm_referrals.portal_pages import CARD, may_enter
from crm_referrals.settings import ReferralSettings, least_left
from guanxi import (
    Figure,
    Kind,
    PanelData,
    Table,
    Text,
    _,
    current_company,
    settings_of,
    show_date,
    show_money,
    show_number,
)

NAME = "referrals"
_SHOWN = 50
_OUTCOMES: dict[str, Text] = {
    ReferralState.WAITING: _("Has not bought yet"),
    ReferralState.QUALIFIED: _("Has bought; points come when it is not returned"),
    ReferralState.REWARDED: _("You got points"),
    ReferralState.REFUSED: _("Does not count"),
}


def covered(name: str) -> str:
    return f"{name[:1]}**"


def _terms() -> Text:
    settings = settings_of(ReferralSettings)
    return _(
        "You get {yours} points and your friend gets {theirs}, once the first order of at least {amount} is paid and"
        " cannot be returned any more.",
        yours=show_number(settings.referrer_points),
        theirs=show_number(settings.referred_points),
        amount=show_money(least_left(), current_company().currency),
    )


async def _summary(customer_id: int) -> PanelData:
    sums = await queries.sums(customer_id)
    if not sums["referrals"]:
        return PanelData(empty=_("Recommend us, and both of you get points."))
    return PanelData(
        figures=[
            Figure(_("Recommended"), show_number(sums["referrals"])),
            Figure(_("Points for it"), show_number(sums["points"])),
        ]
    )


async def _blocks(customer_id: int) -> list[PortalBlock]:
    blocks = [await _own(customer_id), PortalBlock(_("How it works"), PanelData(empty=_terms()))]
    rows = await queries.given(customer_id, _SHOWN)
    names = await customer_names([row["referred_id"] for row in rows])
    table = Table(
        columns=(_("Customer"), _("Date"), _("What came of it"), _("Points")),
        rows=[_row(row, names[row["referred_id"]]) for row in rows],
        kinds=(Kind.TEXT, Kind.DATE, Kind.TEXT, Kind.INTEGER),
    )
    data = PanelData(table=table if rows else None, empty=_("You have not recommended anybody yet."))
    blocks.append(PortalBlock(_("Whom you recommended"), data))
    if await may_enter(customer_id):
        question = PanelData(empty=_("Did somebody recommend us to you?"))
        blocks.append(PortalBlock(None, question, (PortalLink(_("Enter a code"), codes.LANDING),)))
    return blocks


async def _own(customer_id: int) -> PortalBlock:
    code = await codes.own_code(customer_id)
    if code is None:
        link = PortalLink(_("Get my code"), f"/portal/{NAME}/0/code", primary=True)
        return PortalBlock(_("Your code"), PanelData(empty=_("Hand your own code on to friends.")), (link,))
    figures = [Figure(_("Referral code"), code)]
    if settings_of(ReferralSettings).portal:
        figures.append(Figure(_("Link"), codes.link_of(code)))
    return PortalBlock(_("Your code"), PanelData(figures=figures), (PortalLink(_("Show the QR code"), CARD),))


def _row(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    outcome = _OUTCOMES[row["state"]]
    if row["state"] == ReferralState.REWARDED and row["why"] == Why.CAP:
        outcome = Why.CAP.label
    day = show_date(row["created_at"].astimezone(current_company().zone).date())
    points = row["referrer_points"] if row["state"] == ReferralState.REWARDED else 0
    return covered(name), day, str(outcome), show_number(points)


async def _question(customer_id: int, id: int) -> Text:
    return _("Make a code of your own that you can hand on?")


async def _make(customer_id: int, id: int, written: str, revision: int) -> Text:
    await codes.ensure_code(customer_id)
    return _("This is your code. It stays the same.")


SECTION = PortalSection(
    name=NAME,
    title=_("Referrals"),
    icon="users",
    order=48,
    summary=_summary,
    blocks=_blocks,
    actions=(PortalAction(name="code", label=_("Get my code"), question=_question, run=_make),),
)
