"""What a tax invoice must be like before it is saved, and what of it goes to which invoice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from crm_core.services import customer_address
from crm_receivables import tax_invoice_sql
from crm_receivables.posting import refuse_future
from crm_receivables.tax_invoice_choices import TaxInvoiceKind
from guanxi import Change, InvalidInput, Text, _, fetch, fetch_row

PARTS = "parts"
_WRONG_SUM = _("Amount and tax do not come to the total.")


async def prepare_tax_invoice(change: Change) -> None:
    """Sums, numbers, what a red letter reverses, and the parts. Raises InvalidInput by field."""
    _check_number(change)
    _check_amounts(change)
    if change.now("issued_on") is not None:
        refuse_future(change.now("issued_on"), "issued_on")
    await _set_buyer(change)
    await _find_reversed(change)
    await _prepare_parts(change)


def _check_number(change: Change) -> None:
    for name in ("code", "number", "reverses_number"):
        if change.values.get(name):
            change.values[name] = re.sub(r"\s", "", change.values[name])
    kind, code, number = (change.now(name) or "" for name in ("kind", "code", "number"))
    wrong: dict[str, Text] = {}
    if TaxInvoiceKind(kind or TaxInvoiceKind.DIGITAL_GENERAL).digital:
        if code:
            wrong["code"] = _("Digital tax invoices have no code.")
        if not re.fullmatch(r"[0-9]{20}", number):
            wrong["number"] = _("Digital tax invoices have a number of 20 digits.")
    else:
        if not re.fullmatch(r"[0-9]{10}|[0-9]{12}", code):
            wrong["code"] = _("The code has 10 or 12 digits.")
        if not re.fullmatch(r"[0-9]{8}", number):
            wrong["number"] = _("The number has 8 digits.")
    if wrong:
        raise InvalidInput(wrong)


def _check_amounts(change: Change) -> None:
    """The total may be left out. A red letter has nothing above zero, and says what it reverses."""
    net, tax = change.now("net") or 0, change.now("tax") or 0
    if "total" not in change.values and not {"net", "tax"}.isdisjoint(change.values):
        change.values["total"] = net + tax
    total = change.now("total") if change.now("total") is not None else net + tax
    change.values["total"] = total
    if total != net + tax:
        raise InvalidInput({"total": _WRONG_SUM})
    if not total:
        raise InvalidInput({"net": _("A tax invoice is not over nothing.")})
    if ((net < 0) != (total < 0) and net) or ((tax < 0) != (total < 0) and tax):
        raise InvalidInput({"tax": _("Amount and tax are both above zero, or both below on a red letter.")})
    if total < 0 and not change.now("reverses_number"):
        raise InvalidInput({"reverses_number": _("A red letter names the tax invoice that it reverses.")})
    if total > 0 and change.now("reverses_number"):
        raise InvalidInput({"reverses_number": _("Only a red letter, with amounts below zero, reverses another one.")})


async def _set_buyer(change: Change) -> None:
    """As the customer is called now, where nothing is said."""
    if change.before is None and change.values.get("customer_id") and not change.values.get("buyer_name"):
        buyer = await customer_address(change.values["customer_id"])
        change.values["buyer_name"] = buyer.name
        change.values["buyer_tax_number"] = change.values.get("buyer_tax_number") or buyer.tax_number


async def _find_reversed(change: Change) -> None:
    """What it reverses may have been drawn before tax invoices were kept here."""
    number = change.now("reverses_number") or ""
    if change.before is not None and "reverses_number" not in change.values and "total" not in change.values:
        return
    if not number:
        change.values["reverses_id"] = None
        return
    found = await fetch_row(tax_invoice_sql.REVERSED, number, change.now("customer_id"))
    change.values["reverses_id"] = found["id"] if found is not None else None
    if found is not None and found["left"] + _own_part(change, found["id"]) < -change.now("total"):
        raise InvalidInput({"total": _("This is more than is left of the tax invoice that it reverses.")})


def _own_part(change: Change, reversed_id: int) -> int:
    """What this red letter has taken of it already."""
    before = change.before
    return -before.total if before is not None and before.reverses_id == reversed_id else 0


async def _prepare_parts(change: Change) -> None:
    """Locks the invoices that it was and will be for, in their order, and refuses what is more than is left."""
    before_id = change.before.id if change.before is not None else 0
    if PARTS not in change.lines:
        if change.before is not None or change.values["total"] > 0:
            return
        change.lines[PARTS] = await _mirrored(change.values["reverses_id"], -change.values["total"])
    rows = change.lines[PARTS]
    await _complete(rows, before_id)
    wanted = sorted({row["invoice_id"] for row in rows if row.get("invoice_id")})
    found = {row["id"]: row for row in await fetch(tax_invoice_sql.LOCK_INVOICES, wanted, before_id)}
    errors = _wrong_rows(rows, found, change)
    if not errors and abs(sum(row["amount"] for row in rows)) > abs(change.now("total")):
        errors[PARTS] = _("The rows come to more than the tax invoice.")
    if errors:
        raise InvalidInput(errors)


def _wrong_rows(rows: Sequence[dict[str, Any]], found: Mapping[int, Any], change: Change) -> dict[str, Text]:
    """Errors by path. `found`: the invoices by id, with what other tax invoices cover of them."""
    errors: dict[str, Text] = {}
    covered = {id: invoice["covered"] for id, invoice in found.items()}
    seen: set[tuple[int, int | None]] = set()
    for index, row in enumerate(rows):
        invoice = found.get(row.get("invoice_id") or 0)
        problem = _wrong(row, invoice, change)
        if problem is None and invoice is not None:
            covered[invoice["id"]] += row["amount"]
            place = invoice["id"], row.get("credit_note_id")
            if place in seen:
                problem = "invoice", _("Two rows are for the same invoice.")
            elif not 0 <= covered[invoice["id"]] <= invoice["total"]:
                problem = "amount", _("This much of {number} is not left to be covered.", number=invoice["number"])
            seen.add(place)
        if problem is not None:
            errors[f"{PARTS}.{index}.{problem[0]}"] = problem[1]
    return errors


def _wrong(row: dict[str, Any], invoice: Any, change: Change) -> tuple[str, Text] | None:
    red = change.now("total") < 0
    if invoice is None or invoice["customer_id"] != change.now("customer_id"):
        return "invoice", _("Choose a posted invoice of this customer.")
    if invoice["state"] == "draft" or (invoice["state"] == "void" and not red):
        return "invoice", _("Choose a posted invoice of this customer.")
    if invoice["currency"] != "CNY":
        return "invoice", _("Tax invoices are in yuan, and this invoice is not.")
    if row.get("credit_note_id") and row["credit_note_id"] not in invoice["notes"]:
        return "credit_note", _("This credit note is of another invoice.")
    if not row["amount"] or (row["amount"] < 0) != red:
        return "amount", _("Amounts have the sign of the tax invoice.")
    return None


async def _complete(rows: Sequence[dict[str, Any]], before_id: int) -> None:
    """Rows that are there keep what is not said; a credit note says of which invoice it is."""
    known = {row["id"]: dict(row) for row in await fetch(tax_invoice_sql.PARTS, before_id)}
    notes = [row["credit_note_id"] for row in rows if row.get("credit_note_id")]
    invoices = {row["id"]: row["invoice_id"] for row in await fetch(tax_invoice_sql.INVOICES_OF_NOTES, notes)}
    for row in rows:
        for name, value in known.get(row.get("id", 0), {}).items():
            row.setdefault(name, value)
        if row.get("invoice_id") is None:
            row["invoice_id"] = invoices.get(row.get("credit_note_id") or 0)
        row["amount"] = row.get("amount") or 0


async def _mirrored(reversed_id: int | None, amount: int) -> list[dict[str, Any]]:
    """The invoices that a red letter is for, unless that is said: those of what it reverses, in the same order."""
    rows = []
    for row in await fetch(tax_invoice_sql.COVERED_BY, reversed_id or 0):
        part = min(amount, row["amount"])
        if part > 0:
            rows.append({"invoice_id": row["invoice_id"], "credit_note_id": None, "amount": -part})
            amount -= part
    return rows
