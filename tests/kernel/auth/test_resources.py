"""Users, roles and keys through the gateway, as forms and the API use it."""

from __future__ import annotations

from typing import Any

import pytest

from guanxi import records
from guanxi.auth import (
    Escalation,
    KernelPermission,
    LastAdministrator,
    create_user,
    load_api_key,
    load_session,
    open_session,
)
from guanxi.auth.models import ApiKey, Department, Role, User
from guanxi.auth.resources import API_KEYS, ROLES, USERS
from guanxi.context import Actor, Company, use_actor
from guanxi.db import fetch, fetch_value
from guanxi.declare.resources import Outcome, Resource
from guanxi.errors import Conflict, Forbidden, InvalidInput
from tests.kernel.auth.sample import ShopPermission, acting_as, role_id, sign_in_without_password

MANAGE = KernelPermission.USERS_MANAGE


async def run(resource: Resource, action_name: str, record: Any = None, **values: Any) -> Outcome:
    action = next(action for action in resource.actions if action.name == action_name)
    assert record is None or action.when(record)
    outcome = await action.run(record, values)
    assert outcome is not None
    return outcome


async def roles_of(user: int | None) -> list[int]:
    return [row["role_id"] for row in await fetch("SELECT role_id FROM guanxi_user_role WHERE user_id = $1", user)]


async def administrator() -> Actor:
    root = await create_user("root", "Root", administrator=True)
    return (await sign_in_without_password(root)).actor


async def clerk() -> Actor:
    user = await create_user("clerk", "Clerk", roles=[await role_id("clerk")])
    return (await sign_in_without_password(user)).actor


async def test_an_administrator_makes_a_user_with_roles(inside: Company) -> None:
    seller = await role_id("seller")
    with use_actor(await administrator()):
        department = await records.create(Department, {"name": "销售部"})
        values = {"login": " ANNA ", "name": "Anna", "email": "a@example.com", "department": department.id}
        user = await records.create(User, {**values, "administrator": True, "roles": [{"role": seller}]})
    row = await User.get(id=user.id)
    assert (row.login, row.administrator, row.active, row.password_hash) == ("anna", True, True, "")
    assert await roles_of(user.id) == [seller]


@pytest.mark.parametrize("field", ["password_hash", "password", "active", "id", "created_by_id"])
async def test_what_no_input_sets(inside: Company, field: str) -> None:
    with use_actor(await administrator()):
        user = await records.create(User, {"login": "anna", "name": "Anna"})
        with pytest.raises(InvalidInput):
            await records.update(User, user.id, {field: "x"})
    assert (await User.get(id=user.id)).revision == 1


async def test_a_clerk_makes_users_but_no_more_than_a_clerk(inside: Company) -> None:
    seller, own = await role_id("seller"), await role_id("clerk")
    with use_actor(await clerk()):
        user = await records.create(User, {"login": "anna", "name": "Anna", "roles": [{"role": own}]})
        for values in ({"administrator": True}, {"roles": [{"role": own}, {"role": seller}]}):
            with pytest.raises(Escalation):
                await records.create(User, {"login": "ben", "name": "Ben", **values})
            with pytest.raises(Escalation):
                await records.update(User, user.id, values)
    assert await fetch_value("SELECT count(*) FROM guanxi_user") == 2
    assert await roles_of(user.id) == [own]


async def test_a_clerk_cannot_turn_a_role_line_into_another(inside: Company) -> None:
    own, seller = await role_id("clerk"), await role_id("seller")
    actor = await clerk()
    line = await fetch_value("SELECT id FROM guanxi_user_role WHERE user_id = $1", actor.id)
    assert actor.id is not None
    with use_actor(actor), pytest.raises(Escalation):
        await records.update(User, actor.id, {"roles": [{"id": line, "role": seller}]})
    assert await roles_of(actor.id) == [own]


async def test_a_clerk_changes_nothing_of_those_who_may_do_more(inside: Company) -> None:
    root = await administrator()
    seller = await create_user("anna", "Anna", roles=[await role_id("seller")])
    with use_actor(await clerk()):
        for user in (root.id, seller):
            assert user is not None
            changes: tuple[dict[str, Any], ...] = ({"email": "m@example.com"}, {"login": "m"}, {"roles": []})
            for values in changes:
                with pytest.raises(Escalation):
                    await records.update(User, user, values)
    assert await User.filter(email="").count() == 3


