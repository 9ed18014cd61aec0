"""The embedded servers that a process of this machine starts, or finds running."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from guanxi.db import database_url
from guanxi.db.embedded import START_TIMEOUT, EmbeddedServer, ServerFailed
from guanxi.db.locks import DataDirectoryInUse, DirectoryLock
from guanxi.db.servers import EmbeddedPostgres, EmbeddedValkey
from guanxi.errors import ConfigurationError
from guanxi.i18n import _
from guanxi.settings import Settings

DIRECTORY_DATABASE = "guanxi"
"""The name of the directory's database on the embedded server."""


class ServerUnavailable(ConfigurationError):
    code = "server_unavailable"
    message = _("An embedded server did not start: {cause}")


class Servers:
    """PostgreSQL without a DATABASE_URL, Valkey without a REDIS_URL; and the lock on the data."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock: DirectoryLock | None = None
        self._postgres = EmbeddedPostgres(settings.data) if settings.database_url is None else None
        self._valkey = EmbeddedValkey(settings.data) if settings.redis_url is None else None

    @property
    def embedded(self) -> list[EmbeddedServer]:
        return [server for server in (self._postgres, self._valkey) if server is not None]

    def lock(self) -> None:
        """Raises DataDirectoryInUse where another process works on this data."""
        lock = DirectoryLock(self.settings.data)
        lock.acquire()
        self._lock = lock

    def start(self) -> dict[str, str]:
        """Starts both at the same time; returns the environment variables with their addresses.

        Raises ServerUnavailable.
        """
        try:
            return self._addresses(lambda server: server.start())
        except ServerFailed as error:
            raise ServerUnavailable(cause=error) from error

    def find(self) -> dict[str, str]:
        """The same with the servers of the process that has the lock, waiting for them while it starts."""
        return self._addresses(_wait_for)

    def _addresses(self, address_of: Callable[[EmbeddedServer], str]) -> dict[str, str]:
        found = {"DATABASE_URL": self.settings.database_url or "", "REDIS_URL": self.settings.redis_url or ""}
        with ThreadPoolExecutor(2) as pool:
            for server, address in zip(self.embedded, pool.map(address_of, self.embedded), strict=True):
                if server is self._postgres:
                    found["DATABASE_URL"] = database_url(address, DIRECTORY_DATABASE)
                else:
                    found["REDIS_URL"] = address
        return found

    def ended(self) -> list[EmbeddedServer]:
        """Those that we started and that are gone."""
        return [server for server in self.embedded if server.ended]

    def stop(self) -> None:
        """Stops what `start()` started, and gives the lock back."""
        for server in self.embedded:
            server.stop()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _wait_for(server: EmbeddedServer) -> str:
    deadline = time.monotonic() + START_TIMEOUT
    while (address := server.find()) is None:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{server.name} is not running, although its data directory is in use")
        time.sleep(0.1)
    return address


@contextmanager
def running_servers(settings: Settings) -> Iterator[dict[str, str]]:
    """The addresses of a running Guanxi's servers, else of our own for as long as this lasts."""
    servers = Servers(settings)
    try:
        try:
            servers.lock()
        except DataDirectoryInUse:
            yield servers.find()
        else:
            yield servers.start()
    finally:
        servers.stop()
