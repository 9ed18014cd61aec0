"""A few child processes that print, and a bounded queue in front of them."""

from __future__ import annotations

import asyncio
import logging
import shutil
import tempfile
import weakref
from typing import Any

import msgspec

from guanxi.documents.errors import (
    DocumentError,
    DocumentRefused,
    DocumentTimeout,
    DocumentTooLarge,
    PrinterUnavailable,
)
from guanxi.documents.messages import PdfJob, Reply, Request, UploadedFile, UserText
from guanxi.documents.worker import Worker, WorkerDied
from guanxi.errors import Busy

MAX_REQUEST = 32 * 1024 * 1024
MAX_DATA_DEPTH = 20

logger = logging.getLogger(__name__)


class PdfPool:
    """Prints with at most `size` children at once; others wait in order of arrival, at most `max_waiting`.

    A child starts when it is needed, stays for `idle_seconds`, and is replaced after `jobs_per_child` jobs,
    after `timeout` seconds on one job, or when it outgrows `memory_mb` of address space.
    """

    def __init__(
        self,
        size: int = 1,
        timeout: float = 20.0,
        memory_mb: int = 1024,
        idle_seconds: float = 120.0,
        *,
        max_waiting: int = 32,
        jobs_per_child: int = 200,
    ) -> None:
        self._timeout = timeout
        self._memory_mb = memory_mb
        self._idle_seconds = idle_seconds
        self._max_waiting = max_waiting
        self._jobs_per_child = jobs_per_child
        self._slots = asyncio.Semaphore(size)
        self._waiting = 0
        self._workers: set[Worker] = set()
        self._idle: dict[Worker, asyncio.TimerHandle] = {}
        self._folder: str | None = None
        self._closed = False

    async def render(self, job: PdfJob) -> bytes:
        """The PDF of a job.

        Raises DocumentRefused, DocumentTooLarge, DocumentTimeout, PrinterUnavailable, or Busy when too many
        jobs wait.
        """
        reply = await self._ask(encode_job(job))
        for warning in reply.warnings:
            logger.warning("document %r: %s", job.title, warning)
        return reply.pdf

    async def expand(self, texts: dict[str, UserText]) -> dict[str, list[str]]:
        """The paragraphs of each text. Raises the same, DocumentRefused with the place of an error."""
        return (await self._ask(encode_texts(texts))).texts

    async def read(self, name: str, content: bytes) -> str:
        """The text of an uploaded file. Raises the same, DocumentRefused("kind") where such files hold no text."""
        return (await self._ask(_encode(Request(file=UploadedFile(name, content))))).text

    async def font_check(self) -> list[str]:
        """The fonts that draw Chinese on this machine; empty if characters are missing from all of them."""
        return (await self._ask(msgspec.msgpack.encode(Request()))).fonts

    async def close(self) -> None:
        """End all children; those who wait for one get PrinterUnavailable."""
        self._closed = True
        workers = list(self._workers)
        for worker in workers:
            self._end(worker)
        await asyncio.gather(*(worker.wait() for worker in workers))
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    async def _ask(self, payload: bytes) -> Reply:
        if self._slots.locked() and self._waiting >= self._max_waiting:
            raise Busy()
        self._waiting += 1
        try:
            await self._slots.acquire()
        finally:
            self._waiting -= 1
        try:
            reply = await self._exchange(payload)
        finally:
            self._slots.release()
        _raise_failure(reply)
        return reply

    async def _exchange(self, payload: bytes) -> Reply:
        """A child that was idle may have been ended from outside: then the job goes to a new one, once."""
        worker, warm = await self._take()
        try:
            return await self._ask_worker(worker, payload)
        except WorkerDied:
            if not warm or self._closed:
                raise self._died() from None
        worker, _ = await self._take(fresh=True)
        try:
            return await self._ask_worker(worker, payload)
        except WorkerDied:
            raise self._died() from None

    def _died(self) -> DocumentError | PrinterUnavailable:
        return PrinterUnavailable() if self._closed else DocumentRefused("crashed")

    async def _ask_worker(self, worker: Worker, payload: bytes) -> Reply:
        """Whatever goes wrong here, cancellation included, ends the worker: its next bytes are nobody's."""
        try:
            async with asyncio.timeout(self._timeout):
                reply = await worker.ask(payload)
        except TimeoutError:
            self._end(worker)
            raise DocumentTimeout() from None
        except BaseException:
            self._end(worker)
            raise
        if reply.retire or worker.jobs >= self._jobs_per_child or self._closed:
            self._end(worker)
        else:
            self._idle[worker] = asyncio.get_running_loop().call_later(self._idle_seconds, self._end, worker)
        return reply

    async def _take(self, fresh: bool = False) -> tuple[Worker, bool]:
        """A worker, and whether it has worked before; the last one used is the first to be used again."""
        if self._closed:
            raise PrinterUnavailable()
        while self._idle:
            worker, timer = self._idle.popitem()
            timer.cancel()
            if worker.alive and not fresh:
                return worker, True
            self._end(worker)
        if self._folder is None:
            self._folder = tempfile.mkdtemp(prefix="guanxi-documents-")
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        worker = await Worker.start(self._folder, self._memory_mb, self._timeout)
        self._workers.add(worker)
        if self._closed:
            self._end(worker)
            raise PrinterUnavailable()
        return worker, False

    def _end(self, worker: Worker) -> None:
        if (timer := self._idle.pop(worker, None)) is not None:
            timer.cancel()
        self._workers.discard(worker)
        worker.kill()


