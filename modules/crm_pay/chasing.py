"""Asking providers what became of payments and refunds that nobody told us of: a message may be lost, a server stop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from crm_pay import providers, refund_sql, refunding
from crm_pay.booking import take_events
from crm_pay.choices import ProviderName
from crm_pay.provider import Inquiry, ProviderEvent
from crm_pay.providers import PROVIDERS
from guanxi import GuanxiError, Job, Run, _, clock, fetch, fetch_row, transaction

Ask = Callable[[int], Awaitable[tuple[int, list[ProviderEvent]]]]
BATCH = 20
"""of either kind in one run: with one that does not answer each, less than the job's time"""


async def _events_of(attempt_id: int) -> tuple[int, list[ProviderEvent]]:
    """Outside a transaction. Raises ProviderUnavailable, KeysMissing, SecretLost, BadMessage."""
    row: Any = await fetch_row(refund_sql.TO_ASK, attempt_id)
    if row is None:
        return 0, []
    inquiry = Inquiry(reference=row["reference"], at=clock.now(), test_mode=row["test_mode"])
    keys = await providers.unseal(row["secret"])
    provider = PROVIDERS[ProviderName(row["provider"])]
    return row["account_id"], await provider.ask(keys, inquiry, providers.transport)


async def ask_now(attempt_id: int) -> None:
    """For somebody who waits."""
    account_id, events = await _events_of(attempt_id)
    async with transaction():
        await take_events(account_id, events)


async def ask_providers(run: Run) -> None:
    """One that does not answer, or nonsense, keeps no other waiting: it is asked again later."""
    able = [name.value for name, provider in PROVIDERS.items() if provider.asks]
    refunds = await fetch(refund_sql.UNANSWERED, clock.now(), BATCH)
    attempts = await fetch(refund_sql.UNHEARD, clock.now(), BATCH, able)
    questions: list[tuple[Ask, int]] = [(refunding.ask_about, row["id"]) for row in refunds]
    questions += [(_events_of, row["id"]) for row in attempts]
    for ask, id in questions:
        try:
            account_id, events = await ask(id)
        except GuanxiError:
            continue
        async with run.step():
            await take_events(account_id, events)


ASK_PROVIDERS = Job(
    name="crm_pay.ask_providers",
    title=_("Ask payment providers what became of payments and refunds"),
    run=ask_providers,
    steps=True,
    timeout=900,
)
