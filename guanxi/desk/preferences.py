"""What a user has set for oneself, by name: `hotkeys`, `digest`, `columns:crm_core/customers`."""

from __future__ import annotations

from typing import Any

from guanxi.context import current_actor
from guanxi.db import execute, fetch_value
from guanxi.errors import Forbidden, InvalidInput
from guanxi.i18n import _
from guanxi.jobs.payload import from_json, to_json

LARGEST = 20_000
"""characters of JSON"""
MOST = 500
"""of one user"""

_SAVE = """
INSERT INTO guanxi_preference (user_id, name, value)
SELECT $1, $2::varchar, $3::text::jsonb
WHERE EXISTS (SELECT FROM guanxi_preference WHERE user_id = $1 AND name = $2)
   OR (SELECT count(*) FROM guanxi_preference WHERE user_id = $1) < $4
ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value
"""


async def preference(name: str, default: Any) -> Any:
    """What the current user set under `name`, as JSON says it; `default` where nothing is set or nobody signed in."""
    actor = current_actor()
    if not actor.signed_in:
        return default
    text = await fetch_value(
        "SELECT value::text FROM guanxi_preference WHERE user_id = $1 AND name = $2", actor.id, name
    )
    return default if text is None else from_json(text)


async def prefer(name: str, value: Any) -> None:
    """Keeps `value`, which is JSON, for the current user; None forgets it.

    Raises Forbidden where no user is signed in, InvalidInput for what is too large or too much.
    """
    actor = current_actor()
    if not actor.signed_in:
        raise Forbidden()
    if value is None:
        await execute("DELETE FROM guanxi_preference WHERE user_id = $1 AND name = $2", actor.id, name)
        return
    text = to_json(value)
    if len(text) > LARGEST or len(name) > 160:
        raise InvalidInput(message=_("A value cannot be stored."))
    if await execute(_SAVE, actor.id, name, text, MOST) != "INSERT 0 1":
        raise InvalidInput(message=_("A value cannot be stored."))
