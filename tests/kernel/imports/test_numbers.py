from __future__ import annotations

import pytest

from guanxi.imports.numbers import plain_amount, plain_integer, plain_number
from guanxi.records.values import Wrong


@pytest.mark.parametrize(
    ("text", "plain"),
    [("１２", "12"), ("(1,200)", "-1,200"), ("−5", "-5"), (" 3 ", "3"), ("1,234.5", "1,234.5"), ("x", "x")],
)
def test_numbers(text: str, plain: str) -> None:
    assert plain_number(text) == plain


@pytest.mark.parametrize(("text", "plain"), [("3.00", "3"), ("3.50", "3.50"), ("-3.0", "-3"), ("3", "3")])
def test_whole_numbers(text: str, plain: str) -> None:
    assert plain_integer(text) == plain


@pytest.mark.parametrize(
    ("text", "currency", "plain"),
    [
        ("1234.50", "CNY", "1234.50"),
        ("¥1,234.50", "CNY", "1,234.50"),
        ("￥1,234.50", "CNY", "1,234.50"),
        ("¥ 100", "JPY", "100"),
        ("CNY 1,234.50", "CNY", "1,234.50"),
        ("1,234.50 cny", "CNY", "1,234.50"),
        ("1234.5元", "CNY", "1234.5"),
        ("人民币1234.5元", "CNY", "1234.5"),
        ("-¥12.00", "CNY", "-12.00"),
        ("¥-12.00", "CNY", "-12.00"),
        ("(¥12.00)", "CNY", "-¥12.00"),
        ("$99", "USD", "99"),
        ("US$99", "USD", "99"),
        ("€ 5", "EUR", "5"),
        ("about 5", "CNY", "about 5"),
    ],
)
def test_amounts_with_signs(text: str, currency: str, plain: str) -> None:
    expected = plain_amount(plain, currency) if "¥" in plain else plain
    assert plain_amount(text, currency) == expected


def test_an_amount_in_brackets_is_negative() -> None:
    assert plain_amount("(¥12.00)", "CNY") == "-12.00"


@pytest.mark.parametrize(("text", "currency"), [("$5", "CNY"), ("¥5", "USD"), ("5 EUR", "CNY"), ("US$5", "HKD")])
def test_the_sign_of_another_currency_is_refused(text: str, currency: str) -> None:
    with pytest.raises(Wrong) as caught:
        plain_amount(text, currency)
    assert str(caught.value.text) == f"The amount is not in {currency}."
