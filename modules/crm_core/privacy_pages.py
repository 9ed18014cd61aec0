"""The privacy officer's pages on a customer: what is held, its file, and anonymization, which asks twice."""

from __future__ import annotations

from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response

from crm_core import privacy
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from guanxi import (
    Conflict,
    Figure,
    InvalidInput,
    Page,
    Panel,
    PanelData,
    Text,
    _,
    attachment,
    current_actor,
    form_of,
    get,
    go_to,
    limit,
    render,
)

FILES_PER_MINUTE = 20
_LARGEST_ID = 2**63 - 1
_MEDIA = {"json": "application/json; charset=utf-8", "csv": "text/csv; charset=utf-8"}


async def _customer(request: Request) -> Customer:
    """Raises NotFound."""
    return await get(Customer, min(request.path_params["id"], _LARGEST_ID))


async def show(request: Request) -> Response:
    customer = await _customer(request)
    held = privacy.counts(await privacy.personal_data(customer.id))
    return render(
        request,
        "crm_core/privacy.html",
        customer=customer,
        back=f"/crm_core/customers/{customer.id}",
        address=f"/crm_core/privacy/{customer.id}",
        held=PanelData(figures=[Figure(title, count) for title, count in held]),
        anonymized=await privacy.was_anonymized(customer.id),
    )


async def file(request: Request) -> Response:
    customer = await _customer(request)
    kind = (await form_of(request)).get("format", "")
    if kind not in get_args(privacy.FileKind):
        raise InvalidInput(message=_("This is none of the choices."))
    await limit(f"personal_file:{current_actor().id}", FILES_PER_MINUTE)
    content = await privacy.personal_file(customer.id, cast(privacy.FileKind, kind))
    headers = {
        "Content-Disposition": attachment(f"{customer.code}.{kind}"),
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=_MEDIA[kind], headers=headers)


async def anonymize(request: Request) -> Response:
    """GET says what will happen, or what stands against it; a first POST asks for the code, a second one does it."""
    customer = await _customer(request)
    if await privacy.was_anonymized(customer.id):
        raise Conflict(privacy.ANONYMIZED)
    if request.method != "POST":
        return await _ask(request, customer, sure=False)
    form = await form_of(request)
    if "code" not in form:
        return await _ask(request, customer, sure=True)
    if form["code"].strip().upper() != customer.code.upper():
        wrong = _("Enter the code {code} to confirm.", code=customer.code)
        return await _ask(request, customer, sure=True, error=wrong)
    await privacy.anonymize(customer.id, "request")
    return go_to(request, f"/crm_core/customers/{customer.id}", _("The customer was anonymized."))


async def _ask(request: Request, customer: Customer, *, sure: bool, error: Text | None = None) -> Response:
    return render(
        request,
        "crm_core/anonymize.html",
        status=422 if error else 200,
        customer=customer,
        back=f"/crm_core/privacy/{customer.id}",
        against=await privacy.obstacles(customer.id),
        sure=sure,
        error=error,
    )


async def _load(customer_id: int) -> PanelData:
    done = await privacy.was_anonymized(customer_id)
    text = _("Anonymized") if done else _("Show what is held")
    return PanelData(figures=[Figure(_("Personal data"), str(text), href=f"/crm_core/privacy/{customer_id}")])


PRIVACY_PANEL = Panel(name="privacy", title=_("Privacy"), access=CorePermission.PRIVACY, load=_load, order=95)
PAGES = (
    Page(path="/crm_core/privacy/{id:int}", handler=show, access=CorePermission.PRIVACY),
    Page(path="/crm_core/privacy/{id:int}/file", handler=file, access=CorePermission.PRIVACY, methods=("POST",)),
    Page(
        path="/crm_core/privacy/{id:int}/anonymize",
        handler=anonymize,
        access=CorePermission.PRIVACY,
        methods=("GET", "POST"),
    ),
)
