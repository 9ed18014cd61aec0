"""Overdue follow-ups (逾期未跟进): whose next contact should have been, the longest overdue first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_core.choices import ActivityOutcome
from crm_core.permissions import CorePermission
from crm_core.plan_views import cadence
from crm_core.plans import RULED, days_since, rules_sql
from crm_core.queries import followed_condition, scope_arguments, scope_condition
from guanxi import (
    InvalidInput,
    MarkId,
    Page,
    Text,
    Tone,
    _,
    current_actor,
    current_company,
    fetch,
    may,
    read_id,
    read_mark,
    render,
    show_date,
    today,
    write_mark,
)

PATH = "/crm_core/overdue"
_SHOWN = 50
_MOST_PEOPLE = 30
_WHO = f"""
WITH late AS (
    SELECT c.next_contact_by_id AS id, count(*) AS number FROM crm_core_customer c
    WHERE c.next_contact_on < $1 AND {followed_condition()} AND {scope_condition(2)} GROUP BY 1
)
SELECT coalesce(late.id, u.id) AS id, u.name, coalesce(late.number, 0) AS number,
    (SELECT coalesce(sum(number), 0) FROM late) AS total
FROM late FULL JOIN (SELECT id, name FROM guanxi_user WHERE id = ANY($6::bigint[]) OR id IN (SELECT id FROM late)) u
    ON u.id = late.id
ORDER BY coalesce(u.id = ANY($6::bigint[]), false) DESC, number DESC, u.name LIMIT $5 + cardinality($6)
"""  # noqa: S608
_ROWS = f"""
WITH {rules_sql()}, late AS (
    SELECT c.id, c.name, c.code, c.next_contact_on, c.next_contact_by_id, c.owner_id, c.stage, c.value_class_id,
        c.level_id
    FROM crm_core_customer c
    WHERE c.next_contact_on < $1 AND {followed_condition()} AND {scope_condition(2)}
        AND ($5::bigint IS NULL OR c.next_contact_by_id = $5)
        AND ($6::date IS NULL OR (c.next_contact_on, c.id) > ($6, $7::bigint))
    ORDER BY c.next_contact_on, c.id LIMIT $8
)
SELECT c.*, o.name AS owner, b.name AS person, rule.way, rule.every, rule.unit, a.outcome, a.subject, a.at
FROM late c LEFT JOIN rule ON {RULED} LEFT JOIN guanxi_user o ON o.id = c.owner_id
LEFT JOIN guanxi_user b ON b.id = c.next_contact_by_id
LEFT JOIN LATERAL (
    SELECT outcome, subject, at FROM crm_core_activity WHERE customer_id = c.id AND kind <> 'note'
    ORDER BY at DESC, id DESC LIMIT 1
) a ON true
ORDER BY c.next_contact_on, c.id
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Person:
    id: int | None
    name: str | Text
    number: int


@dataclass(frozen=True, slots=True)
class Late:
    """One customer of the list, as texts that are ready to show."""

    id: int
    name: str
    code: str
    days: int
    day: str
    owner: str
    person: str
    plan: str
    result: str
    tone: Tone
    subject: str
    last: str


async def people(limit: int | None = None, always: Collection[int] = ()) -> tuple[list[Person], int]:
    """Whom overdue contacts are up to, the most first, after those who are shown in any case; and how many contacts
    are overdue in all."""
    rows = await fetch(_WHO, today(), *scope_arguments(), limit or _MOST_PEOPLE, list(always))
    found = [Person(row["id"], row["name"] or _("Nobody"), row["number"]) for row in rows]
    return found, int(rows[0]["total"]) if rows else 0


async def overdue(by: int | None = None, after: tuple[date, int] | None = None) -> tuple[list[Late], str]:
    """Those that the current actor may see; `by`: up to this user. The second: where the next page begins, or empty."""
    rows = await fetch(_ROWS, today(), *scope_arguments(), by, *(after or (None, None)), _SHOWN + 1)
    shown = rows[:_SHOWN]
    following = write_mark(shown[-1]["next_contact_on"], shown[-1]["id"]) if len(rows) > _SHOWN else ""
    return [_late(row) for row in shown], following


def _late(row: Any) -> Late:
    outcome = None if row["outcome"] is None else ActivityOutcome(row["outcome"])
    return Late(
        id=row["id"],
        name=row["name"],
        code=row["code"],
        days=days_since(row["next_contact_on"]),
        day=show_date(row["next_contact_on"]),
        owner=row["owner"] or "",
        person=row["person"] or "",
        plan=cadence(row) if row["way"] is not None else "",
        result=str(outcome.label) if outcome is not None else "",
        tone=outcome.tone if outcome is not None else Tone.NEUTRAL,
        subject=row["subject"] or "",
        last=show_date(row["at"].astimezone(current_company().zone).date()) if row["at"] is not None else "",
    )


def _read_by(text: str) -> int | None:
    if text == "me":
        return current_actor().id
    if text and not read_id(text):
        raise InvalidInput({"by": _("There is no such record.")})
    return read_id(text) or None


async def _show(request: Request) -> Response:
    by = _read_by(request.query_params.get("by", ""))
    mark = request.query_params.get("after")
    after = read_mark(mark, tuple[date, MarkId]) if mark else None
    rows, following = await overdue(by, after)
    who, total = await people(always=[id for id in (current_actor().id, by) if id is not None])
    back = f"{PATH}?by={by}" if by is not None else PATH
    return render(
        request,
        "crm_core/overdue.html",
        rows=rows,
        following=following,
        later=after is not None,
        people=who,
        total=total,
        by=by,
        me=current_actor().id,
        back=back,
        logs=may(CorePermission.UPDATE),
    )


PAGE = Page(path=PATH, handler=_show, access=CorePermission.READ)
