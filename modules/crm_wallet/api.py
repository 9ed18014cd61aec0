"""What the JSON API offers beside the resources: for shops and tills.

A customer out of the caller's sight is not found. Every step has a source, which books once; amounts are minor units.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec

from crm_wallet import queries, services
from crm_wallet.errors import NoSuchHold, NoSuchSpend
from crm_wallet.permissions import WalletPermission as P
from guanxi import Call, Endpoint, GuanxiError, NotFound, _, current_company, get

Id = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]
Amount = Annotated[int, msgspec.Meta(ge=1, le=services.MAX_AMOUNT, description="Minor units.")]
Currency = Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
Source = Annotated[
    str, msgspec.Meta(min_length=1, max_length=180, description="What causes it, such as `order:12`; books once.")
]
Reason = Annotated[str, msgspec.Meta(max_length=300)]


class TopUpInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    customer_id: Id
    amount: Amount
    currency: Currency
    source: Source
    offer_id: Id | None = None
    reason: Reason = ""


class SpendInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    customer_id: Id
    amount: Amount
    currency: Currency
    source: Source
    reason: Reason = ""


class WalletHoldInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    customer_id: Id
    amount: Amount
    currency: Currency
    source: Source
    minutes: Annotated[int, msgspec.Meta(ge=1, le=10_080)] | None = None


class WalletCaptureInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hold_id: Id
    amount: Amount | None = None
    """less than what is held; the rest is free again"""
    reason: Reason = ""


class WalletReleaseInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hold_id: Id


class WalletGiveBackInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry_id: Id
    source: Source
    amount: Amount | None = None
    """less than what is left of the purchase"""
    reason: Reason = ""


class MovementOutput(msgspec.Struct, frozen=True):
    """`principal` and `bonus` with the sign of the movement, and what is there after it."""

    entry_id: int
    currency: str
    principal: int
    bonus: int
    principal_after: int
    bonus_after: int


class WalletHoldOutput(msgspec.Struct, frozen=True):
    hold_id: int
    principal: int
    bonus: int
    state: str
    expires_at: datetime


class WalletOutput(msgspec.Struct, frozen=True):
    wallet_id: int
    number: str
    currency: str
    principal: int
    bonus: int
    held: int
    free: int
    refundable: int
    expiring_soon: int


class WalletsOutput(msgspec.Struct, frozen=True):
    customer_id: int
    wallets: list[WalletOutput]


async def check_customer(customer_id: int | None, missing: type[GuanxiError] = NotFound) -> int:
    """Raises `missing` for a customer that is not there, or not there for the caller."""
    if customer_id is None:
        raise missing()
    try:
        await get(current_company().catalog.resources["crm_core/customers"].model, customer_id)
    except NotFound as error:
        raise missing() from error
    return customer_id


def booked(booking: services.Booking) -> MovementOutput:
    return MovementOutput(
        booking.entry_id,
        booking.currency,
        booking.principal,
        booking.bonus,
        booking.principal_after,
        booking.bonus_after,
    )


def _hold(hold: services.HoldInfo) -> WalletHoldOutput:
    return WalletHoldOutput(hold.hold_id, hold.principal, hold.bonus, hold.state, hold.expires_at)


async def _balance(call: Call[Any]) -> WalletsOutput:
    customer_id = await check_customer(call.path["customer_id"])
    return WalletsOutput(
        customer_id,
        [
            WalletOutput(
                each.wallet_id,
                each.number,
                each.currency,
                each.principal,
                each.bonus,
                each.held,
                each.free,
                each.refundable,
                each.expiring_soon,
            )
            for each in await services.balances(customer_id)
        ],
    )


async def _top_up(call: Call[TopUpInput]) -> MovementOutput:
    given = call.input
    customer_id = await check_customer(given.customer_id)
    return booked(
        await services.top_up(
            customer_id, given.amount, given.currency, given.source, offer_id=given.offer_id, reason=given.reason
        )
    )


async def _spend(call: Call[SpendInput]) -> MovementOutput:
    given = call.input
    customer_id = await check_customer(given.customer_id)
    return booked(await services.spend(customer_id, given.amount, given.currency, given.source, reason=given.reason))


async def _set_aside(call: Call[WalletHoldInput]) -> WalletHoldOutput:
    given = call.input
    customer_id = await check_customer(given.customer_id)
    return _hold(await services.hold(customer_id, given.amount, given.currency, given.source, minutes=given.minutes))


async def _capture(call: Call[WalletCaptureInput]) -> MovementOutput:
    given = call.input
    await check_customer(await queries.customer_of_hold(given.hold_id), NoSuchHold)
    return booked(await services.capture(given.hold_id, given.amount, reason=given.reason))


async def _release(call: Call[WalletReleaseInput]) -> WalletHoldOutput:
    await check_customer(await queries.customer_of_hold(call.input.hold_id), NoSuchHold)
    return _hold(await services.release(call.input.hold_id))


async def _give_back(call: Call[WalletGiveBackInput]) -> MovementOutput:
    given = call.input
    await check_customer(await queries.customer_of_entry(given.entry_id), NoSuchSpend)
    return booked(await services.give_back(given.entry_id, given.source, given.amount, reason=given.reason))


async def _cash_refund(call: Call[SpendInput]) -> MovementOutput:
    given = call.input
    customer_id = await check_customer(given.customer_id)
    return booked(
        await services.cash_refund(customer_id, given.amount, given.currency, given.source, reason=given.reason)
    )


def _step(path: str, handler: Any, access: P, summary: Any, input: Any, output: Any = MovementOutput) -> Endpoint:
    return Endpoint(
        path=path, method="POST", handler=handler, access=access, summary=summary, input=input, output=output
    )


ENDPOINTS = (
    Endpoint(
        path="/customers/{customer_id:int}/balance",
        method="GET",
        handler=_balance,
        access=P.READ,
        summary=_("A customer's stored value, principal and bonus apart"),
        output=WalletsOutput,
    ),
    _step("/top_up", _top_up, P.TOP_UP, _("Top up stored value"), TopUpInput),
    _step("/spend", _spend, P.SPEND, _("Spend stored value"), SpendInput),
    _step("/hold", _set_aside, P.SPEND, _("Set stored value aside"), WalletHoldInput, WalletHoldOutput),
    _step("/capture", _capture, P.SPEND, _("Spend what is held"), WalletCaptureInput),
    _step("/release", _release, P.SPEND, _("Free what is held", "stored value"), WalletReleaseInput, WalletHoldOutput),
    _step("/give_back", _give_back, P.SPEND, _("Give a purchase back into stored value"), WalletGiveBackInput),
    _step("/refund", _cash_refund, P.REFUND, _("Refund principal in money"), SpendInput),
)
