"""Marks of pages of lists that add-ons write themselves."""

from __future__ import annotations

from datetime import date

import pytest

from guanxi import InvalidInput, MarkId, read_mark, write_mark


def test_what_was_written_is_read() -> None:
    mark = write_mark(date(2026, 6, 1), 2**63 - 1)
    assert mark.isascii() and not {*mark} & {*"=+/&?"}
    assert read_mark(mark, tuple[date, MarkId]) == (date(2026, 6, 1), 2**63 - 1)


@pytest.mark.parametrize(
    "text",
    ["", "x", "é", "====", "2026-06-01.1", write_mark("2026-13-01", 1), write_mark("2026-06-01")]
    + [write_mark("2026-06-01", id) for id in (0, -1, 2**63, "1", 1.5, None)],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_mark(text, tuple[date, MarkId])
    assert set(refused.value.fields) == {"after"}
