"""What the search box finds among customers, each way by an index."""

from __future__ import annotations

import re

from crm_core.company_names import normalize
from crm_core.name_words import sound
from crm_core.permissions import CorePermission
from guanxi import current_actor, where

_LETTERS = re.compile(r"[A-Za-z][A-Za-z '&.-]{2,}")
_DIGITS = re.compile(r"[\d\-+() ]{4,}", re.ASCII)
_LAST = "\U0010ffff"


def _begins(field: str, text: str) -> where.Condition:
    """A range, which takes an ordinary index; the databases sort by code point."""
    return where.all_of(where.ge(field, text), where.lt(field, text + _LAST))


def search_customers(text: str) -> where.Condition:
    """By trade name (春意, or chunyi; CUST-03), beginning of the name (上海), part of it from three characters on,
    code, number, mail.
    """
    text = normalize(text)
    found = [_begins("trade_name", text), _begins("name", text), where.eq("code", text.upper())]
    if _LETTERS.fullmatch(text):
        found.append(_begins("name_sound", sound(text)))
    if len(text) > 2:
        found.append(where.contains("name", text))
    open_ = current_actor().has(CorePermission.SEE_NUMBERS)
    by = _begins if open_ else where.eq  # a number that one may not see is found by whoever knows all of it
    if "@" in text:
        found.append(by("email", text.lower()))
    if _DIGITS.fullmatch(text):
        found += [by("mobile", text), by("phone", text)]
    if len(text) == 18:
        found.append(where.eq("tax_number", text.upper()))
    return where.any_of(*found)
