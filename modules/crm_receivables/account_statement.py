"""A customer's statement of account over some days: each bill, payment and credit, and what was owed after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from crm_receivables.choices import Direction, EntryKind
from guanxi import InvalidInput, Text, _, fetch, fetch_value

MOST = 2_000
"""rows of a statement, which a document can print"""
_OF = "p.customer_id = $1 AND p.currency = $2 AND p.account IN ('receivable', 'credit')"
_OPENING = f"""
SELECT coalesce(sum(p.amount), 0)::bigint FROM crm_receivables_posting p
JOIN crm_receivables_entry e ON e.id = p.entry_id WHERE {_OF} AND e.posted_on < $3
"""  # noqa: S608
_ROWS = f"""
SELECT e.posted_on, e.kind, coalesce(v.number, w.number, nullif(m.reference, ''), m.number, '') AS document,
    m.direction, sum(p.amount)::bigint AS amount
FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id
LEFT JOIN crm_receivables_invoice v ON v.id = e.invoice_id LEFT JOIN crm_receivables_payment m ON m.id = e.payment_id
LEFT JOIN crm_receivables_write_off w ON w.payment_id = e.payment_id
WHERE {_OF} AND e.posted_on BETWEEN $3 AND $4
GROUP BY e.id, v.id, m.id, w.id HAVING sum(p.amount) <> 0 ORDER BY e.posted_on, e.id LIMIT $5
"""  # noqa: S608
_CURRENCIES = """
SELECT DISTINCT currency FROM crm_receivables_posting
WHERE account IN ('receivable', 'credit') AND customer_id = $1 ORDER BY currency
"""


class StatementRow(msgspec.Struct, frozen=True):
    day: date
    kind: EntryKind
    document: str
    """the number of the invoice, credit note or write-off, or the payment's reference"""
    debit: int
    """minor units: owed from now on"""
    credit: int
    balance: int
    """owed after it; negative: on account"""


class StatementSums(msgspec.Struct, frozen=True):
    """What the rows come to: opening + billed - paid - credited - written_off + handed_over = closing."""

    billed: int = 0
    """less what was voided"""
    paid: int = 0
    """less what was refunded or bounced"""
    credited: int = 0
    """by credit notes, less those that were reversed"""
    written_off: int = 0
    handed_over: int = 0
    """taken over from a customer that became part of this one"""


class AccountStatement(msgspec.Struct, frozen=True):
    """opening + debits - credits = closing, and that is the opening of the day after (A18)."""

    customer_id: int
    currency: str
    since: date
    until: date
    opening: int
    rows: list[StatementRow]
    closing: int
    sums: StatementSums


async def account_statement(customer_id: int, currency: str, since: date, until: date) -> AccountStatement:
    """From the journal, so that it can be made again to the cent. The caller has checked the scope.

    Raises InvalidInput for days in the wrong order, or with too many rows.
    """
    if since > until:
        raise InvalidInput({"until": _("This is before the first day.")})
    opening = await fetch_value(_OPENING, customer_id, currency, since)
    found = await fetch(_ROWS, customer_id, currency, since, until, MOST + 1)
    if len(found) > MOST:
        raise InvalidInput({"since": _("At most {number} rows at once; narrow the choice.", number=MOST)})
    rows, balance = [], opening
    for each in found:
        balance += each["amount"]
        rows.append(_row(each, balance))
    return AccountStatement(customer_id, currency, since, until, opening, rows, balance, _sums(found))


SUMS: dict[str, Text] = {
    "billed": _("Billed"),
    "paid": _("Paid"),
    "credited": _("Credit notes"),
    "written_off": _("Written off"),
    "handed_over": _("Handed to another customer"),
}
_SUM_OF_KIND = {
    EntryKind.INVOICE: "billed",
    EntryKind.VOID: "billed",
    EntryKind.PAYMENT: "paid",
    EntryKind.REFUND: "paid",
    EntryKind.CREDIT_NOTE: "credited",
    EntryKind.WRITE_OFF: "written_off",
}
_SUM_OF_REVERSED = {Direction.IN: "paid", Direction.NOTE: "credited", Direction.LOSS: "written_off"}
_OWED_MORE = ("billed", "handed_over")


def _sums(rows: Sequence[Any]) -> StatementSums:
    sums: dict[str, int] = {}
    for row in rows:
        kind = EntryKind(row["kind"])
        if kind is EntryKind.REVERSAL:
            name = _SUM_OF_REVERSED[Direction(row["direction"])]
        else:
            name = _SUM_OF_KIND.get(kind, "handed_over")
        sums[name] = sums.get(name, 0) + (row["amount"] if name in _OWED_MORE else -row["amount"])
    return StatementSums(**sums)


def _row(row: Any, balance: int) -> StatementRow:
    debit, credit = max(row["amount"], 0), max(-row["amount"], 0)
    return StatementRow(row["posted_on"], EntryKind(row["kind"]), row["document"], debit, credit, balance)


async def currencies_of(customer_id: int) -> list[str]:
    """In which something was booked for a customer."""
    return [row["currency"] for row in await fetch(_CURRENCIES, customer_id)]
