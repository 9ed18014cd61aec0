"""Amounts of invoice lines: prices include tax, all in integers of minor units."""

from __future__ import annotations

from decimal import Decimal

from guanxi import round_half_away

_QUANTITY_SCALE = 10_000  # quantities have four decimals


def line_amount(quantity: Decimal, unit_price: int) -> int:
    """Tax included, rounded once, half away from zero."""
    return round_half_away(int(quantity * _QUANTITY_SCALE) * unit_price, _QUANTITY_SCALE)
