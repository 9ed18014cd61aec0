"""A discount beyond one's limit: handed in, decided on, and good for the same lines alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from crm_contracts.approval_models import Approval
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.timeline import SOURCE
from guanxi import (
    Actor,
    Conflict,
    InvalidInput,
    elevated,
    execute,
    fetch,
    fetch_value,
    find,
    get,
    today,
    update,
    use_actor,
    where,
)
from tests.crm_contracts.support import SALES, YES, act, customer, draft, product, user
from tests.crm_contracts.test_approvals import afresh, approver, rule, states
from tests.crm_contracts.test_discounts import limit, role, seller
from tests.crm_contracts.test_quotations import LAST

pytestmark = pytest.mark.usefixtures("inside")
ASK = {"reason": "A pilot customer"}


async def boss_of(name: str, percent: str, *permissions: str) -> tuple[int, Actor]:
    """A role that approves contracts up to a discount, and somebody who has it."""
    made, person = await role(name), await approver(name)
    await limit(made, percent)
    await execute(
        "UPDATE guanxi_role SET permissions = $2 WHERE id = $1", made, [ContractPermission.APPROVE, *permissions]
    )
    await execute("INSERT INTO guanxi_user_role (user_id, role_id) VALUES ($1, $2)", person.id, made)
    return made, person


async def sales(percent: str = "10") -> Actor:
    made = await role("Sales")
    await limit(made, percent)
    return await seller(made)


async def cheap(percent: int, **values: Any) -> Contract:
    made = await product(price=1_000)
    with elevated():
        lines = {"product": made.id, "discount": Decimal(percent)}
        return await draft(lines, customer_id=await customer(), **values)


async def refused(contract: Contract, name: str, values: dict[str, Any]) -> str:
    with pytest.raises((InvalidInput, Conflict)) as error:
        await act(contract, name, values)
    return str(error.value)


async def test_the_lowest_role_that_is_high_enough_is_asked() -> None:
    actor, (_low, lead), (_high, chief) = await sales(), await boss_of("Lead", "20"), await boss_of("Chief", "50")
    contract = await cheap(30, owner=actor.id)
    quote = {"mail": False, "quoted_until": today()}
    with use_actor(actor):
        for name, values in (("quote", quote), ("confirm", YES)):
            assert "costs 30 % less" in await refused(contract, name, values)
        contract = await act(contract, "hand_in", ASK)
        assert contract.state == "in_review"
    assert await states(contract) == [("Discount beyond the limit", "pending")]
    [asked] = await fetch("SELECT assigned_to, reason, measured FROM crm_contracts_approval")
    assert (asked["assigned_to"], asked["reason"], len(asked["measured"])) == ("Chief", "A pilot customer", 32)
    assert [row["detail"] for row in await fetch("SELECT detail FROM guanxi_notification")] == ["A pilot customer"]
    with use_actor(await afresh(chief)):
        contract = await act(contract, "approve", {"comment": None})
    assert (contract.state, contract.number) == ("draft", None)
    assert await fetch_value("SELECT count(*) FROM guanxi_notification WHERE user_id = $1", actor.id) == 1
    with use_actor(actor):
        assert (await act(contract, "quote", quote)).quoted_on == today()
        assert (await act(contract, "confirm", YES)).state == "approved"
    titles = [str(event.title) for event in await SOURCE.load([contract.customer_id], LAST, 30)]
    assert titles[::-1] == [
        *("Contract drawn up", "Contract handed in for approval", "Discount approved"),
        *("Quotation sent", "Contract confirmed"),
    ]
    assert lead.id not in [row["user_id"] for row in await fetch("SELECT user_id FROM guanxi_notification")]


async def test_rules_by_discount_come_first_and_are_not_asked_twice() -> None:
    actor, (_high, chief), law = await sales(), await boss_of("Chief", "50"), await approver("law")
    await rule("discounts", discount=Decimal(20), approver=law.id)
    await rule("large", minimum=0, approver=chief.id)
    contract = await cheap(30)
    with use_actor(actor):
        contract = await act(contract, "hand_in", ASK)
    assert await states(contract) == [("discounts", "pending")]
    with use_actor(await afresh(law)):
        contract = await act(contract, "approve", {"comment": "fine"})
    with use_actor(actor):
        contract = await act(contract, "confirm", YES)
    assert await states(contract) == [("discounts", "approved"), ("large", "pending")]
    with use_actor(await afresh(chief)):
        contract = await act(contract, "approve", {"comment": None})
    assert contract.state == "approved"


@pytest.mark.parametrize(
    "change", [{"discount": Decimal(31)}, {"quantity": Decimal(2)}, {"unit_price": 999}, {"recurrence": "month"}]
)
async def test_other_lines_are_asked_about_again(change: dict[str, Any]) -> None:
    actor, (_high, chief) = await sales(), await boss_of("Chief", "50")
    contract = await cheap(30)
    with use_actor(actor):
        await act(contract, "hand_in", ASK)
    with use_actor(await afresh(chief)):
        await act(contract, "approve", {"comment": None})
    id = await fetch_value("SELECT id FROM crm_contracts_line")
    with elevated():
        await update(Contract, contract.id, {"title": "Another title"})
        await update(Contract, contract.id, {"lines": [{"id": id, **change}]})
    with use_actor(actor):
        assert "Hand in the discount" in await refused(contract, "confirm", YES)
        assert (await act(contract, "hand_in", ASK)).state == "in_review"


async def test_a_rejection_is_no_approval() -> None:
    actor, (_high, chief), law = await sales(), await boss_of("Chief", "50"), await approver("law")
    await rule("first", step=1, discount=Decimal(20), approver=law.id)
    await rule("second", step=2, discount=Decimal(20), approver=chief.id)
    contract = await cheap(30)
    with use_actor(actor):
        await act(contract, "hand_in", ASK)
    with use_actor(await afresh(law)):
        assert (await act(contract, "approve", {"comment": None})).state == "in_review"
    with use_actor(await afresh(chief)):
        assert (await act(contract, "reject", {"reason": "Too much"})).state == "draft"
    with use_actor(actor):
        assert "Hand in the discount" in await refused(contract, "confirm", YES)


async def test_who_cannot_be_asked() -> None:
    actor, contract = await sales(), await cheap(30)
    with use_actor(actor):
        said = await refused(contract, "hand_in", ASK)
        assert said.startswith("Nobody may approve this discount")
    _low, lead = await boss_of("Lead", "20")
    await execute("UPDATE guanxi_user SET active = false WHERE id = $1", lead.id)
    await boss_of("Off", "90")
    await execute("UPDATE guanxi_role SET permissions = '[]' WHERE name = 'Off'")
    own, _chief = await boss_of("Own", "90")
    await execute("DELETE FROM guanxi_user_role WHERE role_id = $1", own)
    with use_actor(actor):
        assert await refused(contract, "hand_in", ASK) == said
    with elevated():
        assert await find(Approval, where.eq("contract", contract.id)) == []
        assert (await get(Contract, contract.id)).state == "draft"


async def test_a_role_with_any_discount_is_asked_last() -> None:
    actor = await sales()
    boss_role, _boss = await boss_of("Boss", "5", ContractPermission.ANY_DISCOUNT)
    with use_actor(actor):
        contract = await act(await cheap(99), "hand_in", ASK)
    assert (
        await fetch_value("SELECT role_id FROM crm_contracts_approval WHERE contract_id = $1", contract.id) == boss_role
    )


async def test_what_is_within_the_limit_needs_nobody() -> None:
    actor, contract = await sales(), await cheap(10)
    await boss_of("Chief", "50")
    with use_actor(actor):
        assert "No discount is beyond your limit" in await refused(contract, "hand_in", ASK)
    free = await user("free", (*SALES, "crm_core.customers.see_all", ContractPermission.ANY_DISCOUNT))
    with use_actor(free), pytest.raises(Conflict):
        await act(contract, "hand_in", ASK)


@pytest.mark.parametrize("name", ["title", "customer"])
async def test_an_approval_is_for_one_customer(name: str) -> None:
    actor, (_high, chief) = await sales(), await boss_of("Chief", "50")
    contract = await cheap(30)
    with use_actor(actor):
        await act(contract, "hand_in", ASK)
    with use_actor(await afresh(chief)):
        await act(contract, "approve", {"comment": None})
    with elevated():
        other: Any = await customer("南通瑞和机电有限公司") if name == "customer" else "Another title"
        await update(Contract, contract.id, {name: other})
    with use_actor(actor):
        if name == "title":
            assert (await act(contract, "confirm", YES)).state == "approved"
        else:
            assert "Hand in the discount" in await refused(contract, "confirm", YES)


async def test_what_is_approved_is_not_asked_again_and_stays_approved() -> None:
    actor, (_high, chief) = await sales(), await boss_of("Chief", "50")
    contract = await cheap(30)
    with use_actor(actor):
        await act(contract, "hand_in", ASK)
    with use_actor(await afresh(chief)):
        await act(contract, "approve", {"comment": None})
    with use_actor(actor):
        assert await refused(contract, "hand_in", ASK) == "This discount is approved already."
        assert (await act(contract, "confirm", YES)).state == "approved"


async def test_whoever_handed_it_in_hears_what_was_decided() -> None:
    actor, (_high, chief) = await sales(), await boss_of("Chief", "50")
    contract = await cheap(30, owner=chief.id)
    for name, values in (("reject", {"reason": "No"}), ("approve", {"comment": None})):
        with use_actor(actor):
            await act(contract, "hand_in", ASK)
        await execute("DELETE FROM guanxi_notification")
        with use_actor(await afresh(chief)):
            await act(contract, name, values)
        assert [row["user_id"] for row in await fetch("SELECT user_id FROM guanxi_notification")] == [actor.id]
