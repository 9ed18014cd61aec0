"""Confirming what a line pays, taking that back, and setting lines aside. Each is one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from crm_bank import locks
from crm_bank.choices import Category, LineState
from crm_bank.errors import LineSettled, WrongAmount
from crm_core.services import name_key
from crm_receivables.services import (
    NewPayment,
    PaymentMethod,
    Portion,
    ReversalCause,
    allocate_portions,
    first_open_day,
    is_reversed,
    record_payments,
    reverse_payment,
)
from guanxi import (
    AuditItem,
    InvalidInput,
    NotFound,
    _,
    audit,
    audit_many,
    author_id,
    clock,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    transaction,
)

LINES = "crm_bank/lines"


@dataclass(frozen=True, slots=True)
class Match:
    """A line is a payment of this customer, for these installments: `{installment id: amount}`, the rest on account."""

    line_id: int
    customer_id: int
    amounts: Mapping[int, int] = field(default_factory=dict)


async def confirm(match: Match) -> int:
    """As somebody says, and learned for the next time; the payment's id.

    Raises NotFound, LineSettled, WrongAmount, OverAllocated.
    """
    async with transaction():
        ((line, payment_id),) = await confirm_all([match])
        account = line["counterparty"]
        key = "" if account else name_key(line["name"])
        if account or key:
            await execute(locks.LEARN, match.line_id, account, key, match.customer_id, clock.now())
    return payment_id


async def confirm_all(matches: Sequence[Match]) -> list[tuple[Any, int]]:
    """Set-based: (line, payment id) in the order of lines. All of them or none."""
    by_line = {match.line_id: match for match in matches}
    if len(by_line) != len(matches):
        raise LineSettled()
    async with transaction():
        lines = await fetch(locks.LOCK_LINES, sorted(by_line))
        if len(lines) != len(matches):
            raise NotFound()
        if any(line["state"] != LineState.OPEN for line in lines):
            raise LineSettled()
        for line in lines:
            _check_amounts(line, by_line[line["id"]])
        first = await first_open_day()
        payments = await record_payments([_payment(line, by_line[line["id"]].customer_id, first) for line in lines])
        portions = [
            Portion(payment_id, installment_id, amount, line["booked_on"])
            for line, payment_id in zip(lines, payments, strict=True)
            for installment_id, amount in sorted(by_line[line["id"]].amounts.items())
        ]
        await allocate_portions(portions)
        await _note(lines, [by_line[line["id"]].customer_id for line in lines], payments)
    return list(zip(lines, payments, strict=True))


def _check_amounts(line: Any, match: Match) -> None:
    if line["amount"] <= 0:
        raise InvalidInput(message=_("Only money that came in can be matched with invoices."))
    if any(amount <= 0 for amount in match.amounts.values()):
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    if sum(match.amounts.values()) > line["amount"]:
        raise WrongAmount()


def _payment(line: Any, customer_id: int, first: date) -> NewPayment:
    """Its reference names the line, so that a second payment for it is refused by the database.

    A line of a closed month counts from `first`, the first open day, and the note says when the bank booked it.
    """
    late = line["booked_on"] < first
    return NewPayment(
        customer_id=customer_id,
        amount=line["amount"],
        currency=line["currency"],
        received_on=max(line["booked_on"], first),
        method=PaymentMethod(line["method"]),
        reference=f"{line['bank_reference']} BL-{line['id']:08}".strip(),
        account=(line["number"] or line["account"])[:80],
        handler_id=author_id(),
        note=f"{line['booked_on']} {line['text']}"[:500] if late else line["text"][:500],
    )


async def _note(lines: Sequence[Any], customers: Sequence[int], payments: Sequence[int]) -> None:
    ids = [line["id"] for line in lines]
    changed = await fetch(locks.MATCH_LINES, ids, list(customers), list(payments), author_id(), clock.now())
    if len(changed) != len(lines):
        raise LineSettled()
    await audit_many(
        "match",
        LINES,
        [
            AuditItem(line["id"], line["text"][:100], after={"customer": customer_id, "payment": payment_id})
            for line, customer_id, payment_id in zip(lines, customers, payments, strict=True)
        ],
    )


async def match_paid_out(line_id: int, payment_id: int) -> None:
    """Money that went out is this refund, which is booked already. Raises NotFound, LineSettled, WrongAmount."""
    async with transaction():
        line = await _locked(line_id, LineState.OPEN)
        customer_id = await fetch_value(locks.PAID_OUT, payment_id, line["currency"], -line["amount"])
        if customer_id is None:
            raise WrongAmount()
        if await fetch_value("SELECT 1 FROM crm_bank_line WHERE payment_id = $1", payment_id):
            raise LineSettled()
        await _note([line], [customer_id], [payment_id])


async def _locked(line_id: int, *states: LineState) -> Any:
    line = await fetch_row(locks.LOCK_LINES, [line_id])
    if line is None:
        raise NotFound()
    if line["state"] not in states:
        raise LineSettled()
    return line


async def set_aside(line_id: int, category: Category) -> None:
    """It is of no customer, or booked already. Raises NotFound, LineSettled."""
    if category is Category.NONE:
        raise InvalidInput({"category": _("Choose what it is.")})
    async with transaction():
        line = await _locked(line_id, LineState.OPEN)
        await execute(locks.SET_ASIDE, line_id, category.value, author_id(), clock.now())
        await audit("set_aside", LINES, line_id, label=line["text"][:100], after={"category": category.value})


async def reopen(line_id: int, *, reason: str = "") -> None:
    """As if it had never been settled: its payment is reversed, unless it was, and what was learned from it forgotten.

    Raises NotFound, LineSettled, NotReversible where money of the payment was refunded.
    """
    async with transaction():
        line = await _locked(line_id, LineState.MATCHED, LineState.SET_ASIDE)
        if line["payment_id"] is not None and line["amount"] > 0 and not await is_reversed(line["payment_id"]):
            await reverse_payment(line["payment_id"], cause=ReversalCause.MISTAKE, reason=reason)
        await execute(locks.OPEN_AGAIN, line_id)
        await execute(locks.FORGET, line_id)
        before = {"state": line["state"], "customer": line["customer_id"], "payment": line["payment_id"]}
        await audit("reopen", LINES, line_id, label=line["text"][:100], before=before, reason=reason)
