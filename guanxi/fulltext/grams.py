"""Pairs of neighboring characters: what is indexed, so that any part of a word is found, in Chinese as in English.

An index of words would have to know where Chinese words end; one of three characters misses most of them, which
have two.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

from guanxi.unicode import nfkc

LONGEST = 300_000
"""characters of one text that are searched"""
MOST_TERMS, LONGEST_TERM = 8, 100


def tidy(text: str) -> str:
    """As it is stored: full-width forms made plain, one space between words, nothing that PostgreSQL refuses."""
    plain = nfkc(text[: 2 * LONGEST].replace("\x00", " "))
    return re.sub(r"\s+", " ", plain.encode("utf-8", "replace").decode())[:LONGEST].strip()


def grams(text: str) -> list[int]:
    """A number of 32 bits for each pair in the text; letters of either case are the same. Two pairs may share one."""
    found = {a + b for a, b in pairwise(text.casefold()) if a != " " and b != " "}
    return sorted({zlib.crc32(pair.encode()) - 2**31 for pair in found})


def terms_of(query: str) -> list[str]:
    """What all has to be in a text. Terms of one character say too little and are left out."""
    return [term[:LONGEST_TERM] for term in tidy(query[: 2 * LONGEST_TERM]).split(" ") if len(term) > 1][:MOST_TERMS]
