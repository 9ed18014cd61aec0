"""Numbers and amounts as spreadsheets write them, made plain for the parser of values."""

from __future__ import annotations

import re

from guanxi.i18n import _
from guanxi.money import is_currency
from guanxi.records.values import Wrong
from guanxi.unicode import nfkc

_SIGNED = re.compile(r"(?P<before>[^\d\s.,+\-]*)\s*(?P<number>[+-]?\s?[\d.,\s]*\d[\d.,]*)\s*(?P<after>[^\d\s.,+\-]*)")
_MINUS_FIRST = re.compile(r"-\s?([^\d\s.,+\-]+)\s*(?=[\d.])")
_IN_BRACKETS = re.compile(r"\((.+)\)")
_WHOLE = re.compile(r"(.*\d)\.0+")
_SIGNS: dict[str, frozenset[str]] = {
    "¥": frozenset({"CNY", "JPY"}),
    "元": frozenset({"CNY", "HKD", "TWD", "MOP"}),
    "圆": frozenset({"CNY"}),
    "人民币": frozenset({"CNY"}),
    "RMB": frozenset({"CNY"}),
    "CN¥": frozenset({"CNY"}),
    "JP¥": frozenset({"JPY"}),
    "円": frozenset({"JPY"}),
    "日元": frozenset({"JPY"}),
    "$": frozenset({"USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD", "MXN", "MOP"}),
    "US$": frozenset({"USD"}),
    "美元": frozenset({"USD"}),
    "HK$": frozenset({"HKD"}),
    "港元": frozenset({"HKD"}),
    "港币": frozenset({"HKD"}),
    "A$": frozenset({"AUD"}),
    "CA$": frozenset({"CAD"}),
    "S$": frozenset({"SGD"}),
    "NT$": frozenset({"TWD"}),
    "€": frozenset({"EUR"}),
    "欧元": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "英镑": frozenset({"GBP"}),
    "₩": frozenset({"KRW"}),
    "₹": frozenset({"INR"}),
}
_OTHER_CURRENCY = _("The amount is not in {currency}.")


def plain_number(text: str) -> str:
    """Full-width digits as digits, `(12)` as -12."""
    text = nfkc(text).strip().replace("\u2212", "-")
    inside = _IN_BRACKETS.fullmatch(text)
    return f"-{inside[1].strip()}" if inside else text


def plain_integer(text: str) -> str:
    """Without the decimals that a spreadsheet adds: `3.00` as 3."""
    text = plain_number(text)
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text


def plain_amount(text: str, currency: str) -> str:
    """Without the sign or code of the currency. Raises Wrong for those of another one."""
    text = plain_number(text)
    if text.replace(".", "").isdigit():
        return text
    found = _SIGNED.fullmatch(_MINUS_FIRST.sub(r"\1-", text))
    if found is None:
        return text
    for sign in (found["before"], found["after"]):
        known = _SIGNS.get(sign.upper(), frozenset({sign.upper()} if is_currency(sign.upper()) else ()))
        if sign and not known:
            return text
        if sign and currency not in known:
            raise Wrong(_OTHER_CURRENCY.format(currency=currency))
    return found["number"].replace(" ", "")
