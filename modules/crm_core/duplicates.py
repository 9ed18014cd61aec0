"""Doubles: customers that are there already, or look like it (撞单分析, CUST-06).

Parse the name → ask for candidates by indexes, in one statement → compare in `name_similarity` → reasons, confidence.
That a customer exists and who holds it is told to everybody who may register customers; its name and address
in the system only to those who may see it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import msgspec

from crm_core import name_similarity, numbers
from crm_core.choices import CustomerKind
from crm_core.company_names import name_key, parse_company_name
from crm_core.name_similarity import PROBABLE, WORTH_A_LOOK, ComparedName, Likeness
from crm_core.name_words import place, simplified, sound, words
from crm_core.queries import scope_arguments, scope_condition
from guanxi import Choice, Tone, _, fetch

BLOCKING = 100
"""percent of confidence from which on a customer is not saved again"""
SAME_PERSON_NAME = 60
"""percent: 张伟 is the name of hundreds of thousands"""
EVIDENCE = {"phone": 90, "contact_phone": 80, "email": 85, "contact_email": 75}
"""percent of confidence that an equal number or address gives by itself"""
SHOWN = 10


class Reason(Choice):
    """In the order in which they are said."""

    TAX_NUMBER = "tax_number", _("Same tax number"), Tone.BAD
    NAME = "name", _("Same name"), Tone.BAD
    PHONE = "phone", _("Same phone number"), Tone.WARN
    EMAIL = "email", _("Same e-mail address"), Tone.WARN
    BRANCH = "branch", _("Branch of the same company"), Tone.INFO
    TRADE_NAME = "trade_name", _("Same trade name"), Tone.WARN
    SOUND = "sound", _("Trade name that sounds or looks alike"), Tone.INFO
    SIMILAR = "similar", _("Similar name"), Tone.INFO
    REGION = "region", _("Same region"), Tone.INFO
    BUSINESS = "business", _("Same industry"), Tone.INFO


_ORDER = [str(reason) for reason in Reason]
_OF_THE_RECORD = frozenset((str(Reason.REGION), str(Reason.BUSINESS)))
"""reasons that would tell more of a customer than that it is there"""


class Duplicate(msgspec.Struct, frozen=True):
    """A customer that is there. `id`, `code` and `name` are None where the user may not see it."""

    holder: str | None
    reasons: list[str]
    confidence: int
    """percent"""
    id: int | None = None
    code: str | None = None
    name: str | None = None

    @property
    def blocks(self) -> bool:
        return self.confidence >= BLOCKING

    @property
    def probable(self) -> bool:
        return self.confidence >= PROBABLE


_NEAR = "SELECT id FROM crm_core_customer WHERE kind = 'organization' AND"
_FIND = f"""
WITH near AS (
    ({_NEAR} $5 <> '' AND name_sound = $5 AND name_place = $6 AND name_business = $7 LIMIT 20)
    UNION ({_NEAR} $5 <> '' AND name_sound = $5 AND name_place = $6 LIMIT 40)
    UNION ({_NEAR} $5 <> '' AND name_sound = $5 AND name_business = $7 LIMIT 40)
    UNION ({_NEAR} $5 <> '' AND name_sound = $5 LIMIT 40)
    UNION ({_NEAR} name_sound = ANY($8::text[]) AND name_place = $6 LIMIT 40)
    UNION ({_NEAR} name_sound = ANY($8::text[]) LIMIT 40)
    UNION ({_NEAR} $5 <> '' AND name_sound > $5 AND name_sound < $9 AND name_place = $6 LIMIT 40)
    UNION (SELECT id FROM (
        SELECT id, name_sound FROM crm_core_customer WHERE kind = 'organization' AND $10 <> ''
            AND name_sound >= $10 AND name_sound < $11 AND ($6 = '' OR name_place IN ($6, '')) LIMIT 2000
    ) AS alike WHERE similarity(name_sound, $5) >= 0.5 ORDER BY similarity(name_sound, $5) DESC LIMIT 30)
), hit AS (
    SELECT id, 'tax_number' AS found FROM crm_core_customer WHERE $1 <> '' AND tax_number = $1
    UNION ALL SELECT id, 'name' FROM (
        SELECT id FROM crm_core_customer WHERE $2 <> '' AND name_key = $2 LIMIT 50) AS same
    UNION ALL SELECT id, 'phone' FROM (
        SELECT id FROM crm_core_customer WHERE mobile = ANY($3::text[]) OR phone = ANY($3::text[]) LIMIT 50) AS called
    UNION ALL SELECT customer_id, 'contact_phone' FROM (
        SELECT customer_id FROM crm_core_contact
        WHERE mobile = ANY($3::text[]) OR phone = ANY($3::text[]) LIMIT 50) AS people
    UNION ALL SELECT id, 'email' FROM (
        SELECT id FROM crm_core_customer WHERE $4 <> '' AND email = $4 LIMIT 50) AS mailed
    UNION ALL SELECT customer_id, 'contact_email' FROM (
        SELECT customer_id FROM crm_core_contact
        WHERE $4 <> '' AND lower(email) = $4 AND email <> '' LIMIT 50) AS written
    UNION ALL SELECT customer_id, 'contact_phone' FROM (
        SELECT customer_id FROM crm_core_contact_point
        WHERE value = ANY($3::text[]) AND kind IN ('mobile', 'phone', 'other') LIMIT 50) AS points
    UNION ALL SELECT customer_id, 'contact_email' FROM (
        SELECT customer_id FROM crm_core_contact_point
        WHERE $4 <> '' AND value = $4 AND kind = 'email' LIMIT 50) AS mail_points
    UNION ALL SELECT id, 'near' FROM near
)
SELECT c.id, c.code, c.name, c.kind, c.name_key, u.name AS holder, array_agg(DISTINCT hit.found) AS found,
    {scope_condition(12)} IS TRUE AS visible
