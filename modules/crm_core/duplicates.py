"""Doubles: customers that are there already, or look like it (撞单分析, CUST-06).

That a customer exists and who holds it is told to everybody who may register customers; its name and address
in the system only to those who may see it.
"""

from __future__ import annotations

from typing import Any

import msgspec

from crm_core import numbers
from crm_core.choices import CustomerKind
from crm_core.company_names import name_key
from crm_core.queries import scope_arguments, scope_condition
from crm_core.rules import name_parts
from guanxi import Choice, Tone, _, fetch

BLOCKING = 100
"""percent of confidence from which on a customer is not saved again"""
_SIMILAR = 55


class Reason(Choice):
    TAX_NUMBER = "tax_number", _("Same tax number"), Tone.BAD
    NAME = "name", _("Same name"), Tone.BAD
    PHONE = "phone", _("Same phone number"), Tone.WARN
    EMAIL = "email", _("Same e-mail address"), Tone.WARN
    TRADE_NAME = "trade_name", _("Same trade name"), Tone.WARN
    SIMILAR = "similar", _("Similar name"), Tone.INFO


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


_FIND = f"""
WITH hit AS (
    SELECT id, 'tax_number' AS reason, 100 AS confidence FROM crm_core_customer WHERE $1 <> '' AND tax_number = $1
    UNION ALL
    SELECT id, 'name', 100 FROM crm_core_customer WHERE $2 <> '' AND name_key = $2
    UNION ALL
    SELECT id, 'phone', 90 FROM crm_core_customer WHERE mobile = ANY($3::text[]) OR phone = ANY($3::text[])
    UNION ALL
    SELECT customer_id, 'phone', 80 FROM crm_core_contact
        WHERE mobile = ANY($3::text[]) OR phone = ANY($3::text[])
    UNION ALL
    SELECT id, 'email', 85 FROM crm_core_customer WHERE $4 <> '' AND email = $4
    UNION ALL
    SELECT id, 'trade_name', CASE WHEN name_region = $6 THEN 80 ELSE 70 END FROM crm_core_customer
        WHERE $5 <> '' AND trade_name = $5 AND kind = 'organization' AND name_key <> $2
    UNION ALL
    SELECT id, 'similar', round(similarity(name_key, $2) * 100)::int FROM (
        SELECT id, name_key FROM crm_core_customer
        WHERE $7 <> '' AND trade_name >= $7 AND trade_name < $8 AND trade_name <> $5 AND name_key <> $2 LIMIT 500
    ) AS near WHERE similarity(name_key, $2) * 100 >= $9
)
SELECT c.id, c.code, c.name, u.name AS holder, array_agg(DISTINCT hit.reason) AS reasons,
    max(hit.confidence) AS confidence, {scope_condition(10)} IS TRUE AS visible
FROM hit JOIN crm_core_customer c ON c.id = hit.id LEFT JOIN guanxi_user u ON u.id = c.owner_id
WHERE c.id <> $13 AND NOT EXISTS (SELECT FROM crm_core_merge m WHERE m.loser_id = c.id AND m.undone_at IS NULL)
GROUP BY c.id, u.name ORDER BY max(hit.confidence) DESC, c.id LIMIT 10
"""  # noqa: S608


def _spelled(check: Any, text: str, country: str) -> str:
    try:
        return str(check(text, country))
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
    key = name_key(name)
    parts = name_parts(name, kind) if key else {"trade_name": "", "name_region": ""}
    trade = parts["trade_name"] if len(parts["trade_name"]) > 1 and kind != CustomerKind.PERSON else ""
    near = trade[:2] if not trade.isascii() else trade[:4]
    spelled = {_spelled(check, text, country) for text in phones for check in (numbers.mobile, numbers.landline)}
    rows = await fetch(
        _FIND,
        _spelled(numbers.tax_number, tax_number, country),
        key,
        sorted(spelled - {""}),
        email.strip().lower(),
        trade,
        parts["name_region"],
        near,
        near + "\U0010ffff",
        _SIMILAR,
        *scope_arguments(),
        besides,
    )
    return [_duplicate(row) for row in rows]


def _duplicate(row: Any) -> Duplicate:
    shown = {name: row[name] for name in ("id", "code", "name")} if row["visible"] else {}
    return Duplicate(holder=row["holder"], reasons=row["reasons"], confidence=row["confidence"], **shown)
