"""What campaigns give, as pure functions: what counts, rounding, limits, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from crm_loyalty.campaign_choices import Birthday, Rounding, Trigger, Why
from crm_loyalty.earning import (
    EVERYTHING,
    Basis,
    Facts,
    Line,
    Purchase,
    Reward,
    Terms,
    basis_of,
    check_purchase,
    reward,
    rounded,
)
from guanxi import InvalidInput

DAY = date(2026, 5, 20)
FACTS = Facts(DAY, first_purchase=True, birthdays=(), threshold=500)
NOTHING_BUT_GOODS = Basis(tax=False, freight=False, coupons=False, points=False, stored_value=False)
TERMS = Terms(
    id=1,
    version=1,
    name="Double",
    name_zh="双倍",
    trigger=Trigger.PURCHASE,
    valid_from=None,
    valid_until=None,
    points=1,
    currency="CNY",
    amount=100,
    factor=None,
    rounding=Rounding.DOWN,
    minimum=0,
    basis=EVERYTHING,
    products=frozenset(),
    first_purchase=False,
    birthday=Birthday.ANY,
    threshold=None,
    streak_days=0,
    streak_points=0,
    per_day=0,
    per_member=0,
    budget=0,
)


def order(amount: int = 10_000, **parts: Any) -> Purchase:
    return Purchase(1, amount, parts.pop("currency", "CNY"), "order:1", datetime(2026, 5, 20, 4, tzinfo=UTC), **parts)


PARTS = {"tax": 1_300, "freight": 800, "coupons": 500, "points": 200, "stored_value": 1_000}


@pytest.mark.parametrize(("left_out", "basis"), [(name, 10_000 - part) for name, part in PARTS.items()])
def test_each_part_can_be_left_out(left_out: str, basis: int) -> None:
    assert basis_of(order(**PARTS), EVERYTHING) == 10_000
    assert basis_of(order(**PARTS), replace(EVERYTHING, **{left_out: False})) == basis


def test_all_parts_together_leave_no_less_than_nothing() -> None:
    assert basis_of(order(**PARTS), NOTHING_BUT_GOODS) == 6_200
    assert basis_of(order(tax=6_000, coupons=10_000), NOTHING_BUT_GOODS) == 0


def test_certain_products_count_by_their_lines() -> None:
    lines = [Line("TEA-1", 3_000, 300), Line("CUP-2", 5_000, 500, category="cups"), Line("POT", 1_000)]
    bought = order(freight=1_000, coupons=900, lines=lines)
    assert basis_of(bought, EVERYTHING, {"TEA-1"}) == 3_000
    assert basis_of(bought, EVERYTHING, {"cups", "TEA-1"}) == 8_000
    assert basis_of(bought, NOTHING_BUT_GOODS, {"TEA-1"}) == 3_000 - 300 - 900 * 3_000 // 9_000
    assert basis_of(bought, EVERYTHING, {"tea-1"}) == 0
    assert reward(bought, replace(TERMS, products=frozenset({"none"})), FACTS) == _none(Why.PRODUCTS)


def _none(why: Why, basis: int = 0) -> Reward:
    return Reward(0, basis, why)


@pytest.mark.parametrize(
    ("rounding", "points"),
    [(Rounding.DOWN, [0, 0, 1, 1]), (Rounding.NEAREST, [0, 1, 1, 2]), (Rounding.UP, [1, 1, 1, 2])],
)
def test_rounding(rounding: Rounding, points: list[int]) -> None:
    assert [rounded(1, basis, 100, rounding) for basis in (1, 50, 100, 150)] == points


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"valid_from": date(2026, 5, 21)}, Why.TIMES),
        ({"valid_until": date(2026, 5, 19)}, Why.TIMES),
        ({"currency": "USD"}, Why.CURRENCY),
        ({"minimum": 10_001}, Why.MINIMUM),
        ({"birthday": Birthday.MONTH}, Why.NOT_BIRTHDAY),
        ({"threshold": 501}, Why.TIER),
        ({"amount": 10_001}, Why.NOTHING),
    ],
)
def test_why_not(change: dict[str, Any], why: Why) -> None:
    found = reward(order(), replace(TERMS, **change), FACTS)
    assert (found.points, found.why) == (0, why)
    assert reward(order(), TERMS, FACTS).points == 100


def test_only_the_first_purchase() -> None:
    terms = replace(TERMS, first_purchase=True, amount=None, points=50)
    assert reward(order(), terms, FACTS).points == 50
    assert reward(order(), terms, replace(FACTS, first_purchase=False)) == _none(Why.NOT_FIRST, 10_000)


def test_limits_cut_what_is_given() -> None:
    limited = replace(TERMS, per_day=150, per_member=1_000)
    assert reward(order(), limited, replace(FACTS, today=60)).points == 90
    assert reward(order(), limited, replace(FACTS, today=60)).why is Why.CAPPED
    assert reward(order(), limited, replace(FACTS, today=150)).why is Why.LIMIT
    assert reward(order(), limited, replace(FACTS, ever=995)).points == 5
    assert reward(order(), TERMS, replace(FACTS, left=30)).points == 30
    assert reward(order(), TERMS, replace(FACTS, left=0)).why is Why.BUDGET


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"tax": 10_001}, "tax"),
        ({"freight": -1}, "freight"),
        ({"coupons": 6_000, "points": 4_001}, "coupons"),
        ({"lines": [Line("A", -1)]}, "lines"),
        ({"lines": [Line("A", 10, 11)]}, "lines"),
        ({"freight": 1, "lines": [Line("A", 10_000)]}, "lines"),
    ],
)
def test_parts_that_are_none_of_the_order_are_refused(parts: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_purchase(order(**parts))
    assert list(refused.value.fields) == [field]


amounts = st.integers(0, 10**6)


@given(amounts, amounts, amounts, amounts, amounts, st.integers(1, 1000), st.integers(1, 10_000))
def test_points_are_a_function_of_order_and_terms(
    goods: int, freight: int, coupons: int, spent: int, stored: int, points: int, amount: int
) -> None:
    whole = goods + freight + coupons + spent + stored
    bought = order(whole, freight=freight, coupons=coupons, points=spent, stored_value=stored)
    terms = replace(TERMS, points=points, amount=amount, basis=NOTHING_BUT_GOODS)
    assert reward(bought, terms, FACTS).points == goods * points // amount
    assert reward(bought, replace(terms, basis=EVERYTHING), FACTS).points == whole * points // amount


DOUBLE = replace(TERMS, points=0, amount=None, factor=200)


@pytest.mark.parametrize(
    ("by_rule", "factor", "rounding", "points"),
    [
        (100, 200, Rounding.DOWN, 100),
        (100, 300, Rounding.DOWN, 200),
        (7, 150, Rounding.DOWN, 3),
        (7, 150, Rounding.NEAREST, 4),
        (1, 101, Rounding.UP, 1),
        (1, 199, Rounding.DOWN, 0),
        (0, 200, Rounding.UP, 0),
    ],
)
def test_a_factor_adds_to_what_the_rule_gives(by_rule: int, factor: int, rounding: Rounding, points: int) -> None:
    found = reward(order(), replace(DOUBLE, factor=factor, rounding=rounding), replace(FACTS, by_rule=by_rule))
    assert (found.points, found.why) == (points, Why.EARNED if points else Why.NOTHING)


def test_a_factor_for_certain_products_multiplies_their_share_alone() -> None:
    bought = order(10_000, freight=1_000, lines=[Line("TEA", 3_000), Line("CUP", 6_000)])
    tea = replace(DOUBLE, products=frozenset({"TEA"}), basis=replace(EVERYTHING, freight=False))
    assert reward(bought, tea, replace(FACTS, by_rule=90)) == Reward(30, 3_000, Why.EARNED)
    assert reward(order(), tea, replace(FACTS, by_rule=90)).why is Why.PRODUCTS
    capped = replace(DOUBLE, per_day=50)
    assert reward(order(), capped, replace(FACTS, by_rule=90)) == Reward(50, 10_000, Why.CAPPED)


@given(amounts, st.integers(0, 10**6), st.integers(101, 10_000), st.lists(amounts, max_size=4))
def test_a_factor_never_gives_more_than_its_share(rest: int, by_rule: int, factor: int, tea: list[int]) -> None:
    bought = order(sum(tea) + rest, lines=[Line("TEA", amount) for amount in tea])
    whole = reward(bought, replace(DOUBLE, factor=factor), replace(FACTS, by_rule=by_rule))
    some = reward(bought, replace(DOUBLE, factor=factor, products=frozenset({"TEA"})), replace(FACTS, by_rule=by_rule))
    assert some.points <= whole.points == (by_rule * (factor - 100) // 100 if bought.amount else 0)
