"""Customers, invoices and the sums that must always tie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import msgspec

from crm_receivables.choices import PaymentMethod
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.services import NewPayment, record_payment
from guanxi import Actor, current_company, fetch, fetch_row, fetch_value

DAY = date(2026, 1, 15)


@contextmanager
def with_settings(*settings: msgspec.Struct) -> Iterator[None]:
    """In force for this block, without being stored."""
    company = current_company()
    keys = [company.catalog.settings[type(each)][0] for each in settings]
    before = {key: company.settings.get(key, {}) for key in keys}
    company.settings.update(zip(keys, map(msgspec.to_builtins, settings), strict=True))
    company.cache.clear()
    try:
        yield
    finally:
        company.settings.update(before)
        company.cache.clear()


_TIES = {
    "entries balance": "SELECT entry_id FROM crm_receivables_posting GROUP BY 1, currency HAVING sum(amount) <> 0",
    "installments sum to the invoice": (
        "SELECT v.id FROM crm_receivables_invoice v LEFT JOIN crm_receivables_installment i ON i.invoice_id = v.id"
        " WHERE v.state <> 'draft' GROUP BY v.id HAVING coalesce(sum(i.amount), 0) <> v.total"
        " OR coalesce(sum(i.allocated), 0) <> v.allocated OR coalesce(sum(i.outstanding), 0) <> v.outstanding"
    ),
    "an invoice says what settled it": (
        "SELECT v.id FROM crm_receivables_invoice v LEFT JOIN (SELECT a.invoice_id, p.direction,"
        " sum(CASE WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END) AS amount"
        " FROM crm_receivables_allocation a JOIN crm_receivables_payment p ON p.id = a.payment_id GROUP BY 1, 2) s"
        " ON s.invoice_id = v.id GROUP BY v.id HAVING v.paid + v.settled_by_credit + v.written_off <> v.allocated"
        " OR coalesce(sum(s.amount) FILTER (WHERE s.direction = 'in'), 0) <> v.paid"
        " OR coalesce(sum(s.amount) FILTER (WHERE s.direction = 'note'), 0) <> v.settled_by_credit"
        " OR coalesce(sum(s.amount) FILTER (WHERE s.direction = 'loss'), 0) <> v.written_off"
        " OR v.state = 'posted' AND v.total - v.outstanding <> v.allocated"
    ),
    "allocated is the sum of allocations": (
        "SELECT i.id FROM crm_receivables_installment i LEFT JOIN crm_receivables_allocation a"
        " ON a.installment_id = i.id GROUP BY i.id"
        " HAVING coalesce(sum(CASE WHEN reverses_id IS NULL THEN a.amount ELSE -a.amount END), 0) <> i.allocated"
    ),
    "allocations say since when their sides count": (
        "SELECT a.id FROM crm_receivables_allocation a JOIN crm_receivables_installment i ON i.id = a.installment_id"
        " JOIN crm_receivables_payment p ON p.id = a.payment_id"
        " WHERE (a.invoiced_on, a.received_on) IS DISTINCT FROM (i.posted_on, p.received_on)"
    ),
    "payments are allocated, on account or refunded": (
        "SELECT p.id FROM crm_receivables_payment p LEFT JOIN crm_receivables_allocation a ON a.payment_id = p.id"
        " WHERE p.direction <> 'out' GROUP BY p.id"
        " HAVING coalesce(sum(CASE WHEN reverses_id IS NULL THEN a.amount ELSE -a.amount END), 0) <> p.allocated"
        " OR p.amount <> p.allocated + p.on_account + p.refunded + p.reversed"
        " OR p.refunded <> coalesce((SELECT sum(r.amount)"
        " FROM crm_receivables_refund r WHERE r.payment_id = p.id), 0)"
    ),
    "credited is the sum of credit notes": (
        "SELECT v.id FROM crm_receivables_invoice v LEFT JOIN crm_receivables_credit_note n"
        " ON n.invoice_id = v.id AND n.state = 'posted' GROUP BY v.id HAVING coalesce(sum(n.total), 0) <> v.credited"
    ),
    "credit notes are the sum of their lines": (
        "SELECT n.id FROM crm_receivables_credit_note n LEFT JOIN crm_receivables_credit_line l ON l.note_id = n.id"
        " GROUP BY n.id HAVING (sum(l.amount), sum(l.tax)) IS DISTINCT FROM (n.total::numeric, n.tax::numeric)"
    ),
    "the control account is what is outstanding": (
        "SELECT customer_id FROM (SELECT customer_id, currency, sum(amount) AS amount FROM crm_receivables_posting"
        " WHERE account = 'receivable' GROUP BY 1, 2) c FULL JOIN (SELECT customer_id, currency,"
        " sum(outstanding) AS owed FROM crm_receivables_invoice GROUP BY 1, 2) o USING (customer_id, currency)"
        " WHERE coalesce(c.amount, 0) <> coalesce(o.owed, 0)"
    ),
    "customer credit is what is on account": (
        "SELECT customer_id FROM (SELECT customer_id, currency, -sum(amount) AS amount FROM crm_receivables_posting"
        " WHERE account = 'credit' GROUP BY 1, 2) c FULL JOIN (SELECT customer_id, currency, sum(on_account) AS kept"
        " FROM crm_receivables_payment GROUP BY 1, 2) o USING (customer_id, currency)"
        " WHERE coalesce(c.amount, 0) <> coalesce(o.kept, 0)"
    ),
}


async def assert_ties() -> None:
    for name, sql in _TIES.items():
        assert [tuple(row) for row in await fetch(sql)] == [], name


async def new_customer(name: str = "春意空调有限公司", owner_id: int | None = None) -> int:
    return int(
        await fetch_value(
            "INSERT INTO crm_core_customer (code, kind, name, name_key, name_region, trade_name, name_business,"
            " legal_form, stage, country, phone, mobile, email, fax, website, address, postcode, tax_number,"
            " introduction, owner_id, trading, locale, archived, revision, created_at, updated_at)"
            " SELECT 'T' || (count(*) + 1), 'organization', $1, $1, '', $1, '', '', 'formal', 'CN', '', '', '', '', '',"
            " '', '', '', '', $2, false, 'zh_CN', false, 1, now(), now() FROM crm_core_customer RETURNING id",
            name,
            owner_id,
        )
    )


def an_invoice(
    customer_id: int, *amounts: int, posted_on: date = DAY, due_on: date | None = None, **more: Any
) -> NewInvoice:
    """One installment for each of `amounts`, a month apart."""
    first = due_on or posted_on
    months = [
        date(first.year + (first.month - 1 + k) // 12, (first.month - 1 + k) % 12 + 1, 15) for k in range(len(amounts))
    ]
    return NewInvoice(
        customer_id=customer_id,
        currency=more.pop("currency", "CNY"),
        posted_on=posted_on,
        lines=(NewLine(description="服务", amount=sum(amounts)),),
        installments=tuple(
            NewInstallment(due_on=months[k] if k else first, amount=amount) for k, amount in enumerate(amounts)
        ),
        **more,
    )


async def post(customer_id: int, *amounts: int, **more: Any) -> int:
    (id,) = await post_invoices([an_invoice(customer_id, *amounts, **more)])
    assert id is not None
    return id


async def pay(
    customer_id: int,
    amount: int,
    *,
    on: date = DAY,
    reference: str = "",
    oldest: bool = False,
    currency: str = "CNY",
) -> int:
    payment = NewPayment(
        customer_id=customer_id,
        amount=amount,
        currency=currency,
        received_on=on,
        reference=reference,
        method=PaymentMethod.BANK_TRANSFER,
    )
    return await record_payment(payment, oldest_first=oldest)


async def installments(invoice_id: int) -> list[int]:
    rows = await fetch("SELECT id FROM crm_receivables_installment WHERE invoice_id = $1 ORDER BY id", invoice_id)
    return [row["id"] for row in rows]


async def figures(table: str, id: int, *names: str) -> tuple[Any, ...]:
    row = await fetch_row(f"SELECT {', '.join(names)} FROM crm_receivables_{table} WHERE id = $1", id)
    assert row is not None
    return tuple(row)


async def user(login: str, *permissions: str) -> Actor:
    id = await fetch_value(
        "INSERT INTO guanxi_user (login, name, email, password_hash, active, administrator, locale,"
        " revision, created_at, updated_at) VALUES ($1, $1, '', '', true, false, 'en', 1, now(), now()) RETURNING id",
        login,
    )
    return Actor(kind="user", id=id, name=login, permissions=frozenset(map(str, permissions)))


async def count(table: str) -> int:
    return int(await fetch_value(f"SELECT count(*) FROM crm_receivables_{table}"))
