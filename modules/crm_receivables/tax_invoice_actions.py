"""What the buttons do: note the tax invoice that was drawn for an invoice, and void one of the old kinds."""

from __future__ import annotations

from typing import Any

from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.tax_invoice_choices import TaxInvoiceKind, TaxInvoiceState
from crm_receivables.tax_invoice_models import TaxInvoice
from guanxi import Action, Field, InvalidInput, Kind, Outcome, _, create, elevated, round_half_away, today, update


async def _record(invoice: Invoice, values: dict[str, Any]) -> Outcome:
    if values["tax"] > values["total"]:
        raise InvalidInput({"tax": _("The tax is more than the total.")})
    made = await create(
        TaxInvoice,
        {
            **{name: values[name] for name in ("kind", "number", "issued_on", "tax", "total")},
            "code": values["code"] or "",
            "drawer": values["drawer"] or "",
            "net": values["total"] - values["tax"],
            "customer_id": invoice.customer_id,
            "parts": [{"invoice_id": invoice.id, "amount": values["total"]}],
        },
    )
    return Outcome(_("The tax invoice was noted."), go_to=f"/crm_receivables/tax_invoices/{made.id}")


def _left(invoice: Invoice) -> dict[str, Any]:
    """The tax is in proportion to what is left of the invoice."""
    tax = round_half_away(invoice.tax * invoice.tax_open, invoice.total) if invoice.total else 0
    return {"total": invoice.tax_open, "tax": tax}


async def _void(tax_invoice: TaxInvoice, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(
            TaxInvoice, tax_invoice.id, {"state": TaxInvoiceState.VOID.value, "parts": []}, reason=values["reason"]
        )
    return Outcome(_("The tax invoice is void and covers nothing."))


def _can_be_void(tax_invoice: Any) -> bool:
    """Digital ones are never voided, but reversed."""
    kind = TaxInvoiceKind(tax_invoice.kind)
    return tax_invoice.state == TaxInvoiceState.NORMAL and not kind.digital


def _money(name: str, label: Any, **options: Any) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="=CNY", required=True, minimum=0, **options)


RECORD_TAX_INVOICE = Action(
    name="record_tax_invoice",
    label=_("Record tax invoice"),
    permission=P.TAX_INVOICE,
    run=_record,
    when=lambda invoice: invoice.tax_open > 0,
    start=_left,
    fields=(
        Field(
            "kind",
            _("Kind"),
            kind=Kind.CHOICE,
            choices=TaxInvoiceKind,
            default=lambda: TaxInvoiceKind.DIGITAL_GENERAL.value,
        ),
        Field("number", _("Number"), kind=Kind.TEXT, required=True, max_length=20),
        Field("code", _("Code", "tax invoice"), kind=Kind.TEXT, required=False, max_length=12),
        Field("issued_on", _("Drawn on"), kind=Kind.DATE, default=today),
        _money("total", _("Total")),
        _money("tax", _("Tax")),
        Field("drawer", _("Drawn by", "tax invoice"), kind=Kind.TEXT, required=False, max_length=60),
    ),
)
TAX_INVOICE_ACTIONS = (
    Action(
        name="void",
        label=_("Void", "action"),
        permission=P.TAX_INVOICE,
        run=_void,
        danger=True,
        when=_can_be_void,
        moves_to=TaxInvoiceState.VOID,
        fields=(Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=300),),
    ),
)
