"""Tiers by windows: against a model for each measure and window, at once, killed in between, at the ends of months."""

from __future__ import annotations

import asyncio
import itertools
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_loyalty import jobs, ledger, services, tiering
from crm_loyalty.errors import TierNotGiven
from crm_loyalty.purchases import explain
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


@pytest.mark.parametrize(("what", "number"), [("buy", 20), ("buy", 60), ("late", 20), ("refund", 20)])
async def test_what_was_given_ends_before_a_purchase_counts(
    make_customer: MakeCustomer, what: str, number: int
) -> None:
    """Also where nobody looked at the member since, and tiers follow all growth."""
    program = Program("growth", "all_time", 1, 0, 0, "figure")
    async with tiers_made(program):
        shop, now = Shop(await make_customer(), program), at(2026, 1, 31, 22)
        for kind, size, days in (("buy", 20, 0), ("give", 1, 0), (what, number, 8), ("buy", 60, 9)):
            with clock.travel(now + timedelta(days=days)):
                assert await shop.do(kind, size)
                await shop.check()


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


async def test_purchases_at_once_reach_each_tier_once(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(3)]
    async with tiers_made(Program("growth", "rolling", 12, keep=12)):
        work = [buy(customer, 500) for _n in range(12) for customer in customers]
        await asyncio.gather(*work, *(ledger.review_tiers(0, 100, everyone=True) for _n in range(4)))
        for customer in customers:
            assert (await stored(customer))[0] == "Platinum"
            rises = [("reached", "Member", "Silver"), ("reached", "Silver", "Gold"), ("reached", "Gold", "Platinum")]
            assert await changes(customer) == rises
        assert await services.ledger_differences() == []


async def test_reviews_and_purchases_at_once_agree(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(4)]
    async with tiers_made(Program("spend", "rolling", 3, keep=3, grace=5)):
        with clock.travel(at(2026, 1, 30, 12)):
            await asyncio.gather(*(buy(customer, 7_000) for customer in customers))
        with clock.travel(at(2026, 5, 6, 0, 1)):
            await asyncio.gather(
                *(ledger.review_tiers(0, 100) for _n in range(4)), *(buy(customer, 3_500) for customer in customers)
            )
            for customer in customers:
                assert await changes(customer) == [
                    ("reached", "Member", "Platinum"),
                    ("review", "Platinum", "Member"),
                    ("reached", "Member", "Gold"),
                ], "the purchase came after the grace, whoever reviewed first"
            assert await services.ledger_differences() == []


