"""Credit limits, and contracts that may pass them."""

from __future__ import annotations

from crm_collection import crediting
from crm_collection.credit_models import CreditLimit, CreditRelease
from crm_collection.permissions import CollectionPermission as P
from crm_receivables.services import visible_receivables
from guanxi import Action, Field, FormView, Kind, ListView, Resource, Section, _, current_company

LIMITS = Resource(
    name="credit_limits",
    model=CreditLimit,
    title=_("Credit limits"),
    singular=_("Credit limit"),
    label="note",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", fixed=True, filter=True, search=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, fixed=True, default=lambda: current_company().currency),
        Field(
            "amount",
            _("Credit limit"),
            kind=Kind.MONEY,
            currency="currency",
            minimum=0,
            help=_("What the customer may owe; 0: the customer pays in advance."),
        ),
        Field("hold", _("On hold"), readonly=True, filter=True),
        Field("note", _("Note")),
    ),
    list=ListView(columns=("customer", "currency", "amount", "hold", "note"), sort="-id"),
    form=FormView(sections=(Section(fields=("customer", "currency", "amount", "hold", "note")),)),
    read=P.READ,
    create=P.LIMITS,
    update=P.LIMITS,
    delete=P.LIMITS,
    scope=visible_receivables,
    actions=(
        Action(
            name="hold",
            label=_("Put on hold"),
            permission=P.LIMITS,
            run=crediting.put_on_hold,
            danger=True,
            when=lambda limit: not limit.hold,
            fields=(Field("reason", _("Reason"), kind=Kind.TEXT, required=True, max_length=300),),
        ),
        Action(
            name="lift_hold",
            label=_("Lift the hold"),
            permission=P.LIMITS,
            run=crediting.lift_hold,
            when=lambda limit: bool(limit.hold),
        ),
    ),
)

RELEASES = Resource(
    name="credit_releases",
    model=CreditRelease,
    title=_("Contracts past the credit limit"),
    singular=_("Contract past the credit limit"),
    label="reason",
    fields=(
        Field("contract", _("Contract"), to="crm_contracts/contracts", fixed=True, filter=True),
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True),
        Field("reason", _("Reason"), fixed=True),
    ),
    list=ListView(columns=("contract", "customer", "reason"), sort="-id"),
    form=FormView(sections=(Section(fields=("contract", "customer", "reason")),)),
    read=P.READ,
    create=P.OVERRIDE,
    delete=P.OVERRIDE,
    scope=visible_receivables,
    prepare=crediting.prepare_release,
)

RESOURCES = (LIMITS, RELEASES)
