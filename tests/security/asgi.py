"""A caller of the application that sends any bytes at all, as no polite client would."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

BROKEN = 599
"""the status of an answer that was cut off"""


@dataclass(slots=True)
class Answer:
    status: int = BROKEN
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        return json.loads(self.body)

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")


def scope_of(method: str, target: str, headers: Iterable[tuple[str, str]], host: str) -> dict[str, Any]:
    """As uvicorn makes it of a request's first line and headers."""
    path, _mark, query = target.partition("?")
    raw = [(name.lower().encode("latin-1"), value.encode("utf-8", "surrogateescape")) for name, value in headers]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode("ascii", "replace"),
        "root_path": "",
        "query_string": query.encode("utf-8", "surrogateescape"),
        "headers": [(b"host", host.encode("latin-1")), *raw],
        "client": ("127.0.0.1", 4000),
        "server": ("127.0.0.1", 80),
    }


async def call(
    app: ASGIApp,
    method: str,
    target: str,
    *,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    body: bytes | list[bytes] = b"",
    host: str = "testserver",
    hang_up: bool = False,
) -> Answer:
    """`body` as a list arrives in pieces; `hang_up` ends it by a disconnect instead of its last piece."""
    answer = Answer()
    pieces = [body] if isinstance(body, bytes) else list(body)
    given = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
    if isinstance(body, bytes) and body and not any(name.lower() == "content-length" for name, _value in given):
        given.append(("content-length", str(len(body))))
    waiting = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    waiting.append(
        {"type": "http.disconnect"} if hang_up else {"type": "http.request", "body": b"", "more_body": False}
    )

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = [(k.decode("latin-1").lower(), v.decode("latin-1")) for k, v in message["headers"]]
        else:
            answer.body += message.get("body", b"")

    await app(scope_of(method, target, given, host), receive, send)
    return answer
