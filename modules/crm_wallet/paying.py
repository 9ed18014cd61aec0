"""Paying an invoice with its customer's stored value, as staff and programs do it.

Only imported where crm_receivables is installed; whether a company has it enabled is asked each time.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.services import InvoiceBalance, visible_invoice
from crm_wallet import services
from crm_wallet.actions import note, once
from crm_wallet.api import Amount, Id
from crm_wallet.billing import LONGEST_SOURCE, InvoicePaid, is_enabled, pay_invoice, payable
from crm_wallet.permissions import WalletPermission
from guanxi import (
    Call,
    Conflict,
    Endpoint,
    Figure,
    InvalidInput,
    NotFound,
    Page,
    Panel,
    PanelData,
    Text,
    _,
    form_of,
    go_to,
    parse_amount,
    plain_amount,
    render,
    require,
    show_money,
    transaction,
)

_LARGEST_ID = 2**63 - 1


class PayInvoiceInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    invoice_id: Id
    amount: Amount
    source: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_SOURCE)]


class PayInvoiceOutput(msgspec.Struct, frozen=True):
    payment_id: int
    entry_id: int
    principal: int
    bonus: int
    principal_after: int
    bonus_after: int


async def _invoice(invoice_id: int) -> InvoiceBalance:
    """Raises NotFound, also for an invoice that the user does not see; Forbidden."""
    if not is_enabled() or invoice_id > _LARGEST_ID:
        raise NotFound()
    require(ReceivablesPermission.RECORD)
    return await visible_invoice(invoice_id)


async def _pay(invoice: InvoiceBalance, amount: int, source: str) -> InvoicePaid:
    async with transaction():
        paid = await pay_invoice(invoice.id, amount, source)
        await note("pay_invoice", paid.booking, invoice.number or "")
    return paid


async def _page(request: Request) -> Response:
    invoice = await _invoice(request.path_params["id"])
    error: Text | None = None
    typed, status = plain_amount(await payable(invoice), invoice.currency), 200
    if request.method == "POST":
        typed = (await form_of(request)).get("amount", "")[:40]
        try:
            paid = await _pay(invoice, parse_amount(typed, invoice.currency), once())
            return go_to(request, f"/crm_wallet/wallets/{paid.booking.wallet_id}", _("The invoice was paid."))
        except Conflict as conflict:
            error, status = conflict.text, 409
        except InvalidInput as invalid:
            error, status = next(iter(invalid.fields.values()), invalid.text), 422
    return render(
        request,
        "crm_wallet/pay.html",
        status=status,
        invoice=invoice,
        balances=await services.balances(invoice.customer_id, invoice.currency),
        typed=typed,
        error=error,
    )


async def _endpoint(call: Call[PayInvoiceInput]) -> PayInvoiceOutput:
    invoice = await _invoice(call.input.invoice_id)
    paid = await _pay(invoice, call.input.amount, call.input.source)
    booked = paid.booking
    return PayInvoiceOutput(
        paid.payment_id,
        booked.entry_id,
        booked.principal,
        booked.bonus,
        booked.principal_after,
        booked.bonus_after,
    )


async def _panel(invoice_id: int) -> PanelData:
    """Hidden where there is nothing to pay, or nothing to pay with."""
    invoice = await visible_invoice(invoice_id)
    if not invoice.is_open:
        return PanelData()
    return PanelData(
        figures=[
            Figure(
                _("Stored value that can be spent"),
                show_money(each.free, each.currency),
                href=f"/crm_wallet/pay/{invoice_id}",
            )
            for each in await services.balances(invoice.customer_id, invoice.currency)
            if each.free > 0
        ]
    )


INVOICE_PANEL = Panel(name="wallet", title=_("Stored value"), access=WalletPermission.SPEND, load=_panel)
PAGE = Page(path="/crm_wallet/pay/{id:int}", handler=_page, access=WalletPermission.SPEND, methods=("GET", "POST"))
ENDPOINT = Endpoint(
    path="/pay_invoice",
    method="POST",
    handler=_endpoint,
    access=WalletPermission.SPEND,
    summary=_("Pay an invoice with its customer's stored value"),
    input=PayInvoiceInput,
    output=PayInvoiceOutput,
)
