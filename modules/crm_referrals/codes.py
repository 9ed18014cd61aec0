"""Referral codes: made when they are first asked for, and led back to their customer."""

from __future__ import annotations

import secrets

from crm_referrals.errors import NoSuchCode
from guanxi import author_id, base_address, clock, current_company, execute, fetch_value

LANDING = "/portal/crm_referrals/recommended"
LENGTH = 13
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("ILO", "110", " -\x00")
_OWN = "SELECT code FROM crm_referrals_code WHERE customer_id = $1 AND main"
_MAKE = """
INSERT INTO crm_referrals_code (revision, created_at, updated_at, created_by_id, customer_id, code, main)
VALUES (1, $3, $3, $4, $1, $2, true) ON CONFLICT (customer_id) WHERE main DO NOTHING
"""


def new_code() -> str:
    number = secrets.randbits(64)
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(LENGTH))


async def own_code(customer_id: int) -> str | None:
    """None: the customer has none yet."""
    code: str | None = await fetch_value(_OWN, customer_id)
    return code


async def ensure_code(customer_id: int) -> str:
    """The customer's code, made where there is none."""
    await execute(_MAKE, customer_id, new_code(), clock.now(), author_id())
    return str(await fetch_value(_OWN, customer_id))


async def customer_of(code: str) -> int:
    """Raises NoSuchCode."""
    id = await fetch_value("SELECT customer_id FROM crm_referrals_code WHERE code = $1", spelled(code))
    if id is None:
        raise NoSuchCode()
    return int(id)


def spelled(code: str) -> str:
    """As it is kept: people write small letters, O for 0, and hyphens."""
    return code[: 3 * LENGTH].upper().translate(_MEANT)


def link_of(code: str) -> str:
    """Empty where there is no portal that it could lead to."""
    return f"{base_address()}{LANDING}?ref={code}" if current_company().catalog.has("crm_portal") else ""
