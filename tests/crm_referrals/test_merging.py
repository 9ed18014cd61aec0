"""Merging customers keeps referrals sound, and undoing it brings them back."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable

import pytest

from crm_core import merging
from crm_core.permissions import CorePermission
from crm_referrals import codes
from crm_referrals.errors import SamePerson
from guanxi import GuanxiError, fetch, use_actor
from guanxi.context import Company
from tests.crm_core.support import user
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_referrals.support import edges, has_ring, pay, refer, states

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def everything() -> list[tuple[object, ...]]:
    rows = await fetch(
        "SELECT id, referrer_id, referred_id, state, why, order_source FROM crm_referrals_referral ORDER BY id"
    )
    found = await fetch("SELECT code, customer_id, main FROM crm_referrals_code ORDER BY id")
    return [tuple(row) for row in (*rows, *found)]


async def test_referrals_follow_and_come_back(program: Company, make_customer: MakeCustomer) -> None:
    top, survivor, loser, child, other = [await make_customer() for _n in range(5)]
    await refer(top, loser)
    await refer(loser, child)
    await refer(survivor, other)
    mine, theirs = await codes.ensure_code(survivor), await codes.ensure_code(loser)
    before = await everything()
    with use_actor(await user("Merger", tuple(CorePermission))):
        merge = await merging.merge(survivor, loser)
        assert await edges() == [(top, survivor), (survivor, child), (survivor, other)]
        assert [await codes.customer_of(code) for code in (mine, theirs)] == [survivor, survivor]
        assert await codes.own_code(survivor) == mine
        await merging.undo(merge)
    assert await everything() == before


async def test_what_would_be_a_ring_stays_behind(program: Company, make_customer: MakeCustomer) -> None:
    one, middle, last = [await make_customer() for _n in range(3)]
    await refer(one, middle)
    await refer(middle, last)
    await pay(middle)
    before = await everything()
    with use_actor(await user("Ringer", tuple(CorePermission))):
        merge = await merging.merge(last, one)
        assert await edges() == [(one, middle), (middle, last)]
        assert await states() == [("refused", "merged", 0, 0), ("waiting", None, 0, 0)]
        await merging.undo(merge)
        assert await everything() == before
        merge = await merging.merge(middle, last)  # who recommended and who was recommended are one
        assert await states() == [("qualified", None, 0, 0), ("refused", "merged", 0, 0)]
        await merging.undo(merge)
    assert await everything() == before


async def test_of_two_referrals_of_one_person_the_survivors_counts(
    program: Company, make_customer: MakeCustomer
) -> None:
    one, other, survivor, loser = [await make_customer() for _n in range(4)]
    await refer(one, survivor)
    await refer(other, loser)
    with use_actor(await user("Twice", tuple(CorePermission))):
        merge = await merging.merge(survivor, loser)
        assert await states() == [("waiting", None, 0, 0), ("refused", "merged", 0, 0)]
        await merging.undo(merge)
    assert await states() == [("waiting", None, 0, 0)] * 2


async def test_a_merged_customers_numbers_still_count_as_ones_own(
    program: Company, make_customer: MakeCustomer
) -> None:
    one, survivor = await make_customer(), await make_customer()
    code = await codes.ensure_code(one)
    with use_actor(await user("Self", tuple(CorePermission))):
        await merging.merge(survivor, one)
    with pytest.raises(SamePerson):
        await refer(await codes.customer_of(code), survivor)


async def test_merges_and_referrals_at_once_make_no_ring(program: Company, make_customer: MakeCustomer) -> None:
    merger, draw = await user("Busy", tuple(CorePermission)), random.Random(7)
    for _round in range(6):
        people = [await make_customer() for _n in range(7)]
        steps: list[Awaitable[int]] = [refer(*draw.sample(people, 2)) for _n in range(8)]
        with use_actor(merger):
            for survivor, loser in (draw.sample(people, 2) for _n in range(3)):
                steps.append(merging.merge(survivor, loser))
            found = await asyncio.gather(*steps, return_exceptions=True)
        assert [each for each in found if isinstance(each, Exception) and not isinstance(each, GuanxiError)] == []
        assert not has_ring(await edges())
