"""Booking what providers report: each message once, in one transaction with its effect."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from crm_pay import queries, refund_sql
from crm_pay.choices import ProblemKind, ProviderName
from crm_pay.facts import Facts, conclude
from crm_pay.provider import Message, ProviderEvent
from crm_pay.providers import PROVIDERS, unseal
from crm_receivables.errors import NothingAllocated
from crm_receivables.services import (
    NewPayment,
    ReversalCause,
    invoice_balance,
    on_account,
    record_payment,
    refund_payment,
    reverse_payment,
    set_held,
    settle_with,
    unallocate,
    was_reversed,
)
from guanxi import (
    Conflict,
    InvalidInput,
    NotFound,
    clock,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    today,
    transaction,
)

Row = Mapping[str, Any]


async def take(account_id: int, message: Message) -> bytes:
    """What the provider wants to hear. Raises BadSignature, BadMessage, NotFound; then nothing is stored.

    The account's name stands in the audit log, as nobody is signed in.
    """
    account = await fetch_row(queries.ACCOUNT, account_id)
    if account is None:
        raise NotFound()
    provider = PROVIDERS[ProviderName(account["provider"])]
    if provider.name is ProviderName.TEST and not account["test_mode"]:
        raise NotFound()
    events = provider.read(await unseal(account["secret"]), message)
    digest = hashlib.sha256(message.body).hexdigest()
    async with transaction():
        await take_events(account_id, events, digest)
    return provider.answer


async def take_events(account_id: int, events: Sequence[ProviderEvent], digest: str = "") -> None:
    """What a message, or an answer to a question of ours, says. In the caller's transaction."""
    if events:
        await execute(queries.LOCK_ACCOUNT, account_id)
    for event in events:
        await _take_event(account_id, event, digest)


async def _take_event(account_id: int, event: ProviderEvent, digest: str) -> None:
    """A repeated one is booked again, too, which changes nothing unless it could not be booked before."""
    about = (event.kind.value, event.reference, event.provider_reference, event.amount, event.currency, event.total)
    more = (event.refund, event.detail, event.at, clock.now(), digest)
    await execute(queries.NEW_MESSAGE, account_id, event.id, *about, *more)
    for row in await fetch(queries.ATTEMPTS_OF, account_id, event.reference, event.provider_reference):
        await book(row["id"])


async def book(attempt_id: int) -> bool:
    """Bring an attempt, its payment and its invoice to what all its messages say; False where that cannot be booked.

    In the caller's transaction, which holds the account's lock or is about this attempt alone.
    """
    attempt = await _read(attempt_id)
    messages = await fetch(queries.MESSAGES_OF, attempt["account_id"], attempt["reference"])
    facts = conclude(messages, attempt["provider_reference"])
    await execute(queries.STATE, attempt_id, facts.state.value, clock.now())
    await execute(refund_sql.CONCLUDE, attempt_id, clock.now())
    await _hold(await _read(attempt_id), facts)
    for step in (_came, _came_again, _went):
        try:
            async with transaction():
                await step(attempt_id, facts)
        except (Conflict, InvalidInput) as refused:
            fields = refused.fields if isinstance(refused, InvalidInput) else {}
            await _problem(attempt_id, ProblemKind.NOT_BOOKED, str(next(iter(fields.values()), refused.text)))
            return False
    await execute(queries.SOLVED, attempt_id, ProblemKind.NOT_BOOKED.value, clock.now())
    return True


async def _read(attempt_id: int) -> Row:
    attempt: Row | None = await fetch_row(queries.LOCK_ATTEMPT, attempt_id)
    assert attempt is not None
    return attempt


async def _hold(attempt: Row, facts: Facts) -> None:
    """What was asked for, and what went but is not booked yet, is not given back by hand."""
    if attempt["payment_id"] is not None:
        await set_held(attempt["payment_id"], attempt["refunding"] + max(facts.returned - attempt["returned"], 0))


