"""Invoices drawn up by hand: what a draft adds up to, and posting it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crm_contracts.services import contracts_of_customer
from crm_receivables import queries
from crm_receivables.amounts import line_amount, line_taxes
from crm_receivables.events import DraftPosted
from crm_receivables.models import Invoice
from crm_receivables.posting import Draft, NewInstallment, post_drafts, refuse_future
from crm_receivables.settings import ReceivablesSettings, usual_rate
from guanxi import (
    Change,
    Conflict,
    InvalidInput,
    Text,
    _,
    current_company,
    fetch,
    fetch_value,
    publish,
    settings_of,
    today,
)

MAX_MINOR = 10**15
LINES = "lines"
_DEFAULTS: dict[str, Callable[[], Any]] = {
    "quantity": lambda: Decimal(1),
    "unit_price": lambda: 0,
    "tax_rate": usual_rate,
}


async def prepare_invoice(change: Change) -> None:
    """Amounts of the lines and the invoice follow from quantities, prices and rates."""
    await _check_contract(change)
    if change.before is None and not change.values.get("currency"):
        change.values["currency"] = current_company().currency
    if LINES not in change.lines:
        if change.before is not None and change.now("currency") != change.before.currency and change.before.total:
            raise InvalidInput({"currency": _("Give the prices of the lines in the new currency with it.")})
        return
    known: dict[int | None, Any] = {}
    if change.before is not None:
        known = {row["id"]: row for row in await fetch(queries.LINES_OF_DRAFT, change.before.id)}
    errors: dict[str, Text] = {}
    for index, row in enumerate(change.lines[LINES]):
        before = known.get(row.get("id"), {})
        for name, default in _DEFAULTS.items():
            if row.get(name) is None:
                row[name] = before[name] if before and name not in row else default()
        amount = line_amount(row["quantity"], row["unit_price"])
        row["amount"] = amount
        if amount > MAX_MINOR:
            errors[f"{LINES}.{index}.unit_price"] = _("This amount is too large.")
    if errors:
        raise InvalidInput(errors)
    taxes = line_taxes((row["amount"], row["tax_rate"]) for row in change.lines[LINES])
    for row, part in zip(change.lines[LINES], taxes, strict=True):
        row["tax"] = part
    total, tax = (sum(row[name] for row in change.lines[LINES]) for name in ("amount", "tax"))
    if total > MAX_MINOR:
        raise InvalidInput({LINES: _("This amount is too large.")})
    change.values.update(total=total, tax=tax, subtotal=total - tax)


async def _check_contract(change: Change) -> None:
    """Whoever owes the invoice is who signed: caps and limits of the contract are asked about when it is posted."""
    contract = change.now("contract_id")
    if contract is None or change.values.keys().isdisjoint(("customer_id", "contract_id")):
        return
    if contract not in await contracts_of_customer(change.now("customer_id")):
        raise InvalidInput({"contract": _("This contract belongs to another customer.")})


async def post_draft(invoice: Invoice, posted_on: date | None = None) -> None:
    """Give the draft its number and one installment, due when it says, else by the settings; publish DraftPosted."""
    day = posted_on or today()
    refuse_future(day, "posted_on")
    if not await fetch_value("SELECT EXISTS (SELECT 1 FROM crm_receivables_line WHERE invoice_id = $1)", invoice.id):
        raise Conflict(_("The invoice has no lines yet."))
    settings = settings_of(ReceivablesSettings)
    assert isinstance(settings, ReceivablesSettings)
    due_on = invoice.due_on or day + timedelta(days=settings.term_days)
    parts = (NewInstallment(due_on=due_on, amount=invoice.total),) if invoice.total else ()
    await post_drafts([Draft(invoice.id, day, parts)])
    await publish(DraftPosted(invoice.id, invoice.contract_id, invoice.customer_id, invoice.currency))
