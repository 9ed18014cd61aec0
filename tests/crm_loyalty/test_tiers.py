"""Tiers by windows: against a model for each measure and window, at once, killed in between, at the ends of months."""

from __future__ import annotations

import asyncio
import itertools
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_loyalty import jobs, ledger, services, tiering
from crm_loyalty.errors import TierNotGiven
from crm_loyalty.services import Purchase
from guanxi import InvalidInput, clock, enqueue, execute, fetch, fetch_value
from guanxi.jobs.worker import run_pending
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import at
from tests.crm_loyalty.tiers import NAMES, Bought, MemberModel, Program, changes, stored, tiers_made

pytestmark = pytest.mark.asyncio(loop_scope="module")
_sources = itertools.count(1)
_RUNS = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    print_blob=True,
)
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(("buy", "buy", "buy", "late", "refund", "wait", "wait", "give", "job")), st.integers(1, 60)
    ),
    min_size=4,
    max_size=22,
)


async def buy(customer: int, fen: int, when: datetime | None = None) -> str:
    source = f"t:{next(_sources)}"
    await services.earn_for_purchases([Purchase(customer, fen, "CNY", source, when or clock.now())])
    return source


async def tier_id(name: str) -> int:
    return int(await fetch_value("SELECT id FROM crm_loyalty_tier WHERE name = $1", name))


async def review() -> int:
    """Runs the nightly job; how many members it changed."""
    id = await enqueue(jobs.REVIEW_TIERS)
    await run_pending()
    row = (await fetch("SELECT state, result FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done"
    return int(row["result"]["members"])


class Shop:
    """One customer, in the database and in the model."""

    def __init__(self, customer: int, program: Program) -> None:
        self.customer, self.model = customer, MemberModel(program)
        self.sources: list[str] = []

    async def do(self, kind: str, number: int) -> bool:
        """Whether the member is up to date by it alone."""
        now, model = clock.now(), self.model
        match kind:
            case "buy" | "late":
                fen = number * 37
                when = now - timedelta(days=number * 5) if kind == "late" else now
                if fen < 100:
                    return False  # such purchases earn nothing
                self.sources.append(await buy(self.customer, fen, when))
                model.advance(now)
                model.bought.append(Bought(when, now, fen))
                model.touch(now)
            case "refund" if self.sources:
                n = number % len(self.sources)
                await services.take_back(self.sources[n], number * 20, f"t:{next(_sources)}")
                model.advance(now)
                model.bought[n].refunds.append((now, number * 20))
                model.touch(now)
            case "give" if self.sources:
                level, last = (
                    number % len(NAMES),
                    now.astimezone(at(2026, 1, 1).tzinfo).date() + timedelta(days=number * 7),
                )
                await tiering.give(self.customer, await tier_id(NAMES[level]), last, "Paid")
                model.advance(now)
                model.touch(now)
                model.give(level, at(last.year, last.month, last.day) + timedelta(days=1))
            case "job" if self.sources:
                await ledger.review_tiers(0, 10_000)
                model.advance(now)
            case _:
                return False
        return True

    async def check(self) -> None:
        model = self.model
        assert await stored(self.customer) == (NAMES[model.level], NAMES[model.earned], model.review_on)
        assert await changes(self.customer) == model.changes
        member_id = (await services.balance(self.customer)).member_id
        assert member_id not in await services.ledger_differences(), "others may be of tiers made in another way"


@pytest.mark.parametrize("period", ["all_time", "rolling", "calendar"])
@pytest.mark.parametrize("measure", ["growth", "spend", "count"])
@_RUNS
@given(
    steps=_STEPS,
    start=st.sampled_from((date(2026, 1, 31), date(2027, 12, 31), date(2028, 2, 29))),
    terms=st.tuples(
        st.integers(0, 13), st.sampled_from((0, 10, 40)), st.sampled_from(("figure", "one")), st.integers(1, 14)
    ),
)
async def test_the_ledger_gives_the_tier_of_the_model(
    make_customer: MakeCustomer,
    measure: str,
    period: str,
    steps: list[tuple[str, int]],
    start: date,
    terms: tuple[int, int, str, int],
) -> None:
    """`wait` lets weeks pass, so that reviews come and go before anybody looks."""
    keep, grace, step, months = terms
    program = Program(measure, period, months, keep if period == "all_time" else max(1, keep), grace, step)
    async with tiers_made(program):
        shop, now = Shop(await make_customer(), program), at(start.year, start.month, start.day, 22)
        for kind, number in steps:
            now += timedelta(days=number * 6, hours=5) if kind == "wait" else timedelta(minutes=7)
            with clock.travel(now):
                if await shop.do(kind, number):
                    await shop.check()
        if shop.sources:
            with clock.travel(now + timedelta(days=900)):
                await shop.do("job", 1)
                await shop.check()
