"""One form of texts, however hostile they are."""

from __future__ import annotations

import unicodedata

from hypothesis import given, strategies as st

from guanxi.unicode import MOST_MARKS, nfkc

_HOSTILE = "a" + "\u0301" * 150_000 + "\u0323" * 150_000
"""marks of two classes out of order: sorting so many would take minutes"""


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_what_people_write_is_as_unicode_says(text: str) -> None:
    assert nfkc(text) == unicodedata.normalize("NFKC", text)


def test_marks_without_end_are_cut() -> None:
    assert len(nfkc(_HOSTILE)) <= MOST_MARKS + 1
    assert nfkc("e\u0301" * 10_000) == "é" * 10_000
