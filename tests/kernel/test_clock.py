from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from guanxi import clock

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")


def test_travels_and_comes_back() -> None:
    there = datetime(2030, 1, 31, 16, tzinfo=UTC)
    with clock.travel(there):
        assert timedelta() <= clock.now() - there < timedelta(seconds=5)
        assert clock.today(SHANGHAI) == date(2030, 2, 1)
        assert clock.today(BERLIN) == date(2030, 1, 31)
    assert clock.now() < there


def test_days_follow_the_zone_through_summer_time() -> None:
    assert clock.day_start(date(2026, 1, 1), SHANGHAI) == datetime(2025, 12, 31, 16, tzinfo=UTC)
    short = clock.day_end(date(2026, 3, 29), BERLIN) - clock.day_start(date(2026, 3, 29), BERLIN)
    assert short == timedelta(hours=23)
