"""The inside of a web process."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
import uvloop
from redis.asyncio import Redis

from guanxi import jobs
from guanxi.addons import AvailableAddons
from guanxi.auth import limits
from guanxi.cli.control import GRACE, Control
from guanxi.cli.listen import shown_address
from guanxi.cli.prepare import prepare
from guanxi.cli.session import keep_for_good, open_directory
from guanxi.logs import configure_logs
from guanxi.settings import Settings
from guanxi.web.app import Entrance, create_app


def run(settings: Settings, available: AvailableAddons, fd: int, control: Control | None) -> None:
    """Serves on the inherited socket until a signal; with `control` after preparing the database."""
    configure_logs(settings.log_format, "web")
    with socket.socket(fileno=fd) as listener, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, available, listener, control))


async def _serve(
    settings: Settings, available: AvailableAddons, listener: socket.socket, control: Control | None
) -> None:
    async with open_directory(settings, available) as directory:
        if control is not None:
            address = settings.base_url or shown_address(settings.host, settings.port)
            control.report(await prepare(directory, settings, address))
        keep_for_good()
        async with _redis(settings):
            await _Server(settings, create_app(directory, settings)).serve(sockets=[listener])


class _Server(uvicorn.Server):
    """Ends streams when it stops: they would keep it waiting."""

    def __init__(self, settings: Settings, app: Entrance) -> None:
        super().__init__(_config(settings, app))
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.live.end_all()
        await super().shutdown(sockets)


@asynccontextmanager
async def _redis(settings: Settings) -> AsyncIterator[None]:
    """For wake-ups of workers and for limits; both do without it while it is gone."""
    assert settings.redis_url is not None, "the server runs by now"
    async with Redis.from_url(settings.redis_url, socket_timeout=1, socket_connect_timeout=1) as client:
        limits.use_redis(client)
        jobs.use_redis(settings.redis_url)
        try:
            yield
        finally:
            limits.use_redis(None)
            await jobs.close_redis()


def _config(settings: Settings, app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # Starlette's own types and uvicorn's differ in details
        loop="none",
        http="httptools",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=int(GRACE) - 2,
    )
