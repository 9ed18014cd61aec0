"""The floor of the web benchmarks: Starlette, asyncpg and orjson around given statements, and nothing else.

`python -m benchmarks.bare --fd N`, with `{"url": ..., "statements": [...]}` as one line on stdin. Imports nothing of
Guanxi, so that its memory and time are those of the libraries alone.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import sys
import threading

import asyncpg
import orjson
import uvicorn
import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PAGE = 80
SETTINGS = {"jit": "off", "timezone": "UTC"}


class Connection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg publishes no types
    """Like Guanxi's, it saves the round trip of a reset at each release."""

    def get_reset_query(self) -> str:
        return ""


async def serve(listener: socket.socket, url: str, statements: list[str]) -> None:
    pool = await asyncpg.create_pool(
        url, min_size=1, max_size=10, connection_class=Connection, server_settings=SETTINGS
    )

    async def rows(request: Request) -> Response:
        """`?q=[number of the statement, argument, ...]`"""
        number, *args = orjson.loads(request.query_params["q"])
        async with pool.acquire() as connection:
            found = await connection.fetch(statements[number], *args)
        page = [dict(row) for row in found[:PAGE]]
        following = [page[-1]["name"], page[-1]["id"]] if len(found) > PAGE else None
        return Response(orjson.dumps({"data": page, "next": following}), media_type="application/json")

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("alive\n")

    app = Starlette(routes=[Route("/rows", rows), Route("/healthz", alive)])
    config = uvicorn.Config(app, loop="none", http="httptools", ws="none", log_config=None, access_log=False)
    try:
        await uvicorn.Server(config).serve(sockets=[listener])
    finally:
        await pool.close()


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bare")
    parser.add_argument("--fd", type=int, required=True)
    listener = socket.socket(fileno=parser.parse_args().fd)
    orders = orjson.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with listener, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(listener, orders["url"], orders["statements"]))


if __name__ == "__main__":
    main()
