"""What a customer sees and changes of itself: data, address, consents, and all of it as a file."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_core.services import (
    CustomerDetails,
    change_own_data,
    give_own_consent,
    own_consents,
    own_data,
    own_decisions,
    own_file,
    withdraw_own_consent,
)
from crm_portal import doors, new_address, pages, passwords
from crm_portal.password_pages import own_address_of_session
from crm_portal.permissions import PORTAL
from crm_portal.tabs import tabs
from guanxi import (
    Conflict,
    Figure,
    InvalidInput,
    Kind,
    NotFound,
    PanelData,
    Stale,
    Table,
    Text,
    TokenInvalid,
    _,
    attachment,
    current_actor,
    form_of,
    go_to,
    limit,
    network_of,
    read_id,
    render,
    show_datetime,
)

PATH = f"{PORTAL.path}/my-data"
CHANGES_PER_MINUTE = 20
FILES_PER_MINUTE = 5
LINKS_PER_MINUTE = 20
_LONGEST_TOKEN = 100


def _page(request: Request, template: str, customer: CustomerDetails, status: int = 200, **data: Any) -> Response:
    return render(request, f"crm_portal/{template}.html", status=status, tabs=tabs(), customer=customer, **data)


async def show(request: Request) -> Response:
    customer = await pages.signed_in_customer()
    own = await own_data(customer.id)
    birthday = f"{own.birth_month}-{own.birth_day} ({own.birth_calendar.label})" if own.birth_month else ""
    shown = (
        (_("Name"), customer.name),
        (_("Customer number"), customer.code),
        (_("Tax number"), customer.tax_number),
        (_("Mobile"), customer.mobile),
        (_("Phone"), customer.phone),
        (_("E-mail"), customer.email),
        (_("Address"), " ".join(filter(None, (customer.postcode, customer.address)))),
        (_("Birthday"), birthday if own.person else ""),
        (_("Language of mails and documents"), str(own.locale.label)),
    )
    data = PanelData(figures=[Figure(label, value) for label, value in shown if value])
    return _page(request, "own_data", customer, data=data)


async def change(request: Request) -> Response:
    customer = await pages.signed_in_customer()
    own = await own_data(customer.id)
    if request.method != "POST":
        return _page(request, "change", customer, own=own, typed={}, errors={}, error=None)
    await limit(f"portal_change:{customer.id}", CHANGES_PER_MINUTE)
    form = await form_of(request)
    errors: dict[str, Text] = {}
    try:
        await change_own_data(customer.id, form, read_id(form.get("revision", "")))
        return go_to(request, PATH, _("Your data were saved."))
    except Stale as stale:
        status, error = stale.status, _("Your data were changed in the meantime. Please look at them and save again.")
    except InvalidInput as wrong:
        status, error, errors = wrong.status, wrong.text, wrong.fields
    own = await own_data(customer.id)
    return _page(request, "change", customer, status, own=own, typed=form, errors=errors, error=error)


async def change_email(request: Request) -> Response:
    customer = await pages.signed_in_customer()
    address = await own_address_of_session(customer.id)
    errors: dict[str, Text] = {}
    typed = ""
    if request.method == "POST" and address:
        form = await form_of(request)
        typed = form.get("email", "")[: doors.LONGEST_ADDRESS]
        try:
            email = await new_address.ask(customer, address, form.get("current", ""), typed)
        except InvalidInput as wrong:
            errors = wrong.fields
        else:
            return go_to(
                request, PATH, _("We sent a link to {email}. Open it, and the address is changed.", email=email)
            )
    session_id = current_actor().session_id
    return _page(
        request,
        "change_email",
        customer,
        422 if errors else 200,
        address=address,
        known=bool(address) and await passwords.has_password(address),
        fresh=session_id is not None and await doors.is_fresh(session_id),
        typed=typed,
        errors=errors,
    )


async def confirm_email(request: Request) -> Response:
    """For whoever reads the new mailbox. GET shows a button, since programs that scan mail follow its links."""
    if request.method != "POST":
        token = request.query_params.get("token", "")[:_LONGEST_TOKEN]
        return render(request, "crm_portal/new_email.html", token=token, email="")
    await limit(f"portal_new_email_ip:{network_of(request.client.host if request.client else '')}", LINKS_PER_MINUTE)
    token = (await form_of(request)).get("token", "")[:_LONGEST_TOKEN]
    try:
        email = await new_address.confirm(token)
    except (TokenInvalid, NotFound):
        gone = TokenInvalid()
        return render(request, "crm_portal/link_used.html", status=gone.status, error=gone, next="")
    return render(request, "crm_portal/new_email.html", token="", email=email)


async def consents(request: Request) -> Response:
    customer = await pages.signed_in_customer()
    status, error = 200, None
    if request.method == "POST":
        await limit(f"portal_consent:{customer.id}", CHANGES_PER_MINUTE)
        form = await form_of(request)
        purpose = form.get("purpose", "")
        try:
            if "give" in form:
                await give_own_consent(customer.id, purpose, read_id(form.get("text", "")))
                return go_to(request, f"{PATH}/consents", _("Thank you. Your consent was noted."))
            await withdraw_own_consent(customer.id, purpose)
            return go_to(request, f"{PATH}/consents", _("Your consent was withdrawn."))
        except Conflict as conflict:
            status, error = conflict.status, conflict.text
    decisions = await own_decisions(customer.id)
    rows: list[tuple[str, ...]] = [
        (show_datetime(each.at), str(each.purpose), str(each.decision), str(each.version or "")) for each in decisions
    ]
    table = Table(
        columns=(_("Time"), _("Purpose"), _("Decision"), _("Version")),
        rows=rows,
        kinds=(Kind.DATETIME, Kind.TEXT, Kind.TEXT, Kind.TEXT),
    )
    history = PanelData(table=table if rows else None, empty=_("You have decided nothing yet."))
    shown = await own_consents(customer.id)
    return _page(request, "consents", customer, status, consents=shown, history=history, error=error)


async def file(request: Request) -> Response:
    customer = await pages.signed_in_customer()
    await limit(f"portal_file:{customer.id}", FILES_PER_MINUTE)
    content = await own_file(customer.id)
    headers = {"Content-Disposition": attachment(f"{customer.code}.json"), "Cache-Control": "no-store"}
    return Response(content, media_type="application/json; charset=utf-8", headers=headers)
