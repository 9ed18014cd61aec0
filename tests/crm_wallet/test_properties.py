"""Any sequence of steps, one after the other and at once over sixteen connections: parts apart, never below zero."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_wallet import ledger, services
from guanxi import GuanxiError, clock, fetch, fetch_row
from tests.crm_wallet.conftest import MakeCustomer
from tests.crm_wallet.support import JAN_31, make_offer, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

_RUNS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
Step = tuple[str, int]
_STEP = st.tuples(
    st.sampled_from(
        ("top_up", "offer", "spend", "spend", "hold", "capture", "release", "give_back", "refund", "adjust", "days")
    ),
    st.integers(min_value=1, max_value=700),
)
_STEPS = st.lists(_STEP, min_size=1, max_size=25)
_numbers = itertools.count(1)


class Till:
    """Does steps for one customer; picks holds and spends among its own by the number."""

    def __init__(self, customer: int, offer: int) -> None:
        self.customer, self.offer = customer, offer
        self.holds: list[int] = []
        self.spends: list[int] = []

    async def attempt(self, kind: str, number: int) -> bool:
        try:
            await self.do(kind, number)
        except GuanxiError as error:
            assert error.status in (404, 409), error
            return False
        return True

    async def do(self, kind: str, number: int) -> None:
        source = f"prop:{next(_numbers)}"
        match kind:
            case "top_up":
                await services.top_up(self.customer, number, "CNY", source)
            case "offer":
                await services.top_up(self.customer, 300, "CNY", source, offer_id=self.offer)
            case "spend":
                self.spends.append((await services.spend(self.customer, number, "CNY", source)).entry_id)
            case "hold":
                self.holds.append((await services.hold(self.customer, number, "CNY", source)).hold_id)
            case "capture" if self.holds:
                booked = await services.capture(self.holds[number % len(self.holds)], number % 200 or None)
                self.spends.append(booked.entry_id)
            case "release" if self.holds:
                await services.release(self.holds[number % len(self.holds)])
            case "give_back" if self.spends:
                await services.give_back(self.spends[number % len(self.spends)], source, number % 300 or None)
            case "refund":
                await services.cash_refund(self.customer, number, "CNY", source)
            case "adjust":
                row = await fetch_row("SELECT id FROM crm_wallet_wallet WHERE customer_id = $1", self.customer)
                if row is not None:
                    part = number - 350
                    await ledger.adjust(
                        row["id"], part if number % 2 else 0, 0 if number % 2 else part or 1, source, ""
                    )


async def check(customer: int) -> None:
    """B14, whatever was done: Σ, no part below zero, no more refunded than was paid in, each spend given back once."""
    assert await services.ledger_differences() == []
    (sums,) = await fetch(
        "SELECT coalesce(sum(e.paid) FILTER (WHERE e.paid > 0), 0) AS paid_in,"
        " coalesce(-sum(e.principal) FILTER (WHERE e.kind = 'cash_refund'), 0) AS out,"
        " coalesce(sum(e.bonus) FILTER (WHERE e.kind = 'cash_refund'), 0) AS bonus_out,"
        " coalesce(min(e.principal_after), 0) AS lowest, coalesce(min(e.bonus_after), 0) AS lowest_bonus"
        " FROM crm_wallet_entry e JOIN crm_wallet_wallet w ON w.id = e.wallet_id WHERE w.customer_id = $1",
        customer,
    )
    assert sums["out"] <= sums["paid_in"]
    assert (sums["bonus_out"], min(sums["lowest"], 0), min(sums["lowest_bonus"], 0)) == (0, 0, 0)
    over = await fetch(
        "SELECT s.id FROM crm_wallet_entry s JOIN crm_wallet_entry b ON b.reverses_id = s.id AND b.kind = 'give_back'"
        " WHERE s.kind = 'spend' GROUP BY s.id"
        " HAVING sum(b.principal) > -s.principal OR sum(b.bonus) > -s.bonus"
    )
    assert over == []


async def stored(customer: int) -> list[dict[str, Any]]:
    return [
        dict(row)
        for row in await fetch(
            "SELECT principal, bonus, held_principal, held_bonus, paid, revision FROM crm_wallet_wallet"
            " WHERE customer_id = $1",
            customer,
        )
    ]


@_RUNS
@given(steps=_STEPS, order=st.sampled_from(("proportion", "principal", "bonus")), grace=st.sampled_from((0, 30)))
async def test_any_sequence_keeps_the_ledger(
    make_customer: MakeCustomer, steps: list[Step], order: str, grace: int
) -> None:
    now = JAN_31
    with with_settings(order=order, grace_days=grace), clock.travel(now):
        till = Till(await make_customer(), await make_offer(300, 70, 20))
    for kind, number in steps:
        now += timedelta(days=number % 30) if kind == "days" else timedelta(seconds=1)
        with with_settings(order=order, grace_days=grace), clock.travel(now):
            before = await stored(till.customer)
            done = await till.attempt(kind, number)
            if not done:
                assert await stored(till.customer) == before, "what is refused changes nothing"
            await check(till.customer)


@_RUNS
@given(steps=st.lists(_STEPS, min_size=4, max_size=16))
async def test_steps_at_once_keep_the_ledger(make_customer: MakeCustomer, steps: list[list[Step]]) -> None:
    """Up to sixteen sequences on two customers, interleaved by the database's own locks."""
    offer = await make_offer(300, 70)
    tills = [Till(await make_customer(), offer) for _n in range(2)]
    for till in tills:
        await till.do("offer", 1)

    async def sequence(n: int, own: list[Step]) -> None:
        for kind, number in own:
            await tills[n % 2].attempt(kind, number)

    work: list[Awaitable[None]] = [sequence(n, own) for n, own in enumerate(steps)]
    await asyncio.gather(*work)
    for till in tills:
        await check(till.customer)


@_RUNS
@given(
    principal=st.integers(min_value=1, max_value=10**11),
    bonus=st.integers(min_value=0, max_value=10**11),
    parts=st.lists(st.integers(min_value=1, max_value=10**11), min_size=1, max_size=6),
)
async def test_splits_fit_and_come_back_whole(
    make_customer: MakeCustomer, principal: int, bonus: int, parts: list[int]
) -> None:
    with with_settings(wallet_ceiling=0):
        customer = await make_customer()
        offer = await make_offer(principal, bonus)
        await services.top_up(customer, principal, "CNY", f"prop:{next(_numbers)}", offer_id=offer)
        spent = await services.spend(
            customer, max(1, min(parts[0], principal + bonus)), "CNY", f"prop:spent:{customer}"
        )
        exact = -(spent.principal + spent.bonus) * bonus / (principal + bonus)
        assert abs(-spent.bonus - exact) <= 1
        for part in parts[1:]:
            left = -(spent.principal + spent.bonus)
            if part < left:
                await Till(customer, offer).attempt("nothing", part)
                await services.give_back(spent.entry_id, f"prop:{next(_numbers)}", min(part, left // len(parts)) or 1)
        await services.give_back(spent.entry_id, f"prop:{next(_numbers)}")
        (balance,) = await services.balances(customer)
        assert (balance.principal, balance.bonus) == (principal, bonus)
