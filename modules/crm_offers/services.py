"""What other add-ons may call. Every step has a source that makes it happen once: the same source with the same
values answers the same again, with other values it raises SourceTaken. The callers check who may do it.

Amounts are minor units. Each step is one statement, or one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from crm_offers import ledger, queries
from crm_offers.choices import CouponState, Reason
from crm_offers.codes import hash_of_all
from crm_offers.errors import REFUSED, NoSuchCampaign, SourceTaken
from crm_offers.ledger import check_source
from crm_offers.lotteries import Drawn, draw, verify
from crm_offers.offering import find_offered, make_coupons, name_of
from crm_offers.quoting import Line, Quote, quote as quote_offered
from guanxi import InvalidInput, _, clock, transaction

__all__ = [
    "MAX_AMOUNT",
    "MAX_CODES",
    "Drawn",
    "Issued",
    "Line",
    "Order",
    "Quote",
    "Redeemed",
    "RedeemedCoupon",
    "campaign_differences",
    "codes_in",
    "draw",
    "hold",
    "issue",
    "open_campaigns",
    "quote",
    "redeem",
    "release",
    "release_own",
    "reverse",
    "verify",
    "void_issued",
]
MAX_AMOUNT = 10**15
MAX_CODES = 20
"""on one order"""
_LONGEST_HOLD = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class Order:
    """`source` is the order's own number, such as `order:12`; a quote needs none."""

    codes: tuple[str, ...]
    amount: int
    currency: str
    customer_id: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    coupon_id: int
    code: str
    valid_until: datetime | None
    """the first instant at which it is over; None: never"""


@dataclass(frozen=True, slots=True)
class RedeemedCoupon:
    code: str
    name: str
    gift: str
    discount: int


@dataclass(frozen=True, slots=True)
class Redeemed:
    redemption_id: int
    amount: int
    discount: int
    coupons: tuple[RedeemedCoupon, ...]


async def issue(campaign_id: int, customer_id: int | None, source: str) -> Issued:
    """A coupon for a customer, or for whoever has its code. Raises CouponRefused, NoSuchCampaign, SourceTaken."""
    campaign = await queries.campaign(campaign_id)
    if campaign is None:
        raise NoSuchCampaign()
    if customer_id is not None and not await queries.is_for(campaign, customer_id):
        raise REFUSED[Reason.NOT_FOR]()
    row = await ledger.issue(campaign_id, customer_id, f"issue:{check_source(source)}")
    return Issued(row["id"], row["code"], row["valid_until"])


async def void_issued(source: str) -> None:
    """Makes the coupon void that was issued for `source`; safe to repeat. Raises CouponSpent."""
    row = await queries.coupon_by_source(f"issue:{check_source(source)}")
    if row is not None and row["state"] != CouponState.VOID:
        await ledger.void(row["id"], f"void:{source}")


async def quote(order: Order) -> Quote:
    """Which of the codes apply, in which order, and what each takes off; changes nothing."""
    _check(order)
    offered = await find_offered(order.codes, order.customer_id, order.source)
    return quote_offered(order.amount, order.currency, offered)


async def redeem(order: Order) -> Redeemed:
    """All of the codes, or none: raises the CouponRefused of the first that does not apply; SourceTaken."""
    _check(order)
    source = check_source(order.source)
    async with transaction():
        coupons = await make_coupons(order.codes, order.customer_id, source)
        offered = await find_offered(order.codes, order.customer_id, source, coupons)
        before = await _repeated(order)
        if before is not None:
            return before
        found = quote_offered(order.amount, order.currency, offered)
        _refuse(found)
        row = await ledger.redeem(
            [(line.offered.coupon_id or 0, line.discount) for line in found.lines],
            hash_of_all(list(order.codes)),
            source,
            order.customer_id,
            order.amount,
            order.currency,
        )
        return await _redeemed(row["id"], order.amount, row["discount"])


async def hold(order: Order, minutes: int) -> datetime:
    """Keeps the coupons for an order under way; `redeem` with the same source takes them. Until when.

    Raises CouponRefused, SourceTaken.
    """
    if not 1 <= minutes <= _LONGEST_HOLD:
        raise InvalidInput({"minutes": _("Enter a number from {low} to {high}.", low=1, high=_LONGEST_HOLD)})
    _check(order)
    source = check_source(order.source)
    async with transaction():
        coupons = await make_coupons(order.codes, order.customer_id, source)
        offered = await find_offered(order.codes, order.customer_id, source, coupons)
        found = quote_offered(order.amount, order.currency, offered)
        _refuse(found)
        until = clock.now() + timedelta(minutes=minutes)
        ids = [line.offered.coupon_id or 0 for line in found.lines]
        await ledger.hold(ids, source, order.customer_id, until)
    return until


async def release(source: str) -> int:
    """Frees what the order holds; how many coupons that were."""
    return await ledger.release(check_source(source))


async def release_own(codes: Sequence[str], customer_id: int | None, source: str) -> int:
    """`release` for callers who have to show that the order is theirs: nothing where it holds something else."""
    async with transaction():
        if not await ledger.holds_only(codes, customer_id, check_source(source)):
            return 0
        return await ledger.release(source)


async def reverse(redemption_id: int, source: str) -> None:
    """Gives the coupons of an order back, once; one that is over meanwhile expires. Raises AlreadyReversed,
    NoSuchRedemption, SourceTaken."""
    await ledger.reverse(redemption_id, check_source(source))


async def open_campaigns() -> dict[int, str]:
    """Names by id of those that coupons are issued of, in the reader's language."""
    return {row["id"]: name_of(row) for row in await queries.open_campaigns()}


async def campaign_differences() -> list[int]:
    """Ids of campaigns whose figures are not what their events say. Empty, always."""
    return await queries.differences()


def _check(order: Order) -> None:
    if not 0 <= order.amount <= MAX_AMOUNT:
        raise InvalidInput({"amount": _("Enter an amount from 0 to {limit}.", limit=MAX_AMOUNT)})
    if not 1 <= len(order.codes) <= MAX_CODES:
        raise InvalidInput({"codes": _("Enter from 1 to {count} codes.", count=MAX_CODES)})


def _refuse(found: Quote) -> None:
    for line in found.lines:
        if line.refused is not None:
            raise REFUSED[line.refused]()


async def _repeated(order: Order) -> Redeemed | None:
    row = await queries.redemption_by_source(order.source)
    if row is None:
        return None
    same = (hash_of_all(list(order.codes)), order.amount, order.currency)
    if (row["codes"], row["amount"], row["currency"]) != same:
        raise SourceTaken(detail=order.source)
    return await _redeemed(row["id"], row["amount"], row["discount"])


async def _redeemed(redemption_id: int, amount: int, discount: int) -> Redeemed:
    lines = await queries.redeemed_lines(redemption_id)
    return Redeemed(redemption_id, amount, discount, tuple(_coupon(line) for line in lines))


def _coupon(row: Mapping[str, Any]) -> RedeemedCoupon:
    return RedeemedCoupon(row["code"], name_of(row), row["gift"], row["discount"])


def codes_in(text: str) -> Sequence[str]:
    """Codes as people type several: with commas, blanks or new lines between them."""
    return [part for part in text.replace(",", " ").replace("，", " ").split() if part]
