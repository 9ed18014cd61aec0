"""The page of points that are owed."""

from __future__ import annotations

from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from crm_loyalty import queries
from crm_loyalty.liability import Liability, liability
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.services import POINTS
from crm_loyalty.texts import name_in, number
from guanxi import (
    Call,
    Endpoint,
    Field,
    Figure,
    Kind,
    Page,
    PanelData,
    Table,
    Text,
    _,
    format_money,
    render,
    show_year_month,
)


class Part(NamedTuple):
    title: Text
    data: PanelData


async def _page(request: Request) -> Response:
    types = await queries.point_types()
    found = await liability(request.query_params.get("type") or POINTS)
    parts = [Part(_("Points owed"), _figures(found)), Part(_("Month by month"), _months(found))]
    tabs = [(row["code"], name_in(row["name"], row["name_zh"])) for row in types]
    return render(request, "crm_loyalty/liability.html", found=found, parts=parts, tabs=tabs)


def _figures(found: Liability) -> PanelData:
    figures = [
        Figure(_("Points owed"), number(found.outstanding)),
        Figure(_("Expected to expire"), number(found.breakage)),
        Figure(_("Expected to be redeemed"), number(found.expected)),
    ]
    if found.value is not None:
        figures.append(Figure(_("What they cost"), format_money(found.value, found.currency)))
    return PanelData(figures=figures)


def _months(found: Liability) -> PanelData:
    rows = [
        (show_year_month(month.first), *map(number, _amounts(month)))
        for month in reversed(found.months)
        if any(_amounts(month))
    ]
    columns = (
        *(
            _("Month", "period"),
            _("Opening", "points"),
            _("Earned"),
            _("Granted", "points"),
            _("Redeemed"),
            _("Expired"),
        ),
        *(_("Taken back"), _("Closing", "points")),
    )
    table = Table(columns=columns, rows=rows, kinds=(Kind.TEXT, *(Kind.INTEGER,) * 7))
    return PanelData(table=table if rows else None, empty=_("No points yet."))


def _amounts(month: Any) -> tuple[int, ...]:
    return (month.opening, month.earned, month.granted, month.redeemed, month.expired, month.taken, month.closing)


async def _endpoint(call: Call[Any]) -> Liability:
    return await liability(call.query["type"] or POINTS)


LIABILITY_PAGE = Page(path="/crm_loyalty/liability", handler=_page, access=LoyaltyPermission.OVERVIEW)
ENDPOINT = Endpoint(
    path="/liability",
    method="GET",
    handler=_endpoint,
    access=LoyaltyPermission.OVERVIEW,
    summary=_("Points owed, month by month, and what they are expected to cost"),
    output=Liability,
    query=(Field("type", _("Type of points"), kind=Kind.TEXT, required=False, max_length=30),),
)
