"""Asking the process that signs."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import msgspec

from crm_contracts.signing_messages import Answer, Order

SECONDS = 60
_MODULES = Path(__file__).resolve().parents[1]
_PASSED_ON = ("HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH")


class SigningFailed(Exception):
    """The process ended without an answer: a job tries again later."""


async def ask_signer(order: Order) -> Answer:
    """Raises SigningFailed, also where it took too long."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "crm_contracts.signing_child"),
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ} | {"PYTHONPATH": str(_MODULES)},
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(SECONDS):
            answer, errors = await process.communicate(msgspec.msgpack.encode(order))
    except TimeoutError as error:
        raise SigningFailed("it took too long") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise SigningFailed(f"it ended with {process.returncode}: {last}")
    return msgspec.msgpack.decode(answer, type=Answer)
