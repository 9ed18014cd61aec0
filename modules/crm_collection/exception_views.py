"""Disputes, blocks and promises as people meet them."""

from __future__ import annotations

from crm_collection import excepting
from crm_collection.choices import DisputeState, PromiseState
from crm_collection.exception_models import Block, Dispute, Promise
from crm_collection.permissions import CollectionPermission as P
from crm_receivables.services import visible_receivables
from guanxi import Action, Field, FormView, Kind, ListView, Resource, Section, Text, _, current_company

CUSTOMERS = "crm_core/customers"
INSTALLMENTS = "crm_receivables/installments"


def _currency() -> Field:
    return Field(
        "currency",
        _("Currency"),
        kind=Kind.CURRENCY,
        fixed=True,
        filter=True,
        required=False,
        default=lambda: current_company().currency,
    )


def _resolution() -> Field:
    return Field("resolution", _("Decision"), kind=Kind.MULTILINE, required=True, max_length=500)


def _installment(note: Text) -> Field:
    return Field("installment", _("Installment"), to=INSTALLMENTS, fixed=True, filter=True, help=note)


DISPUTES = Resource(
    name="disputes",
    model=Dispute,
    title=_("Disputes"),
    singular=_("Dispute"),
    label="reason",
    fields=(
        Field("customer", _("Customer"), to=CUSTOMERS, readonly=True, filter=True, search=True),
        Field("invoice", _("Invoice"), to="crm_receivables/invoices", fixed=True, filter=True, required=False),
        _installment(_("Empty: the whole invoice.")),
        _currency(),
        Field(
            "amount",
            _("Disputed amount"),
            kind=Kind.MONEY,
            currency="currency",
            fixed=True,
            required=False,
            minimum=1,
            measure=True,
            help=_("Empty: all that is open."),
        ),
        Field("reason", _("Reason")),
        Field("state", _("State"), readonly=True, filter=True),
        Field("created_by_id", _("Opened by"), kind=Kind.INTEGER, readonly=True),
        Field("resolved_on", _("Decided on"), readonly=True, filter=True),
        Field("resolution", _("Decision"), readonly=True),
    ),
    list=ListView(columns=("customer", "invoice", "installment", "amount", "reason", "state"), sort="-id"),
    form=FormView(
        stage="state",
        sections=(
            Section(fields=("invoice", "installment", "currency", "amount", "reason")),
            Section(fields=("customer", "resolved_on", "resolution")),
        ),
    ),
    read=P.READ,
    create=P.WORK,
    update=P.WORK,
    scope=visible_receivables,
    prepare=excepting.prepare_dispute,
    editable=lambda dispute: dispute.state == DisputeState.OPEN,
    actions=(
        Action(
            name="accept",
            label=_("Accept", "dispute"),
            permission=P.RESOLVE,
            run=excepting.accept,
            when=lambda dispute: dispute.state == DisputeState.OPEN,
            moves_to=DisputeState.ACCEPTED,
            fields=(_resolution(),),
        ),
        Action(
            name="refuse",
            label=_("Refuse", "dispute"),
            permission=P.RESOLVE,
            run=excepting.refuse,
            when=lambda dispute: dispute.state == DisputeState.OPEN,
            moves_to=DisputeState.REFUSED,
            fields=(_resolution(),),
        ),
    ),
)

BLOCKS = Resource(
    name="blocks",
    model=Block,
    title=_("Dunning blocks"),
    singular=_("Dunning block"),
    label="reason",
    fields=(
        Field("customer", _("Customer"), to=CUSTOMERS, fixed=True, filter=True, search=True, required=False),
        _installment(_("Empty: all of the customer's.")),
        Field("until_on", _("Until"), filter=True, help=_("The last day; empty: until it is lifted.")),
        Field("reason", _("Reason")),
        Field("lifted_on", _("Lifted on"), readonly=True, filter=True),
    ),
    list=ListView(columns=("customer", "installment", "until_on", "reason", "lifted_on"), sort="-id"),
    form=FormView(sections=(Section(fields=("customer", "installment", "until_on", "reason", "lifted_on")),)),
    read=P.READ,
    create=P.WORK,
    update=P.WORK,
    scope=visible_receivables,
    prepare=excepting.prepare_block,
    editable=lambda block: block.lifted_on is None,
    actions=(
        Action(
            name="lift",
            label=_("Lift", "block"),
            permission=P.WORK,
            run=excepting.lift,
            primary=True,
            when=lambda block: block.lifted_on is None,
        ),
    ),
)

PROMISES = Resource(
    name="promises",
    model=Promise,
    title=_("Promises to pay"),
    singular=_("Promise to pay"),
    label="note",
    fields=(
        Field("customer", _("Customer"), to=CUSTOMERS, fixed=True, filter=True, search=True, required=False),
        _installment(_("Empty: whatever the customer pays in the currency counts.")),
        _currency(),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", minimum=1, measure=True, fixed=True),
        Field("due_on", _("Pays by"), sort=True, filter=True),
        Field("made_on", _("Promised on"), readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("received", _("Received"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("settled_on", _("Settled on", "promise"), readonly=True, filter=True),
        Field("note", _("Note")),
    ),
    list=ListView(columns=("customer", "installment", "amount", "due_on", "state", "received", "note"), sort="-id"),
    form=FormView(
        stage="state",
        sections=(
            Section(fields=("customer", "installment", "currency", "amount", "due_on", "note")),
            Section(fields=("made_on", "received", "settled_on")),
        ),
    ),
    calendar="due_on",
    read=P.READ,
    create=P.WORK,
    update=P.WORK,
    scope=visible_receivables,
    prepare=excepting.prepare_promise,
    editable=lambda promise: promise.state == PromiseState.OPEN,
    actions=(
        Action(
            name="withdraw",
            label=_("Take back", "promise"),
            permission=P.WORK,
            run=excepting.withdraw,
            when=lambda promise: promise.state == PromiseState.OPEN,
            moves_to=PromiseState.WITHDRAWN,
        ),
    ),
)

RESOURCES = (DISPUTES, BLOCKS, PROMISES)
