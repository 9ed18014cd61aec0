"""Memberships follow a merge of customers, with the tier that they bring, and come back."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from crm_core import merging
from crm_core.permissions import CorePermission
from crm_membership.selling import order
from guanxi import Actor, fetch, use_actor
from guanxi.jobs.worker import run_pending
from tests.crm_core.support import user
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_membership.support import bought, given, memberships, on, pay, plan, tier

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]
_numbers = itertools.count(1)
JANUARY, END, NEXT_END = date(2026, 1, 31), date(2027, 1, 30), date(2028, 1, 30)


async def merger() -> Actor:
    return await user(f"Merger {next(_numbers)}", tuple(CorePermission))


async def everything() -> list[tuple[object, ...]]:
    rows = await fetch("SELECT id, customer_id, state, first_day, last_day FROM crm_membership_membership ORDER BY id")
    grants = await fetch("SELECT customer_id, tier_id, last_day FROM crm_membership_grant ORDER BY customer_id")
    return [tuple(row) for row in (*rows, *grants)]


async def test_the_tier_goes_with_the_membership(make_customer: MakeCustomer) -> None:
    survivor, loser, top = await make_customer(), await make_customer(), await tier()
    with on(JANUARY):
        await bought(loser, await plan())
        before = await everything()
        with use_actor(await merger()):
            merge = await merging.merge(survivor, loser)
            assert await memberships(survivor) == [("active", JANUARY, END)]
            assert await given(survivor) == (top.id, END)
            await merging.undo(merge)
        await run_pending(50)
        assert await everything() == before
        assert (await given(survivor), await given(loser)) == ((None, None), (top.id, END))


async def test_two_memberships_of_a_tier_run_one_after_the_other(make_customer: MakeCustomer) -> None:
    survivor, loser, of, top = await make_customer(), await make_customer(), await plan(), await tier()
    with on(JANUARY):
        await bought(survivor, of)
        await bought(loser, of)
        with use_actor(await merger()):
            merge = await merging.merge(survivor, loser)
            await merging.undo(merge)
        assert await given(survivor) == await given(loser) == (top.id, END)


async def test_an_order_that_waits_is_paid_by_the_survivor(make_customer: MakeCustomer) -> None:
    survivor, loser, of = await make_customer(), await make_customer(), await plan()
    with on(JANUARY):
        made, own = await order(loser, of.id), await order(survivor, of.id)
        with use_actor(await merger()):
            await merging.merge(survivor, loser)
        assert (await order(survivor, of.id)).invoice_id == own.invoice_id
        await pay(survivor, made)
        await pay(survivor, own)
        assert sorted(await memberships(survivor)) == [
            ("active", JANUARY, END),
            ("active", date(2027, 1, 31), NEXT_END),
        ]
        assert await given(survivor) == ((await tier()).id, NEXT_END)


async def test_an_order_of_the_loser_is_the_survivors(make_customer: MakeCustomer) -> None:
    survivor, loser, of = await make_customer(), await make_customer(), await plan()
    made = await order(loser, of.id)
    with use_actor(await merger()):
        merge = await merging.merge(survivor, loser)
        assert (await order(survivor, of.id)).invoice_id == made.invoice_id
        await merging.undo(merge)
    assert (await order(loser, of.id)).invoice_id == made.invoice_id
