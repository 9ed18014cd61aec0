"""What may happen to a contract that both sides signed."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_contracts import pauses
from crm_contracts.choices import ContractState
from crm_contracts.locks import schedule_lines
from crm_contracts.models import Contract
from crm_contracts.steps import move
from guanxi import InvalidInput, Outcome, _, fetch_row, fetch_value, show_date, today


async def end(contract: Contract, values: dict[str, Any]) -> Outcome:
    """End a signed contract on a day, the last one that is charged; what was charged beyond stays charged.

    One that has not begun may end before its start: nothing of it is charged by time.
    """
    last: date = values["ends_on"]
    begun = contract.state is not ContractState.SIGNED
    if begun and contract.starts_on is not None and last < contract.starts_on:
        raise InvalidInput({"ends_on": _("The end is before the start.")})
    if contract.ends_on is not None and last > contract.ends_on:
        raise InvalidInput({"ends_on": _("The contract ends by itself before this day.")})
    await _check_usage(contract.id, last)
    state = ContractState.TERMINATED if last <= today() else contract.state
    await move(contract, state, {"terminated_on": last}, values["reason"])
    await schedule_lines(contract.id)
    beyond = await fetch_row(
        "SELECT max(charged_through) AS day FROM crm_contracts_line WHERE contract_id = $1 AND charged_through > $2",
        contract.id,
        last,
    )
    if beyond is not None and beyond["day"] is not None:
        text = _("The contract ends. It was charged through {day} already; a credit note is up to you.")
        return Outcome(text.format(day=show_date(beyond["day"])))
    return Outcome(_("The contract ends on {day}.", day=show_date(last)))


async def _check_usage(contract_id: int, last: date) -> None:
    """What was used after the last day would never be billed. Raises InvalidInput."""
    used = await fetch_value(
        "SELECT max(used_on) FROM crm_contracts_usage WHERE contract_id = $1 AND charge_id IS NULL AND used_on > $2",
        contract_id,
        last,
    )
    if used is not None:
        text = _("Usage was recorded through {day}. Correct it first, or end the contract later.", day=show_date(used))
        raise InvalidInput({"ends_on": text})


async def keep(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Take an end back before it came: all goes on as if it had never been set."""
    await move(contract, contract.state, {"terminated_on": None}, values["reason"])
    await schedule_lines(contract.id)
    return Outcome(_("The contract goes on."))


async def suspend(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Charge nothing from a day on, until it is resumed. Raises Conflict where the day was charged already."""
    first: date = values["from_on"]
    if contract.starts_on is not None and first < contract.starts_on:
        raise InvalidInput({"from_on": _("The contract has not begun then.")})
    await pauses.pause(contract, first, values["reason"])
    state = ContractState.SUSPENDED if first <= today() else ContractState.ACTIVE
    await move(contract, state, {"suspended_on": first}, values["reason"])
    return Outcome(_("Nothing is charged from {day} on.", day=show_date(first)))


async def resume(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Charge again from a day on; with the first day of the suspension or an earlier one, it never was.

    Raises Conflict where a day that would change was charged, or left out of what was charged, already.
    """
    day: date = values["from_on"]
    last = await pauses.resume(contract, day, values["reason"])
    if last is None or last < today():
        await move(contract, ContractState.ACTIVE, {"suspended_on": None}, values["reason"])
    return Outcome(_("It is charged again from {day} on.", day=show_date(day)))
