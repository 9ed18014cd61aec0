"""Sixteen connections at once: nothing over-allocates, numbers have no gap, all figures tie."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_receivables.close_sql import UNTIED
from crm_receivables.closing import close_month, last_month_end
from crm_receivables.posting import post_invoices
from crm_receivables.services import (
    ReversalCause,
    allocate_payment,
    credit_invoice,
    refund_payment,
    reverse_payment,
    unallocate,
    void_invoice,
)
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.writing_off import request_write_off
from guanxi import Conflict, InvalidInput, execute, fetch, fetch_value, today, transaction
from tests.crm_receivables.support import (
    an_invoice,
    assert_ties,
    count,
    figures,
    installments,
    new_customer,
    pay,
    post,
    with_settings,
)

WORKERS = 16
PROPERTY = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def together(work: Callable[[int], Awaitable[Any]], number: int = WORKERS) -> list[Any]:
    """Results, with refusals as the exceptions they are; anything else fails."""
    found = await asyncio.gather(*(work(n) for n in range(number)), return_exceptions=True)
    for result in found:
        if isinstance(result, BaseException) and not isinstance(result, Conflict | InvalidInput):
            raise result
    return found


async def test_sixteen_payments_for_one_installment() -> None:
    customer = await new_customer()
    (part,) = await installments(await post(customer, 1_000))
    payments = [await pay(customer, 100) for _n in range(WORKERS)]
    found = await together(lambda n: allocate_payment(payments[n], {part: 100}))
    assert sum(result == 100 for result in found) == 10
    assert await figures("installment", part, "allocated", "outstanding") == (1_000, 0)
    await assert_ties()


async def test_one_payment_allocated_sixteen_times() -> None:
    customer = await new_customer()
    parts = [(await installments(await post(customer, 300)))[0] for _n in range(WORKERS)]
    payment = await pay(customer, 1_000)
    found = await together(lambda n: allocate_payment(payment, {parts[n]: 300}))
    assert sum(result == 300 for result in found) == 3
    assert await figures("payment", payment, "allocated", "on_account") == (900, 100)
    await assert_ties()


async def test_oldest_first_by_everybody_at_once() -> None:
    customer = await new_customer()
    for _n in range(5):
        await post(customer, 100, 250)
    payments = [await pay(customer, 130) for _n in range(WORKERS)]
    await together(lambda n: allocate_payment(payments[n]))
    rows = await fetch("SELECT sum(allocated) AS used, sum(on_account) AS kept FROM crm_receivables_payment")
    assert tuple(rows[0]) == (1_750, WORKERS * 130 - 1_750)
    await assert_ties()


async def test_one_reference_recorded_at_once() -> None:
    customer = await new_customer()
    await post(customer, 700)
    found = await together(lambda n: pay(customer, 500, reference="WX-1", oldest=True))
    assert len(set(found)) == 1
    assert await count("payment") == 1
    assert await fetch_value("SELECT sum(allocated) FROM crm_receivables_installment") == 500
    await assert_ties()


async def test_voiding_against_paying() -> None:
    customer = await new_customer()
    invoices = [await post(customer, 100) for _n in range(8)]
    parts = [(await installments(id))[0] for id in invoices]
    payments = [await pay(customer, 100) for _n in range(8)]

    async def work(n: int) -> Any:
        if n % 2:
            return await void_invoice(invoices[n // 2])
        return await allocate_payment(payments[n // 2], {parts[n // 2]: 100})

    found = await together(work)
    for index in range(8):
        assert isinstance(found[2 * index], Conflict) != isinstance(found[2 * index + 1], Conflict)
    await assert_ties()


_STEP = st.tuples(
    st.sampled_from(
        ["pay", "oldest", "by_hand", "unallocate", "refund", "void", "post", "credit", "reverse", "write_off", "close"]
    ),
    st.integers(0, 3),
    st.integers(1, 400),
)


@PROPERTY
@given(plans=st.lists(st.lists(_STEP, min_size=1, max_size=4), min_size=WORKERS, max_size=WORKERS))
async def test_any_interleaving_keeps_every_sum(plans: list[list[tuple[str, int, int]]]) -> None:
    customer = await new_customer()
    invoices = [await post(customer, 150, 250) for _n in range(4)]
    parts = [part for id in invoices for part in await installments(id)]
    payments = [await pay(customer, 300) for _n in range(4)]

    steps: dict[str, Callable[[int, int], Awaitable[Any]]] = {
        "pay": lambda n, amount: pay(customer, amount, reference=f"R{customer}-{n}-{amount}", oldest=bool(n % 2)),
        "oldest": lambda n, amount: allocate_payment(payments[n]),
        "by_hand": lambda n, amount: allocate_payment(payments[n], {parts[n]: amount, parts[-1 - n]: 1}),
        "unallocate": lambda n, amount: unallocate(payments[n]),
        "refund": lambda n, amount: refund_payment(payments[n], amount),
        "void": lambda n, amount: void_invoice(invoices[n]),
        "post": lambda n, amount: post(customer, amount, posted_on=today()),
        "credit": lambda n, amount: credit_invoice(invoices[n], amount, reason="x"),
        "reverse": lambda n, amount: reverse_payment(payments[n], cause=ReversalCause.MISTAKE),
        "write_off": lambda n, amount: request_write_off(invoices[n], amount, "x"),
        "close": lambda n, amount: close_month(last_month_end()),
    }

    async def work(n: int) -> None:
        for kind, which, amount in plans[n]:
            try:
                await steps[kind](which, amount)
            except (Conflict, InvalidInput, asyncpg.SerializationError):
                continue

    with with_settings(ReceivablesSettings(write_off_limit=1_000)):
        await together(work)
    await assert_ties()
    assert await fetch(UNTIED, today()) == []
    await execute("UPDATE crm_receivables_close SET state = 'open'")


@PROPERTY
@given(amount=st.integers(1, 900), parts=st.lists(st.integers(1, 300), min_size=1, max_size=4))
async def test_unallocating_what_was_allocated_is_the_identity(amount: int, parts: list[int]) -> None:
    customer = await new_customer()
    invoice, payment = await post(customer, *parts), await pay(customer, amount)
    names = ("allocated", "outstanding", "total", "due_on", "status")
    before = await figures("invoice", invoice, *names), await figures("payment", payment, "allocated", "on_account")
    assert await allocate_payment(payment) == min(amount, sum(parts))
    await unallocate(payment)
    after = await figures("invoice", invoice, *names), await figures("payment", payment, "allocated", "on_account")
    assert before == after
    await assert_ties()


class _Broken(Exception):
    pass


async def test_numbers_have_no_gap_whatever_happens_to_those_who_want_one() -> None:
    customer = await new_customer()
    chance = random.Random(7)
    ends = [chance.choice(["commit", "commit", "rollback", "kill"]) for _n in range(64)]

    async def work(n: int) -> None:
        for end in ends[n::WORKERS]:
            try:
                async with transaction():
                    await post_invoices([an_invoice(customer, 100 + n) for _k in range(1 + n % 3)])
                    if end == "kill":
                        await execute("SELECT pg_terminate_backend(pg_backend_pid())")
                    if end == "rollback":
                        raise _Broken
            except _Broken:
                assert end == "rollback"
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                assert end == "kill"

    await together(work)
    rows = await fetch("SELECT number FROM crm_receivables_invoice ORDER BY number")
    expected = sum(1 + n % 3 for n in range(WORKERS) for end in ends[n::WORKERS] if end == "commit")
    assert [row["number"] for row in rows] == [f"INV-2026-{k:06}" for k in range(1, expected + 1)]
    await assert_ties()
