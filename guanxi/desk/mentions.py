"""Whom a text mentions: `@` and a user's name or login, as typed or as the form's list of users puts it in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from guanxi.db import fetch

MOST = 20
_LONGEST = 200
_AT = re.compile(r"(?<![A-Za-z0-9_.+-])@(?=\S)")
"""not the one inside an address"""


@dataclass(frozen=True, slots=True)
class Mentioned:
    id: int
    name: str


async def mentioned_in(text: str) -> list[Mentioned]:
    """Active users, each once, in the order of the text; a name that several people have means all of them."""
    found = [text[match.end() : match.end() + _LONGEST] for match in _AT.finditer(text)][:MOST]
    if not found:
        return []
    rows = await fetch(
        "SELECT m.place, u.id, u.name, called.name AS called FROM unnest($1::text[]) WITH ORDINALITY AS m(after, place)"
        " JOIN guanxi_user u ON u.active"
        " CROSS JOIN LATERAL (VALUES (u.name), (u.login)) AS called(name)"
        " WHERE called.name <> '' AND starts_with(lower(m.after), lower(called.name)) ORDER BY m.place, u.id",
        found,
    )
    people: dict[int, Mentioned] = {}
    for place, after in enumerate(found, 1):
        hits = [row for row in rows if row["place"] == place and _ends(after, row["called"])]
        longest = max((len(row["called"]) for row in hits), default=0)
        people |= {row["id"]: Mentioned(row["id"], row["name"]) for row in hits if len(row["called"]) == longest}
    return list(people.values())


def _ends(after: str, called: Any) -> bool:
    """Whether the name ends where the text does: `@ann` is not in `@anna`, `@王敏` is in `@王敏请看`."""
    rest = after[len(called) :]
    return not (rest[:1].isascii() and rest[:1].isalnum() and called[-1].isascii() and called[-1].isalnum())
