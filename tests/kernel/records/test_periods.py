"""Words for stretches of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from guanxi.records.periods import UNITS, WORDS, after, first_day, name_of, period

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("word", "start", "end"),
    [
        ("today", date(2026, 11, 22), date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21), date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 23), date(2026, 11, 24)),
        ("this_week", date(2026, 11, 16), date(2026, 11, 23)),
        ("last_month", date(2026, 10, 1), date(2026, 11, 1)),
        ("next_month", date(2026, 12, 1), date(2027, 1, 1)),
        ("this_quarter", date(2026, 10, 1), date(2027, 1, 1)),
        ("next_quarter", date(2027, 1, 1), date(2027, 4, 1)),
        ("last_year", date(2025, 1, 1), date(2026, 1, 1)),
        ("last_7_days", date(2026, 11, 16), date(2026, 11, 23)),
        ("next_30_days", date(2026, 11, 22), date(2026, 12, 22)),
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("2026-02", date(2026, 2, 1), date(2026, 3, 1)),
        ("2026-Q4", date(2026, 10, 1), date(2027, 1, 1)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 4)),
    ],
)
def test_words(word: str, start: date, end: date) -> None:
    assert period(word, TODAY) == (start, end)


@pytest.mark.parametrize(
    "word", ["", "this", "this_day", "last__days", "2026-13", "2026-Q5", "2025-W53", "0000", "last_9999_days!", "٢٠٢٦"]
)
def test_other_words_mean_nothing(word: str) -> None:
    assert period(word, TODAY) is None


def test_far_days_mean_nothing_instead_of_failing() -> None:
    assert period("last_9999_days", date(1, 1, 2)) is None
    for word in ("9999", "0001", "0001-01", "0001-W01", "1899-Q4", "3000"):
        assert period(word, TODAY) is None


@pytest.mark.parametrize("word", WORDS)
def test_every_offered_word_is_understood(word: str) -> None:
    found = period(word, TODAY)
    assert found is not None and found[0] < found[1]


@given(st.dates(date(1900, 1, 8), date(2999, 12, 20)), st.sampled_from(UNITS[1:]))
def test_a_unit_is_found_again_by_its_name(day: date, unit: str) -> None:
    start = first_day(day, unit)
    assert start <= day < after(start, unit)
    assert period(name_of(start, unit), TODAY) == (start, after(start, unit))
