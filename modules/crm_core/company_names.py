"""Chinese company names: region + trade name + industry + legal form (行政区划+字号+行业特点+组织形式, CUST-01).

靖江市春意空调有限公司 → 靖江市 · 春意 · 空调 · 有限公司. The region may also stand in brackets or behind the
industry, and a branch behind the legal form. What a rule cannot tell stays with the trade name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crm_core.company_words import FOREIGN_PLACES, LEGAL_FORMS, LONGEST, PLACES, TRADES
from guanxi import nfkc

_FOREIGN_FORM = re.compile(
    r"[\s,]+((?:(?:pte|pty|co|company)\b\.?,?\s*)?"
    r"(?:ltd|limited|llc|l\.l\.c|inc|incorporated|corp|corporation|company|gmbh(?:\s*&\s*co\.?\s*kg)?|ag|se|plc|kg|co"
    r"|s\.?p\.?a|s\.?a\.?s|s\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|oyj?|ab|a/s|k\.?k"
    r"|kabushiki\s+kaisha|aktiengesellschaft|gesellschaft\s+mbh)\.?)$",
    re.IGNORECASE,
)
_PLACE = "|".join(sorted(PLACES, key=len, reverse=True))
_CITY = rf"(?:{_PLACE})(?:省|市|新区|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?"
_REGION = re.compile(
    rf"(?:{_CITY}|[一-龥]{{2,3}}?(?:省|(?<![超都城门夜股])市|自治州|地区|盟)"
    r"|[一-龥]{2,3}(?:县|(?<![社小景])区|旗|镇)(?=[一-龥]{4}))"
)
_DISTRICT = re.compile(r"[一-龥]{2,3}(?<![社小景])区(?=[一-龥]{2})")
"""behind the city that it is part of: 泰州市海陵区"""
_PLACES_ALONE = re.compile(rf"(?:{_CITY}|[一-龥]{{2,4}}(?:省|市|区|县|州|镇))+")
_BRACKETS = re.compile(r"[(（【\[〔〈][^()（）【】\[\]〔〕〈〉]*[)）】\]〕〉]")
_PLACE_END = re.compile(
    r"(?<=[一-龥]{2})(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|地区|新区|省|市|区|县|旗|盟|镇)$"
)
_EACH_PLACE = re.compile(rf"{_CITY}|[一-龥]+?(?:新区|自治州|自治县|地区|省|市|区|县|旗|盟|镇|$)")
_UNIT = "分公司|分店|分厂|分行|支行|分部|分院|分校|分所|办事处|代表处|营业部|项目部|营业厅|专卖店"
_BRANCH = re.compile(rf"(.+(?:公司|集团|银行|事务所|中心|学校|[厂店社院]))([一-龥0-9A-Za-z]{{0,10}}(?:{_UNIT}))$")
_BRANCH_OF_SHORT = re.compile(rf"(.*?[一-龥]{{2}})((?:{_CITY}|第?[一二三四五六七八九十0-9]+)(?:{_UNIT}))$")
_UNIT_ALONE = re.compile(rf".*(?:{_UNIT})")
_LONGEST_REGION = 16
_UNITS = tuple(_UNIT.split("|"))
_HAN = re.compile(r"[一-龥]")
_SPACE_IN_HAN = re.compile(r"(?<=[一-龥]) (?=[一-龥])")

_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}


@dataclass(frozen=True, slots=True)
class NameParts:
    region: str = ""
    trade_name: str = ""
    business: str = ""
    legal_form: str = ""
    branch: str = ""
    """南京分公司: a part of a company, told apart from the whole"""
    notes: tuple[str, ...] = ()
    """what else stands in brackets, without them"""


def normalize(text: str) -> str:
    """Full-width digits and letters as plain ones, one space at most, none around; punctuation stays as it is."""
    return " ".join(text.translate(_PLAIN).split())


def name_key(name: str) -> str:
    """What two spellings of one name have in common: NFKC, casefolded, letters and digits only."""
    folded = nfkc(name).casefold()
    return "".join(char for char in nfkc(folded) if char.isalnum())[:200]


@lru_cache(maxsize=4096)
def parse_company_name(name: str) -> NameParts:
    """The parts of a company's full name, Chinese or foreign; the trade name is never empty for a name that is not."""
    text = _SPACE_IN_HAN.sub("", normalize(name))
    notes = [found[1:-1].strip() for found in _BRACKETS.findall(text)]
    bare = " ".join(_BRACKETS.sub("" if _HAN.search(text) else " ", text).split())
    if not any(map(str.isalnum, bare)):
        bare, notes = text, []
    parts = _chinese(bare, notes) if _HAN.search(bare) else _foreign(bare, notes)
    return NameParts(
        region=parts.region[:60],
        trade_name=parts.trade_name[:120],
        business=parts.business[:60],
        legal_form=parts.legal_form[:60],
        branch=parts.branch[:60],
        notes=parts.notes,
    )


