"""What users see: the pay link of an invoice, as a panel and as a page with its QR code."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from crm_pay import links, queries
from crm_pay.choices import ProviderName
from crm_pay.codes import code_of
from crm_pay.permissions import PayPermission
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.services import InvoiceBalance, invoice_balance, visible_invoice
from guanxi import (
    Figure,
    NotFound,
    Page,
    Panel,
    PanelData,
    _,
    fetch_row,
    format_money,
    go_to,
    limit,
    render,
    require,
)

PER_MINUTE = 30
_LARGEST_ID = 2**63 - 1


async def _panel(invoice_id: int) -> PanelData:
    """Hidden where there is nothing to pay."""
    invoice = await invoice_balance(invoice_id)
    if invoice is None or not invoice.is_open:
        return PanelData()
    return PanelData(
        figures=[Figure(_("Pay link"), str(_("Address and QR code")), href=f"/crm_pay/invoice/{invoice_id}")]
    )


PANEL = Panel(name="pay_link", title=_("Online payment"), access=PayPermission.LINK, load=_panel)


async def _payment_panel(payment_id: int) -> PanelData:
    """Hidden where the money did not come through a provider."""
    attempt = await fetch_row(queries.ATTEMPT_OF_PAYMENT, payment_id)
    if attempt is None:
        return PanelData()
    provider = str(ProviderName(attempt["provider"]).label)
    figures = [Figure(_("Provider"), provider, href=f"/crm_pay/attempts/{attempt['id']}")]
    for label, amount in ((_("Given back"), attempt["returned"]), (_("Refund requested"), attempt["refunding"])):
        if amount:
            figures.append(Figure(label, format_money(amount, attempt["captured_currency"])))
    return PanelData(figures=figures)


PAYMENT_PANEL = Panel(name="pay_attempt", title=_("Online payment"), access=PayPermission.READ, load=_payment_panel)


async def _invoice(request: Request) -> InvoiceBalance:
    """Raises NotFound, also for an invoice that the user does not see."""
    require(ReceivablesPermission.READ)
    if request.path_params["id"] > _LARGEST_ID:
        raise NotFound()
    return await visible_invoice(request.path_params["id"])


async def link_page(request: Request) -> Response:
    invoice = await _invoice(request)
    if request.method == "POST":
        await limit(f"pay_links:{invoice.id}", PER_MINUTE)
        await links.make_link(invoice.id)
        return go_to(request, f"/crm_pay/invoice/{invoice.id}", _("The pay link is ready."))
    address = await links.current_address(invoice.id) if invoice.is_open else ""
    code = code_of(address) if address else ""
    return render(request, "crm_pay/link.html", invoice=invoice, address=address, code=code)


LINK_PAGE = Page(
    path="/crm_pay/invoice/{id:int}", handler=link_page, access=PayPermission.LINK, methods=("GET", "POST")
)
