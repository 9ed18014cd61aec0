"""Words as people write them in headings and choices, made comparable."""

from __future__ import annotations

import re
import unicodedata

_NOISE = re.compile(r"[\s_\-*:/.()]+")


def normalize(text: str) -> str:
    """Full-width forms, case, spaces and punctuation do not tell words apart."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())
