"""How staff keep order: what they show, hide and close. Who may is the actions' business; each is in the audit log."""

from __future__ import annotations

from typing import Any

from crm_community.choices import PostState, ReportState
from crm_community.models import Post
from guanxi import clock, elevated, execute, transaction, update

_REPORTS = """
UPDATE crm_community_report SET state = $2, revision = revision + 1, updated_at = $3
WHERE post_id = $1 AND state = 'open'
"""
_RISE = "UPDATE crm_community_topic SET last_post_at = $2 WHERE id = $1 AND last_post_at < $2"


async def change(record: Any, why: str = "", **values: Any) -> None:
    with elevated():
        await update(type(record), record.id, values, reason=why)


async def hide_post(post: Post, why: str) -> None:
    """Open reports of it are settled with it."""
    async with transaction():
        await change(post, why, state=PostState.HIDDEN.value)
        await execute(_REPORTS, post.id, ReportState.UPHELD.value, clock.now())


async def show_post(post: Post) -> None:
    """One that had to wait counts as written now."""
    async with transaction():
        if post.state == PostState.WAITING:
            await execute(_RISE, post.topic_id, clock.now())
        await change(post, state=PostState.SHOWN.value)
