"""Links that work once. Only the token's hash is stored; 256 random bits need no slow hash."""

from __future__ import annotations

import secrets
from datetime import timedelta

from guanxi import clock
from guanxi.auth.errors import TokenInvalid
from guanxi.auth.sessions import hash_secret
from guanxi.db import execute, fetch_row, fetch_value

MINUTES = 30


async def issue_token(purpose: str, subject_id: int, minutes: int = MINUTES) -> str:
    """A token that `redeem_token` takes once. `purpose`: at most 40 characters, `crm_portal.sign_in`."""
    token, now = secrets.token_urlsafe(32), clock.now()
    await execute(
        "INSERT INTO guanxi_one_time_token (hash, purpose, subject_id, created_at, expires_at)"
        " VALUES ($1, $2, $3, $4, $5)",
        hash_secret(token),
        purpose,
        subject_id,
        now,
        now + timedelta(minutes=minutes),
    )
    return token


async def redeem_token(purpose: str, token: str) -> int:
    """Uses the token up and returns its subject; of parallel calls exactly one does. Raises TokenInvalid."""
    subject = await fetch_value(
        "UPDATE guanxi_one_time_token SET used_at = $3"
        " WHERE hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 RETURNING subject_id",
        hash_secret(token),
        purpose,
        clock.now(),
    )
    if subject is None:
        raise TokenInvalid()
    return int(subject)


async def revoke_tokens(purpose: str, subject_id: int) -> None:
    await execute("DELETE FROM guanxi_one_time_token WHERE purpose = $1 AND subject_id = $2", purpose, subject_id)


_BOUND = "'password:' || left(encode(sha256(convert_to(u.password_hash, 'UTF8')), 'hex'), 24)"
"""SQL: the purpose of a password link, which ends with a fingerprint of the password that it may replace."""


async def issue_password_token(user_id: int, minutes: int = MINUTES) -> str:
    """For a link to choose a password: an invitation or a reset. Worthless once the password has changed."""
    row = await fetch_row(f"SELECT {_BOUND} AS purpose FROM guanxi_user u WHERE id = $1 AND active", user_id)
    if row is None:
        raise TokenInvalid()
    return await issue_token(row["purpose"], user_id, minutes)


async def redeem_password_token(token: str) -> int:
    """Uses a password link up and returns the user's id. Raises TokenInvalid."""
    user = await fetch_value(
        "UPDATE guanxi_one_time_token t SET used_at = $2 FROM guanxi_user u"
        " WHERE t.hash = $1 AND t.used_at IS NULL AND t.expires_at > $2"
        f" AND u.id = t.subject_id AND u.active AND t.purpose = {_BOUND} RETURNING u.id",
        hash_secret(token),
        clock.now(),
    )
    if user is None:
        raise TokenInvalid()
    return int(user)


async def forget_old_tokens() -> None:
    await execute("DELETE FROM guanxi_one_time_token WHERE expires_at <= $1", clock.now())
