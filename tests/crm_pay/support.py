"""Attempts by the test provider, and what the money of them came to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from crm_pay import links, providers, testing
from crm_pay.booking import take
from crm_pay.choices import EventKind, ProviderName
from crm_pay.models import ProviderAccount
from crm_pay.provider import Call, ProviderEvent, Reply
from guanxi import clock, create, fetch_row, fetch_value
from tests.crm_receivables.support import new_customer, post

AT = datetime(2026, 1, 20, 8, tzinfo=UTC)


class Answers:
    """In place of the network: the next of several answers, or always the only one."""

    def __init__(self, *bodies: bytes, status: int = 200) -> None:
        self.body, self.status = bodies[0] if bodies else b"", status
        self.calls: list[Call] = []

    async def send(self, call: Call) -> Reply:
        self.calls.append(call)
        return Reply(self.status, self.body)


async def new_account(title: str = "Test", provider: ProviderName = ProviderName.TEST) -> int:
    account = await create(ProviderAccount, {"provider": provider, "title": title})
    return int(account.id)


async def new_attempt(account: int, *amounts: int, invoice: int | None = None) -> str:
    """Our reference of an attempt to pay all that is owed on a new invoice of these installments."""
    invoice = invoice or await post(await new_customer(), *(amounts or (1_000,)))
    token = (await links.make_link(invoice)).rpartition("/")[2]
    return (await links.start(token, account)).reference


async def attempt_of(reference: str) -> dict[str, Any]:
    row = await fetch_row("SELECT * FROM crm_pay_attempt WHERE reference = $1", reference)
    assert row is not None
    return dict(row)


def event(reference: str, kind: EventKind, amount: int = 1_000, id: str = "", **more: Any) -> ProviderEvent:
    given = {"provider_reference": f"T-{reference}", "currency": "CNY", "at": AT, **more}
    number = id or f"{reference}-{kind}-{amount}"
    return ProviderEvent(id=number, kind=kind, reference=reference, amount=amount, **given)


async def send(account: int, event: ProviderEvent) -> bytes:
    secret = await fetch_value("SELECT secret FROM crm_pay_account WHERE id = $1", account)
    keys = await providers.unseal(secret)
    return await take(account, testing.signed(keys["secret"], event, clock.now()))


async def state(reference: str) -> dict[str, Any]:
    """Of an attempt, its payment, its invoice and its problems; nothing that tells how it came to it."""
    row = await fetch_row(
        "SELECT t.state, t.captured, t.returned, v.outstanding, v.allocated, p.allocated AS used, p.on_account,"
        " p.refunded + p.reversed AS gone, ARRAY(SELECT kind FROM crm_pay_problem x"
        " WHERE x.attempt_id = t.id ORDER BY kind)::text[] AS problems,"
        " (SELECT count(*) FROM crm_receivables_payment q WHERE q.direction = 'in') AS payments"
        " FROM crm_pay_attempt t JOIN crm_receivables_invoice v ON v.id = t.invoice_id"
        " LEFT JOIN crm_receivables_payment p ON p.id = t.payment_id WHERE t.reference = $1",
        reference,
    )
    assert row is not None
    return dict(row)


async def problems() -> list[str]:
    return list(await fetch_value("SELECT ARRAY(SELECT kind::text FROM crm_pay_problem ORDER BY kind)"))
