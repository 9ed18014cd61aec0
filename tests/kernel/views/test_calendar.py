"""Months of records: the right day in the company's zone, weeks as people expect them, one statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sample_shop.models import Order, Stage
from sample_shop.permissions import ShopPermission as P

from guanxi import clock, records
from guanxi.context import Company, current_company
from guanxi.db import count_statements
from guanxi.declare.resources import Resource
from guanxi.declare.where import ALWAYS, eq
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import use_locale
from guanxi.views import calendar
from guanxi.views.calendar import Month, calendar_by, calendar_of, month_of
from tests.kernel.conftest import acting

NOVEMBER = date(2026, 11, 1)


def orders() -> Resource:
    return current_company().catalog.resources["sample_shop/orders"]


async def make(**values: Any) -> None:
    await records.create(Order, {"name": "Order", "owner_id": 1, **values})


async def month(by: str = "due_on", start: date = NOVEMBER, **params: str) -> Month:
    return await calendar_of(orders(), calendar_by(orders(), by), start, ALWAYS, list(params.items()))


async def test_weeks_begin_as_the_language_has_it(in_shop: Company) -> None:
    with use_locale("zh_CN"):
        chinese = await month()
    with use_locale("en"):
        english = await month()
    assert (chinese.heading, english.heading) == ("2026年11月", "November 2026")
    assert (chinese.weekdays[0], english.weekdays[0]) == (("周一", "星期一"), ("Sun", "Sunday"))
    assert (chinese.weeks[0][0].day, chinese.weeks[-1][-1].day) == (date(2026, 10, 26), date(2026, 12, 6))
    assert (english.weeks[0][0].day, english.weeks[-1][-1].day) == (NOVEMBER, date(2026, 12, 5))
    assert [day.outside for day in chinese.weeks[0]] == [True] * 6 + [False]


async def test_entries_are_called_as_the_language_has_it(in_shop: Company) -> None:
    await make(due_on=date(2026, 11, 3), notes="订单甲")
    resource = replace(orders(), label_in={"zh_CN": "notes"})
    for locale, name in (("en", "Order"), ("zh_CN", "订单甲")):
        with use_locale(locale):
            found = await calendar_of(resource, calendar_by(resource, "due_on"), NOVEMBER, ALWAYS, [])
        assert [entry.name for week in found.weeks for day in week for entry in day.entries] == [name]


async def test_records_stand_on_their_day_and_four_are_shown(in_shop: Company) -> None:
    for _n in range(6):
        await make(due_on=date(2026, 11, 22), stage=Stage.OPEN)
    await make(due_on=date(2026, 10, 31))
    with use_locale("en"), count_statements() as counted:
        found = await month(priority="high")
    days = {day.day: day for week in found.weeks for day in week}
    busy = days[date(2026, 11, 22)]
    assert counted.count == 1
    assert (len(busy.entries), busy.more) == (4, 2)
    assert busy.more_href == "/sample_shop/orders?priority=high&due_on=2026-11-22"
    assert (busy.entries[0].name, busy.entries[0].state, busy.entries[0].tone) == ("Order", "Open", "info")
    assert [day.day for day in found.agenda] == [date(2026, 11, 22)]


async def test_instants_stand_on_the_day_of_the_company(in_shop: Company) -> None:
    """Half past eight in the evening in London is the next day in Shanghai."""
    assert str(in_shop.zone) == "Asia/Shanghai"
    await make(shipped_at=datetime(2026, 11, 30, 20, 30, tzinfo=UTC))
    await make(shipped_at=datetime(2026, 11, 5, 1, 0, tzinfo=UTC))
    with use_locale("zh_CN"):
        found = await month("shipped_at")
    entries = {day.day: day.entries for week in found.weeks for day in week if day.entries}
    assert list(entries) == [date(2026, 11, 5), date(2026, 12, 1)]
    assert entries[date(2026, 11, 5)][0].time == "09:00"


async def test_today_and_the_months_around(in_shop: Company) -> None:
    with clock.travel(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)):  # New Year in Shanghai
        assert month_of("") == date(2027, 1, 1)
        found = await month(start=month_of("2027-01"), q="x")
    assert [day.day for week in found.weeks for day in week if day.today] == [date(2027, 1, 1)]
    assert found.previous_href == "/sample_shop/orders/calendar?q=x&date=due_on&month=2026-12"
    assert found.next_href == "/sample_shop/orders/calendar?q=x&date=due_on&month=2027-02"
    assert found.today_href == "/sample_shop/orders/calendar?q=x&date=due_on"


async def test_new_records_begin_on_a_day_only_where_one_may_make_them(in_shop: Company) -> None:
    with acting(1, P.READ, P.WRITE):
        days, instants = await month(), await month("shipped_at")
    with acting(1, P.READ):
        read_only = await month()
    assert days.weeks[1][0].new_href == f"/sample_shop/orders/new?due_on={days.weeks[1][0].day}"
    assert instants.weeks[1][0].new_href == f"/sample_shop/orders/new?shipped_at={days.weeks[1][0].day}T09%3A00"
    assert read_only.weeks[1][0].new_href is None


async def test_a_full_month_says_that_it_is_cut(in_shop: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "LIMIT", 3)
    for _n in range(3):
        await make(due_on=date(2026, 11, 22))
    assert not (await month()).cut
    await make(due_on=date(2026, 11, 2))
    found = await month()
    assert found.cut
    assert sum(len(day.entries) for day in found.agenda) == 3


async def test_a_calendar_shows_only_what_the_actor_may_see(in_shop: Company) -> None:
    await make(due_on=NOVEMBER)
    with acting(5, P.READ):
        assert (await month()).agenda == []
    by = calendar_by(orders(), "due_on")
    assert (await calendar_of(orders(), by, NOVEMBER, eq("name", "other"), [])).agenda == []


@pytest.mark.parametrize("text", ["2026-13", "2026-1", "1899-12", "20261", "2026-11-01", "３０００-01", "now"])
async def test_a_month_that_is_none(in_shop: Company, text: str) -> None:
    with pytest.raises(InvalidInput):
        month_of(text)


async def test_the_ends_of_time(in_shop: Company) -> None:
    for text in ("1900-01", "2999-12"):
        assert len((await month(start=month_of(text))).weeks) in (5, 6)


async def test_only_dates_make_calendars(in_shop: Company) -> None:
    assert calendar_by(orders()).name == "due_on"
    for name in ("name", "stage", "nothing"):
        with pytest.raises(NotFound):
            calendar_by(orders(), name)
