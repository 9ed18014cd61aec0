"""Six digits beside the link in a mail, to type where the link was asked for: it may be read on another device.

A code belongs to one browser, by a cookie; it works as long as its link, once, and for five tries. Whether there is a
code at all only its receiver learns: a browser that asked for a link to a strange address is told the same.
"""

from __future__ import annotations

import hashlib
import secrets

from crm_portal import queries
from crm_portal.doors import Entrance, Visitor, let_in
from crm_portal.errors import CodeGone, WrongCode
from guanxi import TokenInvalid, hash_password, limit, network_of, nfkc, transaction, verify_password

TRIES = 5
DIGITS = 6
PER_NETWORK = 20
PER_ADDRESS = 10
"""tries in a minute"""
_LONGEST = 40


def hash_of(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "surrogatepass")).hexdigest()


def new_code() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


async def hash_code(challenge: str, code: str) -> str:
    """Slow on purpose: a code has few values. It is worth nothing without the browser's cookie."""
    return await hash_password(f"{challenge}:{code}")


async def enter(cookie: str, typed: str, visitor: Visitor) -> Entrance:
    """Uses a code up, and the link that came with it. Raises WrongCode, CodeGone, TokenInvalid, TooManyRequests."""
    await limit(f"portal_code_ip:{network_of(visitor.ip)}", PER_NETWORK)
    hash = hash_of(cookie)
    challenge = await queries.take_try(hash, TRIES)
    if challenge is None:
        raise CodeGone()
    await limit(f"portal_code:{challenge.email}", PER_ADDRESS)
    code = "".join(each for each in nfkc(typed[:_LONGEST]) if each.isdecimal())
    right = await verify_password(challenge.code_hash, f"{hash}:{code}")
    if not right or challenge.link_id is None:
        raise WrongCode(TRIES - challenge.tries) if challenge.tries < TRIES else CodeGone()
    async with transaction():
        if not await queries.use_link(challenge.link_id):
            raise TokenInvalid()
        await queries.forget_challenge(challenge.id)
        return await let_in(challenge.link_id, visitor)
