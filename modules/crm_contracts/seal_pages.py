"""The page on which the company's seal is chosen."""

from __future__ import annotations

from base64 import b64encode

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts.permissions import ContractPermission
from crm_contracts.seal import current_seal, remove_seal, save_seal, seal_hash
from guanxi import InvalidInput, Page, _, form_of, go_to, read_blob, render, uploads_of

PATH = "/crm_contracts/seal"


async def seal_page(request: Request) -> Response:
    error: InvalidInput | None = None
    if request.method == "POST":
        try:
            if (await form_of(request)).get("remove"):
                await remove_seal()
                return go_to(request, PATH, _("What is signed from now on has no seal."))
            uploads = await uploads_of(request, "file")
            if not uploads:
                raise InvalidInput({"file": _("Choose a file.")})
            await save_seal(await uploads[0].read())
            return go_to(request, PATH, _("What is signed from now on has this seal."))
        except InvalidInput as wrong:
            error = wrong
    digest = await seal_hash(await current_seal())
    picture = f"data:image/png;base64,{b64encode(await read_blob(digest)).decode()}" if digest else ""
    return render(request, "crm_contracts/seal.html", status=422 if error else 200, picture=picture, error=error)


SEAL_PAGE = Page(path=PATH, handler=seal_page, access=ContractPermission.SEAL, methods=("GET", "POST"))