def _foreign(text: str, notes: list[str]) -> NameParts:
    """Northwind Traders (China) Co., Ltd. → China · Northwind Traders · Co., Ltd."""
    found = _FOREIGN_FORM.search(text)
    form = found.group(1) if found else ""
    trade = text[: found.start()] if found else text
    region = next((note for note in notes if note.casefold().replace(" ", "") in FOREIGN_PLACES), "")
    return NameParts(region, trade, legal_form=form, notes=tuple(note for note in notes if note != region))


def _chinese(text: str, notes: list[str]) -> NameParts:
    region = next((note for note in notes if len(note) < _LONGEST_REGION and _PLACES_ALONE.fullmatch(note)), "")
    unit = next((note for note in notes if _UNIT_ALONE.fullmatch(note)), "")
    rest, branch = _cut_branch(text)
    rest, form = _cut_end(rest, LEGAL_FORMS)
    front, rest = _cut_regions(rest)
    if not front and not region:
        rest, region = _cut_city_at_end(rest)
    trade, business = _cut_business(rest)
    if trade in TRADES and front:  # 朝阳轮胎, 上海贸易有限公司: the place is the trade name
        last = list(_REGION.finditer(front))[-1]
        front, trade, business = front[: last.start()], front[last.start() :], trade + business
    left = tuple(note for note in notes if note not in (region, unit))
    return NameParts(front or region, trade, business, form, branch or unit, left)


def _cut_branch(text: str) -> tuple[str, str]:
    if not text.endswith(_UNITS):
        return text, ""
    found = _BRANCH.fullmatch(text) or _BRANCH_OF_SHORT.fullmatch(text)
    return (found.group(1), found.group(2)) if found else (text, "")


def _cut_city_at_end(text: str) -> tuple[str, str]:
    """春意贸易上海 → 上海, where four characters are left."""
    bare = text[:-1] if text[-1:] in ("省", "市") else text
    for length in range(2, min(5, len(bare) - 4) + 1):
        if bare[-length:] in PLACES:
            return bare[:-length], text[len(bare) - length :]
    return text, ""


def _cut_regions(text: str) -> tuple[str, str]:
    """Places taken from the front while at least two characters are left."""
    front = ""
    while (
        (found := _REGION.match(text) or (front and _DISTRICT.match(text)))
        and len(text) - found.end() >= 2
        and len(front) < 12
    ):
        front += found.group()
        text = text[found.end() :]
    return front, text


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


def places(region: str) -> tuple[str, ...]:
    """A region's places from the largest to the smallest, without 省, 市, 区: 江苏省靖江市 → 江苏, 靖江."""
    if not _HAN.search(region):
        return (region.casefold().replace(" ", ""),) if region else ()
    found = [_PLACE_END.sub("", each) for each in _EACH_PLACE.findall(region)]
    return tuple(found) if "".join(found) else (region,)
