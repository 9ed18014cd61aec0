"""Gift cards over the JSON API. Codes stand in the body, never in an address, which logs would keep."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import msgspec

from crm_wallet import gift_cards
from crm_wallet.api import Amount, Id, MovementOutput, Reason, Source, booked, check_customer
from crm_wallet.errors import NoSuchSpend
from crm_wallet.permissions import WalletPermission as P
from crm_wallet.services import redeem_card
from guanxi import Call, Endpoint, _, author_id, fetch_value, may

_Code = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
_Pin = Annotated[str, msgspec.Meta(max_length=20)]


class CardCheckInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: _Code
    pin: _Pin = ""


class CardActivateInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: _Code
    amount: Amount
    """what was paid for it"""
    source: Source
    pin: _Pin = ""
    reason: Reason = ""


class CardSpendInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: _Code
    amount: Amount
    source: Source
    pin: _Pin = ""
    reason: Reason = ""


class CardGiveBackInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry_id: Id
    source: Source
    amount: Amount | None = None
    reason: Reason = ""


class CardRedeemInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: _Code
    customer_id: Id
    source: Source
    pin: _Pin = ""
    reason: Reason = ""


class CardOutput(msgspec.Struct, frozen=True):
    card_id: int
    number: str
    currency: str
    balance: int
    state: str
    valid_until: date | None
    usable: bool


class CardMovementOutput(msgspec.Struct, frozen=True):
    entry_id: int
    amount: int
    balance: int


def _moved(booking: gift_cards.CardBooking) -> CardMovementOutput:
    return CardMovementOutput(booking.entry_id, booking.amount, booking.balance)


async def _check(call: Call[CardCheckInput]) -> CardOutput:
    found = await gift_cards.find_card(call.input.code, call.input.pin)
    return CardOutput(
        found.card_id,
        found.number,
        found.currency,
        found.balance,
        found.state.value,
        found.valid_until,
        found.usable,
    )


async def _activate(call: Call[CardActivateInput]) -> CardMovementOutput:
    given = call.input
    card = await gift_cards.find_card(given.code, given.pin)
    return _moved(await gift_cards.sell_card(card.card_id, given.amount, given.source, reason=given.reason))


async def _spend(call: Call[CardSpendInput]) -> CardMovementOutput:
    given = call.input
    card = await gift_cards.find_card(given.code, given.pin)
    return _moved(await gift_cards.spend_card(card.card_id, given.amount, given.source, reason=given.reason))


async def _give_back(call: Call[CardGiveBackInput]) -> CardMovementOutput:
    """Of a purchase that the caller took, or for who manages gift cards."""
    given = call.input
    sql = "SELECT created_by_id FROM crm_wallet_card_entry WHERE id = $1"
    own = author_id() is not None and await fetch_value(sql, given.entry_id) == author_id()
    if not own and not may(P.BLOCK):
        raise NoSuchSpend()
    return _moved(await gift_cards.return_to_card(given.entry_id, given.source, given.amount, reason=given.reason))


async def _redeem(call: Call[CardRedeemInput]) -> MovementOutput:
    given = call.input
    customer_id = await check_customer(given.customer_id)
    card = await gift_cards.find_card(given.code, given.pin)
    return booked(await redeem_card(card.card_id, customer_id, given.source, reason=given.reason))


def _step(path: str, handler: Any, summary: Any, input: Any, output: Any = CardMovementOutput) -> Endpoint:
    return Endpoint(
        path=f"/gift_cards/{path}",
        method="POST",
        handler=handler,
        access=P.SELL,
        summary=summary,
        input=input,
        output=output,
    )


CARD_ENDPOINTS = (
    _step("check", _check, _("What is on a gift card"), CardCheckInput, CardOutput),
    _step("activate", _activate, _("Sell a gift card"), CardActivateInput),
    _step("spend", _spend, _("Take a gift card, or a part of it"), CardSpendInput),
    _step("give_back", _give_back, _("Give a purchase back to its gift card"), CardGiveBackInput),
    _step("redeem", _redeem, _("Redeem a gift card into a customer's stored value"), CardRedeemInput, MovementOutput),
)
