"""Documents that are kept as they were sent or signed: rendered and stored once, the same bytes ever after."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from crm_contracts.choices import ContractState, KeptKind
from crm_contracts.document import build_contract
from crm_contracts.kept_models import KeptDocument
from crm_contracts.models import Contract
from crm_contracts.signed_copy import SignedCopy, signed_copy, signed_language
from guanxi import (
    Document,
    Job,
    Run,
    _,
    audit,
    clock,
    current_actor,
    elevated,
    enqueue,
    fetch_row,
    get,
    read_blob,
    render_pdf,
    store_file,
    transaction,
)

KEY = "crm_contracts/kept-documents"
_UNKEPT = (ContractState.DRAFT, ContractState.IN_REVIEW, ContractState.CANCELLED)
_INSERT = """
INSERT INTO crm_contracts_kept_document
    (contract_id, kind, language, version, sha256, size, name, fingerprint, revision, created_at, updated_at,
    created_by_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9, $10) ON CONFLICT DO NOTHING RETURNING *
"""
_FIND = """
SELECT * FROM crm_contracts_kept_document WHERE contract_id = $1 AND version = $2 AND kind = $3 AND language = $4
"""


async def keep_document(contract: Contract, language: str, kind: KeptKind) -> KeptDocument:
    """The contract's document as it was sent or signed; printed and stored by the first call, found by the others.

    Raises what printing does (DocumentRefused and the like).
    """
    found = await fetch_row(_FIND, contract.id, contract.document_version, kind.value, language)
    if found is not None:
        return KeptDocument._init_from_db(**found)
    if kind is KeptKind.SIGNED:
        copy = await signed_copy(contract, language)
    else:
        copy = SignedCopy(await _printed(contract, language))
    name = f"{contract.number or contract.id}-{kind.value}-{language}.pdf"
    return await keep(contract, language, kind, name, copy.content, copy.fingerprint)


async def _printed(contract: Contract, language: str) -> bytes:
    return await render_pdf(await build_contract(contract, language))


async def keep(
    contract: Contract, language: str, kind: KeptKind, name: str, content: bytes, fingerprint: str = ""
) -> KeptDocument:
    """Stores the content unless it is kept already. Raises InvalidInput, PayloadTooLarge."""
    async with transaction():
        version = contract.document_version
        digest = sha256(content).hexdigest()
        about = (contract.id, kind.value, language, version, digest, len(content), name[-255:], fingerprint)
        author = current_actor().id if current_actor().signed_in else None
        row = await fetch_row(_INSERT, *about, clock.now(), author)
        if row is not None:
            await store_file(KEY, row["id"], name, content)
            after = {"file": name, "sha256": digest}
            await audit("attach", "crm_contracts/contracts", contract.id, label=contract.title, after=after)
        elif kind is KeptKind.SCAN:
            row = await fetch_row(
                "SELECT * FROM crm_contracts_kept_document WHERE contract_id = $1 AND sha256 = $2 AND kind = 'scan'",
                contract.id,
                digest,
            )
        else:
            row = await fetch_row(_FIND, contract.id, version, kind.value, language)
    assert row is not None
    return KeptDocument._init_from_db(**row)


async def _kept_bytes(contract: Contract, language: str) -> bytes | None:
    """What was sent, or signed, in this language; none of drafts, which change, and of void ones, which say so."""
    if contract.state in _UNKEPT:
        return None
    kind = KeptKind.SIGNED if contract.signed_on else KeptKind.SENT
    found = await fetch_row(_FIND, contract.id, contract.document_version, kind.value, language)
    return await read_blob(found["sha256"]) if found is not None else None


async def contract_pdf(contract: Contract, language: str) -> bytes:
    """The bytes that are kept, else a new print."""
    kept = await _kept_bytes(contract, language)
    return await _printed(contract, language) if kept is None else kept


async def keep_later(contract: Contract, kind: KeptKind) -> None:
    """Has the document kept, in the contract's language, once the caller's transaction is committed."""
    version = contract.document_version
    payload = {"contract": contract.id, "kind": kind.value, "version": version}
    await enqueue(KEEP_DOCUMENT, payload, key=f"crm_contracts.keep:{contract.id}:{version}:{kind.value}")


async def _keep(run: Run) -> None:
    payload: dict[str, Any] = run.payload
    kind = KeptKind(payload["kind"])
    with elevated():
        contract = await get(Contract, payload["contract"])
    gone = contract.state in _UNKEPT
    if gone or contract.document_version != payload["version"] or bool(contract.signed_on) != (kind is KeptKind.SIGNED):
        return  # it went on, and is not as it was any more
    await keep_document(contract, await signed_language(contract), kind)


KEEP_DOCUMENT = Job(name="crm_contracts.keep_document", title=_("Keep the document of a contract"), run=_keep)
CONTRACT_DOCUMENT = Document(name="contract", label=_("Contract"), build=build_contract, kept=_kept_bytes)
