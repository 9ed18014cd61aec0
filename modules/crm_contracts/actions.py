"""The buttons of contracts and of billing problems."""

from __future__ import annotations

from collections.abc import Callable

from crm_contracts import asking, confirming, lifecycle, problems, sending, signing
from crm_contracts.amending import AMEND
from crm_contracts.choices import ContractState, ProblemState
from crm_contracts.discount_approvals import HAND_IN
from crm_contracts.models import Contract
from crm_contracts.notice import NOTICE
from crm_contracts.permissions import ContractPermission
from crm_contracts.quoting import QUOTE
from crm_contracts.renewing import RENEW
from crm_contracts.states import may
from guanxi import Action, Field, Kind, Text, _, today


def _reason() -> Field:
    return Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=500)


def _signatory(name: str, label: Text) -> Field:
    help = _("Left empty: as in the contract.")
    return Field(name, label, kind=Kind.TEXT, required=False, max_length=100, help=help)


def _ends_later(contract: Contract) -> bool:
    return _goes_on("keep")(contract) and contract.terminated_on is not None


def _goes_on(name: str) -> Callable[[Contract], bool]:
    """Like `may`; what a signed amendment takes the place of is left as it is."""
    return lambda contract: may(name)(contract) and contract.amended_on is None


_CONFIRM = Action(
    name="confirm",
    label=_("Confirm", "contract action"),
    permission=ContractPermission.CONFIRM,
    run=confirming.confirm,
    when=may("confirm"),
    moves_to=ContractState.APPROVED,
    primary=True,
    as_seen=True,
    fields=(
        Field(
            "annex_complete",
            _("All gifts and promises to the customer are in the annex"),
            kind=Kind.BOOLEAN,
            required=True,
            help=_(
                "Where a rule asks for it, others approve the contract first. Then it has its number and is frozen."
            ),
        ),
    ),
)
_REVIEW = (
    Action(
        name="approve",
        label=_("Approve", "contract"),
        permission=ContractPermission.APPROVE,
        run=confirming.approve,
        when=may("approve"),
        primary=True,
        as_seen=True,
        fields=(Field("comment", _("Comment"), kind=Kind.MULTILINE, required=False, max_length=500),),
    ),
    Action(
        name="reject",
        label=_("Reject", "contract"),
        permission=ContractPermission.APPROVE,
        run=confirming.reject,
        when=may("reject"),
        danger=True,
        fields=(_reason(),),
    ),
    Action(
        name="revise",
        label=_("Take back to change"),
        permission=ContractPermission.CONFIRM,
        run=confirming.revise,
        when=may("revise"),
        moves_to=ContractState.DRAFT,
        fields=(_reason(),),
    ),
)
_SEND = Action(
    name="send",
    label=_("Send", "contract"),
    permission=ContractPermission.CONFIRM,
    run=sending.send,
    when=may("send"),
    moves_to=ContractState.SENT,
    start=sending.first_values,
    fields=(
        Field(
            "mail",
            _("Tell the customer by mail"),
            kind=Kind.BOOLEAN,
            required=False,
            help=_("With a link to the contract in the customer portal. Otherwise it only counts as sent."),
        ),
    ),
)
_ASK = Action(
    name="ask_signatures",
    label=_("Ask for signatures"),
    permission=ContractPermission.CONFIRM,
    run=asking.draw_up,
    when=may("sign"),
)
_SIGN = Action(
    name="sign",
    label=_("Sign"),
    permission=ContractPermission.SIGN,
    run=signing.sign,
    when=may("sign"),
    moves_to=ContractState.ACTIVE,
    primary=True,
    as_seen=True,
    fields=(
        Field("signed_on", _("Signed on"), kind=Kind.DATE, required=True, default=today),
        _signatory("our_signatory", _("Our signatory")),
        _signatory("their_signatory", _("Their signatory")),
    ),
    asks=True,
)
_END = (
    Action(
        name="end",
        label=_("End", "contract action"),
        permission=ContractPermission.END,
        run=lifecycle.end,
        when=_goes_on("end"),
        moves_to=ContractState.TERMINATED,
        danger=True,
        fields=(Field("ends_on", _("Last day"), kind=Kind.DATE, required=True, default=today), _reason()),
    ),
    Action(
        name="keep",
        label=_("Take the end back"),
        permission=ContractPermission.END,
        run=lifecycle.keep,
        when=_ends_later,
        fields=(_reason(),),
    ),
)
_PAUSE = (
    Action(
        name="suspend",
        label=_("Suspend", "contract action"),
        permission=ContractPermission.END,
        run=lifecycle.suspend,
        when=lambda contract: _goes_on("suspend")(contract) and contract.suspended_on is None,
        moves_to=ContractState.SUSPENDED,
        fields=(Field("from_on", _("First day that is not charged"), kind=Kind.DATE, required=True), _reason()),
    ),
    Action(
        name="resume",
        label=_("Resume", "contract action"),
        permission=ContractPermission.END,
        run=lifecycle.resume,
        when=lambda contract: _goes_on("resume")(contract) and contract.suspended_on is not None,
        fields=(
            Field("from_on", _("First day that is charged again"), kind=Kind.DATE, required=True, default=today),
            _reason(),
        ),
    ),
)
_CANCEL = Action(
    name="cancel",
    label=_("Declare void"),
    permission=ContractPermission.CANCEL,
    run=confirming.cancel,
    when=may("cancel"),
    moves_to=ContractState.CANCELLED,
    danger=True,
    fields=(_reason(),),
)

CONTRACT_ACTIONS = (
    *(QUOTE, HAND_IN, _CONFIRM, *_REVIEW, _SEND, _ASK, _SIGN),
    *(AMEND, RENEW, *NOTICE, *_PAUSE, *_END, _CANCEL),
)

PROBLEM_ACTIONS = (
    Action(
        name="try_again",
        label=_("Try again"),
        permission=ContractPermission.PROBLEMS,
        run=problems.try_again,
        when=lambda problem: problem.state == ProblemState.OPEN,
        moves_to=ProblemState.CLEARED,
        primary=True,
    ),
    Action(
        name="stop_billing",
        label=_("Stop charging this line"),
        permission=ContractPermission.PROBLEMS,
        run=problems.stop_billing,
        when=lambda problem: problem.state == ProblemState.OPEN,
        danger=True,
        fields=(_reason(),),
    ),
)
