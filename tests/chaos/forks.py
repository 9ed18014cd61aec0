"""Web and worker processes that start in a blink: forked from one process that has imported all the code.

A fresh interpreter takes seconds to import everything, and under a kill each half second none would ever serve.
What runs in the fork is what `server.py web` and `server.py worker` run. Started by `Forks`; its orders come in by
standard input, one line each, `web <fd>` or `worker`, and it answers with the process's number.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0


class Forks:
    """`environment`: DATABASE_URL, REDIS_URL, GUANXI_DATA. `fds`: the listening sockets to inherit."""

    def __init__(self, environment: Mapping[str, str], fds: tuple[int, ...], log: Path) -> None:
        self._log = log.open("ab")
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.chaos.forks"],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            pass_fds=fds,
            start_new_session=True,
        )
        self._lock = threading.Lock()
        self._expect("ready")

    def _expect(self, prefix: str) -> str:
        assert self._server.stdout is not None
        line = self._server.stdout.readline().strip()
        assert line.startswith(prefix), f"{line!r}; see {self._log.name}"
        return line.removeprefix(prefix).strip()

    def start(self, order: str) -> int:
        """The number of the new process."""
        assert self._server.stdin is not None
        with self._lock:
            self._server.stdin.write(f"{order}\n")
            self._server.stdin.flush()
            return int(self._expect("pid"))

    def end(self) -> None:
        """Ends everything at once."""
        with suppress(ProcessLookupError):
            os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait(PATIENCE)
        for pipe in (self._server.stdin, self._server.stdout, self._log):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()


def _main() -> None:
    from guanxi.cli.session import load_available
    from guanxi.cli.web_process import run as run_web
    from guanxi.cli.worker_process import run as run_worker
    from guanxi.settings import read_settings

    settings = read_settings()
    available = load_available(settings)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    print("ready", flush=True)
    for line in sys.stdin:
        word, _space, fd = line.strip().partition(" ")
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(0)
            code = 1
            try:
                if word == "web":
                    run_web(settings, available, os.dup(int(fd)), None)
                else:
                    run_worker(settings, available)
                code = 0
            finally:
                sys.stderr.flush()
                os._exit(code)
        print(f"pid {pid}", flush=True)
    os.killpg(os.getpid(), signal.SIGKILL)  # whoever started us is gone


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.005)


if __name__ == "__main__":
    _main()
