from __future__ import annotations

import asyncio

import pytest

from guanxi.auth import (
    Escalation,
    KernelPermission,
    LastAdministrator,
    SignInFailed,
    activate_user,
    change_own_password,
    create_user,
    deactivate_user,
    load_session,
    open_session,
    password_link,
    set_password,
    set_roles,
    users_with,
    verify_password,
)
from guanxi.context import Company, use_actor
from guanxi.db import fetch, fetch_row, fetch_value
from guanxi.errors import Forbidden, InvalidInput, NotFound
from tests.kernel.auth.sample import ShopPermission, acting_as, role_id, sign_in_without_password

OLD, NEW = "the old password", "the new password"
MANAGE = KernelPermission.USERS_MANAGE


async def roles_of(user: int) -> list[int]:
    rows = await fetch("SELECT role_id FROM guanxi_user_role WHERE user_id = $1 ORDER BY 1", user)
    return [row["role_id"] for row in rows]


async def test_a_login_is_taken_in_every_spelling(inside: Company) -> None:
    await create_user("Anna@Example.com", "Anna")
    for login in ("anna@example.com", "ＡNNA@example.com ", "anna@EXAMPLE.com"):
        with pytest.raises(InvalidInput) as refused:
            await create_user(login, "Another")
        assert str(refused.value.fields["login"]) == "This login is taken."
    assert await fetch_value("SELECT count(*) FROM guanxi_user") == 1


async def test_parallel_creation_makes_one_user(inside: Company) -> None:
    made = await asyncio.gather(*(create_user("anna", "Anna") for _ in range(8)), return_exceptions=True)
    assert sum(isinstance(result, int) for result in made) == 1
    assert sum(isinstance(result, InvalidInput) for result in made) == 7


async def test_a_user_is_in_the_audit_log_without_the_password(inside: Company) -> None:
    user = await create_user("anna", "Anna", OLD)
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE resource = 'guanxi/users'")
    assert entry is not None
    assert (entry["action"], entry["record_id"], entry["label"]) == ("create", user, "Anna")
    assert entry["after"] == {"login": "anna", "name": "Anna", "administrator": False}


async def test_a_new_password_ends_all_sessions(inside: Company) -> None:
    user = await create_user("anna", "Anna", OLD)
    session = await open_session(user)
    await set_password(user, NEW)
    assert await load_session(session.cookie) is None
    stored = await fetch_value("SELECT password_hash FROM guanxi_user WHERE id = $1", user)
    assert await verify_password(stored, NEW)
    with pytest.raises(NotFound):
        await set_password(10**12, NEW)


async def test_changing_ones_own_password_renews_the_session(inside: Company) -> None:
    user = await create_user("anna", "Anna", OLD)
    here, elsewhere = await open_session(user), await open_session(user)
    with use_actor(acting_as(user, session_id=here.session_id)):
        with pytest.raises(SignInFailed):
            await change_own_password("a wrong password", NEW)
        with pytest.raises(InvalidInput):
            await change_own_password(OLD, "short")
        assert await load_session(here.cookie) is not None
        new = await change_own_password(OLD, NEW)
    assert new is not None
    assert await load_session(here.cookie) is None
    assert await load_session(elsewhere.cookie) is None
    loaded = await load_session(new.cookie)
    assert loaded is not None
    assert loaded.csrf == new.csrf


async def test_new_roles_end_the_sessions(inside: Company) -> None:
    seller, clerk = await role_id("seller"), await role_id("clerk")
    user = await create_user("anna", "Anna", roles=[seller])
    session = await open_session(user)
    await set_roles(user, [seller, seller])
    assert await load_session(session.cookie) is not None
    await set_roles(user, [clerk])
    assert await load_session(session.cookie) is None
    assert await roles_of(user) == [clerk]
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE action = 'set_roles' ORDER BY id DESC")
    assert entry is not None
    assert (entry["before"], entry["after"]) == ({"roles": [seller]}, {"roles": [clerk]})
    with pytest.raises(InvalidInput):
        await set_roles(user, [clerk, 10**12])
    with pytest.raises(NotFound):
        await set_roles(10**12, [])
    assert await roles_of(user) == [clerk]


