"""What the JSON API offers beside the resources. A customer outside of the caller's sight is not found."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import msgspec

from crm_loyalty import codes, queries, services
from crm_loyalty.errors import NoSuchHold, NoSuchRedemption
from crm_loyalty.permissions import LoyaltyPermission
from guanxi import Call, Endpoint, Field, GuanxiError, InvalidInput, Kind, NotFound, _, current_company, get

Id = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]
_Points = Annotated[int, msgspec.Meta(ge=1, le=services.MAX_POINTS)]
Source = Annotated[
    str, msgspec.Meta(min_length=1, max_length=180, description="What causes it, such as `order:12`; books once.")
]
_Type = Annotated[str, msgspec.Meta(min_length=1, max_length=30, description="The code of a type of points.")]
_Code = Annotated[str, msgspec.Meta(max_length=40)]
Card = Annotated[str, msgspec.Meta(min_length=1, max_length=40, description="The number of the member's card.")]
_Reason = Annotated[str, msgspec.Meta(max_length=300)]


class MemberInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whom it is about: exactly one of the two."""

    customer_id: Id | None = None
    card: Card | None = None


class PointsInput(MemberInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    points: _Points
    source: Source
    type: _Type = services.POINTS
    reason: _Reason = ""


class RedeemInput(PointsInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    code: _Code = ""
    """that the member tells, where the settings ask for it"""


class CodeInput(MemberInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    points: _Points
    type: _Type = services.POINTS


class CodeOutput(msgspec.Struct, frozen=True):
    sent_to: str
    expires_at: datetime


class HoldInput(MemberInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    points: _Points
    source: Source
    type: _Type = services.POINTS
    minutes: Annotated[int, msgspec.Meta(ge=1, le=10_080)] | None = None
    code: _Code = ""


class CaptureInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hold_id: Id
    points: _Points | None = None
    """less than what is held; the rest is free again"""
    reason: _Reason = ""


class ReleaseInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hold_id: Id


class ReverseInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry_id: Id
    source: Source
    points: _Points | None = None
    reason: _Reason = ""


class BookingOutput(msgspec.Struct, frozen=True):
    entry_id: int
    points: int
    balance: int


class HoldOutput(msgspec.Struct, frozen=True):
    hold_id: int
    points: int
    state: str
    expires_at: datetime


class BalanceOutput(msgspec.Struct, frozen=True):
    customer_id: int
    card_number: str
    type: str
    balance: int
    available: int
    held: int
    pending: int
    debt: int
    growth: int
    tier: str
    expiring_soon: int
    next_tier: str
    measure: str
    """of the figures: growth, spend in minor units of the company's currency, count of purchases"""
    figure: int
    missing: int | None
    """to the next tier"""
    kept_until: date | None
    missing_to_keep: int | None
    multiplier: int
    """percent"""
    discount: int
    """basis points"""
    service_class: str
    benefits: str
    benefits_zh: str


_RESERVED = (
    *("payment:", "refund:", "reversal:", "hold:", "merge:", "expire:", "request:", "user:", "portal:", "check-in:"),
    *("referral:", "care:", "draw:", "reward:"),
)
"""what sources of other parts begin with; taken first, those could not be booked any more"""


def own_source(source: str) -> str:
    """Raises InvalidInput for one that belongs to another part of the program."""
    if source.startswith(_RESERVED) or "#" in source:
        raise InvalidInput({"source": _("Without #, and not beginning with {begin}.", begin=" ".join(_RESERVED))})
    return source


async def check_customer(customer_id: int | None, missing: type[GuanxiError] = NotFound) -> int:
    """Raises `missing` for a customer that is not there, or not there for the caller."""
    if customer_id is None:
        raise missing()
    try:
        await get(current_company().catalog.resources["crm_core/customers"].model, customer_id)
    except NotFound as error:
        raise missing() from error
    return customer_id


async def customer_meant(given: MemberInput) -> int:
    """A card that nobody has, or somebody outside of the caller's sight, is not found, as a customer is."""
    if (given.customer_id is None) == (given.card is None):
        raise InvalidInput({"card": _("Give either the customer or the card.")})
    return await check_customer(given.customer_id if given.card is None else await queries.customer_of_card(given.card))


def _booking(booking: services.Booking) -> BookingOutput:
    return BookingOutput(booking.entry_id, booking.points, booking.balance)


def _hold(hold: services.HoldInfo) -> HoldOutput:
    return HoldOutput(hold.hold_id, hold.points, hold.state, hold.expires_at)


async def _balance(call: Call[Any]) -> BalanceOutput:
    card = call.query.get("card")
    customer_id = await check_customer(
        call.path["customer_id"] if card is None else await queries.customer_of_card(card)
    )
    found = await services.balance(customer_id, type=call.query["type"] or services.POINTS)
    return BalanceOutput(
        customer_id,
        found.card_number,
        found.type,
        found.balance,
        found.available,
        found.held,
        found.pending,
        found.debt,
        found.growth,
        found.tier,
        found.expiring_soon,
        found.next_tier,
        found.measure.value,
        found.figure,
        found.missing,
        found.kept_until,
        found.missing_to_keep,
        found.multiplier,
        found.discount,
        found.service_class,
        found.benefits,
        found.benefits_zh,
    )


async def _earn(call: Call[PointsInput]) -> BookingOutput:
    given = call.input
    customer_id = await customer_meant(given)
    return _booking(
        await services.earn(customer_id, given.points, own_source(given.source), type=given.type, reason=given.reason)
    )


async def _redeem(call: Call[RedeemInput]) -> BookingOutput:
    given = call.input
    customer_id = await customer_meant(given)
    booking = await services.redeem(
        customer_id, given.points, own_source(given.source), type=given.type, reason=given.reason, code=given.code
    )
    return _booking(booking)


async def _set_aside(call: Call[HoldInput]) -> HoldOutput:
    given = call.input
    customer_id = await customer_meant(given)
    hold = await services.hold(
        customer_id, given.points, own_source(given.source), type=given.type, minutes=given.minutes, code=given.code
    )
    return _hold(hold)


async def _send_code(call: Call[CodeInput]) -> CodeOutput:
    customer_id = await customer_meant(call.input)
    sent = await codes.send(customer_id, call.input.type, call.input.points)
    return CodeOutput(sent.to, sent.expires_at)


async def _capture(call: Call[CaptureInput]) -> BookingOutput:
    given = call.input
    await check_customer(await queries.customer_of_hold(given.hold_id), NoSuchHold)
    return _booking(await services.capture(given.hold_id, given.points, reason=given.reason))


async def _release(call: Call[ReleaseInput]) -> HoldOutput:
    await check_customer(await queries.customer_of_hold(call.input.hold_id), NoSuchHold)
    return _hold(await services.release(call.input.hold_id))


async def _reverse(call: Call[ReverseInput]) -> BookingOutput:
    given = call.input
    await check_customer(await queries.customer_of_entry(given.entry_id), NoSuchRedemption)
    booking = await services.reverse(given.entry_id, own_source(given.source), given.points, reason=given.reason)
    return _booking(booking)


_TYPE = Field("type", _("Type of points"), kind=Kind.TEXT, required=False, max_length=30)

ENDPOINTS = (
    Endpoint(
        path="/customers/{customer_id:int}/balance",
        method="GET",
        handler=_balance,
        access=LoyaltyPermission.READ,
        summary=_("A customer's points, tier and what expires soon"),
        query=(_TYPE,),
        output=BalanceOutput,
    ),
    Endpoint(
        path="/balance",
        method="GET",
        handler=_balance,
        access=LoyaltyPermission.READ,
        summary=_("Points, tier and what expires soon of who has this card"),
        query=(Field("card", _("Card number"), kind=Kind.TEXT, required=True, max_length=40), _TYPE),
        output=BalanceOutput,
    ),
    Endpoint(
        path="/earn",
        method="POST",
        handler=_earn,
        access=LoyaltyPermission.EARN,
        summary=_("Grant points for purchases"),
        input=PointsInput,
        output=BookingOutput,
    ),
    Endpoint(
        path="/redeem",
        method="POST",
        handler=_redeem,
        access=LoyaltyPermission.REDEEM,
        summary=_("Redeem points"),
        input=RedeemInput,
        output=BookingOutput,
    ),
    Endpoint(
        path="/code",
        method="POST",
        handler=_send_code,
        access=LoyaltyPermission.REDEEM,
        summary=_("Mail the member a code to redeem many points with"),
        input=CodeInput,
        output=CodeOutput,
    ),
    Endpoint(
        path="/hold",
        method="POST",
        handler=_set_aside,
        access=LoyaltyPermission.REDEEM,
        summary=_("Set points aside for a purchase under way"),
        input=HoldInput,
        output=HoldOutput,
    ),
    Endpoint(
        path="/capture",
        method="POST",
        handler=_capture,
        access=LoyaltyPermission.REDEEM,
        summary=_("Redeem what is held"),
        input=CaptureInput,
        output=BookingOutput,
    ),
    Endpoint(
        path="/release",
        method="POST",
        handler=_release,
        access=LoyaltyPermission.REDEEM,
        summary=_("Free what is held"),
        input=ReleaseInput,
        output=HoldOutput,
    ),
    Endpoint(
        path="/reverse",
        method="POST",
        handler=_reverse,
        access=LoyaltyPermission.REDEEM,
        summary=_("Give redeemed points back"),
        input=ReverseInput,
        output=BookingOutput,
    ),
)
