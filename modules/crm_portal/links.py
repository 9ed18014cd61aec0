"""Sign-in links: asked for by customers, sent by users, used once."""

from __future__ import annotations

import secrets
from datetime import timedelta
from urllib.parse import urlencode

from crm_core.services import customer_addresses, customers_by_address, visible_customer
from crm_portal import codes, queries
from crm_portal.doors import Entrance, Visitor, as_address, let_in
from crm_portal.permissions import PORTAL, PortalPermission
from guanxi import (
    InvalidInput,
    Job,
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
    redeem_token,
    require,
    send_mail,
    transaction,
)

MINUTES = 30
INVITATION_DAYS = 7
PER_NETWORK = 20
PER_ADDRESS = 5
"""requests in a minute"""
PER_HOUR = 5
"""mails to one address"""
_SIGN_IN = "crm_portal.sign_in"
LINK_SENT = _("Portal link sent")
"""in the customer's history, which shows an action that it does not know as a translated text"""


def address_of(token: str, base: str | None = None, next: str = "") -> str:
    """`next` is where the link leads to in the end."""
    query = {"token": token} | ({"next": next} if next else {})
    return f"{base or base_address()}{PORTAL.path}/enter?{urlencode(query)}"


async def ask_for_link(email: str, *, ip: str, next: str = "") -> str:
    """Mails a link and a code to whoever has this address. Returns a cookie that the code is good with.

    A job looks the address up, so that the answer and its time are the same whether a customer has it or not. Raises
    TooManyRequests.
    """
    typed = as_address(email)
    await limit(f"portal_link_ip:{network_of(ip)}", PER_NETWORK)
    await limit(f"portal_link:{typed}", PER_ADDRESS)
    cookie = secrets.token_urlsafe(32)
    async with transaction():
        challenge = await queries.add_challenge(codes.hash_of(cookie), typed, timedelta(minutes=MINUTES))
        await enqueue(MAIL_LINK, {"email": typed, "challenge": challenge, "next": next})
    return cookie


async def _mail_link(run: Run) -> None:
    """To the address as it is stored, never as it was typed."""
    customers = await customers_by_address(run.payload["email"])
    if not customers or await queries.links_sent(customers[0].email, timedelta(hours=1)) >= PER_HOUR:
        return
    challenge = int(run.payload["challenge"])
    hash = await queries.challenge_hash(challenge)
    if not hash:  # too old by now
        return
    first, code = customers[0], codes.new_code()
    link_id = await queries.add_link(first.email)
    await queries.answer_challenge(challenge, link_id, await codes.hash_code(hash, code), timedelta(minutes=MINUTES))
    token = await issue_token(_SIGN_IN, link_id, MINUTES)
    await send_mail(
        first.email,
        "crm_portal/sign_in",
        {"company": current_company().title, "minutes": MINUTES},
        secret={"link": address_of(token, next=run.payload["next"]), "code": f"{code[:3]} {code[3:]}"},
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


async def enter(token: str, visitor: Visitor | None = None) -> Entrance:
    """Uses a link up, and its code. Raises TokenInvalid, also where its customers may not enter any more."""
    async with transaction():
        link_id = await redeem_token(_SIGN_IN, token)
        if not await queries.use_link(link_id):
            raise TokenInvalid()
        return await let_in(link_id, visitor or Visitor())
