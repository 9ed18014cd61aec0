"""What a text looks like to whoever may not see it; `reading` says the same to the database."""

from __future__ import annotations

from guanxi.declare.fields import Kind

_ENDS = 7
"""characters that stay of a longer text: three at its beginning, four at its end"""


def cover(kind: Kind, text: str) -> str:
    """138****8000, l***@example.com, 王**."""
    if not text:
        return text
    if kind is Kind.EMAIL:
        _name, at, rest = text.partition("@")
        return text if _name == "" else f"{text[0]}***{at}{rest}"
    if len(text) > _ENDS:
        return f"{text[:3]}{'*' * (len(text) - _ENDS)}{text[-4:]}"
    return text[0] + "*" * (len(text) - 1)
