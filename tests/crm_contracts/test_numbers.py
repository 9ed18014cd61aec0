"""A13: numbers of confirmed contracts are 1..n in their year; drafts have none, void ones keep theirs."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.models import Contract
from crm_contracts.number_models import ContractNumber
from crm_contracts.permissions import ContractPermission
from guanxi import Conflict, InvalidInput, current_company, delete, fetch, fetch_value, transaction
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import SALES, YES, act, customer, draft, user


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
        assert {row["state"] for row in rows} <= {"approved"}
        ids = [contract.id for contract in drafts]
        states = await fetch("SELECT state FROM crm_contracts_contract WHERE id = ANY($1)", ids)
        counted = Counter(row["state"] for row in states)
        assert (counted["approved"], counted["draft"]) == (sum(done), 16 - sum(done))


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


DRAW = (*SALES, ContractPermission.NUMBERS)


async def drawn(count: int = 1, holder: int | None = None) -> list[str]:
    resource = current_company().catalog.resource_of[ContractNumber]
    outcome = await run_action(
        resource, find_action(resource, "draw", "list"), None, {"count": count, "holder": holder}
    )
    numbers: list[str] = outcome.data["numbers"]
    return numbers


async def give_up(number: str, name: str) -> None:
    resource = current_company().catalog.resource_of[ContractNumber]
    id = await fetch_value("SELECT id FROM crm_contracts_number WHERE number = $1", number)
    await run_action(resource, find_action(resource, name, "record"), id, {"reason": "spoiled"})


async def number_id(number: str) -> int:
    return int(await fetch_value("SELECT id FROM crm_contracts_number WHERE number = $1", number))


async def register() -> list[tuple[str, str]]:
    rows = await fetch("SELECT right(number, 2) AS number, state FROM crm_contracts_number ORDER BY number")
    return [(row["number"], row["state"]) for row in rows]


async def test_the_register_explains_every_number(inside: Company) -> None:
    seller = await user("seller", DRAW)
    with use_actor(seller):
        first, second, third = await drawn(3)
        await give_up(second, "return")
        await give_up(third, "void")
    await act(await draft(), "confirm", YES)
    await act(await act(await draft(), "confirm", YES), "cancel", {"reason": "wrong customer"})
    assert await register() == [("01", "drawn"), ("02", "returned"), ("03", "void"), ("04", "used"), ("05", "void")]
    with use_actor(seller):
        assert [number[-2:] for number in await drawn(2)] == ["02", "06"], "returned ones first"
        with pytest.raises(Conflict):
            await give_up(third, "return")
    assert first.endswith("-000001")


async def test_a_drawn_number_becomes_the_contracts(inside: Company) -> None:
    seller, other = await user("seller", DRAW), await user("other", DRAW)
    with use_actor(other):
        [foreign] = await drawn()
    with use_actor(seller):
        [mine] = await drawn()
        buyer = await customer(owner=seller.id)
        with pytest.raises(InvalidInput):
            await draft(customer_id=buyer, drawn=await number_id(foreign))
        contract = await draft(customer_id=buyer, drawn=await number_id(mine))
        with pytest.raises(InvalidInput):
            await draft(customer_id=buyer, drawn=await number_id(mine))
        with pytest.raises(Conflict):
            await give_up(mine, "return")
        contract = await act(contract, "confirm", YES)
    assert contract.number == mine
    assert await register() == [("01", "drawn"), ("02", "used")]


async def test_a_draft_with_a_number_is_declared_void_and_not_deleted(inside: Company) -> None:
    contract = await act(await act(await draft(), "confirm", YES), "revise", {"reason": "typing error"})
    assert contract.state == "draft" and contract.number is not None
    with pytest.raises(Conflict):
        await delete(Contract, contract.id)
    number = contract.number
    assert (await act(contract, "confirm", YES)).number == number
    await act(contract, "cancel", {"reason": "no deal"})
    assert await register() == [("01", "void")]


async def test_a_void_contract_leaves_paper_that_it_did_not_get(inside: Company) -> None:
    with use_actor(await user("seller", (*DRAW, ContractPermission.CANCEL, ContractPermission.SEE_ALL))) as seller:
        [mine] = await drawn()
        contract = await draft(customer_id=await customer(owner=seller.id), drawn=await number_id(mine))
        await act(contract, "cancel", {"reason": "no deal"})
        await give_up(mine, "return")
    assert await register() == [("01", "returned")]
