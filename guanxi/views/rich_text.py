"""Plain text that people wrote, as HTML: nothing of it is markup, addresses can be clicked."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_ADDRESS = re.compile(
    r"https?://[^\s<>\"'，。；：！？、（）《》“”「」]+|(?<![^\s：])/[a-z_]+/[a-z_-]+/[0-9]{1,18}(?![\w/])",
    re.IGNORECASE,
)
"""of a page anywhere, or of a record here: `/crm_core/customers/12` as a word of its own"""
_ENDS = ".,;:!?)]}*"


def linked(text: str) -> Markup:
    """Escaped, with `http` and `https` addresses, and those of records, as links."""
    parts, done = [], 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_ENDS)
        if address[0] != "/" and len(address) <= len("https://"):
            continue
        parts += [escape(text[done : found.start()]), _link(address)]
        done = found.start() + len(address)
    return Markup("").join([*parts, escape(text[done:])])


def _link(address: str) -> Markup:
    return Markup('<a href="{0}" rel="noopener noreferrer nofollow">{0}</a>').format(address)
