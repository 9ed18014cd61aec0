"""`python -m crm_bank.formats.child <seconds>`: order on stdin, answer on stdout, limited memory and time."""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys

import msgspec

from crm_bank.formats.errors import FileTooLarge, StatementError
from crm_bank.formats.messages import Answer, Order
from crm_bank.formats.model import MAX_BYTES, MAX_LINES
from crm_bank.formats.reading import read_statements

NICE = 5
MEMORY = 2048 * 1024 * 1024


def main() -> None:
    seconds = int(sys.argv[1])
    gc.disable()  # one file, then the process ends
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(seconds + 5)  # SIGALRM ends the process, should the parent be gone
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer(order)))


def answer(order: Order) -> Answer:
    try:
        return Answer(read_statements(order.content, order.columns, order.currency))
    except StatementError as error:
        return Answer(code=error.code, params=error.params)
    except MemoryError:
        return Answer(code=FileTooLarge.code, params={"megabytes": MAX_BYTES >> 20, "lines": MAX_LINES})


if __name__ == "__main__":
    main()
