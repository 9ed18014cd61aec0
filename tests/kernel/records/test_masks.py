from __future__ import annotations

import pytest

from guanxi.declare.fields import Kind
from guanxi.records.masks import cover


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (Kind.PHONE, "13800138000", "138****8000"),
        (Kind.PHONE, "0512-62881234", "051******1234"),
        (Kind.EMAIL, "li.na@example.com", "l***@example.com"),
        (Kind.EMAIL, "l", "l***"),
        (Kind.TEXT, "王小明", "王**"),
        (Kind.TEXT, "1234567", "1******"),
        (Kind.TEXT, "x", "x"),
        (Kind.TEXT, "", ""),
    ],
)
def test_texts_are_covered_but_for_their_ends(kind: Kind, text: str, shown: str) -> None:
    assert cover(kind, text) == shown
