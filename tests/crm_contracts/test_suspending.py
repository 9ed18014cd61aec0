"""Suspending and resuming as users do, and what the calendar makes of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_contracts.models import Contract
from crm_contracts.passing import settle
from guanxi import Company, Conflict, get, today
from tests.crm_contracts.support import act, active, monthly


async def suspended(first: date) -> Contract:
    contract = await active(monthly(billing="arrears"), starts_on=today() - timedelta(days=3))
    return await act(contract, "suspend", {"from_on": first, "reason": "rebuilding"})


async def resumed(contract: Contract, day: date) -> Contract:
    return await act(contract, "resume", {"from_on": day, "reason": "done"})


async def test_from_today_on_and_back(inside: Company) -> None:
    contract = await suspended(today())
    assert (contract.state, contract.suspended_on) == ("suspended", today())
    contract = await resumed(contract, today())
    assert (contract.state, contract.suspended_on) == ("active", None)
    with pytest.raises(Conflict):
        await resumed(contract, today())


async def test_one_agreed_for_later_begins_by_itself_and_ends_so(inside: Company) -> None:
    first = today() + timedelta(days=10)
    contract = await resumed(await suspended(first), first + timedelta(days=5))
    assert (contract.state, contract.suspended_on) == ("active", first)
    for day, state, since in (
        (9, "active", first),
        (10, "suspended", first),
        (14, "suspended", first),
        (15, "active", None),
    ):
        await settle(today() + timedelta(days=day))
        contract = await get(Contract, contract.id)
        assert (contract.state, contract.suspended_on) == (state, since), day


async def test_one_taken_back_before_it_began_was_never_there(inside: Company) -> None:
    first = today() + timedelta(days=10)
    contract = await resumed(await suspended(first), first)
    assert (contract.state, contract.suspended_on) == ("active", None)
    assert (await act(contract, "suspend", {"from_on": first, "reason": "again"})).suspended_on == first


async def test_one_that_passed_while_nothing_ran_is_over(inside: Company) -> None:
    first = today() + timedelta(days=10)
    contract = await resumed(await suspended(first), first + timedelta(days=5))
    await settle(first + timedelta(days=30))
    contract = await get(Contract, contract.id)
    assert (contract.state, contract.suspended_on) == ("active", None)
