"""What is owed since when, as of any day (A2, A17), and who may see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_core.permissions import CorePermission
from crm_receivables.aging import BUCKETS, AgingFilter, AgingRow
from crm_receivables.choices import AgingGroup
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.services import (
    ReversalCause,
    aging,
    allocate_payment,
    credit_invoice,
    refund_payment,
    reverse_payment,
    unallocate,
    void_invoice,
)
from guanxi import Conflict, InvalidInput, execute, fetch, fetch_value, use_actor
from guanxi.db import count_statements
from tests.crm_receivables.support import DAY, assert_ties, new_customer, pay, post, user

PROPERTY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
START = date(2025, 3, 1)


def buckets(row: AgingRow) -> tuple[int, ...]:
    return tuple(getattr(row, name) for name in BUCKETS)


async def row_of(customer: int, day: date) -> tuple[int, ...]:
    rows = (await aging(day, customer)).rows
    return buckets(rows[0]) if rows else (0,) * len(BUCKETS)


async def test_buckets_by_days_overdue_and_the_past_stays_as_it_was() -> None:
    customer = await new_customer()
    await post(customer, 100, posted_on=DAY, due_on=date(2026, 2, 10))
    payment = await pay(customer, 130, on=date(2026, 3, 1))
    await allocate_payment(payment, on=date(2026, 3, 5))
    assert await row_of(customer, date(2026, 1, 14)) == (0, 0, 0, 0, 0, 0, 0)
    assert await row_of(customer, date(2026, 2, 10)) == (100, 0, 0, 0, 0, 0, 100)
    assert await row_of(customer, date(2026, 2, 11)) == (0, 100, 0, 0, 0, 0, 100)
    assert await row_of(customer, date(2026, 3, 4)) == (0, 100, 0, 0, 0, -130, -30)
    assert await row_of(customer, date(2026, 3, 5)) == (0, 0, 0, 0, 0, -30, -30)
    await unallocate(payment, on=date(2026, 4, 20))
    assert await row_of(customer, date(2026, 4, 19)) == (0, 0, 0, 0, 0, -30, -30)
    assert await row_of(customer, date(2026, 4, 20)) == (0, 0, 0, 100, 0, -130, -30)
    assert await row_of(customer, date(2026, 5, 11)) == (0, 0, 0, 100, 0, -130, -30)
    assert await row_of(customer, date(2026, 5, 12)) == (0, 0, 0, 0, 100, -130, -30)


async def test_one_statement_totals_by_currency() -> None:
    first, second = await new_customer("甲"), await new_customer("乙")
    await post(first, 100)
    await post(second, 300)
    with count_statements() as statements:
        await aging(DAY)
    assert statements.count == 1
    await post(second, 50, currency="USD")
    with count_statements() as statements:
        found = await aging(DAY)
    assert statements.count == 2  # and the rates
    assert [(row.name, row.currency, row.outstanding) for row in found.rows] == [
        ("乙", "CNY", 300),
        ("甲", "CNY", 100),
        ("乙", "USD", 50),
    ]
    assert [(total.currency, total.outstanding) for total in found.totals] == [("CNY", 400), ("USD", 50)]


async def test_a_user_sees_what_their_customers_owe() -> None:
    seller = await user("seller", ReceivablesPermission.READ, CorePermission.READ)
    finance = await user("finance", ReceivablesPermission.READ, ReceivablesPermission.SEE_ALL)
    own, other = await new_customer("甲", owner_id=seller.id), await new_customer("乙")
    await post(own, 100)
    await post(other, 200)
    with use_actor(seller):
        assert [row.id for row in (await aging(DAY)).rows] == [own]
        assert (await aging(DAY, other)).rows == []
    with use_actor(finance):
        assert [row.id for row in (await aging(DAY)).rows] == [other, own]


_STEP = st.tuples(
    st.sampled_from(["post", "pay", "oldest", "unallocate", "refund", "void", "credit", "reverse"]),
    st.integers(0, 5),
    st.integers(1, 500),
    st.integers(0, 70),
)
_History = list[tuple[str, int, int, int]]


class History:
    """Random steps of one customer; refused ones do nothing."""

    def __init__(self, customer: int) -> None:
        self.customer = customer
        self.invoices: list[int] = []
        self.payments: list[int] = []

    async def step(self, kind: str, which: int, amount: int, day: date) -> None:
        try:
            await self._do(kind, which, amount, day)
        except (Conflict, InvalidInput):
            return

    async def _do(self, kind: str, which: int, amount: int, day: date) -> None:
        if kind == "post":
            due = day + timedelta(days=amount % 90)
            self.invoices.append(await post(self.customer, amount, posted_on=day, due_on=due))
        elif kind == "pay":
            self.payments.append(await pay(self.customer, amount, on=day))
        elif kind == "void" and self.invoices:
            await void_invoice(self.invoices[which % len(self.invoices)], on=day)
        elif kind == "credit" and self.invoices:
            note = await credit_invoice(self.invoices[which % len(self.invoices)], amount, reason="x", on=day)
            self.payments.append(
                await fetch_value("SELECT payment_id FROM crm_receivables_credit_note WHERE id = $1", note)
            )
        elif self.payments:
            payment = self.payments[which % len(self.payments)]
            if kind == "oldest":
                await allocate_payment(payment, on=day)
            elif kind == "unallocate":
                await unallocate(payment, on=day)
            elif kind == "reverse":
                await reverse_payment(payment, cause=ReversalCause.MISTAKE, on=day)
            elif kind == "refund":
                await refund_payment(payment, amount, on=day)


async def booked(customer: int, day: date) -> int:
    """Receivable and customer credit together, as the journal has it on `day`."""
    return int(
        await fetch_value(
            "SELECT coalesce(sum(p.amount), 0) FROM crm_receivables_posting p JOIN crm_receivables_entry e"
            " ON e.id = p.entry_id WHERE p.customer_id = $1 AND e.posted_on <= $2"
            " AND p.account IN ('receivable', 'credit')",
            customer,
            day,
        )
    )


async def assert_days(customer: int) -> None:
    """Every day on which anything happened, and those around it: no negative balance, and the journal says the same."""
    rows = await fetch("SELECT DISTINCT posted_on FROM crm_receivables_entry ORDER BY 1")
    for day in {row["posted_on"] + timedelta(days=n) for row in rows for n in (-1, 0, 40)}:
        *parts, credit, outstanding = await row_of(customer, day)
        assert min(parts) >= 0 and credit <= 0
        assert sum(parts) + credit == outstanding == await booked(customer, day)


@PROPERTY
@given(steps=st.lists(_STEP, min_size=3, max_size=14))
async def test_any_history_in_any_order_of_days(steps: _History) -> None:
    history = History(await new_customer())
    for kind, which, amount, offset in steps:
        await history.step(kind, which, amount, START + timedelta(days=offset))
    await assert_ties()
    await assert_days(history.customer)


@PROPERTY
@given(steps=st.lists(_STEP, min_size=3, max_size=14))
async def test_a_past_day_never_sees_what_came_later(steps: _History) -> None:
    history = History(await new_customer())
    seen: dict[date, tuple[int, ...]] = {}
    for kind, which, amount, offset in sorted(steps, key=lambda step: step[3]):
        day = START + timedelta(days=offset)
        await history.step(kind, which, amount, day)
        seen[day] = await row_of(history.customer, day)
    for day, then in seen.items():
        assert await row_of(history.customer, day) == then


async def test_by_owner_region_and_contract() -> None:
    seller = await user("seller", ReceivablesPermission.READ, CorePermission.READ)
    first, second, third = (
        await new_customer("甲", owner_id=seller.id),
        await new_customer("乙"),
        await new_customer("丙"),
    )
    region = await fetch_value("SELECT min(id) FROM crm_core_term WHERE kind = 'region'")
    await execute("UPDATE crm_core_customer SET region_id = $2 WHERE id = ANY($1)", [first, second], region)
    for customer, amount in ((first, 100), (second, 20), (third, 3)):
        await post(customer, amount)
    await pay(third, 1)
    by_owner, by_region = await aging(DAY, by=AgingGroup.OWNER), await aging(DAY, by=AgingGroup.REGION)
    assert [(row.id, row.outstanding) for row in by_owner.rows] == [(seller.id, 100), (None, 22)]
    assert [(row.id, row.outstanding, row.credit) for row in by_region.rows] == [(region, 120, 0), (None, 2, -1)]
    by_contract = await aging(DAY, by=AgingGroup.CONTRACT)
    assert [(row.id, row.outstanding) for row in by_contract.rows] == [(None, 122)]
    for found in (by_owner, by_region, by_contract):
        assert [(total.outstanding, total.count) for total in found.totals] == [(122, len(found.rows))]
    only = await aging(DAY, only=AgingFilter(region=region), limit=1)
    assert [row.id for row in only.rows] == [first] and only.totals[0].count == 2
