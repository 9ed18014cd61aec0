"""Clubs, topics and the own name, as customers see and write them. Only imported where crm_portal is there."""

from __future__ import annotations

import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_community import nicknames, queries, writing
from crm_community.clubs import Visitor, visitor
from crm_community.texts import in_own_language
from crm_portal.permissions import PORTAL
from crm_portal.services import portal_tabs, signed_in_customer
from guanxi import Conflict, InvalidInput, NotFound, Page, Text, _, form_of, go_to, limit, read_id, render

CLUB, TOPIC = "/portal/crm_community/club", "/portal/crm_community/topic"
NICKNAME = "/portal/crm_community/name"
WRITES_PER_MINUTE = 6
_MOST_PAGES = 1000
_LARGEST_ID = 2**63 - 1
_LONGEST_KEY = 40


async def _visitor() -> Visitor:
    return await visitor((await signed_in_customer()).id)


def _page(request: Request, template: str, who: Visitor, status: int = 200, **data: Any) -> Response:
    return render(request, f"crm_community/{template}.html", status=status, tabs=portal_tabs(), who=who, **data)


def _number(request: Request) -> int:
    """Which page of a list, from 0."""
    return min(read_id(request.query_params.get("page", "")) or 0, _MOST_PAGES)


async def _club_of(who: Visitor, club_id: int) -> Any:
    club = await queries.club(who, club_id) if club_id <= _LARGEST_ID else None
    if club is None:
        raise NotFound()
    return club


async def _club(request: Request) -> Response:
    """Its topics; POST opens one."""
    who = await _visitor()
    club = await _club_of(who, request.path_params["id"])
    form: dict[str, str] = {}
    errors: dict[str, Text] = {}
    error, status = None, 200
    if request.method == "POST":
        await limit(f"community:{who.customer_id}", WRITES_PER_MINUTE)
        form = dict(await form_of(request))
        try:
            id = await writing.open_topic(who, club["id"], form.get("title", ""), form.get("text", ""), _key(form))
            where = f"{TOPIC}/{id}" if id is not None else f"{CLUB}/{club['id']}"
            return go_to(request, where, _said())
        except InvalidInput as wrong:
            errors, status = wrong.fields, wrong.status
        except Conflict as conflict:
            error, status = conflict.text, conflict.status
    number = _number(request)
    rows = await queries.topics(who, club["id"], number)
    return _page(
        request,
        "club",
        who,
        status,
        club=club,
        name=in_own_language(club, "name"),
        about=in_own_language(club, "about"),
        topics=rows[: queries.TOPICS_A_PAGE],
        earlier=number + 1 if len(rows) > queries.TOPICS_A_PAGE else 0,
        number=number,
        typed=form,
        errors=errors,
        error=error,
        key=secrets.token_urlsafe(12),
        longest=(writing.LONGEST_TITLE, writing.LONGEST_TEXT),
    )


async def _topic(request: Request) -> Response:
    """What was written; POST adds to it."""
    who = await _visitor()
    id = request.path_params["id"]
    topic = await queries.topic(who, id) if id <= _LARGEST_ID else None
    if topic is None:
        raise NotFound()
    club = await _club_of(who, topic["club_id"])
    typed, error, status = "", None, 200
    if request.method == "POST":
        await limit(f"community:{who.customer_id}", WRITES_PER_MINUTE)
        form = await form_of(request)
        typed = form.get("text", "")
        try:
            await writing.reply(who, club["id"], id, typed, _key(form))
            return go_to(request, f"{TOPIC}/{id}", _said())
        except InvalidInput as wrong:
            error, status = wrong.fields["text"], wrong.status
        except Conflict as conflict:
            error, status = conflict.text, conflict.status
    number = _number(request)
    rows = await queries.posts(who, id, number)
    return _page(
        request,
        "topic",
        who,
        status,
        club=club,
        name=in_own_language(club, "name"),
        topic=topic,
        posts=rows[: queries.POSTS_A_PAGE],
        later=number + 1 if len(rows) > queries.POSTS_A_PAGE else 0,
        number=number,
        typed=typed,
        error=error,
        key=secrets.token_urlsafe(12),
        longest=writing.LONGEST_TEXT,
    )


async def _nickname(request: Request) -> Response:
    who = await _visitor()
    typed, errors, status = who.nickname, {}, 200
    if request.method == "POST":
        await limit(f"community_name:{who.customer_id}", WRITES_PER_MINUTE)
        typed = (await form_of(request)).get("nickname", "")
        try:
            await nicknames.choose(who.customer_id, typed)
            return go_to(request, "/portal/community", _("This is how others see you."))
        except InvalidInput as wrong:
            errors, status = wrong.fields, wrong.status
        except Conflict as conflict:
            errors, status = {"nickname": conflict.text}, conflict.status
    return _page(request, "name", who, status, typed=typed[:200], errors=errors, longest=nicknames.LONGEST)


def _key(form: Any) -> str:
    """Of the form that was shown: a made-up one only decides what counts as sent twice by the same customer."""
    return form.get("key", "")[:_LONGEST_KEY].replace("\0", "") or secrets.token_urlsafe(12)


def _said() -> Text:
    waits = writing.waits_for_approval()
    return _("Thank you. Others see it once we have looked at it.") if waits else _("Written.")


PAGES = (
    Page(path=f"{CLUB}/{{id:int}}", handler=_club, access=PORTAL, methods=("GET", "POST")),
    Page(path=f"{TOPIC}/{{id:int}}", handler=_topic, access=PORTAL, methods=("GET", "POST")),
    Page(path=NICKNAME, handler=_nickname, access=PORTAL, methods=("GET", "POST")),
)
