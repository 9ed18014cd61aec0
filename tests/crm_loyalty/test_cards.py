"""Cards of the home page: exact figures, and links to exactly those records."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crm_loyalty import cards, services
from crm_loyalty.liability import liability
from crm_loyalty.services import Purchase
from guanxi import clock, use_locale
from guanxi.db import count_statements
from tests.crm_loyalty.conftest import MakeCustomer
from tests.links import behind

pytestmark = pytest.mark.asyncio(loop_scope="module")
BY_MONTH, MEMBERS = cards.HOME


async def test_members_by_tier(make_customer: MakeCustomer) -> None:
    for points in (10, 20, 1_234):
        await services.earn(await make_customer(), points, f"order:{points}")
    with use_locale("en"), count_statements() as counted:
        shown = await MEMBERS.load()
    assert counted.count == 1
    assert [figure.value for figure in shown.figures] == ["1,264", "3"]
    assert len(await behind(shown.figures[1].href)) == 3
    chart = shown.chart
    assert chart is not None and chart.kind == "shares"
    assert dict(zip(chart.labels, chart.series[0].values, strict=True)) == {"Member": 2, "Silver": 1}
    assert [len(await behind(href)) for href in chart.hrefs] == [2, 1]
    with use_locale("zh_CN"):
        again = (await MEMBERS.load()).chart
        assert again is not None and again.labels[1] == "银卡会员"


async def test_held_points_are_shown(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    await services.hold(customer, 40, "cart:1")
    shown = await MEMBERS.load()
    assert [(str(f.label), f.value) for f in shown.figures][2:] == [("Held", "40")]
    assert [row["held"] for row in await behind(shown.figures[2].href)] == [40]


async def test_points_by_month_of_the_companys_zone(customer: int) -> None:
    with clock.travel(datetime(2026, 5, 31, 15, 30, tzinfo=UTC)):  # May 31, 23:30 in Shanghai
        await services.earn(customer, 500, "order:1")
    with clock.travel(datetime(2026, 5, 31, 16, 30, tzinfo=UTC)), use_locale("en"):
        await services.earn(customer, 30, "order:2")
        await services.redeem(customer, 200, "shop:1")
        with count_statements() as counted:
            shown = await BY_MONTH.load()
        assert counted.count == 1
        granted, redeemed = shown.figures
        assert (granted.value, redeemed.value) == ("30", "200")
        assert [row["points"] for row in await behind(granted.href)] == [30]
        assert [row["points"] for row in await behind(redeemed.href)] == [-200]
        chart = shown.chart
        assert [str(each.label) for each in shown.figures] == ["Earned this month", "Redeemed this month"]
        assert chart is not None and chart.labels == ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
        assert [series.values for series in chart.series] == [[0, 0, 0, 0, 500, 30], [0, 0, 0, 0, 0, 200]]


async def test_no_points_yet(make_customer: MakeCustomer) -> None:
    assert str((await MEMBERS.load()).empty) == "No points yet."
    assert str((await BY_MONTH.load()).empty) == "No points were earned in the last months."


async def test_the_card_says_what_points_owed_says(customer: int) -> None:
    with clock.travel(datetime(2026, 5, 10, 4, tzinfo=UTC)):
        late = Purchase(customer, 50_000, "CNY", "order:1", datetime(2026, 4, 30, 4, tzinfo=UTC))
        await services.earn_for_purchases([late])  # bought in April, booked in May
        spent = await services.redeem(customer, 200, "shop:1")
        await services.reverse(spent.entry_id, "back:1", 50)
        await services.adjust(customer, 7, "gift:1", reason="Nice")
        owed = (await liability()).months[-1]
        with use_locale("en"):
            shown = await BY_MONTH.load()
    assert (owed.earned, owed.redeemed) == (500, -150)
    assert [figure.value for figure in shown.figures] == ["500", "150"]
    assert [sum(row["points"] for row in await behind(figure.href)) for figure in shown.figures] == [500, -150]
