"""Giving money back through the provider that brought it: asked for here, sent by a job, booked by what it answers.

The amount is held on the attempt and on the payment from the request to the answer, so that no more is ever asked back
than came, and nobody gives it back by hand meanwhile. The
provider knows a refund by our number: sent twice, also by two workers or after a crash, it is one refund.
"""

from __future__ import annotations

import secrets
from typing import Any

from crm_pay import providers, refund_sql
from crm_pay.booking import take_events
from crm_pay.choices import ProviderName
from crm_pay.errors import TooMuchToRefund
from crm_pay.provider import ProviderEvent, RefundOrder
from crm_pay.providers import PROVIDERS
from crm_receivables.errors import RefundTooLarge
from crm_receivables.services import hold_payment
from guanxi import (
    InvalidInput,
    Job,
    Run,
    _,
    audit,
    author_id,
    base_address,
    clock,
    enqueue,
    fetch_row,
    fetch_value,
    format_money,
    transaction,
)

KEY = "crm_pay/refunds"


async def request_refund(attempt_id: int, amount: int, reason: str) -> int:
    """The id of the refund, which a job sends as soon as this is committed. Raises TooMuchToRefund."""
    if amount <= 0:
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    now, number = clock.now(), f"GR{secrets.token_hex(14)}"
    author = author_id()
    async with transaction():
        reserved = await fetch_row(refund_sql.RESERVE, attempt_id, amount, now)
        if reserved is None:
            raise TooMuchToRefund()
        try:
            await hold_payment(reserved["payment_id"], amount)
        except RefundTooLarge as error:
            raise TooMuchToRefund() from error
        currency = reserved["currency"]
        id = await fetch_value(refund_sql.INSERT, number, attempt_id, currency, amount, reason[:300], now, author)
        said = {"amount": format_money(amount, currency, "en"), "attempt": attempt_id}
        await audit("create", KEY, id, label=number, after=said, reason=reason)
        await audit("refund", "crm_pay/attempts", attempt_id, after={"amount": said["amount"]}, reason=reason)
        await enqueue(SEND_REFUND, {"refund": id})
    return int(id)


async def ask_about(refund_id: int) -> tuple[int, list[ProviderEvent]]:
    """The account, and what the provider says of a refund that waits for its answer; outside a transaction.

    Raises ProviderUnavailable, KeysMissing, SecretLost, BadMessage.
    """
    row: Any = await fetch_row(refund_sql.TO_SEND, refund_id)
    if row is None:
        return 0, []
    order = RefundOrder(
        number=row["number"],
        amount=row["amount"],
        currency=row["currency"],
        reference=row["reference"],
        provider_reference=row["provider_reference"] or "",
        captured=row["captured"],
        reason=row["reason"],
        notify_url=f"{base_address()}/crm_pay/webhook/{row['account_id']}",
        at=clock.now(),
        test_mode=row["test_mode"],
    )
    keys = await providers.unseal(row["secret"])
    provider = PROVIDERS[ProviderName(row["provider"])]
    return row["account_id"], await provider.refund(keys, order, providers.transport)


async def send_refund(run: Run) -> None:
    account_id, events = await ask_about(run.payload["refund"])
    async with run.step():
        await take_events(account_id, events)


SEND_REFUND = Job(name="crm_pay.send_refund", title=_("Refund through a payment provider"), run=send_refund, steps=True)
