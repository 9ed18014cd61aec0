"""Pay links: made by users or printed on papers, opened by whoever has the address."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from crm_pay import providers, queries, standing
from crm_pay.choices import ProviderName
from crm_pay.provider import Offer, Order
from crm_pay.providers import PROVIDERS
from crm_receivables.services import InvoiceBalance, invoice_balance
from guanxi import (
    Conflict,
    NotFound,
    _,
    audit,
    author_id,
    base_address,
    clock,
    decrypt_secret,
    encrypt_secret,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    transaction,
)

PATH = "/crm_pay/pay/"
KEY = "crm_pay/links"
DAYS = 30
_LONGEST_TOKEN = 64


@dataclass(frozen=True, slots=True)
class Payer:
    """What is known of the browser of whoever pays."""

    ip: str = ""
    phone: bool = False


@dataclass(frozen=True, slots=True)
class Started:
    reference: str
    offer: Offer


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def address_of(token: str) -> str:
    return f"{base_address()}{PATH}{token}"


async def make_link(invoice_id: int, days: int = DAYS) -> str:
    """The address of a new one. Raises NotFound, Conflict where nothing is owed on the invoice.

    Whether the user sees the invoice is the caller's to check.
    """
    invoice = await invoice_balance(invoice_id)
    if invoice is None:
        raise NotFound()
    if not invoice.is_open:
        raise Conflict(_("Nothing is owed on this invoice."))
    token = secrets.token_urlsafe(24)
    await _keep(invoice, token, clock.now() + timedelta(days=days))
    return address_of(token)


async def _keep(invoice: InvoiceBalance, token: str, expires_at: datetime | None) -> int:
    """The row of a link, new or there already."""
    sealed = await encrypt_secret(token.encode())
    author = author_id()
    async with transaction():
        values = (invoice.id, token_hash(token), sealed, expires_at, clock.now(), author)
        id = await fetch_value(queries.NEW_LINK, *values)
        await audit("create", KEY, id, label=invoice.number or "")
    return int(id)


async def current_address(invoice_id: int) -> str:
    """Of the newest link that is good; empty where there is none. Raises SecretLost."""
    row = await fetch_row(queries.CURRENT_LINK, invoice_id, clock.now())
    return "" if row is None else address_of((await decrypt_secret(row["secret"])).decode())


async def open_link(token: str) -> tuple[int | None, InvoiceBalance]:
    """The link's id, None for one that stands on a paper and was not used yet; and its invoice.

    Raises NotFound, also for one that has ended or was revoked.
    """
    token = token[:_LONGEST_TOKEN]
    row = await fetch_row(queries.LINK_BY_TOKEN, token_hash(token), clock.now())
    invoice_id = await standing.invoice_of(token) if row is None else row["invoice_id"]
    invoice = None if invoice_id is None else await invoice_balance(invoice_id)
    if invoice is None or (row is not None and not row["good"]):
        raise NotFound()
    return (None if row is None else row["id"]), invoice


async def choices(invoice: InvoiceBalance) -> list[Any]:
    """The accounts with which this invoice can be paid."""
    return [row for row in await fetch(queries.ACTIVE_ACCOUNTS) if fits(row, invoice.currency)]


def fits(account: Any, currency: str) -> bool:
    provider = PROVIDERS[ProviderName(account["provider"])]
    if provider.name is ProviderName.TEST and not account["test_mode"]:
        return False
    return provider.currencies is None or currency in provider.currencies


async def start(token: str, account_id: int, payer: Payer | None = None) -> Started:
    """Where the provider takes what is owed now. Raises NotFound, Conflict, ProviderUnavailable."""
    link_id, invoice = await open_link(token)
    if not invoice.is_open:
        raise Conflict(_("Nothing is owed on this invoice."))
    account = next((row for row in await choices(invoice) if row["id"] == account_id), None)
    if account is None:
        raise NotFound()
    if link_id is None:
        link_id = await _keep(invoice, token, None)
    reference, now = f"GX{secrets.token_hex(12)}", clock.now()
    asked = (account["provider"], invoice.currency, invoice.outstanding, now)
    await execute(queries.NEW_ATTEMPT, reference, link_id, invoice.id, account_id, *asked)
    order = Order(
        reference=reference,
        amount=invoice.outstanding,
        currency=invoice.currency,
        title=invoice.number or reference,
        notify_url=f"{base_address()}/crm_pay/webhook/{account_id}",
        return_url=f"{address_of(token)}?attempt={reference}",
        at=now,
        test_mode=account["test_mode"],
        payer_ip=payer.ip if payer else "",
        phone=payer.phone if payer else False,
    )
    keys = await providers.unseal(account["secret"])
    offer = await PROVIDERS[ProviderName(account["provider"])].begin(keys, order, providers.transport)
    if offer.code:
        await execute(queries.GIVE_CODE, reference, offer.code)
    return Started(reference, offer)


async def attempt_of(link_id: int | None, reference: str) -> Any:
    """One of this link; None where there is none."""
    return await fetch_row(queries.ATTEMPT_OF_LINK, reference[:32], link_id) if link_id is not None else None
