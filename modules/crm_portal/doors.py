"""What links, codes and passwords have in common: whom an address lets in, the choice among several, the session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from crm_core.services import (
    CustomerSummary,
    customer_addresses,
    customer_details,
    customer_summary,
    customers_by_address,
)
from crm_portal import queries
from crm_portal.permissions import PORTAL
from guanxi import (
    NewSession,
    TokenInvalid,
    clock,
    issue_token,
    open_realm_session,
    redeem_token,
    sign_out,
    transaction,
)

CHOICE_MINUTES = 10
FRESH = timedelta(minutes=30)
"""how long after a link or a code a customer need not say who they are"""
LONGEST_ADDRESS = 254
_CHOICE = "crm_portal.choice"


@dataclass(frozen=True, slots=True)
class Visitor:
    """The browser that wants in."""

    ip: str = ""
    user_agent: str = ""
    replaces: int | None = None
    """its session, which ends"""


@dataclass(frozen=True, slots=True)
class Entrance:
    """What opened: a session, or a choice between several customers and the token to choose with."""

    session: NewSession | None = None
    choices: tuple[CustomerSummary, ...] = ()
    token: str = ""


def as_address(typed: str) -> str:
    """An address as it is looked up."""
    return typed.strip().lower()[:LONGEST_ADDRESS].replace("\x00", "")


async def let_in(link_id: int, visitor: Visitor) -> Entrance:
    """In the caller's transaction, which has proven who it is. Raises TokenInvalid where nobody may enter."""
    customers = await _customers_of(link_id)
    if len(customers) == 1:
        return Entrance(session=await _open(customers[0], link_id, visitor))
    return Entrance(choices=tuple(customers), token=await issue_token(_CHOICE, link_id, CHOICE_MINUTES))


async def choose(token: str, customer_id: int, visitor: Visitor) -> NewSession:
    """Enters as one of the customers that there was a choice of. Raises TokenInvalid."""
    async with transaction():
        link_id = await redeem_token(_CHOICE, token)
        customers = await _customers_of(link_id)
        chosen = next((customer for customer in customers if customer.id == customer_id), None)
        if chosen is None:
            raise TokenInvalid()
        return await _open(chosen, link_id, visitor)


async def _customers_of(link_id: int) -> list[CustomerSummary]:
    """Those that the link lets in now. Raises TokenInvalid where there is none."""
    link = await queries.link(link_id)
    if link is None:
        raise TokenInvalid()
    if link.customer_id is not None:
        found = await _invited(link.email, link.customer_id)
    else:
        found = await customers_by_address(link.email)
        if link.way == queries.BY_PASSWORD:
            with_password = await queries.password_customers(link.email)
            found = [customer for customer in found if customer.id in with_password]
    if not found:
        raise TokenInvalid()
    return found


async def _invited(email: str, customer_id: int) -> list[CustomerSummary]:
    """The customer, unless it is archived or the address is none of its own any more."""
    customer = await customer_summary(customer_id)
    if customer is None or await customer_details(customer_id) is None:
        return []
    known = [address.lower() for address in await customer_addresses(customer_id)]
    return [customer] if email in ("", *known) else []


async def _open(customer: CustomerSummary, link_id: int, visitor: Visitor) -> NewSession:
    if visitor.replaces is not None:
        await sign_out(visitor.replaces)
    await queries.note_visit(customer.id)
    session = await open_realm_session(PORTAL.name, customer.id, customer.name, user_agent=visitor.user_agent)
    link = await queries.link(link_id)
    if link is not None and link.email:
        await queries.note_entry(session.session_id, link.email, by_mail=link.way == queries.BY_MAIL)
    return session


async def is_fresh(session_id: int) -> bool:
    """Whether a link or a code opened the session just now."""
    entered = await queries.entry(session_id)
    return entered is not None and entered.by_mail and entered.created_at > clock.now() - FRESH
