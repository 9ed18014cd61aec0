"""What is checked when somebody notes a dispute, a block or a promise, and what their buttons do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from crm_collection.choices import DisputeState, PromiseState
from crm_collection.exception_models import Block, Dispute, Promise
from crm_receivables.services import open_items_sql
from guanxi import Change, InvalidInput, Outcome, _, current_company, elevated, fetch, fetch_value, today, update

_OPEN = f"""
SELECT installment_id, invoice_id, customer_id, currency, outstanding FROM {open_items_sql()} o
WHERE installment_id = $1 OR $1::bigint IS NULL AND invoice_id = $2 ORDER BY installment_id
"""  # noqa: S608
_PROMISED = """
SELECT EXISTS (SELECT FROM crm_collection_promise
    WHERE customer_id = $1 AND currency = $2 AND installment_id IS NULL AND state = 'open')
"""
_NOT_OPEN = _("Nothing of it is open.")
LONGEST_PROMISE = 366


async def _open_parts(installment_id: int | None, invoice_id: int | None, field: str) -> list[Any]:
    """What is open of an installment, or of an invoice. Raises InvalidInput where nothing is."""
    rows = await fetch(_OPEN, installment_id, invoice_id)
    if not rows:
        raise InvalidInput({field: _NOT_OPEN})
    return rows


def _same(values: dict[str, Any], name: str, found: Any, field: str) -> None:
    """What the installment says, unless the input says something else."""
    column = f"{name}_id" if name in ("customer", "invoice") else name
    given = values.get(column)
    if given not in (None, found):
        raise InvalidInput({field: _("This belongs to another customer, invoice or currency.")})
    values[column] = found


async def prepare_dispute(change: Change) -> None:
    values = change.values
    if change.before is None:
        installment = values.get("installment_id")
        if installment is None and values.get("invoice_id") is None:
            raise InvalidInput({"invoice": _("Name an invoice or an installment.")})
        field = "invoice" if installment is None else "installment"
        rows = await _open_parts(installment, values.get("invoice_id"), field)
        for name in ("customer", "invoice", "currency"):
            _same(values, name, rows[0][f"{name}_id" if name != "currency" else name], field)
        owed = sum(row["outstanding"] for row in rows)
        values["amount"] = owed if values.get("amount") is None else values["amount"]
        if values["amount"] > owed:
            raise InvalidInput({"amount": _("This is more than is open.")})


async def prepare_block(change: Change) -> None:
    values = change.values
    if change.before is None:
        if values.get("installment_id") is not None:
            (row,) = await _open_parts(values["installment_id"], None, "installment")
            _same(values, "customer", row["customer_id"], "installment")
        elif values.get("customer_id") is None:
            raise InvalidInput({"customer": _("Name a customer or an installment.")})
    if values.get("until_on") is not None and values["until_on"] < today():
        raise InvalidInput({"until_on": _("This day has passed.")})


async def prepare_promise(change: Change) -> None:
    values = change.values
    if change.before is None:
        if values.get("installment_id") is not None:
            (row,) = await _open_parts(values["installment_id"], None, "installment")
            _same(values, "customer", row["customer_id"], "installment")
            _same(values, "currency", row["currency"], "installment")
        elif values.get("customer_id") is None:
            raise InvalidInput({"customer": _("Name a customer or an installment.")})
        values["currency"] = values.get("currency") or current_company().currency
        values["made_on"] = today()
        if values.get("installment_id") is None and await fetch_value(
            _PROMISED, values["customer_id"], values["currency"]
        ):
            raise InvalidInput({"customer": _("Another promise is open; take it back first.")})
    day = change.now("due_on")
    if "due_on" in values and not today() <= day <= today() + timedelta(days=LONGEST_PROMISE):
        raise InvalidInput({"due_on": _("Enter a day from today on, within a year.")})


async def accept(dispute: Dispute, values: dict[str, Any]) -> Outcome:
    await _resolve(dispute, DisputeState.ACCEPTED, values["resolution"])
    return Outcome(_("The dispute was accepted; a credit note is up to finance."))


async def refuse(dispute: Dispute, values: dict[str, Any]) -> Outcome:
    await _resolve(dispute, DisputeState.REFUSED, values["resolution"])
    return Outcome(_("The dispute was refused; dunning goes on."))


async def _resolve(dispute: Dispute, state: DisputeState, resolution: str) -> None:
    with elevated():
        await update(Dispute, dispute.id, {"state": state, "resolved_on": today(), "resolution": resolution})


async def lift(block: Block, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(Block, block.id, {"lifted_on": today()})
    return Outcome(_("Dunning goes on."))


async def withdraw(promise: Promise, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(Promise, promise.id, {"state": PromiseState.WITHDRAWN, "settled_on": today()})
    return Outcome(_("The promise was taken back; dunning goes on."))
