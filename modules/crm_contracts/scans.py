"""Signed paper that comes back: scanned copies, checked by what they hold and kept with the contract."""

from __future__ import annotations

import asyncio
from io import BytesIO

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts.choices import KeptKind
from crm_contracts.keeping import keep
from crm_contracts.kept_models import KeptDocument
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from guanxi import (
    Conflict,
    DocumentRefused,
    DocumentTimeout,
    DocumentTooLarge,
    InvalidInput,
    Page,
    _,
    attachment,
    get,
    go_to,
    read_blob,
    read_text,
    render,
    uploads_of,
)

MAX_PIXELS = 100_000_000
_ENDINGS = {"PDF": ".pdf", "PNG": ".png", "JPEG": ".jpg"}
_NO_SCAN = _("This is no PDF and no picture in PNG or JPEG format.")


def kind_of_scan(content: bytes) -> str:
    """`PDF`, `PNG` or `JPEG`, by the content alone. Raises InvalidInput."""
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return "PDF"
    from PIL import Image  # few processes ever need it

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MAX_PIXELS:
                raise InvalidInput({"file": _("The picture has too many pixels.")})
            image.verify()
            return str(image.format)
    except InvalidInput:
        raise
    except Exception as error:  # Pillow's decoders raise whatever they stumble over
        raise InvalidInput({"file": _NO_SCAN}) from error


async def _open_pdf(content: bytes) -> None:
    """In a child process. Raises InvalidInput for what only looks like one."""
    try:
        await read_text("scan.pdf", content)
    except (DocumentRefused, DocumentTooLarge, DocumentTimeout) as error:
        raise InvalidInput({"file": _("This PDF cannot be opened.")}) from error


async def keep_scan(contract: Contract, content: bytes) -> KeptDocument:
    """Raises InvalidInput, PayloadTooLarge, Conflict for a draft. The same file twice is kept once."""
    if not contract.document_version:
        raise Conflict(_("A draft has no signed copy."))
    kind = await asyncio.to_thread(kind_of_scan, content)
    if kind == "PDF":
        await _open_pdf(content)
    ending = _ENDINGS[kind]
    return await keep(
        contract, contract.language.value, KeptKind.SCAN, f"{contract.number or contract.id}-scan{ending}", content
    )


async def add_scan(request: Request) -> Response:
    contract = await get(Contract, request.path_params["id"])
    error: InvalidInput | None = None
    if request.method == "POST":
        try:
            uploads = await uploads_of(request, "file")
            if not uploads:
                raise InvalidInput({"file": _("Choose a file.")})
            await keep_scan(contract, await uploads[0].read())
            return go_to(request, f"/crm_contracts/contracts/{contract.id}", _("The signed copy is kept."))
        except InvalidInput as wrong:
            error = wrong
    return render(request, "crm_contracts/scan.html", status=422 if error else 200, contract=contract, error=error)


async def download(request: Request) -> Response:
    kept = await get(KeptDocument, request.path_params["id"])
    headers = {
        "Content-Disposition": attachment(kept.name),
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }
    return Response(await read_blob(kept.sha256), media_type="application/octet-stream", headers=headers)


PAGES = (
    Page(
        path="/crm_contracts/scan/{id:int}",
        handler=add_scan,
        access=ContractPermission.SIGN,
        methods=("GET", "POST"),
    ),
    Page(path="/crm_contracts/kept/{id:int}", handler=download, access=ContractPermission.READ),
)
