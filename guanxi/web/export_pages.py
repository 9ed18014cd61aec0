"""Files of what a list shows."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from guanxi import clock
from guanxi.declare.resources import Resource
from guanxi.records.csv_out import csv_chunks
from guanxi.views.exports import export
from guanxi.web.list_pages import params_of


async def send_export(request: Request, resource: Resource) -> Response:
    rows = await export(resource, params_of(request))
    name = f"{resource.name}-{clock.now():%Y%m%d-%H%M}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(csv_chunks(rows), media_type="text/csv; charset=utf-8", headers=headers)
