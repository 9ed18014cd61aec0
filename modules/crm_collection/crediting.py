"""Credit limits: what a customer owes may not pass them when a contract comes into force, or an invoice is posted by
hand (A19).

The rows of a customer's limits are locked before what it owes is added up, so that of two contracts that are signed at
once the second one sees the invoice of the first.
"""

from __future__ import annotations

from typing import Any

from crm_collection import locks
from crm_collection.credit_models import CreditLimit
from crm_collection.errors import CreditExceeded, CustomerOnHold
from crm_contracts.events import ContractSigned
from crm_core.services import customer_summary
from crm_receivables.events import DraftPosted
from crm_receivables.services import outstanding
from guanxi import (
    Change,
    InvalidInput,
    Outcome,
    _,
    current_company,
    elevated,
    fetch,
    fetch_value,
    get,
    show_money,
    update,
)

_RELEASED = """
SELECT EXISTS (SELECT FROM crm_collection_credit_release WHERE contract_id = $1 AND customer_id = $2)
"""


async def check(event: ContractSigned | DraftPosted) -> None:
    """In the transaction of signing, when receivables have billed the contract, or of posting: what is outstanding
    includes it.

    Raises CustomerOnHold, CreditExceeded.
    """
    limits = await fetch(locks.LOCK_LIMITS, event.customer_id)
    if not limits or await fetch_value(_RELEASED, event.contract_id, event.customer_id):
        return
    customer = await customer_summary(event.customer_id)
    name = customer.name if customer is not None else ""
    for row in limits:
        if row["hold"]:
            raise CustomerOnHold(customer=name, note=row["note"])
    owed = (await outstanding(event.customer_id)).get(event.currency, 0)
    for row in limits:
        if row["currency"] == event.currency and owed > row["amount"]:
            limit = show_money(row["amount"], event.currency)
            message = CreditExceeded.message if event.contract_id is not None else CreditExceeded.without_contract
            raise CreditExceeded(message, customer=name, owed=show_money(owed, event.currency), limit=limit)


async def prepare_release(change: Change) -> None:
    """The customer is the contract's."""
    if change.before is not None:
        return
    if change.values.get("contract_id") is None:
        raise InvalidInput({"contract": _("Choose a contract.")})
    contracts = current_company().catalog.resources["crm_contracts/contracts"].model
    contract: Any = await get(contracts, change.values["contract_id"])
    change.values["customer_id"] = contract.customer_id


async def put_on_hold(limit: CreditLimit, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(CreditLimit, limit.id, {"hold": True, "note": values["reason"]}, reason=values["reason"])
    return Outcome(_("Nothing is sold to this customer any more."))


async def lift_hold(limit: CreditLimit, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(CreditLimit, limit.id, {"hold": False})
    return Outcome(_("The hold is lifted."))
