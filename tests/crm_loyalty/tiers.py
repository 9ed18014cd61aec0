"""Tiers in plain Python: what a member's tier has to be, event by event, each at its own instant."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from crm_loyalty.rules import add_months
from guanxi import clock, execute, fetch

ZONE = ZoneInfo("Asia/Shanghai")
NAMES = ("Member", "Silver", "Gold", "Platinum", "Diamond")
THRESHOLDS = {
    "growth": (0, 10, 30, 60, 100),
    "spend": (0, 1_000, 3_000, 6_000, 10_000),
    "count": (0, 2, 4, 6, 8),
}
_USUAL = (0, 500, 2000, 5000, 10000)


@dataclass(frozen=True)
class Program:
    measure: str = "growth"
    period: str = "all_time"
    months: int = 12
    keep: int = 0
    grace: int = 0
    step: str = "figure"


@asynccontextmanager
async def tiers_made(program: Program) -> AsyncIterator[None]:
    """Tiers are made so in this block, with low thresholds. For members that join inside it."""
    await _set(program, THRESHOLDS[program.measure])
    try:
        yield
    finally:
        await _set(Program(), _USUAL)


async def _set(program: Program, thresholds: tuple[int, ...]) -> None:
    await execute("UPDATE crm_loyalty_tier SET threshold = -1 - id")
    for name, threshold in zip(NAMES, thresholds, strict=True):
        await execute("UPDATE crm_loyalty_tier SET threshold = $2 WHERE name = $1", name, threshold)
    await execute(
        "UPDATE crm_loyalty_tier_program SET measure = $1, period = $2, months = $3, keep_months = $4, grace_days = $5,"
        " step = $6",
        program.measure,
        program.period,
        program.months,
        program.keep,
        program.grace,
        program.step,
    )


@dataclass
class Bought:
    at: datetime
    booked: datetime
    fen: int
    refunds: list[tuple[datetime, int]] = field(default_factory=list)

    def refunded(self, until: datetime) -> int:
        return min(self.fen, sum(fen for at, fen in self.refunds if at < until))


@dataclass
class MemberModel:
    """Prompt where the database is lazy: every review and every end is handled at its own instant."""

    program: Program
    bought: list[Bought] = field(default_factory=list)
    earned: int = 0
    since: date | None = None
    review_on: date | None = None
    granted: int | None = None
    granted_until: datetime | None = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def level(self) -> int:
        return self.earned if self.granted is None else max(self.earned, self.granted)

    def figure(self, since: datetime | None, until: datetime) -> int:
        own = [b for b in self.bought if (since is None or b.at >= since) and b.at < until and b.booked < until]
        if self.program.measure == "count":
            return sum(b.refunded(until) < b.fen for b in own)
        if self.program.measure == "spend":
            return sum(b.fen - b.refunded(until) for b in own)
        return sum(b.fen // 100 - (b.fen // 100) * b.refunded(until) // b.fen for b in own)

    def window(self, day: date) -> datetime | None:
        match self.program.period:
            case "rolling":
                return clock.day_end(add_months(day, -self.program.months), ZONE)
            case "calendar":
                return clock.day_start(date(day.year, 1, 1), ZONE)
        return None

    def level_of(self, figure: int) -> int:
        return max(n for n, threshold in enumerate(THRESHOLDS[self.program.measure]) if figure >= threshold)

    def review_at(self) -> datetime | None:
        if self.review_on is None:
            return None
        return clock.day_end(self.review_on + timedelta(days=self.program.grace), ZONE)

    def next_review(self, after: date) -> date:
        assert self.since is not None
        k, day = 0, after
        while day <= after:
            k += 1
            day = add_months(self.since, k * self.program.keep)
            if self.program.period == "calendar":
                day = date(day.year, 12, 31)
        return day

    def _note(self, before: int, why: str) -> None:
        if before != self.level or why in ("given", "ended"):
            self.changes.append((why, NAMES[before], NAMES[self.level]))

    def advance(self, now: datetime) -> None:
        """All that comes with time alone."""
        while True:
            review, over, before = self.review_at(), self.granted_until, self.level
            if over is not None and over <= now and (review is None or over <= review):
                self.granted = self.granted_until = None
                self._note(before, "ended")
            elif review is not None and review <= now:
                assert self.review_on is not None
                found = self.level_of(self.figure(self.window(self.review_on), review))
                if found < self.earned:
                    self.earned = self.earned - 1 if self.program.step == "one" else found
                self.review_on = self.next_review(self.review_on) if self.earned else None
                self._note(before, "review")
            else:
                return

    def touch(self, now: datetime) -> None:
        """After a purchase or a refund at `now`."""
        before, day = self.level, now.astimezone(ZONE).date()
        found = self.level_of(self.figure(self.window(day), now + timedelta(days=1)))
        if found > self.earned or (self.program.keep == 0 and found != self.earned):
            why = "reached" if found > self.earned else "lost"
            self.earned = found
            if self.program.keep:
                self.since = day
                self.review_on = self.next_review(day)
            self._note(before, why)

    def give(self, level: int, until: datetime) -> None:
        if (self.granted, self.granted_until) != (level, until):
            before = self.level
            self.granted, self.granted_until = level, until
            self._note(before, "given")


async def stored(customer: int) -> tuple[str, str, date | None]:
    """The tier in force, the earned one, and the day of the review."""
    row = (
        await fetch(
            "SELECT t.name AS tier, e.name AS earned, m.review_on FROM crm_loyalty_member m"
            " JOIN crm_loyalty_tier t ON t.id = m.tier_id JOIN crm_loyalty_tier e ON e.id = m.earned_tier_id"
            " WHERE m.customer_id = $1",
            customer,
        )
    )[0]
    return row["tier"], row["earned"], row["review_on"]


async def changes(customer: int) -> list[tuple[str, str, str]]:
    rows = await fetch(
        "SELECT c.why, f.name AS before, t.name AS after FROM crm_loyalty_tier_change c"
        " JOIN crm_loyalty_member m ON m.id = c.member_id"
        " JOIN crm_loyalty_tier f ON f.id = c.from_tier_id JOIN crm_loyalty_tier t ON t.id = c.to_tier_id"
        " WHERE m.customer_id = $1 ORDER BY c.id",
        customer,
    )
    return [(row["why"], row["before"], row["after"]) for row in rows]
