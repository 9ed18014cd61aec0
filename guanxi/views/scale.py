"""The axis of a chart: round numbers around what is to be shown, and always zero."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    low: Decimal
    high: Decimal
    ticks: list[Decimal]
    """evenly spaced, from `low` to `high`"""

    def part(self, value: Decimal) -> Decimal:
        """Where `value` lies between the ends: 0 to 1."""
        part = (value - self.low) / (self.high - self.low)
        return min(max(part, Decimal(0)), Decimal(1))


def scale_of(values: list[Decimal]) -> Scale:
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    if low == high:
        high = Decimal(1)
    step = _step((high - low) / _PARTS, whole=all(value == value.to_integral_value() for value in values))
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    ticks = [step * n for n in range(int(first), int(last) + 1)]
    return Scale(ticks[0], ticks[-1], ticks)


def _step(rough: Decimal, *, whole: bool) -> Decimal:
    """The next round number: 1, 2, 2.5 or 5 times a power of ten; of whole numbers a whole one."""
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * each for each in _STEPS if power * each >= rough)
    if whole and step != step.to_integral_value():
        return max(step.to_integral_value(ROUND_CEILING), Decimal(1))
    return step
