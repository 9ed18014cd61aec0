"""What this add-on shows on customers, on contracts and on the home page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from crm_contracts.services import lines_of_contract
from crm_receivables import queries
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.scope import scope_of_sql
from guanxi import (
    Card,
    Chart,
    Figure,
    Kind,
    Panel,
    PanelData,
    Series,
    Table,
    Tone,
    _,
    current_company,
    fetch,
    fetch_row,
    format_money,
    recent_months,
    show_date,
    show_month,
    today,
)

_READ = ReceivablesPermission.READ
_OPEN = "/crm_receivables/installments?outstanding.gt=0"
_INVOICES, _PAYMENTS = "/crm_receivables/invoices", "/crm_receivables/payments"
_AGES = (_("Not due yet"), _("1–30 days"), _("31–60 days"), _("61–90 days"), _("Over 90 days"))
SHOWN, _LONGEST = 8, 3


def money_of(rows: Sequence[Any], name: str = "amount") -> str:
    """Sums by currency, `¥1,234.50 · $20.00`; nothing at all in the company's own."""
    sums = [format_money(row[name], row["currency"]) for row in rows if row[name]]
    return " · ".join(sums) or format_money(0, current_company().currency)


async def _of_customer(customer_id: int) -> PanelData:
    sums = await fetch(queries.OWED_BY_CUSTOMER, customer_id, today())
    last = await fetch_row(queries.LAST_PAYMENT, customer_id)
    if not sums and last is None:
        return PanelData(empty=_("Nothing was billed yet."))
    overdue = money_of(sums, "overdue")
    figures = [
        Figure(_("Owed"), money_of(sums), href=f"/crm_receivables/aging?customer={customer_id}"),
        Figure(_("Overdue"), overdue, Tone.BAD if any(row["overdue"] for row in sums) else Tone.OK),
        Figure(_("Statement of account"), str(_("Show")), href=f"/crm_receivables/statement?customer={customer_id}"),
    ]
    if last is not None:
        text = f"{format_money(last['amount'], last['currency'])} · {show_date(last['received_on'])}"
        figures.append(Figure(_("Last payment"), text, href=f"/crm_receivables/payments/{last['id']}"))
    return PanelData(figures=figures)


async def _of_contract(contract_id: int) -> PanelData:
    lines = await lines_of_contract(contract_id)
    rows = await fetch(queries.INVOICES_OF_CONTRACT, contract_id, SHOWN, lines)
    if not rows:
        return PanelData()
    return PanelData(
        table=Table(
            columns=(_("Invoice"), _("Due"), _("Total"), _("Outstanding")),
            rows=[
                (
                    row["number"] or "",
                    show_date(row["due_on"]) if row["due_on"] else "",
                    format_money(row["total"], row["currency"]),
                    format_money(row["outstanding"], row["currency"]),
                )
                for row in rows
            ],
            kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY, Kind.MONEY),
            hrefs=[f"/crm_receivables/invoices/{row['id']}" for row in rows],
        )
    )


CUSTOMER_PANEL = Panel(name="receivables", title=_("Receivables"), access=_READ, load=_of_customer, order=30)
CONTRACT_PANEL = Panel(name="invoices", title=_("Invoices"), access=_READ, load=_of_contract, order=30)


async def _overdue() -> PanelData:
    """What is open by age: drawn in one currency, the figures in all."""
    day = today()
    rows = await fetch(queries.OPEN_BY_AGE, day, *scope_of_sql(), _LONGEST)
    sums, first = [row for row in rows if row["age"] is not None], [row for row in rows if row["age"] is None]
    if not sums:
        return PanelData(empty=_("Nothing is owed."))
    late = [row for row in sums if row["age"] and row["amount"]]
    figures = [
        Figure(_("Overdue"), _by_currency(late), Tone.BAD if late else Tone.OK, f"{_OPEN}&due_on.lt={day}"),
        Figure(
            _("Due within a week"),
            _by_currency(sums, "soon"),
            Tone.INFO,
            f"{_OPEN}&due_on.ge={day}&due_on.le={day + timedelta(days=6)}",
        ),
    ]
    return PanelData(figures=figures, chart=_ages(sums, day), table=_longest_overdue(first))


def _by_currency(rows: Sequence[Any], name: str = "amount") -> str:
    amounts: dict[str, int] = {}
    for row in rows:
        amounts[row["currency"]] = amounts.get(row["currency"], 0) + row[name]
    return money_of([{"currency": code, "amount": amount} for code, amount in amounts.items()])


def _drawn(rows: Sequence[Any]) -> str:
    """The currency of a chart: the company's where there is something in it."""
    codes = [row["currency"] for row in rows]
    return current_company().currency if current_company().currency in codes else str(codes[0])


def _ages(rows: Sequence[Any], day: date) -> Chart:
    code = _drawn(rows)
    amounts = {row["age"]: row["amount"] for row in rows if row["currency"] == code}
    edges = [day - timedelta(days=days) for days in (0, 30, 60, 90)]
    bounds = [f"due_on.ge={edges[0]}"]
    bounds += [f"due_on.ge={new}&due_on.lt={old}" for old, new in pairwise(edges)]
    bounds.append(f"due_on.lt={edges[-1]}")
    return Chart(
        _("By age"),
        [str(label) for label in _AGES],
        [Series(_("Outstanding"), [amounts.get(age, 0) for age in range(len(_AGES))])],
        "shares",
        code,
        [f"{_OPEN}&currency={code}&{bound}" for bound in bounds],
    )


def _longest_overdue(rows: Sequence[Any]) -> Table | None:
    if not rows:
        return None
    return Table(
        columns=(_("Customer"), _("Due"), _("Outstanding")),
        rows=[
            (row["customer"], show_date(row["due_on"]), format_money(row["amount"], row["currency"])) for row in rows
        ],
        kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY),
        hrefs=[f"/crm_receivables/invoices/{row['invoice_id']}" for row in rows],
    )


async def _by_month() -> PanelData:
    """What was billed and received in each of the last months."""
    months = recent_months()
    rows = await fetch(queries.BY_MONTH, months[0], *scope_of_sql())
    if not rows:
        return PanelData(empty=_("Nothing was billed or received in the last months."))
    code = _drawn(rows)
    amounts = {(row["kind"], row["month"]): row["amount"] for row in rows if row["currency"] == code}
    now = [row for row in rows if row["month"] == months[-1]]
    period = f"{months[-1]:%Y-%m}"
    billed, received = [money_of([row for row in now if row["kind"] == kind]) for kind in ("billed", "received")]
    return PanelData(
        figures=[
            Figure(_("Billed this month"), billed, href=f"{_INVOICES}?state=posted&posted_on={period}"),
            Figure(_("Received this month"), received, Tone.OK, f"{_PAYMENTS}?direction=in&received_on={period}"),
        ],
        chart=Chart(
            _("Billed and received by month"),
            [show_month(month) for month in months],
            [
                Series(label, [amounts.get((kind, month), 0) for month in months])
                for kind, label in (("billed", _("Billed")), ("received", _("Received", "payments")))
            ],
            currency=code,
        ),
    )


HOME = (
    Card(
        name="by_month",
        title=_("Billed and received"),
        access=_READ,
        load=_by_month,
        href=f"{_PAYMENTS}?sort=-received_on",
        order=5,
        wide=True,
    ),
    Card(name="overdue", title=_("Receivables"), access=_READ, load=_overdue, href="/crm_receivables/aging", order=6),
)