async def font_check() -> list[str]:
    """The fonts that draw Chinese on this machine, asked of a child of its own; empty if there are none."""
    pool = PdfPool()
    try:
        return await pool.font_check()
    finally:
        await pool.close()


def encode_job(job: PdfJob) -> bytes:
    """The request for a job. Raises DocumentRefused for data that is not plain, DocumentTooLarge."""
    if job.created.tzinfo is None:
        raise DocumentRefused("data", "created has no time zone")
    _check_plain(job.data, "data", MAX_DATA_DEPTH)
    _check_texts(job.texts)
    return _encode(Request(job))


def encode_texts(texts: dict[str, UserText]) -> bytes:
    """The request for texts alone. Raises the same."""
    _check_texts(texts)
    return _encode(Request(texts=texts))


def _check_texts(texts: dict[str, UserText]) -> None:
    for name, text in texts.items():
        _check_plain(text.data, name, MAX_DATA_DEPTH)


def _encode(request: Request) -> bytes:
    try:
        payload = msgspec.msgpack.encode(request)
    except (OverflowError, TypeError, UnicodeError, ValueError) as error:
        raise DocumentRefused("data", str(error)[:200]) from None
    if len(payload) > MAX_REQUEST:
        raise DocumentTooLarge("data_size")
    return payload


def _check_plain(value: Any, path: str, depth: int) -> None:
    """Objects have attributes that a template could read, and floats are no money: neither gets in."""
    if depth == 0:
        raise DocumentRefused("data", "it is nested too deeply")
    if type(value) is dict:
        for key, item in value.items():
            if type(key) is not str:
                raise DocumentRefused("data", f"{path} has a key that is no text")
            _check_plain(item, f"{path}.{key}", depth - 1)
    elif type(value) is list:
        for number, item in enumerate(value):
            _check_plain(item, f"{path}.{number}", depth - 1)
    elif value is not None and type(value) not in (str, int, bool):
        raise DocumentRefused("data", f"{path} is a {type(value).__name__}")


def _raise_failure(reply: Reply) -> None:
    match reply.failure:
        case None:
            return
        case "too_large":
            raise DocumentTooLarge(reply.reason, reply.detail)
        case "refused":
            raise DocumentRefused(reply.reason, reply.detail)
        case "unavailable":
            raise PrinterUnavailable()
