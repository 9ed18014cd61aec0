"""Deliveries, as people meet them."""

from __future__ import annotations

from crm_contracts import delivering
from crm_contracts.choices import DeliveryState
from crm_contracts.delivery_models import Delivery
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import of_visible_contracts
from guanxi import Action, Field, FormView, Kind, ListView, RelatedList, Resource, Section, _, today


def _note() -> Field:
    return Field("note", _("Note"), kind=Kind.MULTILINE, required=False, max_length=500)


_ACTIONS = (
    Action(
        name="deliver",
        label=_("Record delivery"),
        permission=ContractPermission.DELIVER,
        run=delivering.deliver,
        when=lambda delivery: delivery.accepted_on is None,
        start=delivering.rest,
        primary=True,
        fields=(
            Field(
                "quantity",
                _("Quantity"),
                kind=Kind.DECIMAL,
                decimals=4,
                required=True,
                minimum=-(10**10),
                maximum=10**10,
                help=_("Corrections are negative."),
            ),
            Field("delivered_on", _("Delivered on"), kind=Kind.DATE, required=True, default=today),
            _note(),
        ),
    ),
    Action(
        name="accept",
        label=_("Record acceptance"),
        permission=ContractPermission.DELIVER,
        run=delivering.accept,
        when=lambda delivery: delivery.state == DeliveryState.DELIVERED,
        moves_to=DeliveryState.ACCEPTED,
        primary=True,
        fields=(
            Field("accepted_on", _("Accepted on"), kind=Kind.DATE, required=True, default=today),
            Field("accepted_by", _("Accepted by"), kind=Kind.TEXT, required=True, max_length=100),
            _note(),
        ),
    ),
    Action(
        name="drop",
        label=_("Take out of the plan"),
        permission=ContractPermission.DELIVER,
        run=delivering.drop,
        when=lambda delivery: delivery.state == DeliveryState.PLANNED,
        danger=True,
    ),
)

DELIVERIES = Resource(
    name="deliveries",
    model=Delivery,
    title=_("Deliveries"),
    singular=_("Delivery"),
    label="what",
    fields=(
        Field("contract", _("Contract"), to="crm_contracts/contracts", filter=True, fixed=True, search=True),
        Field(
            "what",
            _("What is delivered"),
            help=_("The description of a line of the contract, or any text."),
        ),
        Field("quantity", _("Quantity"), required=False, minimum=0, help=_("Left empty: that of the line.")),
        Field("due_on", _("Due on", "delivery"), sort=True, filter=True),
        Field(
            "responsible",
            _("Responsible"),
            to="guanxi/users",
            filter=True,
            help=_("Told when it is late. Left empty: the contract's owner."),
        ),
        Field("delivered", _("Delivered quantity"), readonly=True),
        Field("delivered_on", _("Delivered on"), readonly=True, filter=True),
        Field("accepted_on", _("Accepted on"), readonly=True, filter=True),
        Field("accepted_by", _("Accepted by"), readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("note", _("Note"), kind=Kind.MULTILINE),
    ),
    list=ListView(
        columns=("what", "contract", "due_on", "quantity", "delivered", "state", "responsible"), sort="due_on"
    ),
    calendar="due_on",
    form=FormView(
        stage="state",
        sections=(
            Section(fields=("contract", "what", "quantity", "due_on", "responsible", "note")),
            Section(
                title=_("What happened", "delivery"),
                fields=("delivered", "delivered_on", "accepted_on", "accepted_by"),
            ),
        ),
    ),
    read=ContractPermission.READ,
    create=ContractPermission.DELIVER,
    update=ContractPermission.DELIVER,
    scope=of_visible_contracts,
    editable=lambda delivery: delivery.accepted_on is None,
    lock_first=delivering.lock_contract,
    prepare=delivering.prepare,
    written=delivering.written,
    actions=_ACTIONS,
    import_key=("contract", "what", "due_on"),
)
DELIVERIES_OF_CONTRACT = RelatedList(
    resource="crm_contracts/deliveries",
    field="contract",
    title=_("Deliveries"),
    columns=("what", "due_on", "quantity", "delivered", "delivered_on", "state"),
)
