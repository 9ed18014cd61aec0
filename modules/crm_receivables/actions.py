"""What the buttons of invoices and payments do."""

from __future__ import annotations

from typing import Any

from crm_receivables.allocating import allocate_payment, on_account, settle_invoice, unallocate
from crm_receivables.choices import Direction, InvoiceState, InvoiceStatus, MoneyMethod, PaymentMethod
from crm_receivables.credit_actions import CREDIT_ACTIONS, REVERSE
from crm_receivables.drafts import post_draft
from crm_receivables.jobs import BILL_CONTRACTS
from crm_receivables.mailing import send_action
from crm_receivables.models import Invoice, Payment
from crm_receivables.party_renewal import renew_parties
from crm_receivables.payments import NewPayment, record_payment, refund_payment, void_invoice
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.receipt import has_receipt
from crm_receivables.taking_back import ask_for_leftovers, leftovers_of
from crm_receivables.tax_invoice_actions import RECORD_TAX_INVOICE
from crm_receivables.tax_invoice_models import CURRENCY
from guanxi import (
    Action,
    Conflict,
    Field,
    InvalidInput,
    Kind,
    Outcome,
    Text,
    _,
    ask,
    author_id,
    current_company,
    enqueue,
    fetch_row,
    format_money,
    today,
)


def _bank() -> str:
    return PaymentMethod.BANK_TRANSFER.value


def _payment_fields() -> tuple[Field, ...]:
    return (
        Field("method", _("Payment method"), kind=Kind.CHOICE, choices=MoneyMethod, default=_bank),
        Field("received_on", _("Received on"), kind=Kind.DATE, default=today),
        Field("reference", _("Reference"), kind=Kind.TEXT, required=False, max_length=120),
        Field("account", _("Our account"), kind=Kind.TEXT, required=False, max_length=80),
        Field("note", _("Note"), kind=Kind.TEXT, required=False, max_length=500),
    )


def _new_payment(values: dict[str, Any], customer_id: int, currency: str) -> NewPayment:
    return NewPayment(
        customer_id=customer_id,
        currency=currency,
        amount=values["amount"],
        method=PaymentMethod(values["method"]),
        received_on=values["received_on"],
        reference=values["reference"] or "",
        account=values["account"] or "",
        note=values["note"] or "",
        handler_id=author_id(),
    )


async def _post(invoice: Invoice, values: dict[str, Any]) -> Outcome:
    await post_draft(invoice, values["posted_on"])
    row = await fetch_row("SELECT number FROM crm_receivables_invoice WHERE id = $1", invoice.id)
    assert row is not None
    return Outcome(_("Posted as {number}.").format(number=row["number"]))


async def _covered(invoice: Invoice) -> tuple[Text, list[tuple[Text, int]]]:
    """One question for all that voiding leaves: a yes is one to a single question."""
    amount, stays = format_money(invoice.tax_invoiced, CURRENCY), await leftovers_of(invoice.id)
    if stays:
        text = _(
            "Tax invoices over {amount} were drawn for this invoice, and what is listed was booked because of it."
            " Voiding it takes neither back. Void it?",
            amount=amount,
        )
        return text, stays
    text = _(
        "Tax invoices over {amount} were drawn for this invoice. Voiding it does not take them back: a red"
        " letter over {amount} is due. Void it?",
        amount=amount,
    )
    return text, stays


async def _void(invoice: Invoice, values: dict[str, Any]) -> Outcome:
    covered = invoice.tax_invoiced > 0
    if covered:
        ask(*await _covered(invoice))
    else:
        await ask_for_leftovers(invoice.id)
    await void_invoice(invoice.id, reason=values["reason"])
    if covered:
        return Outcome(_("The invoice is void; its number stays. It is among the red letters due."))
    return Outcome(_("The invoice is void; its number stays."))


async def _renew_parties(invoice: Invoice, values: dict[str, Any]) -> Outcome:
    await renew_parties(invoice, values["reason"])
    return Outcome(_("Names and addresses are those of today."))


async def _pay(invoice: Invoice, values: dict[str, Any]) -> Outcome:
    """A payment for this invoice: its oldest installments first, the rest stays on account."""
    payment = _new_payment(values, invoice.customer_id, invoice.currency)
    payment_id = await record_payment(payment)
    await settle_invoice(payment_id, invoice.id, await on_account(payment_id), payment.received_on)
    return Outcome(_("The payment was recorded."), go_to=f"/crm_receivables/payments/{payment_id}")


async def _record(record: None, values: dict[str, Any]) -> Outcome:
    payment = _new_payment(values, values["customer"], values["currency"])
    payment_id = await record_payment(payment, oldest_first=bool(values["oldest_first"]))
    return Outcome(_("The payment was recorded."), go_to=f"/crm_receivables/payments/{payment_id}")


async def _bill_now(record: None, values: dict[str, Any]) -> Outcome:
    job_id = await enqueue(BILL_CONTRACTS)
    return Outcome(_("Billing runs in the background."), data={"job": job_id}, go_to="/crm_receivables/invoices")


async def _oldest_first(payment: Payment, values: dict[str, Any]) -> Outcome:
    total = await allocate_payment(payment.id)
    if not total:
        raise Conflict(_("The customer has no open invoice in this currency."))
    return Outcome(_("{amount} allocated.").format(amount=format_money(total, payment.currency)))


