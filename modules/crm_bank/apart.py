"""Reading a file in a process of its own, which a strange file may neither slow down nor bring down with it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path

import msgspec

from crm_bank.formats import ERRORS, Columns, Statement, StatementError
from crm_bank.formats.errors import TooSlow
from crm_bank.formats.messages import Answer, Order

SECONDS = 60
"""for a file of the largest size; 200,000 lines take a sixth of it"""
AT_ONCE = 2
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""libraries are found by these; nothing else of the environment is for the child"""
_FOLDER = str(Path(__file__).resolve().parents[1])
_gates: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}


async def read_apart(content: bytes, columns: Columns | None, currency: str) -> list[Statement]:
    """What `read_statements` answers. Raises StatementError."""
    order = msgspec.msgpack.encode(Order(content, columns, currency))
    async with _gate():
        reply = await _exchange(order)
    try:
        answer = msgspec.msgpack.decode(reply, type=Answer)
    except msgspec.MsgspecError:
        raise StatementError() from None
    if answer.code:
        raise ERRORS.get(answer.code, StatementError)(**answer.params)
    return answer.statements


def _gate() -> asyncio.Semaphore:
    """So many at once in a process; those of loops that ended are forgotten."""
    loop = asyncio.get_running_loop()
    for other in [each for each in _gates if each.is_closed()]:
        del _gates[other]
    return _gates.setdefault(loop, asyncio.Semaphore(AT_ONCE))


async def _exchange(order: bytes) -> bytes:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-m", "crm_bank.formats.child", str(int(SECONDS))),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        | {"PYTHONPATH": _path(), "PYTHONUTF8": "1"},
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(SECONDS):
            reply, _errors = await process.communicate(order)
        return reply
    except TimeoutError:
        raise TooSlow() from None
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _path() -> str:
    """Where this add-on and the kernel are found, wherever they are installed."""
    import guanxi

    return os.pathsep.join((_FOLDER, str(Path(guanxi.__file__).resolve().parents[1])))
