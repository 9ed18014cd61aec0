"""Names of files that answers carry (RFC 6266): any characters, and nothing that ends the header."""

from __future__ import annotations

from urllib.parse import quote


def attachment(name: str) -> str:
    """A `Content-Disposition` that saves the answer under `name`."""
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"


def inline(name: str) -> str:
    """A `Content-Disposition` that shows the answer, called `name`."""
    return f"inline; filename*=UTF-8''{quote(name, safe='')}"
