"""The plans that a company starts with, one for each value class of the dictionary, all switched off."""

from __future__ import annotations

from collections.abc import Iterable

from guanxi import AuditItem, audit_many, clock, fetch, fetch_value

_OFTEN = ("Monthly visit", "每月拜访", "visit", 1, "month")
_REGULAR = ("Call every two months", "每两月电话回访", "call", 2, "month")
_WARM = ("Call every two weeks", "每两周电话跟进", "call", 2, "week")
_QUARTERLY = ("Quarterly call", "每季度电话回访", "call", 3, "month")
_SELDOM = ("Mail every half year", "每半年邮件问候", "mail", 6, "month")
_PLAN_OF = {
    **dict.fromkeys(("Important", "High value", "VIP", "Key account", "A"), _OFTEN),
    **dict.fromkeys(("Type R", "B"), _REGULAR),
    "Potential": _WARM,
    **dict.fromkeys(("Ordinary", "C"), _QUARTERLY),
    **dict.fromkeys(("Type T", "D"), _SELDOM),
}
_INSERT = """
INSERT INTO crm_core_contact_plan (name, name_zh, value_class_id, way, every, unit, position, active,
    revision, created_at, updated_at)
SELECT each.name || ': ' || t.name, t.name_zh || '：' || each.name_zh, t.id, way, every, unit, t.position, false,
    1, $7, $7
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[])
    AS each (class, name, name_zh, way, every, unit)
JOIN crm_core_term t ON t.kind = 'value_class' AND t.name = each.class
WHERE NOT EXISTS (SELECT FROM crm_core_contact_plan p WHERE p.value_class_id = t.id)
ORDER BY t.position, t.id RETURNING id, name
"""


async def add_plans(classes: Iterable[str]) -> None:
    """For those of these value classes that have no plan yet."""
    known = [(name, *_PLAN_OF[name]) for name in classes if name in _PLAN_OF]
    columns = [list(column) for column in zip(*known, strict=True)] or [[]] * 6
    rows = await fetch(_INSERT, *columns, clock.now())
    await audit_many("create", "crm_core/contact_plans", [AuditItem(row["id"], row["name"]) for row in rows])


async def seed_plans() -> None:
    """Where there is no plan at all. Safe to repeat."""
    if not await fetch_value("SELECT EXISTS (SELECT FROM crm_core_contact_plan)"):
        await add_plans(_PLAN_OF)
