"""Whatever is billed, paid, allocated, taken back and closed: exchange differences are what exact fractions say."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from crm_receivables.choices import ReversalCause
from crm_receivables.close_models import MonthClose
from crm_receivables.closing import close_month, month_end, reopen_month
from crm_receivables.crediting import credit_invoice
from crm_receivables.exchange import exchange_report
from crm_receivables.exchange_models import ExchangeRate
from crm_receivables.reversing import reverse_payment
from crm_receivables.services import allocate_payment, refund_payment, unallocate, void_invoice
from guanxi import Conflict, InvalidInput, create, fetch, fetch_value, get
from tests.crm_receivables.support import assert_ties, new_customer, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
DECIMALS = {"USD": 2, "EUR": 2, "JPY": 0, "KWD": 3}
AROUND = {"USD": "7.1", "EUR": "7.8", "JPY": "0.0487", "KWD": "23.1"}
MONTHS = [month_end(date(2026, month, 1)) for month in range(1, 7)]


class Facts(NamedTuple):
    """What happened to a currency until a day, as plain rows."""

    moved: list[tuple[date, int]]
    settled: list[tuple[int, date, date]]
    """amount, the day of what settles, the day of what is settled"""
    received: Fraction
    billed: Fraction


class Figures(NamedTuple):
    position: int
    value: int
    historic: int
    realized: int
    unrealized: int


class Walk:
    """One customer; rates as this test knows them, never read back."""

    def __init__(self, seed: int, customer: int) -> None:
        self.chance, self.customer = random.Random(seed), customer
        self.rates: dict[str, dict[date, Fraction]] = defaultdict(dict)
        self.invoices: list[int] = []
        self.payments: list[int] = []

    async def quote(self, code: str, day: date) -> None:
        factor = Decimal(self.chance.randint(900_000, 1_100_000)).scaleb(-6)
        rate = (Decimal(AROUND[code]) * factor).quantize(Decimal("1e-10"))
        if day not in self.rates[code]:
            await create(ExchangeRate, {"currency": code, "day": day, "rate": rate})
            self.rates[code][day] = Fraction(rate)

    def rate_on(self, code: str, day: date) -> Fraction:
        return self.rates[code][max(each for each in self.rates[code] if each <= day)]

    async def step(self, day: date) -> None:
        code, amount = self.chance.choice([*DECIMALS]), self.chance.randint(1, 100_000)
        invoice = self.chance.choice(self.invoices or [0])
        payment = self.chance.choice(self.payments or [0])
        steps: list[Callable[[], Awaitable[Any]]] = [
            lambda: self._bill(code, amount, day),
            lambda: self._pay(code, amount, day, oldest=False),
            lambda: self._pay(code, amount, day, oldest=True),
            lambda: allocate_payment(payment, on=day),
            lambda: unallocate(payment, on=day),
            lambda: credit_invoice(invoice, self.chance.choice([None, amount // 9]), reason="x", on=day),
            lambda: refund_payment(payment, amount // 20 + 1, on=day),
            lambda: reverse_payment(payment, cause=ReversalCause.MISTAKE, on=day),
            lambda: void_invoice(invoice, on=day),
        ]
        try:
            await self.chance.choices(steps, [5, 3, 4, 4, 2, 2, 1, 1, 1])[0]()
        except (Conflict, InvalidInput):
            return

    async def _bill(self, code: str, amount: int, day: date) -> None:
        self.invoices.append(await post(self.customer, amount, amount // 2 + 1, currency=code, posted_on=day))

    async def _pay(self, code: str, amount: int, day: date, *, oldest: bool) -> None:
        self.payments.append(await pay(self.customer, amount, on=day, currency=code, oldest=oldest))

    async def settle_all(self, day: date) -> None:
        for code in DECIMALS:
            owed = await fetch_value(
                "SELECT coalesce(sum(outstanding), 0)::bigint FROM crm_receivables_invoice WHERE currency = $1", code
            )
            if owed:
                await pay(self.customer, owed, on=day, currency=code)
        for row in await fetch("SELECT id FROM crm_receivables_payment WHERE on_account > 0 ORDER BY id"):
            await allocate_payment(row["id"], on=day)
        for row in await fetch("SELECT id, on_account FROM crm_receivables_payment WHERE on_account > 0"):
            await refund_payment(row["id"], row["on_account"], on=day)

    async def figures(self, code: str, day: date) -> Figures:
        facts = await self._facts(code, day)
        factor = Fraction(10) ** (2 - DECIMALS[code])
        position = sum(amount for _day, amount in facts.moved)
        value = round(position * self.rate_on(code, day) * factor)
        moved = round(sum((amount * self.rate_on(code, on) * factor for on, amount in facts.moved), Fraction()))
        realized = round(
            sum(
                (n * (self.rate_on(code, a) - self.rate_on(code, b)) * factor for n, a, b in facts.settled),
                Fraction(),
            )
        )
        return Figures(position, value, moved + realized, realized, value - moved - realized)

    async def gained(self, code: str, day: date) -> Fraction:
        """What was received less what was billed, each at the rate of its day."""
        facts = await self._facts(code, day)
        return facts.received - facts.billed

    async def _facts(self, code: str, day: date) -> Facts:
        moved: list[tuple[date, int]] = []
        settled: list[tuple[int, date, date]] = []
        for sql, sign in _MOVED:
            moved += [(row[0], sign * row[1]) for row in await fetch(sql, code, day)]
        for sql in _SETTLED:
            settled += [(row[0], row[1], row[2]) for row in await fetch(sql, code, day)]
        factor = Fraction(10) ** (2 - DECIMALS[code])
        worth = [(amount, amount * self.rate_on(code, on) * factor) for on, amount in moved]
        received = sum((-value for amount, value in worth if amount < 0), Fraction())
        return Facts(moved, settled, received, sum((value for amount, value in worth if amount > 0), Fraction()))


_INVOICES = "FROM crm_receivables_invoice WHERE currency = $1"
_OF_PAYMENTS = "JOIN crm_receivables_payment p ON p.id = r.payment_id WHERE p.currency = $1"
_MOVED = (
    (f"SELECT posted_on, total {_INVOICES} AND state <> 'draft' AND posted_on <= $2", 1),
    (f"SELECT voided_on, total {_INVOICES} AND voided_on <= $2", -1),
    (
        "SELECT received_on, amount FROM crm_receivables_payment"
        " WHERE currency = $1 AND direction <> 'out' AND received_on <= $2",
        -1,
    ),
    (f"SELECT r.refunded_on, r.amount FROM crm_receivables_refund r {_OF_PAYMENTS} AND r.refunded_on <= $2", 1),
    (f"SELECT r.reversed_on, r.amount FROM crm_receivables_reversal r {_OF_PAYMENTS} AND r.reversed_on <= $2", 1),
)
_SETTLED = (
    "SELECT CASE WHEN r.reverses_id IS NULL THEN r.amount ELSE -r.amount END, p.received_on, v.posted_on"
    " FROM crm_receivables_allocation r JOIN crm_receivables_invoice v ON v.id = r.invoice_id"
    f" {_OF_PAYMENTS} AND r.effective_on <= $2",
    "SELECT r.amount, p.received_on, r.refunded_on FROM crm_receivables_refund r"
    f" {_OF_PAYMENTS} AND r.refunded_on <= $2",
    "SELECT r.amount, p.received_on, r.reversed_on FROM crm_receivables_reversal r"
    f" {_OF_PAYMENTS} AND r.reversed_on <= $2",
    f"SELECT total, voided_on, posted_on {_INVOICES} AND voided_on <= $2",
)
_BOOKED = """
SELECT coalesce(sum(p.amount) FILTER (WHERE p.account = 'valuation'), 0)::bigint AS valuation,
    coalesce(-sum(p.amount) FILTER (WHERE p.account = 'realized'), 0)::bigint AS realized,
    coalesce(-sum(p.amount) FILTER (WHERE p.account = 'unrealized'), 0)::bigint AS unrealized
