"""Customers pay invoices with stored value. Only imported where crm_portal and crm_receivables are installed."""

from __future__ import annotations

import uuid

from crm_portal.extensions import PortalAction, PortalBlock, PortalLink
from crm_receivables.services import InvoiceBalance, invoice_balance, open_items
from crm_wallet import services
from crm_wallet.billing import is_enabled, pay_invoice, payable
from crm_wallet.errors import MoreThanOwed, NotEnough
from guanxi import Kind, NotFound, PanelData, Table, Text, _, show_date, show_money


async def _mine(customer_id: int, invoice_id: int) -> InvoiceBalance:
    """Raises NotFound for another customer's."""
    invoice = await invoice_balance(invoice_id) if is_enabled() else None
    if invoice is None or invoice.customer_id != customer_id or invoice.number is None:
        raise NotFound()
    return invoice


async def _question(customer_id: int, invoice_id: int) -> Text:
    invoice = await _mine(customer_id, invoice_id)
    amount = show_money(await payable(invoice), invoice.currency)
    return _("Pay {amount} of invoice {number} with your stored value?", amount=amount, number=invoice.number or "")


async def _pay(customer_id: int, invoice_id: int, written: str, revision: int) -> Text:
    invoice = await _mine(customer_id, invoice_id)
    if not invoice.is_open:
        raise MoreThanOwed()
    amount = await payable(invoice)
    if amount <= 0:
        raise NotEnough(detail="0")
    await pay_invoice(invoice.id, amount, f"portal:{uuid.uuid4()}")
    return _("{amount} was paid with your stored value.", amount=show_money(amount, invoice.currency))


PAY = PortalAction(name="pay", label=_("Pay with stored value"), question=_question, run=_pay)


async def open_invoices(customer_id: int) -> PortalBlock | None:
    """Those in a currency that the customer has stored value in."""
    if not is_enabled():
        return None
    free = {each.currency: each.free for each in await services.balances(customer_id)}
    items = [item for item in await open_items([customer_id]) if free.get(item.currency, 0) > 0]
    if not items:
        return None
    table = Table(
        columns=(_("Invoice"), _("Due"), _("Outstanding")),
        rows=[(each.number, show_date(each.due_on), show_money(each.outstanding, each.currency)) for each in items],
        kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY),
    )
    links = [PortalLink(PAY.label, f"/portal/wallet/{each.invoice_id}/pay") for each in items]
    return PortalBlock(_("What you can pay"), PanelData(table=table), row_links=links)
