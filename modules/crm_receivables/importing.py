"""The import of purchases that are paid already: invoices, payments and allocations, set-based for each batch."""

from __future__ import annotations

from typing import Any

from crm_core.services import NewCustomer, ensure_customers
from crm_receivables import queries
from crm_receivables.allocating import Portion, allocate_portions
from crm_receivables.choices import PaymentMethod
from crm_receivables.payments import NewPayment, announce, insert_payments
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from guanxi import Field, Importer, ImportProblem, ImportResult, ImportRow, Kind, Text, _, current_company, fetch, today

_OTHER = _("The invoice {number} has this reference, and says something else.")
_TWICE = _("Row {row} has the same reference.")
_USED = _("Another payment has this reference.")


async def write_paid(rows: list[ImportRow]) -> ImportResult:
    """One batch. A reference that is there already, for the same customer and amount, changes nothing."""
    result = ImportResult()
    good = await _checked(rows, result)
    if not good:
        return result
    customers = await ensure_customers(
        [NewCustomer(external_id=row.values["customer_external_id"], name=row.values["customer_name"]) for row in good]
    )
    fresh = await _unknown(good, customers, result)
    if fresh:
        await _write(fresh, customers, result)
    return result


async def _checked(rows: list[ImportRow], result: ImportResult) -> list[ImportRow]:
    seen: dict[str, int] = {}
    good = []
    latest = today()
    for row in rows:
        row.values["currency"] = row.values.get("currency") or current_company().currency
        row.values["customer_name"] = row.values.get("customer_name") or row.values["customer_external_id"]
        earlier = seen.setdefault(row.values["reference"], row.number)
        problem: tuple[str, Text] | None = None
        if earlier != row.number:
            problem = "reference", _TWICE.format(row=earlier)
        elif row.values["date"] > latest:
            problem = "date", _("This is in the future.")
        if problem is None:
            good.append(row)
        else:
            result.problems.append(ImportProblem(row.number, *problem))
    return good


async def _unknown(rows: list[ImportRow], customers: dict[str, int], result: ImportResult) -> list[ImportRow]:
    """The rows that no invoice and no payment is there for."""
    references = [row.values["reference"] for row in rows]
    invoices = {row["reference"]: row for row in await fetch(queries.BY_REFERENCE, references)}
    paid = {row["reference"] for row in await fetch(queries.PAID_REFERENCES, references, PaymentMethod.IMPORTED.value)}
    fresh = []
    for row in rows:
        values = row.values
        found = invoices.get(values["reference"])
        if found is None and values["reference"] in paid:
            result.problems.append(ImportProblem(row.number, "reference", _USED))
        elif found is None:
            fresh.append(row)
        elif _same(found, values, customers):
            result.unchanged += 1
        else:
            result.problems.append(ImportProblem(row.number, "reference", _OTHER.format(number=found["number"] or "")))
    return fresh


def _same(found: Any, values: dict[str, Any], customers: dict[str, int]) -> bool:
    said = (customers[values["customer_external_id"]], values["currency"], values["amount"])
    return (found["customer_id"], found["currency"], found["total"]) == said


async def _write(rows: list[ImportRow], customers: dict[str, int], result: ImportResult) -> None:
    ids = await post_invoices([_invoice(row.values, customers) for row in rows], settled=True)
    posted = [(row, id) for row, id in zip(rows, ids, strict=True) if id is not None]
    result.created += len(posted)
    result.unchanged += len(rows) - len(posted)
    owed = [(row, id) for row, id in posted if row.values["amount"]]
    if not owed:
        return
    payments = [_payment(row.values, customers) for row, _id in owed]
    payment_ids = [id for id in await insert_payments(payments) if id is not None]
    parts = {row["invoice_id"]: row["id"] for row in await fetch(queries.INSTALLMENTS_OF, [id for _row, id in owed])}
    await allocate_portions(
        [
            Portion(payment_id, parts[id], row.values["amount"], row.values["date"])
            for payment_id, (row, id) in zip(payment_ids, owed, strict=True)
        ]
    )
    await announce(payment_ids, payments)


def _invoice(values: dict[str, Any], customers: dict[str, int]) -> NewInvoice:
    amount, day = values["amount"], values["date"]
    return NewInvoice(
        customer_id=customers[values["customer_external_id"]],
        currency=values["currency"],
        posted_on=day,
        lines=(NewLine(description=values["reference"], amount=amount),),
        installments=(NewInstallment(due_on=day, amount=amount),) if amount else (),
        reference=values["reference"],
    )


def _payment(values: dict[str, Any], customers: dict[str, int]) -> NewPayment:
    return NewPayment(
        customer_id=customers[values["customer_external_id"]],
        amount=values["amount"],
        currency=values["currency"],
        received_on=values["date"],
        method=PaymentMethod.IMPORTED,
        reference=values["reference"],
    )


PAID_INVOICES = Importer(
    name="paid_invoices",
    title=_("Import paid invoices"),
    permission=ReceivablesPermission.IMPORT,
    write=write_paid,
    batch=2000,
    shown_on="crm_receivables/invoices",
    fields=(
        Field("customer_external_id", _("Customer's external number"), kind=Kind.TEXT, required=True, max_length=80),
        Field("customer_name", _("Customer's name"), kind=Kind.TEXT, required=False, max_length=200),
        Field("date", _("Invoice date"), kind=Kind.DATE, required=True),
        Field("reference", _("External number"), kind=Kind.TEXT, required=True, max_length=80),
        Field("quantity", _("Quantity"), kind=Kind.DECIMAL, required=False, minimum=0),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, required=False, max_length=3),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", required=True, minimum=0),
    ),
    aliases={
        "customer_external_id": ("客户编号", "外部客户编号", "客户ID", "Customer ID", "Customer number"),
        "customer_name": ("客户名称", "客户", "公司名称", "Customer"),
        "date": ("开票日期", "日期", "交易日期", "Date"),
        "reference": ("发票号", "发票号码", "订单号", "单号", "Invoice", "Invoice number", "Order"),
        "quantity": ("数量", "Qty"),
        "currency": ("币种",),
        "amount": ("金额", "含税金额", "Total"),
    },
)
