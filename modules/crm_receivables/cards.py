"""What this add-on shows on customers, on contracts and on the home page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from crm_receivables import queries
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.posting import today
from crm_receivables.scope import scope_of_sql
from guanxi import Card, Figure, Kind, Panel, PanelData, Table, Tone, _, fetch, fetch_row, format_money, show_date

_READ = ReceivablesPermission.READ
_INSTALLMENTS = "/crm_receivables/installments"
SHOWN = 8


def money_of(rows: Sequence[Any], name: str = "amount") -> str:
    """Sums by currency, `¥1,234.50 · $20.00`."""
    return " · ".join(format_money(row[name], row["currency"]) for row in rows if row[name]) or "0"


async def _of_customer(customer_id: int) -> PanelData:
    sums = await fetch(queries.OWED_BY_CUSTOMER, customer_id, today())
    last = await fetch_row(queries.LAST_PAYMENT, customer_id)
    if not sums and last is None:
        return PanelData(empty=_("Nothing was billed yet."))
    overdue = money_of(sums, "overdue")
    figures = [
        Figure(_("Owed"), money_of(sums), href=f"/crm_receivables/aging?customer={customer_id}"),
        Figure(_("Overdue"), overdue, Tone.BAD if overdue != "0" else Tone.OK),
    ]
    if last is not None:
        text = f"{format_money(last['amount'], last['currency'])} · {show_date(last['received_on'])}"
        figures.append(Figure(_("Last payment"), text, href=f"/crm_receivables/payments/{last['id']}"))
    return PanelData(figures=figures)


async def _of_contract(contract_id: int) -> PanelData:
    rows = await fetch(queries.INVOICES_OF_CONTRACT, contract_id, SHOWN)
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


async def _installments(rows: Sequence[Any], tone: Tone, empty: Any) -> PanelData:
    if not rows:
        return PanelData(empty=empty)
    sums: dict[str, int] = {}
    for row in rows:
        sums[row["currency"]] = sums.get(row["currency"], 0) + row["outstanding"]
    total = " · ".join(format_money(amount, code) for code, amount in sums.items())
    return PanelData(
        figures=[Figure(_("In total"), total, tone), Figure(_("Installments"), str(len(rows)))],
        table=Table(
            columns=(_("Customer"), _("Due"), _("Outstanding")),
            rows=[
                (row["customer"], show_date(row["due_on"]), format_money(row["outstanding"], row["currency"]))
                for row in rows[:SHOWN]
            ],
            kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY),
            hrefs=[f"/crm_receivables/invoices/{row['invoice_id']}" for row in rows[:SHOWN]],
        ),
    )


async def _overdue() -> PanelData:
    rows = await fetch(queries.OPEN_DUE, None, today() - timedelta(days=1), *scope_of_sql())
    return await _installments(rows, Tone.BAD, _("Nothing is overdue."))


async def _this_week() -> PanelData:
    day = today()
    rows = await fetch(queries.OPEN_DUE, day, day + timedelta(days=6), *scope_of_sql())
    return await _installments(rows, Tone.INFO, _("Nothing is due within a week."))


async def _received() -> PanelData:
    rows = await fetch(queries.RECEIVED_SINCE, today().replace(day=1), *scope_of_sql())
    if not rows:
        return PanelData(empty=_("No payments this month yet."))
    number = sum(row["number"] for row in rows)
    return PanelData(figures=[Figure(_("Received"), money_of(rows), Tone.OK), Figure(_("Payments"), str(number))])


HOME = (
    Card(
        name="overdue",
        title=_("Overdue"),
        access=_READ,
        load=_overdue,
        href="/crm_receivables/aging",
        order=40,
    ),
    Card(
        name="due",
        title=_("Due within a week"),
        access=_READ,
        load=_this_week,
        href=f"{_INSTALLMENTS}?outstanding.gt=0&sort=due_on",
        order=41,
    ),
    Card(
        name="received",
        title=_("Received this month"),
        access=_READ,
        load=_received,
        href="/crm_receivables/payments?sort=-received_on",
        order=42,
    ),
)
