"""Large adjustments and transfers that wait for a second person."""

from __future__ import annotations

from typing import Any

from crm_loyalty import correcting, queries
from crm_loyalty.choices import RequestState
from crm_loyalty.models import PointsRequest
from crm_loyalty.permissions import LoyaltyPermission
from guanxi import Action, BoardView, Field, FormView, Kind, ListView, Outcome, Resource, Section, _


async def _approve(request: PointsRequest, values: dict[str, Any]) -> Outcome:
    await correcting.approve(request, values["remark"] or "")
    return Outcome(_("Approved and booked."))


async def _reject(request: PointsRequest, values: dict[str, Any]) -> Outcome:
    await correcting.reject(request, values["remark"])
    return Outcome(_("The request was rejected."))


def _waits(request: Any) -> bool:
    return bool(request.state == RequestState.REQUESTED)


def _remark(required: bool) -> Field:
    return Field("remark", _("Remark"), kind=Kind.MULTILINE, required=required, max_length=300)


REQUESTS = Resource(
    name="requests",
    model=PointsRequest,
    title=_("Points requests"),
    singular=_("Points request"),
    label="reason",
    fields=(
        Field("created_at", _("Requested", "time"), kind=Kind.DATETIME, readonly=True),
        Field("kind", _("Kind"), readonly=True, filter=True),
        Field("account", _("Points account"), to="crm_loyalty/accounts", readonly=True, filter=True),
        Field("to_account", _("To the account"), to="crm_loyalty/accounts", readonly=True),
        Field("points", _("Points"), readonly=True, measure=True),
        Field("reason", _("Reason"), readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("hold", _("Hold"), to="crm_loyalty/holds", readonly=True),
        Field("entry", _("Ledger entry"), to="crm_loyalty/entries", readonly=True),
        Field("decided_by", _("Decision by"), to="guanxi/users", readonly=True, filter=True),
        Field("decided_at", _("Decision on"), readonly=True),
        Field("remark", _("Remark"), readonly=True),
    ),
    list=ListView(columns=("created_at", "kind", "account", "to_account", "points", "state", "reason")),
    board=BoardView(by="state", card=("kind", "account", "points")),
    form=FormView(
        sections=(
            Section(fields=("created_at", "kind", "account", "to_account", "points", "reason")),
            Section(title=_("Decision", "approval"), fields=("state", "decided_by", "decided_at", "remark")),
            Section(fields=("hold", "entry")),
        ),
    ),
    read=LoyaltyPermission.READ,
    scope=queries.of_visible_accounts,
    actions=(
        Action(
            name="approve",
            label=_("Approve"),
            permission=LoyaltyPermission.APPROVE,
            run=_approve,
            primary=True,
            when=_waits,
            moves_to=RequestState.APPROVED,
            fields=(_remark(required=False),),
        ),
        Action(
            name="reject",
            label=_("Reject"),
            permission=LoyaltyPermission.APPROVE,
            run=_reject,
            when=_waits,
            moves_to=RequestState.REJECTED,
            fields=(_remark(required=True),),
        ),
    ),
)
