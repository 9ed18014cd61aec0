"""What the search box finds among customers, each way by an index."""

from __future__ import annotations

import re
from collections.abc import Callable

from crm_core import numbers
from crm_core.company_names import normalize
from crm_core.contact_models import ContactPoint
from crm_core.models import Contact
from crm_core.name_words import sound
from crm_core.permissions import CorePermission
from guanxi import current_actor, where

_LETTERS = re.compile(r"[A-Za-z][A-Za-z '&.-]{2,}")
_DIGITS = re.compile(r"[\d\-+() ]{4,}", re.ASCII)
_By = Callable[[str, str], where.Condition]
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
        found += _reached(by, ("email",), [text.lower()])
    if _DIGITS.fullmatch(text):
        found += _reached(by, ("mobile", "phone"), _spellings(text))
    if len(text) == 18:
        found.append(where.eq("tax_number", text.upper()))
    return where.any_of(*found)


def _reached(by: _By, fields: tuple[str, ...], texts: list[str]) -> list[where.Condition]:
    """Customers with this number or address, and those whose contact or further number it is."""
    own = [by(field, text) for field in fields for text in texts]
    return [
        *own,
        where.found_by(Contact, "customer", where.any_of(*own)),
        where.found_by(ContactPoint, "customer", where.any_of(*(by("value", text) for text in texts))),
    ]


def _spellings(text: str) -> list[str]:
    """As it was typed, and as a whole number is stored: with the dash after the area code, or without any."""
    found = [text]
    for check in (numbers.mobile, numbers.landline):
        try:
            found.append(check(text))
        except numbers.WrongNumber:
            continue
    return list(dict.fromkeys(found))
