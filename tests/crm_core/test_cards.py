"""Cards of the home page: exact figures, and links to exactly those customers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crm_core import cards
from guanxi import clock, execute, use_actor, use_locale
from guanxi.db import count_statements
from tests.crm_core.support import MANAGER, customer, user
from tests.links import behind

pytestmark = pytest.mark.usefixtures("inside")
NOON = datetime(2026, 6, 15, 4, tzinfo=UTC)
FOLLOW_UPS, CUSTOMERS = cards.CARDS


async def _created(name: str, at: datetime, **values: object) -> int:
    made = await customer(name, **values)
    await execute("UPDATE crm_core_customer SET created_at = $2 WHERE id = $1", made.id, at)
    return int(made.id)


async def test_customers_by_stage_and_new_ones_by_month() -> None:
    manager, seller = await user("Manager", MANAGER), await user("Seller")
    with clock.travel(NOON), use_actor(manager):
        await _created("a", datetime(2026, 5, 31, 16, 30, tzinfo=UTC), owner=seller.id)  # June 1 in Shanghai
        await _created("b", datetime(2026, 5, 31, 15, 30, tzinfo=UTC))
        await _created("c", datetime(2025, 12, 31, 15, tzinfo=UTC), owner=seller.id)
        await _created("d", NOON, archived=True)
        with use_locale("en"), count_statements() as counted:
            shown = await CUSTOMERS.load()
        assert counted.count == 1
        assert [figure.value for figure in shown.figures] == ["3", "0", "0", "0"]
        assert {row["name"] for row in await behind(shown.figures[0].href)} == {"a", "b", "c"}
        chart = shown.chart
        assert chart is not None
        assert chart.labels == ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
        assert chart.series[0].values == [0, 0, 0, 0, 1, 1]
        assert [[row["name"] for row in await behind(href)] for href in chart.hrefs[4:]] == [["b"], ["a"]]
        with use_actor(seller):
            own = await CUSTOMERS.load()
            assert own.figures[0].value == "2" and own.chart is not None
            assert own.chart.series[0].values == [0, 0, 0, 0, 0, 1]
            assert [row["name"] for row in await behind(own.chart.hrefs[5])] == ["a"]


async def test_nobody_yet() -> None:
    assert str((await CUSTOMERS.load()).empty) == "No customers yet."


async def test_ones_own_follow_ups_that_are_due() -> None:
    seller, other = await user("Seller"), await user("Other")
    with clock.travel(NOON):
        for name, owner, day in (
            ("late", seller.id, date(2026, 6, 1)),
            ("today", seller.id, date(2026, 6, 15)),
            ("tomorrow", seller.id, date(2026, 6, 16)),
            ("theirs", other.id, date(2026, 6, 1)),
        ):
            made = await customer(name, owner=owner)
            await execute("UPDATE crm_core_customer SET next_contact_on = $2 WHERE id = $1", made.id, day)
        with use_actor(seller):
            shown = await FOLLOW_UPS.load()
            assert shown.figures[0].value == "2" and shown.table is not None
            assert [row[0] for row in shown.table.rows] == ["late", "today"]
            assert {row["name"] for row in await behind(shown.figures[0].href)} == {"late", "today"}
