"""Lotteries: what is drawn, how often, and that anybody can check it."""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta

import asyncpg
import pytest
from hypothesis import given, strategies as st

from crm_loyalty import services as points
from crm_loyalty.errors import NotEnoughPoints
from crm_offers import fairness, jobs, lotteries, services
from crm_offers.choices import CampaignState, PrizeKind
from crm_offers.errors import DailyDrawsUsed, LotteryNotOpen, NoDrawLeft, OddsWrong, OneNothing, SourceTaken
from crm_offers.models import Campaign
from guanxi import Conflict, clock, execute, fetch, fetch_row, fetch_value, update
from guanxi.context import Company
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import NOTHING, at, campaign, figures, lottery, run_job

pytestmark = pytest.mark.asyncio(loop_scope="module")
SEED = bytes(range(32))
_ROLL = "SELECT crm_offers_roll($1, $2, $3, $4)"


@given(st.binary(min_size=32, max_size=32), st.integers(1, 10**6), st.from_regex(r"[A-Z]\d{4}-\d{5}", fullmatch=True))
async def test_the_roll_is_hmac_as_the_page_says(seed: bytes, number: int, entrant: str) -> None:
    digest = hmac.new(seed, f"{number}:{entrant}:0".encode(), hashlib.sha256).digest()
    value = int.from_bytes(digest, "big") >> 192 & (2**63 - 1)
    assert value >= 9_223_372_036_854_000_000 or fairness.roll(seed, number, entrant) == value % 1_000_000


async def test_the_database_rolls_the_same(program: Company) -> None:
    inner, outer = fairness.padded(SEED)
    for n in range(1, 300):
        entrant = f"C2026-{n * 37:05}"
        assert await fetch_value(_ROLL, inner, outer, n, entrant) == fairness.roll(SEED, n, entrant)


