"""What an order earns by a campaign: pure functions of the order, the campaign's terms and facts about the member."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from crm_loyalty.campaign_choices import Birthday, Rounding, Trigger, Why
from guanxi import InvalidInput, _


@dataclass(frozen=True, slots=True)
class Line:
    """`amount` in minor units with the `tax` in it."""

    product: str
    amount: int
    tax: int = 0
    category: str = ""


@dataclass(frozen=True, slots=True)
class Purchase:
    """`amount` in minor units of `currency`, with tax and freight; paid at `at`.

    `coupons`, `points` and `stored_value` say how much of it was paid by those. Lines are needed only where campaigns
    are for certain products; together they are at most the amount without freight.
    """

    customer_id: int
    amount: int
    currency: str
    source: str
    at: datetime
    tax: int = 0
    freight: int = 0
    coupons: int = 0
    points: int = 0
    stored_value: int = 0
    lines: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What of a purchase counts."""

    tax: bool = True
    freight: bool = True
    coupons: bool = True
    points: bool = True
    stored_value: bool = True


MAX_POINTS = 10**12
"""in one step; a balance of any number of such steps stays inside a bigint"""
EVERYTHING = Basis()
PARTS = ("tax", "freight", "coupons", "points", "stored_value")


def basis_in(row: Mapping[str, Any]) -> Basis:
    """Of a rule's or a campaign's row."""
    return Basis(*(row[f"on_{part}"] for part in PARTS))


@dataclass(frozen=True, slots=True)
class Terms:
    """A campaign as it stands in `version`. Amounts in minor units of `currency`, points as integers."""

    id: int
    version: int
    name: str
    name_zh: str
    trigger: Trigger
    valid_from: date | None
    valid_until: date | None
    points: int
    currency: str
    amount: int | None
    factor: int | None
    """percent of what the rule gives, with the rule's own 100; in place of `points`"""
    rounding: Rounding
    minimum: int
    basis: Basis
    products: frozenset[str]
    first_purchase: bool
    birthday: Birthday
    threshold: int | None
    """of the lowest tier that it is for"""
    streak_days: int
    streak_points: int
    per_day: int
    per_member: int
    budget: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the member as the purchase comes; all else is in the purchase."""

    day: date
    """the company's"""
    first_purchase: bool
    birthdays: Collection[Birthday]
    threshold: int | None
    """of the member's tier"""
    today: int = 0
    """points that the campaign gave the member on this day, and at any time"""
    ever: int = 0
    left: int | None = None
    """of the campaign's budget; None: no budget"""
    by_rule: int = 0
    """points that the rule gives for this very purchase, as the member's tier multiplies them"""


@dataclass(frozen=True, slots=True)
class Reward:
    points: int
    basis: int
    why: Why


def check_purchase(purchase: Purchase) -> Purchase:
    """Raises InvalidInput where its parts are not parts of it."""
    parts = {name: getattr(purchase, name) for name in PARTS}
    wrong: dict[str, Any] = {
        name: _("From 0 to the order's amount.") for name, part in parts.items() if not 0 <= part <= purchase.amount
    }
    if not wrong and parts["coupons"] + parts["points"] + parts["stored_value"] > purchase.amount:
        wrong["coupons"] = _("More was paid than the order's amount.")
    if any(line.amount < 0 or not 0 <= line.tax <= line.amount for line in purchase.lines):
        wrong["lines"] = _("A line's amount is not below zero, and its tax is a part of it.")
    elif sum(line.amount for line in purchase.lines) > purchase.amount - purchase.freight:
        wrong["lines"] = _("The lines are more than the order's amount.")
    if wrong:
        raise InvalidInput(wrong)
    return purchase


def basis_of(purchase: Purchase, basis: Basis, products: Collection[str] = ()) -> int:
    """Minor units that count. Where only certain products do, their share of what was paid otherwise is off as well,
    rounded down."""
    paid_otherwise = (
        (0 if basis.coupons else purchase.coupons)
        + (0 if basis.points else purchase.points)
        + (0 if basis.stored_value else purchase.stored_value)
    )
    if not products:
        off = paid_otherwise + (0 if basis.tax else purchase.tax) + (0 if basis.freight else purchase.freight)
        return max(0, purchase.amount - off)
    lines = [line for line in purchase.lines if line.product in products or line.category in products]
    whole = sum(line.amount for line in lines)
    goods = purchase.amount - purchase.freight
    off = paid_otherwise * whole // goods if goods > 0 else 0
    return max(0, whole - off - (0 if basis.tax else sum(line.tax for line in lines)))


def rounded(points: int, basis: int, amount: int, rounding: Rounding) -> int:
    """`points` for each `amount` of `basis`."""
    whole, rest = divmod(basis * points, amount)
    up = {Rounding.DOWN: False, Rounding.NEAREST: 2 * rest >= amount, Rounding.UP: rest > 0}[rounding]
    return whole + up


def reward(purchase: Purchase, terms: Terms, facts: Facts) -> Reward:
    """What the purchase earns by a campaign, and why not more."""
    basis = basis_of(purchase, terms.basis, terms.products) if purchase.currency == terms.currency else 0
    refusal = _refusal(purchase, terms, facts, basis)
    if refusal is not None:
        return Reward(0, basis, refusal)
    return limited(_points(purchase, terms, facts, basis), basis, terms, facts)


def _points(purchase: Purchase, terms: Terms, facts: Facts, basis: int) -> int:
    """Before limits. Where only certain products are multiplied, by their share of what counts; rounded once."""
    if terms.factor is not None:
        whole = max(basis, basis_of(purchase, terms.basis))
        return rounded(facts.by_rule * (terms.factor - 100), basis, whole * 100, terms.rounding)
    if terms.amount is not None:
        return rounded(terms.points, basis, terms.amount, terms.rounding)
    return terms.points


def limited(points: int, basis: int, terms: Terms, facts: Facts) -> Reward:
    """No more than MAX_POINTS, and than the limits of the member and of the campaign leave."""
    if points <= 0:
        return Reward(0, basis, Why.NOTHING)
    room = min(points, MAX_POINTS)
    if terms.per_day:
        room = min(room, terms.per_day - facts.today)
    if terms.per_member:
        room = min(room, terms.per_member - facts.ever)
    if room <= 0:
        return Reward(0, basis, Why.LIMIT)
    if facts.left is not None:
        room = min(room, facts.left)
    if room <= 0:
        return Reward(0, basis, Why.BUDGET)
    return Reward(room, basis, Why.EARNED if room == points else Why.CAPPED)


def member_refusal(terms: Terms, facts: Facts) -> Why | None:
    """Why a campaign is not for this member on this day."""
    late = terms.valid_until is not None and facts.day > terms.valid_until
    early = terms.valid_from is not None and facts.day < terms.valid_from
    if late or early:
        return Why.TIMES
    if terms.birthday is not Birthday.ANY and terms.birthday not in facts.birthdays:
        return Why.NOT_BIRTHDAY
    if terms.threshold is not None and (facts.threshold is None or facts.threshold < terms.threshold):
        return Why.TIER
    return None


def _refusal(purchase: Purchase, terms: Terms, facts: Facts, basis: int) -> Why | None:
    checks = (
        (purchase.currency == terms.currency, Why.CURRENCY),
        (not terms.products or basis > 0, Why.PRODUCTS),
        (basis >= terms.minimum and basis > 0, Why.MINIMUM),
        (facts.first_purchase or not terms.first_purchase, Why.NOT_FIRST),
    )
    return member_refusal(terms, facts) or next((why for passed, why in checks if not passed), None)
