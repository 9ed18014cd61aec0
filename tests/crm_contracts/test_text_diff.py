"""Comparing texts: what differs by word, nothing invented, and an end in time."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings, strategies as st

from crm_contracts.text_diff import Row, compare

SAME, REMOVED, ADDED = "same", "removed", "added"


def shown(row: Row) -> list[list[tuple[str, str]]]:
    return [[(piece.kind, piece.text) for piece in side] for side in (row.before, row.after)]


def test_words_that_differ() -> None:
    [row] = compare("Payment within 30 days.", "Payment within 45 days.")
    assert shown(row) == [
        [(SAME, "Payment within "), (REMOVED, "30"), (SAME, " days.")],
        [(SAME, "Payment within "), (ADDED, "45"), (SAME, " days.")],
    ]


def test_chinese_by_character() -> None:
    [row] = compare("质保期为两年。", "质保期延长至三年。")
    assert shown(row)[0][0] == (SAME, "质保期") and shown(row)[1][-1] == (SAME, "年。")
    assert "".join(piece.text for piece in row.after if piece.kind == ADDED) == "延长至三"


def test_paragraphs_that_stay_come_and_go() -> None:
    rows = compare("one\ntwo\nthree", "one\nthree\nfour")
    assert [row.changed for row in rows] == [False, True, False, True]
    assert shown(rows[1]) == [[(REMOVED, "two")], []]
    assert shown(rows[3]) == [[], [(ADDED, "four")]]
    assert compare("", "") == [] and [row.changed for row in compare("a\n\nb", "a\nb ")] == [False, False]


@settings(max_examples=300)
@given(st.text("ab 期\n", max_size=40), st.text("ab 期\n", max_size=40))
def test_each_side_says_what_it_said(before: str, after: str) -> None:
    rows = compare(before, after)
    for side, text in (("before", before), ("after", after)):
        said = "\n".join("".join(piece.text for piece in getattr(row, side)) for row in rows if getattr(row, side))
        assert said == "\n".join(line.rstrip() for line in text.splitlines() if line.strip())
    assert any(row.changed for row in rows) == ([*_lines(before)] != [*_lines(after)])


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("kind", ["noise", "turned", "repeated", "lines"])
def test_hostile_texts_end_quickly(kind: str) -> None:
    chance = random.Random(7)
    before = "".join(chance.choice("ab") for _ in range(100_000))
    after = {
        "noise": "".join(chance.choice("ab \n期") for _ in range(100_000)),
        "turned": "期".join(reversed(before)),
        "repeated": "ab " * 33_000,
        "lines": "\n".join(before),
    }[kind]
    before = "\n".join(after[::4]) if kind == "lines" else " ".join(before)
    started = time.perf_counter()
    rows = compare(before, after)
    assert time.perf_counter() - started < 3
    assert any(row.changed for row in rows)
