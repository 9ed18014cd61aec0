"""The outermost layer: request id, access log, metrics, security headers."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import MutableMapping
from typing import Any

from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guanxi.context import set_request_id
from guanxi.logs import log_request, whereabouts
from guanxi.metrics import REGISTRY
from guanxi.web.state import KEY

REQUESTS = Counter("guanxi_http_requests", "Answered requests", ("route", "method", "status"), registry=REGISTRY)
SECONDS = Histogram(
    "guanxi_http_seconds",
    "Time to answer a request",
    ("route",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=REGISTRY,
)
HUNG_UP = 499
"""in the log, as others write it: the client was gone before there was an answer"""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_ID = re.compile(rb"[A-Za-z0-9_-]{8,64}")
_TOKEN = re.compile(r"/[A-Za-z0-9_-]{32,}")
"""parts of paths that let whoever knows them in"""
_QUIET = frozenset({"static", "health"})

SECURITY_HEADERS = {
    b"content-security-policy": (
        b"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        b"form-action 'self'; frame-ancestors 'none'"
    ),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}
_HSTS = (b"strict-transport-security", b"max-age=31536000")


class Observe:
    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.extra = [_HSTS] if secure else []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        sent = dict(scope["headers"]).get(b"x-request-id", b"")
        request_id = sent if _ID.fullmatch(sent) else secrets.token_hex(8).encode()
        set_request_id(request_id.decode())
        status = HUNG_UP
        where: dict[str, str] = {}

        async def observed(message: Message) -> None:
            nonlocal status, where
            if message["type"] == "http.response.start":
                status, where = message["status"], whereabouts()
                message["headers"] = self._headers(message, request_id)
            await send(message)

        try:
            await self.app(scope, receive, observed)
        except BaseException:
            status = 500 if status == HUNG_UP else status
            raise
        finally:
            _note(scope, status, time.perf_counter() - started, where)

    def _headers(self, message: Message, request_id: bytes) -> list[tuple[bytes, bytes]]:
        """Those of the answer, and ours where it says nothing of its own."""
        headers: list[tuple[bytes, bytes]] = list(message.get("headers", ()))
        present = {name.lower() for name, _value in headers}
        headers += [item for item in SECURITY_HEADERS.items() if item[0] not in present]
        return [*headers, (b"x-request-id", request_id), *self.extra]


def _note(scope: MutableMapping[str, Any], status: int, seconds: float, where: dict[str, str]) -> None:
    route = scope[KEY].route
    method = scope["method"] if scope["method"] in _METHODS else "OTHER"
    REQUESTS.labels(route, method, status).inc()
    SECONDS.labels(route).observe(seconds)
    if route not in _QUIET:
        log_request(method, _TOKEN.sub("/***", scope["path"][:500]), status, seconds * 1000, **where)
