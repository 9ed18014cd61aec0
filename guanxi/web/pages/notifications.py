"""What the current user was told."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guanxi.auth.csrf import safe_next
from guanxi.desk.notifications import mark_all_read, mark_read, notifications
from guanxi.errors import NotFound
from guanxi.i18n import _
from guanxi.records.values import ID_LIMIT, number_from
from guanxi.web.flash import go_to
from guanxi.web.state import form_of
from guanxi.web.templating import render

PATH = "/notifications"
_SIZE = 50


async def show(request: Request) -> Response:
    """GET /notifications?before=<id>"""
    given = request.query_params.get("before", "")
    before = number_from(given)
    if given and before is None:
        raise NotFound()
    found = await notifications(before=before, limit=_SIZE + 1)
    more = f"{PATH}?before={found[_SIZE - 1].id}" if len(found) > _SIZE else ""
    return render(request, "guanxi/notifications.html", told=found[:_SIZE], more=more, later=bool(given))


async def read(request: Request) -> Response:
    """POST /notifications/<id>: it is read; with `open` on to where it leads."""
    id = request.path_params["id"]
    if id > ID_LIMIT:
        raise NotFound()
    href = await mark_read(id)
    wanted = "open" in await form_of(request)
    return RedirectResponse(safe_next(href, PATH) if wanted and href else PATH, 303)


async def read_all(request: Request) -> Response:
    await mark_all_read()
    return go_to(request, PATH, _("All notifications are marked as read."))
