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


async def _load(customer_id: int) -> list[dict[str, Any]]:
    rows = await fetch(
        "SELECT 'payment' AS kind, number, received_on AS day, currency, amount, reference, note"
        " FROM crm_receivables_payment WHERE customer_id = $1"
        " UNION ALL SELECT 'invoice', number, posted_on, currency, total, coalesce(reference, ''), note"
        " FROM crm_receivables_invoice WHERE customer_id = $1 ORDER BY day, number",
        customer_id,
    )
    return [dict(row) for row in rows]


async def _obstacles(customer_id: int) -> list[Text]:
    owed = await outstanding(customer_id)
    return [
        _("{amount} is still owed.", amount=show_money(amount, currency))
        for currency, amount in sorted(owed.items())
        if amount > 0
    ]


async def _erase(customer_id: int) -> None:
    """Remarks are free text, and invoices say to whom they went; numbers, references and amounts stay."""
    await execute(queries.FORGET_BUYER, customer_id, clock.now())
    for table in ("crm_receivables_payment", "crm_receivables_invoice"):
        await execute(
            f"UPDATE {table} SET note = '', revision = revision + 1, updated_at = $2"  # noqa: S608
            " WHERE customer_id = $1 AND note <> ''",
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
        Field("kind", _("Kind"), choices=_Kind),
        Field("number", _("Number")),
        Field("day", _("Date"), kind=Kind.DATE),
        Field("currency", _("Currency")),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency"),
        Field("reference", _("Reference")),
        Field("note", _("Note")),
    ),
)
