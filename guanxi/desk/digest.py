"""Unread notifications by mail: every day at eight in the company's time zone, every hour, or never."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from guanxi import clock
from guanxi.auth.actors import actors_of
from guanxi.auth.links import base_address
from guanxi.context import current_company, use_actor
from guanxi.db import Record, execute, fetch
from guanxi.declare.jobs import Job
from guanxi.declare.labels import Choice
from guanxi.desk.sight import LOST, out_of_sight
from guanxi.desk.texts import unpack
from guanxi.errors import InvalidInput
from guanxi.i18n import _, use_locale
from guanxi.jobs import Run
from guanxi.mail import send_mail

log = logging.getLogger("guanxi.desk")

PREFERENCE = "digest"
HOUR = 8
"""of the daily mail, in the company's time zone"""
FORGOTTEN_AFTER = timedelta(days=7)
"""what was not mailed for so long, because it was not wished, is not mailed later"""
SHOWN = 30
"""notifications in one mail; the others are counted"""
READ_KEPT, UNREAD_KEPT = timedelta(days=90), timedelta(days=365)
_USERS = 100
"""in one step"""


class Digest(Choice):
    DAILY = "daily", _("Every day at {hour}:00", hour=HOUR)
    HOURLY = "hourly", _("Every hour")
    OFF = "off", _("Never")


_TAKE = """
WITH reader AS (
    SELECT u.id, u.name, u.email, u.locale,
        CASE p.value #>> '{}' WHEN 'off' THEN '-infinity' WHEN 'hourly' THEN $2::timestamptz ELSE $3 END AS until
    FROM guanxi_user u LEFT JOIN guanxi_preference p ON p.user_id = u.id AND p.name = 'digest'
    WHERE u.active AND u.email <> '' AND u.id > $1 AND EXISTS (
        SELECT FROM guanxi_notification WHERE user_id = u.id AND read_at IS NULL AND mailed_at IS NULL AND at > $4)
    ORDER BY u.id LIMIT $5
), taken AS (
    UPDATE guanxi_notification n SET mailed_at = $2 FROM reader
    WHERE n.user_id = reader.id AND n.read_at IS NULL AND n.mailed_at IS NULL AND n.at > $4 AND n.at <= reader.until
    RETURNING n.id AS notification_id, n.user_id, n.title, n.detail, n.href
)
SELECT * FROM reader LEFT JOIN taken ON taken.user_id = reader.id ORDER BY reader.id, notification_id DESC
"""


async def mail_digests(run: Run) -> None:
    """The job. Whose mail was written is not written to again: both are in one transaction."""
    now = clock.now()
    while True:
        async with run.step() as step:
            rows = await fetch(_TAKE, run.cursor or 0, now, last_daily(now), now - FORGOTTEN_AFTER, _USERS)
            users = [list(group) for _id, group in groupby(rows, key=lambda row: row["id"])]
            for told in users:
                if told[0]["notification_id"] is not None:
                    await _mail(told)
                    step.done += 1
            if users:
                step.cursor = users[-1][0]["id"]
        if len(users) < _USERS:
            break
    run.set_result({"mails": run.done})


def last_daily(now: datetime) -> datetime:
    """The last time that it was eight o'clock in the company's time zone."""
    local = now.astimezone(current_company().zone)
    eight = local.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return eight if eight <= local else eight - timedelta(days=1)


async def _mail(told: list[Record]) -> None:
    user, base = told[0], base_address()
    locale = user["locale"] or current_company().locale
    with use_locale(locale):
        lost = await _lost(user["id"], told[:SHOWN])
        items = [_item(row, base, row["href"] in lost) for row in told[:SHOWN]]
    data = {
        "name": user["name"],
        "company": current_company().title,
        "base": base,
        "count": len(told),
        "items": items,
        "more": len(told) - len(items),
    }
    try:
        await send_mail(
            user["email"],
            "guanxi/digest",
            data,
            locale=locale,
            to_name=user["name"],
            key=f"digest:{user['id']}:{user['notification_id']}",
        )
    except InvalidInput:
        log.warning("user %s has an address that no mail can be sent to", user["id"])


async def _lost(user_id: int, told: list[Record]) -> set[str]:
    """What leads to records that the reader may not see any more."""
    for actor in await actors_of({user_id}):
        with use_actor(actor):
            return await out_of_sight(row["href"] for row in told)
    return {row["href"] for row in told}


def _item(row: Record, base: str, lost: bool) -> dict[str, Any]:
    if lost:
        return {"title": str(LOST), "detail": "", "link": ""}
    link = f"{base}{row['href']}" if row["href"] else ""
    return {"title": str(unpack(row["title"])), "detail": row["detail"], "link": link}


async def clean_notifications(run: Run) -> None:
    now = clock.now()
    await execute("DELETE FROM guanxi_notification WHERE at < $1 OR read_at < $2", now - UNREAD_KEPT, now - READ_KEPT)


MAIL_DIGESTS = Job(
    name="guanxi.notification_digest", title=_("Mail unread notifications"), run=mail_digests, steps=True
)
CLEAN_NOTIFICATIONS = Job(
    name="guanxi.clean_notifications", title=_("Delete old notifications"), run=clean_notifications
)
