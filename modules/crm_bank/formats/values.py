"""Amounts, dates and texts as files have them."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from crm_bank.formats.errors import AmountOutOfRange, BadAmount, BadDate, FarDate, TooPrecise, UnknownCurrency
from crm_bank.formats.model import MAX_TEXT
from guanxi.money import MAX_MINOR, exponent, is_currency

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""as everywhere in the program"""
_PLAIN = re.compile(r"([+-]?)([0-9]{1,18})(?:\.([0-9]{0,12}))?")
_GROUPS = {
    ".": re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?"),
    ",": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]*)?"),
}
_DAY = re.compile(r"([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?(?![0-9])(?:$|[ T].*)?", re.DOTALL)
_DECORATION = str.maketrans(
    {"¥": "", "￥": "", "元": "", " ": "", "\u00a0": "", "`": "", "\t": "", "，": ",", "−": "-"}
)
_CURRENCY_NAMES = {
    **{"人民币": "CNY", "RMB": "CNY", "人民币元": "CNY", "CNH": "CNY", "美元": "USD", "欧元": "EUR", "日元": "JPY"},
    **{"港币": "HKD", "港元": "HKD", "英镑": "GBP"},
}


@lru_cache(maxsize=256)
def places(currency: str) -> int:
    """Decimals of a currency; -1 where there is none of this code."""
    return exponent(currency) if re.fullmatch("[A-Z]{3}", currency) and is_currency(currency) else -1


def currency_code(text: str, line: int) -> str:
    """Raises UnknownCurrency."""
    code = _CURRENCY_NAMES.get(text.strip(), text.strip())
    if places(code) < 0:
        raise UnknownCurrency(line=line, text=shorten(text))
    return code


def minor(text: str, currency: str, line: int) -> int:
    """Minor units of `-1234.5`. Raises BadAmount, TooPrecise, AmountOutOfRange."""
    found = _PLAIN.fullmatch(text.strip())
    if found is None:
        if re.fullmatch(r"[+-]?[0-9]{19,}(\.[0-9]*)?", text.strip()):
            raise AmountOutOfRange(line=line, text=shorten(text))
        raise BadAmount(line=line, text=shorten(text))
    sign, whole, fraction = found.groups()
    decimals = places(currency)
    fraction = (fraction or "").rstrip("0")
    if len(fraction) > decimals:
        raise TooPrecise(line=line, text=shorten(text), currency=currency)
    amount = int(whole + fraction.ljust(decimals, "0"))
    if amount > MAX_MINOR:
        raise AmountOutOfRange(line=line, text=shorten(text))
    return -amount if sign == "-" else amount


def minor_written(text: str, currency: str, line: int, mark: str = ".") -> int:
    """As people write amounts: `¥1,234.50`, `(12.00)`, `1.234,50` where the decimal mark is a comma."""
    cleaned = text.translate(_DECORATION)
    negative = cleaned.startswith("(") and cleaned.endswith(")")
    if negative:
        cleaned = cleaned[1:-1]
    sign = cleaned[:1] if cleaned[:1] in ("+", "-") else ""
    digits = cleaned[len(sign) :]
    if _GROUPS[mark].fullmatch(digits):
        digits = digits.replace("," if mark == "." else ".", "")
    elif mark == "," and "." in digits:
        raise BadAmount(line=line, text=shorten(text))
    if mark == ",":
        digits = digits.replace(",", ".")
    if negative and sign:
        raise BadAmount(line=line, text=shorten(text))
    return minor(("-" if negative else sign) + digits, currency, line)


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def looks_like_day(text: str) -> bool:
    return _DAY.fullmatch(text) is not None


def day(text: str, line: int) -> date:
    """`2026-01-31`, `20260131`, `2026年1月31日`, with or without a time. Raises BadDate, FarDate."""
    return _known(_day(text.strip()[:40]), text, line)


def _known(found: date | None, text: str, line: int) -> date:
    if found is None:
        raise BadDate(line=line, text=shorten(text))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise FarDate(line=line, text=shorten(text))
    return found


@lru_cache(maxsize=4096)
def _formatted(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None


def day_in(text: str, form: str, line: int) -> date:
    """By a format of `strptime`. Raises BadDate, FarDate."""
    return _known(_formatted(text.strip()[:40], form), text, line)


def clean(text: str | None, most: int = MAX_TEXT) -> str:
    """One line without characters that no database or page takes."""
    if not text:
        return ""
    joined = " ".join(text.split()) if "  " in text or not text.isprintable() else text
    if not joined.isprintable():
        joined = "".join(char for char in joined if char.isprintable())
    return joined[:most].strip()


def account_number(text: str | None) -> str:
    return clean(text, 64).replace(" ", "")


def shorten(text: str) -> str:
    return clean(text, 60)
