"""How likely two names are one customer's, part by part, with weights that have names.

The rule behind the weights: within one registry no two companies of one trade have the same trade name, so that region,
trade name and industry together say who it is. Two full names must agree in each part; a name that leaves parts out
agrees with what it does not say. A branch, a group, a workshop or a shop is another legal person than the company of
its name. Trade names that only sound alike are different ones, worth a look.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from crm_core.company_names import NameParts, parse_company_name, places
from crm_core.company_words import PLACES, TRADES
from crm_core.name_words import alike, misread, simplified, words

PROBABLE = 80
"""percent of confidence from which on two names are probably one customer's"""
WORTH_A_LOOK = 40
"""percent of confidence below which nothing is said"""

REGION_LEFT_OUT = 8
REGION_WIDER = 25
"""one region lies in the other: 江苏 and 江苏靖江"""
REGION_MISSPELT = 6
REGION_OTHER = 35
COUNTRY_LEFT_OUT = 25
"""阿里巴巴（中国）is another company than 阿里巴巴"""
TRADE_MISSPELT = 10
TRADE_SOUNDS_ALIKE = 30
TRADE_RESEMBLES = 35
TRADE_LONGER = 30
BARE_TRADE_NAME = 20
"""nothing but a short trade name agrees"""
BUSINESS_LEFT_OUT = 6
BUSINESS_MISSPELT = 6
BUSINESS_SHORTER = 25
BUSINESS_SHORTENED = 8
"""as before, where one of them is no full name"""
BUSINESS_OTHER = 35
FORM_LEFT_OUT = 2
FORM_VARIANT = 3
FORM_OTHER = 30
BRANCH_OTHER = 40
NOTE_ONE_SIDED = 5
NOTE_OTHER = 25
_COUNTRIES = frozenset(("中国", "香港", "澳门", "台湾"))
_TELLING = frozenset("一二三四五六七八九十东南西北中上下大小新老前后左右金银铜甲乙丙")
"""one of these for another is a different name, never a misspelling"""
_FORMS = {
    "company": "公司 有限公司 有限责任公司 责任有限公司 股份有限公司 股份公司 总公司 有限 有限公 有限工司"
    " 有线公司 有限责任 有限责任公 股份有限 股份有限公 有限有限公司 有限公司公司 coltd ltd",
    "group": "集团 集团公司 集团有限公司 集团股份有限公司 集团有限责任公司 集团股份公司",
    "holding": "控股有限公司 控股集团有限公司",
    "partnership": "普通合伙企业 有限合伙企业 特殊普通合伙 合伙企业",
    "workshop": "厂 工厂",
    "cooperative": "合作社 专业合作社",
}
_CLASS = {form: name for name, forms in _FORMS.items() for form in forms.split()}
_SHORT_FORMS = {
    **{"limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co", "proprietary": "pty"},
    **{"kabushikikaisha": "kk", "aktiengesellschaft": "ag", "gesellschaftmbh": "gmbh"},
}
_ALSO_TRADES = frozenset(("银行", "超市", "酒店", "宾馆", "医院", "学校"))
"""a legal form where nothing follows, else an industry: 凤城河医院有限公司"""
_NO_LEGAL_FORM = frozenset(("个体工商户", "普通合伙", "有限合伙", "特殊普通合伙", "外资", "合资"))
_BANK = ("银", "行")
_NAMED_AFTER = frozenset(("集团", "控股"))


