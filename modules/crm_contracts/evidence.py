"""The page of evidence behind a document that was signed on line: who signed, when, from where, and to what."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from crm_contracts.consent_texts import CONSENT_TEXTS
from crm_contracts.document_words import Words
from crm_contracts.signature_choices import Side, SignChannel, SignMethod
from crm_contracts.signature_models import SignatureRequest
from crm_contracts.strokes import picture
from guanxi import PdfJob, Text, _, current_company, fetch, fetch_row

_TEMPLATE = Path(__file__).parent / "templates" / "crm_contracts" / "evidence.html"
_TEXTS: dict[str, Text] = {
    "heading": _("Record of the signing"),
    "contract": _("Contract"),
    "company": _("Signing service run by"),
    "request": _("Request for signatures"),
    "document": _("SHA-256 of the document as it was signed"),
    "asked": _("Sent for signature"),
    "completed": _("Signed by all"),
    "zone": _("Times are of the time zone"),
    "signatories": _("Signatories"),
    "side": _("Side", "of a contract"),
    "email": _("E-mail"),
    "asked_at": _("Asked"),
    "seen_at": _("Opened"),
    "signed_at": _("Signed", "time"),
    "identity": _("Identified by"),
    "method": _("Kind of signature"),
    "address": _("Network address"),
    "agent": _("Browser"),
    "consent": _("Each signatory agreed to this text"),
    "version": _("Version"),
}
_SIGNATORIES = "SELECT * FROM crm_contracts_signatory WHERE request_id = $1 ORDER BY id"
_CONTRACT = "SELECT number, title FROM crm_contracts_contract WHERE id = $1"


@cache
def _template() -> str:
    return _TEMPLATE.read_text(encoding="utf-8")


async def build_evidence(request: SignatureRequest) -> PdfJob:
    """Of a completed request; always the same."""
    assert request.ended_at is not None
    words = Words(request.language.value)
    rows = await fetch(_SIGNATORIES, request.id)
    contract = await fetch_row(_CONTRACT, request.contract_id)
    assert contract is not None
    text = CONSENT_TEXTS[request.consent]
    data = {
        "t": {name: words.pair(each) for name, each in _TEXTS.items()},
        "company": current_company().title,
        "number": contract["number"],
        "title": contract["title"],
        "request": str(request.id),
        "sha256": request.sha256,
        "asked": show_instant(request.asked_at),
        "completed": show_instant(request.ended_at),
        "zone": str(current_company().zone),
        "signatories": [_signatory(row, words) for row in rows],
        "consent": {"version": request.consent, "sha256": request.consent_sha256, **words.choose(text.zh, text.en)},
    }
    return PdfJob(
        template=_template(),
        data=data,
        title=f"{contract['number']}",
        language="en" if words.main == "en" else "zh-CN",
        created=request.ended_at,
        assets={f"drawing-{row['id']}": picture(row["strokes"]) for row in rows if row["strokes"]},
        pdf_variant="pdf/a-3u",
    )


def show_instant(instant: datetime | None) -> str:
    """`2026-11-22 09:30:15 +08:00`"""
    if instant is None:
        return ""
    local = instant.astimezone(current_company().zone)
    return f"{local:%Y-%m-%d %H:%M:%S} {local.isoformat()[-6:]}"


def _signatory(row: Any, words: Words) -> dict[str, Any]:
    return {
        "id": row["id"],
        "name": row["name"],
        "capacity": row["capacity"],
        "email": row["email"],
        "side": words.pair(Side(row["side"]).label),
        "asked_at": show_instant(row["asked_at"]),
        "seen_at": show_instant(row["seen_at"]),
        "signed_at": show_instant(row["acted_at"]),
        "identity": words.pair(SignChannel(row["channel"]).label),
        "method": words.pair(SignMethod(row["method"]).label),
        "address": row["address"],
        "agent": row["user_agent"],
        "signed_name": row["signed_name"],
        "drawn": bool(row["strokes"]),
    }
