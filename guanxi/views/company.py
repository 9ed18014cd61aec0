"""What a company may choose from: time zones and currencies, as people call them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zoneinfo import available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location
from babel.numbers import get_currency_name

from guanxi.views.parts import Option

COMMON_CURRENCIES = ("CNY", "HKD", "TWD", "USD", "EUR", "JPY", "GBP", "KRW", "SGD", "AUD", "CAD", "CHF")
_LATIN = re.compile(r"[A-Za-z]{2}")
_NOT_PLACES = ("Etc/", "SystemV/", "US/", "Canada/", "Brazil/", "Mexico/", "Chile/")


@lru_cache(maxsize=4)
def zone_options(locale: str) -> list[Option]:
    """All places that have a time zone of their own. The first call takes a third of a second."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(_NOT_PLACES))
    return [Option(name, _place(name, locale)) for name in names]


def _place(zone: str, locale: str) -> str:
    """Empty where the language has no name of its own for the place."""
    name = str(get_timezone_location(zone, locale=locale))
    return "" if "/" in name or (locale == "zh_CN" and _LATIN.search(name)) else name


@lru_cache(maxsize=4)
def _currencies(locale: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    valid = {
        code
        for spans in get_global("territory_currencies").values()
        for code, _since, until, tender in spans
        if until is None and tender
    }
    others = sorted(valid - set(COMMON_CURRENCIES))
    return _named(COMMON_CURRENCIES, locale), _named(others, locale)


def _named(codes: Iterable[str], locale: str) -> list[tuple[str, str]]:
    return [(code, f"{code} {get_currency_name(code, locale=locale)}") for code in codes]


def currency_options(locale: str, chosen: str) -> tuple[list[Option], list[Option]]:
    """The common ones, and all others that are money somewhere today; with `chosen` among them whatever it is."""
    common, others = ([Option(code, label, code == chosen) for code, label in some] for some in _currencies(locale))
    if chosen and not any(option.selected for option in (*common, *others)):
        common.append(Option(chosen, chosen, True))
    return common, others
