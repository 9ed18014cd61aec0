"""What receivables hold about a person: invoices and payments, which stay for the accounts."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_receivables import queries
from crm_receivables.services import outstanding
from guanxi import Choice, Field, Kind, Text, _, clock, execute, fetch, show_money


class _Kind(Choice):
    PAYMENT = "payment", _("Payment")
    INVOICE = "invoice", _("Invoice")
    CREDIT_NOTE = "credit_note", _("Credit note")
    WRITE_OFF = "write_off", _("Write-off")
    TAX_INVOICE = "tax_invoice", _("Tax invoice")


_HELD = """
SELECT 'payment' AS kind, p.number, p.received_on AS day, p.currency, p.amount, p.reference,
    concat_ws(' · ', nullif(p.note, ''), nullif(r.reason, '')) AS note
FROM crm_receivables_payment p LEFT JOIN crm_receivables_reversal r ON r.payment_id = p.id WHERE p.customer_id = $1
UNION ALL SELECT 'invoice', number, posted_on, currency, total, coalesce(reference, ''), note
FROM crm_receivables_invoice WHERE customer_id = $1
UNION ALL SELECT 'credit_note', number, posted_on, currency, total, '', reason
FROM crm_receivables_credit_note WHERE customer_id = $1
UNION ALL SELECT 'write_off', number, created_at::date, currency, amount, '',
    concat_ws(' · ', reason, nullif(remark, '')) FROM crm_receivables_write_off WHERE customer_id = $1
UNION ALL SELECT 'tax_invoice', number, issued_on, 'CNY', total, buyer_tax_number,
    concat_ws(' · ', nullif(buyer_name, ''), nullif(remark, '')) FROM crm_receivables_tax_invoice WHERE customer_id = $1
ORDER BY day, number
"""
_FREE_TEXTS = (
    ("payment", "note"),
    ("invoice", "note"),
    ("credit_note", "reason"),
    ("write_off", "reason"),
    ("write_off", "remark"),
    *(("tax_invoice", name) for name in ("buyer_name", "buyer_tax_number", "remark")),
)
"""tables and columns that are emptied when a person's data are erased"""


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_HELD, customer_id)]


async def _own(customer_id: int) -> list[dict[str, Any]]:
    """What the customer has papers of, without remarks."""
    rows = [row for row in await _load(customer_id) if row["number"] and row["kind"] != _Kind.WRITE_OFF]
    return [{name: value for name, value in row.items() if name != "note"} for row in rows]


async def _obstacles(customer_id: int) -> list[Text]:
    owed = await outstanding(customer_id)
    return [
        _("{amount} is still owed.", amount=show_money(amount, currency))
        for currency, amount in sorted(owed.items())
        if amount > 0
    ]


async def _erase(customer_id: int) -> None:
    """Remarks and reasons are free text, and invoices say to whom they went; numbers, references and amounts stay.

    Why a payment was reversed stands in a ledger that is never changed.
    """
    await execute(queries.FORGET_BUYER, customer_id, clock.now())
    for table, column in _FREE_TEXTS:
        await execute(
            f"UPDATE crm_receivables_{table} SET {column} = '', revision = revision + 1, updated_at = $2"  # noqa: S608
            f" WHERE customer_id = $1 AND {column} <> ''",
            customer_id,
            clock.now(),
        )


PERSONAL = PersonalData(
    name="receivables",
    title=_("Invoices and payments"),
    load=_load,
    own=_own,
    erase=_erase,
    obstacles=_obstacles,
    order=40,
    fields=(
        Field("kind", _("Kind"), choices=_Kind),
        Field("number", _("Number")),
        Field("day", _("Date"), kind=Kind.DATE),
        Field("currency", _("Currency")),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency"),
        Field("reference", _("Reference")),
        Field("note", _("Note")),
    ),
)
