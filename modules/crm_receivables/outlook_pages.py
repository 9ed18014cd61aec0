"""The outlook page: the cash calendar, how long customers take, and what is owed to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from crm_receivables.outlook import WEEKS, ReceivablesOutlook, receivables_outlook
from crm_receivables.permissions import ReceivablesPermission
from guanxi import (
    Call,
    Chart,
    Endpoint,
    Field,
    Figure,
    Kind,
    Page,
    PanelData,
    Series,
    Table,
    Text,
    Tone,
    _,
    current_company,
    format_money,
    read_day,
    render,
    show_date,
    show_number,
    today,
)


class Part(NamedTuple):
    title: Text
    data: PanelData


async def _page(request: Request) -> Response:
    params = request.query_params
    found = await receivables_outlook(read_day(params.get("as_of"), today(), "as_of"))
    codes = sorted({row.currency for rows in (found.weeks, found.collection, found.prepaid) for row in rows})
    given = params.get("currency", current_company().currency)
    drawn = given if given in codes or not codes else codes[0]
    parts = [
        Part(_("Cash calendar"), _calendar(found, drawn)),
        Part(_("Collection", "figures"), _collection(found, drawn)),
        Part(_("Owed to customers"), _prepaid(found)),
    ]
    return render(
        request, "crm_receivables/outlook.html", found=found, parts=parts, codes=codes, drawn=drawn, today=today()
    )


def _calendar(found: ReceivablesOutlook, currency: str) -> PanelData:
    rows = {row.week: row for row in found.weeks if row.currency == currency}
    if not rows:
        return PanelData(empty=_("Nothing is owed"))
    first = found.as_of - timedelta(days=found.as_of.weekday())
    weeks: list[date | None] = [*(first + timedelta(weeks=n) for n in range(WEEKS)), None]
    labels = [str(_("Later", "week")) if week is None else show_date(week) for week in weeks]
    series = [
        Series(_("Falls due"), [rows[week].due if week in rows else 0 for week in weeks]),
        Series(_("Expected"), [rows[week].expected if week in rows else 0 for week in weeks]),
    ]
    return PanelData(chart=Chart(_("Cash calendar"), labels, series, currency=currency))


def _collection(found: ReceivablesOutlook, currency: str) -> PanelData:
    for row in found.collection:
        if row.currency == currency:
            return PanelData(
                figures=[
                    Figure(_("Outstanding"), format_money(row.outstanding, currency)),
                    Figure(_("Overdue"), format_money(row.overdue, currency), Tone.BAD if row.overdue else Tone.OK),
                    Figure(_("Days of sales outstanding (DSO)"), _days(row.dso)),
                    Figure(_("Paid after the due day, on average"), _days(row.delay)),
                ]
            )
    return PanelData(empty=_("Nothing was billed yet."))


def _days(days: int | None) -> str:
    return "\N{EM DASH}" if days is None else str(_("{number} days", number=show_number(days)))


def _prepaid(found: ReceivablesOutlook) -> PanelData:
    return PanelData(
        table=Table(
            columns=(_("Currency"), _("Customers"), _("On account")),
            rows=[
                (row.currency, show_number(row.customers), format_money(row.amount, row.currency))
                for row in found.prepaid
            ],
            kinds=(Kind.TEXT, Kind.INTEGER, Kind.MONEY),
        ),
        empty=_("Nothing is on account."),
    )


async def _endpoint(call: Call[Any]) -> ReceivablesOutlook:
    return await receivables_outlook(call.query["as_of"])


OUTLOOK_PAGE = Page(path="/crm_receivables/outlook", handler=_page, access=ReceivablesPermission.READ)
ENDPOINT = Endpoint(
    path="/outlook",
    method="GET",
    handler=_endpoint,
    access=ReceivablesPermission.READ,
    summary=_("When open items are expected to be paid, as of any day"),
    output=ReceivablesOutlook,
    query=(Field("as_of", _("As of"), kind=Kind.DATE, required=False),),
)
