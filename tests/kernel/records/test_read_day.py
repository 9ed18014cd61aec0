"""A day in an address, as people type it."""

from __future__ import annotations

from datetime import date

import pytest

from guanxi import InvalidInput, read_day

DEFAULT = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (None, DEFAULT),
        ("", DEFAULT),
        ("2026-01-31", date(2026, 1, 31)),
        (" 2026/1/3 ", date(2026, 1, 3)),
        ("2026年1月3日", date(2026, 1, 3)),
    ],
)
def test_what_people_type(text: str | None, day: date) -> None:
    assert read_day(text, DEFAULT, "as_of") == day


@pytest.mark.parametrize("text", ["2026-02-30", "yesterday", "2026-W01-1", "٢٠٢٦-01-01", " ", "0000-01-01"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_day(text, DEFAULT, "as_of")
    assert set(refused.value.fields) == {"as_of"}
