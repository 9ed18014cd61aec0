"""What other add-ons may call. Every step has a source that makes it happen once: the same source with the same
values answers the same again, with other values it raises SourceTaken. The callers check who may do it.

Points are integers > 0, at most MAX_POINTS in one step. Each step is one statement, atomic also outside of a
transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from crm_loyalty import ledger, purchases as purchase_points, queries, tiering
from crm_loyalty.allowing import allowed
from crm_loyalty.balances import Balance, Movement, Statement, balance, balances, statement
from crm_loyalty.choices import ExpiredLotPolicy, TakeBackPolicy
from crm_loyalty.earning import MAX_POINTS, Line, Purchase
from crm_loyalty.enrolling import Joined, enroll
from crm_loyalty.ledger import NewPoints, check_points, check_source
from crm_loyalty.rewards import Claimed, VoucherInfo, claim, find_voucher, gift_kind, take_gift, take_voucher
from crm_loyalty.rules import add_months, expires_at, rule_at
from crm_loyalty.settings import LoyaltySettings
from crm_loyalty.standing import lock_accounts
from crm_loyalty.tiering import MemberTiers, TierInfo, all_tiers, member_tiers, member_tiers_sql, tiers_of_members
from guanxi import InvalidInput, _, clock, current_company, settings_of, transaction

__all__ = [
    "MAX_POINTS",
    "POINTS",
    "Balance",
    "Booking",
    "Claimed",
    "HoldInfo",
    "Joined",
    "Line",
    "MemberTiers",
    "Movement",
    "Purchase",
    "Refund",
    "Statement",
    "TierInfo",
    "VoucherInfo",
    "add_months",
    "adjust",
    "all_tiers",
    "balance",
    "balances",
    "capture",
    "claim",
    "claim_reward",
    "earn",
    "earn_for_purchases",
    "end_tier",
    "enroll",
    "find_voucher",
    "give_tier",
    "hold",
    "ledger_differences",
    "lock_accounts",
    "member_tiers",
    "member_tiers_sql",
    "pending_days",
    "redeem",
    "release",
    "reverse",
    "statement",
    "take_back",
    "take_back_many",
    "take_voucher",
    "tiers_of_members",
]


POINTS = purchase_points.POINTS
"""the type that purchases earn and that makes growth; a company may have others"""


@dataclass(frozen=True, slots=True)
class Booking:
    """`points` has the sign of the movement; `balance` is the customer's after it."""

    entry_id: int
    points: int
    balance: int


@dataclass(frozen=True, slots=True)
class HoldInfo:
    hold_id: int
    points: int
    state: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Refund:
    """`amount` in minor units of what `earned_source` had paid, or of its points, where there was no amount."""

    earned_source: str
    amount: int
    source: str


def pending_days() -> int:
    """Days until a purchase counts as one that is not returned any more."""
    return settings_of(LoyaltySettings).pending_days


async def earn_for_purchases(purchases: Sequence[Purchase]) -> list[Booking]:
    """By the rule that was valid for each purchase, and by campaigns; set-based. What earns nothing is left out."""
    return _bookings(await purchase_points.earn(purchases))


async def earn(
    customer_id: int, points: int, source: str, *, type: str = POINTS, reason: str = "", gift: bool = False
) -> Booking:
    """Points of one's own reckoning; they expire as the rule of the company's currency says. POINTS make growth, but
    those of a `gift`, such as a prize, do not.

    Raises NoSuchType, as every step does that names a type.
    """
    growth = points if type == POINTS and not gift else 0
    return await _add(type, "earn", customer_id, check_points(points), growth, check_source(source), reason)


async def adjust(customer_id: int, points: int, source: str, *, type: str = POINTS, reason: str) -> Booking:
    """By hand, up or down, no lower than what is available. They count for no tier. Raises InvalidInput."""
    if not reason.strip():
        raise InvalidInput({"reason": _("This field is required.")})
    check_points(abs(points))
    if points > 0:
        return await _add(type, "adjust", customer_id, points, 0, check_source(source), reason)
    return _booking(await ledger.spend(type, "adjust", customer_id, -points, check_source(source), reason[:300]))


async def _add(type: str, kind: str, customer_id: int, points: int, growth: int, source: str, reason: str) -> Booking:
    now = clock.now()
    company = current_company()
    rule = rule_at(await queries.all_rules(), company.currency, now)
    expiry = expires_at(rule, now, company.zone) if rule is not None else None
    rows = await ledger.add(
        type, kind, [NewPoints(customer_id, points, source, now, expiry, now, growth)], reason[:300]
    )
    return _booking(rows[0])


async def redeem(
    customer_id: int, points: int, source: str, *, type: str = POINTS, reason: str = "", code: str | None = None
) -> Booking:
    """Soonest expiry first. `code`: what the member told at the counter, "" for nothing, where the settings may ask for
    it; None: the caller knows that it is the member.

    Raises NotEnoughPoints, NoAccount, SourceTaken, TooOften, TooManyPoints, CodeNeeded, CodeWrong, CodeGone.
    """
    check_points(points)
    check_source(source)
    async with allowed(customer_id, source, code=code, type=type, points=points):
        return _booking(await ledger.spend(type, "redeem", customer_id, points, source, reason[:300]))


