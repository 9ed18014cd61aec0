"""Merges, and reports of doubles, as people meet them."""

from __future__ import annotations

from typing import Any

from crm_core import merging, merging_requests
from crm_core.choices import RequestState
from crm_core.merging_models import Merge, MergeRequest
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.queries import of_visible_customers
from guanxi import (
    Action,
    Field,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    Outcome,
    Resource,
    Section,
    Text,
    _,
    current_actor,
    where,
)

_CUSTOMERS = "crm_core/customers"
_USERS = "guanxi/users"


def merge_page(survivor_id: int, loser_id: int) -> str:
    return f"/crm_core/merge/{survivor_id}/{loser_id}"


def _other(required: bool, help: Text | None = None) -> Field:
    return Field("other", _("The other customer"), kind=Kind.RELATION, to=_CUSTOMERS, required=required, help=help)


async def _merge_with(customer: Customer, values: dict[str, Any]) -> Outcome:
    if values["other"] == customer.id:
        raise InvalidInput({"other": _("Choose two different customers.")})
    return Outcome(go_to=merge_page(customer.id, values["other"]))


async def _report(customer: Customer, values: dict[str, Any]) -> Outcome:
    id = await merging_requests.report(customer, values["other"], values["note"] or "")
    return Outcome(_("Thank you. Whoever may merge customers sees your report."), data={"request": id})


CUSTOMER_ACTIONS = (
    Action(
        name="merge_with",
        label=_("Merge with…"),
        permission=CorePermission.MERGE,
        run=_merge_with,
        when=lambda customer: not customer.archived,
        fields=(_other(required=True),),
    ),
    Action(
        name="report_double",
        label=_("Report a double"),
        permission=CorePermission.CREATE,
        run=_report,
        when=lambda customer: not customer.archived,
        fields=(
            _other(
                required=False, help=_("Leave it empty where it is not one of yours: the most similar one is meant.")
            ),
            Field("note", _("What you know"), kind=Kind.MULTILINE, required=False, max_length=500),
        ),
    ),
)


async def _undo(merge: Merge, values: dict[str, Any]) -> Outcome:
    await merging.undo(merge.id)
    return Outcome(_("{name} is a customer of its own again.", name=merge.name))


MERGES = Resource(
    name="merges",
    model=Merge,
    title=_("Merges"),
    singular=_("Merge", "noun"),
    fields=(
        Field("name", _("Merged customer"), readonly=True, search=True),
        Field("survivor", _("Merged into"), to=_CUSTOMERS, readonly=True, filter=True),
        Field("loser", _("Its page"), to=_CUSTOMERS, readonly=True, filter=True),
        Field("reason", _("Reason"), readonly=True),
        Field("merged_by", _("Merged by"), to=_USERS, readonly=True, filter=True),
        Field("created_at", _("Merged at"), readonly=True, filter=True),
        Field("until", _("Can be undone until"), readonly=True),
        Field("undone_at", _("Undone at"), readonly=True, filter=True),
        Field("undone_by", _("Undone by"), to=_USERS, readonly=True),
    ),
    list=ListView(columns=("name", "survivor", "merged_by", "created_at", "until", "undone_at"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("name", "survivor", "loser", "reason")),
            Section(fields=("merged_by", "created_at", "until", "undone_at", "undone_by")),
        )
    ),
    read=CorePermission.MERGE,
    scope=lambda: where.all_of(of_visible_customers("survivor"), of_visible_customers("loser")),
    actions=(
        Action(
            name="undo",
            label=_("Undo the merge"),
            permission=CorePermission.MERGE,
            run=_undo,
            when=lambda merge: merge.undone_at is None and merge.kept,
            danger=True,
            confirm=_("All that was moved goes back. What came since stays with the customer that is left."),
        ),
    ),
)


def _visible_requests() -> where.Condition:
    """Of those who may merge: what is about customers that they may see; of others: what they reported."""
    actor = current_actor()
    if actor.has(CorePermission.MERGE):
        either = where.any_of(where.eq("other", None), of_visible_customers("other"))
        return where.all_of(of_visible_customers(), either)
    return where.NEVER if actor.id is None else where.eq("reporter", actor.id)


async def _take_up(request: MergeRequest, values: dict[str, Any]) -> Outcome:
    other_id = request.other_id or values["other"]
    if other_id is None or other_id == request.customer_id:
        raise InvalidInput({"other": _("Choose two different customers.")})
    return Outcome(go_to=merge_page(request.customer_id, other_id))


def _open(request: MergeRequest) -> bool:
    return request.state == RequestState.OPEN


REQUESTS = Resource(
    name="merge-requests",
    model=MergeRequest,
    title=_("Reported doubles"),
    singular=_("Report of a double"),
    fields=(
        Field("name", _("Customer"), readonly=True, search=True),
        Field("customer", _("Its page"), to=_CUSTOMERS, readonly=True, filter=True),
        Field("other", _("The other customer"), to=_CUSTOMERS, readonly=True, read=CorePermission.MERGE),
        Field("note", _("What is known"), readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("answer", _("Answer"), readonly=True),
        Field("reporter", _("Reported by"), to=_USERS, readonly=True, filter=True),
        Field("created_at", _("Reported at"), readonly=True, filter=True),
        Field("decided_by", _("Decided by"), to=_USERS, readonly=True),
        Field("decided_at", _("Decided at"), readonly=True),
    ),
    list=ListView(columns=("name", "other", "note", "state", "reporter", "created_at", "answer"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("name", "customer", "other", "note", "reporter", "created_at")),
            Section(fields=("answer", "decided_by", "decided_at")),
        ),
        stage="state",
    ),
    read=CorePermission.CREATE,
    scope=_visible_requests,
    actions=(
        Action(
            name="merge",
            label=_("Merge"),
            permission=CorePermission.MERGE,
            run=_take_up,
            when=_open,
            primary=True,
            fields=(_other(required=False),),
        ),
        Action(
            name="reject",
            label=_("Reject"),
            permission=CorePermission.MERGE,
            run=merging_requests.reject,
            when=_open,
            fields=(Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=500),),
        ),
    ),
)

RESOURCES = (MERGES, REQUESTS)
