"""Asks a web process whether it is ready."""

from __future__ import annotations

import asyncio
import time

from guanxi.errors import ConfigurationError
from guanxi.i18n import _

PATIENCE = 60.0


class NotReady(ConfigurationError):
    code = "not_ready"
    message = _("The web process did not become ready: {answer}")


async def wait_until_ready(host: str, port: int) -> None:
    """Returns as soon as `GET /readyz` answers 200. Raises NotReady after a minute."""
    deadline = time.monotonic() + PATIENCE
    target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    while True:
        answer = await _ask(target, port)
        if " 200 " in answer:
            return
        if time.monotonic() > deadline:
            raise NotReady(answer=answer)
        await asyncio.sleep(0.05)


async def _ask(host: str, port: int) -> str:
    """The status line, or what went wrong."""
    try:
        async with asyncio.timeout(10):
            reader, writer = await asyncio.open_connection(host, port)
            try:
                writer.write(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return (await reader.readline()).decode("latin-1").strip()
            finally:
                writer.close()
    except OSError as error:
        return str(error)
