"""Sign-in links: asked for by customers, sent by users, used once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from crm_core.services import (
    CustomerSummary,
    customer_addresses,
    customer_details,
    customer_summary,
    customers_by_address,
    visible_customer,
)
from crm_portal import queries
from crm_portal.permissions import PORTAL, PortalPermission
from guanxi import (
    InvalidInput,
    Job,
    NewSession,
    Run,
    TokenInvalid,
    _,
    audit,
    base_address,
    current_company,
    enqueue,
    issue_token,
    limit,
    network_of,
    open_realm_session,
    redeem_token,
    require,
    send_mail,
    sign_out,
    transaction,
)

MINUTES = 30
INVITATION_DAYS = 7
CHOICE_MINUTES = 10
PER_NETWORK = 20
PER_ADDRESS = 5
"""requests in a minute"""
PER_HOUR = 5
"""mails to one address"""
_SIGN_IN = "crm_portal.sign_in"
_CHOICE = "crm_portal.choice"
_LONGEST = 254
LINK_SENT = _("Portal link sent")
"""in the customer's history, which shows an action that it does not know as a translated text"""


@dataclass(frozen=True, slots=True)
class Entrance:
    """What a link led to: a session, or a choice between several customers and the token to choose with."""

    session: NewSession | None = None
    choices: tuple[CustomerSummary, ...] = ()
    token: str = ""


def address_of(token: str, base: str | None = None) -> str:
    return f"{base or base_address()}{PORTAL.path}/enter?{urlencode({'token': token})}"


async def ask_for_link(email: str, *, ip: str) -> None:
    """Mails a link to whoever has this address. Raises TooManyRequests.

    A job looks the address up, so that the answer and its time are the same whether a customer has it or not.
    """
    typed = email.strip().lower()[:_LONGEST].replace("\x00", "")
    await limit(f"portal_link_ip:{network_of(ip)}", PER_NETWORK)
    await limit(f"portal_link:{typed}", PER_ADDRESS)
    await enqueue(MAIL_LINK, {"email": typed})


async def _mail_link(run: Run) -> None:
    """To the address as it is stored, never as it was typed."""
    customers = await customers_by_address(run.payload["email"])
    if not customers or await queries.links_sent(customers[0].email, timedelta(hours=1)) >= PER_HOUR:
        return
    first = customers[0]
    token = await issue_token(_SIGN_IN, await queries.add_link(first.email), MINUTES)
    await send_mail(
        first.email,
        "crm_portal/sign_in",
        {"company": current_company().title, "minutes": MINUTES},
        secret={"link": address_of(token)},
        locale=first.locale,
        key=f"portal_link:{run.id}",
    )


MAIL_LINK = Job(name="crm_portal.mail_link", title=_("Mail a portal link"), run=_mail_link)


async def _clean(run: Run) -> None:
    await queries.forget_links()


FORGET_LINKS = Job(name="crm_portal.forget_links", title=_("Delete old portal links"), run=_clean)


async def invite(customer_id: int, email: str) -> None:
    """Mails a customer that the user may see a link, to one of the addresses that are stored for it.

    Raises NotFound, Forbidden, and InvalidInput for any other address.
    """
    require(PortalPermission.INVITE)
    async with transaction():
        customer = await visible_customer(customer_id)
        if email not in await customer_addresses(customer_id):
            raise InvalidInput({"email": _("Choose one of these addresses.")})
        token = await issue_token(
            _SIGN_IN, await queries.add_link(email, customer_id), minutes=INVITATION_DAYS * 24 * 60
        )
        data = {
            "company": current_company().title,
            "name": customer.name,
            "days": INVITATION_DAYS,
            "portal": f"{base_address()}{PORTAL.path}",
        }
        link = {"link": address_of(token)}
        await send_mail(email, "crm_portal/invitation", data, secret=link, locale=customer.locale)
        await audit(LINK_SENT.message, "crm_core/customers", customer_id, label=customer.name, reason=email)


async def hand_over(customer_id: int, *, minutes: int) -> str:
    """A token for a link that is not mailed."""
    return await issue_token(_SIGN_IN, await queries.add_link("", customer_id), minutes)


async def enter(token: str, *, user_agent: str = "", replaces: int | None = None) -> Entrance:
    """Uses a link up. Raises TokenInvalid, also where its customers may not enter any more."""
    async with transaction():
        link_id = await redeem_token(_SIGN_IN, token)
        customers = await _customers_of(link_id)
        if len(customers) == 1:
            return Entrance(session=await _open(customers[0], link_id, user_agent, replaces))
        return Entrance(choices=tuple(customers), token=await issue_token(_CHOICE, link_id, CHOICE_MINUTES))


async def choose(token: str, customer_id: int, *, user_agent: str = "", replaces: int | None = None) -> NewSession:
    """Enters as one of the customers that a link was good for. Raises TokenInvalid."""
    async with transaction():
        link_id = await redeem_token(_CHOICE, token)
        customers = await _customers_of(link_id)
        chosen = next((customer for customer in customers if customer.id == customer_id), None)
        if chosen is None:
            raise TokenInvalid()
        return await _open(chosen, link_id, user_agent, replaces)


async def _customers_of(link_id: int) -> list[CustomerSummary]:
    """Those that the link lets in now. Raises TokenInvalid where there is none."""
    link = await queries.link(link_id)
    if link is None:
        raise TokenInvalid()
    email, customer_id = link
    found = await customers_by_address(email) if customer_id is None else await _invited(email, customer_id)
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


async def _open(customer: CustomerSummary, link_id: int, user_agent: str, replaces: int | None) -> NewSession:
    if replaces is not None:
        await sign_out(replaces)
    await queries.note_visit(customer.id)
    session = await open_realm_session(PORTAL.name, customer.id, customer.name, user_agent=user_agent)
    link = await queries.link(link_id)
    if link is not None and link[0]:
        await queries.note_entry(session.session_id, link[0])
    return session
