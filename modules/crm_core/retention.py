"""Retention rules: customers who never bought are anonymized when there was no contact for long (PIPL Art. 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_core import privacy
from crm_core.privacy_choices import RetainedStage
from guanxi import GuanxiError, Job, Run, _, clock, current_company, fetch, fetch_value, today, transaction

BATCH = 50
_DEFAULT_MONTHS = 36
_NAMES = {
    RetainedStage.POTENTIAL: ("Potential customers without contact", "无联系的潜在客户"),
    RetainedStage.LOST: ("Lost customers without contact", "无联系的流失客户"),
}
_DUE = """
SELECT c.id, c.code, c.name, c.last_contact_on, c.created_at FROM crm_core_customer c
WHERE c.stage = $1 AND c.id > $3
    AND greatest(c.last_contact_on, (c.created_at AT TIME ZONE $4)::date) < $2
    AND (c.next_contact_on IS NULL OR c.next_contact_on < $2)
    AND NOT EXISTS (SELECT 1 FROM crm_core_activity a
        WHERE a.customer_id = c.id AND (a.at AT TIME ZONE $4)::date >= $2)
    AND NOT EXISTS (SELECT 1 FROM crm_core_anonymization n WHERE n.customer_id = c.id)
ORDER BY c.id
"""


def limit_day(months: int, day: date) -> date:
    """Customers whose last contact was before this day are due; the last day of a short month stands for later ones."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


async def due(stage: str, months: int, *, after: int = 0, limit: int = BATCH) -> list[dict[str, Any]]:
    """Customers whom the rule is for, by id: last contact, follow-ups of any kind and registration all count."""
    zone = str(current_company().zone)
    rows = await fetch(f"{_DUE} LIMIT $5", stage, limit_day(months, today()), after, zone, limit)
    return [dict(row) for row in rows]


async def count_due(stage: str, months: int) -> int:
    sql = f"SELECT count(*) FROM ({_DUE}) AS due"  # noqa: S608
    return int(await fetch_value(sql, stage, limit_day(months, today()), 0, str(current_company().zone)))


async def _run(run: Run) -> None:
    """One customer after another, each in a transaction of its own; who cannot be anonymized now waits."""
    cursor: dict[str, int] = dict(run.cursor or {"rule": 0, "customer": 0, "done": 0, "kept": 0})
    while (rule := await _next_rule(cursor["rule"])) is not None:
        rows = await due(rule["stage"], rule["months"], after=cursor["customer"])
        for row in rows:
            async with run.step(done=cursor["done"]) as step:
                try:
                    async with transaction():
                        await privacy.anonymize(row["id"], "retention")
                    cursor["done"] += 1
                except GuanxiError:
                    cursor["kept"] += 1
                cursor["customer"] = row["id"]
                step.done, step.cursor = cursor["done"], dict(cursor)
        if len(rows) < BATCH:
            cursor.update(rule=rule["id"], customer=0)
    run.set_result({"anonymized": cursor["done"], "kept": cursor["kept"]})


async def _next_rule(after: int) -> dict[str, Any] | None:
    rows = await fetch(
        "SELECT id, stage, months FROM crm_core_retention_rule WHERE active AND id >= $1 ORDER BY id LIMIT 2", after
    )
    return next((dict(row) for row in rows if row["id"] > after), None)


RETENTION = Job(
    name="crm_core.retention",
    title=_("Anonymize customers without contact"),
    run=_run,
    steps=True,
    timeout=3600,
)


async def seed_rules() -> None:
    """A rule for each stage, switched off. Safe to repeat."""
    await fetch(
        "INSERT INTO crm_core_retention_rule (revision, created_at, updated_at, stage, name, name_zh, months, active)"
        " SELECT 1, $1, $1, stage, name, name_zh, $5, false FROM unnest($2::text[], $3::text[], $4::text[])"
        " AS each (stage, name, name_zh) ON CONFLICT (stage) DO NOTHING",
        clock.now(),
        [stage.value for stage in _NAMES],
        [names[0] for names in _NAMES.values()],
        [names[1] for names in _NAMES.values()],
        _DEFAULT_MONTHS,
    )
