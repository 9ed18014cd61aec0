from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

import pytest

from guanxi.auth import KernelPermission, create_user, deactivate_user, load_session, open_session
from guanxi.context import SYSTEM, Company, use_actor
from guanxi.db import count_statements, execute, fetch, transaction
from guanxi.declare.jobs import JOB_DIED, DeadJob
from guanxi.desk.notifications import (
    mark_all_read,
    mark_read,
    notifications,
    notify,
    tell_of_dead_job,
    unread_count,
)
from guanxi.errors import Forbidden, NotFound
from guanxi.i18n import _, use_locale
from guanxi.jobs import enqueue, run_pending
from guanxi.jobs.transport import follow_changes
from guanxi.kernel import kernel_offer
from guanxi.mail import SEND_MAIL
from tests.kernel.conftest import acting

HELLO = _("{name} was deleted.").format(name=_("User"))


async def test_a_user_reads_what_was_told(in_shop: Company) -> None:
    ann, ben = await create_user("ann", "Ann"), await create_user("ben", "Ben")
    with count_statements() as statements:
        await notify([ann, ben, ann, 999], "mention", HELLO, href="/x/1", detail="d" * 600)
    assert statements.count == 1
    with acting(ann):
        (told,) = await notifications()
        assert (told.kind, told.href, told.detail, told.read) == ("mention", "/x/1", "d" * 500, False)
        assert str(told.title) == "User was deleted."
        with use_locale("zh_CN"):
            assert str(told.title) == "已删除用户。"
        assert await unread_count() == 1


async def test_who_cannot_sign_in_is_told_nothing(in_shop: Company) -> None:
    ann = await create_user("ann", "Ann")
    await deactivate_user(ann)
    await notify([ann], "mention", HELLO)
    assert await fetch("SELECT FROM guanxi_notification") == []


@pytest.mark.parametrize("href", ["https://example.com/", "javascript:alert(1)", "/" + "x" * 300])
async def test_only_own_addresses_are_linked(in_shop: Company, href: str) -> None:
    with pytest.raises(ValueError, match="no path of ours"):
        await notify([1], "mention", HELLO, href=href)


async def test_one_is_marked_as_read(in_shop: Company) -> None:
    ann, ben = await create_user("ann", "Ann"), await create_user("ben", "Ben")
    await notify([ann], "mention", HELLO, href="/x/1")
    await notify([ann], "todo", HELLO)
    with acting(ann):
        latest, first = await notifications()
        assert await mark_read(first.id) == "/x/1"
        assert [told.read for told in await notifications()] == [False, True]
        assert await unread_count() == 1
    with acting(ben), pytest.raises(NotFound):
        await mark_read(latest.id)
    with acting(ann):
        assert await unread_count() == 1


async def test_all_of_one_user_are_marked_as_read(in_shop: Company) -> None:
    ann, ben = await create_user("ann", "Ann"), await create_user("ben", "Ben")
    for _number in range(3):
        await notify([ann, ben], "mention", HELLO)
    with acting(ann):
        await mark_all_read()
        assert await unread_count() == 0
        assert [told.read for told in await notifications(limit=2)] == [True, True]
        older = await notifications(before=(await notifications())[1].id)
        assert len(older) == 1
    with acting(ben):
        assert await unread_count() == 3


async def test_nobody_has_no_notifications(in_shop: Company) -> None:
    for act in (notifications(), unread_count(), mark_all_read(), mark_read(1)):
        with use_actor(replace(SYSTEM, elevated=False)), pytest.raises(Forbidden):
            await act


async def test_a_session_brings_the_count_and_the_preference_along(in_shop: Company) -> None:
    ann = await create_user("ann", "Ann", "correct horse battery staple")
    await notify([ann], "mention", HELLO)
    opened = await open_session(ann)
    session = await load_session(opened.cookie)
    assert session is not None
    assert (session.unread, session.hotkeys) == (1, True)
    await execute("INSERT INTO guanxi_preference (user_id, name, value) VALUES ($1, 'hotkeys', 'false')", ann)
    session = await load_session(opened.cookie)
    assert session is not None
    assert session.hotkeys is False


async def test_pages_hear_of_it_after_the_commit_only(in_shop: Company) -> None:
    ann = await create_user("ann", "Ann")
    heard: list[str] = []
    follower = asyncio.create_task(follow_changes(heard.append))
    await asyncio.sleep(0)
    with suppress(ZeroDivisionError):
        async with transaction():
            await notify([ann], "mention", HELLO)
            raise ZeroDivisionError
    assert heard == []
    async with transaction():
        await notify([ann], "mention", HELLO)
        assert heard == []
    assert heard == ["shop"]
    await notify([], "mention", HELLO)
    assert heard == ["shop"]
    follower.cancel()
    await asyncio.wait({follower})


async def test_whoever_started_a_job_hears_that_it_is_dead(in_shop: Company) -> None:
    ann, ben = await create_user("ann", "Ann"), await create_user("ben", "Ben", administrator=True)
    assert (JOB_DIED, tell_of_dead_job) in kernel_offer().extensions
    job = await enqueue(SEND_MAIL, {"mail_id": "none"})
    for actor_id in (ann, ben, None):
        await tell_of_dead_job(DeadJob(job, SEND_MAIL, actor_id))
    with acting(ann):
        (told,) = await notifications()
        assert (told.kind, str(told.title), told.href) == ("job", "A job failed: Send a mail", "")
    with acting(ben, KernelPermission.JOBS_MANAGE):
        (told,) = await notifications()
        assert told.href == f"/guanxi/jobs/{job}"


async def test_the_last_failure_of_a_job_is_told(in_shop: Company) -> None:
    ann = await create_user("ann", "Ann")
    with acting(ann):
        await enqueue(SEND_MAIL, {"mail_id": "none"})
    await execute("UPDATE guanxi_job SET tries = $1 - 2", SEND_MAIL.tries)
    await run_pending()
    with acting(ann):
        assert await notifications() == []
    await execute("UPDATE guanxi_job SET run_at = now() WHERE name = $1", SEND_MAIL.name)
    await run_pending()
    with acting(ann):
        (told,) = await notifications()
        assert str(told.title) == "A job failed: Send a mail"
