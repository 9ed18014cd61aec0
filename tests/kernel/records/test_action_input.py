from __future__ import annotations

import pytest
from sample_shop.models import Order

from guanxi.declare.fields import Field, Kind
from guanxi.errors import InvalidInput
from guanxi.i18n import Text
from guanxi.records.input import parse_form_fields

FIELDS = (
    Field("currency", Text("Currency"), kind=Kind.CURRENCY),
    Field("amount", Text("Amount"), kind=Kind.MONEY, currency="currency"),
)


def test_amounts_are_in_the_currency_that_the_form_names() -> None:
    assert parse_form_fields(FIELDS, {"currency": "jpy", "amount": "1,200"}) == {"currency": "JPY", "amount": 1200}
    dinars = parse_form_fields(FIELDS, {"currency": "KWD", "amount": "1.2"}, record=Order(currency="CNY"))
    assert dinars["amount"] == 1200
    yen = parse_form_fields(FIELDS[1:], {"amount": "1,200"}, record=Order(currency="JPY"))
    assert yen == {"amount": 1200}
    with pytest.raises(InvalidInput) as refused:
        parse_form_fields(FIELDS, {"currency": "JPY", "amount": "12.50"})
    assert set(refused.value.fields) == {"amount"}