@dataclass(frozen=True, slots=True)
class Likeness:
    confidence: int
    """percent; never 100, which only equal names have"""
    region: bool = False
    business: bool = False
    trade_name: bool = False
    sounds: bool = False
    branch: bool = False
    """the same company but for the branch"""


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A parsed name with its parts folded to words."""

    places: tuple[str, ...]
    trade: tuple[str, ...]
    business: tuple[str, ...]
    form: str
    legal_form: str
    branch: tuple[str, ...]
    notes: tuple[str, ...]
    district: bool = False
    """the smallest place is part of a city: 泰州市海陵区"""
    stretched: bool = False
    """part of what counts as the industry is no word for one"""


DIFFERENT = Likeness(0)


def compared(name: str) -> ComparedName:
    return _folded(parse_company_name(simplified(name)))


def _folded(parts: NameParts) -> ComparedName:
    notes = {"".join(words(note)) for note in parts.notes} - _NO_LEGAL_FORM - {""}
    form = "".join(words(parts.legal_form))
    for long, short in _SHORT_FORMS.items():
        form = form.replace(long, short)
    business = words(parts.business)
    if form in _ALSO_TRADES:
        business, form = (*business, *form), ""
    for word in _NAMED_AFTER & notes:
        form = word if form in ("", "公司") else form if word in form else word + form
    return ComparedName(
        places=places(parts.region),
        trade=words(parts.trade_name),
        business=business,
        form=_CLASS.get(form, form),
        legal_form=form,
        branch=words(parts.branch),
        notes=tuple(sorted(notes - _NAMED_AFTER)),
        district=parts.region.endswith("区") and not parts.region.endswith("自治区"),
    )


def compare(one: ComparedName, other: ComparedName) -> Likeness:
    """Symmetric."""
    one, other = _aligned(one, other), _aligned(other, one)
    trade = _trade_distance(one.trade, other.trade)
    if trade is None:
        return DIFFERENT
    full = bool(one.form and other.form)
    region, business = _region_distance(one, other), _business_distance(one, other, full)
    form = _form_distance(one, other)
    notes = 0 if one.notes == other.notes else NOTE_OTHER if one.notes and other.notes else NOTE_ONE_SIDED
    if {note for note in (*one.notes, *other.notes) if note.isdigit()}:
        notes = NOTE_OTHER if one.notes != other.notes else 0
    same_region, same_business = bool(one.places) and not region, bool(one.business) and business <= BUSINESS_SHORTENED
    same_business = same_business and bool(other.business)
    shortest = min(len("".join(name.trade)) for name in (one, other))
    says = [(bool(name.places), bool(name.business), bool(name.form)) for name in (one, other)]
    telling = same_region or same_business or shortest > 3 or says[0] == says[1]
    bare = 0 if telling else BARE_TRADE_NAME
    others = trade + region + business + form + notes + bare
    branch = 0 if _plain(one.branch) == _plain(other.branch) else BRANCH_OTHER
    return Likeness(
        confidence=max(0, min(99, 100 - others - branch)),
        region=same_region,
        business=same_business,
        trade_name=trade == 0,
        sounds=trade == TRADE_SOUNDS_ALIKE,
        branch=bool(branch) and others <= 100 - PROBABLE,
    )


def _aligned(name: ComparedName, other: ComparedName) -> ComparedName:
    """Where the other's trade name begins this one's, the rest is industry: 春意冷气 · 空调 → 春意 · 冷气空调."""
    size = len(other.trade)
    if len(name.trade) <= size or size < 2 or name.trade[:size] != other.trade or not _chinese(name.trade):
        return name
    rest = name.trade[size:]
    if len(rest) < 2:
        return name
    unknown = "".join(rest) not in TRADES
    return replace(name, trade=other.trade, business=rest + name.business, stretched=unknown)


def _chinese(text: tuple[str, ...]) -> bool:
    return any("一" <= word[0] <= "龥" for word in text)


def _trade_distance(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """None for two that have nothing to do with each other."""
    if not one or not other:
        return None
    if "".join(one) == "".join(other):
        return 0
    if not _chinese(one) or not _chinese(other):
        return _foreign_distance(one, other)
    longer = max(len(one), len(other))
    if alike(one, other):
        return TRADE_MISSPELT if longer > 3 or (longer == 3 and misread(one, other)) else TRADE_SOUNDS_ALIKE
    if abs(len(one) - len(other)) > 1 or edits(one, other) > 1:
        return None
    swapped = sorted(one) == sorted(other)
    if swapped or len(one) != len(other):
        return TRADE_MISSPELT if longer > 3 or (swapped and longer > 2) else TRADE_RESEMBLES if longer > 2 else None
    changed = {word for pair in zip(one, other, strict=True) if pair[0] != pair[1] for word in pair}
    return TRADE_RESEMBLES if longer > 3 and not changed <= _TELLING else None


def _foreign_distance(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    first, second = "".join(one), "".join(other)
    if _digits(first) != _digits(second):
        return None
    if len(one) == len(other) and any(mine[0] != theirs[0] for mine, theirs in zip(one, other, strict=True)):
        return None  # whoever mistypes a word begins it right: Importers, Exporters
    shorter, longer = sorted((one, other), key=len)
    if longer[: len(shorter)] == shorter:
        return TRADE_LONGER
    length = min(len(first), len(second))
    allowed = 0 if length < 7 else 1 if length < 13 else 2
    if not allowed or first[0] != second[0] or abs(len(first) - len(second)) > allowed:
        return None
    changed = Counter(first)
    changed.subtract(second)
    if sum(map(abs, changed.values())) > 2 * allowed:
        return None
    return TRADE_MISSPELT if edits(first, second) <= allowed else None


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _region_distance(name: ComparedName, another: ComparedName) -> int:
    one, other = name.places, another.places
    if one[-1:] == other[-1:]:
        return 0
    if not one or not other:
        if name.business[-2:] == another.business[-2:] == _BANK:  # 中国建设银行 is called 建设银行
            return REGION_LEFT_OUT
        return COUNTRY_LEFT_OUT if {*one, *other} & _COUNTRIES or "".join(one + other).isascii() else REGION_LEFT_OUT
    if one[-1] in other or other[-1] in one:
        narrow, wide = (name, another) if other[-1] in one else (another, name)
        of_the_city = narrow.district and narrow.places[-2:-1] == wide.places[-1:]
        return REGION_LEFT_OUT if of_the_city else REGION_WIDER
    return REGION_MISSPELT if not {one[-1], other[-1]} <= PLACES and alike(one[-1], other[-1]) else REGION_OTHER


def _business_distance(one: ComparedName, other: ComparedName, full: bool) -> int:
    first, second = one.business, other.business
    if first == second:
        return 0
    stretched = one.stretched or other.stretched
    if not first or not second:
        return BUSINESS_SHORTER if full or stretched else BUSINESS_LEFT_OUT
    if alike(first, second):
        return BUSINESS_MISSPELT
    text, longer = sorted(("".join(first), "".join(second)), key=len)
    if text in longer:
        return BUSINESS_SHORTER if full or stretched else BUSINESS_SHORTENED
    if len(longer) > (2 if stretched else 3) and edits(first, second) == 1 and not ({*first} ^ {*second}) & _TELLING:
        return BUSINESS_MISSPELT + TRADE_MISSPELT
    return BUSINESS_OTHER


def _form_distance(one: ComparedName, other: ComparedName) -> int:
    if one.legal_form == other.legal_form:
        return 0
    if not one.form or not other.form:
        return FORM_LEFT_OUT
    return FORM_VARIANT if one.form == other.form or _same_foreign(one.legal_form, other.legal_form) else FORM_OTHER


def _same_foreign(one: str, other: str) -> bool:
    """Company, Inc. is Co. and Inc. at once."""
    first, second = sorted((one, other))
    if "corp" in (first, second):
        return False
    return (first == "co" and second.startswith("co")) or first.removeprefix("co") == second.removeprefix("co")


def _plain(branch: tuple[str, ...]) -> str:
    return "".join(branch).replace("市", "").replace("省", "")


def edits(one: str | tuple[str, ...], other: str | tuple[str, ...]) -> int:
    """Characters inserted, left out, replaced, or swapped with their neighbor, that make one of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, theirs in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != theirs))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
