"""What in a line's text may be the number of an invoice."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PIECE = re.compile(r"[A-Za-z0-9]+")
_OURS = re.compile(r"([A-Z]{2,5})([0-9]{4})([0-9]{6})")
_BREAKS = re.compile(r"[\s\-‐–—_/.]+")
_MOST_PIECES, _LONGEST = 80, 5
_SHORTEST, _MOST = 4, 400


def tokens_of(texts: Iterable[str]) -> list[str]:
    """Numbers as they may be written in our books, of what a payer wrote: `INV 2026 000017`, `inv-2026-00 0017`.

    Neighboring pieces joined by what stands between them in numbers, and any that looks like one of ours, wherever a
    bank has broken it.
    """
    found: dict[str, None] = {}
    for text in texts:
        upper = text.upper()
        joined = _BREAKS.sub("", upper)
        for each in _OURS.finditer(joined):
            letters, year, number = each.groups()
            for length in range(2, len(letters) + 1):  # a word may have run into it
                found[f"{letters[-length:]}-{year}-{number}"] = None
        for word in text.split()[:_MOST_PIECES]:
            found[word.strip(".,;:()[]")] = None
        pieces = _PIECE.findall(upper)[:_MOST_PIECES]
        for start in range(len(pieces)):
            for end in range(start + 1, min(start + _LONGEST, len(pieces)) + 1):
                part = pieces[start:end]
                found["-".join(part)] = None
                if len(part) <= 3:
                    found["".join(part)] = None
                    found["/".join(part)] = None
    return [token for token in found if _SHORTEST <= len(token) <= 80 and any(map(str.isdigit, token))][:_MOST]