FROM crm_receivables_exchange x JOIN crm_receivables_entry e ON e.id = x.entry_id
JOIN crm_receivables_posting p ON p.entry_id = e.id
WHERE x.currency = $1 AND e.posted_on <= $2 AND e.kind = 'exchange' AND p.currency = 'CNY' AND p.customer_id IS NULL
"""


_BOOKED_BY = """
SELECT x.currency, sum(x.realized)::bigint AS realized, sum(x.unrealized)::bigint AS unrealized
FROM crm_receivables_exchange x JOIN crm_receivables_close c ON c.id = x.close_id WHERE c.until = $1 GROUP BY x.currency
"""
"""Before a month is closed again, what it booked when it was closed before."""


async def _check_booked(walk: Walk, until: date) -> None:
    """What the journal says of each currency, all closed months together."""
    for code in DECIMALS:
        expected = await walk.figures(code, until)
        (booked,) = await fetch(_BOOKED, code, until)
        assert (booked["realized"], booked["unrealized"]) == (expected.realized, expected.unrealized), (code, until)
        assert booked["valuation"] == expected.realized + expected.unrealized
    assert (
        await fetch("SELECT 1 FROM crm_receivables_posting GROUP BY entry_id, currency HAVING sum(amount) <> 0") == []
    )


async def _close(walk: Walk, until: date) -> int:
    earlier = {row["currency"]: row for row in await fetch(_BOOKED_BY, until)}
    before = await exchange_report(until)
    id = await close_month(until)
    after = await exchange_report(until)
    assert (before.closed, after.closed) == (False, True)
    rest = {row.currency: (row.realized, row.unrealized) for row in before.rows}
    for row in after.rows:
        booked = earlier.get(row.currency, {"realized": 0, "unrealized": 0})
        now = (row.realized - booked["realized"], row.unrealized - booked["unrealized"])
        assert now == rest.pop(row.currency, (0, 0)), (row.currency, until)
        assert row.historic == (await walk.figures(row.currency, until)).historic
    for code, pair in rest.items():  # it took back all that was booked before
        assert pair == (-earlier[code]["realized"], -earlier[code]["unrealized"])
    await _check_booked(walk, until)
    return id


@pytest.mark.parametrize("seed", range(6))
async def test_differences_are_what_exact_fractions_say(seed: int) -> None:
    walk = Walk(seed, await new_customer())
    for code in DECIMALS:
        await walk.quote(code, date(2025, 12, 31))
    reports = {}
    for until in MONTHS:
        first = until.replace(day=1)
        days = [first + timedelta(days=n) for n in range(until.day)]
        for day in sorted(walk.chance.choices(days, k=12)):
            await walk.quote(walk.chance.choice([*DECIMALS]), day)
        for day in sorted(walk.chance.choices(days, k=18)):
            await walk.step(day)
        if walk.chance.random() < 0.7 or until == MONTHS[-1]:
            id = await _close(walk, until)
            if walk.chance.random() < 0.4:
                await reopen_month(await get(MonthClose, id), "x")
                await walk.quote(walk.chance.choice([*DECIMALS]), walk.chance.choice(days))
                await walk.step(walk.chance.choice(days))
                await _close(walk, until)
            reports[until] = await exchange_report(until)
    last = date(2026, 7, 31)
    for code in DECIMALS:
        await walk.quote(code, date(2026, 7, 10))
    await walk.settle_all(date(2026, 7, 15))
    await _close(walk, last)
    for code in DECIMALS:
        settled, (booked,) = await walk.figures(code, last), await fetch(_BOOKED, code, last)
        assert (settled.position, settled.value, booked["unrealized"]) == (0, 0, 0)
        assert booked["realized"] == round(await walk.gained(code, last))
    for until, report in reports.items():
        assert await exchange_report(until) == report
    await assert_ties()
