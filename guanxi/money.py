"""Money as integers of minor units (cents, fen) with an ISO 4217 code. No float anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision, list_currencies

from guanxi.errors import InvalidInput
from guanxi.i18n import _, current_locale

MAX_MINOR = 10**15  # ten trillion yuan: far inside a PostgreSQL bigint, sums included
_AMOUNT = re.compile(r"[+-]?\d{1,16}(?:\.\d{1,6})?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)


def is_currency(code: str) -> bool:
    return code in list_currencies()


def exponent(currency: str) -> int:
    """Decimals of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD."""
    return get_currency_precision(currency)


def without_groups(text: str) -> str:
    """`1,234.5` as `1234.5`. A comma that does not part thousands stays, since it may be somebody's decimal point."""
    cleaned = text.strip().replace("\uff0c", ",").replace(" ", "")
    return cleaned.replace(",", "") if _GROUPED.fullmatch(cleaned) else cleaned


def parse_amount(text: str, currency: str) -> int:
    """Minor units of an amount typed as `1,234.50`. Raises InvalidInput for anything that is not exact."""
    cleaned = without_groups(text)
    if not _AMOUNT.fullmatch(cleaned):
        raise InvalidInput(message=_("Enter an amount such as 1234.50."))
    scaled = Decimal(cleaned).scaleb(exponent(currency))
    minor = int(scaled)
    if scaled != minor:
        raise InvalidInput(message=_("{currency} has {places} decimals."), currency=currency, places=exponent(currency))
    if abs(minor) > MAX_MINOR:
        raise InvalidInput(message=_("This amount is too large."))
    return minor


def to_decimal(minor: int, currency: str) -> Decimal:
    return Decimal(minor).scaleb(-exponent(currency))


def plain_amount(minor: int, currency: str) -> str:
    """`123450` CNY as `1234.50`: what `parse_amount` reads back."""
    return f"{to_decimal(minor, currency):f}"


def format_money(minor: int, currency: str, locale: str | None = None) -> str:
    """For people: `¥1,234.50`, in the current locale unless another is given."""
    return format_currency(to_decimal(minor, currency), currency, locale=locale or current_locale())


def round_half_away(numerator: int, denominator: int) -> int:
    """numerator / denominator to the nearest integer, halves away from zero: round(-x) = -round(x)."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    quotient = (2 * abs(numerator) + denominator) // (2 * denominator)
    return quotient if numerator >= 0 else -quotient


def included_tax(gross: int, rate: Decimal) -> int:
    """The tax inside `gross` at `rate` percent, rounded once, halves away from zero: 106.00 at 6 % holds 6.00."""
    hundredths = int(rate * 100)  # rates have two decimals
    return round_half_away(gross * hundredths, 10_000 + hundredths)


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Split `total` by `weights` (integers ≥ 0, at least one > 0) into parts that sum exactly to it.

    Largest remainder: each part is within one minor unit of its exact share; ties go to the earlier part.
    A negative total gives the negated split.
    """
    whole = sum(weights)
    if whole <= 0 or any(weight < 0 for weight in weights):
        raise ValueError("weights must be non-negative and not all zero")
    magnitude = abs(total)
    parts = [magnitude * weight // whole for weight in weights]
    remainders = [magnitude * weight % whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for i in by_remainder[: magnitude - sum(parts)]:
        parts[i] += 1
    return parts if total >= 0 else [-part for part in parts]