async def test_new_powers_end_the_sessions(inside: Company) -> None:
    user = await create_user("anna", "Anna", roles=[await role_id("clerk")])
    with use_actor(await administrator()):
        session = await open_session(user)
        line = await fetch_value("SELECT id FROM guanxi_user_role WHERE user_id = $1", user)
        await records.update(User, user, {"name": "Anna B", "roles": [{"id": line}]})
        assert await load_session(session.cookie) is not None
        await records.update(User, user, {"roles": []})
        assert await load_session(session.cookie) is None
        session = await open_session(user)
        await records.update(User, user, {"administrator": True})
        assert await load_session(session.cookie) is None


async def test_the_last_administrator_cannot_step_down(inside: Company) -> None:
    root = await administrator()
    assert root.id is not None
    with use_actor(root), pytest.raises(LastAdministrator):
        await records.update(User, root.id, {"administrator": False})


async def test_everybody_sees_names_and_only_managers_more(inside: Company) -> None:
    user = await create_user("anna", "Anna", email="a@example.com")
    with use_actor(acting_as(user)):
        row = await records.read(USERS, user)
        with pytest.raises(Forbidden):
            await records.update(User, user, {"name": "Queen"})
        with pytest.raises(Forbidden):
            await records.count(Role)
    assert row["name"] == "Anna"
    assert not {"login", "email", "administrator", "locale", "password_hash"} & set(row)


async def test_actions_on_a_user(inside: Company) -> None:
    user = await create_user("anna", "Anna")
    with use_actor(await administrator()):
        outcome = await run(USERS, "invite", await User.get(id=user))
        assert outcome.data["link"].startswith("http://test.localhost:8069/password/")
        assert outcome.data["hours"] == 168
        await run(USERS, "deactivate", await User.get(id=user))
        assert not (await User.get(id=user)).active
        await run(USERS, "activate", await User.get(id=user))
        assert (await User.get(id=user)).active
    names = [action.name for action in USERS.actions if action.when(await User.get(id=user))]
    assert names == ["invite", "deactivate"]


async def test_a_role_is_made_empty_and_given_permissions_by_an_action(inside: Company) -> None:
    with use_actor(await administrator()):
        role = await records.create(Role, {"name": "Cashier", "name_zh": "收银员"})
        with pytest.raises(InvalidInput):
            await records.update(Role, role.id, {"permissions": ["shop.read"]})
        await run(ROLES, "set_permissions", role, permissions="shop.read\nshop.sell\n")
    assert await fetch_value("SELECT permissions FROM guanxi_role WHERE id = $1", role.id) == [
        "shop.read",
        "shop.sell",
    ]


async def test_a_role_that_someone_has_stays(inside: Company) -> None:
    seller = await role_id("seller")
    await create_user("anna", "Anna", roles=[seller])
    with use_actor(await administrator()):
        with pytest.raises(Conflict):
            await records.delete(Role, seller)
        await records.delete(Role, await role_id("clerk"))


async def test_keys_are_issued_and_revoked_by_actions(inside: Company) -> None:
    user = await create_user("anna", "Anna", roles=[await role_id("seller")])
    with use_actor(await administrator()):
        outcome = await run(API_KEYS, "issue", name="Key", user=user, permissions="shop.read", expires_at=None)
        actor = await load_api_key(f"Bearer {outcome.data['key']}")
        assert actor.permissions == {ShopPermission.READ}
        row = await records.read(API_KEYS, outcome.data["id"])
        assert "hash" not in row
        with pytest.raises(Forbidden):
            await records.create(ApiKey, {"name": "Key"})
        with pytest.raises(Forbidden):
            await records.update(ApiKey, outcome.data["id"], {"user": 1})
        await run(API_KEYS, "revoke", await ApiKey.get(id=outcome.data["id"]))
    assert [row["active"] for row in await fetch("SELECT active FROM guanxi_api_key")] == [False]
