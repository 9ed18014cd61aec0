"""Tags: a field of several short texts, kept as a JSON array."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from guanxi.i18n import _
from guanxi.records.wrong import REQUIRED, Wrong

MAX_TAGS = 30
MAX_LENGTH = 40
_BETWEEN = re.compile("[,，;；、\r\n]+")


@dataclass(frozen=True, slots=True)
class TagChange:
    """Tags to put on and take off; as JSON `{"add": ["vip"], "remove": ["old"]}`."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def applied(self, tags: list[str]) -> list[str]:
        """Raises Wrong where that makes too many."""
        gone = {tag.casefold() for tag in self.remove}
        return _checked([*(tag for tag in tags if tag.casefold() not in gone), *self.add])


def split_tags(text: str) -> list[str]:
    """Tags as people type them: with commas, semicolons or 、 between."""
    return [part for part in _BETWEEN.split(text) if part.strip()]


def check_tags(required: bool, value: Any) -> list[str] | TagChange:
    """Each tag once, whatever its case. Raises Wrong."""
    if isinstance(value, TagChange):
        return value
    if isinstance(value, dict) and value and set(value) <= {"add", "remove"}:
        return TagChange(tuple(_checked(value.get("add", []))), tuple(_checked(value.get("remove", []))))
    tags = _checked(value)
    if required and not tags:
        raise Wrong(REQUIRED)
    return tags


def _checked(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise Wrong(_("Enter tags with commas between them."))
    found: dict[str, str] = {}
    for tag in value:
        text = " ".join(tag.split())
        if _BETWEEN.search(text) or any(not char.isprintable() for char in text):
            raise Wrong(_("This text has characters that cannot be stored."))
        if len(text) > MAX_LENGTH:
            raise Wrong(_("A tag has at most {limit} characters.", limit=MAX_LENGTH))
        if text:
            found.setdefault(text.casefold(), text)
    if len(found) > MAX_TAGS:
        raise Wrong(_("At most {limit} tags.", limit=MAX_TAGS))
    return list(found.values())
