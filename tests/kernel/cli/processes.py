"""A Guanxi of its own processes, and a look at which of them live."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

from guanxi.settings import ROOT

PATIENCE = 120.0
"""Seconds; a slow machine with many tests at once needs them."""


class Process:
    """`server.py <command>` on the data in `data`, its output kept."""

    def __init__(self, data: Path, *command: str, **environment: str) -> None:
        names = ("DATABASE_URL", "REDIS_URL", "GUANXI_ADMIN_PASSWORD", "PROMETHEUS_MULTIPROC_DIR")
        inherited = {key: value for key, value in os.environ.items() if key not in names}
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "server.py"), *command],
            env={**inherited, "GUANXI_DATA": str(data), "GUANXI_WEB_PROCESSES": "1", **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            self.lines.extend(output)

    @property
    def output(self) -> str:
        return "".join(self.lines)

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while text not in self.output:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"no {text!r} in: {self.output}")
            time.sleep(0.05)

    def wait(self) -> int:
        """The exit code. Call it when no child is left that keeps the output open."""
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def end(self) -> None:
        """However the test went."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.wait()


def descendants(pid: int) -> dict[int, str]:
    """All processes below `pid` and when each began, which tells it from a later one with its number."""
    children: dict[int, list[int]] = {}
    began = {}
    for child, parent, start in _processes():
        children.setdefault(parent, []).append(child)
        began[child] = start
    found, todo = {}, [pid]
    while todo:
        for child in children.get(todo.pop(), []):
            found[child] = began[child]
            todo.append(child)
    return found


def command_line(pid: int) -> str:
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def command_lines() -> str:
    """Of all that run; an embedded server's watcher names the data directory."""
    return subprocess.run(["ps", "-axww", "-o", "command="], capture_output=True, text=True, check=True).stdout


def wait_until_gone(processes: dict[int, str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while left := [pid for pid, _parent, start in _processes() if processes.get(pid) == start]:
        if time.monotonic() > deadline:
            raise AssertionError(f"these processes are left: {left}")
        time.sleep(0.1)


def _processes() -> list[tuple[int, int, str]]:
    """Number, parent and start of all that run; those that only wait to be reaped are left out."""
    command = ["ps", "-axo", "pid=,ppid=,stat=,lstart="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"})
    rows = [line.split(None, 3) for line in listed.stdout.splitlines()]
    return [(int(pid), int(parent), start) for pid, parent, state, start in rows if not state.startswith("Z")]


def status_of(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://localhost:{port}{path}", timeout=PATIENCE) as response:
        return int(response.status)


def named(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, text
    return found[1]
