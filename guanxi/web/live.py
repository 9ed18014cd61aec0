"""What changes on open pages: server-sent events, fed by one look at the database for all pages of a company."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from contextvars import Context
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from guanxi.auth.sessions import live_sessions
from guanxi.company.errors import NoSuchCompany
from guanxi.context import current_actor, current_company, use_company
from guanxi.errors import NotFound, TooManyRequests
from guanxi.jobs.transport import follow_changes
from guanxi.web.state import state_of

if TYPE_CHECKING:
    from guanxi.company import Directory

POLL = 15.0
"""seconds between looks at the database where nobody announces a change; a session's end is seen then too"""
PAUSE = 0.3
"""seconds that a look waits for further changes after the first one"""
BEAT = 25.0
"""seconds after which a quiet stream says something, so that nothing between takes it for dead"""
PER_USER = 6
IN_ALL = 1000
"""streams of this process"""
RETRY = 5000
"""milliseconds after which a browser whose stream ended opens another"""
_HEADERS = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no")]

log = logging.getLogger("guanxi.web")


class Stream:
    """One open page."""

    __slots__ = ("changed", "company", "ended", "session_id", "unread", "user_id")

    def __init__(self, company: str, user_id: int, session_id: int, unread: int) -> None:
        self.company, self.user_id, self.session_id, self.unread = company, user_id, session_id, unread
        self.changed = asyncio.Event()
        self.ended = False

    def tell(self, unread: int) -> None:
        if unread != self.unread:
            self.unread = unread
            self.changed.set()

    def end(self) -> None:
        self.ended = True
        self.changed.set()


class Live:
    """The streams of this process. One task per company looks for their news, while there are any."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._streams: dict[str, set[Stream]] = {}
        self._wakes: dict[str, asyncio.Event] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._follower: asyncio.Task[None] | None = None
        self._ending = False

    def open(self, stream: Stream) -> None:
        """Raises TooManyRequests where the user, or all together, have too many already."""
        streams = self._streams.get(stream.company, set())
        mine = sum(other.user_id == stream.user_id for other in streams)
        if self._ending or mine >= PER_USER or sum(map(len, self._streams.values())) >= IN_ALL:
            raise TooManyRequests()
        if not streams:
            self._streams[stream.company] = streams
            self._wakes[stream.company] = asyncio.Event()
            self._start(self._watch(stream.company))
        streams.add(stream)
        if self._follower is None:
            self._follower = self._start(follow_changes(self._wake))

    def close(self, stream: Stream) -> None:
        streams = self._streams.get(stream.company, set())
        streams.discard(stream)
        if not streams and self._streams.pop(stream.company, None) is not None:
            self._wakes.pop(stream.company).set()
        if not self._streams and self._follower is not None:
            self._follower.cancel()
            self._follower = None

    def end_all(self) -> None:
        """For the server's stop: no stream is opened any more, and those that are there end at once."""
        self._ending = True
        for stream in [stream for streams in self._streams.values() for stream in streams]:
            stream.end()

    async def stop(self) -> None:
        self.end_all()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Outside of the request that happens to be the first: its company and actor are not the task's."""
        task = asyncio.get_running_loop().create_task(work, context=Context())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _wake(self, company: str) -> None:
        if company in self._wakes:
            self._wakes[company].set()

    async def _watch(self, company: str) -> None:
        wake, failing = self._wakes[company], False
        while self._wakes.get(company) is wake:
            with suppress(TimeoutError):
                async with asyncio.timeout(POLL):
                    await wake.wait()
                await asyncio.sleep(PAUSE)
            wake.clear()
            try:
                await self._look(company)
                failing = False
            except Exception as error:
                if not failing:
                    log.warning("the open pages of %s hear nothing: %s", company, type(error).__name__)
                failing = True

    async def _look(self, name: str) -> None:
        streams = tuple(self._streams.get(name, ()))
        if not streams:
            return
        unread: dict[int, int] = {}
        with suppress(NoSuchCompany), use_company(await self._directory.by_name(name)):
            unread = await live_sessions({stream.session_id for stream in streams})
        for stream in streams:
            if stream.session_id in unread:
                stream.tell(unread[stream.session_id])
            else:
                stream.end()


class EventStream(Response):
    """Sends the number of unread notifications at once and whenever it changes, until somebody ends it."""

    def __init__(self, live: Live, stream: Stream) -> None:
        super().__init__()
        self._live = live
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        stream = self._stream
        leaving = asyncio.create_task(_left(receive, stream))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": [*_HEADERS]})
            await _send(send, f"retry: {RETRY}\n")
            while not stream.ended:
                await _send(send, f"event: unread\ndata: {stream.unread}\n\n")
                await _news(stream, send)
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._live.close(stream)
            leaving.cancel()
            await asyncio.wait({leaving})


async def _news(stream: Stream, send: Send) -> None:
    while True:
        with suppress(TimeoutError):
            async with asyncio.timeout(BEAT):
                await stream.changed.wait()
            stream.changed.clear()
            return
        await _send(send, ": still here\n\n")


async def _send(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _left(receive: Receive, stream: Stream) -> None:
    """Until the browser has closed the stream."""
    while (await receive())["type"] != "http.disconnect":
        continue
    stream.end()


async def show(request: Request) -> Response:
    """GET /live. Sessions only: whoever has a key asks the API."""
    state, actor = state_of(request), current_actor()
    if actor.id is None or actor.session_id is None:
        raise NotFound()
    if request.method == "HEAD":
        return Response(media_type="text/event-stream", headers={"Cache-Control": "no-store"})
    stream = Stream(current_company().name, actor.id, actor.session_id, state.unread)
    state.live.open(stream)
    return EventStream(state.live, stream)
