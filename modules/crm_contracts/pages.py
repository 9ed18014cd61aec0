"""The outlook page: recurring revenue of the last months, what will be billed in the next ones, and what expires."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts.outlook import (
    BilledMonth,
    Expiring,
    Outlook,
    RecurringMonth,
    coming_months,
    outlook,
)
from crm_contracts.permissions import ContractPermission
from guanxi import (
    Chart,
    Figure,
    Kind,
    Page,
    PanelData,
    Series,
    Table,
    Text,
    _,
    current_company,
    format_money,
    recent_months,
    render,
    show_date,
    show_month,
    show_number,
    show_year_month,
)

_CONTRACTS = "/crm_contracts/contracts"


class Part(NamedTuple):
    title: Text
    data: PanelData


async def _page(request: Request) -> Response:
    found = await outlook()
    codes = sorted({row.currency for rows in (found.recurring, found.billed, found.expiring.months) for row in rows})
    given = request.query_params.get("currency", current_company().currency)
    drawn = given if given in codes or not codes else codes[0]
    return render(request, "crm_contracts/outlook.html", parts=_parts(found, drawn), codes=codes, drawn=drawn)


def _parts(found: Outlook, currency: str) -> list[Part]:
    return [
        Part(_("Recurring revenue a month"), _recurring(found.recurring, currency)),
        Part(_("What changed it"), _changes(found.recurring, currency)),
        Part(_("To be billed"), _billed(found.billed, currency)),
        Part(_("Expiring contracts"), _expiring(found.expiring, currency)),
    ]


def _by_month(rows: Iterable[Any], name: str, currency: str, months: Sequence[date]) -> list[int | Decimal]:
    values = {row.month: getattr(row, name) for row in rows if row.currency == currency}
    return [values.get(month, 0) for month in months]


def _recurring(rows: list[RecurringMonth], currency: str) -> PanelData:
    months = recent_months(12)
    values = _by_month(rows, "amount", currency, months)
    if not any(values):
        return PanelData(empty=_("Nothing recurred in the last months."))
    customers = _by_month(rows, "customers", currency, months)[-1]
    return PanelData(
        figures=[
            Figure(_("This month"), format_money(int(values[-1]), currency)),
            Figure(_("Customers", "number"), show_number(customers)),
        ],
        chart=Chart(
            _("Recurring revenue by month"),
            [show_month(month) for month in months],
            [Series(_("A month", "revenue"), values)],
            currency=currency,
        ),
    )


_CHANGES: tuple[tuple[str, Text], ...] = (
    ("new", _("New", "revenue")),
    ("expansion", _("More", "revenue")),
    ("contraction", _("Less", "revenue")),
    ("churn", _("Lost", "revenue")),
)


def _changes(rows: list[RecurringMonth], currency: str) -> PanelData:
    months = recent_months(12)
    series = [Series(label, _by_month(rows, name, currency, months)) for name, label in _CHANGES]
    if not any(any(each.values) for each in series):
        return PanelData(empty=_("Nothing changed in the last months."))
    labels = [show_month(month) for month in months]
    return PanelData(chart=Chart(_("Changes by month"), labels, series, currency=currency))


def _billed(rows: list[BilledMonth], currency: str) -> PanelData:
    if not rows:
        return PanelData(empty=_("Nothing will be billed in the next twelve months."))
    months = coming_months()
    return PanelData(
        chart=Chart(
            _("To be billed by month"),
            [show_month(month) for month in months],
            [Series(_("To be billed"), _by_month(rows, "amount", currency, months))],
            currency=currency,
        ),
        table=Table(
            columns=(_("Month"), _("Currency"), _("Charges"), _("Amount")),
            rows=[
                (
                    show_year_month(row.month),
                    row.currency,
                    show_number(row.charges),
                    format_money(row.amount, row.currency),
                )
                for row in rows
            ],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.INTEGER, Kind.MONEY),
        ),
    )


def _expiring(found: Expiring, currency: str) -> PanelData:
    if not found.months:
        return PanelData(empty=_("No contract expires in the next twelve months."))
    months = coming_months()
    return PanelData(
        chart=Chart(
            _("Expiring by month"),
            [show_month(month) for month in months],
            [Series(_("Recurring a month"), _by_month(found.months, "monthly", currency, months))],
            currency=currency,
        ),
        table=Table(
            columns=(_("Title"), _("Number"), _("Last day"), _("Recurring a month")),
            rows=[
                (each.title, each.number, show_date(each.ends_on), format_money(each.monthly, each.currency))
                for each in found.contracts
            ],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.MONEY),
            hrefs=[f"{_CONTRACTS}/{each.id}" for each in found.contracts],
        ),
    )


OUTLOOK_PAGE = Page(path="/crm_contracts/outlook", handler=_page, access=ContractPermission.READ)
