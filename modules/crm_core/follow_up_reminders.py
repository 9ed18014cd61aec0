"""Tells users in the morning what is due; the notification also goes into the mail of the day (CUST-28)."""

from __future__ import annotations

from crm_core.permissions import CorePermission
from crm_core.queries import followed_condition, scope_arguments, scope_condition
from guanxi import (
    Job,
    Run,
    _,
    actors_of,
    execute,
    fetch,
    fetch_row,
    may,
    notify,
    today,
    use_actor,
)

_WHO = """
SELECT DISTINCT next_contact_by_id AS id FROM crm_core_customer
WHERE next_contact_by_id IS NOT NULL AND next_contact_on <= $1
"""
_FORGET = """
DELETE FROM crm_core_told_contact t WHERE NOT EXISTS (
    SELECT FROM crm_core_customer c WHERE c.id = t.customer_id AND c.next_contact_by_id = t.user_id
        AND c.next_contact_on = t.day)
"""
_TELL = f"""
WITH due AS (
    SELECT c.id, c.next_contact_on AS day FROM crm_core_customer c
    WHERE c.next_contact_by_id = $1 AND c.next_contact_on <= $2 AND {followed_condition()} AND {scope_condition(3)}
), told AS (
    INSERT INTO crm_core_told_contact AS t (customer_id, user_id, day)
    SELECT id, $1, day FROM due WHERE NOT EXISTS (SELECT FROM crm_core_told_contact o WHERE o.customer_id = due.id)
    ON CONFLICT (customer_id) DO NOTHING RETURNING 1
)
SELECT count(*) AS number, count(*) FILTER (WHERE day < $2) AS late, (SELECT count(*) FROM told) AS new FROM due
"""  # noqa: S608


async def _remind(run: Run) -> None:
    """Who has something due that the user was not told of: of each next contact a user hears once.

    What has got another day or was given to another user since is forgotten first, and counts as new. Each user's
    follow-ups are counted by what that user may see.
    """
    day = today()
    href = (
        f"/crm_core/customers?archived=0&stage.ne=lost&next_contact_by=me&next_contact_on.le={day}&sort=next_contact_on"
    )
    await execute(_FORGET)
    reminded = 0
    for actor in await actors_of([row["id"] for row in await fetch(_WHO, day)]):
        with use_actor(actor):
            row = await fetch_row(_TELL, actor.id, day, *scope_arguments()) if may(CorePermission.READ) else None
        if row is not None and row["new"]:
            said = {"count": row["number"], "late": row["late"]}
            title = _("{count} follow-ups are due, {late} of them overdue", **said)
            await notify([actor.id or 0], "follow_up", title, href=href)
            reminded += 1
    run.set_result({"reminded": reminded})


REMIND_FOLLOW_UPS = Job(name="crm_core.remind_follow_ups", title=_("Remind of follow-ups"), run=_remind)
