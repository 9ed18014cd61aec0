"""Tells users in the morning what is due; the notification also goes into the mail of the day (CUST-28)."""

from __future__ import annotations

from guanxi import Job, Run, _, clock, current_company, fetch, notify

_TAKE = """
WITH due AS (
    SELECT c.next_contact_by_id AS user_id, count(*) AS number, max(c.next_contact_on) AS latest,
        count(*) FILTER (WHERE c.next_contact_on < $1) AS late
    FROM crm_core_customer c JOIN guanxi_user u ON u.id = c.next_contact_by_id AND u.active
    WHERE c.next_contact_on <= $1 AND NOT c.archived GROUP BY 1
), told AS (
    INSERT INTO crm_core_follow_up_reminder AS r (user_id, day)
    SELECT user_id, $1 FROM due
    WHERE latest > coalesce((SELECT day FROM crm_core_follow_up_reminder o WHERE o.user_id = due.user_id), '-infinity')
    ORDER BY user_id
    ON CONFLICT (user_id) DO UPDATE SET day = excluded.day WHERE r.day < excluded.day
    RETURNING user_id
)
SELECT due.* FROM due JOIN told USING (user_id) ORDER BY user_id
"""


async def _remind(run: Run) -> None:
    """Once a day and user, and only where something has become due since the last time."""
    today = clock.today(current_company().zone)
    rows = await fetch(_TAKE, today)
    href = f"/crm_core/customers?archived=0&next_contact_by=me&next_contact_on.le={today}&sort=next_contact_on"
    for row in rows:
        said = {"count": row["number"], "late": row["late"]}
        title = _("{count} follow-ups are due, {late} of them overdue", **said)
        await notify([row["user_id"]], "follow_up", title, href=href)
    run.set_result({"reminded": len(rows)})


REMIND_FOLLOW_UPS = Job(name="crm_core.remind_follow_ups", title=_("Remind of follow-ups"), run=_remind)
