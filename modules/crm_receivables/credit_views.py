"""Lists and forms of credit notes and write-offs."""

from __future__ import annotations

from crm_receivables.credit_actions import REVERSE_CREDIT, WRITE_OFF_ACTIONS
from crm_receivables.credit_document import CREDIT_NOTE_DOCUMENT
from crm_receivables.credit_models import CreditLine, CreditNote, WriteOff
from crm_receivables.extensions import CREDIT_NOTE_PANELS
from crm_receivables.mailing import send_action
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.scope import visible_receivables
from crm_receivables.tax_invoice_views import covered_lines
from guanxi import BoardView, Field, FormView, Kind, Lines, ListView, Resource, Section, _

_INVOICE = Field("invoice", _("Invoice"), to="crm_receivables/invoices", readonly=True, filter=True, search=True)
_CUSTOMER = Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True)
_CURRENCY = Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True, filter=True)
_REASON = Field("reason", _("Reason"), readonly=True, search=True)


def _money(name: str, label: object, measure: bool = True) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="currency", readonly=True, measure=measure)  # type: ignore[arg-type]


CREDIT_NOTES = Resource(
    name="credit_notes",
    model=CreditNote,
    title=_("Credit notes"),
    singular=_("Credit note"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True),
        _INVOICE,
        _CUSTOMER,
        Field("state", _("State"), readonly=True, filter=True),
        Field("posted_on", _("Date"), readonly=True, sort=True, filter=True),
        _CURRENCY,
        _money("subtotal", _("Without tax")),
        _money("tax", _("Tax")),
        _money("total", _("Total")),
        _REASON,
    ),
    list=ListView(columns=("number", "customer", "invoice", "total", "posted_on", "state"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("invoice", "customer", "posted_on", "state", "reason")),
            Section(title=_("Amounts"), fields=("currency", "subtotal", "tax", "total")),
        )
    ),
    lines=(
        Lines(
            name="lines",
            label=_("Lines"),
            model=CreditLine,
            parent="note",
            readonly=True,
            fields=(
                Field("description", _("Description"), readonly=True),
                Field("tax_rate", _("Tax, %"), readonly=True),
                _money("amount", _("Amount, with tax"), measure=False),
                _money("tax", _("Tax"), measure=False),
            ),
        ),
        covered_lines("credit_note"),
    ),
    read=P.READ,
    scope=visible_receivables,
    actions=(REVERSE_CREDIT, send_action("crm_receivables/credit_notes", P.CREDIT, lambda note: True)),
    documents=(CREDIT_NOTE_DOCUMENT,),
    panels=CREDIT_NOTE_PANELS,
)
WRITE_OFFS = Resource(
    name="write_offs",
    model=WriteOff,
    title=_("Write-offs"),
    singular=_("Write-off"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True),
        _INVOICE,
        _CUSTOMER,
        _CURRENCY,
        _money("amount", _("Amount")),
        _REASON,
        Field("state", _("State"), readonly=True, filter=True),
        Field("decided_by", _("Decision by"), to="guanxi/users", readonly=True, filter=True),
        Field("decided_on", _("Decision on"), readonly=True, filter=True),
        Field("remark", _("Remark"), readonly=True),
    ),
    list=ListView(columns=("number", "invoice", "customer", "amount", "state", "reason"), sort="-id"),
    board=BoardView(by="state", card=("customer", "amount", "reason")),
    form=FormView(
        sections=(
            Section(fields=("invoice", "customer", "currency", "amount", "reason")),
            Section(title=_("Decision", "approval"), fields=("state", "decided_by", "decided_on", "remark")),
        )
    ),
    read=P.READ,
    scope=visible_receivables,
    actions=WRITE_OFF_ACTIONS,
)
RESOURCES = (CREDIT_NOTES, WRITE_OFFS)
