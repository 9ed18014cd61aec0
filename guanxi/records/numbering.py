"""Gap-free numbers: given in the transaction that uses them, so that a rollback gives the number back."""

from __future__ import annotations

from guanxi.db import fetch_value


async def next_number(series: str, year: int, pattern: str = "{year}-{number:05}") -> str:
    """The next number of `series` in `year`. Others who want one wait until this transaction ends."""
    number = await fetch_value(
        "INSERT INTO guanxi_number_series AS s (series, year, last) VALUES ($1, $2, 1)"
        " ON CONFLICT (series, year) DO UPDATE SET last = s.last + 1 RETURNING last",
        series,
        year,
    )
    return pattern.format(year=year, number=number)


async def next_numbers(series: str, year: int, count: int) -> range:
    """`count` consecutive numbers at once, for set-based posting."""
    last = await fetch_value(
        "INSERT INTO guanxi_number_series AS s (series, year, last) VALUES ($1, $2, $3)"
        " ON CONFLICT (series, year) DO UPDATE SET last = s.last + $3 RETURNING last",
        series,
        year,
        count,
    )
    return range(last - count + 1, last + 1)
