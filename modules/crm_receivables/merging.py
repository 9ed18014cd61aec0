"""How invoices and payments follow a merge of customers.

The documents get the other customer, which the database lets happen in a merge only. The journal is never changed: for
each day on which it has something of these documents, a transfer takes it off one customer and puts it on the other,
so that what each owes ties with the journal on any day, and the sum of both is what it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crm_contracts.services import contracts_of_customer
from crm_core.extensions import Follower, Memory
from crm_receivables.credit_models import CreditNote, WriteOff
from crm_receivables.models import Installment, Invoice, Payment, Posting
from crm_receivables.tax_invoice_models import TaxInvoice
from crm_receivables.tax_invoice_sql import MOVE_BACK, TORN
from guanxi import Conflict, _, author_id, clock, execute, fetch, fetch_row

_OF_AN_INVOICE = ("installment", "credit_note", "write_off")
_TABLES = {name: f"crm_receivables_{name}" for name in ("payment", "invoice", *_OF_AN_INVOICE, "tax_invoice")}
"""in the order in which they are locked everywhere"""
_MOVE = """
UPDATE {table} SET customer_id = $2 WHERE id IN (
    SELECT id FROM {table} WHERE customer_id = $1 AND {these} ORDER BY id FOR NO KEY UPDATE)
RETURNING id
"""
_TRANSFER = """
WITH booked AS (
    SELECT e.posted_on, p.account, p.currency, sum(p.amount)::bigint AS amount
    FROM crm_receivables_entry e JOIN crm_receivables_posting p ON p.entry_id = e.id
    WHERE (e.invoice_id = ANY($1::bigint[]) OR e.payment_id = ANY($2::bigint[]))
        AND p.account IN ('receivable', 'credit')
    GROUP BY e.posted_on, p.account, p.currency HAVING sum(p.amount) <> 0
), day AS MATERIALIZED (
    SELECT posted_on, nextval(pg_get_serial_sequence('crm_receivables_entry', 'id')) AS entry_id
    FROM (SELECT DISTINCT posted_on FROM booked ORDER BY posted_on) AS each
), entry AS (
    INSERT INTO crm_receivables_entry (id, kind, posted_on, created_at, created_by_id)
    SELECT entry_id, 'transfer', posted_on, $5, $6 FROM day
)
INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
SELECT day.entry_id, b.account, side.customer_id, b.currency, side.sign * b.amount
FROM booked b JOIN day USING (posted_on)
CROSS JOIN (VALUES ($3::bigint, -1), ($4::bigint, 1)) AS side (customer_id, sign)
"""
_OF_INVOICES = "invoice_id = ANY($3::bigint[])"
_PAID_OUT = "SELECT paid_out_id FROM crm_receivables_refund WHERE payment_id = ANY($1::bigint[])"
_CREDITED = """
SELECT payment_id FROM crm_receivables_credit_note WHERE invoice_id = ANY($1::bigint[])
UNION SELECT payment_id FROM crm_receivables_write_off WHERE invoice_id = ANY($1::bigint[]) AND payment_id IS NOT NULL
"""
_BILLED_SINCE = """
SELECT id FROM crm_receivables_invoice WHERE customer_id = $1 AND contract_id = ANY($2::bigint[])
"""
_TORN = """
SELECT p.number AS payment, v.number AS invoice FROM crm_receivables_allocation a
JOIN crm_receivables_payment p ON p.id = a.payment_id JOIN crm_receivables_invoice v ON v.id = a.invoice_id
WHERE (a.payment_id = ANY($1::bigint[]) OR a.invoice_id = ANY($2::bigint[])) AND p.customer_id <> v.customer_id
    AND a.reverses_id IS NULL AND NOT EXISTS (SELECT FROM crm_receivables_allocation r WHERE r.reverses_id = a.id)
ORDER BY a.id LIMIT 1
"""


async def _change(name: str, from_id: int, to_id: int, these: str = "true", *args: Any) -> list[int]:
    sql = _MOVE.format(table=_TABLES[name], these=these)
    return sorted(row["id"] for row in await fetch(sql, from_id, to_id, *args))


async def _transfer(invoices: Sequence[int], payments: Sequence[int], from_id: int, to_id: int) -> None:
    await execute(_TRANSFER, list(invoices), list(payments), from_id, to_id, clock.now(), author_id())


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    moved = {name: await _change(name, loser_id, survivor_id) for name in ("payment", "invoice", "tax_invoice")}
    if not any(moved.values()):
        return None
    for name in _OF_AN_INVOICE:
        await _change(name, loser_id, survivor_id, _OF_INVOICES, moved["invoice"])
    await _transfer(moved["invoice"], moved["payment"], loser_id, survivor_id)
    return moved


async def _back(loser_id: int, survivor_id: int, memory: Memory | None) -> None:
    """What was billed since goes with its contract, credits with their invoices, refunds with their payments."""
    memory = memory or {"payment": [], "invoice": []}
    drawn = memory.get("tax_invoice", [])  # merges of earlier versions know none
    contracts = await contracts_of_customer(loser_id)
    since = [row["id"] for row in await fetch(_BILLED_SINCE, survivor_id, contracts)]
    invoices = sorted({*memory["invoice"], *since})
    payments = [*memory["payment"], *(row[0] for row in await fetch(_CREDITED, invoices))]
    payments += [row[0] for row in await fetch(_PAID_OUT, payments)]
    given = {
        "payment": await _change("payment", survivor_id, loser_id, "id = ANY($3::bigint[])", payments),
        "invoice": await _change("invoice", survivor_id, loser_id, "id = ANY($3::bigint[])", invoices),
    }
    for name in _OF_AN_INVOICE:
        await _change(name, survivor_id, loser_id, _OF_INVOICES, invoices)
    await execute(MOVE_BACK, loser_id, survivor_id, drawn)
    if not {*memory["payment"]} <= {*given["payment"]} or not {*memory["invoice"]} <= {*given["invoice"]}:
        raise Conflict(_("This merge cannot be undone any more: invoices that it moved were deleted since."))
    torn = await fetch_row(_TORN, given["payment"], given["invoice"])
    if torn is not None:
        said = {"payment": torn["payment"], "invoice": torn["invoice"]}
        raise Conflict(_("{payment} settles {invoice} since: take that allocation back first.", **said))
    torn = await fetch_row(TORN, [loser_id, survivor_id])
    if torn is not None:
        said = {"tax_invoice": torn["tax_invoice"], "invoice": torn["invoice"]}
        raise Conflict(_("Tax invoice {tax_invoice} covers {invoice} since: take that off it first.", **said))
    await _transfer(given["invoice"], given["payment"], survivor_id, loser_id)


FOLLOWERS = (
    Follower(
        name="crm_receivables.documents",
        label=_("Invoices"),
        models=(Invoice, Payment, Installment, CreditNote, WriteOff, TaxInvoice),
        more={Payment: _("Payments"), TaxInvoice: _("Tax invoices")},
        move=_move,
        back=_back,
        always_back=True,
    ),
    Follower(name="crm_receivables.journal", label=_("Journal"), models=(Posting,), stays=True),
)