async def _came(attempt_id: int, facts: Facts) -> None:
    attempt = await _read(attempt_id)
    if facts.paid is not None and attempt["payment_id"] is None:
        await _capture(attempt, facts.paid)


async def _came_again(attempt_id: int, facts: Facts) -> None:
    attempt = await _read(attempt_id)
    for again in facts.paid_again:
        payment = await _payment(attempt, again)
        if not await was_reversed(payment.method, payment.reference):  # else it would come back with each repetition
            await record_payment(payment)
        await _problem(attempt_id, ProblemKind.PAID_TWICE, again["provider_reference"])


async def _went(attempt_id: int, facts: Facts) -> None:
    attempt = await _read(attempt_id)
    if facts.excess:
        await _problem(attempt_id, ProblemKind.EXCESS)
    if facts.other_back:
        await _problem(attempt_id, ProblemKind.OTHER_BACK)
    if facts.taken_back:
        await _problem(attempt_id, ProblemKind.TAKEN_BACK)
    missing = facts.returned - attempt["returned"]
    if missing > 0:
        await _give_back(attempt, facts, attempt["payment_id"], missing)
        await execute(queries.RETURNED, attempt_id, facts.returned, clock.now())


async def _payment(attempt: Row, paid: Row) -> NewPayment:
    invoice = await invoice_balance(attempt["invoice_id"])
    assert invoice is not None
    return NewPayment(
        customer_id=invoice.customer_id,
        amount=paid["amount"],
        currency=paid["currency"],
        received_on=today(),
        method=PROVIDERS[ProviderName(attempt["provider"])].method,
        reference=paid["provider_reference"] or attempt["reference"],
        account=attempt["title"],
    )


def _as_asked(attempt: Row, paid: Row) -> bool:
    return (paid["amount"], paid["currency"]) == (attempt["amount"], attempt["currency"])


async def _capture(attempt: Row, paid: Row) -> None:
    """The money is recorded as it came; it settles the invoice only where it is what was asked for."""
    payment_id = await record_payment(await _payment(attempt, paid))
    captured = (payment_id, paid["provider_reference"], paid["amount"], paid["currency"], clock.now())
    await execute(queries.CAPTURED, attempt["id"], *captured)
    if not _as_asked(attempt, paid):
        await _problem(attempt["id"], ProblemKind.DIFFERENT)
    elif await settle_with(payment_id, attempt["invoice_id"]):
        await _problem(attempt["id"], ProblemKind.OVERPAID)


async def _give_back(attempt: Row, facts: Facts, payment_id: int, amount: int) -> None:
    assert facts.paid is not None
    if facts.charged_back and amount == facts.captured:
        await set_held(payment_id, 0)
        await reverse_payment(payment_id, cause=ReversalCause.CHARGEBACK)
        return
    await set_held(payment_id, attempt["refunding"])
    allocated = await on_account(payment_id) < amount
    if allocated:
        await _free(payment_id, attempt["invoice_id"], amount)
    method = PROVIDERS[ProviderName(attempt["provider"])].method
    reference = f"{attempt['reference']}-{facts.returned}"
    reason = await fetch_value(refund_sql.REASON, attempt["id"], amount)
    await refund_payment(payment_id, amount, method=method, reference=reference, reason=reason or "")
    if allocated and _as_asked(attempt, facts.paid):
        await settle_with(payment_id, attempt["invoice_id"])


async def _free(payment_id: int, invoice_id: int, amount: int) -> None:
    """Its own invoice gives the money back first; what somebody gave others of it stays there if that is enough."""
    for of_invoice in (invoice_id, None):
        if await on_account(payment_id) < amount:
            with contextlib.suppress(NothingAllocated):
                await unallocate(payment_id, of_invoice)


async def _problem(attempt_id: int, kind: ProblemKind, detail: str = "") -> None:
    await execute(queries.NEW_PROBLEM, attempt_id, kind.value, detail[:300], clock.now())
