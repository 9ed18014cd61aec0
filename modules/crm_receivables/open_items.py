"""What is open today, for other add-ons: to match bank lines with, to chase, to lend against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guanxi import fetch

_COLUMNS = """i.id AS installment_id, i.number, i.invoice_id, v.number AS invoice_number, v.reference, v.contract_id,
    i.customer_id, i.currency, v.posted_on, i.due_on, i.amount, i.outstanding"""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A part of a posted invoice that is not all paid. Amounts are minor units."""

    installment_id: int
    number: str
    """INV-2026-000001/2"""
    invoice_id: int
    invoice_number: str
    reference: str | None
    """the invoice's number in another system"""
    contract_id: int | None
    customer_id: int
    currency: str
    posted_on: date
    due_on: date
    amount: int
    outstanding: int
    """above zero"""


def open_items_sql() -> str:
    """A relation with the fields of `OpenItem` as columns, for SQL written by hand; not narrowed to a scope."""
    return f"""(SELECT {_COLUMNS} FROM crm_receivables_installment i
        JOIN crm_receivables_invoice v ON v.id = i.invoice_id WHERE i.outstanding > 0)"""  # noqa: S608


async def open_items(
    customer_ids: Sequence[int] | None = None,
    *,
    ids: Sequence[int] | None = None,
    due_until: date | None = None,
    currency: str | None = None,
    limit: int | None = None,
) -> list[OpenItem]:
    """What is open, the longest due first: of these customers, these installments, due by this day, or all."""
    rows = await fetch(_OPEN_ITEMS, _list(customer_ids), _list(ids), due_until, currency, limit)
    return [OpenItem(**row) for row in rows]


def _list(ids: Sequence[int] | None) -> list[int] | None:
    return None if ids is None else list(ids)


_OPEN_ITEMS = f"""
SELECT * FROM {open_items_sql()} o
WHERE ($1::bigint[] IS NULL OR customer_id = ANY($1::bigint[]))
    AND ($2::bigint[] IS NULL OR installment_id = ANY($2::bigint[]))
    AND ($3::date IS NULL OR due_on <= $3)
    AND ($4::text IS NULL OR currency = $4)
ORDER BY due_on, installment_id LIMIT $5
"""  # noqa: S608
