"""Numbers of contracts: given when one is approved, or drawn beforehand for paper that leaves the house (预领合同).

Every number stands in the register with what became of it, so a year's numbers are 1..n there, each explained.
"""

from __future__ import annotations

from typing import Any

from crm_contracts.choices import NumberState
from crm_contracts.models import Contract
from crm_contracts.number_models import ContractNumber
from guanxi import (
    AuditItem,
    Conflict,
    InvalidInput,
    Outcome,
    _,
    audit_many,
    author_id,
    clock,
    current_actor,
    fetch,
    fetch_row,
    next_numbers,
    today,
)

SERIES = "crm_contracts.contract"
PATTERN = "HT-{year}-{number:06}"
RESOURCE = "crm_contracts/numbers"
MOST = 100
"""drawn at once"""

_RETURNED_FIRST = """
UPDATE crm_contracts_number SET state = 'drawn', holder_id = $2, reason = '', revision = revision + 1, updated_at = $3
WHERE id IN (SELECT id FROM crm_contracts_number WHERE state = 'returned' AND year = $1
    ORDER BY number LIMIT $4 FOR UPDATE SKIP LOCKED)
RETURNING id, number
"""
_REGISTER = """
INSERT INTO crm_contracts_number (number, year, state, holder_id, contract_id, reason,
    revision, created_at, updated_at, created_by_id)
SELECT number, $2, $3, $4, $5, '', 1, $6, $6, $7 FROM unnest($1::text[]) WITH ORDINALITY AS n (number, place)
ORDER BY place RETURNING id, number
"""
_USE = """
UPDATE crm_contracts_number SET state = 'used', contract_id = $2, revision = revision + 1, updated_at = $3
WHERE id = $1 AND state = 'drawn' RETURNING id, number
"""
_VOID = """
UPDATE crm_contracts_number SET state = 'void', reason = $2, revision = revision + 1, updated_at = $3
WHERE contract_id = $1 AND state = 'used' RETURNING id, number
"""
_GIVE_UP = """
UPDATE crm_contracts_number n SET state = $2, reason = $3, revision = revision + 1, updated_at = $4
WHERE id = $1 AND state = 'drawn' AND NOT EXISTS (
    SELECT FROM crm_contracts_contract c WHERE c.drawn_id = n.id AND c.state <> 'cancelled')
RETURNING id, number
"""


def _year() -> int:
    return today().year


async def _next(count: int, state: NumberState, holder: int | None, contract_id: int | None) -> list[str]:
    year = _year()
    given = [PATTERN.format(year=year, number=number) for number in await next_numbers(SERIES, year, count)]
    rows = await fetch(_REGISTER, given, year, state.value, holder, contract_id, clock.now(), author_id())
    await audit_many(
        "create", RESOURCE, [AuditItem(row["id"], row["number"], after={"state": state.value}) for row in rows]
    )
    return given


async def draw(_record: None, values: dict[str, Any]) -> Outcome:
    """Take numbers for contracts to come: returned ones of the year first, then new ones."""
    count, holder = values["count"], values["holder"] or current_actor().id
    again = await fetch(_RETURNED_FIRST, _year(), holder, clock.now(), count)
    await audit_many(
        "update",
        RESOURCE,
        [
            AuditItem(row["id"], row["number"], {"state": "returned"}, {"state": "drawn", "holder_id": holder})
            for row in again
        ],
    )
    fresh = count - len(again)
    taken = [row["number"] for row in again]
    taken += await _next(fresh, NumberState.DRAWN, holder, None) if fresh else []
    taken.sort()
    text = _("{count} numbers were drawn: {first} to {last}.", count=count, first=taken[0], last=taken[-1])
    return Outcome(text, data={"numbers": taken}, go_to=f"/{RESOURCE}?state=drawn")


async def give_back(number: ContractNumber, values: dict[str, Any]) -> Outcome:
    """The number may be drawn again. Raises Conflict where a contract is to have it."""
    await _give_up(number, NumberState.RETURNED, values["reason"])
    return Outcome(_("{number} was returned.", number=number.number))


async def declare_void(number: ContractNumber, values: dict[str, Any]) -> Outcome:
    """The paper is spoiled or lost: the number is never used. Raises Conflict where a contract is to have it."""
    await _give_up(number, NumberState.VOID, values["reason"])
    return Outcome(_("{number} is void.", number=number.number))


async def _give_up(number: ContractNumber, state: NumberState, reason: str) -> None:
    row = await fetch_row(_GIVE_UP, number.id, state.value, reason, clock.now())
    if row is None:
        raise Conflict(_("A contract is to have this number. Take it out of the contract first."))
    await _audit(row["id"], row["number"], NumberState.DRAWN, state, reason)


async def give_number(contract: Contract) -> str:
    """The contract's number from now on: the one it has, the one drawn for it, or the next. A later version has the
    number of the first with its own behind, and takes none of the series.

    Raises InvalidInput where the drawn one was given up meanwhile.
    """
    if contract.number is not None:
        return str(contract.number)
    if contract.amends_id is not None:
        return await _of_version(contract)
    if contract.drawn_id is None:
        return (await _next(1, NumberState.USED, None, contract.id))[0]
    row = await fetch_row(_USE, contract.drawn_id, contract.id, clock.now())
    if row is None:
        raise InvalidInput({"drawn": _("This number cannot be used any more. Choose another one.")})
    await _audit(row["id"], row["number"], NumberState.DRAWN, NumberState.USED, "")
    return str(row["number"])


async def _of_version(contract: Contract) -> str:
    row = await fetch_row("SELECT number, version FROM crm_contracts_contract WHERE id = $1", contract.amends_id)
    assert row is not None
    first = row["number"] if row["version"] == 1 else row["number"].removesuffix(f"-{row['version']}")
    return f"{first}-{contract.version}"


async def void_number(contract: Contract, reason: str) -> None:
    """With its contract; a drawn number that the contract did not get yet stays drawn."""
    row = await fetch_row(_VOID, contract.id, reason, clock.now())
    if row is not None:
        await _audit(row["id"], row["number"], NumberState.USED, NumberState.VOID, reason)


async def _audit(id: int, number: str, before: NumberState, after: NumberState, reason: str) -> None:
    entry = AuditItem(id, number, {"state": before.value}, {"state": after.value})
    await audit_many("update", RESOURCE, [entry], reason=reason)


async def check_drawn(number_id: int, owner_id: int | None) -> None:
    """A contract takes a number of its owner, or of whoever writes. Raises InvalidInput."""
    row = await fetch_row("SELECT state, holder_id FROM crm_contracts_number WHERE id = $1 FOR SHARE", number_id)
    actor = current_actor()
    if row is None or row["state"] != NumberState.DRAWN:
        raise InvalidInput({"drawn": _("This number cannot be used any more. Choose another one.")})
    if not actor.elevated and row["holder_id"] not in (actor.id, owner_id):
        raise InvalidInput({"drawn": _("Somebody else has drawn this number.")})
