"""Taking a change back: the button of the message that tells of it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.csrf import safe_next
from guanxi.db import transaction
from guanxi.desk.bulk import said, start_bulk
from guanxi.i18n import _
from guanxi.records.bulk import MAX_AT_ONCE
from guanxi.records.undo import find_undo, undo
from guanxi.web.flash import go_to
from guanxi.web.state import form_of
from guanxi.web.templating import render


async def undo_page(request: Request) -> Response:
    """POST `/undo/{id}`: the audit entry of one change, or of an operation on many records."""
    id = request.path_params["id"]
    found = await find_undo(id)
    back = safe_next((await form_of(request)).get("next", ""), found.resource.path)
    if len(found.changes) > MAX_AT_ONCE:
        job = await start_bulk(found.resource, "undo", list(found.changes), undone=found, key=f"undo:{id}")
        return go_to(request, f"/bulk/{job}", _("The work has started."))
    async with transaction():
        report = await undo(found)
    if report.refused:
        return render(
            request,
            "guanxi/bulk_report.html",
            resource=found.resource,
            kind="undo",
            report=report,
            said=said("undo", report.changed),
            back=back,
            undo=None,
        )
    return go_to(request, back, said("undo", report.changed))
