"""The page on which statements are imported, and the same for programs."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from crm_bank.formats import StatementError
from crm_bank.models import BankAccount
from crm_bank.permissions import BankPermission
from crm_bank.storing import Imported, import_file
from guanxi import (
    Call,
    Conflict,
    Endpoint,
    GuanxiError,
    InvalidInput,
    Page,
    Text,
    _,
    current_actor,
    find,
    form_of,
    get,
    go_to,
    limit,
    read_id,
    render,
    uploads_of,
    where,
)

PATH = "/crm_bank/upload"
_A_MINUTE = 30
"""files of one user: each takes a process"""
_MOST_ACCOUNTS = 200


async def _limited() -> None:
    await limit(f"bank-import:{current_actor().id}", _A_MINUTE)


async def take_file(account_id: int, name: str, content: bytes) -> Imported:
    """Raises NotFound, Conflict, StatementError."""
    account = await get(BankAccount, account_id)
    if account.archived:
        raise Conflict(_("This bank account is archived."))
    return await import_file(account, name, content)


def said(found: Imported) -> Text:
    if found.known:
        return _("This file was imported before; nothing was added.")
    if not found.lines_new:
        return _("All {count} lines are there already.", count=found.lines_read)
    if found.flawed:
        return _("{count} new lines. The statement does not tie: see its page.", count=found.lines_new)
    return _("{count} new lines of {total}.", count=found.lines_new, total=found.lines_read)


async def _page(request: Request) -> Response:
    chosen = request.query_params.get("account", "")
    error: GuanxiError | None = None
    if request.method == "POST":
        chosen = (await form_of(request)).get("account", "")
        try:
            if not (account_id := read_id(chosen)):
                raise InvalidInput(message=_("Choose a bank account."))
            uploads = await uploads_of(request, "file")
            if not uploads:
                raise InvalidInput(message=_("Choose a file."))
            await _limited()
            found = await take_file(account_id, uploads[0].filename or "statement", await uploads[0].read())
            target = f"/crm_bank/statements/{found.statement_ids[0]}" if found.statement_ids else "/crm_bank/statements"
            return go_to(request, target, said(found))
        except (StatementError, InvalidInput) as wrong:
            error = wrong
    accounts = await find(BankAccount, where.eq("archived", False), order="name", limit=_MOST_ACCOUNTS)
    return render(
        request,
        "crm_bank/import.html",
        status=422 if error else 200,
        accounts=accounts,
        chosen=chosen,
        error=error,
    )


IMPORT_PAGE = Page(path=PATH, handler=_page, access=BankPermission.IMPORT, methods=("GET", "POST"))


class FileInput(msgspec.Struct, frozen=True):
    name: str
    content: bytes
    """Base64; larger files than a request may hold are for the page"""


class FileOutput(msgspec.Struct, frozen=True):
    statement_ids: tuple[int, ...]
    lines_read: int
    lines_new: int
    flawed: bool
    known: bool


async def _take(call: Call[FileInput]) -> FileOutput:
    await _limited()
    found = await take_file(call.path["id"], call.input.name or "statement", call.input.content)
    return FileOutput(found.statement_ids, found.lines_read, found.lines_new, found.flawed, found.known)


ENDPOINTS: tuple[Any, ...] = (
    Endpoint(
        path="/accounts/{id:int}/import",
        method="POST",
        handler=_take,
        access=BankPermission.IMPORT,
        summary=_("Import a bank statement"),
        input=FileInput,
        output=FileOutput,
    ),
)
