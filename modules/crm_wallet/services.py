"""What other add-ons may call. Every step has a source that makes it happen once: the same source with the same
values answers the same again, with other values it raises SourceTaken. The callers check who may do it.

Amounts are minor units > 0, at most MAX_AMOUNT in one step. Each step is one statement, atomic also outside of a
transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from crm_wallet import ledger, queries
from crm_wallet.cash_back import CashBackGrant, grant_cash_back, take_back_cash_back
from crm_wallet.choices import EntryKind, PaidBy, RefundedBonus
from crm_wallet.errors import PaidAnInvoice
from crm_wallet.gift_cards import (
    CardBooking,
    CardInfo,
    Secret,
    find_card,
    issue_card,
    redeem_card as _redeem_card,
    return_to_card,
    sell_card,
    spend_card,
)
from crm_wallet.ledger import MAX_AMOUNT, check_amount, check_currency, check_source
from crm_wallet.settings import WalletSettings, ceiling
from guanxi import InvalidInput, _, clock, current_company, settings_of, today

__all__ = [
    "MAX_AMOUNT",
    "Balance",
    "Booking",
    "CardBooking",
    "CardInfo",
    "CashBackGrant",
    "HoldInfo",
    "Movement",
    "Secret",
    "balances",
    "capture",
    "cash_refund",
    "find_card",
    "give_back",
    "grant_cash_back",
    "hold",
    "issue_card",
    "ledger_differences",
    "movements",
    "redeem_card",
    "release",
    "return_to_card",
    "sell_card",
    "spend",
    "spend_card",
    "take_back_cash_back",
    "top_up",
]
SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Booking:
    """`principal` and `bonus` have the sign of the movement; the other two are the wallet's after it."""

    entry_id: int
    wallet_id: int
    currency: str
    principal: int
    bonus: int
    principal_after: int
    bonus_after: int


@dataclass(frozen=True, slots=True)
class HoldInfo:
    hold_id: int
    principal: int
    bonus: int
    state: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Balance:
    """What is in one wallet. `free` can be spent now, `refundable` be paid out."""

    wallet_id: int
    number: str
    currency: str
    principal: int
    bonus: int
    held_principal: int
    held_bonus: int
    expiring_soon: int
    paid: int

    @property
    def total(self) -> int:
        return self.principal + self.bonus

    @property
    def held(self) -> int:
        return self.held_principal + self.held_bonus

    @property
    def free(self) -> int:
        return self.total - self.held

    @property
    def refundable(self) -> int:
        return min(self.principal - self.held_principal, self.paid)


@dataclass(frozen=True, slots=True)
class Movement:
    entry_id: int
    at: datetime
    kind: EntryKind
    currency: str
    principal: int
    bonus: int
    source: str
    reason: str
    principal_after: int
    bonus_after: int


async def top_up(
    customer_id: int,
    amount: int,
    currency: str,
    source: str,
    *,
    offer_id: int | None = None,
    paid_by: PaidBy | None = None,
    reason: str = "",
) -> Booking:
    """What the customer pays in, with the bonus of an offer. Raises OverCeiling, SourceTaken, InvalidInput."""
    check_amount(amount)
    bonus, expires_at = await _offered(offer_id, amount, currency) if offer_id is not None else (0, None)
    row = await ledger.top_up(
        customer_id,
        check_currency(currency),
        amount,
        check_source(source),
        bonus=bonus,
        expires_at=expires_at,
        offer_id=offer_id,
        paid_by=paid_by.value if paid_by is not None else None,
        ceiling=ceiling(settings_of(WalletSettings).wallet_ceiling, currency),
        reason=reason[:300],
    )
    return booking(row)


async def _offered(offer_id: int, amount: int, currency: str) -> tuple[int, datetime | None]:
    row, day = await queries.offer_row(offer_id), today()
    if row is None or (row["currency"], row["pays"]) != (currency, amount):
        raise InvalidInput({"offer": _("This offer is for another amount or currency.")})
    if not row["active"] or row["valid_from"] > day or (row["valid_until"] or day) < day:
        raise InvalidInput({"offer": _("This offer is not valid today.")})
    if row["bonus_days"] is None:
        return row["bonus"], None
    return row["bonus"], _end_of(day + timedelta(days=row["bonus_days"]))


def _end_of(day: date) -> datetime:
    return clock.day_end(day, current_company().zone)


async def spend(customer_id: int, amount: int, currency: str, source: str, *, reason: str = "") -> Booking:
    """Principal and bonus as the settings say. Raises NotEnough, NoWallet, SourceTaken."""
    order = settings_of(WalletSettings).order.value
    return booking(
        await ledger.spend(customer_id, currency, check_amount(amount), order, check_source(source), reason[:300])
    )


