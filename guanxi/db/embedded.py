"""What both embedded servers share: one start at a time, reuse of a running one, the supervisor, the stop.

Files in the data directory, `<name>` being `postgres` or `valkey`:
`<name>.start` is locked while someone starts it; `<name>.run` while it runs (by the supervisor);
`<name>.owner` by the process that started it; `<name>.json` holds its address and `<name>.log` what it said.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, ClassVar

from guanxi.db import supervisor
from guanxi.db.accounts import Account, private_directory, server_account
from guanxi.db.locks import is_locked, locked, try_lock

START_TIMEOUT = 60.0
LOG_LIMIT = 5_000_000
"""Bytes after which a log starts afresh at the next start; the old one is kept as `.log.1`."""


class ServerFailed(Exception):
    """An embedded server did not start; the message ends with the tail of its log."""


class EmbeddedServer:
    name: ClassVar[str]
    stop_signal: ClassVar[signal.Signals]

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir.resolve()
        self.account: Account | None = server_account()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner: int | None = None

    @property
    def owned(self) -> bool:
        """Whether this object started the server, and so stops it."""
        return self._process is not None

    @property
    def ended(self) -> bool:
        """Whether the server that this object started is gone although nobody stopped it."""
        return self._process is not None and self._process.poll() is not None

    def start(self) -> str:
        """Starts the server, or finds the one that another living process runs here; returns its address."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        with locked(self._file("start"), START_TIMEOUT * 2):
            url = self._running_url()
            if url is not None:
                return url
            if self._owner is None:
                self._owner = try_lock(self._file("owner"))
            try:
                return self._start()
            except BaseException:
                self.stop()
                raise

    def find(self) -> str | None:
        """The address of the server that another living process runs here."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        with locked(self._file("start"), START_TIMEOUT * 2):
            return self._running_url()

    def stop(self) -> None:
        """Stops the server if this object started it, and waits for its end."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            try:
                process.wait(supervisor.PATIENCE + 5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self._owner is not None:
            os.close(self._owner)
            self._owner = None

    def destroy(self) -> None:
        """Stops the server and deletes its data and its own files."""
        self.stop()
        if self.data_dir.exists():
            shutil.rmtree(self._place(), onerror=_unless_gone)
            for path in self.data_dir.glob(f"{self.name}.*"):
                path.unlink()

    def _place(self) -> Path:
        """The directory of the server's own files."""
        return private_directory(self.account, self.data_dir / self.name)

    def _file(self, suffix: str) -> Path:
        return self.data_dir / f"{self.name}.{suffix}"

    def _running_url(self) -> str | None:
        """The address of a server that runs for a living process. One without an owner is about to stop."""
        if is_locked(self._file("run")):
            if is_locked(self._file("owner")):
                return str(self._state()["url"])
            with locked(self._file("run"), supervisor.PATIENCE + 5):
                pass
        return None

    def _state(self) -> dict[str, Any]:
        try:
            state: dict[str, Any] = json.loads(self._file("json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return state

    def _start(self) -> str:
        self._prepare()
        port = int(self._state().get("port", 0))
        for attempt in range(5):
            if attempt:
                time.sleep(attempt * 0.3)
            port = _free_port(port if attempt < 4 else 0)
            if self._launch(port):
                url = self._url(port)
                write_private(self._file("json"), json.dumps({"url": url, "port": port}))
                return url
        raise ServerFailed(f"{self.name} did not start: {self._log_tail()}")

    def _launch(self, port: int) -> bool:
        """Whether the server runs and answers; False where it ended at once."""
        account = self.account or Account(os.getuid(), os.getgid())
        numbers = (os.getpid(), account.uid, account.gid, int(self.stop_signal))
        launcher = [sys.executable, "-I", "-S", supervisor.__file__, *map(str, numbers)]
        command = [*launcher, str(self._file("run")), *self._command(port)]
        log = self._file("log")
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".log.1"))
        with log.open("ab") as output:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                start_new_session=True,
                env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.environ.get("PATH", "")},
            )
        self._process = process
        assert process.stdin is not None
        process.stdin.write(self._input(port))
        process.stdin.close()
        deadline = time.monotonic() + START_TIMEOUT
        while process.poll() is None:
            if self._is_ready(port):
                return True
            if time.monotonic() > deadline:
                self.stop()
                raise ServerFailed(f"{self.name} was not ready in time: {self._log_tail()}")
            time.sleep(0.02)
        self._process = None
        return False

    def _log_tail(self) -> str:
        return self._file("log").read_text(encoding="utf-8", errors="replace")[-2000:]

    def _prepare(self) -> None:
        raise NotImplementedError

    def _command(self, port: int) -> list[str]:
        raise NotImplementedError

    def _input(self, port: int) -> bytes:
        return b""

    def _is_ready(self, port: int) -> bool:
        raise NotImplementedError

    def _url(self, port: int) -> str:
        raise NotImplementedError


def write_private(path: Path, text: str) -> None:
    """Writes a file of mode 600, whole or not at all."""
    scratch = path.with_name(f"{path.name}.{os.getpid()}.new")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    scratch.replace(path)


def _free_port(wanted: int) -> int:
    """`wanted` where nobody listens on it, else any free one."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise ServerFailed("no free port on 127.0.0.1")


def _unless_gone(_function: object, _path: str, failure: tuple[type[BaseException], BaseException, object]) -> None:
    """A server that another owner has just stopped deletes its last files by itself."""
    if not isinstance(failure[1], FileNotFoundError):
        raise failure[1]
