"""Chinese company names: region + trade name + industry + legal form (行政区划+字号+行业特点+组织形式, CUST-01).

靖江市春意空调有限公司 → 靖江市 · 春意 · 空调 · 有限公司. What a rule cannot tell stays with the trade name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from crm_core.company_words import LEGAL_FORMS, LONGEST, PLACES, TRADES

_FOREIGN_FORM = re.compile(
    r"[\s,]+((?:co\.?,?\s*)?(?:ltd|limited|llc|inc|corp|corporation|company|gmbh|ag|plc|pte|pty|s\.a\.?|b\.v\.?|oy|ab|kg|co)"
    r"\.?(?:\s*(?:ltd|limited|kg)\.?)?)$",
    re.IGNORECASE,
)
_PLACE = "|".join(sorted(PLACES, key=len, reverse=True))
_REGION = re.compile(
    rf"(?:(?:{_PLACE})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?"
    r"|[一-龥]{2,3}?(?:省|市|自治州|地区|盟)|[一-龥]{2,3}(?:县|区|旗|镇)(?=[一-龥]{4}))"
)
_FORMS_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")

_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}


@dataclass(frozen=True, slots=True)
class NameParts:
    region: str = ""
    trade_name: str = ""
    business: str = ""
    legal_form: str = ""


def normalize(text: str) -> str:
    """Full-width digits and letters as plain ones, one space at most, none around; punctuation stays as it is."""
    return " ".join(text.translate(_PLAIN).split())


def name_key(name: str) -> str:
    """What two spellings of one name have in common: NFKC, casefolded, letters and digits only."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in unicodedata.normalize("NFKC", folded) if char.isalnum())[:200]


def parse_company_name(name: str) -> NameParts:
    """The parts of a company's full name, Chinese or foreign; the trade name is never empty for a name that is not."""
    text = normalize(name)
    if not any("一" <= char <= "龥" for char in text):
        found = _FOREIGN_FORM.search(text)
        form = found.group(1) if found else ""
        trade = text[: found.start()] if found else text
        return NameParts(trade_name=trade[:120], legal_form=form[:60])
    bracketed = _BRACKETS.search(text)
    region = bracketed.group(1) if bracketed and _REGION.fullmatch(bracketed.group(1)) else ""
    rest = _BRACKETS.sub("", text) if bracketed else text
    rest, form = _cut_end(rest, LEGAL_FORMS)
    front = ""
    while (found := _REGION.match(rest)) and len(rest) - found.end() >= 2 and len(front) < 12:
        front += found.group()
        rest = rest[found.end() :]
    trade, business = _cut_business(rest)
    return NameParts((front or region)[:60], trade[:120], business[:60], form[:60])


def _cut_end(text: str, endings: frozenset[str]) -> tuple[str, str]:
    """The longest of `endings` that leaves two characters before it."""
    for length in range(min(LONGEST, len(text) - 2), 0, -1):
        if text[-length:] in endings:
            return text[:-length], text[-length:]
    return text, ""


def _cut_business(text: str) -> tuple[str, str]:
    """Words of a trade taken from the end while at least two characters are left: 春意空调 → 春意, 空调."""
    business = ""
    for _round in range(3):
        rest, word = _cut_end(text, TRADES)
        if not word:
            break
        text, business = rest, word + business
    return text, business