async def hold(customer_id: int, amount: int, currency: str, source: str, *, minutes: int | None = None) -> HoldInfo:
    """Set an amount aside until the hold ends. Raises NotEnough, NoWallet, SourceTaken."""
    settings = settings_of(WalletSettings)
    lasts = settings.hold_minutes if minutes is None else minutes
    if not 1 <= lasts <= 10_080:
        raise InvalidInput({"minutes": _("Enter a number from {low} to {high}.", low=1, high=10_080)})
    until = clock.now() + timedelta(minutes=lasts)
    order = settings.order.value
    return _hold(
        await ledger.set_aside(customer_id, currency, check_amount(amount), order, until, check_source(source))
    )


async def capture(hold_id: int, amount: int | None = None, *, reason: str = "") -> Booking:
    """Spend what is held, or less; the rest is free again. Raises HoldClosed, MoreThanHeld, NoSuchHold."""
    if amount is not None:
        check_amount(amount)
    return booking(await ledger.capture(hold_id, amount, reason[:300]))


async def release(hold_id: int) -> HoldInfo:
    """Safe to repeat. Raises HoldClosed where it was captured, NoSuchHold."""
    return _hold(await ledger.release(hold_id))


async def give_back(entry_id: int, source: str, amount: int | None = None, *, reason: str = "") -> Booking:
    """Give a spend back to the parts that it came from, None: all that is left of it.

    Raises NothingToGiveBack, NoSuchSpend, SourceTaken; PaidAnInvoice, where the payment is to be refunded instead.
    """
    if amount is not None:
        check_amount(amount)
    if await queries.paid_an_invoice(entry_id):
        raise PaidAnInvoice()
    return await give_back_entry(entry_id, check_source(source), amount, reason=reason)


async def give_back_entry(entry_id: int, source: str, amount: int | None, *, reason: str = "") -> Booking:
    """As `give_back`, of whatever spend; inside this add-on."""
    days = settings_of(WalletSettings).grace_days
    rows = await ledger.give_back(
        entry_id, amount, source, _end_of(today() + timedelta(days=days)) if days else None, reason[:300]
    )
    return booking(rows[0], rows[-1])


async def cash_refund(customer_id: int, amount: int, currency: str, source: str, *, reason: str = "") -> Booking:
    """Pay principal out: never bonus, and never more than was paid in. `bonus` of the answer is what was forfeited.

    Raises NotPaidIn, NoWallet, SourceTaken.
    """
    forfeit = settings_of(WalletSettings).refunded_bonus is RefundedBonus.FORFEIT
    rows = await ledger.cash_refund(
        customer_id, currency, check_amount(amount), check_source(source), forfeit=forfeit, reason=reason[:300]
    )
    first, last = rows[0], rows[-1]
    return Booking(
        first["id"],
        first["wallet_id"],
        first["currency"],
        first["principal"],
        last["bonus"],
        last["principal_after"],
        last["bonus_after"],
    )


async def redeem_card(card_id: int, customer_id: int, source: str, *, reason: str = "") -> Booking:
    """All that is on a gift card becomes principal of the customer, once. Raises CardNotUsable, OverCeiling."""
    return booking(await _redeem_card(card_id, customer_id, source, reason=reason))


async def balances(customer_id: int, currency: str | None = None) -> list[Balance]:
    """By currency; empty for a customer without stored value."""
    now = clock.now()
    return [
        Balance(
            row["id"],
            row["number"],
            row["currency"],
            row["principal"],
            row["bonus"] - (0 if row["held_bonus"] else row["due"]),
            row["held_principal"],
            row["held_bonus"],
            row["soon"],
            row["paid"],
        )
        for row in await queries.wallets_of(customer_id, currency, now, now + timedelta(days=SOON_DAYS))
    ]


async def movements(customer_id: int, limit: int = 50) -> list[Movement]:
    """The latest first."""
    return [
        Movement(
            row["id"],
            row["at"],
            EntryKind(row["kind"]),
            row["currency"],
            row["principal"],
            row["bonus"],
            row["source"],
            row["reason"],
            row["principal_after"],
            row["bonus_after"],
        )
        for row in await queries.movements_of(customer_id, limit)
    ]


async def ledger_differences() -> list[str]:
    """What is not as the ledger says. Empty, always."""
    return await queries.differences()


def booking(row: Mapping[str, Any], last: Mapping[str, Any] | None = None) -> Booking:
    """`last`: the entry that the figures after it are those of."""
    after = last if last is not None else row
    return Booking(
        row["id"],
        row["wallet_id"],
        row["currency"],
        row["principal"],
        row["bonus"],
        after["principal_after"],
        after["bonus_after"],
    )


def _hold(row: Mapping[str, Any]) -> HoldInfo:
    return HoldInfo(row["id"], row["principal"], row["bonus"], row["state"], row["expires_at"])
