"""Logins and names as people type them."""

from __future__ import annotations

import unicodedata

from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.unicode import nfkc

LOGIN_MAXIMUM = 200


def normalize_login(login: str) -> str:
    """The one spelling of a login: NFKC and casefolded, as look-alikes are one. Raises InvalidInput."""
    text = nfkc(login[: LOGIN_MAXIMUM + 1]).strip().casefold()
    text = nfkc(text)
    if not text:
        raise InvalidInput({"login": _("Enter a login.")})
    if len(text) > LOGIN_MAXIMUM:
        raise InvalidInput({"login": _("Use at most {count} characters.", count=LOGIN_MAXIMUM)})
    if any(unicodedata.category(character)[0] in "CZ" for character in text):
        raise InvalidInput({"login": _("A login has no spaces or invisible characters.")})
    return text


def clean_name(name: str, field: str = "name", maximum: int = 120) -> str:
    """`name` without spaces around it. Raises InvalidInput where it is empty, too long or not printable."""
    text = name.strip()
    if not text or len(text) > maximum or not text.isprintable():
        raise InvalidInput({field: _("Enter a name of at most {count} characters.", count=maximum)})
    return text
