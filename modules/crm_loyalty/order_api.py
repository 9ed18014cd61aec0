"""What shops and tills tell of orders and activities, and what they would earn."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec

from crm_loyalty import check_ins, purchases, services
from crm_loyalty.api import MemberInput, Source, customer_meant, own_source
from crm_loyalty.campaign_choices import Activity
from crm_loyalty.earning import Line, Purchase
from crm_loyalty.events import OrderReturned, OrderTold
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.purchases import Earned
from crm_loyalty.texts import name_in
from guanxi import Call, Endpoint, InvalidInput, _, clock, current_company, publish

_Amount = Annotated[int, msgspec.Meta(ge=0, le=10**15, description="In the currency's smallest unit.")]
_Code = Annotated[str, msgspec.Meta(max_length=60)]
_Currency = Annotated[str, msgspec.Meta(pattern="^[A-Z][A-Z][A-Z]$")]


class OrderLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    product: _Code
    amount: _Amount
    tax: _Amount = 0
    """in the amount"""
    category: _Code = ""


class OrderInput(MemberInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`amount` with tax and freight; `coupons`, `points` and `stored_value` are what of it was paid by those."""

    amount: _Amount
    source: Source
    currency: _Currency | None = None
    """of the company, where there is none"""
    paid_at: datetime | None = None
    """with its time zone; now, where there is none"""
    tax: _Amount = 0
    freight: _Amount = 0
    coupons: _Amount = 0
    points: _Amount = 0
    stored_value: _Amount = 0
    lines: Annotated[tuple[OrderLine, ...], msgspec.Meta(max_length=500)] = ()


class RefundInput(MemberInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    earned_source: Source
    """the order's"""
    amount: Annotated[int, msgspec.Meta(ge=1, le=10**15)]
    """refunded of it, in the smallest unit"""
    source: Source


class ActivityInput(MemberInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    activity: Activity
    source: Source


class CheckInInput(MemberInput, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of today, in the company's time zone."""


class RuleOutput(msgspec.Struct, frozen=True):
    """`campaign_id` null: the earning rule. `basis`: what counted, in the smallest unit."""

    campaign_id: int | None
    name: str
    points: int
    basis: int
    why: str


class QuoteOutput(msgspec.Struct, frozen=True):
    """`available` points could be spent now."""

    points: int
    rules: list[RuleOutput]
    balance: int
    available: int


class EarnedOutput(msgspec.Struct, frozen=True):
    """`points` of all entries together: of the earning rule, and of campaigns."""

    points: int
    entries: list[int]
    balance: int


class TakenOutput(msgspec.Struct, frozen=True):
    points: int
    """below zero"""
    balance: int
    known: bool
    """false: no order of this source earned anything"""


class PointsOutput(msgspec.Struct, frozen=True):
    points: int
    balance: int


class CheckInOutput(msgspec.Struct, frozen=True):
    points: int
    streak: int
    fresh: bool
    """false: the member was here today before"""
    balance: int


def _purchase(order: OrderInput, customer_id: int) -> Purchase:
    now = clock.now()
    at = order.paid_at or now
    if at.tzinfo is None:
        raise InvalidInput({"paid_at": _("Say its time zone.")})
    if at > now:
        raise InvalidInput({"paid_at": _("This is in the future.")})
    if not at.year > 1970:
        raise InvalidInput({"paid_at": _("There is no such day.")})
    return Purchase(
        customer_id,
        order.amount,
        order.currency or current_company().currency,
        own_source(order.source),
        at,
        order.tax,
        order.freight,
        order.coupons,
        order.points,
        order.stored_value,
        tuple(Line(line.product, line.amount, line.tax, line.category) for line in order.lines),
    )


def _rule(earned: Earned) -> RuleOutput:
    name = str(_("Earning rule")) if earned.campaign is None else name_in(earned.campaign.name, earned.campaign.name_zh)
    campaign_id = None if earned.campaign is None else earned.campaign.id
    return RuleOutput(campaign_id, name, earned.reward.points, earned.reward.basis, earned.reward.why.value)


async def _quote(call: Call[OrderInput]) -> QuoteOutput:
    customer_id = await customer_meant(call.input)
    found = await purchases.explain(_purchase(call.input, customer_id))
    balance = await services.balance(customer_id)
    return QuoteOutput(
        sum(each.reward.points for each in found),
        [_rule(each) for each in found],
        balance.balance,
        balance.available,
    )


async def _order(call: Call[OrderInput]) -> EarnedOutput:
    customer_id = await customer_meant(call.input)
    purchase = _purchase(call.input, customer_id)
    booked = await services.earn_for_purchases([purchase])
    day = purchases.local_day(purchase.at)
    await publish(OrderTold(customer_id, purchase.amount, purchase.currency, day, purchase.source))
    return EarnedOutput(
        sum(each.points for each in booked), [each.entry_id for each in booked], await _balance(customer_id)
    )


async def _refund(call: Call[RefundInput]) -> TakenOutput:
    given = call.input
    customer_id = await customer_meant(given)
    owner = await purchases.customer_of(own_source(given.earned_source))
    if owner is not None and owner != customer_id:
        raise InvalidInput({"earned_source": _("This was another customer's.")})
    taken = await services.take_back(given.earned_source, given.amount, own_source(given.source))
    await publish(OrderReturned(given.earned_source, given.source, given.amount))
    return TakenOutput(taken.points if taken is not None else 0, await _balance(customer_id), owner is not None)


async def _activity(call: Call[ActivityInput]) -> PointsOutput:
    customer_id = await customer_meant(call.input)
    points = await check_ins.reward_activity(customer_id, call.input.activity, own_source(call.input.source))
    return PointsOutput(points, await _balance(customer_id))


async def _check_in(call: Call[CheckInInput]) -> CheckInOutput:
    customer_id = await customer_meant(call.input)
    done = await check_ins.check_in(customer_id)
    return CheckInOutput(done.points, done.streak, done.fresh, await _balance(customer_id))


async def _balance(customer_id: int) -> int:
    return (await services.balance(customer_id)).balance


def _endpoint(path: str, handler: Any, summary: Any, input: Any, output: Any) -> Endpoint:
    return Endpoint(
        path=path,
        method="POST",
        handler=handler,
        access=LoyaltyPermission.EARN,
        summary=summary,
        input=input,
        output=output,
    )


ENDPOINTS = (
    _endpoint("/quote", _quote, _("What an order would earn, and why"), OrderInput, QuoteOutput),
    _endpoint("/orders", _order, _("Grant points for an order"), OrderInput, EarnedOutput),
    _endpoint("/refund", _refund, _("Take back what a refunded order earned"), RefundInput, TakenOutput),
    _endpoint("/activity", _activity, _("Grant points for an activity"), ActivityInput, PointsOutput),
    _endpoint("/check-in", _check_in, _("A member's check-in of today"), CheckInInput, CheckInOutput),
)
