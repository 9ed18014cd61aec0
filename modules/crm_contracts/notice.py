"""Notice: keeping a contract from going on by itself, and the rules of what a draft says of its renewal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from crm_contracts.choices import ContractState, NoticeBy, PriceRevision, Renewal
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.revising import month_before
from crm_contracts.states import RUNNING
from crm_contracts.steps import move
from guanxi import Action, Change, Field, InvalidInput, Kind, Outcome, Text, _, may, show_date, today

_RULED = ("renewal", "ends_on", "price_revision", "revision_percent", "price_index_id", "index_month")


def last_notice_day(contract: Contract) -> date:
    assert contract.ends_on is not None
    return contract.ends_on - timedelta(days=contract.notice_days)


async def give(contract: Contract, values: dict[str, Any]) -> Outcome:
    """End the contract at its term. Too late, it takes the permission to end contracts. Raises InvalidInput."""
    given_on: date = values["given_on"]
    last = last_notice_day(contract)
    if given_on > today():
        raise InvalidInput({"given_on": _("This day has not come yet.")})
    if given_on > last and not may(ContractPermission.END):
        text = _("Notice had to be given by {day}. It takes the permission to end contracts.", day=show_date(last))
        raise InvalidInput({"given_on": text})
    notice = {"renewal": Renewal.STOPPED.value, "notice_given_on": given_on, "notice_by": values["by"]}
    await move(contract, contract.state, notice, values["reason"])
    assert contract.ends_on is not None
    return Outcome(_("The contract ends on {day}.", day=show_date(contract.ends_on)))


async def withdraw(contract: Contract, values: dict[str, Any]) -> Outcome:
    """The contract goes on by itself after all."""
    nothing = {"renewal": Renewal.AUTOMATIC.value, "notice_given_on": None, "notice_by": None}
    await move(contract, contract.state, nothing, values["reason"])
    return Outcome(_("The contract goes on."))


def _runs(contract: Contract, renewal: Renewal) -> bool:
    return contract.state in RUNNING and contract.renewal is renewal and contract.terminated_on is None


def check_renewal(change: Change) -> None:
    """What a draft says of its renewal. Raises InvalidInput by field."""
    draft = change.before is None or change.before.state is ContractState.DRAFT
    if not draft or (change.before is not None and not any(name in change.values for name in _RULED)):
        return
    errors: dict[str, Text] = {}
    renewal = change.now("renewal") or Renewal.NONE
    revision = change.now("price_revision") or PriceRevision.NONE
    if renewal == Renewal.STOPPED:
        errors["renewal"] = _("Notice is given once the contract is signed.")
    elif renewal == Renewal.AUTOMATIC and change.now("ends_on") is None:
        errors["ends_on"] = _("A contract that goes on automatically has terms: enter when the first one ends.")
    if revision == PriceRevision.PERCENT and change.now("revision_percent") is None:
        errors["revision_percent"] = _("Enter the percentage.")
    if revision == PriceRevision.INDEX and change.now("price_index_id") is None:
        errors["price_index"] = _("Choose the index.")
    if errors:
        raise InvalidInput(errors)
    _set_month(change, revision)


def _set_month(change: Change, revision: PriceRevision) -> None:
    """Prices are from the month before the contract starts, unless somebody says otherwise."""
    month, starts_on = change.now("index_month"), change.now("starts_on")
    if month is None and revision == PriceRevision.INDEX and starts_on is not None:
        change.values["index_month"] = month_before(starts_on)
    elif month is not None and month.day != 1:
        change.values["index_month"] = month.replace(day=1)


def _reason() -> Field:
    return Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=500)


NOTICE = (
    Action(
        name="give_notice",
        label=_("Give notice"),
        permission=ContractPermission.SIGN,
        run=give,
        when=lambda contract: _runs(contract, Renewal.AUTOMATIC),
        fields=(
            Field("by", _("Given by", "notice"), kind=Kind.CHOICE, choices=NoticeBy, required=True),
            Field("given_on", _("Given on", "notice"), kind=Kind.DATE, required=True, default=today),
            _reason(),
        ),
    ),
    Action(
        name="withdraw_notice",
        label=_("Withdraw the notice"),
        permission=ContractPermission.SIGN,
        run=withdraw,
        when=lambda contract: _runs(contract, Renewal.STOPPED),
        fields=(_reason(),),
    ),
)
