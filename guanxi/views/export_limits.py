"""How many rows a user may take away in a day, and whose name the files carry."""

from __future__ import annotations

from guanxi import clock
from guanxi.context import current_actor, current_company
from guanxi.db import execute, fetch_row, fetch_value
from guanxi.errors import Conflict
from guanxi.i18n import _

_LOCK = 0x67783
_LIMIT = """
SELECT u.administrator OR count(r.id) = 0 OR bool_or(r.export_rows IS NULL) AS free, max(r.export_rows) AS most
FROM guanxi_user u LEFT JOIN guanxi_user_role l ON l.user_id = u.id LEFT JOIN guanxi_role r ON r.id = l.role_id
WHERE u.id = $1 GROUP BY u.id
"""
_TAKEN = """
SELECT COALESCE(sum((after ->> 'rows')::bigint), 0) FROM guanxi_audit
WHERE action = 'export' AND actor_id = $1 AND actor_kind IN ('user', 'api_key') AND at >= $2
"""


class ExportLimit(Conflict):
    """The user's roles allow no more rows today."""

    code = "export_limit"


async def check_limit(rows: int) -> None:
    """In the transaction that notes the export: one of a user at a time. Raises ExportLimit.

    The most generous role counts; a role without a number has no limit. The day is the company's.
    """
    actor = current_actor()
    if not actor.signed_in:
        return
    await execute("SELECT pg_advisory_xact_lock($1, $2)", _LOCK, actor.id)
    limit = await fetch_row(_LIMIT, actor.id)
    if limit is None or limit["free"]:
        return
    zone = current_company().zone
    taken = await fetch_value(_TAKEN, actor.id, clock.day_start(clock.today(zone), zone))
    if taken + rows > limit["most"]:
        left = max(0, limit["most"] - taken)
        text = _("Your roles allow {limit} rows a day; {left} are left today.", limit=limit["most"], left=left)
        raise ExportLimit(text)
