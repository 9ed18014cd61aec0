from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from guanxi.context import Company, use_company
from guanxi.imports.dates import Order, Unclear, order_of, read_day, read_instant


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        "2026/11/22",
        "2026.11.22",
        "2026年11月22日",
        "2026 年 11 月 22 日",
        "20261122",
        "２０２６-１１-２２",
        "Nov 22, 2026",
        "November 22 2026",
        "22 Nov 2026",
        "22-nov-2026",
        "2026-11-22 00:00:00",
        "46348",
        "46348.0",
        "22/11/2026",
        "11/22/2026",
    ],
)
def test_days_in_all_styles(text: str) -> None:
    assert read_day(text, None) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "text", ["", "soon", "2026", "2026-13-01", "2026-02-30", "22/22/2026", "1.2.26", "99999999999"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):
        read_day(text, None)


def test_a_time_of_day_is_no_part_of_a_day() -> None:
    with pytest.raises(ValueError):
        read_day("2026-11-22 09:30", None)
    with pytest.raises(ValueError):
        read_day("46348.5", None)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2026-01-02", "x"], None),
        (["01/02/2026"], Order.MONTH_FIRST),
        (["01/02/2026", "13/02/2026"], Order.DAY_FIRST),
        (["01.02.2026"], Order.DAY_FIRST),
        (["01.02.2026", "01.13.2026"], Order.MONTH_FIRST),
        (["13/02/2026", "02/13/2026"], Order.UNCLEAR),
    ],
)
def test_a_column_shows_how_it_writes_dates(texts: list[str], order: Order | None) -> None:
    assert order_of(texts) == order


def test_the_order_decides_on_days_that_may_be_months() -> None:
    assert read_day("01/02/2026", Order.DAY_FIRST) == date(2026, 2, 1)
    assert read_day("01/02/2026", Order.MONTH_FIRST) == date(2026, 1, 2)
    assert read_day("03/03/2026", Order.UNCLEAR) == date(2026, 3, 3)
    with pytest.raises(Unclear):
        read_day("01/02/2026", Order.UNCLEAR)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22 9:30",
        "2026/11/22 09:30:00",
        "2026-11-22T09:30+08:00",
        "2026-11-22T01:30Z",
        "2026年11月22日 09:30",
        "2026年11月22日 上午9:30",
        "Nov 22, 2026, 9:30\u202fAM",
        "46348.3958333333",
    ],
)
async def test_instants_in_the_company_s_zone(company: Company, text: str) -> None:
    with use_company(company):
        assert read_instant(text, None) == datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


async def test_afternoons(company: Company) -> None:
    with use_company(company):
        assert read_instant("2026-11-22 12:05 am", None) == datetime(2026, 11, 21, 16, 5, tzinfo=UTC)
        assert read_instant("2026-11-22 下午1:05", None) == datetime(2026, 11, 22, 5, 5, tzinfo=UTC)
        assert read_instant("2026-11-22", None) == datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
        for wrong in ("2026-11-22 25:00", "2026-11-22 13:00 PM", "2026-11-22 09:61"):
            with pytest.raises(ValueError):
                read_instant(wrong, None)
