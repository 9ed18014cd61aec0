"""Signing in with login and password."""

from __future__ import annotations

import ipaddress

from guanxi.auth.errors import SignInFailed
from guanxi.auth.limits import give_back, limit
from guanxi.auth.names import normalize_login
from guanxi.auth.passwords import hash_password, needs_rehash, verify_password
from guanxi.auth.sessions import NewSession, open_session, sign_out
from guanxi.db import execute, fetch_row, transaction
from guanxi.errors import InvalidInput

PER_ACCOUNT = 5
PER_ADDRESS = 20


async def sign_in(
    login: str, password: str, *, ip: str, user_agent: str = "", replaces: int | None = None
) -> NewSession:
    """A new session; the one in `replaces` ends. Failed tries are limited per account and per address.

    Raises SignInFailed, the same after the same time whether the login exists or not, and TooManyRequests.
    """
    try:
        account = normalize_login(login)
    except InvalidInput:
        account = ""
    counters = (f"sign_in_ip:{network_of(ip)}", PER_ADDRESS), (f"sign_in:{account}", PER_ACCOUNT)
    for key, per_minute in counters:
        await limit(key, per_minute)
    user = await fetch_row("SELECT id, password_hash, active FROM guanxi_user WHERE login = $1", account)
    stored = user["password_hash"] if user is not None else ""
    right = await verify_password(stored, password)
    if user is None or not right or not user["active"]:
        raise SignInFailed()
    new_hash = await hash_password(password) if needs_rehash(stored) else stored
    async with transaction():
        # The row's lock orders this against a change of the password or a deactivation since it was read.
        updated = await execute(
            "UPDATE guanxi_user SET password_hash = $3 WHERE id = $1 AND password_hash = $2 AND active",
            user["id"],
            stored,
            new_hash,
        )
        if updated != "UPDATE 1":
            raise SignInFailed()
        if replaces is not None:
            await sign_out(replaces)
        session = await open_session(user["id"], user_agent=user_agent)
    for key, _per_minute in counters:
        await give_back(key)
    return session


def network_of(ip: str) -> str:
    """What counts as one address: an IPv6 subscriber has a whole /64."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ip
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else ip
