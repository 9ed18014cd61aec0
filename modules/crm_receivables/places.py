"""A party's address in one line, in the order of the document's language."""

from __future__ import annotations

from itertools import pairwise

from babel import Locale

from crm_receivables.parties import Party


def place_of(party: Party, locale: str) -> str:
    """From the large to the small in Chinese, `中国江苏省靖江市人民路1号 214500`, as one writes it there; else from the
    small to the large, `Domplatz 1, 50667 Köln, Germany`. What the address says already is not said again.
    """
    country = str(Locale.parse(locale).territories.get(party.country, party.country))
    town = "" if _says(party.address, party.city) else party.city
    province = "" if _says(party.address, party.province) or party.province == party.city else party.province
    if locale == "zh_CN":
        if _says(party.address, country):
            country = ""
        return " ".join(filter(None, (_together([country, province, town, party.address]), party.postcode)))
    return ", ".join(filter(None, (party.address, f"{party.postcode} {town}".strip(), province, country)))


def _says(address: str, name: str) -> bool:
    """`Lindenstraße 14, Berlin` says Berlin, `Essener Straße 3` does not say Essen."""
    if name and _is_chinese(name[-1]):
        return name in address
    return name.casefold() in (part.strip().casefold() for part in address.split(","))


def _together(parts: list[str]) -> str:
    """Chinese is written without spaces; between it and other letters, or two of those, there is one."""
    said = [part for part in parts if part]
    gaps = ["" if _is_chinese(left[-1]) and _is_chinese(right[0]) else " " for left, right in pairwise(said)]
    return "".join(part + gap for part, gap in zip(said, [*gaps, ""], strict=False))


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
