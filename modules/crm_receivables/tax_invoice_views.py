"""Lists and forms of Chinese tax invoices, and what invoices and credit notes show of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_receivables import tax_invoice_sql
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.scope import visible_receivables
from crm_receivables.tax_invoice_actions import TAX_INVOICE_ACTIONS
from crm_receivables.tax_invoice_choices import TaxInvoiceState
from crm_receivables.tax_invoice_models import TaxInvoice, TaxInvoicePart
from crm_receivables.tax_invoice_rules import PARTS, prepare_tax_invoice
from guanxi import (
    BoardView,
    Change,
    Field,
    Fill,
    FormView,
    Kind,
    Lines,
    ListView,
    Resource,
    Section,
    Text,
    _,
    fetch,
    fetch_row,
)

_INVOICES = "crm_receivables/invoices"


def _money(name: str, label: Text, **options: Any) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="=CNY", **options)


async def _lock_invoices(id: int) -> None:
    await fetch(tax_invoice_sql.LOCK_INVOICES, [], id)


async def _counted(change: Change, record: TaxInvoice) -> None:
    """The database has counted the parts; that there is this hook has the gateway read the record again."""


async def _proposed(of: Mapping[str, Any], row: Mapping[str, Any]) -> Mapping[str, Any]:
    found = await fetch_row("SELECT tax_open FROM crm_receivables_invoice WHERE id = $1", row["invoice"])
    return {"amount": found["tax_open"]} if found is not None and found["tax_open"] else {}


_PARTS = Lines(
    name=PARTS,
    label=_("Covers", "tax invoice"),
    model=TaxInvoicePart,
    parent="tax_invoice",
    maximum=100,
    fields=(
        Field("invoice", _("Invoice"), to=_INVOICES, required=False),
        Field("credit_note", _("Credit note"), to="crm_receivables/credit_notes"),
        _money("amount", _("Amount"), required=False),
    ),
    fill=Fill(by="invoice", fields=("amount",), load=_proposed),
)


def covered_lines(parent: str) -> Lines:
    """On an invoice or a credit note: the tax invoices that stand for it."""
    return Lines(
        name="tax_invoices",
        label=_("Tax invoices"),
        model=TaxInvoicePart,
        parent=parent,
        readonly=True,
        fields=(
            Field("tax_invoice", _("Tax invoice"), to="crm_receivables/tax_invoices", readonly=True),
            _money("amount", _("Amount"), readonly=True),
        ),
    )


TAX_INVOICES = Resource(
    name="tax_invoices",
    model=TaxInvoice,
    title=_("Tax invoices"),
    singular=_("Tax invoice"),
    label="number",
    fields=(
        Field("number", _("Number"), search=True),
        Field("code", _("Code", "tax invoice"), help=_("Of paper and electronic ones; digital ones have none.")),
        Field("kind", _("Kind"), filter=True),
        Field("issued_on", _("Drawn on"), sort=True, filter=True),
        Field("customer", _("Customer"), to="crm_core/customers", fixed=True, filter=True, search=True),
        Field("buyer_name", _("Buyer", "tax invoice"), search=True, help=_("Empty: as the customer is called.")),
        Field("buyer_tax_number", _("Buyer's tax number")),
        _money("net", _("Without tax"), measure=True),
        _money("tax", _("Tax"), measure=True),
        _money("total", _("Total"), required=False, measure=True, help=_("Empty: the sum of both.")),
        _money("allocated", _("Covers", "tax invoice"), readonly=True, measure=True),
        _money("reversed", _("Reversed"), readonly=True, measure=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("drawer", _("Drawn by", "tax invoice")),
        Field("reverses_number", _("Reverses no."), help=_("Of a red letter, whose amounts are below zero.")),
        Field("reverses", _("Reverses", "tax invoice"), to="crm_receivables/tax_invoices", readonly=True),
        Field("confirmation_number", _("Red-letter confirmation no.")),
        Field("remark", _("Remark", "tax invoice")),
    ),
    list=ListView(columns=("number", "customer", "kind", "issued_on", "net", "tax", "total", "state"), sort="-id"),
    board=BoardView(by="state", card=("customer", "total", "issued_on")),
    form=FormView(
        sections=(
            Section(fields=("customer", "kind", "number", "code", "issued_on", "drawer")),
            Section(title=_("Amounts"), fields=("net", "tax", "total", "allocated", "reversed", "state")),
            Section(
                title=_("Buyer and red letter"),
                fields=("buyer_name", "buyer_tax_number", "reverses_number", "reverses", "confirmation_number"),
            ),
            Section(fields=("remark",)),
        )
    ),
    lines=(_PARTS,),
    read=P.READ,
    create=P.TAX_INVOICE,
    update=P.TAX_INVOICE,
    delete=P.TAX_INVOICE,
    scope=visible_receivables,
    lock_first=_lock_invoices,
    prepare=prepare_tax_invoice,
    written=_counted,
    editable=lambda record: record.state != TaxInvoiceState.VOID,
    actions=TAX_INVOICE_ACTIONS,
)
