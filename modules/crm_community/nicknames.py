"""The names under which customers are known to each other."""

from __future__ import annotations

import secrets
from typing import Any

import asyncpg

from crm_community.errors import NicknameTaken
from guanxi import InvalidInput, _, author_id, clock, current_company, execute, fetch_row, nfkc, transaction

SHORTEST, LONGEST = 2, 20
_OWN = "SELECT id, nickname, muted FROM crm_community_profile WHERE customer_id = $1 AND main"
_MAKE = """
INSERT INTO crm_community_profile (revision, created_at, updated_at, created_by_id, customer_id, nickname,
    nickname_key, main, muted)
VALUES (1, $4, $4, $5, $1, $2, $3, true, false)
ON CONFLICT (customer_id) WHERE main DO UPDATE SET nickname = EXCLUDED.nickname,
    nickname_key = EXCLUDED.nickname_key, updated_at = EXCLUDED.updated_at,
    revision = crm_community_profile.revision + 1
"""


async def profile_of(customer_id: int) -> Any:
    """id, nickname, muted; None: the customer has not chosen a name yet."""
    return await fetch_row(_OWN, customer_id)


def spelled(text: str) -> str:
    """Raises InvalidInput."""
    found = " ".join("".join(each for each in nfkc(text[:200]) if each.isprintable()).split())
    if not SHORTEST <= len(found) <= LONGEST:
        wrong = _("Between {least} and {most} characters, please.", least=SHORTEST, most=LONGEST)
        raise InvalidInput({"nickname": wrong})
    return found


def key_of(nickname: str) -> str:
    """Two names with the same one would be taken for each other: letters and digits alone count."""
    plain = "".join(each for each in nfkc(nickname).casefold() if each.isalnum())
    return (plain or nfkc(nickname).casefold())[:80]


def _sounds_like_us(key: str) -> bool:
    """The company's title within it, or a word of the title alone."""
    title = current_company().title
    return key_of(title) in key or key in {key_of(word) for word in title.split()}


async def choose(customer_id: int, nickname: str) -> Any:
    """The profile with this name, made or renamed. Raises InvalidInput, NicknameTaken."""
    name = spelled(nickname)
    if _sounds_like_us(key_of(name)):
        raise NicknameTaken()
    try:
        async with transaction():
            await execute(_MAKE, customer_id, name, key_of(name), clock.now(), author_id())
    except asyncpg.UniqueViolationError as error:
        raise NicknameTaken() from error
    return await profile_of(customer_id)


async def ensure(customer_id: int, nickname: str = "") -> Any:
    """The profile, under the name that is given or some neutral one where there is none yet."""
    if not nickname:
        found = await profile_of(customer_id)
        if found is not None:
            return found
    return await choose(customer_id, nickname or f"M{secrets.randbelow(10**8):08}")
