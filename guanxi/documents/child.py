"""The process that prints: `python -m guanxi.documents.child <memory in MB> <seconds per job>`.

It reads requests from stdin and answers on stdout. It ends with its parent, and by itself when a job overruns
although the parent did not kill it.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import resource
import signal
import sys
from typing import Any, BinaryIO

import msgspec

from guanxi.documents.errors import DocumentError, DocumentTooLarge
from guanxi.documents.messages import Reply, Request, read_frame, write_frame

NICE = 5
MAX_FILE = 64 * 1024 * 1024
PR_SET_PDEATHSIG = 1
FORBIDDEN_EVENTS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn")


def main() -> None:
    memory_mb, seconds = int(sys.argv[1]), float(sys.argv[2])
    requests, replies = _take_stdio()
    _die_with_parent()
    try:
        os.nice(NICE)
        from guanxi.documents import fetcher, printing  # noqa: F401

        fetcher.keep_raster_formats()
    except Exception as error:
        _send(
            replies,
            Reply(failure="unavailable", detail=f"{type(error).__name__}: {error}"[:500], retire=True),
        )
        return
    _limit(memory_mb)
    sys.addaudithook(_forbid)
    _send(replies, Reply())
    while (frame := read_frame(requests)) is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds + 5)  # SIGALRM ends the process
        reply = _answer(frame)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(replies, reply)


def _take_stdio() -> tuple[BinaryIO, BinaryIO]:
    """Keep stdin and stdout for the protocol; whatever libraries print goes to stderr."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    return requests, replies


def _die_with_parent() -> None:
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _limit(memory_mb: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE, MAX_FILE))
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 1024 * 1024, memory_mb * 1024 * 1024))


def _forbid(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(FORBIDDEN_EVENTS):
        raise PermissionError(f"{event} is not allowed here")


def _answer(frame: bytes) -> Reply:
    from guanxi.documents.printing import fonts_for_chinese, print_job
    from guanxi.documents.reading import text_of
    from guanxi.documents.texts import expand_texts

    try:
        request = msgspec.msgpack.decode(frame, type=Request)
        if request.texts is not None:
            return Reply(texts=expand_texts(request.texts))
        if request.file is not None:
            return Reply(text=text_of(request.file.name, request.file.content))
        if request.job is None:
            return Reply(fonts=fonts_for_chinese())
        pdf, warnings = print_job(request.job, hashlib.sha256(frame).hexdigest()[:32])
        return Reply(pdf=pdf, warnings=warnings)
    except DocumentError as error:
        return Reply(
            failure="too_large" if isinstance(error, DocumentTooLarge) else "refused",
            reason=error.reason,
            detail=error.detail,
            retire=error.reason == "memory",
        )
    except MemoryError:
        return Reply(failure="too_large", reason="memory", retire=True)
    except Exception as error:
        return Reply(failure="refused", reason="failed", detail=type(error).__name__, retire=True)


def _send(replies: BinaryIO, reply: Reply) -> None:
    write_frame(replies, msgspec.msgpack.encode(reply))


if __name__ == "__main__":
    main()
