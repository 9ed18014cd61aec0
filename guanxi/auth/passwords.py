"""Passwords: argon2id in threads, two at a time (each takes 64 MiB and about 0.3 s)."""

from __future__ import annotations

import asyncio
import base64
import secrets
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from guanxi.errors import Busy, InvalidInput
from guanxi.i18n import _

MINIMUM = 10
MAXIMUM = 128
WAITING_MAXIMUM = 40
"""Calls that may wait for a thread; beyond, callers get Busy rather than a minute's wait."""

Result = TypeVar("Result")

_hasher = PasswordHasher()
_threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")
_waiting = 0


def _decoy() -> str:
    """A hash that no password has, with the parameters of real ones: it takes as long to check."""
    salt, digest = (
        base64.b64encode(secrets.token_bytes(size)).rstrip(b"=").decode()
        for size in (_hasher.salt_len, _hasher.hash_len)
    )
    costs = f"m={_hasher.memory_cost},t={_hasher.time_cost},p={_hasher.parallelism}"
    return f"$argon2id$v=19${costs}${salt}${digest}"


_DECOY = _decoy()


async def _in_thread(work: Callable[[], Result]) -> Result:
    global _waiting
    if _waiting >= WAITING_MAXIMUM:
        raise Busy()
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads, work)
    finally:
        _waiting -= 1


def _bytes(password: str) -> bytes:
    """NFKC, so that a password typed on another system is the same one (NIST SP 800-63B, 5.1.1.2)."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def check_new_password(password: str) -> None:
    """Raises InvalidInput on a password that is too short or too long. Any character may be in it."""
    if len(password) < MINIMUM:
        raise InvalidInput({"password": _("Use at least {count} characters.", count=MINIMUM)})
    if len(password) > MAXIMUM:
        raise InvalidInput({"password": _("Use at most {count} characters.", count=MAXIMUM)})


async def hash_password(password: str) -> str:
    """Raises InvalidInput where `check_new_password` does, and Busy."""
    check_new_password(password)
    return await _in_thread(lambda: _hasher.hash(_bytes(password)))


async def verify_password(stored: str, password: str) -> bool:
    """Whether `password` has the hash `stored`. An empty one (nobody, no password) takes as long: no."""
    usable = bool(stored) and len(password) <= MAXIMUM
    matches = await _in_thread(lambda: _matches(stored if usable else _DECOY, _bytes(password[:MAXIMUM])))
    return usable and matches


def _matches(stored: str, password: bytes) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def needs_rehash(stored: str) -> bool:
    """Whether `stored` was made with other parameters than new hashes are."""
    return _hasher.check_needs_rehash(stored)
