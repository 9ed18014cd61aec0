"""The community's tab in the portal, and what is asked before it is done. Only imported where crm_portal is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from crm_community import clubs, queries, writing
from crm_community.clubs import Visitor, visitor
from crm_community.portal_pages import CLUB, NICKNAME, TOPIC
from crm_community.texts import in_own_language
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink, PortalSection
from guanxi import Figure, Kind, NotFound, PanelData, Table, Text, _, clock, show_number

NAME = "community"
_WEEK = timedelta(days=7)


async def _summary(customer_id: int) -> PanelData:
    who = await visitor(customer_id)
    found = await queries.clubs(who)
    own = sum(row["member"] == "member" for row in found)
    if not own:
        return PanelData(empty=_("Clubs that you can join: {count}.", count=show_number(len(found))))
    fresh = await queries.fresh_topics(who, clock.now() - _WEEK)
    return PanelData(
        figures=[
            Figure(_("My clubs"), show_number(own)),
            Figure(_("Topics with new posts this week"), show_number(fresh)),
        ]
    )


async def _blocks(customer_id: int) -> list[PortalBlock]:
    who = await visitor(customer_id)
    found = await queries.clubs(who)
    table = Table(
        columns=(_("Club"), _("What it is about"), _("Club members"), _("Topics")),
        rows=[_row(row) for row in found],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.INTEGER, Kind.INTEGER),
        hrefs=[f"{CLUB}/{row['id']}" for row in found],
    )
    links = [_join(who, row) for row in found]
    data = PanelData(table=table if found else None, empty=_("There is no club for you yet."))
    return [PortalBlock(_("Clubs"), data, row_links=links if any(links) else ()), _named(who)]


def _row(row: Any) -> tuple[str, ...]:
    return (
        in_own_language(row, "name"),
        in_own_language(row, "about"),
        show_number(row["members"]),
        show_number(row["topics"]),
    )


def _join(who: Visitor, row: Any) -> PortalLink | None:
    if row["member"] == "member" or who.profile_id is None:
        return None
    return PortalLink(JOIN.label, f"/portal/{NAME}/{row['id']}/join")


def _named(who: Visitor) -> PortalBlock:
    if who.profile_id is None:
        data = PanelData(empty=_("Others see the name that you choose, never your own. Choose one to join clubs."))
        return PortalBlock(_("My name here"), data, (PortalLink(_("Choose a name"), NICKNAME, primary=True),))
    data = PanelData(figures=[Figure(_("Name"), who.nickname)])
    return PortalBlock(_("My name here"), data, (PortalLink(_("Change my name here"), NICKNAME),))


async def _club_name(customer_id: int, club_id: int) -> str:
    club = await queries.club(await visitor(customer_id), club_id)
    if club is None:
        raise NotFound()
    return in_own_language(club, "name")


async def _ask_join(customer_id: int, club_id: int) -> Text:
    return _("Join the club {name}?", name=await _club_name(customer_id, club_id))


async def _do_join(customer_id: int, club_id: int, written: str, revision: int) -> Text:
    await clubs.join(customer_id, club_id)
    return _("Welcome to the club.")


async def _ask_leave(customer_id: int, club_id: int) -> Text:
    return _("Leave the club {name}? What you wrote stays.", name=await _club_name(customer_id, club_id))


async def _do_leave(customer_id: int, club_id: int, written: str, revision: int) -> Text:
    await _club_name(customer_id, club_id)
    await clubs.leave(customer_id, club_id)
    return _("You have left the club.")


async def _to_club(customer_id: int, club_id: int) -> str:
    return f"{CLUB}/{club_id}"


async def _to_topic(customer_id: int, post_id: int) -> str:
    """Raises NotFound for a post that the customer does not see."""
    place = await queries.place(post_id)
    who = await visitor(customer_id)
    if place is None or await queries.topic(who, place["id"]) is None or not await queries.club(who, place["club_id"]):
        raise NotFound()
    return f"{TOPIC}/{place['id']}"


async def _ask_withdraw(customer_id: int, post_id: int) -> Text:
    await _to_topic(customer_id, post_id)
    return _("Withdraw what you wrote? Others do not see it any more.")


async def _do_withdraw(customer_id: int, post_id: int, written: str, revision: int) -> Text:
    await writing.withdraw(await visitor(customer_id), post_id)
    return _("Withdrawn.")


async def _ask_report(customer_id: int, post_id: int) -> Text:
    await _to_topic(customer_id, post_id)
    return _("Tell us about this post? We look at it; others do not learn who told us.")


async def _do_report(customer_id: int, post_id: int, written: str, revision: int) -> Text:
    await _to_topic(customer_id, post_id)
    await writing.report(await visitor(customer_id), post_id, written)
    return _("Thank you. We look at it.")


JOIN = PortalAction(name="join", label=_("Join"), question=_ask_join, run=_do_join, then=_to_club)
_LEAVE = PortalAction(name="leave", label=_("Leave the club"), question=_ask_leave, run=_do_leave, then=_to_club)
_WITHDRAW = PortalAction(name="withdraw", label=_("Withdraw"), question=_ask_withdraw, run=_do_withdraw, then=_to_topic)
_REPORT = PortalAction(
    name="report",
    label=_("Report"),
    question=_ask_report,
    run=_do_report,
    then=_to_topic,
    asks=_("What is wrong with it"),
)
SECTION = PortalSection(
    name=NAME,
    title=_("Community"),
    icon="chat",
    order=52,
    pages=(CLUB, TOPIC, NICKNAME),
    summary=_summary,
    blocks=_blocks,
    actions=(JOIN, _LEAVE, _WITHDRAW, _REPORT),
)
