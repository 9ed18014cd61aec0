"""What a vCard says of a person or an organization, and the parts of its syntax that reading and writing share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from guanxi import InvalidInput

Version = Literal["3.0", "4.0"]
PHONE_KINDS = ("cell", "fax", "home", "work")
ORDINARY_YEAR = 1604
"""what stands for "no year" in vCard 3, as the address books of phones write it"""
_ESCAPED = {"\\": "\\\\", "\n": "\\n", ";": "\\;", ",": "\\,"}
_SPECIAL = re.compile(r"[\\\n;,]")


class UnreadableCard(InvalidInput):
    """The file as a whole holds no cards that can be read."""

    code = "unreadable_card"


@dataclass(frozen=True, slots=True)
class Number:
    """A phone number as it was typed; `kinds` are some of PHONE_KINDS, in that order."""

    text: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""

    @property
    def empty(self) -> bool:
        return not any((self.street, self.city, self.region, self.postcode, self.country))


@dataclass(frozen=True, slots=True)
class Name:
    family: str = ""
    given: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Birthday:
    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    full_name: str
    name: Name = Name()
    is_organization: bool = False
    organization: tuple[str, ...] = ()
    """the organization, then its units"""
    title: str = ""
    phones: tuple[Number, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    birthday: Birthday | None = None
    note: str = ""
    url: str = ""
    wechat: str = ""
    tags: tuple[str, ...] = ()
    uid: str = ""


def escape(text: str) -> str:
    """RFC 6350 section 3.4."""
    return _SPECIAL.sub(lambda found: _ESCAPED[found.group()], text)


def split_value(text: str, separator: str, *, old: bool = False) -> list[str]:
    """The parts between separators that no backslash precedes, unescaped. `old`: vCard 2.1 knows only `\\;`."""
    parts, current, index = [], [], 0
    while index < len(text):
        char = text[index]
        follower = text[index + 1 : index + 2]
        if char == "\\" and follower and (not old or follower in ";,\\"):
            current.append("\n" if follower in "nN" else follower)
            index += 2
            continue
        if char == separator:
            parts.append("".join(current))
            current = []
        else:
            current.append(char)
        index += 1
    return [*parts, "".join(current)]


def plain_value(text: str, *, old: bool = False) -> str:
    """One text, separators in it included."""
    return split_value(text, "", old=old)[0]
