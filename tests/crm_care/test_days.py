"""When wishes go out: both calendars, short months, leap years, days before (B17)."""

from __future__ import annotations

from datetime import date

import pytest

from crm_core.birthdays import lunar_year
from crm_core.services import year_of
from tests.crm_care.support import born, celebrant, holiday, make_plan, messages, on, send, sent_on
from tests.crm_loyalty.conftest import MakeCustomer

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_birthday_needs_no_year_and_comes_on_its_day(make_customer: MakeCustomer) -> None:
    await make_plan()
    one = await celebrant(make_customer, 6, 1)
    assert [await sent_on(2026, month, day) for month, day in ((5, 31), (6, 1), (6, 1), (6, 2))] == [0, 1, 0, 0]
    assert await sent_on(2027, 6, 1) == 1
    assert await messages() == [(one, 2026, "2026-06-01"), (one, 2027, "2027-06-01")]


async def test_february_29_is_kept_on_the_28th_in_common_years(make_customer: MakeCustomer) -> None:
    await make_plan()
    one = await celebrant(make_customer, 2, 29)
    days = [(2026, 2, 28), (2026, 3, 1), (2028, 2, 28), (2028, 2, 29), (2029, 2, 28)]
    assert [await sent_on(*day) for day in days] == [1, 0, 0, 1, 1]
    assert [year for _id, year, _day in await messages()] == [2026, 2028, 2029]
    assert (await messages())[1] == (one, 2028, "2028-02-29")


async def test_the_30th_of_a_short_lunar_month_is_kept_on_the_29th(make_customer: MakeCustomer) -> None:
    await make_plan()
    one = await celebrant(make_customer, 12, 30, "lunar")
    assert [await sent_on(2026, 2, day) for day in (15, 16, 17)] == [0, 1, 0]
    assert await messages() == [(one, 2025, "2026-02-16")]  # the last day of the year of the snake
    assert await sent_on(2027, 2, 5) == 1


async def test_holidays_of_the_moon_and_of_the_sun(make_customer: MakeCustomer) -> None:
    one = await celebrant(make_customer)
    spring, autumn = await holiday("lunar", 1, 1, days_before=2), await holiday("lunar", 8, 15)
    new_year = await holiday("solar", 1, 1)
    assert [await sent_on(2026, 2, day) for day in (14, 15, 16, 17, 18)] == [0, 1, 0, 0, 0]
    assert [await sent_on(2026, 9, day) for day in (24, 25, 26)] == [0, 1, 0]
    assert await sent_on(2027, 1, 1) == 1
    assert await messages() == [(one, 2026, "2026-02-17"), (one, 2026, "2026-09-25"), (one, 2027, "2027-01-01")]
    assert len({spring, autumn, new_year}) == 3


async def test_wishes_that_are_late_still_come_before_the_day(make_customer: MakeCustomer) -> None:
    await make_plan(days_before=7)
    for day in (1, 5, 9):
        await celebrant(make_customer, 6, day)
    with on(2026, 6, 2):
        assert await send() == (2, 0)  # the 1st is over
    assert [day for _id, _year, day in await messages()] == ["2026-06-05", "2026-06-09"]


async def test_who_moves_a_birthday_gets_nothing_twice(make_customer: MakeCustomer) -> None:
    await make_plan()
    one = await celebrant(make_customer, 12, 20)
    assert await sent_on(2026, 12, 20) == 1
    await born(one, 1, 10)
    assert await sent_on(2027, 1, 10) == 0
    await born(one, 1, 1, "lunar")
    assert await sent_on(2027, 2, 6) == 0
    await born(one, 12, 21)
    assert await sent_on(2027, 12, 21) == 1


async def test_years_follow_the_calendar() -> None:
    assert year_of("solar", date(2026, 2, 16)) == 2026
    assert year_of("lunar", date(2026, 2, 16)) == 2025
    assert year_of("lunar", date(2026, 2, 17)) == 2026
    assert lunar_year(date(2200, 1, 1)) is None
    assert year_of("lunar", date(2200, 1, 1)) == 2200
