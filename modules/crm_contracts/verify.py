"""The public page of a contract, for whoever holds its document: state, date, parties, hashes; and a comparison.

Its address is in the QR code of the document and cannot be guessed. Names of people and customers are covered in part,
but for users who may see the contract; the company's own is on every page of the site.
"""

from __future__ import annotations

import asyncio
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts.choices import ContractState, KeptKind
from crm_contracts.document import VERIFY_PATH
from crm_contracts.models import Contract
from crm_contracts.signature_choices import Side
from guanxi import (
    PUBLIC,
    Forbidden,
    InvalidInput,
    NotFound,
    Page,
    _,
    current_actor,
    fetch,
    fetch_row,
    get,
    limit,
    network_of,
    render,
    uploads_of,
)

PER_ADDRESS = 30
"""looks and comparisons in a minute"""
_LONGEST_TOKEN = 32
_SIGNATORIES = """
SELECT s.name, s.side, s.acted_at FROM crm_contracts_signature_request r
JOIN crm_contracts_signatory s ON s.request_id = r.id
WHERE r.contract_id = $1 AND r.version = $2 AND r.state = 'completed' ORDER BY s.id
"""
_FIND = """
SELECT id, number, title, state, signed_on, starts_on, ends_on, parties, document_version
FROM crm_contracts_contract WHERE verify_token = $1 AND state <> 'draft'
"""


async def verify(request: Request) -> Response:
    network = network_of(request.client.host if request.client else "")
    await limit(f"verify_contract:{network}", PER_ADDRESS)
    row = await fetch_row(_FIND, str(request.path_params["token"])[:_LONGEST_TOKEN])
    if row is None:
        raise NotFound()
    kept = await fetch(
        "SELECT kind, language, version, sha256, fingerprint, created_at FROM crm_contracts_kept_document"
        " WHERE contract_id = $1 ORDER BY id DESC LIMIT 50",
        row["id"],
    )
    signatories = await fetch(_SIGNATORIES, row["id"], row["document_version"])
    error, compared = None, None
    if request.method == "POST":
        try:
            compared = await _compare(request, [each["sha256"] for each in kept])
        except InvalidInput as wrong:
            error = wrong
    known = await _may_see(row["id"])
    shown = str if known else covered
    response = render(
        request,
        "crm_contracts/verify.html",
        status=422 if error else 200,
        contract=row,
        state=ContractState(row["state"]),
        buyer=shown(_name(row, "buyer")),
        seller=_name(row, "seller"),
        kept=[{**each, "kind": KeptKind(each["kind"])} for each in kept],
        current=row["document_version"],
        signatories=[(shown(each["name"]), Side(each["side"]), each["acted_at"]) for each in signatories],
        href=f"/crm_contracts/contracts/{row['id']}" if known else "",
        compared=compared,
        error=error,
    )
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


async def _may_see(contract_id: int) -> bool:
    """Whether it is a user who looks, within whose scope the contract is."""
    if not current_actor().signed_in:
        return False
    try:
        await get(Contract, contract_id)
    except (Forbidden, NotFound):
        return False
    return True


def _name(row: Any, party: str) -> str:
    return str(((row["parties"] or {}).get(party) or {}).get("name") or "")


async def _compare(request: Request, hashes: list[str]) -> dict[str, Any]:
    """The hash of the file that was sent in, and whether it is one of them."""
    uploads = await uploads_of(request, "file")
    if not uploads:
        raise InvalidInput({"file": _("Choose a file.")})
    digest = (await asyncio.to_thread(sha256, await uploads[0].read())).hexdigest()
    return {"sha256": digest, "equal": digest in hashes}


def covered(name: str) -> str:
    """`靖江*******公司`: enough to recognize for who knows it."""
    shown = 2 if len(name) > 5 else 1 if len(name) > 2 else 0
    head = name[: max(shown, 1)] if len(name) > 1 else ""
    tail = name[len(name) - shown :] if shown else ""
    return f"{head}{'*' * (len(name) - len(head) - len(tail))}{tail}" if name else ""


VERIFY_PAGE = Page(path=f"{VERIFY_PATH}{{token}}", handler=verify, access=PUBLIC, methods=("GET", "POST"))
