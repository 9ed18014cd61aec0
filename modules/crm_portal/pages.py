"""What a signed-in customer sees: home, sections, their PDFs."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from crm_core.services import CustomerDetails, customer_details
from crm_portal.extensions import PORTAL_CARDS, PortalAction, PortalSection
from crm_portal.permissions import PORTAL
from crm_portal.tabs import sections, tabs
from guanxi import (
    Conflict,
    InvalidInput,
    NotFound,
    PanelData,
    Unauthenticated,
    _,
    current_actor,
    current_company,
    current_locale,
    elevated,
    form_of,
    go_to,
    inline,
    limit,
    read_id,
    render,
    revoke_realm_sessions,
)

LANGUAGES = ("zh_CN", "en", "both")
DOCUMENTS_PER_MINUTE = 20
ACTIONS_PER_MINUTE = 30
LONGEST_TEXT = 500
"""of what a customer writes, in characters"""
_LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class HomeCard:
    section: PortalSection
    data: PanelData


async def signed_in_customer() -> CustomerDetails:
    """Whose session it is. A customer that was archived meanwhile has none any more."""
    id = current_actor().id
    customer = await customer_details(id) if id is not None else None
    if customer is None:
        if id is not None:
            await revoke_realm_sessions(PORTAL.name, id)
        raise Unauthenticated()
    return customer


def _section(request: Request) -> PortalSection:
    name = request.path_params["section"]
    found = next((section for section in sections() if section.name == name), None)
    if found is None:
        raise NotFound()
    return found


async def home(request: Request) -> Response:
    customer = await signed_in_customer()
    with elevated():
        cards = [HomeCard(section, await section.summary(customer.id)) for section in sections()]
        card = any([await kind.load(customer.id) for kind in current_company().catalog.extensions(PORTAL_CARDS)])
    return render(request, "crm_portal/home.html", tabs=tabs(), customer=customer, cards=cards, card=card)


async def section_page(request: Request) -> Response:
    customer = await signed_in_customer()
    section = _section(request)
    with elevated():
        blocks = await section.blocks(customer.id)
    return render(request, "crm_portal/section.html", tabs=tabs(), customer=customer, section=section, blocks=blocks)


async def document(request: Request) -> Response:
    """The PDF of one of the customer's records; another customer's is not there."""
    customer = await signed_in_customer()
    section, id = _section(request), request.path_params["id"]
    if section.document is None or id > _LARGEST_ID:
        raise NotFound()
    language = request.query_params.get("language") or current_locale()
    if language not in LANGUAGES:
        raise InvalidInput({"language": _("This is none of the choices.")})
    await limit(f"portal_document:{customer.id}", DOCUMENTS_PER_MINUTE)
    with elevated():
        name, pdf = await section.document(customer.id, id, language)
    headers = {
        "Content-Disposition": inline(name),
        "Cache-Control": "no-store",
    }
    return Response(pdf, media_type="application/pdf", headers=headers)


async def action(request: Request) -> Response:
    """Asks, and on the customer's yes does it; with another customer's record there is nothing to do.

    The revision is read before the question, so that nobody says yes to what was changed in between.
    """
    customer = await signed_in_customer()
    section, id = _section(request), request.path_params["id"]
    found = next((each for each in section.actions if each.name == request.path_params["action"]), None)
    if found is None or id > _LARGEST_ID:
        raise NotFound()
    await limit(f"portal_action:{customer.id}", ACTIONS_PER_MINUTE)
    written, error, status = "", None, 200
    with elevated():
        if request.method == "POST":
            form = await form_of(request)
            written = _printable(form.get("text", "")) if found.asks is not None else ""
            if found.asks is None or 0 < len(written) <= LONGEST_TEXT:
                try:
                    done = await found.run(customer.id, id, written, read_id(form.get("revision", "")))
                    return go_to(request, await _after(found, section, customer.id, id), done)
                except Conflict as conflict:
                    error, status = conflict.text, 409
            else:
                error, status = _("Write up to {count} characters.", count=LONGEST_TEXT), 422
        revision = 0 if found.revision is None else await found.revision(customer.id, id)
        question = await found.question(customer.id, id)
        back = await _after(found, section, customer.id, id)
    return render(
        request,
        "crm_portal/action.html",
        status=status,
        tabs=tabs(),
        customer=customer,
        section=section,
        action=found,
        question=question,
        back=back,
        revision=revision,
        written=written,
        longest=LONGEST_TEXT,
        error=error,
    )


async def _after(action: PortalAction, section: PortalSection, customer_id: int, id: int) -> str:
    return f"/portal/{section.name}" if action.then is None else await action.then(customer_id, id)


def _printable(text: str) -> str:
    return "".join(each for each in text if each.isprintable() or each == "\n").strip()
