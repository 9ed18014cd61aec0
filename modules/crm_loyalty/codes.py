"""Six digits that a member tells at the counter to redeem many points: mailed, or shown in the portal.

A code belongs to one account and one number of points; it works once, for some minutes and five tries, and a new one
ends those before it. Tries are counted and codes compared before the booking's transaction, which a refusal rolls back;
in it, the code is used up.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from crm_core.services import CustomerSummary, customers_to_mail
from crm_loyalty import ledger, queries
from crm_loyalty.errors import CodeGone, CodeWrong, NoAccount, NoAddress, TooManyCodes
from guanxi import (
    Kind,
    beforehand,
    clock,
    cover,
    current_company,
    execute,
    fetch_row,
    fetch_value,
    hash_password,
    limit,
    nfkc,
    send_mail,
    show_number,
    transaction,
    use_locale,
    verify_password,
)

TRIES = 5
MINUTES = 10
DIGITS = 6
AN_HOUR = 6
"""codes of one account"""
KEEP = timedelta(days=8)
_LONGEST = 40
_LOCK = "SELECT 1 FROM crm_loyalty_account WHERE id = $1 FOR NO KEY UPDATE"
"""always before its codes"""
_LOCK_OF = """
SELECT 1 FROM crm_loyalty_account WHERE id = (SELECT account_id FROM crm_loyalty_code WHERE id = $1) FOR NO KEY UPDATE
"""
_MADE = "SELECT count(*) FROM crm_loyalty_code WHERE account_id = $1 AND created_at > $2"
_END = "UPDATE crm_loyalty_code SET expires_at = $2 WHERE account_id = $1 AND expires_at > $2"
_NEW = """
INSERT INTO crm_loyalty_code (account_id, points, code_hash, tries, created_at, expires_at)
VALUES ($1, $2, $3, 0, $4, $5) RETURNING id
"""
_TRY = """
UPDATE crm_loyalty_code SET tries = tries + 1 WHERE id = (
    SELECT max(id) FROM crm_loyalty_code WHERE account_id = $1 AND points = $2 AND used_at IS NULL)
AND tries < $3 AND expires_at > $4 RETURNING id, code_hash, tries
"""
_USE = "UPDATE crm_loyalty_code SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING id"


@dataclass(frozen=True, slots=True)
class Sent:
    to: str
    """the address, covered"""
    expires_at: datetime


async def make(customer_id: int, type: str, points: int) -> tuple[str, datetime]:
    """A new code; the member is to learn it, nobody else. Raises NoAccount, TooManyCodes."""
    ledger.check_points(points)
    account_id = await queries.account_of(customer_id, type)
    if account_id is None:
        raise NoAccount()
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    hashed = await hash_password(_salted(account_id, points, code))
    now = clock.now()
    until = now + timedelta(minutes=MINUTES)
    async with transaction():
        await execute(_LOCK, account_id)
        if await fetch_value(_MADE, account_id, now - timedelta(hours=1)) >= AN_HOUR:
            raise TooManyCodes()
        await execute(_END, account_id, now)
        await execute(_NEW, account_id, points, hashed, now, until)
    return code, until


def _salted(account_id: int, points: int, code: str) -> str:
    return f"crm_loyalty:{account_id}:{points}:{code}"


def spaced(code: str) -> str:
    return f"{code[:3]} {code[3:]}"


async def send(customer_id: int, type: str, points: int) -> Sent:
    """Mails the member a new code. Raises NoAddress, NoAccount, TooManyCodes."""
    people = await customers_to_mail({customer_id})
    if not people:
        raise NoAddress()
    async with transaction():
        code, until = await make(customer_id, type, points)
        await _mail(people[0], points, code)
    return Sent(cover(Kind.EMAIL, people[0].email), until)


async def _mail(person: CustomerSummary, points: int, code: str) -> None:
    with use_locale(person.locale):
        data = {"company": current_company().title, "points": show_number(points), "minutes": MINUTES}
    secret = {"code": spaced(code)}
    await send_mail(person.email, "crm_loyalty/code", data, secret=secret, locale=person.locale, to_name=person.name)


async def prove(
    customer_id: int, type: str, points: int | None, reward_id: int | None, typed: str, source: str, *, hold: bool
) -> int | None:
    """The code that this is, for `use`. None: this very step was done before; there is nothing to prove.

    Raises CodeWrong, CodeGone, TooManyRequests.
    """
    found = await fetch_row(
        "SELECT a.id, coalesce(r.points, $3) AS points, crm_loyalty_is_known(a.id, $5, $6) AS booked"
        " FROM crm_loyalty_account a"
        " JOIN crm_loyalty_point_type p ON p.id = a.type_id LEFT JOIN crm_loyalty_reward r ON r.id = $4"
        " WHERE a.customer_id = $1 AND CASE WHEN r.id IS NULL THEN p.code = $2 ELSE p.id = r.type_id END",
        customer_id,
        type,
        points,
        reward_id,
        source,
        hold,
    )
    if found is None:
        raise NoAccount()
    if found["booked"]:
        return None
    account_id, asked = found["id"], found["points"]
    return await beforehand(("crm_loyalty.code", account_id, asked, typed), lambda: _try(account_id, asked, typed))


async def _try(account_id: int, points: int, typed: str) -> int:
    """Counts, whether it is the code or not. No connection is held while the hash is made."""
    await limit(f"loyalty_code:{account_id}", TRIES)
    row: Any = await fetch_row(_TRY, account_id, points, TRIES, clock.now())
    if row is None:
        raise CodeGone()
    digits = "".join(each for each in nfkc(typed[:_LONGEST]) if each.isdecimal())
    if not await verify_password(row["code_hash"], _salted(account_id, points, digits)):
        raise CodeWrong(detail=TRIES - row["tries"])
    return int(row["id"])


async def use(code_id: int) -> None:
    """Up, in the caller's transaction: of many with one code, one goes through. Raises CodeGone."""
    await execute(_LOCK_OF, code_id)
    if await fetch_value(_USE, code_id, clock.now()) is None:
        raise CodeGone()


async def forget_codes() -> None:
    await execute("DELETE FROM crm_loyalty_code WHERE created_at < $1", clock.now() - KEEP)
