"""The list and form of exchange rates, what closed months booked, and what closing one would book."""

from __future__ import annotations

from datetime import date

from crm_receivables.exchange import ExchangeRow, exchange_report
from crm_receivables.exchange_models import ExchangeDifference, ExchangeRate
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.rates import hold_rate, prepare_rate
from guanxi import (
    Field,
    FormView,
    Kind,
    Lines,
    ListView,
    Resource,
    Section,
    Text,
    _,
    ask,
    format_money,
    show_number,
    today,
)

RATES = Resource(
    name="exchange_rates",
    model=ExchangeRate,
    title=_("Exchange rates"),
    singular=_("Exchange rate"),
    label="currency",
    fields=(
        Field("currency", _("Currency"), kind=Kind.CURRENCY, filter=True, search=True),
        Field("day", _("From", "day"), sort=True, filter=True, default=today, help=_("It holds until the next one.")),
        Field(
            "rate",
            _("Rate", "exchange"),
            minimum=0,
            maximum=10_000_000,
            help=_("How much of the company's own currency one unit of this one is."),
        ),
    ),
    list=ListView(columns=("day", "currency", "rate"), sort="-day"),
    form=FormView(sections=(Section(fields=("currency", "day", "rate")),)),
    read=P.JOURNAL,
    create=P.RATES,
    update=P.RATES,
    delete=P.RATES,
    import_key=("currency", "day"),
    lock_first=hold_rate,
    prepare=prepare_rate,
)


def _own(name: str, label: Text) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="own_currency", readonly=True)


DIFFERENCES = Lines(
    name="exchange_differences",
    label=_("Exchange differences"),
    model=ExchangeDifference,
    parent="close",
    readonly=True,
    fields=(
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        Field("position", _("Position", "currency"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("rate", _("Rate", "exchange"), readonly=True),
        Field("rate_on", _("Rate of", "day"), readonly=True),
        Field("own_currency", _("Own currency"), kind=Kind.CURRENCY, readonly=True),
        _own("value", _("Value", "exchange")),
        _own("historic", _("Historical value")),
        _own("realized", _("Realized", "exchange")),
        _own("unrealized", _("Unrealized", "exchange")),
    ),
)


async def ask_for_differences(until: date) -> None:
    """Before a month with foreign currencies is closed, with what it will book."""
    report = await exchange_report(until)
    if report.rows and not report.missing:
        said = " ".join(str(_said(row, report.currency)) for row in report.rows)
        ask(_("Closing this month books exchange differences. {differences} Close it?", differences=said))


def _said(row: ExchangeRow, own: str) -> Text:
    return _(
        "{position} at {rate} is {value}: realized {realized}, unrealized {unrealized}.",
        position=format_money(row.position, row.currency),
        rate=show_number(row.rate),
        value=format_money(row.value, own),
        realized=format_money(row.realized, own),
        unrealized=format_money(row.unrealized, own),
    )
