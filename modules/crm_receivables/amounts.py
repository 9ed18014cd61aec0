"""Amounts of invoice lines: prices include tax, all in integers of minor units."""

from __future__ import annotations

from decimal import Decimal

from guanxi import round_half_away

_QUANTITY_SCALE = 10_000  # quantities have four decimals
_RATE_SCALE = 100  # tax rates are percents with two decimals


def line_amount(quantity: Decimal, unit_price: int) -> int:
    """Tax included, rounded once, half away from zero."""
    return round_half_away(int(quantity * _QUANTITY_SCALE) * unit_price, _QUANTITY_SCALE)


def included_tax(amount: int, tax_rate: Decimal) -> int:
    """The tax inside `amount`: 106.00 at 6 % holds 6.00."""
    rate = int(tax_rate * _RATE_SCALE)
    return round_half_away(amount * rate, 100 * _RATE_SCALE + rate)
