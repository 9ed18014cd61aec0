"""Pay links: made by users, opened by whoever has the address."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from crm_pay import providers, queries
from crm_pay.choices import ProviderName
from crm_pay.provider import Order
from crm_pay.providers import PROVIDERS
from crm_receivables.services import InvoiceBalance, invoice_balance
from guanxi import (
    Conflict,
    NotFound,
    _,
    audit,
    base_address,
    clock,
    current_actor,
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


def _hash(token: str) -> str:
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
    token, now, actor = secrets.token_urlsafe(24), clock.now(), current_actor()
    sealed = await encrypt_secret(token.encode())
    author = actor.id if actor.signed_in else None
    async with transaction():
        id = await fetch_value(
            queries.NEW_LINK, invoice_id, _hash(token), sealed, now + timedelta(days=days), now, author
        )
        await audit("create", KEY, id, label=invoice.number or "")
    return address_of(token)


async def current_address(invoice_id: int) -> str:
    """Of the newest link that is good; empty where there is none. Raises SecretLost."""
    row = await fetch_row(queries.CURRENT_LINK, invoice_id, clock.now())
    return "" if row is None else address_of((await decrypt_secret(row["secret"])).decode())


async def open_link(token: str) -> tuple[int, InvoiceBalance]:
    """The link's id, and its invoice. Raises NotFound, also for one that has ended."""
    row = await fetch_row(queries.LINK_BY_TOKEN, _hash(token[:_LONGEST_TOKEN]), clock.now())
    invoice = None if row is None else await invoice_balance(row["invoice_id"])
    if row is None or invoice is None:
        raise NotFound()
    return row["id"], invoice


async def choices(invoice: InvoiceBalance) -> list[Any]:
    """The accounts with which this invoice can be paid."""
    return [row for row in await fetch(queries.ACTIVE_ACCOUNTS) if _fits(row, invoice.currency)]


def _fits(account: Any, currency: str) -> bool:
    provider = PROVIDERS[ProviderName(account["provider"])]
    if provider.name is ProviderName.TEST and not account["test_mode"]:
        return False
    return provider.currencies is None or currency in provider.currencies


async def start(token: str, account_id: int) -> str:
    """The address at which the provider takes what is owed now. Raises NotFound, Conflict, ProviderUnavailable."""
    link_id, invoice = await open_link(token)
    if not invoice.is_open:
        raise Conflict(_("Nothing is owed on this invoice."))
    account = next((row for row in await choices(invoice) if row["id"] == account_id), None)
    if account is None:
        raise NotFound()
    reference, now = f"GX{secrets.token_hex(12)}", clock.now()
    asked = (invoice.currency, invoice.outstanding, now)
    await execute(queries.NEW_ATTEMPT, reference, link_id, invoice.id, account_id, *asked)
    order = Order(
        reference=reference,
        amount=invoice.outstanding,
        currency=invoice.currency,
        title=invoice.number or reference,
        notify_url=f"{base_address()}/crm_pay/webhook/{account_id}",
        return_url=address_of(token),
        at=now,
        test_mode=account["test_mode"],
    )
    keys = await providers.unseal(account["secret"])
    return await PROVIDERS[ProviderName(account["provider"])].begin(keys, order, providers.transport)
