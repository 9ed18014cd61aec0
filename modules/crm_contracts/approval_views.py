"""Approval rules, what they ask, and who stands in for whom."""

from __future__ import annotations

from typing import Any

from crm_contracts.approval_models import Approval, ApprovalRule, Delegation
from crm_contracts.models import ContractType
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import of_visible_contracts
from guanxi import (
    Change,
    Field,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    Resource,
    Section,
    Text,
    _,
    current_actor,
    current_company,
    where,
)


async def _prepare_rule(change: Change) -> None:
    if change.before is None and not change.values.get("currency"):
        change.values["currency"] = current_company().currency


def visible_delegations() -> where.Condition:
    """One's own and those to oneself; all of them with the permission to manage the rules."""
    actor = current_actor()
    if actor.has(ContractPermission.RULES):
        return where.ALWAYS
    if not actor.signed_in or actor.id is None:
        return where.NEVER
    return where.any_of(where.eq("user", actor.id), where.eq("delegate", actor.id))


async def _prepare_delegation(change: Change) -> None:
    actor, errors = current_actor(), dict[str, Text]()
    if change.before is None:
        change.values.setdefault("user_id", actor.id)
    if not actor.has(ContractPermission.RULES) and change.now("user_id") != actor.id:
        errors["user"] = _("You may only say who stands in for yourself.")
    if change.now("until_on") < change.now("from_on"):
        errors["until_on"] = _("The end is before the start.")
    if errors:
        raise InvalidInput(errors)


def _own(delegation: Any) -> bool:
    actor = current_actor()
    return actor.has(ContractPermission.RULES) or delegation.user_id == actor.id


TYPES = Resource(
    name="types",
    model=ContractType,
    title=_("Contract types"),
    singular=_("Contract type"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh", "active"), sort="name"),
    form=FormView(sections=(Section(fields=("name", "name_zh", "active")),)),
    archive="active",
    read=ContractPermission.READ,
    create=ContractPermission.RULES,
    update=ContractPermission.RULES,
    delete=ContractPermission.RULES,
)

RULES = Resource(
    name="approval-rules",
    model=ApprovalRule,
    title=_("Approval rules"),
    singular=_("Approval rule"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field(
            "step",
            _("Step"),
            minimum=1,
            maximum=9,
            sort=True,
            help=_("Lower ones come first; rules of one step are decided side by side."),
        ),
        Field("type", _("Contract type"), to="crm_contracts/types", help=_("Left empty: all.")),
        Field(
            "minimum",
            _("From this value on"),
            kind=Kind.MONEY,
            currency="currency",
            minimum=0,
            help=_("What is charged once and what recurs in a year, together. Left empty: any value."),
        ),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, default=lambda: current_company().currency),
        Field(
            "discount",
            _("From this discount on (%)"),
            minimum=0,
            maximum=100,
            help=_("Of any line, against its list price."),
        ),
        Field("role", _("Approved by one of the role"), to="guanxi/roles"),
        Field("approver", _("Only by"), to="guanxi/users", help=_("Left empty: by any one of the role.")),
        Field("active", _("Active"), filter=True),
    ),
    list=ListView(columns=("name", "step", "type", "minimum", "discount", "role", "approver", "active"), sort="step"),
    form=FormView(
        sections=(
            Section(fields=("name", "step", "active")),
            Section(title=_("For contracts"), fields=("type", "minimum", "currency", "discount")),
            Section(title=_("Who approves"), fields=("role", "approver")),
        )
    ),
    archive="active",
    read=ContractPermission.RULES,
    create=ContractPermission.RULES,
    update=ContractPermission.RULES,
    delete=ContractPermission.RULES,
    prepare=_prepare_rule,
)

APPROVALS = Resource(
    name="approvals",
    model=Approval,
    title=_("Approvals"),
    singular=_("Approval"),
    label="rule",
    fields=(
        Field("contract", _("Contract"), to="crm_contracts/contracts", readonly=True, filter=True),
        Field("rule", _("Rule"), readonly=True),
        Field("step", _("Step"), readonly=True, sort=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("assigned_to", _("Decided by", "approval"), readonly=True),
        Field("asked_by", _("Handed in by"), to="guanxi/users", readonly=True),
        Field("reason", _("Reason"), readonly=True),
        Field("decided_by", _("Decision by"), to="guanxi/users", readonly=True, filter=True),
        Field("decided_at", _("Decided at", "approval"), readonly=True),
        Field("comment", _("Comment"), readonly=True),
    ),
    list=ListView(
        columns=("contract", "rule", "step", "state", "assigned_to", "decided_by", "decided_at", "comment"),
        sort="-id",
    ),
    form=FormView(
        sections=(
            Section(fields=("contract", "rule", "step", "assigned_to", "asked_by", "reason")),
            Section(title=_("Decision", "approval"), fields=("decided_by", "decided_at", "comment")),
        ),
        stage="state",
    ),
    read=ContractPermission.READ,
    scope=of_visible_contracts,
)

DELEGATIONS = Resource(
    name="delegations",
    model=Delegation,
    title=_("Stand-ins for approvals"),
    singular=_("Stand-in"),
    label="id",
    fields=(
        Field("user", _("Who is away"), to="guanxi/users", filter=True, default=lambda: current_actor().id),
        Field("delegate", _("Who stands in"), to="guanxi/users", filter=True),
        Field("from_on", _("From", "day"), sort=True),
        Field("until_on", _("Through", "day"), sort=True),
    ),
    list=ListView(columns=("user", "delegate", "from_on", "until_on"), sort="-from_on"),
    form=FormView(sections=(Section(fields=("user", "delegate", "from_on", "until_on")),)),
    read=ContractPermission.READ,
    create=ContractPermission.APPROVE,
    update=ContractPermission.APPROVE,
    delete=ContractPermission.APPROVE,
    scope=visible_delegations,
    prepare=_prepare_delegation,
    editable=_own,
)
