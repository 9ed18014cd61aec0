"""What a customer's timeline tells of mails: those to addresses of its own and of its contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, scope_condition
from guanxi import Kind, TimelineEvent, TimelineMark, TimelineSource, Tone, _, cover, current_company, fetch, may

_MOST = 500
"""addresses of one customer"""
_HOLDERS = """
SELECT id FROM crm_core_customer WHERE email = a.email
UNION ALL SELECT customer_id FROM crm_core_contact WHERE lower(email) = a.email
UNION ALL SELECT customer_id FROM crm_core_contact_point WHERE kind = 'email' AND value = a.email
"""
_MAILS = f"""
SELECT m.* FROM (
    SELECT DISTINCT lower(email) AS email FROM (
        SELECT email FROM crm_core_customer WHERE id = ANY($1::bigint[])
        UNION ALL SELECT email FROM crm_core_contact WHERE customer_id = ANY($1::bigint[])
        UNION ALL SELECT value FROM crm_core_contact_point WHERE customer_id = ANY($1::bigint[]) AND kind = 'email'
    ) AS known WHERE email <> '' LIMIT {_MOST}
) AS a CROSS JOIN LATERAL (
    SELECT id, created_at AS at, "to", to_name, subject, state FROM guanxi_mail
    WHERE lower("to") = a.email AND (created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT $4
) AS m
WHERE NOT EXISTS (SELECT FROM guanxi_user u WHERE lower(u.email) = a.email)
    AND NOT EXISTS (
        SELECT FROM ({_HOLDERS}) AS holder JOIN crm_core_customer c ON c.id = holder.id
        WHERE c.id <> ALL($1::bigint[]) AND {scope_condition(5)} IS NOT TRUE)
ORDER BY m.at DESC, m.id DESC LIMIT $4
"""  # noqa: S608
"""Addresses of users, and those that customers out of the reader's sight have too, tell nothing: else one would read
others' subjects by noting their address with a customer of one's own."""


async def _mails(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_MAILS, list(customer_ids), mark.at, mark.id, limit, *scope_arguments())
    opens = may(current_company().catalog.resources["guanxi/mails"].read)
    return [_mail(row, opens) for row in rows]


def _mail(row: Mapping[str, Any], opens: bool) -> TimelineEvent:
    failed = row["state"] == "failed"
    to = row["to"] if may(CorePermission.SEE_NUMBERS) else cover(Kind.EMAIL, row["to"])
    parts = (row["subject"], row["to_name"], to, str(_("Not sent")) if failed else "")
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Mail"),
        text=" · ".join(part for part in parts if part),
        href=f"/guanxi/mails/{row['id']}" if opens else None,
        tone=Tone.BAD if failed else Tone.NEUTRAL,
    )


SOURCE = TimelineSource(name="mails", label=_("Mails"), access=CorePermission.READ, load=_mails, icon="mail", order=30)
