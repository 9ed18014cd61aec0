"""Who recommended whom: once, never oneself, never in a ring, also when all happens at once."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_referrals import codes
from crm_referrals.errors import (
    AlreadyReferred,
    CircularReferral,
    CustomerGone,
    NoSuchCode,
    NotNew,
    SamePerson,
)
from guanxi import NotFound, clock, execute, fetch_value
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_referrals.support import edges, has_ring, reach, refer, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_customer_is_recommended_once(make_customer: MakeCustomer) -> None:
    one, two, new = [await make_customer() for _n in range(3)]
    assert await refer(one, new) == await refer(one, new)
    with pytest.raises(AlreadyReferred):
        await refer(two, new)
    assert await edges() == [(one, new)]


async def test_nobody_recommends_oneself(make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    with pytest.raises(SamePerson):
        await refer(one, one)
    await reach(one, email="li.na+shop@example.com")
    await reach(new, email="li.na@example.com")
    with pytest.raises(SamePerson):
        await refer(one, new)
    await reach(new, email="", mobile="13812345678")
    await execute(
        "INSERT INTO crm_core_contact_point (revision, created_at, updated_at, customer_id, kind, value, label)"
        " VALUES (1, now(), now(), $1, 'mobile', '+8613812345678', '')",
        one,
    )
    with pytest.raises(SamePerson):
        await refer(one, new)
    await reach(new, mobile="13812345679", address="人民路1号")
    await reach(one, address="人民路1号")
    await refer(one, new)


async def test_only_new_customers_count(make_customer: MakeCustomer) -> None:
    one, bought, old, gone = [await make_customer() for _n in range(4)]
    await reach(bought, last_deal_on=clock.now().date())
    await reach(old, created_at=clock.now() - timedelta(days=31))
    await reach(gone, archived=True)
    for customer, error in ((bought, NotNew), (old, NotNew), (gone, CustomerGone), (2**60, NotFound)):
        with pytest.raises(error):
            await refer(one, customer)
    assert await edges() == []
    with with_settings(new_days=0):
        await refer(one, old)


async def test_rings_of_any_length_are_refused(make_customer: MakeCustomer) -> None:
    chain = [await make_customer() for _n in range(6)]
    for one, other in itertools.pairwise(chain):
        await refer(one, other)
    with pytest.raises(CircularReferral):
        await refer(chain[-1], chain[0])
    assert len(await edges()) == 5


async def test_each_recommends_the_other_at_once(make_customer: MakeCustomer) -> None:
    for _round in range(20):
        one, other = await make_customer(), await make_customer()
        found = await asyncio.gather(refer(one, other), refer(other, one), return_exceptions=True)
        assert Counter(type(each) for each in found) == {int: 1, CircularReferral: 1}


async def test_a_ring_of_eight_at_once_lacks_one(make_customer: MakeCustomer) -> None:
    for _round in range(5):
        ring = [await make_customer() for _n in range(8)]
        steps = (refer(one, other) for one, other in zip(ring, ring[1:] + ring[:1], strict=True))
        found = await asyncio.gather(*steps, return_exceptions=True)
        assert Counter(type(each) for each in found) == {int: 7, CircularReferral: 1}


async def test_sixteen_recommend_the_same_customer_at_once(make_customer: MakeCustomer) -> None:
    new, others = await make_customer(), [await make_customer() for _n in range(16)]
    found = await asyncio.gather(*(refer(other, new) for other in others), return_exceptions=True)
    assert Counter(type(each) for each in found) == {int: 1, AlreadyReferred: 15}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=16))
async def test_whatever_is_noted_at_once_makes_no_ring(
    make_customer: MakeCustomer, pairs: list[tuple[int, int]]
) -> None:
    people = [await make_customer() for _n in range(6)]
    await asyncio.gather(*(refer(people[one], people[other]) for one, other in pairs), return_exceptions=True)
    assert not has_ring(await edges())


async def test_a_code_is_made_once_and_found_as_people_write_it(make_customer: MakeCustomer) -> None:
    one = await make_customer()
    assert await codes.own_code(one) is None
    made = await asyncio.gather(*(codes.ensure_code(one) for _n in range(16)))
    (code,) = set(made)
    assert len(code) == 13 and await codes.own_code(one) == code
    typed = f" {code[:4].lower()}-{code[4:8]}-{code[8:]} ".replace("0", "o").replace("1", "l")
    assert await codes.customer_of(typed) == one
    assert codes.link_of(code).endswith(f"/portal/crm_referrals/recommended?ref={code}")
    for wrong in ("", code[:-1], "\x00", "x" * 500):
        with pytest.raises(NoSuchCode):
            await codes.customer_of(wrong)
    assert await fetch_value("SELECT count(*) FROM crm_referrals_code") == 1


async def test_codes_are_random_and_64_bits_long() -> None:
    made = {codes.new_code() for _n in range(1000)}
    assert len(made) == 1000
    assert {len(code) for code in made} == {13}
    assert {code[12] for code in made} == set("0123456789ABCDEF")
