"""Birthdays by both calendars. The lunar days are those of the Hong Kong Observatory's tables."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from crm_core.birthday_card import BIRTHDAYS
from crm_core.birthdays import birthday_error, days_of, keys_of, next_birthday
from crm_core.models import Customer
from guanxi import InvalidInput, clock, create, use_actor
from tests.crm_core.support import SALES, customer, user

LUNAR_NEW_YEARS = {
    2020: date(2020, 1, 25),
    2021: date(2021, 2, 12),
    2022: date(2022, 2, 1),
    2023: date(2023, 1, 22),
    2024: date(2024, 2, 10),
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
}


def test_the_lunar_year_begins_when_it_does() -> None:
    for day in LUNAR_NEW_YEARS.values():
        assert ("lunar", 1, 1) in keys_of(day)
        assert ("lunar", 12, 30) in keys_of(day - timedelta(days=1))


def test_nobody_is_left_out_of_a_short_month() -> None:
    assert keys_of(date(2027, 2, 28))[:2] == [("solar", 2, 28), ("solar", 2, 29)]
    assert keys_of(date(2028, 2, 28))[0] == ("solar", 2, 28)
    assert ("solar", 2, 29) not in keys_of(date(2028, 2, 28))
    assert ("lunar", 12, 29) in keys_of(date(2025, 1, 28))  # its twelfth month had 29 days
    assert ("lunar", 12, 30) in keys_of(date(2025, 1, 28))


def test_a_leap_month_brings_no_second_birthday() -> None:
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(365)]
    sixth = [day for day in days if ("lunar", 6, 2) in keys_of(day)]
    assert sixth == [date(2025, 6, 26)]  # the leap sixth month began on the 25th of July


def test_every_birthday_comes_once_in_a_lunar_year() -> None:
    first, following = LUNAR_NEW_YEARS[2024], LUNAR_NEW_YEARS[2025]
    keys = [key for n in range((following - first).days) for key in keys_of(first + timedelta(days=n))]
    lunar = [key for key in keys if key[0] == "lunar"]
    assert len(lunar) == len(set(lunar)) == 12 * 30


@pytest.mark.parametrize(
    ("kind", "month", "day", "right"),
    [
        ("solar", None, None, True),
        ("solar", 2, 29, True),
        ("solar", 2, 30, False),
        ("lunar", 2, 30, True),
        ("lunar", 2, 31, False),
        ("solar", 13, 1, False),
        ("solar", 4, 31, False),
        ("lunar", None, 3, False),
    ],
)
def test_days_that_there_are(kind: str, month: int | None, day: int | None, right: bool) -> None:
    assert (birthday_error(kind, month, day) is None) is right


def test_the_next_birthday() -> None:
    today = date(2026, 11, 22)
    assert next_birthday("solar", 11, 22, today) == today
    assert next_birthday("solar", 2, 29, today) == date(2027, 2, 28)
    assert next_birthday("lunar", 1, 1, today) == date(2027, 2, 6)
    assert days_of(date(2027, 2, 5), 2)[("lunar", 1, 1)] == date(2027, 2, 6)


@pytest.mark.usefixtures("inside")
async def test_the_home_page_shows_whose_birthday_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda zone: date(2027, 2, 5))
    me = await user("Li", SALES)
    people: dict[str, dict[str, Any]] = {
        "王一": {"birth_calendar": "lunar", "birth_month": 1, "birth_day": 1},
        "王二": {"birth_month": 2, "birth_day": 5},
        "王三": {"birth_month": 3, "birth_day": 5},
        "王四": {"birth_month": 2, "birth_day": 5, "archived": True},
    }
    for name, values in people.items():
        await customer(name, kind="person", owner=me.id, **values)
    await customer("别人的", kind="person", birth_month=2, birth_day=6)
    with use_actor(me):
        data = await BIRTHDAYS.load()
    assert data.table is not None
    assert [row[0] for row in data.table.rows] == ["王二", "王一"]
    assert data.figures[0].value == "2"


@pytest.mark.usefixtures("inside")
async def test_a_wrong_birthday_is_refused() -> None:
    values = {"name": "王五", "kind": "person", "mobile": "13800138000", "birth_month": 2, "birth_day": 30}
    with pytest.raises(InvalidInput) as refused:
        await create(Customer, values)
    assert set(refused.value.fields) == {"birth_day"}
    assert (await create(Customer, {**values, "birth_calendar": "lunar"})).birth_day == 30
