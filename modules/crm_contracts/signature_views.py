"""Requests for signatures as people meet them: the form on which signatories are entered, and what a contract shows."""

from __future__ import annotations

from typing import Any

from crm_contracts import asking
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import of_visible_contracts
from crm_contracts.settings import MOST_DAYS
from crm_contracts.signature_choices import RequestState, SignatoryState
from crm_contracts.signature_models import Signatory, SignatureRequest
from guanxi import (
    Action,
    Field,
    Figure,
    FormView,
    Kind,
    Lines,
    ListView,
    Outcome,
    Panel,
    PanelData,
    Resource,
    Section,
    Table,
    Tone,
    _,
    clock,
    current_actor,
    elevated,
    fetch,
    fetch_value,
    get,
    show_datetime,
    update,
)

MOST_SIGNATORIES = 10
_PATH = "/crm_contracts/signature-requests"
_PANEL = """
SELECT s.id, s.name, s.side, s.state, s.asked_at, s.seen_at, s.acted_at, s.email, r.id AS request_id,
    r.state AS request_state, r.expires_at
FROM crm_contracts_signature_request r JOIN crm_contracts_signatory s ON s.request_id = r.id
WHERE r.id = (SELECT max(id) FROM crm_contracts_signature_request WHERE contract_id = $1) ORDER BY s.id
"""


async def withdraw(request: SignatureRequest, values: dict[str, Any]) -> Outcome:
    ended = {"state": RequestState.WITHDRAWN.value, "ended_at": clock.now(), "reason": values["reason"]}
    with elevated():
        await update(SignatureRequest, request.id, ended, reason=values["reason"])
    return Outcome(_("The request was withdrawn. Its links do not work any more."))


SIGNATORIES = Lines(
    name="signatories",
    label=_("Signatories, in the order in which they sign"),
    model=Signatory,
    parent="request",
    minimum=1,
    maximum=MOST_SIGNATORIES,
    fields=(
        Field("name", _("Name")),
        Field("email", _("E-mail"), kind=Kind.EMAIL),
        Field("side", _("Side", "of a contract")),
        Field("capacity", _("Signs as")),
        Field("state", _("State"), readonly=True),
        Field("acted_at", _("Signed at"), readonly=True),
        Field("method", _("Kind of signature"), readonly=True),
    ),
)

REQUESTS = Resource(
    name="signature-requests",
    model=SignatureRequest,
    title=_("Requests for signatures"),
    singular=_("Request for signatures"),
    label="title",
    fields=(
        Field("title", _("Title"), readonly=True),
        Field("contract", _("Contract"), to="crm_contracts/contracts", readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("language", _("Language of the document")),
        Field("days", _("Days to sign"), minimum=1, maximum=MOST_DAYS),
        Field("remind_days", _("Remind every so many days"), minimum=0, maximum=MOST_DAYS, help=_("0: no reminders.")),
        Field("version", _("Version of the document"), readonly=True),
        Field("kept", _("Document"), to="crm_contracts/kept-documents", readonly=True),
        Field("sha256", _("SHA-256"), readonly=True),
        Field("asked_at", _("Sent at"), readonly=True),
        Field("expires_at", _("Ends at"), readonly=True),
        Field("ended_at", _("Ended at"), readonly=True),
        Field("reason", _("Reason"), readonly=True),
    ),
    lines=(SIGNATORIES,),
    list=ListView(columns=("title", "state", "language", "asked_at", "expires_at", "ended_at"), sort="-id"),
    form=FormView(
        stage="state",
        sections=(
            Section(fields=("contract", "language", "days", "remind_days")),
            Section(
                title=_("What was sent"),
                fields=("asked_at", "expires_at", "ended_at", "reason", "version", "kept", "sha256"),
            ),
        ),
    ),
    read=ContractPermission.READ,
    update=ContractPermission.CONFIRM,
    scope=of_visible_contracts,
    lock_first=asking.lock_contract,
    editable=lambda request: request.state == RequestState.DRAFT,
    locked=_("The request was sent: who signs cannot be changed any more."),
    actions=(
        Action(
            name="send",
            label=_("Send for signature"),
            permission=ContractPermission.CONFIRM,
            run=asking.send,
            when=lambda request: request.state == RequestState.DRAFT,
            moves_to=RequestState.OPEN,
            primary=True,
        ),
        Action(
            name="withdraw",
            label=_("Withdraw", "signature request"),
            permission=ContractPermission.CONFIRM,
            run=withdraw,
            when=lambda request: request.state in (RequestState.DRAFT, RequestState.OPEN),
            moves_to=RequestState.WITHDRAWN,
            danger=True,
            fields=(Field("reason", _("Reason"), kind=Kind.TEXT, required=False, max_length=500),),
        ),
    ),
)


async def _signatures(contract_id: int) -> PanelData:
    """Who has signed of those who were asked last, and where one signs oneself."""
    await get(Contract, contract_id)
    rows = await fetch(_PANEL, contract_id)
    if not rows:
        return PanelData()
    state = RequestState(rows[0]["request_state"])
    figures = [Figure(_("State"), str(state.label), state.tone, f"{_PATH}/{rows[0]['request_id']}")]
    own = await _own_turn(rows) if state is RequestState.OPEN else None
    if own is not None:
        figures.append(Figure(_("Your turn"), str(_("Sign now…")), Tone.WARN, f"{asking.SIGN_PATH}/{own}"))
    return PanelData(figures=figures, table=_table(rows))


async def _own_turn(rows: list[Any]) -> int | None:
    """The asked signatory who is the current user."""
    email = await fetch_value("SELECT email FROM guanxi_user WHERE id = $1", current_actor().id)
    turn = (SignatoryState.ASKED, SignatoryState.SEEN)
    mine = (
        row for row in rows if row["state"] in turn and row["side"] == "ours" and row["email"].lower() == email.lower()
    )
    return next((row["id"] for row in mine), None) if email else None


def _table(rows: list[Any]) -> Table:
    return Table(
        columns=(_("Name"), _("State"), _("Since", "state")),
        rows=[
            (row["name"], str(SignatoryState(row["state"]).label), show_datetime(since) if since else "")
            for row in rows
            for since in (row["acted_at"] or row["seen_at"] or row["asked_at"],)
        ],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.DATETIME),
    )


SIGNATURES_PANEL = Panel(
    name="signatures", title=_("Signatures"), access=ContractPermission.READ, load=_signatures, order=20
)