async def test_a_review_that_dies_goes_on_where_it_was(
    make_customer: MakeCustomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    customers = [await make_customer() for _n in range(7)]
    async with tiers_made(Program("count", "calendar", keep=12)):
        with clock.travel(at(2026, 3, 10, 9)):
            for customer in customers:
                await asyncio.gather(buy(customer, 100), buy(customer, 200))
        monkeypatch.setattr(jobs, "MEMBERS_AT_ONCE", 2)
        batch, batches = ledger.review_tiers, itertools.count(1)

        async def dies(*args: int, **options: bool) -> object:
            found = await batch(*args, **options)
            if next(batches) >= 3:
                raise ConnectionError  # after its statement, before its commit
            return found

        with clock.travel(at(2027, 12, 31, 23, 59)):
            assert await review() == 0, "kept to the end of the next year"
        with clock.travel(at(2028, 1, 1, 0, 10)):
            with monkeypatch.context() as patch:
                patch.setattr(ledger, "review_tiers", dies)
                await enqueue(jobs.REVIEW_TIERS)
                await run_pending()
            assert sorted([(await stored(each))[0] for each in customers]) == ["Member"] * 4 + ["Silver"] * 3
        with clock.travel(at(2028, 1, 2, 0, 10)):
            await asyncio.gather(run_pending(), review())
            assert await review() == 0
            assert await services.ledger_differences() == []
        for customer in customers:
            assert await changes(customer) == [("reached", "Member", "Silver"), ("review", "Silver", "Member")]
        days = await fetch("SELECT DISTINCT at FROM crm_loyalty_tier_change WHERE why = 'review'")
        assert [row["at"] for row in days] == [at(2028, 1, 1)], "as at its own instant, however late"


async def test_months_end_where_they_are_shorter(customer: int) -> None:
    async with tiers_made(Program("spend", "rolling", 12, keep=12, grace=1)):
        with clock.travel(at(2028, 2, 29, 23, 30)):
            await buy(customer, 3_000)
            assert await stored(customer) == ("Gold", "Gold", date(2029, 2, 28))
        with clock.travel(at(2029, 3, 1, 23, 59)):
            assert await review() == 0
        with clock.travel(at(2029, 3, 2, 12)):
            await review()
            assert await stored(customer) == ("Gold", "Gold", date(2030, 2, 28)), "twelve months before it was Feb 28"
            await buy(customer, 2_999)
            found = await services.balance(customer)
            assert (found.kept_until, found.figure, found.missing_to_keep) == (date(2030, 2, 28), 2_999, 1)
        with clock.travel(at(2030, 3, 1, 23, 59)):
            assert await review() == 0
            await buy(customer, 100)
        with clock.travel(at(2030, 3, 2)):
            await review()
            assert await stored(customer) == ("Gold", "Gold", date(2031, 2, 28)), "bought in the day of grace"
            await buy(customer, 5_000)
        with clock.travel(at(2031, 3, 2)):
            await review()
            assert await stored(customer) == ("Gold", "Gold", date(2032, 2, 29)), "counted from the first day"
        with clock.travel(at(2032, 3, 2)):
            await review()
            assert await stored(customer) == ("Member", "Member", None)
            assert await services.ledger_differences() == []
        assert [each[0] for each in await changes(customer)] == ["reached", "review"]


async def test_one_tier_down_at_a_time(customer: int) -> None:
    async with tiers_made(Program("growth", "rolling", 1, keep=1, step="one")):
        with clock.travel(at(2026, 1, 31, 12)):
            await buy(customer, 20_000)
        with clock.travel(at(2026, 5, 1)):
            await review()
            assert await changes(customer) == [
                ("reached", "Member", "Diamond"),
                ("review", "Diamond", "Platinum"),
                ("review", "Platinum", "Gold"),
            ], "the first review counts what was bought a month ago"
            whens = await fetch("SELECT at FROM crm_loyalty_tier_change WHERE why = 'review' ORDER BY id")
            assert [row["at"] for row in whens] == [at(2026, 4, 1), at(2026, 5, 1)]


async def test_a_given_tier_is_over_after_its_last_day(customer: int) -> None:
    gold = await tier_id("Gold")
    with clock.travel(at(2026, 1, 31, 12)):
        await services.earn(customer, 600, f"t:{next(_sources)}")
        assert await services.give_tier(customer, gold, date(2026, 2, 28), reason="Annual fee")
        assert not await services.give_tier(customer, gold, date(2026, 2, 28), reason="Annual fee")
        found = await services.balance(customer)
        assert (found.tier, found.kept_until, found.next_tier, found.missing) == (
            "Gold",
            date(2026, 2, 28),
            "Platinum",
            4_400,
        )
        for bad in (date(2026, 1, 30), date(2026, 3, 1)):
            with pytest.raises(InvalidInput):
                await services.give_tier(customer, gold if bad.day == 30 else 999_999, bad, reason="Wrong")
        with pytest.raises(InvalidInput):
            await services.give_tier(customer, gold, date(2026, 3, 1), reason=" ")
    with clock.travel(at(2026, 2, 28, 23, 59)):
        await review()
        assert (await services.balance(customer)).tier == "Gold"
    with clock.travel(at(2026, 3, 1, 0, 10)):
        await review()
        assert (await services.balance(customer)).tier == "Silver"
        with pytest.raises(TierNotGiven):
            await tiering.end_given(customer, "Not any more")
        await services.give_tier(customer, gold, date(2026, 3, 31), reason="Again")
        await tiering.end_given(customer, "Fee came back")
    assert await changes(customer) == [
        ("reached", "Member", "Silver"),
        ("given", "Silver", "Gold"),
        ("ended", "Gold", "Silver"),
        ("given", "Silver", "Gold"),
        ("ended", "Gold", "Silver"),
    ]
    audited = await fetch(
        "SELECT action, reason FROM guanxi_audit WHERE resource = 'crm_loyalty/members' AND action LIKE '%tier'"
        " AND record_id = $1 ORDER BY id",
        (await services.balance(customer)).member_id,
    )
    assert [tuple(row) for row in audited] == [
        ("give_tier", "Annual fee"),
        ("give_tier", "Again"),
        ("end_tier", "Fee came back"),
    ]
    assert await services.ledger_differences() == []


async def test_a_tier_given_to_nobody_makes_a_member(customer: int) -> None:
    last = clock.now().date() + timedelta(days=30)
    await services.give_tier(customer, await tier_id("Silver"), last, reason="Welcome")
    found = await services.balance(customer)
    assert (found.tier, found.growth, found.missing) == ("Silver", 0, 2_000)
    assert found.card_number


async def test_a_tier_multiplies_the_points_of_purchases_but_not_the_growth(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    await services.earn(one, 2_000, f"t:{next(_sources)}")
    await execute("UPDATE crm_loyalty_tier SET multiplier = 150 WHERE name = 'Gold'")
    try:
        source = f"t:{next(_sources)}"
        both = [services.Purchase(id, 3_399, "CNY", f"{source}:{id}", clock.now()) for id in (one, other)]
        explained = await explain(both[0])
        booked = await services.earn_for_purchases(both)
    finally:
        await execute("UPDATE crm_loyalty_tier SET multiplier = 100")
    assert sorted(each.points for each in booked) == [33, 49]
    assert [each.reward.points for each in explained] == [49]
    found = await services.balance(one)
    assert (found.balance, found.growth) == (2_049, 2_033)
    taken = await services.take_back(f"{source}:{one}", 3_399, f"{source}:back")
    assert taken is not None and taken.points == -49
    found = await services.balance(one)
    assert (found.balance, found.growth) == (2_000, 2_000)
    assert await services.ledger_differences() == []
