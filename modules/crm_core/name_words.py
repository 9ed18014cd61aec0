"""What names are compared by: characters folded to one spelling, words, and how the words sound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from crm_core.characters import LOOK_ALIKE, TRADITIONAL
from crm_core.choices import CustomerKind
from crm_core.company_names import NameParts, name_key, parse_company_name, places
from guanxi import nfkc, readings

_SIMPLE = {ord(pair[0]): pair[1] for pair in TRADITIONAL.split()}
_WORD = re.compile(r"[一-龥]|[^\W_一-龥]+")
_LEFT_OUT = frozenset(("the", "and", "und", "et"))
_SLIPS = (
    (re.compile(r"公司(?:司|公司)+$"), "公司"),
    (re.compile(r"有限(?:限|有限)+(?=公司$)"), "有限"),
    (re.compile(r"(?<![有限])限公司$|有限司$"), "有限公司"),
)
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "œ": "oe", "å": "aa", "ł": "l"})
"""as they are written where the keyboard has none; other accents are left out"""
_LOOKS = {char: group[0] for group in LOOK_ALIKE.split() for char in group}
"""characters taken for each other by their shape"""
_ACCENT = re.compile("[\u0300-\u036f]")
LONGEST_SOUND = 120


def simplified(text: str) -> str:
    """Traditional characters that company names are made of as simplified ones, and slips of the pen at the end mended:
    有限公司司 and 限公司 are 有限公司."""
    text = text.translate(_SIMPLE)
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    return text


def words(text: str) -> tuple[str, ...]:
    """Each Chinese character, and each word of other letters: in lower case, simplified, without "the" and "and"."""
    folded = nfkc(text).casefold().translate(_SIMPLE).translate(_LETTERS)
    if not folded.isascii():
        folded = _ACCENT.sub("", unicodedata.normalize("NFD", folded))
    for mark in "'’.":
        folded = folded.replace(mark, "")
    found = _WORD.findall(folded)
    return tuple(word for word in found if word not in _LEFT_OUT) or tuple(found)


def sound(text: str) -> str:
    """How a name is said, without tones and spaces: 春意 and 纯意 are chunyi; other letters stand for themselves."""
    return "".join(_said(word) for word in words(text))[:LONGEST_SOUND]


@lru_cache(maxsize=8192)
def _said(word: str) -> str:
    found = readings(word) if len(word) == 1 else ()
    return found[0] if found else word


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of words may be said or read alike; a character may have two readings."""
    return len(one) == len(other) and all(_alike(a, b) for a, b in zip(one, other, strict=True))


def misread(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of words differ just by characters that are taken for each other by their shape."""
    return len(one) == len(other) and all(
        a == b or _LOOKS.get(a, a) == _LOOKS.get(b, b) for a, b in zip(one, other, strict=True)
    )


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return _LOOKS.get(one, one) == _LOOKS.get(other, other) or not {*readings(one[0])}.isdisjoint(readings(other[0]))


def compared_columns(name: str, kind: str) -> dict[str, str]:
    """What is kept of a name to find its doubles by."""
    return {"name_key": name_key(name), **sound_columns(name, kind)}


def sound_columns(name: str, kind: str) -> dict[str, str]:
    """The same without the key; no spelling of a name that has letters leaves the sound empty."""
    parts = NameParts(trade_name=name) if kind == CustomerKind.PERSON else parse_company_name(simplified(name))
    return {"name_sound": sound(parts.trade_name) or name_key(name)[:LONGEST_SOUND], "name_place": place(parts)}


def place(parts: NameParts) -> str:
    """The smallest place of the region: 江苏省靖江市 → 靖江."""
    return places(parts.region)[-1][:60] if parts.region else ""
