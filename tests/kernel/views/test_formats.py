from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from guanxi.context import Company
from guanxi.declare.fields import Field, Kind
from guanxi.i18n import Text, use_locale
from guanxi.records.input import parse_text
from guanxi.records.shape import input_shape
from guanxi.views.formats import show, typed

VALUES = [
    (Kind.MONEY, 123450, "CN¥1,234.50", "¥1,234.50"),
    (Kind.MONEY, -5, "-CN¥0.05", "-¥0.05"),
    (Kind.DATE, date(2026, 11, 22), "Nov 22, 2026", "2026年11月22日"),
    (Kind.DATETIME, datetime(2026, 11, 22, 16, 5, tzinfo=UTC), "Nov 23, 2026, 12:05 AM", "2026年11月23日 00:05"),
    (Kind.DECIMAL, Decimal("1234.500"), "1,234.5", "1,234.5"),
    (Kind.INTEGER, 1234567, "1,234,567", "1,234,567"),
    (Kind.BOOLEAN, True, "Yes", "是"),
    (Kind.TEXT, None, "", ""),
]


@pytest.mark.parametrize(("kind", "value", "english", "chinese"), VALUES)
def test_values_as_people_read_them(in_shop: Company, kind: Kind, value: object, english: str, chinese: str) -> None:
    shape = input_shape(Field("x", Text("x"), kind=kind))
    with use_locale("en"):
        assert show(shape, value, "CNY") == english
    with use_locale("zh_CN"):
        assert show(shape, value, "CNY") == chinese


@pytest.mark.parametrize(
    ("kind", "value", "currency"),
    [
        (Kind.MONEY, 123450, "CNY"),
        (Kind.MONEY, 1234, "JPY"),
        (Kind.MONEY, -1, "KWD"),
        (Kind.DATE, date(2026, 2, 28), None),
        (Kind.DATETIME, datetime(2026, 11, 22, 16, 5, tzinfo=UTC), None),
        (Kind.INTEGER, -7, None),
        (Kind.MULTILINE, "two\nlines", None),
    ],
)
def test_what_a_form_holds_is_read_back(in_shop: Company, kind: Kind, value: object, currency: str | None) -> None:
    shape = input_shape(Field("x", Text("x"), kind=kind))
    assert parse_text(shape, typed(shape, value, currency), currency=currency) == value
