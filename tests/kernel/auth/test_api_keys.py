from __future__ import annotations

from datetime import timedelta

import pytest

from guanxi import clock
from guanxi.auth import (
    Escalation,
    KernelPermission,
    create_api_key,
    create_user,
    deactivate_user,
    load_api_key,
    revoke_api_key,
    set_roles,
)
from guanxi.context import Company, use_actor
from guanxi.db import count_statements, fetch_row, fetch_value
from guanxi.errors import Forbidden, InvalidInput, NotFound, Unauthenticated
from tests.kernel.auth.sample import ShopPermission, acting_as, role_id


async def seller() -> int:
    return await create_user("anna", "Anna", roles=[await role_id("seller")])


async def test_a_key_acts_as_its_owner(inside: Company) -> None:
    user = await seller()
    made = await create_api_key(user, " Web shop ")
    actor = await load_api_key(f"Bearer {made.key}")
    assert (actor.kind, actor.id, actor.name, actor.elevated) == ("api_key", user, "Anna", False)
    assert actor.permissions == {ShopPermission.READ, ShopPermission.SELL}
    row = await fetch_row("SELECT * FROM guanxi_api_key")
    assert row is not None
    assert made.key.split("_")[1] == row["prefix"]
    assert row["name"] == "Web shop"
    assert made.key.split("_", 2)[2] not in str(tuple(row.values()))
    audited = await fetch_row("SELECT * FROM guanxi_audit WHERE resource = 'guanxi/api_keys'")
    assert audited is not None
    assert made.key.split("_", 2)[2] not in str(tuple(audited.values()))
    assert row["hash"] not in str(tuple(audited.values()))


async def test_a_key_has_what_it_was_given_as_long_as_its_owner_has_it(inside: Company) -> None:
    user = await seller()
    made = await create_api_key(user, "Narrow", [ShopPermission.SELL])
    assert (await load_api_key(f"Bearer {made.key}")).permissions == {ShopPermission.SELL}
    await set_roles(user, [await role_id("clerk")])
    assert (await load_api_key(f"Bearer {made.key}")).permissions == frozenset()


async def test_every_refusal_is_the_same(inside: Company) -> None:
    user, gone = await seller(), await create_user("gone", "Gone")
    good = (await create_api_key(user, "Good")).key
    expired = await create_api_key(user, "Expired", expires_at=clock.now() + timedelta(minutes=1))
    orphan = await create_api_key(gone, "Orphan")
    await deactivate_user(gone)
    revoked = await create_api_key(user, "Revoked")
    await revoke_api_key(revoked.id)
    unknown = f"gx_{'0' * 12}_{'x' * 43}"
    headers = [
        "",
        "Bearer",
        "Bearer ",
        good,
        f"Basic {good}",
        f"Bearer {good[:-1]}",
        f"Bearer {good[:-1]}{'a' if good[-1] != 'a' else 'b'}",
        f"Bearer {good}x",
        f"Bearer {unknown}",
        f"Bearer {orphan.key}",
        f"Bearer {revoked.key}",
        f"Bearer {expired.key}",
        "Bearer gx_\x00_\ud800",
    ]
    answers = set()
    with clock.travel(clock.now() + timedelta(minutes=2)):
        for header in headers:
            with pytest.raises(Unauthenticated) as refused:
                await load_api_key(header)
            answers.add((refused.value.code, refused.value.status, str(refused.value)))
        assert (await load_api_key(f"bearer {good}")).id == user
    assert answers == {("unauthenticated", 401, "Please sign in.")}


async def test_use_is_noted_once_a_minute(inside: Company) -> None:
    made = await create_api_key(await seller(), "Key")
    start, updates = clock.now(), []
    for seconds in (0, 30, 61):
        with clock.travel(start + timedelta(seconds=seconds)), count_statements() as statements:
            await load_api_key(f"Bearer {made.key}")
        updates.append(sum("UPDATE" in sql for sql in statements.sql))
    assert updates == [1, 0, 1]


async def test_nobody_makes_a_key_with_more_than_they_have(inside: Company) -> None:
    user = await seller()
    root = await create_user("root", "Root", administrator=True)
    manager = acting_as(user, KernelPermission.API_KEYS_MANAGE, ShopPermission.READ)
    with use_actor(manager):
        for owner in (user, root):
            with pytest.raises(Escalation):
                await create_api_key(owner, "Too much", [ShopPermission.SELL])
            with pytest.raises(Escalation):
                await create_api_key(owner, "All of the owner's")
        made = await create_api_key(user, "Fine", [ShopPermission.READ])
    assert (await load_api_key(f"Bearer {made.key}")).permissions == {ShopPermission.READ}
    with use_actor(acting_as(user, ShopPermission.READ)):
        with pytest.raises(Forbidden):
            await create_api_key(user, "Without the permission", [ShopPermission.READ])
        with pytest.raises(Forbidden):
            await revoke_api_key(made.id)
    assert await fetch_value("SELECT count(*) FROM guanxi_api_key") == 1


async def test_what_a_key_cannot_be(inside: Company) -> None:
    user = await seller()
    with pytest.raises(InvalidInput) as refused:
        await create_api_key(user, "Key", ["shop.unknown"])
    assert list(refused.value.fields) == ["permissions"]
    with pytest.raises(InvalidInput) as refused:
        await create_api_key(user, "Key", [ShopPermission.PRICE])
    assert list(refused.value.fields) == ["permissions"]
    with pytest.raises(InvalidInput) as refused:
        await create_api_key(user, " ")
    assert list(refused.value.fields) == ["name"]
    with pytest.raises(InvalidInput) as refused:
        await create_api_key(user, "Key", expires_at=clock.now())
    assert list(refused.value.fields) == ["expires_at"]
    with pytest.raises(NotFound):
        await create_api_key(10**12, "Key")
    with pytest.raises(NotFound):
        await revoke_api_key(10**12)
    assert await fetch_value("SELECT count(*) FROM guanxi_api_key") == 0