async def _take_back(payment: Payment, values: dict[str, Any]) -> Outcome:
    total = await unallocate(payment.id, values["invoice"])
    return Outcome(_("{amount} taken back.").format(amount=format_money(total, payment.currency)))


async def _refund(payment: Payment, values: dict[str, Any]) -> Outcome:
    if values["amount"] > payment.on_account:
        raise InvalidInput({"amount": _("Only what is on account can be refunded; take back allocations first.")})
    await refund_payment(
        payment.id,
        values["amount"],
        method=PaymentMethod(values["method"]),
        reference=values["reference"] or "",
        reason=values["reason"],
        on=values["refunded_on"],
        handler_id=author_id(),
    )
    return Outcome(_("{amount} refunded.").format(amount=format_money(values["amount"], payment.currency)))


def _amount() -> Field:
    return Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", required=True, minimum=1)


def _reason() -> Field:
    return Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=300)


def _is_open(invoice: Any) -> bool:
    return bool(invoice.state == InvoiceState.POSTED and invoice.outstanding > 0)


BILL_NOW = Action(name="bill_now", label=_("Bill now"), permission=P.ISSUE, run=_bill_now, on="list")
INVOICE_ACTIONS = (
    Action(
        name="post",
        label=_("Post", "invoice"),
        permission=P.ISSUE,
        run=_post,
        primary=True,
        when=lambda invoice: invoice.state == InvoiceState.DRAFT,
        moves_to=InvoiceStatus.OPEN,
        fields=(Field("posted_on", _("Invoice date"), kind=Kind.DATE, default=today),),
    ),
    Action(
        name="pay",
        label=_("Record payment"),
        permission=P.RECORD,
        run=_pay,
        primary=True,
        when=_is_open,
        moves_to=InvoiceStatus.PAID,
        fields=(_amount(), *_payment_fields()),
        start=lambda invoice: {"amount": invoice.outstanding},
    ),
    Action(
        name="void",
        label=_("Void", "action"),
        permission=P.VOID,
        run=_void,
        danger=True,
        asks=True,
        when=lambda invoice: invoice.state == InvoiceState.POSTED and invoice.allocated == 0 and invoice.credited == 0,
        moves_to=InvoiceStatus.VOID,
        fields=(_reason(),),
    ),
    Action(
        name="renew_parties",
        label=_("Renew names and addresses"),
        permission=P.ISSUE,
        run=_renew_parties,
        when=lambda invoice: invoice.state == InvoiceState.POSTED,
        fields=(_reason(),),
    ),
    *CREDIT_ACTIONS,
    RECORD_TAX_INVOICE,
    send_action("crm_receivables/invoices", P.ISSUE, lambda invoice: bool(invoice.state != InvoiceState.DRAFT)),
    BILL_NOW,
)


def _has_credit(payment: Any) -> bool:
    return bool(payment.direction != Direction.OUT and payment.on_account > 0)


def _can_refund(payment: Any) -> bool:
    return bool(payment.direction in (Direction.IN, Direction.NOTE) and refundable(payment) > 0)


def refundable(payment: Any) -> int:
    """What is on account and not promised back already."""
    left = payment.amount - payment.refunded - payment.reversed - payment.held
    return int(max(min(payment.on_account, left), 0))


PAYMENT_ACTIONS = (
    Action(
        name="record",
        label=_("Record payment"),
        permission=P.RECORD,
        run=_record,
        on="list",
        primary=True,
        fields=(
            Field("customer", _("Customer"), kind=Kind.RELATION, to="crm_core/customers", required=True),
            Field(
                "currency",
                _("Currency"),
                kind=Kind.CURRENCY,
                default=lambda: current_company().currency,
                max_length=3,
            ),
            _amount(),
            *_payment_fields(),
            Field(
                "oldest_first",
                _("Allocate to the oldest invoices"),
                kind=Kind.BOOLEAN,
                required=False,
                default=lambda: True,
            ),
        ),
    ),
    Action(
        name="allocate",
        label=_("Allocate, oldest first"),
        permission=P.ALLOCATE,
        run=_oldest_first,
        primary=True,
        when=_has_credit,
    ),
    Action(
        name="unallocate",
        label=_("Take back allocations"),
        permission=P.ALLOCATE,
        run=_take_back,
        when=lambda payment: payment.direction != Direction.LOSS and payment.allocated > 0,
        fields=(
            Field(
                "invoice",
                _("Invoice"),
                kind=Kind.RELATION,
                to="crm_receivables/invoices",
                required=False,
                help=_("Empty: all of them."),
            ),
        ),
    ),
    Action(
        name="refund",
        label=_("Refund"),
        permission=P.REFUND,
        run=_refund,
        danger=True,
        when=_can_refund,
        fields=(
            _amount(),
            Field("refunded_on", _("Refunded on"), kind=Kind.DATE, required=False, default=today),
            Field("method", _("Payment method"), kind=Kind.CHOICE, choices=MoneyMethod, default=_bank),
            Field("reference", _("Reference"), kind=Kind.TEXT, required=False, max_length=120),
            _reason(),
        ),
        start=lambda payment: {"amount": refundable(payment)},
    ),
    send_action("crm_receivables/payments", P.RECORD, has_receipt),
    REVERSE,
)
