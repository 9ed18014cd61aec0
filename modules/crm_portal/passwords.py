"""Passwords of addresses, for customers who want one. The mailed link stays the way in for whoever forgot theirs.

A password lets in as the customers that had the address when it was set. Who gets an address later, and whoever the
address goes to, gets in by a link alone.
"""

from __future__ import annotations

from crm_core.services import customers_by_address
from crm_portal import doors, queries
from crm_portal.doors import Entrance, Visitor, as_address
from crm_portal.errors import WrongPassword
from guanxi import (
    InvalidInput,
    NewSession,
    TokenInvalid,
    _,
    current_actor,
    current_company,
    current_locale,
    give_back,
    hash_password,
    limit,
    needs_rehash,
    network_of,
    renew_session,
    send_mail,
    sign_out,
    transaction,
    verify_password,
)

PER_ADDRESS = 5
PER_NETWORK = 20
"""failed tries in a minute, as for users"""


async def sign_in(email: str, password: str, visitor: Visitor) -> Entrance:
    """Raises WrongPassword, the same after the same time whatever is wrong, and TooManyRequests."""
    address = as_address(email)
    counters = (
        (f"portal_password_ip:{network_of(visitor.ip)}", PER_NETWORK),
        (f"portal_password:{address}", PER_ADDRESS),
    )
    for key, per_minute in counters:
        await limit(key, per_minute)
    stored = await queries.password_hash(address)
    if not await verify_password(stored, password):
        raise WrongPassword()
    kept = await hash_password(password) if needs_rehash(stored) else stored
    try:
        async with transaction():
            # the rows' locks order this against a change of the password since it was read
            if not await queries.keep_password(address, stored, kept):
                raise WrongPassword()
            entrance = await doors.let_in(await queries.add_link(address, way=queries.BY_PASSWORD), visitor)
    except TokenInvalid as error:
        raise WrongPassword() from error
    for key, _per_minute in counters:
        await give_back(key)
    return entrance


async def has_password(address: str) -> bool:
    return bool(await queries.password_hash(address))


async def set_password(address: str, current: str, new: str, again: str) -> NewSession | None:
    """For the address that opened this session; all its other sessions end. The session gets a new cookie.

    Raises InvalidInput by field, and TooManyRequests.
    """
    if new != again:
        raise InvalidInput({"again": _("The two passwords differ.")})
    await prove(address, current)
    try:
        hash = await hash_password(new)
    except InvalidInput as error:
        raise InvalidInput({"new": error.fields["password"]}) from error
    async with transaction():
        ids = [customer.id for customer in await customers_by_address(address)]
        await queries.set_password(address, ids, hash)
        await _end_others(address)
        await _tell(address, "crm_portal/password_set")
        return await _renewed()


async def remove_password(address: str, current: str) -> NewSession | None:
    """Raises InvalidInput by field, and TooManyRequests."""
    await prove(address, current)
    async with transaction():
        await queries.remove_password(address)
        await _end_others(address)
        await _tell(address, "crm_portal/password_removed")
        return await _renewed()


async def prove(address: str, current: str) -> None:
    """By a link or a code of just now, or by the present password. Raises InvalidInput, TooManyRequests."""
    session_id = current_actor().session_id
    await limit(f"portal_own_password:{address}", PER_ADDRESS)
    if session_id is not None and await doors.is_fresh(session_id):
        return
    if not await verify_password(await queries.password_hash(address), current):
        raise InvalidInput({"current": _("This is not your present password.")})


async def _renewed() -> NewSession | None:
    session_id = current_actor().session_id
    return await renew_session(session_id) if session_id is not None else None


async def _end_others(address: str) -> None:
    for session_id in await queries.sessions_of(address):
        if session_id != current_actor().session_id:
            await sign_out(session_id)


async def _tell(address: str, template: str) -> None:
    """To the address as it is stored."""
    customers = await customers_by_address(address)
    if customers:
        await send_mail(customers[0].email, template, {"company": current_company().title}, locale=current_locale())