async def hold(
    customer_id: int,
    points: int,
    source: str,
    *,
    type: str = POINTS,
    minutes: int | None = None,
    code: str | None = None,
) -> HoldInfo:
    """Set points aside until the hold ends; counts as a redemption. Raises what `redeem` does."""
    lasts = settings_of(LoyaltySettings).hold_minutes if minutes is None else minutes
    if not 1 <= lasts <= 10_080:
        raise InvalidInput({"minutes": _("Enter a number from {low} to {high}.", low=1, high=10_080)})
    until = clock.now() + timedelta(minutes=lasts)
    check_points(points)
    check_source(source)
    async with allowed(customer_id, source, code=code, type=type, points=points, hold=True):
        return _hold(await ledger.set_aside(type, customer_id, points, source, until))


async def capture(hold_id: int, points: int | None = None, *, reason: str = "") -> Booking:
    """Redeem what is held, or less; the rest is free again. Raises HoldClosed, MoreThanHeld, NoSuchHold."""
    if points is not None:
        check_points(points)
    return _booking(await ledger.capture(hold_id, points, reason[:300]))


async def release(hold_id: int) -> HoldInfo:
    """Safe to repeat. Raises HoldClosed where it was captured, NoSuchHold."""
    return _hold(await ledger.release(hold_id))


async def reverse(entry_id: int, source: str, points: int | None = None, *, reason: str = "") -> Booking:
    """Give back points of a redemption, None: all that are left of it, to the lots they came from.

    Of a reward all of them, and what it gave is taken back. Raises NothingToReverse, NoSuchRedemption, VoucherUsed,
    SourceTaken, CannotGive, and what the reward's giver raises where that was used.
    """
    if points is not None:
        check_points(points)
    settings = settings_of(LoyaltySettings)
    grace = None
    if settings.expired_lots is ExpiredLotPolicy.GRACE:
        zone = current_company().zone
        grace = clock.day_end(clock.today(zone) + timedelta(days=settings.grace_days), zone)
    check_source(source)
    async with transaction():
        rows = await ledger.reverse(entry_id, points, source, grace, reason[:300])
        gift = await gift_kind(entry_id)
        if gift is not None:
            await take_gift(gift, entry_id)
        await ledger.pass_on(entry_id)
    return Booking(rows[0]["id"], rows[0]["points"], rows[-1]["balance_after"])


async def take_back(earned_source: str, amount: int, source: str) -> Booking | None:
    """Points of a refunded purchase; `amount` is refunded, in minor units, of what was paid. None: it earned nothing.

    All refunds together take exactly what was earned. What was spent already is owed or waived, as the settings say.
    """
    rows = await take_back_many([Refund(earned_source, amount, source)])
    return rows[0] if rows else None


async def take_back_many(refunds: Sequence[Refund]) -> list[Booking]:
    """One booking for each refund of a purchase that earned something; `points` is all that it cost the customer,
    also of what campaigns gave."""
    if any(refund.amount <= 0 for refund in refunds):
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    for refund in refunds:
        check_source(refund.source)
    parts = await _with_awards(refunds)
    causes = {f"{part.source}{step}": source for source, part in parts for step in ("", ":debt", ":waived")}
    clamp = settings_of(LoyaltySettings).take_back is TakeBackPolicy.CLAMP
    rows = await ledger.take_back(
        [part.earned_source for _source, part in parts],
        [part.amount for _source, part in parts],
        [part.source for _source, part in parts],
        clamp=clamp,
    )
    found: dict[str, Booking] = {}
    for row in rows:
        source = causes[row["source"]]
        first = found.get(source, Booking(row["id"], 0, 0))
        found[source] = Booking(first.entry_id, first.points + row["points"], row["balance_after"])
    return [found[refund.source] for refund in refunds if refund.source in found]


async def _with_awards(refunds: Sequence[Refund]) -> list[tuple[str, Refund]]:
    """By the refund's source: what campaigns gave for a purchase goes back as its own points do."""
    sources = await queries.award_sources([refund.earned_source for refund in refunds])
    awards = [
        (refund.source, Refund(source, refund.amount, f"{refund.source}#{campaign}"))
        for refund in refunds
        for source, campaign in sources.get(refund.earned_source, ())
    ]
    return [*((refund.source, refund) for refund in refunds), *awards]


async def claim_reward(customer_id: int, reward_id: int, source: str, *, reason: str = "") -> str:
    """The voucher's code, or what was given instead. Raises what `claim` does."""
    claimed = await claim(customer_id, reward_id, source, reason=reason)
    return claimed.code or claimed.given


async def give_tier(customer_id: int, tier_id: int, last_day: date, *, reason: str) -> bool:
    """By hand or for a payment, until the end of `last_day`; False: it was so before. Raises InvalidInput."""
    return await tiering.give(customer_id, tier_id, last_day, reason)


async def end_tier(customer_id: int, *, reason: str) -> None:
    """What was given ends now. Raises TierNotGiven, NoAccount."""
    await tiering.end_given(customer_id, reason)


async def ledger_differences() -> list[int]:
    """Ids of members whose stored figures are not what the ledger says. Empty, always."""
    return await queries.differences()


def _booking(row: Mapping[str, Any]) -> Booking:
    return Booking(row["id"], row["points"], row["balance_after"])


def _bookings(rows: Sequence[Mapping[str, Any]]) -> list[Booking]:
    return [_booking(row) for row in rows]


def _hold(row: Mapping[str, Any]) -> HoldInfo:
    return HoldInfo(row["id"], row["points"], row["state"], row["expires_at"])
