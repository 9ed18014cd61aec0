"""A child's side of the pipe from its supervisor: orders come in, and its end means the supervisor's end.

The supervisor writes one line of JSON, the orders, as soon as the servers run; until then the child imports
its code. Addresses with passwords travel here, in no environment and no process list. Where the supervisor
ends, even by `kill -9`, the pipe ends, and the child stops itself.
"""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Mapping
from typing import Any

from guanxi.settings import Settings, read_settings

GRACE = 10.0
"""Seconds that a child gets to finish what it is doing."""


class Control:
    """`orders` is read at once; `watch()` starts to look for the end of the supervisor."""

    def __init__(self, orders_fd: int, reports_fd: int) -> None:
        self._pipe = os.fdopen(orders_fd, "rb")
        self._reports_fd = reports_fd

    def wait_for_orders(self) -> dict[str, Any]:
        """Blocks until the supervisor has spoken; ends this process where it never will."""
        line = self._pipe.readline()
        if not line:
            os._exit(1)
        threading.Thread(target=self._watch, name="supervisor-watch", daemon=True).start()
        orders: dict[str, Any] = json.loads(line)
        return orders

    def report(self, values: Mapping[str, Any]) -> None:
        """Tells the supervisor something, once."""
        os.write(self._reports_fd, json.dumps(values).encode() + b"\n")
        os.close(self._reports_fd)

    def _watch(self) -> None:
        while self._pipe.read(1024):
            continue
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)


def settings_from(orders: Mapping[str, Any]) -> Settings:
    """The environment's settings, with the addresses of the servers that the supervisor started."""
    addresses = {key: orders[key] for key in ("DATABASE_URL", "REDIS_URL")}
    return read_settings({**os.environ, **addresses})