async def test_the_rolls_of_a_seed_are_even_by_chi_square() -> None:
    """20 equal classes, 40,000 draws: 19 degrees of freedom; 43.8 is passed once in a thousand seeds."""
    classes = [0] * 20
    for n in range(1, 40_001):
        classes[fairness.roll(SEED, n, f"C2026-{n % 977:05}") // 50_000] += 1
    assert sum((seen - 2000) ** 2 / 2000 for seen in classes) < 43.8


async def test_prizes_come_as_their_odds_say_by_chi_square() -> None:
    prizes = [(1, 2_000), (2, 98_000), (3, 200_000), (4, 700_000)]
    seen = dict.fromkeys((1, 2, 3, 4), 0)
    for n in range(1, 50_001):
        seen[fairness.prize_at(fairness.roll(SEED, n, "C2026-00001"), prizes)] += 1
    expected = {id: odds / 20 for id, odds in prizes}
    assert sum((seen[id] - expected[id]) ** 2 / expected[id] for id in seen) < 16.3  # 3 degrees of freedom
    assert [fairness.prize_at(roll, prizes) for roll in (0, 1999, 2000, 99_999, 100_000, 999_999)] == [1, 1, 2, 2, 3, 4]


async def test_a_lottery_is_drawn_told_and_checked(program: Company, make_customer: MakeCustomer) -> None:
    id = await lottery(
        {"name": "Cup", "kind": "text", "odds": 300_000, "stock": 3},
        {"name": "Nothing", "kind": "nothing", "odds": 700_000},
    )
    customers = [await make_customer() for _n in range(4)]
    for n in range(40):
        await services.draw(id, customers[n % 4], f"d:{n}")
    with pytest.raises(Conflict):
        await services.verify(id)
    assert await fetch_value("SELECT seed FROM crm_offers_lottery") == ""
    await lotteries.end(id)
    row = await fetch_row("SELECT seed, seed_hash, draws FROM crm_offers_lottery")
    assert row is not None and hashlib.sha256(bytes.fromhex(row["seed"])).hexdigest() == row["seed_hash"]
    assert (row["draws"], await services.verify(id)) == (40, [])
    with pytest.raises(LotteryNotOpen):
        await services.draw(id, customers[0], "d:40")
    given_out = await fetch(
        "SELECT p.name, p.given, count(d.id) AS n FROM crm_offers_prize p"
        " LEFT JOIN crm_offers_draw d ON d.given_id = p.id GROUP BY p.id ORDER BY p.id"
    )
    assert all(row["given"] == row["n"] for row in given_out) and given_out[0]["n"] == 3
    gone = await fetch_value("SELECT count(*) FROM crm_offers_draw WHERE drawn_id <> given_id")
    assert (
        gone
        == await fetch_value(
            "SELECT count(*) FROM crm_offers_draw d JOIN crm_offers_prize p ON p.id = d.drawn_id WHERE p.name = 'Cup'"
        )
        - 3
    )


async def test_a_draw_that_was_changed_is_found(program: Company, make_customer: MakeCustomer) -> None:
    id, customer = await lottery(NOTHING), await make_customer()
    for n in range(5):
        await services.draw(id, customer, f"d:{n}")
    await lotteries.end(id)
    for sql in ("UPDATE crm_offers_draw SET roll = 1", "DELETE FROM crm_offers_draw", "TRUNCATE crm_offers_draw"):
        with pytest.raises(asyncpg.PostgresError):
            await execute(sql)
    await execute("ALTER TABLE crm_offers_draw DISABLE TRIGGER USER")
    try:
        await execute("UPDATE crm_offers_draw SET roll = (roll + 1) % 1000000 WHERE number = 2")
        await execute("DELETE FROM crm_offers_draw WHERE number = 4")
    finally:
        await execute("ALTER TABLE crm_offers_draw ENABLE TRIGGER USER")
    assert await services.verify(id) == [2, 4]
    draws = [fairness.PastDraw(1, "C", fairness.roll(SEED, 1, "C"), 1)]
    assert fairness.wrong_draws(SEED, fairness.hash_of_seed(SEED), [(1, 10**6)], draws, 1) == []
    assert fairness.wrong_draws(bytes(32), fairness.hash_of_seed(SEED), [(1, 10**6)], draws, 1) == [0]
    assert fairness.wrong_draws(SEED, fairness.hash_of_seed(SEED), [(1, 10**6)], draws * 2, 1) == []
    assert fairness.wrong_draws(SEED, fairness.hash_of_seed(SEED), [(1, 10**6)], draws, 2) == [2]


async def test_only_a_million_is_published(program: Company) -> None:
    with pytest.raises(OddsWrong) as caught:
        await lottery({"name": "Cup", "kind": "text", "odds": 1}, {**NOTHING, "odds": 999_998})
    assert "999999" in str(caught.value)
    with pytest.raises(OneNothing):
        await lottery({"name": "Cup", "kind": "text", "odds": 1_000_000})
    with pytest.raises(OneNothing):
        await lottery({**NOTHING, "stock": 9})
    with pytest.raises(OneNothing):
        await lottery({**NOTHING, "odds": 0}, NOTHING)
    assert await fetch_value("SELECT count(*) FROM crm_offers_lottery WHERE state <> 'draft'") == 0


async def test_a_published_lottery_does_not_change(program: Company) -> None:
    await lottery(NOTHING)
    for sql in (
        "UPDATE crm_offers_prize SET odds = 1",
        "UPDATE crm_offers_prize SET name = 'x', given = given",
        "DELETE FROM crm_offers_prize",
        "UPDATE crm_offers_lottery SET seed_hash = repeat('0', 64)",
        "UPDATE crm_offers_lottery SET per_day = 5",
        "UPDATE crm_offers_lottery SET state = 'draft'",
        "INSERT INTO crm_offers_prize (revision, created_at, updated_at, lottery_id, name, name_zh, kind, odds, points,"
        " given) SELECT 1, now(), now(), lottery_id, 'x', '', 'text', 0, 0, 0 FROM crm_offers_prize",
    ):
        with pytest.raises(asyncpg.PostgresError):
            await execute(sql)


async def test_limits_a_day_and_in_all(program: Company, make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    with clock.travel(at(2027, 3, 10, 23, 50)):
        id = await lottery(NOTHING, per_day=1, per_customer=2)
        first = await services.draw(id, customer, "d:1")
        assert await services.draw(id, customer, "d:1") == first
        with pytest.raises(DailyDrawsUsed):
            await services.draw(id, customer, "d:2")
        with pytest.raises(SourceTaken):
            await services.draw(id, await make_customer(), "d:1")
    with clock.travel(at(2027, 3, 11, 0, 5)):
        assert (await services.draw(id, customer, "d:3")).number == 2
    with clock.travel(at(2027, 3, 12, 0, 5)), pytest.raises(NoDrawLeft):
        await services.draw(id, customer, "d:4")


async def test_a_lottery_has_its_time_and_ends_by_itself(program: Company, make_customer: MakeCustomer) -> None:
    customer, now = await make_customer(), clock.now()
    id = await lottery(NOTHING, starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2))
    with pytest.raises(LotteryNotOpen):
        await services.draw(id, customer, "d:1")
    with clock.travel(now + timedelta(minutes=61)):
        await services.draw(id, customer, "d:1")
        await run_job(jobs.END_LOTTERIES)
        assert await fetch_value("SELECT state FROM crm_offers_lottery") == "published"
    with clock.travel(now + timedelta(minutes=121)):
        with pytest.raises(LotteryNotOpen):
            await services.draw(id, customer, "d:2")
        await run_job(jobs.END_LOTTERIES)
    assert await fetch_value("SELECT state FROM crm_offers_lottery") == "ended"
    assert await services.verify(id) == []


async def test_a_coupon_as_a_prize_is_issued_with_the_draw(program: Company, make_customer: MakeCustomer) -> None:
    of = await campaign(stock=2, per_customer=1)
    id = await lottery({"name": "Five off", "kind": "coupon", "odds": 10**6, "campaign": of}, {**NOTHING, "odds": 0})
    one, two, three = [await make_customer() for _n in range(3)]
    won = await services.draw(id, one, "d:1")
    assert (won.kind, won.out_of_stock) == (PrizeKind.COUPON, False)
    assert await fetch_value("SELECT customer_id FROM crm_offers_coupon WHERE code = $1", won.code) == one
    again = await services.draw(id, one, "d:2")
    assert (again.kind, again.out_of_stock, again.code) == (PrizeKind.NOTHING, True, "")
    await services.draw(id, two, "d:3")
    assert (await services.draw(id, three, "d:4")).kind is PrizeKind.NOTHING
    assert (await figures(of))[0] == 2
    await update(Campaign, of, {"state": CampaignState.CLOSED})
    assert (await services.draw(id, three, "d:5")).out_of_stock
    assert [row["given"] for row in await fetch("SELECT given FROM crm_offers_prize ORDER BY id")] == [2, 3]
    await lotteries.end(id)
    assert await services.verify(id) == []
    assert await services.campaign_differences() == []


async def test_tickets_for_points_and_points_as_prizes(program: Company, make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    await points.earn(customer, 50, "order:1")
    id = await lottery(
        {"name": "Points", "kind": "points", "odds": 10**6, "stock": 1, "points": 30},
        {**NOTHING, "odds": 0},
        ticket_points=20,
        per_customer=3,
    )
    first = await services.draw(id, customer, "d:1")
    assert await services.draw(id, customer, "d:1") == first
    assert (first.points, (await points.balance(customer)).balance) == (30, 60)
    await services.draw(id, customer, "d:2")
    await services.draw(id, customer, "d:3")
    with pytest.raises(NoDrawLeft):
        await services.draw(id, customer, "d:4")
    assert (await points.balance(customer)).balance == 20
    poor = await make_customer()
    await points.earn(poor, 19, "order:2")
    with pytest.raises(NotEnoughPoints):
        await services.draw(id, poor, "d:5")
    assert await fetch_value("SELECT draws FROM crm_offers_lottery") == 3
    assert await points.ledger_differences() == []
