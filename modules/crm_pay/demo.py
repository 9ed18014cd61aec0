"""Demo data: the test provider in test mode, a link, and a payment by it."""

from __future__ import annotations

import secrets

from crm_pay import links, providers, queries, testing
from crm_pay.booking import take
from crm_pay.choices import EventKind, ProviderName
from crm_pay.models import ProviderAccount
from crm_pay.provider import ProviderEvent
from crm_receivables.services import open_items
from guanxi import clock, create, fetch_row

_TITLE = "测试渠道 Test provider"


async def make_demo() -> None:
    if await fetch_row("SELECT 1 FROM crm_pay_account WHERE title = $1", _TITLE):
        return
    account = await create(ProviderAccount, {"provider": ProviderName.TEST, "title": _TITLE})
    for item in await open_items(limit=1):
        token = (await links.make_link(item.invoice_id)).rpartition("/")[2]
        started = await links.start(token, account.id)
        await _pay(started.reference)


async def _pay(reference: str) -> None:
    attempt = await fetch_row(queries.TEST_ATTEMPT, reference)
    assert attempt is not None
    event = ProviderEvent(
        id=secrets.token_hex(8),
        kind=EventKind.PAID,
        reference=reference,
        provider_reference=f"TEST-{reference}",
        amount=attempt["amount"],
        currency=attempt["currency"],
        at=clock.now(),
    )
    keys = await providers.unseal(attempt["secret"])
    await take(attempt["account_id"], testing.signed(keys["secret"], event, clock.now()))
