"""Which coupons apply to an order, and what each takes off: a pure function of the order and the coupons.

They apply one after the other, each to what those before it left: percents first, the larger before the smaller, then
amounts, the larger first, then gifts. A percent is rounded half up to a minor unit, and cut at its cap; nothing takes
off more than is left. The minimum spend is compared with the order before all discounts. Of coupons that do not go
together those apply that take off more in all; of equals, those that are more in number, then the one named first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from crm_offers.choices import Reason, Stacking, Worth
from guanxi import round_half_away

_ORDER = {Worth.PERCENT: 0, Worth.AMOUNT: 1, Worth.GIFT: 2}


@dataclass(frozen=True, slots=True)
class Terms:
    """What a coupon is worth; amounts in minor units of `currency`."""

    campaign_id: int
    name: str
    worth: Worth
    currency: str
    amount: int = 0
    percent: int = 0
    """basis points"""
    cap: int | None = None
    gift: str = ""
    minimum_spend: int = 0
    stacking: Stacking = Stacking.EXCLUSIVE


@dataclass(frozen=True, slots=True)
class Offered:
    """A code that somebody named: what it is, or why it is none."""

    code: str
    terms: Terms | None
    refused: Reason | None = None
    """whatever the order is"""
    coupon_id: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    offered: Offered
    discount: int = 0
    refused: Reason | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """`lines` in the order in which the coupons apply, then those that do not, as they were named."""

    amount: int
    discount: int
    lines: tuple[Line, ...]


def take_off(terms: Terms, left: int) -> int:
    """What a coupon takes off `left`, never more than that."""
    match terms.worth:
        case Worth.AMOUNT:
            return min(terms.amount, left)
        case Worth.PERCENT:
            share = round_half_away(left * terms.percent, 10_000)
            return min(share, left, left if terms.cap is None else terms.cap)
        case Worth.GIFT:
            return 0


def _applied(offered: Sequence[Offered], amount: int) -> list[Line]:
    left, lines = amount, []
    for each in offered:
        assert each.terms is not None
        discount = take_off(each.terms, left)
        nothing = discount == 0 and each.terms.worth is not Worth.GIFT
        lines.append(Line(each, discount, Reason.NOTHING_LEFT if nothing else None))
        left -= discount
    return lines


def _value(lines: Sequence[Line]) -> tuple[int, int]:
    return sum(line.discount for line in lines), sum(line.refused is None for line in lines)


def _rank(each: Offered) -> tuple[float | str, ...]:
    """Percents first, what takes off more before what takes off less; then by code, so that no two are alike."""
    terms = each.terms
    assert terms is not None
    cap = math.inf if terms.cap is None else terms.cap
    return _ORDER[terms.worth], -terms.percent, -terms.amount, -cap, each.code


def _refusal(terms: Terms, amount: int, currency: str) -> Reason | None:
    if terms.currency != currency:
        return Reason.CURRENCY
    return Reason.MINIMUM if amount < terms.minimum_spend else None


def _together(usable: Sequence[Offered]) -> list[list[Offered]]:
    """The sets that may be redeemed on one order: each exclusive coupon alone, all the others."""
    alone, others, campaigns = [], [], set()
    for each in usable:
        assert each.terms is not None
        if each.terms.stacking is Stacking.EXCLUSIVE:
            alone.append([each])
        elif each.terms.stacking is Stacking.ANY or each.terms.campaign_id not in campaigns:
            campaigns.add(each.terms.campaign_id)
            others.append(each)
    return [*([others] if others else []), *alone]


def quote(amount: int, currency: str, offered: Sequence[Offered]) -> Quote:
    """`amount` ≥ 0 in minor units of `currency`."""
    usable, refused = [], []
    for each in offered:
        reason = each.refused or (_refusal(each.terms, amount, currency) if each.terms is not None else Reason.UNKNOWN)
        if reason is None:
            usable.append(each)
        else:
            refused.append(Line(each, refused=reason))
    usable.sort(key=_rank)
    sets = [_applied(each, amount) for each in _together(usable)]
    best = max(sets, key=_value, default=[])
    chosen = [line.offered for line in best]
    refused += [Line(each, refused=Reason.STACKING) for each in usable if not any(each is one for one in chosen)]
    used = [line for line in best if line.refused is None]
    left_out = [line for line in best if line.refused is not None] + refused
    places = {id(each): n for n, each in enumerate(offered)}
    left_out.sort(key=lambda line: places[id(line.offered)])
    return Quote(amount, sum(line.discount for line in used), (*used, *left_out))
