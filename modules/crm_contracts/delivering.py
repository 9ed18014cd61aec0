"""Planning deliveries, and recording what was delivered and accepted (交付情况)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import asyncpg

from crm_contracts.choices import ContractState, DeliveryState
from crm_contracts.delivery_models import Delivery
from crm_contracts.delivery_status import refresh
from crm_contracts.states import DELIVERING
from guanxi import (
    AuditItem,
    Change,
    Conflict,
    InvalidInput,
    Outcome,
    _,
    audit,
    audit_many,
    clock,
    execute,
    fetch_row,
    fetch_value,
    today,
)

RESOURCE = "crm_contracts/deliveries"
_CLOSED = frozenset({ContractState.CANCELLED, ContractState.TERMINATED})
_LOCK = "SELECT state, owner_id FROM crm_contracts_contract WHERE id = $1 FOR NO KEY UPDATE"
"""Before its deliveries, so that each of them is in the status that the last writer sets."""
_LINE = """
SELECT id, quantity FROM crm_contracts_line WHERE contract_id = $1 AND description = $2 ORDER BY id LIMIT 1
"""
_DELIVER = """
UPDATE crm_contracts_delivery SET delivered = delivered + $2,
    delivered_on = CASE WHEN delivered + $2 > 0 THEN $3::date END,
    state = CASE WHEN delivered + $2 = quantity THEN 'delivered' WHEN delivered + $2 > 0 THEN 'partly'
        ELSE 'planned' END, revision = revision + 1, updated_at = $4
WHERE id = $1 AND accepted_on IS NULL AND delivered + $2 BETWEEN 0 AND quantity
RETURNING id, what, state, delivered, delivered_on
"""
_ACCEPT = """
UPDATE crm_contracts_delivery SET accepted_on = $2, accepted_by = $3, state = 'accepted',
    revision = revision + 1, updated_at = $4
WHERE id = $1 AND state = 'delivered' RETURNING id, what, state, accepted_on, accepted_by
"""


async def lock_contract(delivery_id: int) -> None:
    contract_id = await fetch_value("SELECT contract_id FROM crm_contracts_delivery WHERE id = $1", delivery_id)
    await fetch_row(_LOCK, contract_id)


async def prepare(change: Change) -> None:
    """Raises Conflict for a contract that is over, InvalidInput by field."""
    contract_id: int = change.now("contract_id")
    contract = await fetch_row(_LOCK, contract_id)
    assert contract is not None
    if contract["state"] in _CLOSED:
        raise Conflict(_("Nothing is delivered of a contract that was ended or declared void."))
    if change.before is None:
        change.values["responsible_id"] = change.values.get("responsible_id") or contract["owner_id"]
    if "what" in change.values:
        await _find_line(change, contract_id)
    quantity, delivered = change.now("quantity"), change.now("delivered") or Decimal(0)
    if quantity is None or quantity <= 0:
        raise InvalidInput({"quantity": _("Enter a quantity of more than zero.")})
    if quantity < delivered:
        raise InvalidInput({"quantity": _("More than this was delivered already.")})
    change.values["state"] = _state(quantity, delivered)


async def _find_line(change: Change, contract_id: int) -> None:
    """The contract's line of this description, and its quantity where none is given."""
    change.values["what"] = change.values["what"].strip()
    line = await fetch_row(_LINE, contract_id, change.values["what"])
    change.values["contract_line_id"] = line["id"] if line is not None else None
    if line is not None and change.now("quantity") is None:
        change.values["quantity"] = line["quantity"]


def _state(quantity: Decimal, delivered: Decimal) -> str:
    if delivered == quantity:
        return DeliveryState.DELIVERED.value
    return (DeliveryState.PARTLY if delivered else DeliveryState.PLANNED).value


async def written(change: Change, delivery: Any) -> None:
    await refresh(delivery.contract_id)


def rest(delivery: Delivery) -> dict[str, Any]:
    """What the button's inputs hold at first."""
    return {"quantity": delivery.quantity - delivery.delivered}


async def deliver(delivery: Delivery, values: dict[str, Any]) -> Outcome:
    """Add to what was delivered, or with a negative quantity take back what was recorded by mistake."""
    await _check_signed(delivery)
    _check_past(values["delivered_on"], "delivered_on")
    row = await fetch_row(_DELIVER, delivery.id, values["quantity"], values["delivered_on"], clock.now())
    if row is None:
        raise InvalidInput({"quantity": _("This would be more than planned, or less than nothing.")})
    await _note(delivery, row, ("state", "delivered", "delivered_on"), values["note"] or "")
    return Outcome(DeliveryState(row["state"]).label)


async def accept(delivery: Delivery, values: dict[str, Any]) -> Outcome:
    """The customer accepts what was delivered in full."""
    await _check_signed(delivery)
    accepted_on: date = values["accepted_on"]
    _check_past(accepted_on, "accepted_on")
    if delivery.delivered_on is not None and accepted_on < delivery.delivered_on:
        raise InvalidInput({"accepted_on": _("It was delivered later.")})
    row = await fetch_row(_ACCEPT, delivery.id, accepted_on, values["accepted_by"], clock.now())
    if row is None:
        raise Conflict(_("Nothing is accepted before all of it was delivered."))
    await _note(delivery, row, ("state", "accepted_on", "accepted_by"), values["note"] or "")
    return Outcome(_("Accepted.", "delivery"))


async def drop(delivery: Delivery, values: dict[str, Any]) -> Outcome:
    """Take it out of the plan, as long as nothing was delivered."""
    await execute("DELETE FROM crm_contracts_delivery WHERE id = $1", delivery.id)
    before = {"what": delivery.what, "quantity": str(delivery.quantity), "due_on": delivery.due_on}
    await audit("delete", RESOURCE, delivery.id, label=delivery.what, before=before)
    await refresh(delivery.contract_id)
    return Outcome(_("Taken out of the plan."), go_to=f"/crm_contracts/contracts/{delivery.contract_id}")


async def _check_signed(delivery: Delivery) -> None:
    state = await fetch_value("SELECT state FROM crm_contracts_contract WHERE id = $1", delivery.contract_id)
    if ContractState(state) not in DELIVERING:
        raise Conflict(_("Deliveries are recorded once the contract is signed, until it is ended."))


def _check_past(day: date, name: str) -> None:
    if day > today():
        raise InvalidInput({name: _("This day has not come yet.")})


async def _note(delivery: Delivery, row: asyncpg.Record, names: tuple[str, ...], reason: str) -> None:
    before = {name: getattr(delivery, name) for name in names}
    after = {name: row[name] for name in names}
    await audit_many("update", RESOURCE, [AuditItem(delivery.id, delivery.what, before, after)], reason=reason)
    await refresh(delivery.contract_id)
