"""The page of the company's certificate: what signs documents now, and how another one gets there."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts import certificates
from crm_contracts.certificates import PATH
from crm_contracts.permissions import ContractPermission
from guanxi import InvalidInput, Page, Text, _, clock, form_of, go_to, limit, render, uploads_of

PER_COMPANY = 10
"""new certificates in a minute"""
_LONGEST_PASSWORD = 200


async def certificate_page(request: Request) -> Response:
    error: InvalidInput | None = None
    if request.method == "POST":
        try:
            return go_to(request, PATH, await _change(request))
        except InvalidInput as wrong:
            error = wrong
    row = await certificates.current_certificate()
    return render(
        request,
        "crm_contracts/certificate.html",
        status=422 if error else 200,
        certificate=row,
        ended=row is not None and row["valid_until"] <= clock.now(),
        error=error,
    )


async def _change(request: Request) -> Text:
    form = await form_of(request)
    if form.get("remove"):
        await certificates.remove()
        return _("Documents are not signed with a certificate from now on.")
    await limit("crm_contracts.certificate", PER_COMPANY)
    if form.get("make"):
        await certificates.make()
        return _("A certificate was made. Documents are signed with it from now on.")
    uploads = await uploads_of(request, "file")
    if not uploads:
        raise InvalidInput({"file": _("Choose a file.")})
    content = await uploads[0].read(certificates.MAX_FILE + 1)
    await certificates.upload(content, form.get("password", "")[:_LONGEST_PASSWORD])
    return _("Documents are signed with this certificate from now on.")


CERTIFICATE_PAGE = Page(
    path=PATH, handler=certificate_page, access=ContractPermission.CERTIFICATE, methods=("GET", "POST")
)
