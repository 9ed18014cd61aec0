"""Cards of the home page: exact figures, and links to exactly those records."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crm_core.permissions import CorePermission
from crm_receivables import cards
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Company, clock, use_actor, use_locale
from guanxi.db import count_statements
from tests.crm_receivables.support import new_customer, pay, post, user
from tests.links import behind

pytestmark = pytest.mark.asyncio(loop_scope="module")
NOON = datetime(2026, 6, 15, 4, tzinfo=UTC)
BY_MONTH, OVERDUE = cards.HOME


async def test_what_is_open_by_age(inside: Company) -> None:
    seller = await user("seller", ReceivablesPermission.READ, CorePermission.READ)
    mine, other = await new_customer("甲", seller.id), await new_customer("乙")
    with clock.travel(NOON), use_locale("en"):
        for amount, day in (
            (100, date(2026, 6, 22)),
            (200, date(2026, 6, 21)),
            (300, date(2026, 6, 15)),
            (4_000, date(2026, 6, 14)),
            (5_000, date(2026, 5, 16)),
            (60_000, date(2026, 5, 15)),
            (70_000, date(2026, 3, 17)),
            (800_000, date(2026, 3, 16)),
        ):
            await post(other, amount, posted_on=date(2026, 1, 1), due_on=day)
        await post(mine, 99, posted_on=date(2026, 1, 1), due_on=date(2026, 6, 1), currency="USD")
        await pay(other, 1_000, on=date(2026, 6, 15), oldest=True)
        with count_statements() as counted:
            shown = await OVERDUE.load()
        assert counted.count == 1
        late, soon = shown.figures
        assert (late.value, soon.value) == ("CN¥9,380.00 · $0.99", "CN¥5.00")
        assert sum(row["outstanding"] for row in await behind(late.href)) == 938_000 + 99
        assert sum(row["outstanding"] for row in await behind(soon.href)) == 500
        chart = shown.chart
        assert chart is not None and (chart.kind, chart.currency) == ("shares", "CNY")
        assert chart.series[0].values == [600, 9_000, 60_000, 70_000, 799_000]
        for value, href in zip(chart.series[0].values, chart.hrefs, strict=True):
            assert sum(row["outstanding"] for row in await behind(href)) == value
        assert shown.table is not None
        assert [row[1] for row in shown.table.rows] == ["Mar 16, 2026", "Mar 17, 2026", "May 15, 2026"]
        with use_actor(seller):
            own = await OVERDUE.load()
            assert own.figures[0].value == "$0.99"
            assert own.chart is not None and own.chart.currency == "USD"
            assert own.chart.series[0].values == [0, 99, 0, 0, 0]


async def test_billed_and_received_by_month(inside: Company) -> None:
    customer = await new_customer()
    with clock.travel(NOON), use_locale("en"):
        await post(customer, 1_000, posted_on=date(2025, 12, 31))
        await post(customer, 2_000, posted_on=date(2026, 1, 1))
        await post(customer, 3_000, posted_on=date(2026, 6, 1))
        await post(customer, 40, posted_on=date(2026, 6, 2), currency="USD")
        await pay(customer, 700, on=date(2026, 5, 31))
        await pay(customer, 800, on=date(2026, 6, 15))
        with count_statements() as counted:
            shown = await BY_MONTH.load()
        assert counted.count == 1
        billed, received = shown.figures
        assert (billed.value, received.value) == ("CN¥30.00 · $0.40", "CN¥8.00")
        assert sorted(row["total"] for row in await behind(billed.href)) == [40, 3_000]
        assert [row["amount"] for row in await behind(received.href)] == [800]
        chart = shown.chart
        assert chart is not None and chart.currency == "CNY"
        assert chart.labels == ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
        assert [series.values for series in chart.series] == [[2_000, 0, 0, 0, 0, 3_000], [0, 0, 0, 0, 700, 800]]


async def test_nothing_owed_and_nothing_billed(inside: Company) -> None:
    assert str((await OVERDUE.load()).empty) == "Nothing is owed."
    assert str((await BY_MONTH.load()).empty) == "Nothing was billed or received in the last months."
