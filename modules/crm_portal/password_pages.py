"""A customer sets, changes or removes the password of the address that they signed in with."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from crm_core.services import customers_by_address
from crm_portal import doors, pages, passwords
from crm_portal.permissions import PORTAL
from crm_portal.services import address_of_session
from crm_portal.tabs import tabs
from guanxi import (
    InvalidInput,
    Text,
    Unauthenticated,
    _,
    current_actor,
    form_of,
    go_to,
    render,
    set_session_cookie,
)

PATH = f"{PORTAL.path}/password"


async def own_address_of_session(customer_id: int) -> str:
    """The address that the session was opened by, as long as it is one of the customer's; else empty."""
    address = await address_of_session()
    return address if any(each.id == customer_id for each in await customers_by_address(address)) else ""


async def password(request: Request) -> Response:
    customer = await pages.signed_in_customer()
    address = await own_address_of_session(customer.id)
    errors: dict[str, Text] = {}
    if request.method == "POST" and address:
        form = await form_of(request)
        remove, current = "remove" in form, form.get("current", "")
        try:
            if remove:
                session = await passwords.remove_password(address, current)
                done = _("Your password was removed. Links by mail keep working.")
            else:
                new, again = form.get("new", ""), form.get("again", "")
                session = await passwords.set_password(address, current, new, again)
                done = _("Your password was saved. Other devices were signed out.")
        except InvalidInput as wrong:
            errors = wrong.fields
        else:
            if session is None:
                raise Unauthenticated()
            response = go_to(request, "/portal/my-data", done)
            set_session_cookie(request, response, session)
            return response
    session_id = current_actor().session_id
    fresh = session_id is not None and await doors.is_fresh(session_id)
    return render(
        request,
        "crm_portal/password.html",
        status=422 if errors else 200,
        tabs=tabs(),
        customer=customer,
        address=address,
        known=bool(address) and await passwords.has_password(address),
        fresh=fresh,
        errors=errors,
    )
