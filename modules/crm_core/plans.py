"""Plans of contact (回访计划, SVC-13): the most specific active plan says when a customer is to be contacted next.

A plan speaks where no person did. A day that a person has set is never moved, a day that a plan has set only to an
earlier one, so that what is overdue stays so however often the job runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crm_core.choices import ActivityKind
from crm_core.models import Customer
from crm_core.queries import followed_condition
from guanxi import Job, Run, _, clock, current_actor, current_company, fetch, fetch_row, fetch_value, today

_AT_ONCE = 5_000
_CLASSES = "(SELECT id FROM crm_core_term WHERE kind = '{kind}' UNION ALL SELECT 0)"


def rules_sql(active: str = "p.active") -> str:
    """CTE `rule`: the plan of each pair of value class and level, 0 for none; `active`: which plans count."""
    return f"""
rule AS MATERIALIZED (
    SELECT v.id AS rule_class, l.id AS rule_level, p.* FROM {_CLASSES.format(kind="value_class")} v
    CROSS JOIN {_CLASSES.format(kind="level")} l
    CROSS JOIN LATERAL (
        SELECT p.id AS plan_id, p.name, p.name_zh, p.way, p.every, p.unit FROM crm_core_contact_plan p
        WHERE {active} AND (p.value_class_id IS NULL OR p.value_class_id = v.id)
            AND (p.level_id IS NULL OR p.level_id = l.id)
        ORDER BY (p.value_class_id IS NOT NULL)::int + (p.level_id IS NOT NULL)::int DESC, p.position, p.id LIMIT 1
    ) p
)"""  # noqa: S608


RULED = "rule.rule_class = coalesce(c.value_class_id, 0) AND rule.rule_level = coalesce(c.level_id, 0)"
"""joins `rule` to customers `c`"""
_FOLLOWED = followed_condition()


def due_sql(zone: str) -> str:
    """The day by which a plan wants contact; `zone` is the placeholder of the company's time zone."""
    since = f"coalesce(c.last_contact_on, (c.created_at AT TIME ZONE {zone}::text)::date)"
    return f"crm_core_cadence_day({since}, rule.every, rule.unit)"


_SET = f"""
WITH {rules_sql()}, wanted AS (
    SELECT c.id, plan.day FROM crm_core_customer c LEFT JOIN rule ON {RULED}
    CROSS JOIN LATERAL (
        SELECT CASE WHEN rule.plan_id IS NOT NULL AND {_FOLLOWED} THEN greatest($1::date, {due_sql("$2")}) END AS day
    ) plan
    WHERE c.id > $3 AND c.id <= $4 AND CASE WHEN c.next_contact_planned
        THEN plan.day IS NULL OR c.next_contact_on > plan.day
        ELSE c.next_contact_on IS NULL AND plan.day IS NOT NULL END
    ORDER BY c.id FOR NO KEY UPDATE OF c
)
UPDATE crm_core_customer c SET next_contact_on = wanted.day, next_contact_planned = wanted.day IS NOT NULL
FROM wanted WHERE c.id = wanted.id RETURNING wanted.day
"""  # noqa: S608
_LAST = "SELECT max(id) FROM (SELECT id FROM crm_core_customer WHERE id > $1 ORDER BY id LIMIT $2) AS batch"


async def _plan(run: Run) -> None:
    """Batch after batch, each by one statement that locks its customers in the order of their ids.

    Safe to run again: what a plan has set stays where it is.
    """
    company, after, counts = current_company(), int(run.cursor or 0), {"set": 0, "withdrawn": 0}
    today, zone = clock.today(company.zone), str(company.zone)
    while True:
        async with run.step() as step:
            last = await fetch_value(_LAST, after, _AT_ONCE)
            if last is not None:
                for row in await fetch(_SET, today, zone, after, last):
                    counts["set" if row["day"] is not None else "withdrawn"] += 1
                after = step.cursor = last
        if last is None:
            run.set_result(counts)
            return


PLAN_CONTACTS = Job(
    name="crm_core.plan_contacts", title=_("Plan the next contacts"), run=_plan, steps=True, timeout=3600
)

_OF_CUSTOMER = f"""
WITH {rules_sql()}
SELECT c.last_contact_on, c.next_contact_on, c.next_contact_planned, {_FOLLOWED} AS followed, rule.*,
    coalesce(c.last_contact_on, (c.created_at AT TIME ZONE $2::text)::date) AS since, {due_sql("$2")} AS due,
    crm_core_cadence_day($3, rule.every, rule.unit) AS again
FROM crm_core_customer c LEFT JOIN rule ON {RULED} WHERE c.id = $1
"""  # noqa: S608


async def plan_of(customer_id: int) -> Mapping[str, Any] | None:
    """The customer's dates, and its plan, whose columns are None where there is none. `again`: a cadence from today."""
    zone = current_company().zone
    return await fetch_row(_OF_CUSTOMER, customer_id, str(zone), clock.today(zone))


async def propose(customer: Customer) -> dict[str, Any]:
    """What the log of a contact starts with: the plan's way and next day, up to who logs it."""
    plan, actor = await plan_of(customer.id), current_actor()
    start: dict[str, Any] = {}
    if actor.signed_in:
        start["next_contact_by"] = {"id": actor.id, "label": actor.name}
    if plan is not None and plan["plan_id"] is not None and plan["followed"]:
        start.update(kind=ActivityKind(plan["way"]).value, next_contact_on=plan["again"])
    return start


_HELD = f"""
WITH {rules_sql("(p.active OR p.id = $1)")}
SELECT count(*) AS held, count(*) FILTER (WHERE {due_sql("$2")} < $3) AS late,
    count(*) FILTER (WHERE c.next_contact_on IS NULL) AS open
FROM crm_core_customer c JOIN rule ON {RULED} WHERE rule.plan_id = $1 AND {_FOLLOWED}
"""  # noqa: S608


async def held_by(plan_id: int) -> Mapping[str, Any]:
    """How many customers a plan holds, or would if it were active; late ones, and those without a next contact."""
    zone = current_company().zone
    [row] = await fetch(_HELD, plan_id, str(zone), clock.today(zone))
    return dict(row)


def days_since(day: date) -> int:
    return (today() - day).days
