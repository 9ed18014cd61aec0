from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher

from guanxi import clock
from guanxi.auth import SignInFailed, create_user, deactivate_user, load_session, sign_in
from guanxi.auth.signin import network_of
from guanxi.context import ANONYMOUS, Company, use_actor
from guanxi.db import execute, fetch_value
from guanxi.errors import TooManyRequests

PASSWORD = "correct horse battery"
HERE = "192.0.2.1"


async def make_user(login: str = "anna", **values: Any) -> int:
    """A user with PASSWORD, hashed cheaply."""
    id = await create_user(login, "Anna", **values)
    cheap = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    await execute("UPDATE guanxi_user SET password_hash = $2 WHERE id = $1", id, cheap)
    return id


async def test_signs_in_and_renews_an_old_hash(inside: Company) -> None:
    user = await make_user("Straße@Example.com")
    with use_actor(ANONYMOUS):
        session = await sign_in(" STRASSE@example.com", PASSWORD, ip=HERE, user_agent="Firefox\x00\n")
        loaded = await load_session(session.cookie)
    assert loaded is not None
    assert (loaded.actor.kind, loaded.actor.id, loaded.actor.name) == ("user", user, "Anna")
    assert loaded.csrf == session.csrf
    stored = await fetch_value("SELECT password_hash FROM guanxi_user WHERE id = $1", user)
    assert "m=65536" in stored
    assert await fetch_value("SELECT user_agent FROM guanxi_session") == "Firefox"


async def test_every_failure_looks_the_same_and_takes_one_check(
    inside: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await make_user("anna")
    await deactivate_user(await make_user("gone"))
    await create_user("invited", "Invited")
    checked: list[str] = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, hash: Any, password: Any) -> Any:
        checked.append(hash)
        return verify(self, hash, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    tries = [
        ("anna", "wrong password"),
        ("gone", PASSWORD),
        ("invited", ""),
        ("nobody", PASSWORD),
        ("a\x00b", PASSWORD),
        ("\ud800", "\ud800"),
        ("anna", PASSWORD + "x" * 200),
    ]
    answers = set()
    for login, password in tries:
        with pytest.raises(SignInFailed) as failed:
            await sign_in(login, password, ip=HERE)
        answers.add((failed.value.status, failed.value.code, str(failed.value), bool(failed.value.params)))
    assert answers == {(401, "sign_in_failed", "The login or the password is wrong.", False)}
    assert len(checked) == len(tries)
    assert all("m=65536,t=3,p=4" in hash for hash in checked[2:])


async def test_signing_in_ends_the_session_before_it(inside: Company) -> None:
    user = await make_user()
    first = await sign_in("anna", PASSWORD, ip=HERE)
    second = await sign_in("anna", PASSWORD, ip=HERE, replaces=first.session_id)
    assert second.cookie != first.cookie
    assert second.csrf != first.csrf
    assert await load_session(first.cookie) is None
    loaded = await load_session(second.cookie)
    assert loaded is not None
    assert loaded.actor.id == user


async def test_an_account_takes_five_wrong_passwords_a_minute(inside: Company) -> None:
    await make_user()
    start = clock.now().replace(second=10)
    with clock.travel(start):
        for number in range(5):
            with pytest.raises(SignInFailed):
                await sign_in("anna", "wrong", ip=f"192.0.2.{number}")
        with pytest.raises(TooManyRequests) as refused:
            await sign_in("ANNA", PASSWORD, ip="192.0.2.99")
        assert 1 <= refused.value.retry_after <= 50
    with clock.travel(start + timedelta(minutes=1)):
        await sign_in("anna", PASSWORD, ip=HERE)


async def test_an_address_takes_twenty_wrong_ones_and_right_ones_do_not_count(inside: Company) -> None:
    await make_user()
    with clock.travel(clock.now().replace(second=10)):
        for _number in range(7):
            await sign_in("anna", PASSWORD, ip=HERE)
        await execute(
            "UPDATE guanxi_attempt SET count = 19 WHERE key LIKE 'sign\\_in\\_ip:%'",
        )
        with pytest.raises(SignInFailed):
            await sign_in("other", "x", ip=HERE)
        with pytest.raises(TooManyRequests):
            await sign_in("another", "x", ip=HERE)


@pytest.mark.parametrize(
    ("ip", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_an_ipv6_network_counts_as_one_address(ip: str, network: str) -> None:
    assert network_of(ip) == network
