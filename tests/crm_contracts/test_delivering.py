"""Deliveries: planned, recorded, accepted; never more than planned; the contract's status; who is told when late."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from crm_contracts.delivery_cards import LATE_CARD
from crm_contracts.delivery_models import Delivery
from crm_contracts.delivery_timeline import DELIVERY_SOURCE
from crm_contracts.models import Contract
from crm_contracts.portal import CONTRACTS_SECTION
from crm_contracts.reminding import REMIND, remind
from guanxi import (
    Company,
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    TimelineMark,
    clock,
    create,
    current_company,
    enqueue,
    fetch,
    fetch_value,
    get,
    today,
    update,
    use_actor,
)
from guanxi.jobs import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import SALES, act, active, confirmed, customer, draft, line, user
from tests.links import behind

DAY = date(2026, 6, 15)


def at(day: date) -> Any:
    return clock.travel(datetime.combine(day, time(4), UTC))


async def planned(
    contract: Contract, what: str = "Pumps", quantity: int = 10, due_on: date = DAY, **values: Any
) -> Delivery:
    given = {"contract": contract.id, "what": what, "quantity": Decimal(quantity), "due_on": due_on}
    return await create(Delivery, {**given, **values})


async def run(delivery: Delivery, name: str, **values: Any) -> Delivery:
    resource = current_company().catalog.resource_of[Delivery]
    await run_action(resource, find_action(resource, name, "record"), delivery.id, values)
    return await get(Delivery, delivery.id)


async def deliver(delivery: Delivery, quantity: int | str) -> Delivery:
    return await run(delivery, "deliver", quantity=Decimal(quantity), delivered_on=today(), note=None)


async def accept(delivery: Delivery) -> Delivery:
    return await run(delivery, "accept", accepted_on=today(), accepted_by="李雪梅", note="all well")


async def status(contract: Contract) -> str:
    return str((await get(Contract, contract.id)).delivery)


async def test_from_plan_to_acceptance(inside: Company) -> None:
    with at(DAY):
        contract = await active(line(500), starts_on=DAY)
        assert await status(contract) == "none"
        first, second = await planned(contract), await planned(contract, "Valves", 4)
        assert await status(contract) == "planned"
        first = await deliver(first, "2.5")
        assert (first.state, first.delivered, first.delivered_on) == ("partly", Decimal("2.5"), DAY)
        assert await status(contract) == "partly"
        with pytest.raises(Conflict):
            await accept(first)
        first = await deliver(first, "7.5")
        assert first.state == "delivered" and await status(contract) == "partly"
        await deliver(second, 4)
        assert await status(contract) == "delivered"
        first = await accept(first)
        assert (first.state, first.accepted_on, first.accepted_by) == ("accepted", DAY, "李雪梅")
        assert await status(contract) == "delivered"
        await accept(second)
        assert await status(contract) == "accepted"
        for refused in (deliver(first, 1), update(Delivery, first.id, {"quantity": Decimal(20)})):
            with use_actor(await user(f"u{id(refused)}", (*SALES, _SEE_ALL, _DELIVER))), pytest.raises(Conflict):
                await refused


_SEE_ALL, _DELIVER = "crm_contracts.contracts.see_all", "crm_contracts.deliveries.record"


async def test_never_more_than_planned(inside: Company) -> None:
    with at(DAY):
        delivery = await planned(await active(starts_on=DAY))
        for wrong in (11, -1):
            with pytest.raises(InvalidInput):
                await deliver(delivery, wrong)
        results = await asyncio.gather(*(deliver(delivery, 3) for _ in range(8)), return_exceptions=True)
        assert sum(isinstance(each, Delivery) for each in results) == 3
        assert (await get(Delivery, delivery.id)).delivered == 9
        delivery = await deliver(delivery, -9)
        assert (delivery.state, delivery.delivered_on) == ("planned", None)
        await deliver(delivery, 4)
        with pytest.raises(InvalidInput):
            await update(Delivery, delivery.id, {"quantity": Decimal(3)})
        assert (await update(Delivery, delivery.id, {"quantity": Decimal(4)})).state == "delivered"


async def test_two_at_once_leave_the_right_status(inside: Company) -> None:
    with at(DAY):
        contract = await active(starts_on=DAY)
        parts = [await planned(contract, str(n)) for n in range(6)]
        await asyncio.gather(*(deliver(part, 10) for part in parts))
        assert await status(contract) == "delivered"
        await asyncio.gather(*(accept(part) for part in parts), planned(contract, "more", due_on=DAY))
        assert await status(contract) == "partly"


async def test_lines_of_the_contract_are_found_by_their_description(inside: Company) -> None:
    contract = await draft(line(500, description="Pumps", quantity=Decimal(7)))
    found = await create(Delivery, {"contract": contract.id, "what": " Pumps ", "due_on": DAY})
    assert (found.what, found.quantity) == ("Pumps", Decimal(7)) and found.contract_line_id is not None
    await update(Contract, contract.id, {"lines": [line(1)]})
    assert (await get(Delivery, found.id)).contract_line_id is None, "the line is gone, the delivery stays"
    for wrong in ({"what": "other"}, {"quantity": Decimal(0)}, {"quantity": Decimal(-1)}):
        with pytest.raises(InvalidInput) as refused:
            await create(Delivery, {"contract": contract.id, "what": "x", "due_on": DAY, **wrong})
        assert set(refused.value.fields) == {"quantity"}


async def test_drafts_plan_and_signed_contracts_deliver(inside: Company) -> None:
    with at(DAY):
        contract = await confirmed(starts_on=DAY)
        delivery = await planned(contract)
        with pytest.raises(Conflict):
            await deliver(delivery, 1)
        assert await status(contract) == "planned"
        await act(contract, "cancel", {"reason": "r"})
        with pytest.raises(Conflict):
            await planned(contract)


async def test_what_is_planned_may_be_taken_out(inside: Company) -> None:
    with at(DAY):
        contract = await active(starts_on=DAY)
        delivery, other = await planned(contract), await planned(contract)
        await deliver(other, 1)
        resource = current_company().catalog.resource_of[Delivery]
        drop = find_action(resource, "drop", "record")
        with pytest.raises(Conflict):
            await run_action(resource, drop, other.id, {})
        await run_action(resource, drop, delivery.id, {})
        await deliver(other, 9)
        assert await status(contract) == "delivered"


async def test_late_deliveries_are_told_and_shown(inside: Company) -> None:
    owner, other = await user("owner"), await user("other")
    with at(DAY):
        mine = await customer(owner=owner.id)
        contract = await active(starts_on=DAY, customer_id=mine, owner=owner.id, title="Works")
        unsigned = await confirmed(starts_on=DAY, title="unsigned", owner=owner.id)
        late = await planned(contract, "Pumps")
        await planned(contract, "Valves", responsible=other.id, due_on=DAY + timedelta(days=5))
        await planned(unsigned)
    with at(DAY + timedelta(days=1)):
        for _night in range(2):
            await remind()
        assert await status(contract) == "late" and await status(unsigned) == "planned"
        rows = await fetch("SELECT user_id, href FROM guanxi_notification WHERE kind = 'delivery'")
        assert [tuple(row) for row in rows] == [(owner.id, f"/crm_contracts/deliveries/{late.id}")]
        shown = await LATE_CARD.load()
        assert [figure.value for figure in shown.figures] == ["1"]
        assert [row["title"] for row in await behind(shown.figures[0].href)] == ["Works"]
        assert shown.table is not None and [row[0] for row in shown.table.rows] == ["Pumps"]
        with use_actor(other):
            assert (await LATE_CARD.load()).empty is not None
        [block] = await CONTRACTS_SECTION.blocks(mine)
        assert block.data.table is not None and [row[-1] for row in block.data.table.rows] == ["Late"]
        await update(Delivery, late.id, {"due_on": DAY + timedelta(days=2)})
        assert await status(contract) == "planned"
    with at(DAY + timedelta(days=8)):
        await enqueue(REMIND)
        await run_pending(50)
        told = await fetch("SELECT user_id FROM guanxi_notification WHERE kind = 'delivery' ORDER BY id")
        assert sorted(row["user_id"] for row in told) == sorted(each.id or 0 for each in (owner, owner, other))


async def test_the_timeline_tells_of_deliveries(inside: Company) -> None:
    with at(DAY):
        buyer = await customer()
        delivery = await planned(await active(starts_on=DAY, customer_id=buyer))
        await accept(await deliver(await deliver(delivery, 4), 6))
        mark = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)
        events = await DELIVERY_SOURCE.load([buyer], mark, 10)
        assert [str(event.title) for event in events] == ["Delivery accepted", "Delivered", "Partly delivered"]
        assert events[0].note == "all well"


async def test_who_may_not(inside: Company) -> None:
    with at(DAY):
        delivery = await planned(await active(starts_on=DAY))
        with use_actor(await user("stranger", (*SALES, _DELIVER))), pytest.raises(NotFound):
            await deliver(delivery, 1)
        with use_actor(await user("reader", (*SALES, _SEE_ALL))), pytest.raises(Forbidden):
            await deliver(delivery, 1)
        with pytest.raises(InvalidInput):
            await run(delivery, "deliver", quantity=Decimal(1), delivered_on=DAY + timedelta(days=1), note=None)
    assert await fetch_value("SELECT delivered FROM crm_contracts_delivery") == 0
