"""A13: numbers of confirmed contracts are 1..n in their year; drafts have none, void ones keep theirs."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.models import Contract
from guanxi import fetch, fetch_value, transaction
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.crm_contracts.support import YES, act, customer, draft


class Undone(Exception):
    """Rolls a confirmation back."""


async def _confirm(contract: Contract, chance: random.Random) -> bool:
    undo = chance.random() < 0.4
    try:
        async with transaction():
            await act(contract, "confirm", YES)
            await asyncio.sleep(chance.random() / 200)
            if undo:
                raise Undone
    except Undone:
        return False
    return True


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
async def test_sixteen_at_once_with_rollbacks_leave_no_gap(company: Company, seed: int) -> None:
    with use_company(company), use_actor(SYSTEM):
        buyer = await customer()
        drafts = [await draft(customer_id=buyer, title=str(n)) for n in range(16)]
        done = await asyncio.gather(*(_confirm(contract, random.Random(seed + n)) for n, contract in enumerate(drafts)))
        rows = await fetch("SELECT number, state FROM crm_contracts_contract WHERE number IS NOT NULL ORDER BY 1")
        assert [row["number"][-6:] for row in rows] == [f"{n:06}" for n in range(1, len(rows) + 1)]
        assert {row["state"] for row in rows} <= {"confirmed"}
        ids = [contract.id for contract in drafts]
        states = await fetch("SELECT state FROM crm_contracts_contract WHERE id = ANY($1)", ids)
        counted = Counter(row["state"] for row in states)
        assert (counted["confirmed"], counted["draft"]) == (sum(done), 16 - sum(done))


async def test_two_confirmations_of_one_contract_take_one_number(inside: Company) -> None:
    contract = await draft()
    results = await asyncio.gather(*(act(contract, "confirm", YES) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(result, Contract) for result in results) == 1
    assert await fetch_value("SELECT last FROM guanxi_number_series WHERE series = 'crm_contracts.contract'") == 1


async def test_a_void_contract_keeps_its_number(inside: Company) -> None:
    first = await act(await draft(), "confirm", YES)
    void = await act(first, "cancel", {"reason": "wrong customer"})
    second = await act(await draft(), "confirm", YES)
    assert (void.state, void.number) == ("cancelled", first.number)
    assert (first.number or "")[-6:] == "000001" and (second.number or "")[-6:] == "000002"
    entry = await fetch(
        "SELECT reason, after FROM guanxi_audit WHERE resource = 'crm_contracts/contracts' AND record_id = $1"
        " ORDER BY id DESC LIMIT 1",
        first.id,
    )
    assert (entry[0]["reason"], entry[0]["after"]) == ("wrong customer", {"state": "cancelled"})
