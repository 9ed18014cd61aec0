"""Lists and forms of invoices, payments and installments."""

from __future__ import annotations

from crm_contracts.services import tax_percents
from crm_receivables.actions import INVOICE_ACTIONS, PAYMENT_ACTIONS
from crm_receivables.amounts import MAX_LINES
from crm_receivables.choices import InvoiceState
from crm_receivables.close_views import MONTH_CLOSES
from crm_receivables.credit_views import RESOURCES as CREDIT_RESOURCES
from crm_receivables.documents import INVOICE_DOCUMENT
from crm_receivables.drafts import prepare_invoice
from crm_receivables.exchange_views import RATES
from crm_receivables.extensions import INVOICE_PANELS, PAYMENT_PANELS
from crm_receivables.models import Allocation, Installment, Invoice, InvoiceLine, Payment, Refund
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.receipt import RECEIPT_DOCUMENT
from crm_receivables.scope import visible_receivables
from crm_receivables.tax_invoice_export import BATCH_FORMATS
from crm_receivables.tax_invoice_views import TAX_INVOICES, covered_lines
from guanxi import BoardView, Field, FormView, Kind, Lines, ListView, RelatedList, Resource, Section, _, current_company

_CUSTOMERS = "crm_core/customers"
_CONTRACTS = "crm_contracts/contracts"


def _money(name: str, label: object, **options: object) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="currency", readonly=True, **options)  # type: ignore[arg-type]


_LINES = Lines(
    name="lines",
    label=_("Lines"),
    model=InvoiceLine,
    parent="invoice",
    maximum=MAX_LINES,
    fields=(
        Field("description", _("Description")),
        Field("quantity", _("Quantity"), minimum=0),
        Field("unit_price", _("Unit price, with tax"), kind=Kind.MONEY, currency="currency", minimum=0),
        Field("tax_rate", _("Tax, %"), minimum=0, maximum=100, offers=tax_percents),
        _money("amount", _("Amount, with tax")),
        _money("tax", _("Tax")),
    ),
)
_ALLOCATIONS = Lines(
    name="allocations",
    label=_("Allocations"),
    model=Allocation,
    parent="payment",
    readonly=True,
    fields=(
        Field("invoice", _("Invoice"), to="crm_receivables/invoices", readonly=True),
        Field("kind", _("Kind"), readonly=True),
        _money("settled", _("Amount")),
        Field("effective_on", _("Effective on"), readonly=True),
    ),
)
_REFUNDS = Lines(
    name="refunds",
    label=_("Refunds"),
    model=Refund,
    parent="payment",
    readonly=True,
    fields=(
        _money("amount", _("Amount")),
        Field("refunded_on", _("Refunded on"), readonly=True),
        Field("reason", _("Reason"), readonly=True),
    ),
)
_INVOICE_ALLOCATIONS = Lines(
    name="allocations",
    label=_("Settled by"),
    model=Allocation,
    parent="invoice",
    readonly=True,
    fields=(
        Field("payment", _("Payment"), to="crm_receivables/payments", readonly=True),
        Field("kind", _("Kind"), readonly=True),
        _money("settled", _("Amount")),
        Field("effective_on", _("Effective on"), readonly=True),
    ),
)

_AMOUNTS = (
    *("subtotal", "tax", "total"),
    *("paid", "settled_by_credit", "written_off", "outstanding", "credited"),
)
INVOICES = Resource(
    name="invoices",
    model=Invoice,
    title=_("Invoices"),
    singular=_("Invoice"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True, sort=True),
        Field("customer", _("Customer"), to=_CUSTOMERS, filter=True, search=True),
        Field("contract", _("Contract"), to=_CONTRACTS, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, default=lambda: current_company().currency),
        Field("status", _("State"), readonly=True, filter=True),
        Field("state", _("Stage"), readonly=True),
        Field("posted_on", _("Invoice date"), readonly=True, sort=True, filter=True),
        Field("due_on", _("Due"), sort=True, filter=True),
        _money("subtotal", _("Without tax"), measure=True),
        _money("tax", _("Tax"), measure=True),
        _money("total", _("Total"), measure=True),
        _money("paid", _("Paid"), measure=True),
        _money("settled_by_credit", _("Settled by credit notes"), measure=True),
        _money("written_off", _("Written off"), measure=True),
        _money("allocated", _("Settled in total"), measure=True),
        _money("outstanding", _("Outstanding"), filter=True, measure=True),
        _money("credited", _("Credit notes given"), measure=True),
        _money("tax_invoiced", _("Covered by tax invoices")),
        _money("tax_open", _("To be covered by tax invoices"), filter=True, measure=True),
        Field("reference", _("External number"), search=True),
        Field("voided_on", _("Voided on"), readonly=True),
        Field("note", _("Note")),
    ),
    list=ListView(
        columns=(
            *("number", "customer", "status", "total", "paid", "settled_by_credit", "written_off", "outstanding"),
            *("due_on", "posted_on"),
        ),
        sort="-id",
    ),
    board=BoardView(by="status", card=("customer", "total", "due_on")),
    calendar="due_on",
    form=FormView(
        stage="state",
        sections=(
            Section(fields=("customer", "contract", "currency", "status", "posted_on", "due_on")),
            Section(title=_("Amounts"), fields=_AMOUNTS),
            Section(fields=("reference", "voided_on", "note", "tax_invoiced", "tax_open"), more=True),
        ),
        related=(
            RelatedList(
                resource="crm_receivables/installments",
                field="invoice",
                title=_("Installments"),
                columns=("number", "label", "due_on", "amount", "allocated", "outstanding"),
            ),
            RelatedList(
                resource="crm_receivables/credit_notes",
                field="invoice",
                title=_("Credit notes"),
                columns=("number", "posted_on", "total", "state", "reason"),
            ),
            RelatedList(
                resource="crm_receivables/write_offs",
                field="invoice",
                title=_("Write-offs"),
                columns=("number", "amount", "state", "reason"),
            ),
        ),
    ),
    lines=(_LINES, _INVOICE_ALLOCATIONS, covered_lines("invoice")),
    read=P.READ,
    create=P.ISSUE,
    update=P.ISSUE,
    delete=P.ISSUE,
    scope=visible_receivables,
    prepare=prepare_invoice,
    editable=lambda invoice: invoice.state == InvoiceState.DRAFT,
    actions=INVOICE_ACTIONS,
    documents=(INVOICE_DOCUMENT,),
    formats=BATCH_FORMATS,
    panels=INVOICE_PANELS,
)

