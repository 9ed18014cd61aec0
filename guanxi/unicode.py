"""Texts in one form, in time that grows with their length alone."""

from __future__ import annotations

import unicodedata

MOST_MARKS = 30
"""in a row, as UAX #15 has it (Stream-Safe Text Format); no writing has more"""


def nfkc(text: str) -> str:
    """Compatibility forms made plain. Marks beyond MOST_MARKS in a row are left out: putting them in order takes time
    by the square of how many there are.
    """
    return unicodedata.normalize("NFKC", text if text.isascii() else stream_safe(text))


def stream_safe(text: str) -> str:
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
