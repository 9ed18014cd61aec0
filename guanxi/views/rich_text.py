"""Plain text that people wrote, as HTML: nothing of it is markup, addresses can be clicked."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_ADDRESS = re.compile(r"https?://[^\s<>\"'，。；：！？、（）《》“”「」]+", re.IGNORECASE)
_ENDS = ".,;:!?)]}*"


def linked(text: str) -> Markup:
    """Escaped, with `http` and `https` addresses as links."""
    parts, done = [], 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_ENDS)
        if len(address) <= len("https://"):
            continue
        parts += [escape(text[done : found.start()]), _link(address)]
        done = found.start() + len(address)
    return Markup("").join([*parts, escape(text[done:])])


def _link(address: str) -> Markup:
    return Markup('<a href="{0}" rel="noopener noreferrer nofollow">{0}</a>').format(address)
