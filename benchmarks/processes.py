"""Server processes: started on a free port, watched through /proc, stopped whatever happens."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guanxi.settings import ROOT

_TICKS = os.sysconf("SC_CLK_TCK")
_START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Server:
    """A web server of ours, listening on `url`."""

    pid: int
    url: str


@contextmanager
def serve(command: tuple[str, ...], orders: Mapping[str, Any], folder: Path) -> Iterator[Server]:
    """Runs `python <command> --fd N`, which reads one line of JSON from stdin and ends when stdin does."""
    with socket.create_server(("127.0.0.1", 0)) as listener, (folder / "server.log").open("ab") as log:
        metrics = folder / "metrics"
        metrics.mkdir(exist_ok=True)
        process = subprocess.Popen(
            [sys.executable, *command, "--fd", str(listener.fileno())],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            pass_fds=(listener.fileno(),),
            env={**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(metrics), "GUANXI_DATA": str(folder / "data")},
        )
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(orders).encode() + b"\n")
            process.stdin.flush()
            address = f"127.0.0.1:{listener.getsockname()[1]}"
            _wait_for(process, listener.getsockname()[1], folder / "server.log")
            yield Server(process.pid, f"http://{address}")
        finally:
            _end(process)


def guanxi_web() -> tuple[str, ...]:
    """A web process as the supervisor starts it."""
    return (str(ROOT / "server.py"), "web", "--orders", "0", "--reports", "2")


def bare_web() -> tuple[str, ...]:
    return ("-m", "benchmarks.bare")


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """The socket takes connections at once; only a running server answers."""
    deadline = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=_START_SECONDS) as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            if connection.recv(12) == b"HTTP/1.1 200":
                return
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start: {log.read_text(errors='replace')[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        process.stdin.close()


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat from the third one on; none for a process that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def parent_of(pid: int) -> int:
    return int(_stat(pid)[1])


def _tree(root: int) -> list[int]:
    parents = {int(path.name): _stat(int(path.name)) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = [root]
    for pid in found:
        found += [child for child, stat in parents.items() if stat and int(stat[1]) == pid]
    return found


def cpu_seconds(*roots: int) -> float:
    """User and system time of these processes and all below them, of those that have ended too."""
    ticks = sum(sum(map(int, _stat(pid)[11:15])) for pid in {pid for root in roots for pid in _tree(root)})
    return ticks / _TICKS


def resident_megabytes(pid: int) -> float:
    """Resident memory of one process, in MB of a million bytes."""
    found = re.search(r"^VmRSS:\s+(\d+) kB$", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024 / 1e6
