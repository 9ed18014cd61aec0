from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from guanxi.errors import InvalidInput
from guanxi.i18n import use_locale
from guanxi.money import allocate, exponent, format_money, included_tax, parse_amount, plain_amount, round_half_away

weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=40).filter(any)
totals = st.integers(-(10**15), 10**15)


@given(totals, weights)
def test_parts_sum_exactly_and_stay_within_one_unit_of_their_share(total: int, shares: list[int]) -> None:
    parts = allocate(total, shares)
    assert sum(parts) == total
    assert all(abs(part - Fraction(total * share, sum(shares))) < 1 for part, share in zip(parts, shares, strict=True))
    assert all(part == 0 for part, share in zip(parts, shares, strict=True) if share == 0)
    assert parts == allocate(total, shares)
    assert allocate(-total, shares) == [-part for part in parts]


@pytest.mark.parametrize("shares", [[], [0, 0], [1, -1]])
def test_weights_that_share_nothing(shares: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        allocate(100, shares)


@given(st.integers(-(10**18), 10**18), st.integers(1, 10**9))
def test_rounding_is_symmetric_and_nearest(numerator: int, denominator: int) -> None:
    rounded = round_half_away(numerator, denominator)
    assert round_half_away(-numerator, denominator) == -rounded == round_half_away(numerator, -denominator)
    assert abs(rounded - Fraction(numerator, denominator)) <= Fraction(1, 2)


@given(st.integers(-(10**15), 10**15), st.decimals(0, 100, places=2))
def test_tax_is_the_rate_of_what_is_left_to_the_nearest_unit(gross: int, rate: Decimal) -> None:
    tax = included_tax(gross, rate)
    net = gross - tax
    assert abs(tax * 10_000 - net * int(rate * 100)) * 2 <= 10_000 + int(rate * 100)
    assert included_tax(-gross, rate) == -tax
    assert included_tax(10_600, Decimal(6)) == 600


def test_halves_go_away_from_zero() -> None:
    assert [round_half_away(n, 2) for n in (-3, -1, 1, 3, 5)] == [-2, -1, 1, 2, 3]


@given(st.integers(-(10**15), 10**15), st.sampled_from(["CNY", "JPY", "KWD", "USD"]))
def test_what_is_written_is_read_back(minor: int, currency: str) -> None:
    assert parse_amount(plain_amount(minor, currency), currency) == minor


def test_exponents() -> None:
    assert [exponent(code) for code in ("CNY", "JPY", "KWD")] == [2, 0, 3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1.234",
        "1e5",
        "NaN",
        "Infinity",
        "--1",
        "1.",
        ".5",
        "١٢",
        "1_000",
        "9" * 17,
        "99999999999999.99",
        "12,50",
        "1,5",
        "1234,567",
    ],
)
def test_amounts_that_are_none(text: str) -> None:
    with pytest.raises(InvalidInput):
        parse_amount(text, "CNY")


def test_amounts_as_people_type_them() -> None:
    assert parse_amount(" 1,234.5 ", "CNY") == parse_amount("1，234.50", "CNY") == 123450
    assert parse_amount("-0.01", "CNY") == -1


def test_amounts_as_people_read_them() -> None:
    with use_locale("zh_CN"):
        assert format_money(-123450, "CNY") == "-¥1,234.50"
    assert format_money(1234, "JPY", "en") == "¥1,234"
    assert format_money(1234500, "KWD", "en").removeprefix("KWD").strip("\u00a0") == "1,234.500"
