"""Words as people write them in headings and choices, made comparable."""

from __future__ import annotations

import re

from guanxi.unicode import nfkc

_NOISE = re.compile(r"[\s_\-*:/.()]+")


def normalize(text: str) -> str:
    """Full-width forms, case, spaces and punctuation do not tell words apart."""
    return _NOISE.sub("", nfkc(text).casefold())
