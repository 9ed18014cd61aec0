"""The calendar of records."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.declare.resources import Resource
from guanxi.records.query import PAGE_OPTIONS
from guanxi.views.calendar import LIMIT, calendar_by, calendar_fields, calendar_of, month_of
from guanxi.views.frame import frame_of, view_href
from guanxi.views.parts import Tab
from guanxi.web.list_pages import asked
from guanxi.web.templating import render


async def show_calendar(request: Request, resource: Resource) -> Response:
    wanted = await asked(request, resource, "calendar")
    if isinstance(wanted, Response):
        return wanted
    frame = await frame_of(resource, wanted, "calendar")
    given = dict(frame.params)
    by, start = calendar_by(resource, given.get("date", "")), month_of(given.get("month", ""))
    filters = [(name, value) for name, value in frame.params if name not in PAGE_OPTIONS]
    month = await calendar_of(resource, by, start, frame.where, filters)
    choices = [
        Tab(str(shape.field.label), frame.href([*frame.without("date"), ("date", shape.name)]), shape is by)
        for shape in calendar_fields(resource)
    ]
    return render(
        request,
        resource.templates.get("calendar", "guanxi/calendar.html"),
        resource=resource,
        frame=frame,
        month=month,
        choices=choices,
        limit=LIMIT,
        view_href=view_href,
    )
