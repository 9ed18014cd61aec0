"""What the buttons do that take back what was billed or received."""

from __future__ import annotations

from typing import Any

from crm_receivables.choices import Direction, InvoiceState, ReversalCause, WriteOffState
from crm_receivables.credit_models import CreditNote, WriteOff
from crm_receivables.crediting import credit_invoice
from crm_receivables.models import Invoice, Payment
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.reversing import reverse_payment
from crm_receivables.writing_off import approve_write_off, reject_write_off, request_write_off
from guanxi import Action, Field, Kind, Outcome, _, today


def _reason(required: bool = True) -> Field:
    return Field("reason", _("Reason"), kind=Kind.MULTILINE, required=required, max_length=300)


def _amount() -> Field:
    return Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", required=True, minimum=1)


async def _credit(invoice: Invoice, values: dict[str, Any]) -> Outcome:
    note = await credit_invoice(invoice.id, values["amount"], reason=values["reason"], on=values["posted_on"])
    return Outcome(_("The credit note was given."), go_to=f"/crm_receivables/credit_notes/{note}")


async def _write_off(invoice: Invoice, values: dict[str, Any]) -> Outcome:
    id, approved = await request_write_off(invoice.id, values["amount"], values["reason"])
    said = _("Written off.") if approved else _("The write-off waits for somebody to approve it.")
    return Outcome(said, go_to=f"/crm_receivables/write_offs/{id}")


async def _approve(write_off: WriteOff, values: dict[str, Any]) -> Outcome:
    await approve_write_off(write_off, values["remark"] or "")
    return Outcome(_("Written off."))


async def _reject(write_off: WriteOff, values: dict[str, Any]) -> Outcome:
    await reject_write_off(write_off, values["remark"])
    return Outcome(_("The write-off was rejected."))


async def _reverse(payment: Payment, values: dict[str, Any]) -> Outcome:
    await reverse_payment(
        payment.id, cause=ReversalCause(values["cause"]), on=values["on"], reason=values["reason"] or ""
    )
    return Outcome(_("Reversed; what it had settled is open again."))


async def _reverse_credit(record: CreditNote | WriteOff, values: dict[str, Any]) -> Outcome:
    assert record.payment_id is not None
    await reverse_payment(record.payment_id, cause=ReversalCause.MISTAKE, reason=values["reason"])
    return Outcome(_("Reversed; what it had settled is open again."))


def _left_to_credit(invoice: Any) -> bool:
    return bool(invoice.state == InvoiceState.POSTED and invoice.credited < invoice.total)


CREDIT_ACTIONS = (
    Action(
        name="credit",
        label=_("Give a credit note"),
        permission=P.CREDIT,
        run=_credit,
        when=_left_to_credit,
        fields=(_amount(), Field("posted_on", _("Date"), kind=Kind.DATE, default=today), _reason()),
        start=lambda invoice: {"amount": invoice.total - invoice.credited},
    ),
    Action(
        name="write_off",
        label=_("Write off"),
        permission=P.WRITE_OFF,
        run=_write_off,
        danger=True,
        when=lambda invoice: invoice.state == InvoiceState.POSTED and invoice.outstanding > 0,
        fields=(_amount(), _reason()),
        start=lambda invoice: {"amount": invoice.outstanding},
    ),
)
REVERSE = Action(
    name="reverse",
    label=_("Reverse"),
    permission=P.REVERSE,
    run=_reverse,
    danger=True,
    when=lambda payment: payment.direction == Direction.IN and not payment.refunded and not payment.reversed,
    fields=(
        Field("cause", _("Cause"), kind=Kind.CHOICE, choices=ReversalCause, required=True),
        Field("on", _("Date"), kind=Kind.DATE, default=today),
        _reason(required=False),
    ),
)
REVERSE_CREDIT = Action(
    name="reverse",
    label=_("Reverse"),
    permission=P.REVERSE,
    run=_reverse_credit,
    danger=True,
    when=lambda record: record.state in ("posted", "approved"),
    fields=(_reason(),),
)


def _waits(write_off: Any) -> bool:
    return bool(write_off.state == WriteOffState.REQUESTED)


WRITE_OFF_ACTIONS = (
    Action(
        name="approve",
        label=_("Approve"),
        permission=P.APPROVE_WRITE_OFF,
        run=_approve,
        primary=True,
        when=_waits,
        moves_to=WriteOffState.APPROVED,
        fields=(Field("remark", _("Remark"), kind=Kind.MULTILINE, required=False, max_length=300),),
    ),
    Action(
        name="reject",
        label=_("Reject"),
        permission=P.APPROVE_WRITE_OFF,
        run=_reject,
        when=_waits,
        moves_to=WriteOffState.REJECTED,
        fields=(Field("remark", _("Remark"), kind=Kind.MULTILINE, required=True, max_length=300),),
    ),
    REVERSE_CREDIT,
)
