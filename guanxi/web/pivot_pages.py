"""The pivot of a list, and its tables as a CSV file."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.limits import limit
from guanxi.context import current_actor
from guanxi.declare.resources import Resource
from guanxi.i18n import _
from guanxi.records.csv_out import write_csv
from guanxi.views.frame import frame_of, view_href
from guanxi.views.pivot import Pivot, asked_of, pivot_of
from guanxi.views.pivot_table import MOST_COLUMNS, MOST_ROWS, PivotRow
from guanxi.web.downloads import attachment
from guanxi.web.list_pages import asked
from guanxi.web.templating import render

PER_MINUTE = 30


async def show_pivot(request: Request, resource: Resource) -> Response:
    wanted = await asked(request, resource, "pivot")
    if isinstance(wanted, Response):
        return wanted
    asked_of(resource, wanted)
    frame = await frame_of(resource, wanted, "pivot")
    pivot = await pivot_of(frame)
    frame.ignored += pivot.ignored
    template = resource.templates.get("pivot", "guanxi/pivot.html")
    return render(
        request,
        template,
        resource=resource,
        frame=frame,
        pivot=pivot,
        view_href=view_href,
        most_rows=MOST_ROWS,
        most_columns=MOST_COLUMNS,
    )


async def download_pivot(request: Request, resource: Resource) -> Response:
    wanted = await asked(request, resource, "pivot")
    if isinstance(wanted, Response):
        return wanted
    await limit(f"export:{current_actor().id}", PER_MINUTE)
    pivot = await pivot_of(await frame_of(resource, wanted, "pivot"))
    headers = {
        "Content-Disposition": attachment(f"{resource.name}-pivot.csv"),
        "Cache-Control": "no-store",
    }
    return Response(write_csv(_lines(pivot)), headers=headers, media_type="text/csv; charset=utf-8")


def _lines(pivot: Pivot) -> Iterator[list[str]]:
    """The tables below each other, a column for the currency where there is one."""
    for table in pivot.tables:
        money = table.currency is not None
        total = str(_("Total", "sum"))
        yield [*([str(_("Currency"))] if money else []), str(table.corner), *(h.label for h in table.columns), total]
        for row in (*table.rows, table.totals):
            yield [*([table.currency or ""] if money else []), *_line(row)]


def _line(row: PivotRow) -> list[str]:
    return [row.head.label, *(cell.plain for cell in row.cells), row.total.plain]
