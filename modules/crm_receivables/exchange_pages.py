"""The page of exchange differences as of a day, and the same for the API."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_receivables.closing import last_month_end
from crm_receivables.exchange import ExchangeReport, exchange_report
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Call, Endpoint, Field, Kind, Page, _, read_day, render

SUMMED = ("value", "historic", "valuation", "realized", "unrealized")


async def _page(request: Request) -> Response:
    found = await exchange_report(read_day(request.query_params.get("as_of"), last_month_end(), "as_of"))
    sums = {name: sum(getattr(row, name) for row in found.rows) for name in SUMMED}
    return render(request, "crm_receivables/exchange.html", found=found, sums=sums)


async def _endpoint(call: Call[Any]) -> ExchangeReport:
    return await exchange_report(call.query["as_of"] or last_month_end())


EXCHANGE_PAGE = Page(path="/crm_receivables/exchange", handler=_page, access=ReceivablesPermission.JOURNAL)
ENDPOINT = Endpoint(
    path="/exchange",
    method="GET",
    handler=_endpoint,
    access=ReceivablesPermission.JOURNAL,
    summary=_("Exchange differences of foreign currencies, as of any day"),
    output=ExchangeReport,
    query=(Field("as_of", _("As of"), kind=Kind.DATE, required=False),),
)
