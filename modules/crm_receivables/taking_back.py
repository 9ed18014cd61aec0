"""What is asked before an invoice is voided or credited in full."""

from __future__ import annotations

from crm_receivables.extensions import INVOICE_LEFTOVERS
from guanxi import Text, _, ask, current_company


async def leftovers_of(invoice_id: int) -> list[tuple[Text, int]]:
    """What was booked because of the invoice and stays, each with how many."""
    found: list[tuple[Text, int]] = []
    for leftover in current_company().catalog.extensions(INVOICE_LEFTOVERS):
        found += await leftover.of(invoice_id)
    return found


async def ask_for_leftovers(invoice_id: int) -> None:
    """Raises Unconfirmed where there is any, until that was agreed to."""
    found = await leftovers_of(invoice_id)
    if found:
        ask(_("This was booked because of the invoice and stays; void or credit it, too. Go on?"), found)
