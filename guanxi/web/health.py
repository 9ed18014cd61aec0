"""Whether the process lives, whether it can serve, and its figures: answered before any company is known."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from redis.asyncio import Redis
from redis.exceptions import RedisError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from guanxi.auth.csrf import same_token
from guanxi.documents import DocumentError, font_check
from guanxi.errors import NotFound
from guanxi.metrics import REGISTRY
from guanxi.web.state import state_of

if TYPE_CHECKING:
    from guanxi.company import Directory
    from guanxi.settings import Settings

_FREE_BYTES = 200 * 1024 * 1024
_PATIENCE = 3.0
logger = structlog.stdlib.get_logger("guanxi.web")


class Health:
    def __init__(self, app: ASGIApp, directory: Directory, settings: Settings) -> None:
        self.app = app
        self.directory = directory
        self.settings = settings
        self._fonts: asyncio.Task[list[str]] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path not in ("/healthz", "/readyz", "/metrics"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        state_of(request).route = "health"
        if path == "/healthz":
            response: Response = PlainTextResponse("alive\n")
        elif path == "/readyz":
            response = await self._ready()
        else:
            response = self._metrics(request)
        await response(scope, receive, send)

    async def stop(self) -> None:
        if self._fonts is not None:
            self._fonts.cancel()
            with suppress(asyncio.CancelledError, DocumentError):
                await self._fonts

    async def _ready(self) -> Response:
        """503 without the database or disk space; Redis and fonts are told but not needed to serve."""
        checks = {"database": await self._database(), "disk": self._disk()}
        ready = all(checks.values())
        told = {**checks, "redis": await self._redis(), "fonts": self._known_fonts()}
        names = {True: "ok", False: "missing", None: "unknown"}
        body = {"ready": ready, "checks": {name: names[state] for name, state in told.items()}}
        return JSONResponse(body, 200 if ready else 503, headers={"Cache-Control": "no-store"})

    async def _database(self) -> bool:
        try:
            async with asyncio.timeout(_PATIENCE):
                return bool(await self.directory.pool.fetchval("SELECT true"))
        except Exception:
            logger.warning("the database does not answer", exc_info=True)
            return False

    def _disk(self) -> bool:
        try:
            return shutil.disk_usage(self.settings.data).free > _FREE_BYTES
        except OSError:
            return False

    async def _redis(self) -> bool | None:
        if not self.settings.redis_url:
            return None
        client = Redis.from_url(self.settings.redis_url, socket_timeout=1, socket_connect_timeout=1)
        try:
            return bool(await client.ping())
        except (RedisError, OSError):
            return False
        finally:
            await client.aclose()

    def _known_fonts(self) -> bool | None:
        """Asked of a child process once, behind the first call; unknown until it has answered."""
        if self._fonts is None:
            self._fonts = asyncio.create_task(font_check())
        if not self._fonts.done() or self._fonts.cancelled():
            return None
        return self._fonts.exception() is None and bool(self._fonts.result())

    def _metrics(self, request: Request) -> Response:
        token = self.settings.metrics_token
        sent = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not _is_local(request) and not (token and same_token(token, sent)):
            raise NotFound()
        registry = REGISTRY
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def _is_local(request: Request) -> bool:
    try:
        return request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False
