"""The document of a signed contract. Signed on line: the bytes that were shown, then a page of evidence.

Signed by hand it is printed with the day and the seal. Either way the company's certificate signs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from crm_contracts.certificates import current_pair
from crm_contracts.document import build_contract
from crm_contracts.evidence import build_evidence
from crm_contracts.models import Contract
from crm_contracts.signature_models import SignatureRequest
from crm_contracts.signing_messages import Finish
from crm_contracts.signing_process import ask_signer
from guanxi import _, clock, elevated, find, read_blob, render_pdf, translate, where

REASON = _("Document of a signed contract")


async def completed_request(contract: Contract) -> SignatureRequest | None:
    """The request that all signed; none where the contract was signed by hand."""
    version = where.eq("version", contract.document_version)
    condition = where.all_of(where.eq("contract", contract.id), where.eq("state", "completed"), version)
    with elevated():
        found = await find(SignatureRequest, condition, limit=1)
    return found[0] if found else None


async def signed_language(contract: Contract) -> str:
    """What was signed on line was signed in this language; else the contract's."""
    request = await completed_request(contract)
    return (request or contract).language.value


@dataclass(frozen=True, slots=True)
class SignedCopy:
    content: bytes
    fingerprint: str = ""
    """of the certificate that signed it"""


async def signed_copy(contract: Contract, language: str) -> SignedCopy:
    """Raises what printing does, SigningFailed, and SecretLost for a certificate whose key cannot be read."""
    request = await completed_request(contract)
    if request is not None and request.language == language:
        assert request.ended_at is not None
        content, at = await read_blob(request.sha256), request.ended_at
        evidence = await render_pdf(await build_evidence(request))
    else:
        content, at = await render_pdf(await build_contract(contract, language)), clock.now()
        evidence = b""
    pair = await current_pair()
    if not evidence and pair is None:
        return SignedCopy(content)
    at = max(at, pair.valid_from) if pair is not None else at
    reason = translate(REASON, "en" if language == "en" else "zh_CN")
    answer = await ask_signer(Finish(pdf=content, evidence=evidence, at=at, pair=pair, reason=reason))
    return SignedCopy(answer.pdf, sha256(pair.certificate).hexdigest() if pair is not None else "")
