from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from redis.asyncio import Redis

from guanxi import jobs
from guanxi.auth import create_user, deactivate_user, open_session
from guanxi.context import Company
from guanxi.db import execute
from guanxi.desk.notifications import mark_all_read, notify
from guanxi.i18n import _
from guanxi.jobs.transport import CHANGES
from guanxi.web import live
from guanxi.web.app import Entrance
from tests.conftest import Servers
from tests.kernel.conftest import acting
from tests.kernel.web.browser import Browser
from tests.kernel.web.conftest import MakeBrowser

HELLO = _("Users")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "PAUSE", 0.0)


class Listener:
    """A browser's open stream."""

    def __init__(self) -> None:
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.left = asyncio.Event()
        self.status = 0

    async def receive(self) -> dict[str, Any]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.sent.put_nowait(message)

    async def text(self) -> str | None:
        """The next part; None at the end."""
        async with asyncio.timeout(5):
            message = await self.sent.get()
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return await self.text()
        return message["body"].decode() if message.get("more_body") else None

    async def count(self) -> int:
        part = await self.text()
        if part is not None and part.startswith("retry:"):
            part = await self.text()
        assert part is not None
        assert part.startswith("event: unread\ndata: ")
        return int(part.removeprefix("event: unread\ndata: "))


@asynccontextmanager
async def listening(app: Callable[..., Any], cookie: str, method: str = "GET") -> AsyncIterator[Listener]:
    listener = Listener()
    scope = {
        "type": "http",
        "method": method,
        "path": "/live",
        "query_string": b"",
        "scheme": "http",
        "headers": [(b"host", b"testserver"), (b"cookie", f"guanxi_session={cookie}".encode())],
        "client": ("127.0.0.1", 4000),
    }
    task = asyncio.create_task(app(scope, listener.receive, listener.send))
    try:
        yield listener
    finally:
        listener.left.set()
        await task


@pytest.fixture
async def served(app: Entrance) -> AsyncIterator[Entrance]:
    yield app
    await app.live.stop()


@pytest.fixture
async def ann(in_shop: Company) -> int:
    return await create_user("ann", "Ann")


async def test_a_page_hears_of_news_at_once(served: Entrance, ann: int) -> None:
    cookie = (await open_session(ann)).cookie
    async with listening(served, cookie) as page, listening(served, cookie) as other:
        assert (await page.count(), await other.count()) == (0, 0)
        await notify([ann], "mention", HELLO)
        assert (await page.count(), await other.count()) == (1, 1)
        assert page.status == 200
        with acting(ann):
            await mark_all_read()
        assert (await page.count(), await other.count()) == (0, 0)


async def test_nobody_hears_of_other_users_news(served: Entrance, ann: int) -> None:
    ben = await create_user("ben", "Ben")
    async with listening(served, (await open_session(ann)).cookie) as page:
        assert await page.count() == 0
        await notify([ben], "mention", HELLO)
        await notify([ann, ben], "mention", HELLO)
        assert await page.count() == 1
        assert page.sent.empty()


async def test_without_an_announcement_news_are_found_by_polling(
    served: Entrance, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "POLL", 0.05)
    async with listening(served, (await open_session(ann)).cookie) as page:
        assert await page.count() == 0
        await execute(
            "INSERT INTO guanxi_notification (user_id, kind, title, detail, href, at)"
            " VALUES ($1, 'job', '{\"message\": \"x\"}', '', '', now())",
            ann,
        )
        assert await page.count() == 1


async def test_news_of_other_processes_come_over_redis(servers: Servers, served: Entrance, ann: int) -> None:
    jobs.use_redis(servers.redis_url)
    try:
        async with (
            listening(served, (await open_session(ann)).cookie) as page,
            Redis.from_url(servers.redis_url) as other,
        ):
            assert await page.count() == 0
            await execute(
                "INSERT INTO guanxi_notification (user_id, kind, title, detail, href, at)"
                " VALUES ($1, 'job', '{\"message\": \"x\"}', '', '', now())",
                ann,
            )
            async with asyncio.timeout(5):
                while not await other.publish(CHANGES, "shop"):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            assert await page.count() == 1
    finally:
        await jobs.close_redis()


async def test_a_quiet_stream_says_that_it_lives(served: Entrance, ann: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "BEAT", 0.02)
    async with listening(served, (await open_session(ann)).cookie) as page:
        assert await page.count() == 0
        assert await page.text() == ": still here\n\n"


@pytest.mark.parametrize("end", ["DELETE FROM guanxi_session", "UPDATE guanxi_session SET expires_at = now()"])
async def test_a_stream_ends_with_its_session(
    served: Entrance, ann: int, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setattr(live, "POLL", 0.05)
    async with listening(served, (await open_session(ann)).cookie) as page:
        assert await page.count() == 0
        await execute(end)
        while (part := await page.text()) is not None:
            assert part == "event: unread\ndata: 0\n\n"


async def test_a_stream_ends_with_its_user(served: Entrance, ann: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "POLL", 0.05)
    async with listening(served, (await open_session(ann)).cookie) as page:
        assert await page.count() == 0
        await deactivate_user(ann)
        while (part := await page.text()) is not None:
            assert part == "event: unread\ndata: 0\n\n"


async def test_streams_end_when_the_server_stops(served: Entrance, ann: int) -> None:
    cookie = (await open_session(ann)).cookie
    async with listening(served, cookie) as page:
        assert await page.count() == 0
        served.live.end_all()
        while (part := await page.text()) is not None:
            assert part == "event: unread\ndata: 0\n\n"
    async with listening(served, cookie) as late:
        await late.text()
        assert late.status == 429


async def test_a_user_has_few_streams(served: Entrance, ann: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "PER_USER", 1)
    cookie = (await open_session(ann)).cookie
    async with listening(served, cookie) as page:
        assert await page.count() == 0
        async with listening(served, cookie) as second:
            await second.text()
            assert second.status == 429
    async with listening(served, cookie) as third:
        assert await third.count() == 0


async def test_nothing_stays_behind_the_last_page(served: Entrance, ann: int) -> None:
    async with listening(served, (await open_session(ann)).cookie) as page:
        assert await page.count() == 0
        assert len(served.live._tasks) == 2
    await asyncio.sleep(0.05)
    assert not served.live._tasks


async def test_only_sessions_of_users_hear(browser: Browser, user_of: MakeBrowser, served: Entrance) -> None:
    answer = await browser.get("/live")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=/live")
    user = await user_of()
    assert (await user.head("/live")).status_code == 200
    assert (await user.post("/live", data={"_csrf": await user.csrf()})).status_code == 405
