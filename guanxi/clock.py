"""The time: UTC inside, the company's time zone on screens and for calendar days."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_offset = timedelta()


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC) + _offset


def today(zone: ZoneInfo) -> date:
    """The calendar day that it is now in `zone`."""
    return now().astimezone(zone).date()


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which `day` begins in `zone`."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def day_end(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which `day` is over in `zone`: the next day's start."""
    return day_start(day + timedelta(days=1), zone)


@contextmanager
def travel(to: datetime) -> Iterator[None]:
    """For tests: inside the block the clock starts at `to` (aware) and runs on from there.

    It moves the clock of all tasks: RuntimeError where two of them travel at once, since blocks that overlap
    would leave the clock wrong for whatever follows.
    """
    global _offset
    before, own = _offset, to - datetime.fromtimestamp(time.time(), UTC)
    _offset = own
    try:
        yield
        if _offset is not own:
            raise RuntimeError("Two tasks travel in time at once.")
    finally:
        _offset = before
