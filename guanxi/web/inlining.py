"""Style sheets in the page itself, for a page that must show at once on a slow network: nothing else is waited for.

The policy of the answer stays strict: it names the hash of this one style, and no other inline style counts.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from guanxi.context import current_company
from guanxi.web.observe import SECURITY_HEADERS
from guanxi.web.static_files import find

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class InlineStyle:
    html: Markup
    """the element `style`"""
    policy: str
    """the answer's header Content-Security-Policy"""


def inline_style(*paths: str) -> InlineStyle:
    """Of static files as `static_href` knows them. Raises LookupError for one that is not there."""
    found = [(path, find(current_company(), path)) for path in paths]
    missing = [path for path, file in found if file is None]
    if missing:
        raise LookupError(f"no static files {missing}")
    return _made(b"".join(file.content for _path, file in found if file is not None))


@lru_cache(maxsize=256)
def _made(sheet: bytes) -> InlineStyle:
    css = _COMMENT.sub("", sheet.decode()).strip()
    if "</" in css:
        raise ValueError("a style sheet that ends the element it stands in")
    hash = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = SECURITY_HEADERS[b"content-security-policy"].decode()
    return InlineStyle(Markup("<style>{}</style>").format(Markup(css)), f"{policy}; style-src 'self' 'sha256-{hash}'")
