"""What happens around a logged contact (客户跟踪, CUST-27): its rules, and what becomes of the customer's dates."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from crm_core import locks
from crm_core.choices import ActivityKind
from crm_core.company_names import normalize
from crm_core.models import Activity
from crm_core.privacy import ANONYMIZED, was_anonymized
from guanxi import (
    Change,
    Conflict,
    InvalidInput,
    Text,
    _,
    clock,
    current_actor,
    current_company,
    execute,
    fetch_row,
    fetch_value,
    today,
    who_may_see,
)

_CUSTOMERS = "crm_core/customers"
_JUST_NOW = timedelta(minutes=10)


async def prepare_activity(change: Change) -> None:
    """Raises InvalidInput by field, and Conflict for a customer that was anonymized."""
    values, actor = change.values, current_actor()
    customer_id = change.now("customer_id")
    await locks.customer(customer_id)
    if await was_anonymized(customer_id):
        raise Conflict(ANONYMIZED)
    errors: dict[str, Text] = {}
    if change.now("kind") in (ActivityKind.CALL, ActivityKind.VISIT) and change.now("next_contact_on") is None:
        errors["next_contact_on"] = _("After a call or a visit, say when to be in contact next.")
    at = values.get("at") or (change.before.at if change.before is not None else clock.now())
    values.setdefault("at", at)
    if at > clock.day_end(today(), current_company().zone):
        errors["at"] = _("This is in the future.")
    following = values.get("next_contact_on")
    if following is not None and following < at.astimezone(current_company().zone).date():
        errors["next_contact_on"] = _("The day of the next contact lies before this one.")
    if values.get("subject"):
        values["subject"] = normalize(values["subject"])
    if values.get("contact_id") is not None:
        belongs_to = await fetch_value("SELECT customer_id FROM crm_core_contact WHERE id = $1", values["contact_id"])
        if belongs_to != customer_id:
            errors["contact"] = _("This contact belongs to another customer.")
    if change.before is None and values.get("user_id") is None and actor.signed_in:
        values["user_id"] = actor.id
    await _check_next(customer_id, values, errors)
    await _check_participants(change, errors)
    if errors:
        raise InvalidInput(errors)


async def _check_next(customer_id: int, values: dict[str, Any], errors: dict[str, Text]) -> None:
    """A reminder is for nobody who could not open what it is of."""
    user_id, actor = values.get("next_contact_by_id"), current_actor()
    if user_id is None or user_id == actor.id or actor.elevated:
        return
    resource = current_company().catalog.resources[_CUSTOMERS]
    if user_id not in await who_may_see({user_id}, resource, customer_id):
        errors["next_contact_by"] = _("This user does not see the customer. Add the user to the team first.")


async def _check_participants(change: Change, errors: dict[str, Text]) -> None:
    ids = [line["user_id"] for line in change.lines.get("participants", ()) if line.get("user_id") is not None]
    if len(set(ids)) != len(ids) or change.values.get("user_id") in ids:
        errors["participants"] = _("Name each participant once; who logs the contact took part anyway.")
    if ids and not current_actor().elevated:
        active = await fetch_value(
            "SELECT count(*) FROM guanxi_user WHERE id = ANY($1::bigint[]) AND active", list(set(ids))
        )
        if active != len(set(ids)):
            errors["participants"] = _("There is no such active user.")


_FOLLOW = """
WITH says AS (
    SELECT ($3::date IS NOT NULL OR $2::date IS NOT NULL) AND NOT EXISTS (
        SELECT FROM crm_core_activity a WHERE a.customer_id = $1
            AND (a.at, a.id) > ($4::timestamptz, $5::bigint) AND (a.kind <> 'note' OR a.next_contact_on IS NOT NULL)
    ) AS it
)
UPDATE crm_core_customer c SET last_contact_on = greatest(c.last_contact_on, $2::date),
    next_contact_on = CASE WHEN says.it THEN $3::date ELSE c.next_contact_on END,
    next_contact_by_id = CASE WHEN says.it THEN coalesce($6::bigint, c.owner_id) ELSE c.next_contact_by_id END,
    next_contact_planned = c.next_contact_planned AND NOT says.it
FROM says WHERE c.id = $1
"""


async def activity_written(change: Change, activity: Activity) -> None:
    """The customer's dates follow: the last contact never goes back, the next one is what was said last (CUST-27)."""
    day: Any = activity.at.astimezone(current_company().zone).date()
    contacted = day if activity.kind != ActivityKind.NOTE else None
    await execute(
        _FOLLOW,
        activity.customer_id,
        contacted,
        activity.next_contact_on,
        activity.at,
        activity.id,
        activity.next_contact_by_id,
    )


async def logged_meanwhile(activity: Activity) -> Text | None:
    """What another user has logged for this customer in the last minutes, said to the one who comes second."""
    row = await fetch_row(
        "SELECT u.name, a.subject FROM crm_core_activity a JOIN guanxi_user u ON u.id = a.user_id"
        " WHERE a.customer_id = $1 AND a.id < $2 AND a.created_at > $3 AND a.user_id <> $4 ORDER BY a.id DESC LIMIT 1",
        activity.customer_id,
        activity.id,
        clock.now() - _JUST_NOW,
        activity.user_id,
    )
    if row is None:
        return None
    said = {"name": row["name"], "subject": row["subject"]}
    return _("The contact was logged. {name} has logged one as well, minutes ago: {subject}", **said)
