"""What must stay though the transaction is refused, without a second connection: it is done before, with none held.

A request that holds one connection of the pool and waits for another may wait for others that do the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from contextvars import ContextVar
from typing import Any, TypeVar

from guanxi.db.sql import in_transaction, outside_transaction, transaction

Answer = TypeVar("Answer")
_MOST = 5
"""things to do beforehand of one piece of work"""
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("guanxi_beforehand", default=None)


class _Beforehand(Exception):
    def __init__(self, key: Hashable, run: Callable[[], Awaitable[Any]]) -> None:
        super().__init__("to be done before the transaction")
        self.key, self.run = key, run


async def whole(work: Callable[[], Awaitable[Answer]]) -> Answer:
    """`work` in one transaction. Where it calls `beforehand`, it is rolled back, and starts over once that is done."""
    if in_transaction():
        return await work()
    answers: dict[Hashable, Any] = {}
    token = _answers.set(answers)
    try:
        while True:
            try:
                async with transaction():
                    return await work()
            except _Beforehand as first:
                if len(answers) >= _MOST:
                    raise RuntimeError("work that never gets past what it wants done beforehand") from first
                answers[first.key] = await first.run()
    finally:
        _answers.reset(token)


async def beforehand(key: Hashable, run: Callable[[], Awaitable[Answer]]) -> Answer:
    """The answer of `run`, which commits by itself, whatever becomes of the caller's transaction; once for each key.

    Inside `whole`, which requests of the API, forms and actions run in, the work starts over, so call it early.
    A transaction that was opened otherwise is held meanwhile, and `run` takes a second connection.
    """
    answers = _answers.get()
    if answers is None or not in_transaction():
        with outside_transaction():
            return await run()
    if key not in answers:
        raise _Beforehand(key, run)
    answer: Answer = answers[key]
    return answer
