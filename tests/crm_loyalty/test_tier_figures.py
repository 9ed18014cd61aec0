"""What a figure of a tier change is, amounts as amounts, and a window that reads no more than itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

import crm_loyalty
from crm_core.permissions import CorePermission
from crm_loyalty import services
from crm_loyalty.models import TierProgram
from crm_loyalty.permissions import LoyaltyPermission as P
from crm_loyalty.services import Purchase
from crm_loyalty.tier_views import TIERS
from guanxi import clock, execute, fetch, fetch_value, transaction, update, use_locale
from guanxi.context import Company
from guanxi.db import migrations
from guanxi.jobs.worker import run_pending
from tests.clients import MakeClient, make_client
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.test_screens import API
from tests.crm_loyalty.test_tier_screens import USUAL, YEARLY, buy

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
FOLDER = Path(crm_loyalty.__file__).parent / "migrations"


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def usual(program: Company) -> AsyncIterator[None]:
    yield
    await update(TierProgram, 1, USUAL)


async def shown() -> list[tuple[Any, ...]]:
    rows = await fetch("SELECT measure, figure, counted, spent, currency FROM crm_loyalty_tier_change ORDER BY id")
    return [tuple(row) for row in rows]


async def test_each_figure_is_told_with_its_measure(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    one = await make_customer()
    await services.earn(one, 600, "tf:1")
    await update(TierProgram, 1, YEARLY)
    await run_pending()
    await buy(one, 250_000)
    await update(TierProgram, 1, {**USUAL, "measure": "count"})
    await run_pending()
    assert await shown() == [
        ("growth", 600, 600, None, "CNY"),
        ("spend", 0, None, 0, "CNY"),
        ("spend", 250_000, None, 250_000, "CNY"),
        ("count", 1, 1, None, "CNY"),
    ]
    client = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    row = (await client.get(f"{API}/tier_changes", params={"sort": "id"})).json()["data"][2]
    assert (row["measure"], row["figure"], row["spent"], row["currency"]) == ("spend", 250_000, 250_000, "CNY")


async def test_a_threshold_is_shown_and_hinted_as_an_amount_where_it_is_one() -> None:
    worth = "SELECT array_agg(spend ORDER BY threshold) FROM crm_loyalty_tier"
    assert await fetch_value(worth) == [None] * 5
    assert TIERS.check is not None and await TIERS.check({"threshold": "50000"}, None) == []
    await update(TierProgram, 1, YEARLY)
    assert await fetch_value(worth) == [0, 500, 2000, 5000, 10000]
    await execute("UPDATE crm_loyalty_tier SET threshold = 700 WHERE threshold = 500")
    assert await fetch_value("SELECT spend FROM crm_loyalty_tier WHERE threshold = 700") == 700
    await execute("UPDATE crm_loyalty_tier SET threshold = 500 WHERE threshold = 700")
    with use_locale("en"):
        assert [str(hint.text) for hint in await TIERS.check({"threshold": " 50000 "}, None)] == [
            "From CN¥500.00 spent on."
        ]
    for text in ("", "5.5", "-3", "x", "9" * 14, "½"):
        assert await TIERS.check({"threshold": text}, 1) == []
    await update(TierProgram, 1, {**YEARLY, "measure": "count"})
    assert await fetch_value(worth) == [None] * 5


async def test_old_figures_are_growth_only_where_tiers_were_never_made_otherwise(make_customer: MakeCustomer) -> None:
    await services.earn(await make_customer(), 600, "tf:2")
    await migrations.downgrade("crm_loyalty", FOLDER, to="16_campaigns.py")
    await migrations.upgrade("crm_loyalty", FOLDER)
    assert await shown() == [(None, 600, 600, None, "CNY")], "the program was changed by tests before"
    await migrations.downgrade("crm_loyalty", FOLDER, to="16_campaigns.py")
    await execute("UPDATE crm_loyalty_tier_program SET revision = 1")
    await migrations.upgrade("crm_loyalty", FOLDER)
    assert await shown() == [("growth", 600, 600, None, "CNY")]
    assert await services.ledger_differences() == []


async def test_a_window_reads_no_purchases_from_before_it(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    await update(TierProgram, 1, {**YEARLY, "months": 1})
    for days, count in ((400, 120), (2, 3)):
        with clock.travel(clock.now() - timedelta(days=days)):
            sold = [Purchase(customer, 500, "CNY", f"tf:{days}:{n}", clock.now()) for n in range(count)]
            await services.earn_for_purchases(sold)
    assert (await services.balance(customer)).figure == 1_500
    async with transaction():
        await execute("SET LOCAL enable_seqscan = off")
        rows = await fetch(
            "EXPLAIN SELECT 1 FROM crm_loyalty_entry WHERE kind = 'earn' AND account_id = ANY($1::bigint[])"
            " AND at >= $2 AND at < $3",
            [1, 2],
            clock.now() - timedelta(days=30),
            clock.now(),
        )
    assert any("crm_loyalty_entry_earned" in row["QUERY PLAN"] for row in rows), rows
