"""Asking for signatures: who signs in which order, the document that is fixed, and the mails with secret links."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlencode

import asyncpg

from crm_contracts.choices import ContractState, DocumentLanguage, KeptKind
from crm_contracts.consent_texts import CONSENT_TEXTS, CURRENT
from crm_contracts.keeping import keep_document
from crm_contracts.models import Contract
from crm_contracts.parties import customer_facts
from crm_contracts.settings import ContractSettings
from crm_contracts.signature_choices import Side, SignatoryState
from crm_contracts.signature_models import SignatureRequest
from crm_contracts.states import TO_SIGN
from crm_contracts.steps import move
from guanxi import (
    Conflict,
    InvalidInput,
    Outcome,
    Text,
    _,
    base_address,
    clock,
    create,
    current_company,
    elevated,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    get,
    lock,
    send_mail,
    settings_of,
    show_date,
    today,
    update,
)

SIGN_PATH = "/crm_contracts/sign"
_SIGNATORIES = "SELECT * FROM crm_contracts_signatory WHERE request_id = $1 ORDER BY id"
_NEXT = """
UPDATE crm_contracts_signatory SET state = 'asked', asked_at = $2
WHERE id = (SELECT min(id) FROM crm_contracts_signatory WHERE request_id = $1 AND state = 'waiting')
    AND NOT EXISTS (SELECT FROM crm_contracts_signatory WHERE request_id = $1 AND state IN ('asked', 'seen'))
RETURNING id
"""
_LETTER = """
SELECT s.name, s.email, s.reminded_at, r.id AS request_id, r.language, r.expires_at, c.title, c.number
FROM crm_contracts_signatory s JOIN crm_contracts_signature_request r ON r.id = s.request_id
JOIN crm_contracts_contract c ON c.id = r.contract_id WHERE s.id = $1
"""


async def draw_up(contract: Contract, values: dict[str, Any]) -> Outcome:
    """A draft of the request, with the customer and us as signatories; where one is open or drawn up, that one."""
    id = await fetch_value(
        "SELECT id FROM crm_contracts_signature_request WHERE contract_id = $1 AND state IN ('draft', 'open')",
        contract.id,
    )
    if id is None:
        settings = settings_of(ContractSettings)
        with elevated():
            made = await create(
                SignatureRequest,
                {
                    "contract": contract.id,
                    "title": contract.title,
                    "language": contract.language.value,
                    "days": settings.signature_days,
                    "remind_days": settings.signature_remind_days,
                    "signatories": await _proposed(contract),
                },
            )
        id = made.id
    return Outcome(
        _("Check who is to sign, then send the request."),
        data={"id": id},
        go_to=f"/crm_contracts/signature-requests/{id}",
    )


async def _proposed(contract: Contract) -> list[dict[str, Any]]:
    facts = await customer_facts(contract.customer_id)
    ours = await fetch_row("SELECT name, email FROM guanxi_user WHERE id = $1", contract.owner_id)
    return [
        {
            "name": (contract.their_signatory or facts["name"])[:100],
            "email": facts["email"] or "",
            "side": Side.THEIRS.value,
        },
        {
            "name": (contract.our_signatory or (ours["name"] if ours else current_company().title))[:100],
            "email": ours["email"] if ours else "",
            "side": Side.OURS.value,
        },
    ]


async def lock_contract(request_id: int) -> None:
    """Before the request: all who change either lock the contract first. Raises NotFound."""
    id = await fetch_value("SELECT contract_id FROM crm_contracts_signature_request WHERE id = $1", request_id)
    if id is not None:
        with elevated():
            await lock(Contract, id)


async def send(request: SignatureRequest, values: dict[str, Any]) -> Outcome:
    """Fix the document and ask the first signatory. Counts as sending the contract.

    Raises Conflict where the contract is not to be signed or another request is open, InvalidInput for signatories.
    """
    with elevated():
        contract = await get(Contract, request.contract_id)
    if contract.state not in TO_SIGN:
        raise Conflict(_("Only an approved contract that nobody has signed can be sent for signature."))
    await _check_signatories(request.id)
    kept = await keep_document(contract, request.language.value, KeptKind.SENT)
    now = clock.now()
    fixed = {
        "state": "open",
        "version": contract.document_version,
        "kept_id": kept.id,
        "sha256": kept.sha256,
        "consent": CURRENT,
        "consent_sha256": CONSENT_TEXTS[CURRENT].sha256,
        "asked_at": now,
        "expires_at": now + timedelta(days=request.days),
    }
    try:
        with elevated():
            await update(SignatureRequest, request.id, fixed)
    except (InvalidInput, asyncpg.UniqueViolationError) as error:
        raise Conflict(_("The contract is out for signature already.")) from error
    await ask_next(request.id)
    if contract.state is ContractState.APPROVED:
        await move(contract, ContractState.SENT, {"sent_on": today()})
    return Outcome(_("The first signatory was asked by mail."))


async def _check_signatories(request_id: int) -> None:
    rows = await fetch(_SIGNATORIES, request_id)
    errors: dict[str, Text] = {}
    for index, row in enumerate(rows):
        for name in ("name", "email"):
            if not row[name].strip():
                errors[f"signatories.{index}.{name}"] = _("This field is required.")
    if {row["side"] for row in rows} != set(Side):
        raise InvalidInput(message=_("Both sides have to sign: enter at least one signatory of each."))
    if errors:
        raise InvalidInput(errors, _("Enter the name and the e-mail address of every signatory."))


async def ask_next(request_id: int) -> bool:
    """Whether there is somebody left to sign; the next one in order is asked by mail. Safe to repeat."""
    id = await fetch_value(_NEXT, request_id, clock.now())
    if id is not None:
        await mail_link(id)
        return True
    waiting = await fetch_value(
        "SELECT EXISTS (SELECT FROM crm_contracts_signatory WHERE request_id = $1 AND state <> $2)",
        request_id,
        SignatoryState.SIGNED.value,
    )
    return bool(waiting)


async def mail_link(signatory_id: int, template: str = "to_sign") -> None:
    """A secret link to the signing page. Earlier ones go on working: the database knows only their hashes."""
    row = await fetch_row(_LETTER, signatory_id)
    assert row is not None
    token = token_urlsafe(32)
    await execute(
        "INSERT INTO crm_contracts_signing_link (signatory_id, hash, created_at) VALUES ($1, $2, $3)",
        signatory_id,
        hash_token(token),
        clock.now(),
    )
    await send_mail(
        row["email"],
        f"crm_contracts/{template}",
        {
            "name": row["name"],
            "company": current_company().title,
            "title": row["title"],
            "number": row["number"],
            "until": show_date(row["expires_at"].astimezone(current_company().zone).date()),
            "again": row["reminded_at"] is not None,
        },
        secret={"link": f"{base_address()}{SIGN_PATH}?{urlencode({'token': token})}"},
        locale="en" if row["language"] == DocumentLanguage.EN else "zh_CN",
        to_name=row["name"],
    )


def hash_token(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
