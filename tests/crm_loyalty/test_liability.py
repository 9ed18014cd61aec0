"""The roll-forward ties month by month to the balances, whatever happened (money.md B15)."""

from __future__ import annotations

from datetime import date

import pytest

from crm_loyalty import services
from crm_loyalty.errors import NoSuchType
from crm_loyalty.liability import Month, liability
from crm_loyalty.merging import FOLLOWER
from crm_loyalty.services import Purchase
from guanxi import clock, fetch_value
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import at, run_expiry, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_every_movement_has_its_column(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    with clock.travel(at(2025, 9, 30, 23, 59)):
        await services.earn_for_purchases([Purchase(one, 100_000, "CNY", "order:1", clock.now())])
        await services.earn(other, 40, "order:2")
    with clock.travel(at(2025, 10, 1)):
        await services.adjust(one, 50, "gift:1", reason="Sorry")
        spent = await services.redeem(one, 300, "shop:1")
        await services.reverse(spent.entry_id, "back:1", 100)
    with clock.travel(at(2026, 2, 15)), with_settings(take_back="debt"):
        await services.take_back("order:1", 50_000, "refund:1")
        await services.adjust(one, -10, "fix:1", reason="Typo")
        assert FOLLOWER.move is not None
        await FOLLOWER.move(other, one)
    with clock.travel(at(2026, 10, 2)):
        expired = await run_expiry()
        found = await liability()
    rows = {month.first: month for month in found.months}
    assert len(rows) == 12 and min(rows) == date(2025, 11, 1)
    assert rows[date(2025, 11, 1)] == Month(date(2025, 11, 1), 890, 0, 0, 0, 0, 0, 890)
    assert rows[date(2026, 2, 1)] == Month(date(2026, 2, 1), 890, 0, 0, 0, 0, -510, 380)
    assert rows[date(2026, 10, 1)] == Month(date(2026, 10, 1), 380, 0, 0, 0, -expired, 0, 0)
    for before, after in zip(found.months, found.months[1:], strict=False):
        assert before.closing == after.opening
    assert (
        found.outstanding
        == found.months[-1].closing
        == await fetch_value("SELECT sum(balance) FROM crm_loyalty_account")
    )
    with clock.travel(at(2025, 10, 20)):
        early = {month.first: month for month in (await liability()).months}
    assert early[date(2025, 9, 1)] == Month(date(2025, 9, 1), 0, 1_040, 0, 0, 0, 0, 1_040)
    assert early[date(2025, 10, 1)] == Month(date(2025, 10, 1), 1_040, 0, 50, -200, 0, 0, 890)


async def test_breakage_follows_what_expired_before(customer: int) -> None:
    with clock.travel(at(2025, 1, 10)):
        await services.earn(customer, 400, "order:1")
        await services.redeem(customer, 300, "shop:1")
    with clock.travel(at(2026, 6, 1)), with_settings(worth=1_000):
        await services.earn(customer, 1_001, "order:2")
        assert await run_expiry() == 100
        found = await liability()
    assert (found.outstanding, found.breakage, found.expected) == (1_001, 250, 751)
    assert (found.value, found.currency) == (751, "CNY"), "a point costs one fen"


async def test_points_that_are_not_valued_have_no_cost(customer: int) -> None:
    await services.earn(customer, 10, "order:1")
    found = await liability()
    assert (found.outstanding, found.breakage, found.value) == (10, 0, None)
    with pytest.raises(NoSuchType):
        await liability("miles")
