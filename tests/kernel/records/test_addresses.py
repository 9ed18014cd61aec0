"""Days and ids in addresses, as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from guanxi import InvalidInput, read_day, read_id

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


@pytest.mark.parametrize("text", ["1899-12-31", "3000-01-01", "0001-01-01"])
def test_days_outside_of_what_is_stored_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_day(text, DEFAULT, "as_of")
    assert str(refused.value.fields["as_of"]) == "The year must be from 1900 to 2999."


@pytest.mark.parametrize(
    ("text", "id"),
    [("7", 7), ("9" * 18, 10**18 - 1), ("9" * 19, 0), ("", 0), ("-7", 0), ("7.0", 0), (" 7", 0), ("七", 0), ("٧", 0)],
)
def test_ids(text: str, id: int) -> None:
    assert read_id(text) == id
