"""What receivables hold about a person: invoices, payments, why they were taken back. They stay for the accounts."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_receivables import queries
from crm_receivables.choices import EntryKind
from crm_receivables.services import outstanding
from guanxi import Field, Kind, Text, _, clock, execute, fetch, show_money

_LOAD = """
SELECT 'payment' AS kind, number, received_on AS day, currency, amount, reference, note
FROM crm_receivables_payment WHERE customer_id = $1
UNION ALL SELECT 'invoice', number, posted_on, currency, total, coalesce(reference, ''), note
FROM crm_receivables_invoice WHERE customer_id = $1
UNION ALL SELECT 'credit_note', number, posted_on, currency, total, '', reason
FROM crm_receivables_credit_note WHERE customer_id = $1
UNION ALL SELECT 'write_off', number, coalesce(decided_on, created_at::date), currency, amount, '',
    concat_ws(E'\\n', nullif(reason, ''), nullif(remark, ''))
FROM crm_receivables_write_off WHERE customer_id = $1
UNION ALL SELECT 'refund', p.number, r.refunded_on, p.currency, r.amount, '', r.reason
FROM crm_receivables_refund r JOIN crm_receivables_payment p ON p.id = r.payment_id WHERE p.customer_id = $1
UNION ALL SELECT 'reversal', p.number, r.reversed_on, p.currency, r.amount, '', r.reason
FROM crm_receivables_reversal r JOIN crm_receivables_payment p ON p.id = r.payment_id WHERE p.customer_id = $1
ORDER BY day, number, kind
"""
_WORDS = {"payment": ("note",), "invoice": ("note",), "credit_note": ("reason",), "write_off": ("reason", "remark")}


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, customer_id)]


async def _obstacles(customer_id: int) -> list[Text]:
    owed = await outstanding(customer_id)
    return [
        _("{amount} is still owed.", amount=show_money(amount, currency))
        for currency, amount in sorted(owed.items())
        if amount > 0
    ]


async def _erase(customer_id: int) -> None:
    """Remarks are free text, and invoices say to whom they went; numbers, references and amounts stay.

    So do the reasons of refunds and reversals, which are append-only.
    """
    await execute(queries.FORGET_BUYER, customer_id, clock.now())
    for table, columns in _WORDS.items():
        cleared = ", ".join(f"{column} = ''" for column in columns)
        await execute(
            f"UPDATE crm_receivables_{table} SET {cleared}, revision = revision + 1, updated_at = $2"  # noqa: S608
            f" WHERE customer_id = $1 AND {' || '.join(columns)} <> ''",
            customer_id,
            clock.now(),
        )


PERSONAL = PersonalData(
    name="receivables",
    title=_("Invoices and payments"),
    load=_load,
    erase=_erase,
    obstacles=_obstacles,
    order=40,
    fields=(
        Field("kind", _("Kind"), choices=EntryKind),
        Field("number", _("Number")),
        Field("day", _("Date"), kind=Kind.DATE),
        Field("currency", _("Currency")),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency"),
        Field("reference", _("Reference")),
        Field("note", _("Note")),
    ),
)
