"""Where open invoices are paid on line, as other add-ons have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crm_receivables.choices import InvoiceState
from crm_receivables.extensions import WAYS_TO_PAY
from crm_receivables.models import Invoice
from guanxi import current_company


@dataclass(frozen=True, slots=True)
class PrintedWay:
    address: str
    code: bytes
    """of the address: a QR code as SVG"""


async def pay_addresses(invoices: Mapping[int, str]) -> dict[int, str]:
    """By invoice, of open ones (`{id: currency}`); without those that nothing can be paid with. Writes nothing."""
    found: dict[int, str] = {}
    for way in current_company().catalog.extensions(WAYS_TO_PAY):
        rest = {id: currency for id, currency in invoices.items() if id not in found}
        if rest:
            found.update(await way.addresses(rest))
    return found


async def printed_way(invoice: Invoice) -> PrintedWay | None:
    """What an invoice says of it; None where it is not open, or nothing is to be said."""
    if invoice.state != InvoiceState.POSTED or invoice.outstanding <= 0:
        return None
    for way in current_company().catalog.extensions(WAYS_TO_PAY):
        if way.printed():
            address = (await way.addresses({invoice.id: invoice.currency})).get(invoice.id)
            if address:
                return PrintedWay(address, way.code(address))
    return None
