"""Suspending a contract: days that are not charged, set and moved as long as nobody was billed for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from crm_contracts.locks import lock_lines, schedule_lines
from crm_contracts.models import Contract
from guanxi import Conflict, _, audit, clock, execute, fetch_row, transaction

_RESOURCE = "crm_contracts/contracts"
_DAY = timedelta(days=1)


async def pause(contract: Contract, first: date, reason: str = "") -> None:
    """Charge nothing for the days from `first` on, until the contract is resumed.

    The caller's transaction holds the contract locked. Raises Conflict where one of these days was charged already,
    or is in a pause.
    """
    async with transaction():
        _check_uncharged(await lock_lines(contract.id), first)
        last = await _latest(contract.id)
        if last is not None and (last.ends_on is None or last.ends_on >= first):
            raise Conflict(_("The contract is suspended from {day} on already.", day=last.starts_on))
        await execute(
            "INSERT INTO crm_contracts_pause (contract_id, starts_on, reason, created_at) VALUES ($1, $2, $3, $4)",
            contract.id,
            first,
            reason,
            clock.now(),
        )
        await schedule_lines(contract.id)
        await _note("suspend", contract, None, (first, None), reason)


async def resume(contract: Contract, day: date, reason: str = "") -> date | None:
    """Charge again from `day` on: ends the contract's last pause, or moves its end. One that would be left with no
    day was never there. Returns the last day of the pause that is left, if any.

    The caller's transaction holds the contract locked. Raises Conflict where there is no pause, or a day that would
    change was charged, or left out of what was charged, already.
    """
    async with transaction():
        charged_through = await lock_lines(contract.id)
        last = await _latest(contract.id)
        if last is None:
            raise Conflict(_("The contract is not suspended."))
        changed = day if last.ends_on is None else min(day, last.ends_on + _DAY)
        _check_uncharged(charged_through, max(changed, last.starts_on))
        ends_on = day - _DAY if day > last.starts_on else None
        if ends_on is None:
            await execute("DELETE FROM crm_contracts_pause WHERE id = $1", last.id)
        else:
            await execute("UPDATE crm_contracts_pause SET ends_on = $2 WHERE id = $1", last.id, ends_on)
        await schedule_lines(contract.id)
        after = (last.starts_on, ends_on) if ends_on is not None else None
        await _note("resume", contract, (last.starts_on, last.ends_on), after, reason)
    return ends_on


@dataclass(frozen=True, slots=True)
class _Pause:
    id: int
    starts_on: date
    ends_on: date | None


async def _latest(contract_id: int) -> _Pause | None:
    row = await fetch_row(
        "SELECT id, starts_on, ends_on FROM crm_contracts_pause WHERE contract_id = $1 ORDER BY starts_on DESC LIMIT 1",
        contract_id,
    )
    return None if row is None else _Pause(**row)


def _check_uncharged(charged_through: date | None, first: date) -> None:
    if charged_through is not None and first <= charged_through:
        raise Conflict(_("The contract is charged through {day} already. Choose a later day.", day=charged_through))


async def _note(
    action: str,
    contract: Contract,
    before: tuple[date, date | None] | None,
    after: tuple[date, date | None] | None,
    reason: str,
) -> None:
    shown = [None if days is None else {"paused_from": days[0], "paused_through": days[1]} for days in (before, after)]
    await audit(action, _RESOURCE, contract.id, label=contract.title, before=shown[0], after=shown[1], reason=reason)
