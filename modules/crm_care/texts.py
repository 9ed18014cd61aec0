"""The words of a plan, with what stands for the customer and the company."""

from __future__ import annotations

import re

NAMES = ("name", "company")
LONGEST_SUBJECT = 280
_PLACE = re.compile(r"\{([^{}]*)\}")


def wrong_places(text: str) -> list[str]:
    """What stands in braces and is none of NAMES."""
    return sorted({found for found in _PLACE.findall(text) if found not in NAMES})


def filled(text: str, *, name: str, company: str) -> str:
    values = {"name": name, "company": company}
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def subject_line(text: str, *, name: str, company: str) -> str:
    """Short enough for a header, in one line."""
    return " ".join(filled(text, name=name, company=company).split())[:LONGEST_SUBJECT]