FROM hit JOIN crm_core_customer c ON c.id = hit.id LEFT JOIN guanxi_user u ON u.id = c.owner_id
WHERE c.id <> $15 AND NOT EXISTS (SELECT FROM crm_core_merge m WHERE m.loser_id = c.id AND m.undone_at IS NULL)
GROUP BY c.id, u.name
"""  # noqa: S608


def _spelled(check: Callable[[str, str], str], text: str, country: str) -> str:
    try:
        return check(text, country)
    except numbers.WrongNumber:
        return ""


async def find_duplicates(
    *,
    name: str = "",
    phones: tuple[str, ...] = (),
    email: str = "",
    tax_number: str = "",
    kind: str = CustomerKind.ORGANIZATION.value,
    country: str = "CN",
    besides: int = 0,
) -> list[Duplicate]:
    """At most ten, the surest first. `besides`: a customer that is no double of itself."""
    name = name[:200]
    spelled = {_spelled(check, text, country) for text in phones for check in (numbers.mobile, numbers.landline)}
    rows = await fetch(
        _FIND,
        _spelled(numbers.tax_number, tax_number, country),
        name_key(name),
        sorted(spelled - {""}),
        email.strip().lower(),
        *(_blocks(name) if kind != CustomerKind.PERSON else _NO_BLOCKS),
        *scope_arguments(),
        besides,
    )
    mine, key = compared_name(name, kind), name_key(name)
    judged = (
        (row, *judge(row["found"], row["name_key"] == key != "", mine, compared_name(row["name"], row["kind"])))
        for row in rows
    )
    found = [(row, confidence, reasons) for row, confidence, reasons in judged if confidence >= WORTH_A_LOOK]
    found.sort(key=lambda each: (-each[1], each[0]["id"]))
    return [_duplicate(*each) for each in found[:SHOWN]]


def compared_name(name: str, kind: str) -> ComparedName | None:
    """None for a person."""
    return None if kind == CustomerKind.PERSON else name_similarity.compared(name)


_NO_BLOCKS: tuple[str, str, str, list[str], str, str, str] = ("", "", "", [], "", "", "")
_END = "\U0010ffff"


def _blocks(name: str) -> tuple[str, str, str, list[str], str, str, str]:
    """What candidates are asked for by.

    Sound of the trade name, place, industry; the sounds of other ways to cut the name; where longer trade names end;
    from where to where misspelled ones lie.
    """
    parts = parse_company_name(simplified(name))
    trade, core = words(parts.trade_name), words(parts.trade_name + parts.business)
    said = sound(parts.trade_name)
    if len("".join(trade)) < 2:
        return _NO_BLOCKS
    cuts = {sound("".join(core[:length])) for length in (*range(2, 6), len(core)) if length <= len(core)}
    if not name.isascii():
        near = sound("".join(trade[:2])) if len(trade) > 2 else ""
    else:
        cuts |= {"".join(trade[:length]) for length in range(1, len(trade))}
        near = said[: 5 if len(said) > 9 else 4] if len(said) > 6 else ""
    return said, place(parts), parts.business, sorted(cuts - {said, ""}), said + _END, near, near + _END


def judge(
    found: Collection[str], same_name: bool, mine: ComparedName | None, theirs: ComparedName | None
) -> tuple[int, list[str]]:
    """How likely two customers are the same, in percent, and why; of a person's name there is nothing to compare.

    `found`: what both have, as `tax_number` and the keys of `EVIDENCE`.
    """
    numbers_agree = [EVIDENCE[each] for each in found if each in EVIDENCE]
    reasons = {each.removeprefix("contact_") for each in found} - {"near", "name"}
    if same_name:
        reasons.add(str(Reason.NAME))
    person = mine is None or theirs is None
    if "tax_number" in found or (same_name and (not person or numbers_agree)):
        return BLOCKING, _in_order(reasons)
    like = name_similarity.DIFFERENT if mine is None or theirs is None else name_similarity.compare(mine, theirs)
    named = SAME_PERSON_NAME if same_name else like.confidence if like.confidence >= WORTH_A_LOOK else 0
    if named and not same_name:
        reasons |= _agreeing(like)
    return _together([*numbers_agree, named]), _in_order(reasons)


def _together(confidences: Iterable[int]) -> int:
    """Of reasons that do not depend on each other; never sure."""
    doubt = 1.0
    for confidence in confidences:
        doubt *= 1 - confidence / 100
    return min(BLOCKING - 1, round(100 * (1 - doubt)))


def _agreeing(like: Likeness) -> set[str]:
    """What agrees of two names that are not the same."""
    main = Reason.TRADE_NAME if like.trade_name else Reason.SOUND if like.sounds else Reason.SIMILAR
    said = {Reason.BRANCH if like.branch else main: True, Reason.REGION: like.region, Reason.BUSINESS: like.business}
    return {str(reason) for reason, agrees in said.items() if agrees}


def _in_order(reasons: set[str]) -> list[str]:
    return sorted(reasons, key=_ORDER.index)


def _duplicate(row: Mapping[str, Any], confidence: int, reasons: list[str]) -> Duplicate:
    if not row["visible"]:
        shown = [reason for reason in reasons if reason not in _OF_THE_RECORD]
        return Duplicate(holder=row["holder"], reasons=shown, confidence=confidence)
    return Duplicate(row["holder"], reasons, confidence, row["id"], row["code"], row["name"])
