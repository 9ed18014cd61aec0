from __future__ import annotations

from datetime import timedelta

from guanxi import clock
from guanxi.auth import (
    KernelPermission,
    create_user,
    deactivate_user,
    load_session,
    open_realm_session,
    open_session,
    renew_session,
    revoke_realm_sessions,
    revoke_sessions,
    set_role_permissions,
    set_session_locale,
    sign_out,
)
from guanxi.auth.sessions import forget_ended_sessions
from guanxi.context import Company
from guanxi.db import count_statements, execute, fetch_row, fetch_value
from guanxi.declare.catalog import Catalog
from tests.kernel.auth.sample import ShopPermission, kernel_offer, role_id


async def test_a_session_carries_the_user_and_the_permissions_of_the_roles(inside: Company) -> None:
    user = await create_user("anna", "Anna", roles=[await role_id("seller")], locale="zh_CN")
    session = await open_session(user)
    loaded = await load_session(session.cookie)
    assert loaded is not None
    assert loaded.actor.permissions == {ShopPermission.READ, ShopPermission.SELL}
    assert (loaded.actor.kind, loaded.actor.name, loaded.actor.elevated) == ("user", "Anna", False)
    assert (loaded.locale, loaded.session_id, loaded.actor.session_id) == (
        "zh_CN",
        session.session_id,
        session.session_id,
    )


async def test_loading_takes_one_statement(inside: Company) -> None:
    user = await create_user("anna", "Anna", roles=[await role_id("seller"), await role_id("clerk")])
    session = await open_session(user)
    await load_session(session.cookie)
    with count_statements() as statements:
        assert await load_session(session.cookie) is not None
    assert statements.count == 1


async def test_the_cookie_is_not_in_the_database(inside: Company) -> None:
    session = await open_session(await create_user("anna", "Anna"))
    row = await fetch_row("SELECT * FROM guanxi_session")
    assert row is not None
    assert session.cookie not in str(tuple(row.values()))
    assert len(session.cookie) == 43


async def test_administrators_have_every_permission_of_the_catalog(inside: Company) -> None:
    session = await open_session(await create_user("root", "Root", administrator=True))
    loaded = await load_session(session.cookie)
    assert loaded is not None
    assert loaded.actor.permissions == {*ShopPermission, *KernelPermission}
    inside.catalog, inside.revision = Catalog([kernel_offer()]), 2
    loaded = await load_session(session.cookie)
    assert loaded is not None
    assert loaded.actor.permissions == set(KernelPermission)


async def test_permissions_of_add_ons_that_are_not_enabled_have_no_effect(inside: Company) -> None:
    user = await create_user("anna", "Anna", roles=[await role_id("clerk")])
    inside.catalog, inside.revision = Catalog([kernel_offer()]), 2
    loaded = await load_session((await open_session(user)).cookie)
    assert loaded is not None
    assert loaded.actor.permissions == {KernelPermission.USERS_MANAGE}


async def test_a_changed_role_counts_from_the_next_revision(inside: Company) -> None:
    seller = await role_id("seller")
    session = await open_session(await create_user("anna", "Anna", roles=[seller]))
    await load_session(session.cookie)
    await set_role_permissions(seller, [ShopPermission.PRICE])
    inside.revision = await fetch_value("SELECT revision FROM guanxi_company")
    loaded = await load_session(session.cookie)
    assert loaded is not None
    assert loaded.actor.permissions == {ShopPermission.PRICE}


async def test_ends_after_three_idle_days(inside: Company) -> None:
    session = await open_session(await create_user("anna", "Anna"))
    start = clock.now()
    with clock.travel(start + timedelta(days=2, hours=23)):
        assert await load_session(session.cookie) is not None
    with clock.travel(start + timedelta(days=5)):
        assert await load_session(session.cookie) is not None
    with clock.travel(start + timedelta(days=8, minutes=1)):
        assert await load_session(session.cookie) is None


async def test_ends_after_fourteen_days_however_busy(inside: Company) -> None:
    session = await open_session(await create_user("anna", "Anna"))
    start = clock.now()
    for day in range(2, 14, 2):
        with clock.travel(start + timedelta(days=day)):
            assert await load_session(session.cookie) is not None
    with clock.travel(start + timedelta(days=14, seconds=1)):
        assert await load_session(session.cookie) is None


async def test_is_marked_as_seen_once_a_minute_at_most(inside: Company) -> None:
    session = await open_session(await create_user("anna", "Anna"))
    start = clock.now()
    seen = []
    for seconds in (30, 70, 100, 140):
        with clock.travel(start + timedelta(seconds=seconds)), count_statements() as statements:
            await load_session(session.cookie)
        seen.append(sum("UPDATE" in sql for sql in statements.sql))
    assert seen == [0, 1, 0, 1]


async def test_revoked_sessions_are_gone_at_once(inside: Company) -> None:
    anna, ben = await create_user("anna", "Anna"), await create_user("ben", "Ben")
    sessions = [await open_session(anna) for _ in range(3)]
    other = await open_session(ben)
    await revoke_sessions(anna, except_session=sessions[1].session_id)
    alive = [await load_session(session.cookie) is not None for session in (*sessions, other)]
    assert alive == [False, True, False, True]
    await revoke_sessions(anna)
    assert await load_session(sessions[1].cookie) is None
    await sign_out(other.session_id)
    assert await load_session(other.cookie) is None


async def test_inactive_users_have_no_sessions(inside: Company) -> None:
    user = await create_user("anna", "Anna")
    before = await open_session(user)
    await deactivate_user(user)
    after = await open_session(user)
    assert await load_session(before.cookie) is None
    assert await load_session(after.cookie) is None


async def test_a_renewed_session_has_a_new_cookie_and_token(inside: Company) -> None:
    old = await open_session(await create_user("anna", "Anna"))
    new = await renew_session(old.session_id)
    assert new is not None
    assert new.cookie != old.cookie
    assert await load_session(old.cookie) is None
    loaded = await load_session(new.cookie)
    assert loaded is not None
    assert loaded.csrf == new.csrf != old.csrf
    assert await renew_session(10**9) is None


async def test_a_realm_session_is_no_user(inside: Company) -> None:
    session = await open_realm_session("guests", 42, "客人", "zh_CN")
    loaded = await load_session(session.cookie)
    assert loaded is not None
    actor = loaded.actor
    assert (actor.kind, actor.id, actor.realm, actor.name) == ("external", 42, "guests", "客人")
    assert actor.permissions == frozenset()
    assert loaded.locale == "zh_CN"
    await set_session_locale(session.session_id, "en")
    loaded = await load_session(session.cookie)
    assert loaded is not None
    assert loaded.locale == "en"
    await revoke_realm_sessions("guests", 42)
    assert await load_session(session.cookie) is None


async def test_a_realm_goes_with_its_add_on(inside: Company) -> None:
    session = await open_realm_session("guests", 42, "Guest")
    inside.catalog = Catalog([kernel_offer()])
    assert await load_session(session.cookie) is None


async def test_cookies_that_are_none(inside: Company) -> None:
    for cookie in ("", "x", "x" * 43, "\x00" * 43, "\ud800" * 43, "é" * 43, "x" * 100_000):
        assert await load_session(cookie) is None


async def test_ended_sessions_are_deleted(inside: Company) -> None:
    user = await create_user("anna", "Anna")
    await open_session(user)
    keep = await open_session(user)
    await execute("UPDATE guanxi_session SET expires_at = now() WHERE id <> $1", keep.session_id)
    await forget_ended_sessions(clock.now())
    assert await fetch_value("SELECT array_agg(id) FROM guanxi_session") == [keep.session_id]
