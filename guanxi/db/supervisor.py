"""Runs one server process as an unprivileged user and stops it when whoever asked for it is gone.

A program of its own that needs the standard library only: `python -I -S supervisor.py <parent> <uid> <gid>
<stop signal> <lock file> <command> ...`. It outlives a `kill -9` of its parent by half a second, in which it
stops the server. It holds the lock file as long as the server runs. Killed itself, it takes the server along
(on Linux). A parent-death signal alone would not do: it fires when the parent's *thread* ends.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
PATIENCE = 20.0
"""Seconds that the server gets to stop by itself."""


class Stop(Exception):
    """A signal asks us to stop the server."""


def _stop(*_: object) -> None:
    raise Stop


def _become(uid: int, gid: int, stop_signal: int, supervisor: int) -> None:
    """Drops root for good, then asks for the signal: the kernel forgets that wish when the user changes."""
    if os.getuid() == 0 and uid != 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, stop_signal, 0, 0, 0)
    if os.getppid() != supervisor:
        os._exit(1)


def main(arguments: list[str]) -> int:
    parent, uid, gid, stop_signal = (int(text) for text in arguments[:4])
    lock = os.open(arguments[4], os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.chdir("/")
    me = os.getpid()
    # One thread, so nothing of the interpreter can be locked in the child.
    child = subprocess.Popen(arguments[5:], preexec_fn=lambda: _become(uid, gid, stop_signal, me))
    try:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, _stop)
        while child.poll() is None and os.getppid() == parent:
            time.sleep(0.4)
    except Stop:
        pass
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    if child.poll() is None:
        child.send_signal(stop_signal)
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
    return child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
