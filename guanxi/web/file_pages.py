"""Files of records: taken in with a form, given out as downloads only."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.db import transaction
from guanxi.declare.resources import Resource
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records import delete_file, get, read_file, store_file
from guanxi.records.rules import require_write
from guanxi.web.downloads import attachment
from guanxi.web.flash import go_to
from guanxi.web.state import uploads_of


async def attach(request: Request, resource: Resource, id: int) -> Response:
    """Whoever may change the record may add files to it."""
    require_write(resource, "update")
    uploads = await uploads_of(request, "file")
    if not uploads:
        raise InvalidInput(message=_("Choose a file."))
    contents = [(upload.filename or "", await upload.read()) for upload in uploads]
    async with transaction():
        await get(resource.model, id)
        for name, content in contents:
            await store_file(resource.key, id, name, content)
    message = _("The file was added.") if len(uploads) == 1 else _("{count} files were added.", count=len(uploads))
    return go_to(request, f"{resource.path}/{id}#files", message)


async def detach(request: Request) -> Response:
    """Whoever may change the record may delete its files."""
    file = await delete_file(str(request.path_params["token"]))
    path = f"/{file.resource}/{file.record_id}#files"
    return go_to(request, path, _("{name} was deleted.", name=file.name))


async def download(request: Request) -> Response:
    file, content = await read_file(str(request.path_params["token"]))
    headers = {
        "Content-Disposition": attachment(file.name),
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }
    return Response(content, media_type="application/octet-stream", headers=headers)
