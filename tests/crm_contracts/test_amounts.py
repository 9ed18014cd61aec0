"""Amounts of lines, totals, installments, and the capitals they are written in."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, strategies as st

from crm_contracts.amounts import installment_amounts, line_amount, totals
from crm_contracts.capital import MAX_MINOR, capital_amount

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
PERCENT = st.decimals(0, 100, places=2)


@pytest.mark.parametrize(
    ("minor", "text"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (100, "壹元整"),
        (105, "壹元零伍分"),
        (1000, "壹拾元整"),
        (10_000, "壹佰元整"),
        (123_456, "壹仟贰佰叁拾肆元伍角陆分"),
        (140_950, "壹仟肆佰零玖元伍角整"),
        (168_032, "壹仟陆佰捌拾元叁角贰分"),
        (1_000_100, "壹万零壹元整"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (10_000_000_000, "壹亿元整"),
        (10_000_000_100, "壹亿零壹元整"),
        (100_000_010_000_000, "壹万亿零壹拾万元整"),
        (MAX_MINOR, "壹拾万亿元整"),
        (-123_405, "负壹仟贰佰叁拾肆元零伍分"),
    ],
)
def test_capitals(minor: int, text: str) -> None:
    assert capital_amount(minor) == text


def test_amounts_beyond_all_money_are_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        capital_amount(MAX_MINOR + 1)


def _read(text: str) -> int:
    """Capitals back to fen."""
    sign = -1 if text.startswith("负") else 1
    total = section = digit = yuan = 0
    for char in text.removeprefix("负").removesuffix("整"):
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in "拾佰仟":
            section, digit = section + digit * {"拾": 10, "佰": 100, "仟": 1000}[char], 0
        elif char == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif char == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        elif char == "元":
            yuan, total, section, digit = total + section + digit, 0, 0, 0
        else:
            total, digit = total + digit * {"角": 10, "分": 1}[char], 0
    return sign * (yuan * 100 + total)


@given(st.integers(-MAX_MINOR, MAX_MINOR) | st.integers(0, 10**6).map(lambda n: n * 10**5))
def test_capitals_say_exactly_the_amount(minor: int) -> None:
    text = capital_amount(minor)
    assert _read(text) == minor
    assert "零零" not in text and "零元" not in text.removeprefix("零元")
    assert text.endswith(("整", "分"))


@given(st.decimals(0, 10**6, places=4), st.integers(0, 10**9), PERCENT)
def test_a_line_is_rounded_once(quantity: Decimal, price: int, discount: Decimal) -> None:
    exact = quantity * price * (100 - discount) / 100
    assert line_amount(quantity, price, discount) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def test_totals_count_what_is_charged_once() -> None:
    rows = [
        {"amount": 11_300, "tax_rate": Decimal(13), "recurrence": "none", "interval": 1},
        {"amount": 10_600, "tax_rate": Decimal(6), "recurrence": "none", "interval": 1},
        {"amount": 1_000, "tax_rate": Decimal(6), "recurrence": "month", "interval": 1},
        {"amount": 1_000, "tax_rate": Decimal(6), "recurrence": "quarter", "interval": 2},
    ]
    assert totals(rows) == (21_900, 20_000, 1_900, 14_000)


@given(st.integers(0, 10**12), st.lists(st.integers(1, 10**4), min_size=1, max_size=12))
def test_shares_of_a_whole_sum_exactly(total: int, weights: list[int]) -> None:
    whole = sum(weights)
    percents = [Decimal(weight * 10_000 // whole) / 100 for weight in weights]
    percents[-1] += 100 - sum(percents)
    amounts = installment_amounts(total, [(percent, 0) for percent in percents])
    assert sum(amounts) == total
    for amount, percent in zip(amounts, percents, strict=True):
        assert abs(amount - total * percent / 100) < 1


def test_shares_are_of_what_fixed_amounts_leave() -> None:
    plan = [(None, 1_000), (Decimal(50), 0), (Decimal(50), 0)]
    assert installment_amounts(10_001, plan) == [1_000, 4_501, 4_500]
    assert installment_amounts(100, [(Decimal("33.33"), 0)]) == [33]
    with pytest.raises(ValueError, match="more than"):
        installment_amounts(100, [(Decimal(60), 0), (Decimal(60), 0)])
    with pytest.raises(ValueError, match="more than"):
        installment_amounts(100, [(None, 101), (Decimal(10), 0)])
