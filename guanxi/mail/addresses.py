"""E-mail addresses: one mailbox, strictly, so that nothing else ever reaches a header or the SMTP dialog."""

from __future__ import annotations

import re
import unicodedata

from guanxi.errors import InvalidInput
from guanxi.i18n import _

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
_BREAKING = frozenset({"Cc", "Cs", "Zl", "Zp"})
_WRONG = _("Enter an e-mail address.")


def check_address(text: str) -> str:
    """The address with its domain in lower case and in ASCII (`xn--…` for Chinese). Raises InvalidInput."""
    local, at, domain = text.rpartition("@")
    if not at or len(local) > 64 or not _LOCAL.fullmatch(local) or "=?" in local:  # the beginning of an encoded word
        raise InvalidInput({"to": _WRONG}, _WRONG)
    try:
        ascii_domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise InvalidInput({"to": _WRONG}, _WRONG) from error
    labels = ascii_domain.split(".")
    short = len(local) + len(ascii_domain) < 254
    if not short or len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        raise InvalidInput({"to": _WRONG}, _WRONG)
    return f"{local}@{ascii_domain}"


def check_line(name: str, text: str, limit: int) -> str:
    """`text` if it can stand in a header: no line breaks or other control characters. Raises InvalidInput."""
    if len(text) > limit:
        problem = _("At most {limit} characters.", limit=limit)
        raise InvalidInput({name: problem}, problem)
    if any(unicodedata.category(char) in _BREAKING for char in text):
        problem = _("This field takes a single line.")
        raise InvalidInput({name: problem}, problem)
    return text


def in_a_line(name: str) -> str:
    """Spaces in place of line breaks and other control characters: no mail fails for what was pasted with a name."""
    return "".join(" " if unicodedata.category(char) in _BREAKING else char for char in name)
