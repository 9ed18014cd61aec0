from __future__ import annotations

import pytest

from guanxi.auth import (
    Escalation,
    KernelPermission,
    create_user,
    ensure_roles,
    set_password,
    set_role_permissions,
    set_roles,
)
from guanxi.context import Company, use_actor
from guanxi.db import fetch_row, fetch_value
from guanxi.declare.access import RolePreset
from guanxi.declare.catalog import Catalog
from guanxi.errors import Forbidden, InvalidInput, NotFound
from guanxi.i18n import _
from tests.kernel.auth.sample import ShopPermission, acting_as, kernel_offer, role_id, shop_offer


async def permissions_of(role: int) -> list[str]:
    found: list[str] = await fetch_value("SELECT permissions FROM guanxi_role WHERE id = $1", role)
    return found


async def revision() -> int:
    return int(await fetch_value("SELECT revision FROM guanxi_company"))


async def test_presets_become_roles(inside: Company) -> None:
    row = await fetch_row("SELECT name, name_zh, permissions FROM guanxi_role WHERE key = 'seller'")
    assert row is not None
    assert tuple(row.values()) == ("Seller", "Seller", ["shop.read", "shop.sell"])


async def test_a_second_add_on_adds_its_permissions_and_nothing_comes_back(inside: Company) -> None:
    seller = await role_id("seller")
    await set_role_permissions(seller, [ShopPermission.READ])
    more = kernel_offer()
    more.addon = "more"
    more.roles.append(RolePreset(key="seller", label=_("Someone else"), permissions=(KernelPermission.MAIL_READ,)))
    before = await revision()
    await ensure_roles(Catalog([kernel_offer(), shop_offer(), more]), ["more"])
    assert await permissions_of(seller) == ["guanxi.mail.read", "shop.read"]
    assert await fetch_value("SELECT name FROM guanxi_role WHERE id = $1", seller) == "Seller"
    assert await revision() == before + 1


async def test_changing_a_role_is_audited_and_raises_the_revision(inside: Company) -> None:
    seller, before = await role_id("seller"), await revision()
    await set_role_permissions(seller, [ShopPermission.PRICE])
    assert await permissions_of(seller) == ["shop.price"]
    assert await revision() == before + 1
    await set_role_permissions(seller, [ShopPermission.PRICE])
    assert await revision() == before + 1
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE record_id = $1 ORDER BY id DESC LIMIT 1", seller)
    assert entry is not None
    assert (entry["resource"], entry["action"], entry["label"]) == (
        "guanxi/roles",
        "set_permissions",
        "Seller",
    )
    assert entry["before"] == {"permissions": ["shop.read", "shop.sell"]}
    assert entry["after"] == {"permissions": ["shop.price"]}


async def test_permissions_of_add_ons_that_are_not_enabled_are_kept(inside: Company) -> None:
    clerk = await role_id("clerk")
    inside.catalog, inside.revision = Catalog([kernel_offer()]), 2
    await set_role_permissions(clerk, [KernelPermission.MAIL_READ])
    assert await permissions_of(clerk) == ["guanxi.mail.read", "shop.read"]


async def test_nobody_gives_or_takes_away_what_they_do_not_have(inside: Company) -> None:
    clerk = await role_id("clerk")
    assert await permissions_of(clerk) == ["guanxi.users.manage", "shop.read"]
    with use_actor(acting_as(1, KernelPermission.ROLES_MANAGE, ShopPermission.READ)):
        with pytest.raises(Escalation):
            await set_role_permissions(clerk, [KernelPermission.USERS_MANAGE, ShopPermission.SELL])
        with pytest.raises(Escalation):
            await set_role_permissions(clerk, [ShopPermission.READ])
        await set_role_permissions(clerk, [KernelPermission.USERS_MANAGE])
        await set_role_permissions(clerk, [KernelPermission.USERS_MANAGE, ShopPermission.READ])
    with use_actor(acting_as(1, KernelPermission.USERS_MANAGE)), pytest.raises(Forbidden):
        await set_role_permissions(clerk, [])
    assert await permissions_of(clerk) == ["guanxi.users.manage", "shop.read"]


async def test_permissions_of_a_disabled_add_on_still_count_in_what_is_given(inside: Company) -> None:
    user, seller = await create_user("sue", "Sue"), await role_id("seller")
    inside.catalog, inside.revision = Catalog([kernel_offer()]), 2
    with use_actor(acting_as(1, KernelPermission.USERS_MANAGE)), pytest.raises(Escalation):
        await set_roles(user, [seller])
    await set_roles(user, [seller])
    with use_actor(acting_as(1, KernelPermission.USERS_MANAGE)), pytest.raises(Escalation):
        await set_password(user, "a long new password")


async def test_what_is_no_permission_or_role(inside: Company) -> None:
    with pytest.raises(InvalidInput) as refused:
        await set_role_permissions(await role_id("clerk"), ["shop.unknown"])
    assert list(refused.value.fields) == ["permissions"]
    with pytest.raises(NotFound):
        await set_role_permissions(10**12, [])
