"""The command palette: a page of its own, and what the dialog on every page asks."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from guanxi.auth.limits import limit
from guanxi.context import current_actor, current_company
from guanxi.web.commands import LONGEST, Command, commands, matching, records
from guanxi.web.templating import render

PER_MINUTE = 300
_CONTROLS = 30
"""of the page that asks, and how much of the name of each is looked at"""
_NAME = 80
_SCRIPTED = ("theme", "keys")
"""what only a script does"""


def _query(request: Request) -> str:
    return request.query_params.get("q", "").replace("\x00", "").strip()[:LONGEST]


async def show(request: Request) -> Response:
    """GET /palette?q=: for browsers without scripts, and to link to."""
    query, company = _query(request), current_company()
    found = [command for command in matching(query, commands(company)) if command.press not in _SCRIPTED]
    return render(request, "guanxi/palette.html", query=query, found=[*found, *await records(company, query)])


async def answer(request: Request) -> Response:
    """GET /palette.json?q=&here=Save&here=…: `here` names the controls of the page that have a key of their own."""
    await limit(f"palette:{current_actor().id}", PER_MINUTE)
    query, company = _query(request), current_company()
    names = [name.strip()[:_NAME] for name in request.query_params.getlist("here")[:_CONTROLS]]
    here = [Command("here", "check", (name,), place=place) for place, name in enumerate(names)]
    found = [*matching(query, [*here, *commands(company)]), *await records(company, query)]
    return JSONResponse([_shown(command) for command in found], headers={"Cache-Control": "no-store"})


def _shown(command: Command) -> dict[str, Any]:
    shown: dict[str, Any] = {"label": command.label, "icon": command.icon, "keys": command.keys}
    if command.kind == "here":
        return {**shown, "here": command.place}
    return {**shown, "press": command.press} if command.press else {**shown, "href": command.href}
