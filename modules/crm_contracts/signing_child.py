"""The process that signs PDFs and reads certificates: `python -m crm_contracts.signing_child`.

It reads one order from stdin, answers on stdout and ends: keys stay in no long-lived process, and a file that would
keep it busy for ever is killed.
"""

from __future__ import annotations

import resource
import sys

import msgspec

from crm_contracts.key_pairs import NoKeyPair, read_pkcs12, self_made
from crm_contracts.signing_messages import Answer, Finish, MakePair, Order

MEMORY = 1024 * 1024 * 1024
SECONDS = 30
"""of processor time"""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    sys.stdout.buffer.write(msgspec.msgpack.encode(_answer(order)))


def _answer(order: Order) -> Answer:
    if isinstance(order, Finish):
        from crm_contracts.pdf_signing import finish  # late: it takes half a second

        return Answer(pdf=finish(order.pdf, order.evidence, order.at, order.pair, order.reason))
    if isinstance(order, MakePair):
        return Answer(pair=self_made(order.name, order.now))
    try:
        return Answer(pair=read_pkcs12(order.content, order.password))
    except NoKeyPair as error:
        return Answer(failure=error.failure)


if __name__ == "__main__":
    main()
