"""What people and programs see of the e-invoice of an invoice or a credit note."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from crm_receivables.credit_models import CreditNote
from crm_receivables.e_invoice import e_invoice, missing_for
from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Call, Conflict, Endpoint, Figure, Panel, PanelData, Text, Tone, _, get

PROFILE = "Factur-X, EN 16931"
Kind = type[Invoice] | type[CreditNote]


class EInvoiceOutput(msgspec.Struct, frozen=True):
    profile: str
    xml: str


def _panel(kind: Kind) -> Panel:
    async def load(id: int) -> PanelData:
        """Hidden where the company gives out none."""
        missing = await missing_for(await get(kind, id))
        if missing is None:
            return PanelData()
        if missing:
            return PanelData(figures=[Figure(_("Missing"), str(text), Tone.WARN) for text in missing])
        return PanelData(figures=[Figure(_("In the PDF"), PROFILE, Tone.OK)])

    return Panel(name="e_invoice", title=_("E-invoice"), access=ReceivablesPermission.READ, load=load)


def _xml(kind: Kind) -> Callable[[Call[Any]], Awaitable[EInvoiceOutput]]:
    async def answer(call: Call[Any]) -> EInvoiceOutput:
        found = await e_invoice(await get(kind, call.path["id"]))
        if found is None:
            raise Conflict(_("There is no e-invoice of this."))
        if found.missing:
            raise Conflict(found.missing[0])
        return EInvoiceOutput(PROFILE, found.xml.decode())

    return answer


def _endpoint(resource: str, kind: Kind, summary: Text) -> Endpoint:
    return Endpoint(
        path=f"/{resource}/{{id:int}}/e-invoice",
        method="GET",
        handler=_xml(kind),
        access=ReceivablesPermission.READ,
        summary=summary,
        output=EInvoiceOutput,
    )


PANEL, CREDIT_PANEL = _panel(Invoice), _panel(CreditNote)
ENDPOINT = _endpoint("invoices", Invoice, _("An invoice as Factur-X data (EN 16931)"))
CREDIT_ENDPOINT = _endpoint("credit_notes", CreditNote, _("A credit note as Factur-X data (EN 16931)"))
