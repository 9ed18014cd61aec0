"""The register of contract numbers as people meet it."""

from __future__ import annotations

from crm_contracts import numbers
from crm_contracts.choices import NumberState
from crm_contracts.number_models import ContractNumber
from crm_contracts.permissions import ContractPermission
from guanxi import Action, Field, FormView, Kind, ListView, Resource, Section, _, current_actor, where


def visible_numbers() -> where.Condition:
    """Those that one drew; all of them with the permission to see all contracts."""
    actor = current_actor()
    if actor.has(ContractPermission.SEE_ALL):
        return where.ALWAYS
    return where.eq("holder", actor.id) if actor.signed_in and actor.id is not None else where.NEVER


def _is_drawn(number: ContractNumber) -> bool:
    return number.state == NumberState.DRAWN


def _reason() -> Field:
    return Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=500)


NUMBERS = Resource(
    name="numbers",
    model=ContractNumber,
    title=_("Contract numbers"),
    singular=_("Contract number"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True, sort=True),
        Field("year", _("Year"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("holder", _("Drawn by"), to="guanxi/users", readonly=True, filter=True),
        Field("contract", _("Contract"), to="crm_contracts/contracts", readonly=True),
        Field("reason", _("Reason"), readonly=True),
    ),
    list=ListView(columns=("number", "state", "holder", "contract", "reason", "updated_at"), sort="-number"),
    form=FormView(sections=(Section(fields=("number", "year", "holder", "contract", "reason")),), stage="state"),
    read=ContractPermission.READ,
    scope=visible_numbers,
    actions=(
        Action(
            name="draw",
            label=_("Draw numbers"),
            permission=ContractPermission.NUMBERS,
            on="list",
            run=numbers.draw,
            primary=True,
            fields=(
                Field(
                    "count",
                    _("How many"),
                    kind=Kind.INTEGER,
                    required=True,
                    minimum=1,
                    maximum=numbers.MOST,
                    default=lambda: 1,
                ),
                Field(
                    "holder",
                    _("For"),
                    kind=Kind.RELATION,
                    to="guanxi/users",
                    required=False,
                    help=_("Left empty: for yourself."),
                ),
            ),
        ),
        Action(
            name="return",
            label=_("Return", "contract number"),
            permission=ContractPermission.NUMBERS,
            run=numbers.give_back,
            when=_is_drawn,
            fields=(_reason(),),
        ),
        Action(
            name="void",
            label=_("Declare void"),
            permission=ContractPermission.NUMBERS,
            run=numbers.declare_void,
            when=_is_drawn,
            danger=True,
            fields=(_reason(),),
        ),
    ),
)
