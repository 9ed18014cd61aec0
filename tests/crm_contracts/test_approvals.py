"""Approval by rules: who is asked, in which order, and who may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from crm_contracts import cards
from crm_contracts.approval_models import Approval, ApprovalRule, Delegation
from crm_contracts.models import Contract, ContractType
from crm_contracts.parties import parties_of
from crm_contracts.permissions import ContractPermission
from guanxi import (
    Actor,
    Company,
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    actors_of,
    create,
    delete,
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
from tests.crm_contracts.support import SALES, YES, act, customer, draft, line, user

APPROVER = ("crm_core.customers.read", ContractPermission.READ, ContractPermission.APPROVE)


async def approver(login: str, *more: str) -> Actor:
    return await user(login, (*APPROVER, *more))


async def rule(name: str, **values: Any) -> ApprovalRule:
    role = await fetch_value("SELECT min(id) FROM guanxi_role")
    with elevated():
        return await create(ApprovalRule, {"name": name, "currency": "CNY", "role": role, **values})


async def states(contract: Contract) -> list[tuple[str, str]]:
    with elevated():
        asked = await find(Approval, where.eq("contract", contract.id), order="id")
    return [(each.rule, each.state.value) for each in asked]


async def handed_in(seller: Actor, *lines: dict[str, Any], **values: Any) -> Contract:
    with use_actor(seller):
        made = await draft(*lines, customer_id=await customer(owner=seller.id), **values)
        return await act(made, "confirm", YES)


async def afresh(actor: Actor) -> Actor:
    """The actor as the next request reads it: with what was shared since."""
    assert actor.id is not None
    shared = await fetch(
        "SELECT DISTINCT contract_id FROM crm_contracts_approver WHERE user_id = $1 ORDER BY 1", actor.id
    )
    ids = tuple(row["contract_id"] for row in shared)
    return replace(actor, shared={"crm_contracts.approvals": ids} if ids else {})


async def test_without_a_rule_that_applies_it_is_approved_at_once(inside: Company) -> None:
    seller, boss = await user("seller", SALES), await approver("boss")
    with elevated():
        other = await create(ContractType, {"name": "Other"})
    await rule("large", minimum=100_001, approver=boss.id)
    await rule("dollars", minimum=1, currency="USD", approver=boss.id)
    await rule("discount", discount=Decimal("10.01"), approver=boss.id)
    await rule("type", type=other.id, approver=boss.id)
    await rule("off", approver=boss.id, active=False)
    contract = await handed_in(seller, line(100_000, discount=Decimal(10), quantity=Decimal("1.1111")))
    assert (contract.state, contract.number is not None) == ("approved", True)
    assert await states(contract) == []


async def test_once_and_yearly_count_together(inside: Company) -> None:
    seller, boss = await user("seller", SALES), await approver("boss")
    await rule("large", minimum=22_000, approver=boss.id)
    contract = await handed_in(seller, line(10_000), line(1_000, recurrence="month"))
    assert (contract.state, contract.number) == ("in_review", None)
    assert await states(contract) == [("large", "pending")]


async def test_steps_follow_each_other_and_all_of_one_have_to_agree(inside: Company) -> None:
    seller, law, money, chief = [await user("seller", SALES), *[await approver(n) for n in ("law", "money", "chief")]]
    await rule("law", step=1, approver=law.id)
    await rule("money", step=1, approver=money.id)
    await rule("chief", step=2, approver=chief.id)
    contract = await handed_in(seller)
    assert await states(contract) == [("law", "pending"), ("money", "pending"), ("chief", "waiting")]
    with use_actor(await afresh(chief)), pytest.raises(NotFound):
        await act(contract, "approve", {"comment": None})
    with use_actor(await afresh(law)):
        contract = await act(contract, "approve", {"comment": "fine"})
        with pytest.raises(Conflict):
            await act(contract, "approve", {"comment": None})
    assert contract.state == "in_review"
    with use_actor(await afresh(money)):
        await act(contract, "approve", {"comment": None})
    assert (await states(contract))[2] == ("chief", "pending")
    with use_actor(await afresh(chief)):
        contract = await act(contract, "approve", {"comment": None})
    assert contract.state == "approved" and contract.number is not None
    told = await fetch("SELECT user_id, kind FROM guanxi_notification ORDER BY id")
    assert [row["user_id"] for row in told] == [law.id, money.id, chief.id, seller.id]
    assert {row["kind"] for row in told} == {"approval"}


async def test_a_rejection_gives_it_back_with_the_reason(inside: Company) -> None:
    seller, law, chief = await user("seller", SALES), await approver("law"), await approver("chief")
    await rule("law", step=1, approver=law.id)
    await rule("chief", step=2, approver=chief.id)
    contract = await handed_in(seller)
    with use_actor(await afresh(law)):
        contract = await act(contract, "reject", {"reason": "No liability cap"})
    assert (contract.state, contract.number) == ("draft", None)
    assert await states(contract) == [("law", "rejected"), ("chief", "dropped")]
    assert await fetch_value("SELECT detail FROM guanxi_notification WHERE user_id = $1", seller.id) == (
        "No liability cap"
    )
    with use_actor(seller):
        contract = await act(contract, "confirm", YES)
    assert (await states(contract))[2:] == [("law", "pending"), ("chief", "waiting")]
    with use_actor(seller):
        contract = await act(contract, "revise", {"reason": "typing error"})
    assert contract.state == "draft"
    assert (await states(contract))[2:] == [("law", "dropped"), ("chief", "dropped")]


async def test_nobody_approves_what_they_handed_in(inside: Company) -> None:
    boss = await user("boss", (*SALES, ContractPermission.APPROVE, ContractPermission.APPROVE_ALL))
    await rule("boss", approver=boss.id)
    contract = await handed_in(boss)
    with use_actor(await afresh(boss)), pytest.raises(Conflict):
        await act(contract, "approve", {"comment": None})
    other = await approver("other", ContractPermission.APPROVE_ALL, ContractPermission.SEE_ALL)
    with use_actor(other):
        assert (await act(contract, "approve", {"comment": None})).state == "approved"


async def test_any_of_a_role_decides_and_others_do_not(inside: Company) -> None:
    seller, one, two, none = [await user("seller", SALES), *[await approver(n) for n in ("one", "two", "none")]]
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('Law', '法务', '[]', 1, now(), now()) RETURNING id"
    )
    for each in (one, two):
        await execute("INSERT INTO guanxi_user_role (user_id, role_id) VALUES ($1, $2)", each.id, role)
    await rule("law", role=role)
    contract = await handed_in(seller)
    assert await fetch_value("SELECT assigned_to FROM crm_contracts_approval") == "Law"
    with use_actor(none), pytest.raises(NotFound):
        await act(contract, "approve", {"comment": None})
    sees_all = replace(none, permissions=none.permissions | {str(ContractPermission.SEE_ALL)})
    with use_actor(sees_all), pytest.raises(Conflict):
        await act(contract, "approve", {"comment": None})
    without = replace(await afresh(two), permissions=frozenset({str(ContractPermission.READ)}))
    with use_actor(without), pytest.raises(Forbidden):
        await act(contract, "approve", {"comment": None})
    with use_actor(await afresh(two)):
        assert (await act(contract, "approve", {"comment": None})).state == "approved"
        assert (await get(Contract, contract.id)).id == contract.id, "who decided goes on seeing it"


async def test_a_stand_in_decides_for_those_days_only(inside: Company) -> None:
    seller, boss, deputy = await user("seller", SALES), await approver("boss"), await approver("deputy")
    await rule("boss", approver=boss.id)
    contract = await handed_in(seller)
    with use_actor(boss):
        days = {"from_on": today() - timedelta(days=9), "until_on": today() - timedelta(days=1)}
        away = await create(Delegation, {"delegate": deputy.id, **days})
        assert away.user_id == boss.id
    with use_actor(await afresh(deputy)), pytest.raises(Conflict):
        await act(contract, "approve", {"comment": None})
    with use_actor(boss):
        await update(Delegation, away.id, {"until_on": today()})
    with use_actor(await afresh(deputy)):
        assert (await act(contract, "approve", {"comment": None})).state == "approved"
    assert await fetch_value("SELECT decided_by_id FROM crm_contracts_approval") == deputy.id


async def test_stand_ins_are_ones_own_affair(inside: Company) -> None:
    boss, deputy, other = [await approver(name) for name in ("boss", "deputy", "other")]
    days = {"from_on": date(2026, 1, 1), "until_on": date(2026, 1, 2)}
    with use_actor(other):
        with pytest.raises(InvalidInput) as refused:
            await create(Delegation, {"user": boss.id, "delegate": other.id, **days})
        assert set(refused.value.fields) == {"user"}
        with pytest.raises(InvalidInput):
            await create(Delegation, {"delegate": deputy.id, **days, "until_on": date(2025, 1, 1)})
    with use_actor(boss):
        away = await create(Delegation, {"delegate": deputy.id, **days})
    with use_actor(deputy):
        assert (await get(Delegation, away.id)).delegate_id == deputy.id
        with pytest.raises(Conflict):
            await update(Delegation, away.id, {"until_on": date(2027, 1, 1)})
        with pytest.raises(Conflict):
            await delete(Delegation, away.id)
    with use_actor(other), pytest.raises(NotFound):
        await get(Delegation, away.id)


async def test_the_home_page_shows_what_waits_for_the_user(inside: Company) -> None:
    seller, boss, other = await user("seller", SALES), await approver("boss"), await approver("other")
    await rule("boss", approver=boss.id)
    contract = await handed_in(seller, line(100), title="Waits")
    card = cards.HOME[0]
    with use_actor(boss):
        shown = await card.load()
        assert [figure.value for figure in shown.figures] == ["1"]
        assert shown.table is not None and shown.table.hrefs == [f"/crm_contracts/contracts/{contract.id}"]
    for each in (other, seller):
        with use_actor(each):
            assert (await card.load()).table is None


async def test_approvers_are_told_by_mail_with_a_link(inside: Company) -> None:
    seller, boss = await user("seller", SALES), await approver("boss")
    await execute("UPDATE guanxi_user SET email = 'boss@example.com' WHERE id = $1", boss.id)
    await rule("boss", approver=boss.id)
    contract = await handed_in(seller, title="维保合同")
    [mail] = await fetch('SELECT "to", subject, text FROM guanxi_mail')
    assert mail["to"] == "boss@example.com" and "维保合同" in mail["subject"]
    assert f"/crm_contracts/contracts/{contract.id}" in mail["text"]


async def test_the_request_reads_what_one_may_approve(inside: Company) -> None:
    seller, boss = await user("seller", SALES), await approver("boss")
    await rule("boss", approver=boss.id)
    contract = await handed_in(seller)
    assert boss.id is not None
    [actor] = await actors_of({boss.id})
    assert actor.shared["crm_contracts.approvals"] == (contract.id,)


async def test_a_stand_in_has_no_more_power_than_whom_they_stand_in_for(inside: Company) -> None:
    """Neither for whoever handed the contract in, nor for a user who may not sign in any more."""
    seller, boss, stand_in = await user("seller", SALES), await approver("boss"), await approver("stand-in")
    role = await fetch_value("SELECT min(id) FROM guanxi_role")
    with elevated():
        await create(ApprovalRule, {"name": "boss", "currency": "CNY", "role": role, "approver": boss.id})
    for asker, absent in ((seller, boss), (boss, boss)):
        contract = await handed_in(replace(asker, elevated=True), line(100))
        days = {"from_on": today(), "until_on": today()}
        with elevated():
            made = await create(Delegation, {"user": absent.id, "delegate": stand_in.id, **days})
        if asker is seller:
            await execute("UPDATE guanxi_user SET active = false WHERE id = $1", boss.id)
        with use_actor(await afresh(stand_in)), pytest.raises(Conflict):
            await act(contract, "approve", {"comment": ""})
        await execute("UPDATE guanxi_user SET active = true WHERE id = $1", boss.id)
        with elevated():
            await delete(Delegation, made.id)


async def test_a_rule_by_value_also_asks_where_the_value_is_not_known(inside: Company) -> None:
    seller = await user("seller", SALES)
    await rule("value", minimum=10_000_000)
    dollars = await handed_in(seller, line(100), currency="USD")
    used = await handed_in(seller, line(10**6, recurrence="month", billing="usage"))
    small = await handed_in(seller, line(100))
    assert [each.state.value for each in (dollars, used, small)] == ["in_review", "in_review", "approved"]
    await rule("dollars", minimum=500, currency="USD")
    assert (await handed_in(seller, line(100), currency="USD")).state.value == "approved"
    assert (await handed_in(seller, line(600), currency="USD")).state.value == "in_review"


async def test_what_is_taken_back_is_for_the_customer_that_it_has_then(inside: Company) -> None:
    contract = await act(await draft(line(100), customer_id=await customer("甲公司")), "confirm", YES)
    assert contract.parties["buyer"]["name"] == "甲公司"
    contract = await act(contract, "revise", {"reason": "x"})
    assert contract.parties is None
    await update(Contract, contract.id, {"customer": await customer("乙公司")})
    await rule("all")
    contract = await act(contract, "confirm", YES)
    assert (await parties_of(contract))["buyer"]["name"] == "乙公司"
