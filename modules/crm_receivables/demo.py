"""Demo data: the invoices that demo contracts led to, paid in part; some overdue, one payment refunded."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from crm_receivables.billing import bill_batch
from crm_receivables.choices import PaymentMethod
from crm_receivables.crediting import credit_invoice
from crm_receivables.demo_tax_invoices import make_tax_invoices
from crm_receivables.exchange_models import ExchangeRate
from crm_receivables.payments import NewPayment, record_payment, refund_payment
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.writing_off import request_write_off
from guanxi import create, current_company, fetch, fetch_value, included_tax, today

_TAX_RATE = Decimal(6)
_SERVICES = (
    ("上门检修与保养 On-site maintenance", 680_000),
    ("配件更换 Spare parts", 215_050),
    ("培训服务 Training", 350_000),
    ("技术支持 Technical support", 128_000),
)
_RATES = {
    "EUR": ("7.7215", "7.8102", "7.7640", "7.8455", "7.9020"),
    "USD": ("7.1820", "7.1655", "7.1410", "7.1508", "7.1236"),
}
"""made up, a month apart, the oldest first"""


async def make_demo() -> None:
    while await bill_batch() is not None:
        pass
    day = today()
    await _older_invoices(day)
    await _payments(day)
    await _credits()
    await _rates(day)
    await _foreign(day)
    await make_tax_invoices()


async def _older_invoices(day: date) -> None:
    """Services of the last months, without a contract: they are what is overdue."""
    customers = await fetch("SELECT id FROM crm_core_customer WHERE stage = 'formal' ORDER BY id LIMIT 8")
    invoices = []
    for index, row in enumerate(customers):
        name, amount = _SERVICES[index % len(_SERVICES)]
        posted_on = day - timedelta(days=130 - 15 * index)
        invoices.append(
            NewInvoice(
                customer_id=row["id"],
                currency="CNY",
                posted_on=posted_on,
                lines=(
                    NewLine(description=name, amount=amount, tax=included_tax(amount, _TAX_RATE), tax_rate=_TAX_RATE),
                ),
                installments=(NewInstallment(due_on=posted_on + timedelta(days=30), amount=amount),),
            )
        )
    await post_invoices(invoices)


async def _credits() -> None:
    """A small credit note, and a write-off that waits for somebody to approve it."""
    rows = await fetch(
        "SELECT id FROM crm_receivables_invoice WHERE contract_id IS NULL AND outstanding > 100000 AND credited = 0"
        " ORDER BY id DESC LIMIT 2"
    )
    for row, step in zip(rows, (_credit, _write_off), strict=False):
        await step(row["id"])


async def _credit(invoice_id: int) -> None:
    await credit_invoice(invoice_id, 30_000, reason="少用一天 One day less")


async def _write_off(invoice_id: int) -> None:
    await request_write_off(invoice_id, 20_000, "客户争议，金额较小 Disputed, a small amount")


async def _payments(day: date) -> None:
    """Every second customer has paid: one in full, the next one in part; the first one too much."""
    rows = await fetch(
        "SELECT customer_id, currency, sum(outstanding)::bigint AS owed, max(posted_on) AS posted_on"
        " FROM crm_receivables_invoice WHERE outstanding > 0 GROUP BY customer_id, currency ORDER BY customer_id"
    )
    methods = (PaymentMethod.BANK_TRANSFER, PaymentMethod.ALIPAY, PaymentMethod.WECHAT)
    for index, row in enumerate(rows[::2]):
        share = 3 if index % 2 else 1
        extra = 50_000 if index == 0 else 0
        payment = NewPayment(
            customer_id=row["customer_id"],
            currency=row["currency"],
            amount=max(1, row["owed"] // share) + extra,
            method=methods[index % len(methods)],
            reference=f"DEMO-{index + 1:04}",
            received_on=day - timedelta(days=index),
            account="中国银行 6217 **** 0021",
        )
        payment_id = await record_payment(payment, oldest_first=True)
        if extra:
            await refund_payment(payment_id, extra, reference="DEMO-REFUND", reason="多付款退回 Overpaid")


async def _rates(day: date) -> None:
    """Only where the books are kept in yuan."""
    if current_company().currency != "CNY":
        return
    first = day - timedelta(days=30 * len(_RATES["EUR"]))
    for code, rates in _RATES.items():
        for index, rate in enumerate(rates):
            values = {"currency": code, "day": first + timedelta(days=30 * index), "rate": Decimal(rate)}
            await create(ExchangeRate, values)


async def _foreign(day: date) -> None:
    """An export, billed in euros and paid in part."""
    customer = await fetch_value("SELECT id FROM crm_core_customer WHERE country = 'DE' ORDER BY id LIMIT 1")
    if customer is None:
        return
    amount, posted_on = 1_180_000, day - timedelta(days=75)
    line = NewLine(description="冷水机组 Chiller, export", amount=amount)
    parts = tuple(NewInstallment(due_on=day + timedelta(days=n), amount=amount // 2) for n in (15, 45))
    invoice = NewInvoice(customer_id=customer, currency="EUR", posted_on=posted_on, lines=(line,), installments=parts)
    await post_invoices([invoice])
    payment = NewPayment(
        customer_id=customer,
        currency="EUR",
        amount=amount // 2,
        reference="DEMO-EUR-1",
        received_on=day - timedelta(days=40),
        account="中国银行 6217 **** 0021",
    )
    await record_payment(payment, oldest_first=True)
