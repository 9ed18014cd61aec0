"""Amounts of invoice lines: prices include tax, all in integers of minor units."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from guanxi import included_tax, round_half_away

MAX_LINES = 250
"""of an invoice: what a document can print"""
_QUANTITY_SCALE = 10_000  # quantities have four decimals


def line_amount(quantity: Decimal, unit_price: int) -> int:
    """Tax included, rounded once, half away from zero."""
    return round_half_away(int(quantity * _QUANTITY_SCALE) * unit_price, _QUANTITY_SCALE)


def line_taxes(lines: Iterable[tuple[int, Decimal]]) -> list[int]:
    """The tax in each line of an invoice: (amount with tax, rate in percent).

    What one rate comes to on the invoice is the tax in the sum of its lines, rounded once (EN 16931, BR-CO-17). Each
    line has what it adds to that, within one minor unit of its own.
    """
    sums: dict[Decimal, tuple[int, int]] = {}
    taxes = []
    for amount, rate in lines:
        gross, before = sums.get(rate, (0, 0))
        tax = included_tax(gross + amount, rate)
        sums[rate] = gross + amount, tax
        taxes.append(tax - before)
    return taxes
