"""How much less than the list price somebody may confirm."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from crm_contracts.approval_models import ApprovalRule
from crm_contracts.permissions import ContractPermission
from crm_contracts.price_models import DiscountLimit, ProductLine
from guanxi import (
    Actor,
    InvalidInput,
    create,
    delete,
    elevated,
    execute,
    fetch_value,
    get,
    update,
    use_actor,
)
from guanxi.context import Company
from tests.crm_contracts.support import SALES, YES, act, customer, draft, product, user
from tests.crm_contracts.test_api import CONTRACTS, MakeClient, client_of as client_of

pytestmark = pytest.mark.usefixtures("inside")
SELLER = (*SALES, "crm_core.customers.see_all")


async def role(name: str) -> int:
    return int(
        await fetch_value(
            "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
            " VALUES ($1, '', '{}', 1, now(), now()) RETURNING id",
            name,
        )
    )


async def seller(*roles: int, permissions: tuple[str, ...] = SELLER) -> Actor:
    made = await user(f"seller {roles} {len(permissions)}", permissions)
    for each in roles:
        await execute("INSERT INTO guanxi_user_role (user_id, role_id) VALUES ($1, $2)", made.id, each)
    return made


async def limit(role_id: int, percent: str, line: int | None = None) -> None:
    with elevated():
        await create(DiscountLimit, {"role": role_id, "percent": Decimal(percent), "line": line})


async def refusal(actor: Actor, *lines: dict[str, Any]) -> str:
    """What a confirmation of a new draft is refused by; empty where it is not. The draft stays one."""
    with elevated():
        contract = await draft(*lines, customer_id=await customer(f"客户 {lines}"[:80]))
    with use_actor(actor):
        try:
            assert (await act(contract, "confirm", YES)).state == "approved"
        except InvalidInput as error:
            assert (await get(type(contract), contract.id)).state == "draft"
            return str(error)
    return ""


async def test_a_lower_price_counts_as_a_discount() -> None:
    made, sales = await product(price=1_000), await role("Sales A")
    await limit(sales, "10")
    actor = await seller(sales)
    assert await refusal(actor, {"product": made.id, "unit_price": 900}) == ""
    assert await refusal(actor, {"product": made.id, "discount": Decimal(10)}) == ""
    assert await refusal(actor, {"product": made.id, "unit_price": 2_000, "discount": Decimal(55)}) == ""
    assert await refusal(actor, {"description": "By hand", "unit_price": 1}) == ""
    said = await refusal(actor, {"product": made.id, "unit_price": 899})
    assert said == (
        "“空调维保” costs 10.1 % less than its list price. You may give at most 10 %."
        " Hand in the discount for approval, or lower it."
    )
    said = await refusal(actor, {"product": made.id, "unit_price": 950, "discount": Decimal("5.27")})
    assert "costs 10.01 % less" in said
    assert "costs 40 % less" in await refusal(actor, {"product": made.id}, {"product": made.id, "unit_price": 600})
    assert "costs 12 % less" in await refusal(
        actor, {"description": "By hand", "unit_price": 50, "discount": Decimal(12)}
    )


async def test_who_has_no_limit() -> None:
    made, sales, other = await product(price=1_000), await role("Sales B"), await role("Other")
    await limit(sales, "0")
    cheap = {"product": made.id, "unit_price": 1}
    assert "at most 0 %" in await refusal(await seller(sales, other), cheap)
    assert await refusal(await seller(other), cheap) == ""
    assert await refusal(await seller(), cheap) == ""
    boss = await seller(sales, permissions=(*SELLER, ContractPermission.ANY_DISCOUNT))
    assert await refusal(boss, cheap) == ""


async def test_the_nearest_product_line_and_the_highest_role_count() -> None:
    with elevated():
        above = await create(ProductLine, {"name": "Cooling"})
        below = await create(ProductLine, {"name": "Fans", "parent": above.id})
        other = await create(ProductLine, {"name": "Software"})
    fan = await product("F", 1_000, line=below.id)
    licence = await product("L", 1_000, line=other.id)
    first, second = await role("First"), await role("Second")
    await limit(first, "10", above.id)
    actor = await seller(first)
    assert await refusal(actor, {"product": fan.id, "discount": Decimal(10)}) == ""
    assert "at most 10 %" in await refusal(actor, {"product": fan.id, "discount": Decimal(11)})
    assert "at most 0 %" in await refusal(actor, {"product": licence.id, "discount": Decimal(1)})
    await limit(first, "5")
    assert await refusal(actor, {"product": licence.id, "discount": Decimal(5)}) == ""
    await limit(first, "2", below.id)
    assert "at most 2 %" in await refusal(actor, {"product": fan.id, "discount": Decimal(3)})
    await limit(second, "20", below.id)
    assert await refusal(await seller(first, second), {"product": fan.id, "discount": Decimal(20)}) == ""


async def test_one_limit_for_a_role_and_a_line() -> None:
    sales = await role("Sales C")
    await limit(sales, "10")
    with pytest.raises(InvalidInput):
        await limit(sales, "20")


async def test_product_lines_form_no_ring(inside: Company) -> None:
    first = await create(ProductLine, {"name": "A"})
    second = await create(ProductLine, {"name": "B", "parent": first.id})
    third = await create(ProductLine, {"name": "C", "parent": second.id})
    for parent in (first.id, third.id):
        with pytest.raises(InvalidInput) as refused:
            await update(ProductLine, first.id, {"parent": parent})
        assert refused.value.fields.keys() == {"parent"}
    await delete(ProductLine, third.id)


async def test_approval_rules_go_by_what_a_line_costs_less_in_truth(inside: Company) -> None:
    made, boss = await product(price=1_000), await fetch_value("SELECT min(id) FROM guanxi_role")
    await create(ApprovalRule, {"name": "Discounts", "currency": "CNY", "role": boss, "discount": Decimal(10)})
    found = []
    for price in (901, 900):
        contract = await draft({"product": made.id, "unit_price": price}, customer_id=await customer(f"客户 {price}"))
        found.append((await act(contract, "confirm", YES)).state.value)
    assert found == ["approved", "in_review"]


async def test_the_api_says_why_in_the_users_language(client_of: MakeClient, inside: Company) -> None:
    made = await product(price=1_000)
    contract = await draft({"product": made.id, "unit_price": 500})
    seller = await client_of(*SELLER)
    await limit(await fetch_value("SELECT max(id) FROM guanxi_role"), "10")
    confirm = f"{CONTRACTS}/{contract.id}/actions/confirm"
    refused = await seller.post(confirm, json=YES, headers={"Accept-Language": "zh-CN"})
    assert refused.status_code == 422
    assert refused.json()["title"] == "“空调维保”比目录价低 50%，您最多可给 10% 的折扣。请提交折扣审批，或降低折扣。"
    assert (await seller.get(f"{CONTRACTS}/{contract.id}")).json()["state"] == "draft"
