"""Another e-mail address: it is the customer's once somebody has opened the link that is mailed there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

from crm_core.services import (
    CustomerDetails,
    change_own_address,
    customer_summary,
    own_address,
)
from crm_portal import passwords, queries
from crm_portal.permissions import PORTAL
from guanxi import (
    InvalidInput,
    TokenInvalid,
    _,
    base_address,
    current_actor,
    current_company,
    current_locale,
    issue_token,
    redeem_token,
    send_mail,
    transaction,
    use_actor,
)

PATH = f"{PORTAL.path}/new-email"
HOURS = 24
PAUSE = timedelta(minutes=5)
"""between two mails, which go wherever somebody likes"""
_PURPOSE = "crm_portal.new_email"


async def ask(customer: CustomerDetails, proven: str, current: str, typed: str) -> str:
    """Mails a link to the new address. `proven` is the address of the session, `current` its password where a fresh
    link does not prove it. Returns the address. Raises InvalidInput by field, TooManyRequests."""
    await passwords.prove(proven, current)
    email = own_address(typed)
    if email == customer.email:
        raise InvalidInput({"email": _("This is your address already.")})
    async with transaction():
        id = await queries.ask_new_address(customer.id, email, PAUSE)
        if id is None:
            raise InvalidInput({"email": _("We have just sent a mail. Please wait a few minutes.")})
        token = await issue_token(_PURPOSE, id, HOURS * 60)
        await send_mail(
            email,
            "crm_portal/new_email",
            {"company": current_company().title, "hours": HOURS},
            secret={"link": f"{base_address()}{PATH}?{urlencode({'token': token})}"},
            locale=current_locale(),
        )
    return email


async def confirm(token: str) -> str:
    """The customer has this address from now on; the one before is told. Raises TokenInvalid."""
    visitor = replace(current_actor(), kind="anonymous", id=None, name=str(_("Link by e-mail")), elevated=True)
    async with transaction():
        found = await queries.take_new_address(await redeem_token(_PURPOSE, token))
        customer = await customer_summary(found[0]) if found is not None else None
        if found is None or customer is None:
            raise TokenInvalid()
        with use_actor(visitor):
            before = await change_own_address(*found)
        await queries.forget_password_of(before, customer.id)
        if before:
            data = {"company": current_company().title}
            await send_mail(before, "crm_portal/address_changed", data, locale=customer.locale)
        return found[1]