PAYMENTS = Resource(
    name="payments",
    model=Payment,
    title=_("Payments"),
    singular=_("Payment"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True),
        Field("customer", _("Customer"), to=_CUSTOMERS, readonly=True, filter=True, search=True),
        Field("direction", _("Kind"), readonly=True, filter=True),
        Field("method", _("Payment method"), readonly=True, filter=True),
        Field("received_on", _("Date"), readonly=True, sort=True, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True, filter=True),
        _money("amount", _("Amount")),
        _money("received", _("Money received"), measure=True),
        _money("allocated", _("Allocated")),
        _money("refunded", _("Refunded")),
        _money("reversed", _("Reversed")),
        _money("on_account", _("On account"), filter=True, measure=True),
        Field("reference", _("Reference"), readonly=True, search=True),
        Field("account", _("Our account"), readonly=True),
        Field("handler", _("Handler"), to="guanxi/users", readonly=True, filter=True),
        Field("note", _("Note"), readonly=True),
    ),
    list=ListView(
        columns=(
            "number",
            "customer",
            "amount",
            "received",
            "on_account",
            "received_on",
            "method",
            "direction",
            "reference",
        ),
        sort="-id",
    ),
    form=FormView(
        sections=(
            Section(fields=("customer", "direction", "method", "received_on", "reference", "account", "handler")),
            Section(
                title=_("Amounts"),
                fields=("currency", "amount", "received", "allocated", "refunded", "reversed", "on_account"),
            ),
            Section(fields=("note",), more=True),
        ),
    ),
    lines=(_ALLOCATIONS, _REFUNDS),
    documents=(RECEIPT_DOCUMENT,),
    history={
        "allocate": _("Allocated"),
        "allocate_oldest": _("Allocated, oldest first"),
        "allocate_by_hand": _("Allocated by hand"),
        "unallocate": _("Allocations taken back"),
    },
    read=P.READ,
    scope=visible_receivables,
    actions=PAYMENT_ACTIONS,
    panels=PAYMENT_PANELS,
)

INSTALLMENTS = Resource(
    name="installments",
    model=Installment,
    title=_("Due and overdue"),
    singular=_("Installment"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True),
        Field("invoice", _("Invoice"), to="crm_receivables/invoices", readonly=True, filter=True),
        Field("customer", _("Customer"), to=_CUSTOMERS, readonly=True, filter=True, search=True),
        Field("label", _("Label"), readonly=True, search=True),
        Field("due_on", _("Due"), readonly=True, sort=True, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True, filter=True),
        _money("amount", _("Amount"), measure=True),
        _money("allocated", _("Settled in total"), measure=True),
        _money("outstanding", _("Outstanding"), filter=True, measure=True),
        Field("voided", _("Voided"), readonly=True),
    ),
    list=ListView(columns=("number", "customer", "label", "due_on", "amount", "outstanding"), sort="due_on"),
    form=FormView(
        sections=(
            Section(fields=("invoice", "customer", "label", "due_on")),
            Section(fields=("amount", "allocated", "outstanding", "voided")),
        )
    ),
    read=P.READ,
    scope=visible_receivables,
)

RESOURCES = (INVOICES, PAYMENTS, INSTALLMENTS, *CREDIT_RESOURCES, TAX_INVOICES, MONTH_CLOSES, RATES)
