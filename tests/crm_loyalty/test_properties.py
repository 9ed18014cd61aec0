"""Any sequence of steps, one after the other against a model, and all at once on sixteen connections."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_loyalty import ledger, services
from crm_loyalty.services import Purchase
from guanxi import GuanxiError, clock, fetch, fetch_value
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import JAN_31

pytestmark = pytest.mark.asyncio(loop_scope="module")

Step = tuple[str, int]
_KINDS = ("earn", "redeem", "hold", "capture", "release", "reverse", "take_back", "adjust", "expire", "wait")
_STEPS = st.lists(st.tuples(st.sampled_from(_KINDS), st.integers(1, 60)), min_size=3, max_size=25)
_RUNS = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    print_blob=True,
)
_sources = itertools.count(1)


class Shop:
    """Steps on one customer. What has been booked so far is chosen from by number."""

    def __init__(self, customer: int) -> None:
        self.customer = customer
        self.purchases: list[str] = []
        self.holds: list[int] = []
        self.redemptions: list[int] = []

    async def do(self, kind: str, number: int) -> None:
        source = f"s:{next(_sources)}"
        match kind:
            case "earn":
                self.purchases.append(source)
                purchase = Purchase(self.customer, number * 100, "CNY", source, clock.now())
                await services.earn_for_purchases([purchase])
            case "redeem":
                self.redemptions.append((await services.redeem(self.customer, number, source)).entry_id)
            case "hold":
                self.holds.append((await services.hold(self.customer, number, source)).hold_id)
            case "capture" if self.holds:
                hold_id = self.holds[number % len(self.holds)]
                self.redemptions.append((await services.capture(hold_id, number)).entry_id)
            case "release" if self.holds:
                await services.release(self.holds[number % len(self.holds)])
            case "reverse" if self.redemptions:
                await services.reverse(self.redemptions[number % len(self.redemptions)], source, number)
            case "take_back" if self.purchases:
                await services.take_back(self.purchases[number % len(self.purchases)], number * 30, source)
            case "adjust":
                await services.adjust(self.customer, 30 - number or 1, source, reason="Test")
            case "expire":
                await ledger.expire(0, 100)

    async def attempt(self, kind: str, number: int) -> bool:
        """False where it was refused; anything but a refusal is a failure of the test."""
        try:
            await self.do(kind, number)
        except GuanxiError as error:
            assert error.status in (404, 409), error
            return False
        return True


async def stored(customer: int) -> tuple[int, int, int, int]:
    row = await fetch(
        "SELECT a.balance, a.held, a.debt, m.growth FROM crm_loyalty_member m"
        " JOIN crm_loyalty_account a ON a.member_id = m.id WHERE m.customer_id = $1",
        customer,
    )
    return tuple(row[0]) if row else (0, 0, 0, 0)


async def check(customer: int) -> None:
    balance, held, debt, growth = await stored(customer)
    assert min(held, debt, growth) >= 0
    assert balance + debt >= held, "what can be spent never falls below zero (B2)"
    assert await services.ledger_differences() == [], "the ledger gives the stored figures again (B1)"
    over = await fetch_value(
        "SELECT count(*) FROM crm_loyalty_entry o WHERE o.kind = 'redeem' AND -o.points <"
        " (SELECT sum(e.points) FROM crm_loyalty_entry e WHERE e.reverses_id = o.id AND e.kind = 'reverse_redeem')"
    )
    assert over == 0, "reversals never exceed the redemption (B4)"


@_RUNS
@given(steps=_STEPS)
async def test_steps_in_any_order_keep_the_ledger(make_customer: MakeCustomer, steps: list[Step]) -> None:
    """`wait` lets months pass, so that lots and holds end in between."""
    customer = await make_customer()
    shop, now = Shop(customer), JAN_31
    for kind, number in steps:
        now += timedelta(days=number * 5) if kind == "wait" else timedelta(seconds=1)
        with clock.travel(now):
            before = await stored(customer)
            done = await shop.attempt(kind, number)
            after = await stored(customer)
            if not done:
                assert after == before, "what is refused changes nothing"
            elif kind == "earn":
                assert after[3] == before[3] + number
            elif kind == "redeem":
                assert after[0] <= before[0] - number
            await check(customer)


@_RUNS
@given(steps=st.lists(_STEPS, min_size=4, max_size=8))
async def test_steps_at_once_keep_the_ledger(make_customer: MakeCustomer, steps: list[list[Step]]) -> None:
    """Several sequences on two customers, interleaved by the database's own locks."""
    shops = [Shop(await make_customer()) for _n in range(2)]
    for shop in shops:
        await shop.do("earn", 60)

    async def sequence(n: int, own: list[Step]) -> None:
        for kind, number in own:
            await shops[n % 2].attempt(kind, number)

    work: list[Awaitable[None]] = [sequence(n, own) for n, own in enumerate(steps)]
    await asyncio.gather(*work)
    for shop in shops:
        await check(shop.customer)
