"""The one pool of this process, made when the first document is printed."""

from __future__ import annotations

import asyncio

from guanxi.documents.messages import PdfJob, UserText
from guanxi.documents.pool import PdfPool

_pool: PdfPool | None = None
_loop: asyncio.AbstractEventLoop | None = None


def process_pool() -> PdfPool:
    """The pool of the running event loop. The children of a loop that is gone end when their pipes close."""
    global _pool, _loop
    loop = asyncio.get_running_loop()
    if _pool is None or _loop is not loop:
        _pool, _loop = PdfPool(), loop
    return _pool


async def render_pdf(job: PdfJob) -> bytes:
    """As `PdfPool.render`, by this process's pool."""
    return await process_pool().render(job)


async def expand_texts(texts: dict[str, UserText]) -> dict[str, list[str]]:
    """As `PdfPool.expand`, by this process's pool."""
    return await process_pool().expand(texts)


async def read_text(name: str, content: bytes) -> str:
    """As `PdfPool.read`, by this process's pool."""
    return await process_pool().read(name, content)


async def close_process_pool() -> None:
    """End this process's children, at the end of a server or a worker; a later job makes a new pool."""
    global _pool
    if _pool is not None and _loop is asyncio.get_running_loop():
        pool, _pool = _pool, None
        await pool.close()
