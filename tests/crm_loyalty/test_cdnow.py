"""Eighteen months of a real shop's purchases through the program: the ledger says what plain Python says.

69,659 purchases of 23,570 customers (see data/README.md); one point for each whole dollar, over after twelve months,
five tiers. Every tenth customer redeems at each month's start all full hundreds that are there.
"""

from __future__ import annotations

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from crm_loyalty import services
from crm_loyalty.liability import liability
from crm_loyalty.services import Purchase
from guanxi import clock, execute, fetch
from guanxi.context import Company
from tests.crm_loyalty.support import at, run_expiry

pytestmark = pytest.mark.asyncio(loop_scope="module")

MONTHS = [date(year, month, 1) for year in (1997, 1998, 1999) for month in range(1, 13)][1:26]
"""the first days on which what is over expires, and every tenth customer redeems"""
TIERS = [("Member", 0), ("Silver", 500), ("Gold", 2000), ("Platinum", 5000), ("Diamond", 10000)]
EARNED, REDEEMED, EXPIRED, OUTSTANDING = 2_453_159, 142_100, 1_939_918, 371_141
IN_TIER = {"Member": 22_782, "Silver": 679, "Gold": 36, "Platinum": 4, "Diamond": 1}


def purchases() -> Iterator[tuple[int, date, int]]:
    """(customer, day, cents)"""
    with lzma.open(Path(__file__).parent / "data" / "cdnow.txt.xz", "rt", encoding="ascii") as lines:
        next(lines)
        for line in lines:
            customer, day, _cds, dollars = line.split()
            whole, cents = dollars.split(".")
            yield int(customer), datetime.strptime(day, "%Y%m%d").date(), int(whole) * 100 + int(cents)


def a_year_later(day: date) -> date:
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def plain() -> tuple[dict[int, int], Counter[str], dict[int, int]]:
    """Balances by customer, totals, and what each earned: with lists of (last day, points), no ledger."""
    bought = sorted(purchases(), key=lambda each: each[1])
    lots: dict[int, list[list[Any]]] = defaultdict(list)
    totals: Counter[str] = Counter()
    earned: Counter[int] = Counter()
    done = 0
    for first in MONTHS:
        while done < len(bought) and bought[done][1] < first:
            customer, day, cents = bought[done]
            done += 1
            points = cents // 100
            if points:
                lots[customer].append([a_year_later(day), points])
                earned[customer] += points
                totals["earned"] += points
        for customer, own in lots.items():
            totals["expired"] += sum(points for last, points in own if last < first)
            own[:] = sorted(lot for lot in own if lot[0] >= first)
            if customer % 10 == 0:
                left = sum(points for _last, points in own) // 100 * 100
                totals["redeemed"] += left
                for lot in own:
                    taken = min(left, lot[1])
                    lot[1] -= taken
                    left -= taken
    balances = {customer: sum(points for _last, points in own) for customer, own in lots.items()}
    totals["outstanding"] = sum(balances.values())
    return balances, totals, dict(earned)


def tier_of(growth: int) -> str:
    return [name for name, threshold in TIERS if growth >= threshold][-1]


async def ledger(customers: dict[int, int]) -> None:
    """The same through the services; `customers`: our ids by the file's."""
    bought = sorted(enumerate(purchases()), key=lambda each: each[1][1])
    done = 0
    for first in MONTHS:
        with clock.travel(at(first.year, first.month, 1)):
            batch = []
            while done < len(bought) and bought[done][1][1] < first:
                number, (customer, day, cents) = bought[done]
                when = at(day.year, day.month, day.day, 12)
                batch.append(Purchase(customers[customer], cents, "CNY", f"cdnow:{number}", when))
                done += 1
            for start in range(0, len(batch), 2_000):
                await services.earn_for_purchases(batch[start : start + 2_000])
            await run_expiry()
            for row in await fetch(
                "SELECT customer_id, balance / 100 * 100 AS points FROM crm_loyalty_account"
                " WHERE balance >= 100 AND customer_id = ANY($1::bigint[])",
                [ours for theirs, ours in customers.items() if theirs % 10 == 0],
            ):
                await services.redeem(row["customer_id"], row["points"], f"cdnow:{first}:{row['customer_id']}")


async def test_the_ledger_says_what_plain_python_says(program: Company) -> None:
    balances, totals, earned = plain()
    assert totals == {"earned": EARNED, "redeemed": REDEEMED, "expired": EXPIRED, "outstanding": OUTSTANDING}
    assert Counter(map(tier_of, earned.values())) == IN_TIER

    numbers = sorted({customer for customer, _day, _cents in purchases()})
    assert len(numbers) == 23_570
    rows = await fetch(
        "INSERT INTO crm_core_customer (revision, created_at, updated_at, code, kind, name, name_key, name_region,"
        " trade_name, name_business, legal_form, stage, country, phone, mobile, email, fax, website, address, postcode,"
        " tax_number, introduction, trading, locale, archived) SELECT 1, now(), now(), 'CDNOW' || n, 'person', n, n,"
        " '', '', '', '', 'potential', 'US', '', '', '', '', '', '', '', '', '', false, 'en', false"
        " FROM unnest($1::int[]) AS n RETURNING id, name::int AS number",
        numbers,
    )
    customers = {row["number"]: row["id"] for row in rows}
    await execute("ANALYZE crm_core_customer")
    await ledger(customers)

    found = await fetch(
        "SELECT m.customer_id, m.growth, t.name, a.balance FROM crm_loyalty_member m"
        " JOIN crm_loyalty_account a ON a.member_id = m.id JOIN crm_loyalty_tier t ON t.id = m.tier_id"
    )
    assert {row["customer_id"]: row["balance"] for row in found} == {customers[id]: n for id, n in balances.items()}
    assert {row["customer_id"]: row["growth"] for row in found} == {customers[id]: n for id, n in earned.items()}
    assert Counter(row["name"] for row in found) == IN_TIER
    with clock.travel(at(1999, 2, 1, 1)):
        rolled = await liability()
        sums = await fetch("SELECT kind, sum(points)::bigint AS points FROM crm_loyalty_entry GROUP BY 1")
    assert {row["kind"]: row["points"] for row in sums} == {"earn": EARNED, "redeem": -REDEEMED, "expire": -EXPIRED}
    assert rolled.outstanding == rolled.months[-1].closing == OUTSTANDING
    assert await services.ledger_differences() == []
