"""Amending a contract that runs (变更/补充协议): its next version, and the change from one to the other.

The next version takes over what recurs, from a day on that nobody was billed for yet. What is charged once stays with
the version that it was agreed in; the next one holds what is charged in addition.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from crm_contracts.choices import ContractState, Renewal
from crm_contracts.copying import recurring_lines, same_line, same_values
from crm_contracts.locks import lock_lines, schedule_lines
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.states import RUNNING
from crm_contracts.steps import move
from guanxi import (
    Action,
    AuditItem,
    Conflict,
    Field,
    InvalidInput,
    Kind,
    Outcome,
    Text,
    _,
    audit_many,
    clock,
    create,
    elevated,
    fetch,
    fetch_value,
    lock,
    show_date,
    today,
    update,
)

_FIRST_DAY = """
SELECT GREATEST(k.starts_on,
    (SELECT max(charged_through) + 1 FROM crm_contracts_line WHERE contract_id = k.id),
    (SELECT max(used_on) + 1 FROM crm_contracts_usage WHERE contract_id = k.id))
FROM crm_contracts_contract k WHERE k.id = $1
"""
"""Usage belongs to the version that it was recorded for."""
_PAUSED = """
SELECT EXISTS (SELECT FROM crm_contracts_pause WHERE contract_id = $1 AND (ends_on >= $2 OR ends_on IS NULL))
"""
_NEXT_VERSION = """
SELECT GREATEST($2, max(version)) + 1 FROM crm_contracts_contract WHERE amends_id = $1
"""
"""A version that was declared void keeps its number."""
_TAKE_NEXT_TERM = """
UPDATE crm_contracts_contract SET renews_id = $2, revision = revision + 1, updated_at = $3
WHERE renews_id = $1 AND state <> 'cancelled' RETURNING id, COALESCE(number, title) AS label
"""


async def first_day(contract: Contract) -> date:
    """The first day that no version was charged for: a new one may hold from it on."""
    day: date = await fetch_value(_FIRST_DAY, contract.id)
    return day


async def first_values(contract: Contract) -> dict[str, Any]:
    """What the button's input holds at first."""
    return {"from_on": max(await first_day(contract), today())}


async def amend(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Draw up the next version, with the terms and recurring lines of this one; gifts are not promised twice.

    Raises InvalidInput for a day that was charged already, Conflict where there is a next version.
    """
    first: date = values["from_on"] or (await first_values(contract))["from_on"]
    problem = await _problem(contract, first)
    if problem is not None:
        raise InvalidInput({"from_on": problem})
    if await fetch_value(
        "SELECT EXISTS (SELECT FROM crm_contracts_contract WHERE amends_id = $1 AND state <> 'cancelled')", contract.id
    ):
        raise Conflict(_("There is an amendment of this contract already."))
    lines = [_line(row) for row in await recurring_lines(contract.id) if _goes_on(row)]
    drawn_up = same_values(contract) | {
        "amends": contract.id,
        "version": await fetch_value(_NEXT_VERSION, contract.id, contract.version),
        "counted_from": contract.counted_from or contract.starts_on,
        "starts_on": first,
        "ends_on": contract.ends_on,
        "annex": "",
        "annex_en": "",
        "lines": lines,
    }
    with elevated():
        made = await create(Contract, drawn_up)
    return Outcome(
        _("The amendment was drawn up. Change it, then confirm it like any contract."),
        data={"id": made.id},
        go_to=f"/crm_contracts/contracts/{made.id}",
    )


def _goes_on(row: Mapping[str, Any]) -> bool:
    return not row["stopped"] and (row["cap"] is None or row["charged"] < row["cap"])


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    """Free periods are counted from the first version on; of a cap it has what is left."""
    left = None if row["cap"] is None else row["cap"] - row["charged"]
    return same_line(row) | {"free_periods": row["free_periods"], "cap": left}


async def _problem(contract: Contract, first: date) -> Text | None:
    """Why no new version of the contract may hold from this day on."""
    possible = await first_day(contract)
    if first < possible:
        return _("Days before {day} are charged or past already. Choose {day} or a later one.", day=show_date(possible))
    if contract.ends_on is not None and first > contract.ends_on:
        return _("The contract ends by itself before this day.")
    if await fetch_value(_PAUSED, contract.id, first):
        return _("The contract is suspended on this day. Resume it first.")
    return None


async def check(contract: Contract) -> None:
    """Whether the amendment can still take the place of the version before it. Raises Conflict."""
    with elevated():
        await _replaced(contract)


async def _replaced(contract: Contract) -> Contract:
    """The version before it, locked with its lines. Raises Conflict where it cannot be amended like this any more."""
    assert contract.amends_id is not None and contract.starts_on is not None
    before = await lock(Contract, contract.amends_id)
    await lock_lines(before.id)
    if before.state not in RUNNING or before.terminated_on is not None:
        raise Conflict(_("The contract that this one amends is over, or its end is agreed."))
    problem = await _problem(before, contract.starts_on)
    if problem is not None:
        raise Conflict(problem)
    return before


async def take_place(contract: Contract) -> None:
    """The amendment was signed: the version before it holds up to the day before. In the caller's transaction.

    Raises Conflict where that was charged, ended or suspended meanwhile.
    """
    with elevated():
        before = await _replaced(contract)
    assert contract.starts_on is not None
    state = ContractState.AMENDED if contract.starts_on <= today() else before.state
    last = contract.starts_on - timedelta(days=1)
    await move(before, state, {"amended_on": contract.starts_on, "terminated_on": last}, contract.number or "")
    await schedule_lines(before.id)
    rows = await fetch(_TAKE_NEXT_TERM, before.id, contract.id, clock.now())
    taken = [AuditItem(row["id"], row["label"], {"renews": before.id}, {"renews": contract.id}) for row in rows]
    await audit_many("update", "crm_contracts/contracts", taken, reason=contract.number or "")
    if before.renewal is Renewal.STOPPED and contract.renewal is Renewal.AUTOMATIC:  # notice holds for all versions
        notice = {name: getattr(before, name) for name in ("renewal", "notice_given_on", "notice_by")}
        with elevated():
            await update(Contract, contract.id, notice)


AMEND = Action(
    name="amend",
    label=_("Amend", "contract action"),
    permission=ContractPermission.CREATE,
    run=amend,
    when=lambda contract: contract.state in RUNNING and contract.terminated_on is None,
    start=first_values,
    fields=(
        Field(
            "from_on",
            _("Holds from"),
            kind=Kind.DATE,
            required=False,
            help=_(
                "Recurring lines go over to the new version on this day. What is charged once stays as agreed: add only"
                " what comes on top; a reduction is a credit note. Left empty: the first day not charged yet."
            ),
        ),
    ),
)
