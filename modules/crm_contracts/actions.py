"""The buttons of contracts and of billing problems."""

from __future__ import annotations

from crm_contracts import lifecycle, problems
from crm_contracts.choices import ContractState, ProblemState
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from guanxi import Action, Field, Kind, Text, _

_OPEN = (ContractState.DRAFT, ContractState.CONFIRMED)


def _reason() -> Field:
    return Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=500)


def _signatory(name: str, label: Text) -> Field:
    help = _("Left empty: as in the contract.")
    return Field(name, label, kind=Kind.TEXT, required=False, max_length=100, help=help)


def _ends_later(contract: Contract) -> bool:
    return contract.state == ContractState.ACTIVE and contract.terminated_on is not None


CONTRACT_ACTIONS = (
    Action(
        name="confirm",
        label=_("Confirm", "contract action"),
        permission=ContractPermission.CONFIRM,
        run=lifecycle.confirm,
        when=lambda contract: contract.state == ContractState.DRAFT,
        moves_to=ContractState.CONFIRMED,
        primary=True,
        fields=(
            Field(
                "annex_complete",
                _("All gifts and promises to the customer are in the annex"),
                kind=Kind.BOOLEAN,
                required=True,
                help=_("Once confirmed, the contract has its number and can no longer be changed."),
            ),
        ),
    ),
    Action(
        name="sign",
        label=_("Sign"),
        permission=ContractPermission.SIGN,
        run=lifecycle.sign,
        when=lambda contract: contract.state == ContractState.CONFIRMED,
        moves_to=ContractState.ACTIVE,
        primary=True,
        fields=(
            Field("signed_on", _("Signed on"), kind=Kind.DATE, required=True, default=lifecycle.today),
            _signatory("our_signatory", _("Our signatory")),
            _signatory("their_signatory", _("Their signatory")),
        ),
    ),
    Action(
        name="end",
        label=_("End", "contract action"),
        permission=ContractPermission.END,
        run=lifecycle.end,
        when=lambda contract: contract.state == ContractState.ACTIVE,
        moves_to=ContractState.ENDED,
        danger=True,
        fields=(
            Field("ends_on", _("Last day"), kind=Kind.DATE, required=True, default=lifecycle.today),
            _reason(),
        ),
    ),
    Action(
        name="keep",
        label=_("Take the end back"),
        permission=ContractPermission.END,
        run=lifecycle.keep,
        when=_ends_later,
        fields=(_reason(),),
    ),
    Action(
        name="cancel",
        label=_("Declare void"),
        permission=ContractPermission.CANCEL,
        run=lifecycle.cancel,
        when=lambda contract: contract.state in _OPEN,
        moves_to=ContractState.CANCELLED,
        danger=True,
        fields=(_reason(),),
    ),
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
