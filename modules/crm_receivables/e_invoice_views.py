"""What people and programs see of an invoice's e-invoice."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_receivables.e_invoice import e_invoice
from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Call, Conflict, Endpoint, Figure, Panel, PanelData, Tone, _, get

PROFILE = "Factur-X, EN 16931"


class EInvoiceOutput(msgspec.Struct, frozen=True):
    profile: str
    xml: str


async def _panel(invoice_id: int) -> PanelData:
    """Hidden where the company gives out none."""
    found = await e_invoice(await get(Invoice, invoice_id))
    if found is None:
        return PanelData()
    if found.missing:
        return PanelData(figures=[Figure(_("Missing"), str(text), Tone.WARN) for text in found.missing])
    return PanelData(figures=[Figure(_("In the PDF"), PROFILE, Tone.OK)])


async def _xml(call: Call[Any]) -> EInvoiceOutput:
    found = await e_invoice(await get(Invoice, call.path["id"]))
    if found is None:
        raise Conflict(_("There is no e-invoice of this."))
    if found.missing:
        raise Conflict(found.missing[0])
    return EInvoiceOutput(PROFILE, found.xml.decode())


PANEL = Panel(name="e_invoice", title=_("E-invoice"), access=ReceivablesPermission.READ, load=_panel)
ENDPOINT = Endpoint(
    path="/invoices/{id:int}/e-invoice",
    method="GET",
    handler=_xml,
    access=ReceivablesPermission.READ,
    summary=_("An invoice as Factur-X data (EN 16931)"),
    output=EInvoiceOutput,
)
