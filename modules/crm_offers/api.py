"""What shops and tills call. A customer outside of the caller's sight is not found."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from crm_core.services import visible_customer
from crm_offers import services
from crm_offers.errors import NoSuchRedemption
from crm_offers.models import Redemption
from crm_offers.permissions import OfferPermission
from crm_offers.services import MAX_AMOUNT, MAX_CODES, Order
from crm_offers.trying import tries
from guanxi import Call, Endpoint, NotFound, _, author_id, fetch_value, get

_Id = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]
_Amount = Annotated[int, msgspec.Meta(ge=0, le=MAX_AMOUNT)]
"""minor units, before all discounts"""
_Currency = Annotated[str, msgspec.Meta(pattern="^[A-Z][A-Z][A-Z]$")]
_Code = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
_Codes = Annotated[list[_Code], msgspec.Meta(min_length=1, max_length=MAX_CODES)]
_Source = Annotated[
    str, msgspec.Meta(min_length=1, max_length=180, description="What causes it, such as `order:12`; books once.")
]


class QuoteInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes: _Codes
    amount: _Amount
    currency: _Currency
    customer_id: _Id | None = None


class RedeemInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes: _Codes
    amount: _Amount
    currency: _Currency
    source: _Source
    customer_id: _Id | None = None


class HoldInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes: _Codes
    amount: _Amount
    currency: _Currency
    source: _Source
    customer_id: _Id | None = None
    minutes: Annotated[int, msgspec.Meta(ge=1, le=10_080)] = 15


class ReleaseInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes: _Codes
    """as they were held: who guesses the source alone frees nothing"""
    source: _Source
    customer_id: _Id | None = None


class IssueInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    campaign_id: _Id
    source: _Source
    customer_id: _Id | None = None
    """None: for whoever has the code"""


class ReverseInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    redemption_id: _Id
    source: _Source


class LineOutput(msgspec.Struct, frozen=True):
    code: str
    campaign: str
    discount: int
    gift: str
    refused: str
    """empty where it applies, else why it does not: `minimum`, `expired`, …"""
    reason: str
    """the same for people"""


class QuoteOutput(msgspec.Struct, frozen=True):
    amount: int
    discount: int
    to_pay: int
    lines: list[LineOutput]


class RedeemedCouponOutput(msgspec.Struct, frozen=True):
    code: str
    campaign: str
    gift: str
    discount: int


class RedeemOutput(msgspec.Struct, frozen=True):
    redemption_id: int
    amount: int
    discount: int
    to_pay: int
    coupons: list[RedeemedCouponOutput]


class HoldOutput(msgspec.Struct, frozen=True):
    held_until: datetime


class ReleaseOutput(msgspec.Struct, frozen=True):
    released: int


class IssueOutput(msgspec.Struct, frozen=True):
    coupon_id: int
    code: str
    valid_until: datetime | None


class ReverseOutput(msgspec.Struct, frozen=True):
    redemption_id: int


async def _order(given: QuoteInput | RedeemInput | HoldInput) -> Order:
    if given.customer_id is not None:
        await visible_customer(given.customer_id)
    source = "" if isinstance(given, QuoteInput) else given.source
    return Order(tuple(given.codes), given.amount, given.currency, given.customer_id, source)


def _line(line: services.Line) -> LineOutput:
    terms = line.offered.terms
    name, gift = (terms.name, terms.gift) if terms is not None else ("", "")
    if line.refused is None:
        return LineOutput(line.offered.code, name, line.discount, gift, "", "")
    return LineOutput(line.offered.code, name, 0, gift, line.refused.value, str(line.refused.label))


async def _quote(call: Call[QuoteInput]) -> QuoteOutput:
    order = await _order(call.input)
    async with tries() as quotes:
        found = await services.quote(order)
        quotes.append(found)
    return QuoteOutput(
        found.amount, found.discount, found.amount - found.discount, [_line(each) for each in found.lines]
    )


async def _redeem(call: Call[RedeemInput]) -> RedeemOutput:
    order = await _order(call.input)
    async with tries():
        done = await services.redeem(order)
    coupons = [RedeemedCouponOutput(each.code, each.name, each.gift, each.discount) for each in done.coupons]
    return RedeemOutput(done.redemption_id, done.amount, done.discount, done.amount - done.discount, coupons)


async def _hold(call: Call[HoldInput]) -> HoldOutput:
    order = await _order(call.input)
    async with tries():
        return HoldOutput(await services.hold(order, call.input.minutes))


async def _release(call: Call[ReleaseInput]) -> ReleaseOutput:
    given = call.input
    if given.customer_id is not None:
        await visible_customer(given.customer_id)
    async with tries():
        return ReleaseOutput(await services.release_own(tuple(given.codes), given.customer_id, given.source))


async def _issue(call: Call[IssueInput]) -> IssueOutput:
    given = call.input
    if given.customer_id is not None:
        await visible_customer(given.customer_id)
    made = await services.issue(given.campaign_id, given.customer_id, given.source)
    return IssueOutput(made.coupon_id, made.code, made.valid_until)


async def _reverse(call: Call[ReverseInput]) -> ReverseOutput:
    """Of what the caller redeemed, or whose customers the caller may see."""
    given = call.input
    sql = "SELECT created_by_id FROM crm_offers_redemption WHERE id = $1"
    if author_id() is None or await fetch_value(sql, given.redemption_id) != author_id():
        try:
            await get(Redemption, given.redemption_id)
        except NotFound as error:
            raise NoSuchRedemption() from error
    await services.reverse(given.redemption_id, given.source)
    return ReverseOutput(given.redemption_id)


ENDPOINTS = (
    Endpoint(
        path="/quote",
        method="POST",
        handler=_quote,
        access=OfferPermission.REDEEM,
        summary=_("Which coupons apply to an order, and what each takes off"),
        input=QuoteInput,
        output=QuoteOutput,
    ),
    Endpoint(
        path="/issue",
        method="POST",
        handler=_issue,
        access=OfferPermission.ISSUE,
        summary=_("Issue a coupon of a campaign"),
        input=IssueInput,
        output=IssueOutput,
    ),
    Endpoint(
        path="/hold",
        method="POST",
        handler=_hold,
        access=OfferPermission.REDEEM,
        summary=_("Keep coupons for an order under way"),
        input=HoldInput,
        output=HoldOutput,
    ),
    Endpoint(
        path="/release",
        method="POST",
        handler=_release,
        access=OfferPermission.REDEEM,
        summary=_("Free the coupons that an order holds"),
        input=ReleaseInput,
        output=ReleaseOutput,
    ),
    Endpoint(
        path="/redeem",
        method="POST",
        handler=_redeem,
        access=OfferPermission.REDEEM,
        summary=_("Redeem the coupons of an order, all or none"),
        input=RedeemInput,
        output=RedeemOutput,
    ),
    Endpoint(
        path="/reverse",
        method="POST",
        handler=_reverse,
        access=OfferPermission.REDEEM,
        summary=_("Give the coupons of an order back, once"),
        input=ReverseInput,
        output=ReverseOutput,
    ),
)
