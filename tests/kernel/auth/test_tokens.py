from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from guanxi import clock
from guanxi.auth import (
    TokenInvalid,
    create_user,
    deactivate_user,
    issue_password_token,
    issue_token,
    load_session,
    open_session,
    password_link,
    redeem_token,
    revoke_tokens,
    set_password_by_link,
    verify_password,
)
from guanxi.auth.tokens import forget_old_tokens
from guanxi.context import ANONYMOUS, Company, use_actor
from guanxi.db import execute, fetch_row, fetch_value
from guanxi.errors import InvalidInput

NEW = "a new password"


async def hash_of(user: int) -> str:
    return str(await fetch_value("SELECT password_hash FROM guanxi_user WHERE id = $1", user))


async def test_a_token_works_once_for_its_purpose(inside: Company) -> None:
    token = await issue_token("portal.sign_in", 7)
    with pytest.raises(TokenInvalid):
        await redeem_token("other", token)
    assert await redeem_token("portal.sign_in", token) == 7
    with pytest.raises(TokenInvalid) as gone:
        await redeem_token("portal.sign_in", token)
    assert (gone.value.status, gone.value.code) == (410, "token_invalid")


async def test_of_200_at_once_exactly_one_gets_it(inside: Company) -> None:
    token = await issue_token("portal.sign_in", 7)

    async def redeem() -> bool:
        try:
            return await redeem_token("portal.sign_in", token) == 7
        except TokenInvalid:
            return False

    assert sum(await asyncio.gather(*(redeem() for _ in range(200)))) == 1


async def test_expires_after_30_minutes(inside: Company) -> None:
    token = await issue_token("portal.sign_in", 7)
    longer = await issue_token("portal.sign_in", 8, minutes=120)
    with clock.travel(clock.now() + timedelta(minutes=30)):
        with pytest.raises(TokenInvalid):
            await redeem_token("portal.sign_in", token)
        await forget_old_tokens()
        assert await fetch_value("SELECT count(*) FROM guanxi_one_time_token") == 1
        assert await redeem_token("portal.sign_in", longer) == 8


async def test_only_the_hash_is_stored(inside: Company) -> None:
    token = await issue_token("portal.sign_in", 7)
    row = await fetch_row("SELECT * FROM guanxi_one_time_token")
    assert row is not None
    assert token not in str(tuple(row.values()))


@pytest.mark.parametrize("token", ["", "x", "\x00", "\ud800", "x" * 10_000])
async def test_what_is_no_token(inside: Company, token: str) -> None:
    with pytest.raises(TokenInvalid):
        await redeem_token("portal.sign_in", token)
    with pytest.raises(TokenInvalid):
        await set_password_by_link(token, NEW)


async def test_revoked_tokens_do_not_work(inside: Company) -> None:
    token, other = await issue_token("portal.sign_in", 7), await issue_token("portal.sign_in", 8)
    await revoke_tokens("portal.sign_in", 7)
    with pytest.raises(TokenInvalid):
        await redeem_token("portal.sign_in", token)
    assert await redeem_token("portal.sign_in", other) == 8


async def test_a_password_link_sets_the_password_and_ends_the_sessions(inside: Company) -> None:
    user = await create_user("anna", "Anna")
    session = await open_session(user)
    link = await password_link(user, invitation=True)
    assert link.address.startswith("http://test.localhost:8069/password/")
    token = link.address.rpartition("/")[2]
    with use_actor(ANONYMOUS):
        assert await set_password_by_link(token, NEW) == user
    assert await verify_password(await hash_of(user), NEW)
    assert await load_session(session.cookie) is None
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE action = 'set_password'")
    assert entry is not None
    assert (entry["actor_kind"], entry["actor_id"], entry["record_id"]) == ("user", user, user)
    assert (entry["before"], entry["after"]) == (None, None)
    with pytest.raises(TokenInvalid):
        await set_password_by_link(token, NEW)


async def test_a_password_that_is_refused_leaves_the_link_as_it_was(inside: Company) -> None:
    user = await create_user("anna", "Anna")
    token = await issue_password_token(user)
    with pytest.raises(InvalidInput):
        await set_password_by_link(token, "short")
    assert await hash_of(user) == ""
    assert await set_password_by_link(token, NEW) == user


async def test_password_links_end_with_the_password_they_were_for(inside: Company) -> None:
    user = await create_user("anna", "Anna")
    first, second = await issue_password_token(user), await issue_password_token(user)
    await set_password_by_link(first, NEW)
    with pytest.raises(TokenInvalid):
        await set_password_by_link(second, NEW)
    third = await issue_password_token(user)
    await execute("UPDATE guanxi_user SET password_hash = 'other' WHERE id = $1", user)
    with pytest.raises(TokenInvalid):
        await set_password_by_link(third, NEW)
    assert await hash_of(user) == "other"


async def test_inactive_users_follow_no_links(inside: Company) -> None:
    user = await create_user("anna", "Anna")
    token = await issue_password_token(user)
    await deactivate_user(user)
    with pytest.raises(TokenInvalid):
        await set_password_by_link(token, NEW)
    with pytest.raises(TokenInvalid):
        await issue_password_token(user)
