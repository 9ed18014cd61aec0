from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from guanxi import clock
from guanxi.auth import create_user
from guanxi.context import Company
from guanxi.db import execute, fetch, fetch_value
from guanxi.desk.digest import CLEAN_NOTIFICATIONS, MAIL_DIGESTS, SHOWN, last_daily
from guanxi.desk.notifications import mark_all_read, notify
from guanxi.desk.preferences import prefer
from guanxi.i18n import _
from guanxi.jobs import enqueue, run_pending
from tests.kernel.conftest import acting

EIGHT = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
"""in Shanghai"""
HELLO = _("{name} was deleted.").format(name=_("User"))


async def _user(login: str, digest: str = "", *, locale: str = "en") -> int:
    id = await create_user(login, login.title(), email=f"{login}@example.com", locale=locale)
    if digest:
        with acting(id):
            await prefer("digest", digest)
    return id


async def _digest_at(time: datetime) -> list[tuple[str, str]]:
    """Runs the job; addresses and texts of the mails that it wrote."""
    last = await fetch_value("SELECT coalesce(max(id), 0) FROM guanxi_mail")
    with clock.travel(time):
        await enqueue(MAIL_DIGESTS)
        await run_pending(1)
        assert await fetch("SELECT FROM guanxi_job WHERE name = $1 AND state <> 'done'", MAIL_DIGESTS.name) == []
    rows = await fetch('SELECT "to", subject, text FROM guanxi_mail WHERE id > $1 ORDER BY id', last)
    return [(row["to"], f"{row['subject']}\n{row['text']}") for row in rows]


@pytest.fixture
async def shop_without_schedules(in_shop: Company) -> Company:
    """Only what a test enqueues is due."""
    in_shop.catalog.__dict__["schedules"] = {}
    return in_shop


@pytest.mark.usefixtures("shop_without_schedules")
class TestDigest:
    async def test_the_daily_mail_has_what_was_told_until_eight(self) -> None:
        ann = await _user("ann")
        with clock.travel(EIGHT - timedelta(minutes=30)):
            await notify([ann], "mention", HELLO, href="/x/1", detail="a < b")
        assert await _digest_at(EIGHT - timedelta(minutes=20)) == []
        with clock.travel(EIGHT + timedelta(minutes=1)):
            await notify([ann], "mention", HELLO)
        ((to, text),) = await _digest_at(EIGHT + timedelta(minutes=2))
        assert to == "ann@example.com"
        assert text.startswith("Shop: 1 unread notification\nHello Ann,\n")
        assert "- User was deleted.\n  a < b\n  http" in text
        assert "/x/1\n" in text
        assert await _digest_at(EIGHT + timedelta(hours=5)) == []
        assert len(await _digest_at(EIGHT + timedelta(hours=25))) == 1

    async def test_who_wishes_gets_it_every_hour_or_never(self) -> None:
        users = [await _user("ann", "hourly"), await _user("ben", "off"), await _user("cat")]
        with clock.travel(EIGHT + timedelta(minutes=30)):
            await notify(users, "mention", HELLO)
        assert [to for to, _text in await _digest_at(EIGHT + timedelta(hours=1))] == ["ann@example.com"]
        assert [to for to, _text in await _digest_at(EIGHT + timedelta(days=1))] == ["cat@example.com"]

    async def test_what_was_read_is_not_mailed(self) -> None:
        ann = await _user("ann", "hourly")
        with clock.travel(EIGHT):
            await notify([ann], "mention", HELLO)
            with acting(ann):
                await mark_all_read()
        assert await _digest_at(EIGHT + timedelta(hours=1)) == []

    async def test_it_is_in_the_language_of_its_reader(self) -> None:
        with clock.travel(EIGHT):
            await notify([await _user("an", "hourly", locale="zh_CN")], "mention", HELLO)
        ((_to, text),) = await _digest_at(EIGHT + timedelta(hours=1))
        assert "已删除用户。" in text
        assert "unread" not in text
        assert "Hello" not in text

    async def test_a_mail_shows_the_latest_and_counts_the_others(self) -> None:
        ann = await _user("ann", "hourly")
        with clock.travel(EIGHT):
            for number in range(SHOWN + 2):
                await notify([ann], "mention", HELLO, detail=f"number {number}.")
        ((_to, text),) = await _digest_at(EIGHT + timedelta(hours=1))
        assert f"{SHOWN + 2} unread notifications" in text
        assert "number 31." in text
        assert "number 1." not in text
        assert "and 2 more" in text
        assert await fetch_value("SELECT count(*) FROM guanxi_notification WHERE mailed_at IS NULL") == 0

    async def test_what_is_a_week_old_is_left_alone(self) -> None:
        ann = await _user("ann")
        with clock.travel(EIGHT - timedelta(days=8)):
            await notify([ann], "mention", HELLO)
        assert await _digest_at(EIGHT + timedelta(minutes=1)) == []

    async def test_without_an_address_there_is_no_mail(self) -> None:
        with clock.travel(EIGHT):
            await notify([await create_user("ann", "Ann")], "mention", HELLO)
        assert await _digest_at(EIGHT + timedelta(days=1)) == []

    async def test_old_notifications_go(self) -> None:
        ann = await _user("ann")
        now = clock.now()
        for days, read in ((366, None), (364, None), (364, 91), (364, 89)):
            await execute(
                "INSERT INTO guanxi_notification (user_id, kind, title, detail, href, at, read_at)"
                " VALUES ($1, 'todo', '{\"message\": \"x\"}', $2, '', $3, $4)",
                ann,
                f"{days} {read}",
                now - timedelta(days=days),
                now - timedelta(days=read) if read else None,
            )
        await enqueue(CLEAN_NOTIFICATIONS)
        await run_pending(1)
        left = await fetch("SELECT detail FROM guanxi_notification ORDER BY id")
        assert [row["detail"] for row in left] == ["364 None", "364 89"]


def test_the_last_eight_is_the_company_s(in_shop: Company) -> None:
    assert last_daily(EIGHT) == EIGHT
    assert last_daily(EIGHT + timedelta(hours=23)) == EIGHT
    assert last_daily(EIGHT - timedelta(seconds=1)) == EIGHT - timedelta(days=1)