async def test_nobody_grants_what_they_do_not_have(inside: Company) -> None:
    seller, clerk = await role_id("seller"), await role_id("clerk")
    boss = await create_user("boss", "Boss", roles=[clerk])
    anna = await create_user("anna", "Anna")
    actor = (await sign_in_without_password(boss)).actor
    assert actor.permissions == {MANAGE, ShopPermission.READ}
    with use_actor(actor):
        await set_roles(anna, [clerk])
        for user in (anna, boss):
            with pytest.raises(Escalation):
                await set_roles(user, [clerk, seller])
        with pytest.raises(Escalation):
            await create_user("new", "New", roles=[seller])
        with pytest.raises(Escalation):
            await create_user("new", "New", administrator=True)
    assert await roles_of(anna) == [clerk]
    assert await fetch_value("SELECT count(*) FROM guanxi_user") == 2


async def test_nobody_acts_on_those_who_may_do_more(inside: Company) -> None:
    boss = await create_user("boss", "Boss", roles=[await role_id("clerk")])
    root = await create_user("root", "Root", administrator=True)
    await create_user("second", "Second", administrator=True)
    anna = await create_user("anna", "Anna", roles=[await role_id("seller")])
    with use_actor((await sign_in_without_password(boss)).actor):
        for user in (root, anna):
            with pytest.raises(Escalation):
                await set_password(user, NEW)
            with pytest.raises(Escalation):
                await password_link(user)
            with pytest.raises(Escalation):
                await deactivate_user(user)
            with pytest.raises(Escalation):
                await set_roles(user, [])
    with use_actor((await sign_in_without_password(root)).actor):
        await set_roles(anna, [])
        await deactivate_user(anna)
    assert await fetch_value("SELECT count(*) FROM guanxi_one_time_token") == 0


async def test_someone_with_every_permission_is_still_no_administrator(inside: Company) -> None:
    anna = await create_user("anna", "Anna")
    root = await create_user("root", "Root", administrator=True)
    everything = [*KernelPermission, *ShopPermission]
    with use_actor(acting_as(anna, *everything)):
        with pytest.raises(Escalation):
            await create_user("new", "New", administrator=True)
        with pytest.raises(Escalation):
            await set_password(root, NEW)
    with use_actor(acting_as(root, *everything)):
        await create_user("new", "New", administrator=True)
    with use_actor(acting_as(root, MANAGE)), pytest.raises(Escalation):
        await create_user("newer", "Newer", administrator=True)


async def test_managing_users_needs_the_permission(inside: Company) -> None:
    anna = await create_user("anna", "Anna")
    with use_actor(acting_as(anna, ShopPermission.READ)):
        for act in (
            create_user("new", "New"),
            set_password(anna, NEW),
            set_roles(anna, []),
            deactivate_user(anna),
            activate_user(anna),
            password_link(anna),
        ):
            with pytest.raises(Forbidden):
                await act


async def test_the_last_administrator_stays(inside: Company) -> None:
    root = await create_user("root", "Root", administrator=True)
    second = await create_user("second", "Second", administrator=True)
    anna = await create_user("anna", "Anna")
    await deactivate_user(anna)
    await deactivate_user(second)
    with pytest.raises(LastAdministrator) as refused:
        await deactivate_user(root)
    assert refused.value.status == 409
    await activate_user(second)
    await deactivate_user(root)
    rows = await fetch("SELECT id FROM guanxi_user WHERE active")
    assert [row["id"] for row in rows] == [second]


async def test_two_administrators_cannot_deactivate_each_other(inside: Company) -> None:
    users = [await create_user(f"root{number}", "Root", administrator=True) for number in range(2)]
    done = await asyncio.gather(*(deactivate_user(user) for user in users), return_exceptions=True)
    assert sorted(type(result).__name__ for result in done) == ["LastAdministrator", "NoneType"]
    assert await fetch_value("SELECT count(*) FROM guanxi_user WHERE active") == 1


async def test_users_with_a_permission(inside: Company) -> None:
    root = await create_user("root", "Root", administrator=True)
    anna = await create_user("anna", "Anna", roles=[await role_id("seller")])
    gone = await create_user("gone", "Gone", roles=[await role_id("seller")])
    clerk = await create_user("clerk", "Clerk", roles=[await role_id("clerk")])
    await deactivate_user(gone)
    assert await users_with(ShopPermission.SELL) == [root, anna]
    assert await users_with(ShopPermission.READ) == [root, anna, clerk]
    assert await users_with("shop.unknown") == [root]
