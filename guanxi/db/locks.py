"""Locks on files, which the system drops with the process that holds them, however it ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from guanxi.errors import ConfigurationError
from guanxi.i18n import _


class DataDirectoryInUse(ConfigurationError):
    """Another server works in the same data directory; `pid` is its process."""

    code = "data_directory_in_use"
    message = _("Another server (process {pid}) is using the data directory {path}.")


def try_lock(path: Path) -> int | None:
    """The descriptor that holds the lock until it is closed, or None where another holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_locked(path: Path) -> bool:
    descriptor = try_lock(path)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


@contextmanager
def locked(path: Path, patience: float) -> Iterator[None]:
    """Holds the lock inside the block; TimeoutError after `patience` seconds of waiting for it."""
    deadline = time.monotonic() + patience
    while (descriptor := try_lock(path)) is None:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{path} stayed locked for {patience} s")
        time.sleep(0.05)
    try:
        yield
    finally:
        os.close(descriptor)


class DirectoryLock:
    """One server per data directory: `with DirectoryLock(settings.data):`. Raises DataDirectoryInUse."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        file = self.path / "server.lock"
        descriptor = try_lock(file)
        if descriptor is None:
            pid = file.read_text(encoding="ascii").strip() or "?"
            raise DataDirectoryInUse(pid=pid, path=str(self.path))
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))
        self._descriptor = descriptor

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *exc: object) -> None:
        self.release()
