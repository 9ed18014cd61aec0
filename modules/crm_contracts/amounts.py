"""What lines, totals and installments come to: integers all the way, prices include tax."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from crm_contracts.choices import Recurrence
from guanxi import allocate, included_tax, round_half_away

MAX_AMOUNT = 10**15
YEARLY = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""how many of its periods a year has, as people count"""


def hundredths(percent: Decimal) -> int:
    """Basis points of a percentage with two decimals."""
    return int(percent * 100)


def line_amount(quantity: Decimal, unit_price: int, discount: Decimal) -> int:
    """quantity × unit price less the discount, rounded once, halves away from zero."""
    return round_half_away(int(quantity * 10_000) * unit_price * (10_000 - hundredths(discount)), 10**8)


class Totals(NamedTuple):
    total: int
    subtotal: int
    tax: int
    yearly: int


def totals(lines: Iterable[Mapping[str, Any]]) -> Totals:
    """Of lines with `amount`, `tax_rate`, `recurrence` and `interval`; tax is rounded line by line."""
    total = tax = yearly = 0
    for line in lines:
        if line["recurrence"] == Recurrence.NONE:
            total += line["amount"]
            tax += included_tax(line["amount"], line["tax_rate"])
        else:
            yearly += round_half_away(line["amount"] * YEARLY[line["recurrence"]], line["interval"])
    return Totals(total, total - tax, tax, yearly)


def installment_amounts(total: int, plan: list[tuple[Decimal | None, int]]) -> list[int]:
    """Amounts of (percent, fixed amount) rows: percentages are of what the fixed amounts leave.

    They sum exactly to `total` where the percentages add up to 100. ValueError where they exceed it, or the
    fixed amounts exceed the total.
    """
    rest = total - sum(fixed for percent, fixed in plan if percent is None)
    weights = [hundredths(percent) for percent, _fixed in plan if percent is not None]
    open_weight = 10_000 - sum(weights)
    if open_weight < 0 or (weights and rest < 0):
        raise ValueError("more than the total")
    shares = iter(allocate(rest, [*weights, open_weight])) if weights else iter(())
    return [fixed if percent is None else next(shares) for percent, fixed in plan]
