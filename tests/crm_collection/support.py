"""Customers with something overdue."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_collection.dunning import dun_batch
from crm_collection.planning import Planned
from guanxi import current_company, execute, fetch
from guanxi.records.actions import find_action, run_action
from tests.crm_receivables.support import installments, new_customer, post

DUE = date(2026, 1, 15)


async def debtor(name: str = "春意空调有限公司", email: str = "pay@example.com", **values: Any) -> int:
    id = await new_customer(name, values.pop("owner_id", None))
    await execute(
        "UPDATE crm_core_customer SET email = $2, locale = $3 WHERE id = $1", id, email, values.pop("locale", "en")
    )
    return id


async def owing(customer_id: int, *amounts: int, due_on: date = DUE, **more: Any) -> list[int]:
    """Ids of the installments, the first due on `due_on`, further ones a month apart."""
    return await installments(await post(customer_id, *amounts, due_on=due_on, **more))


async def run(day: date) -> list[Planned]:
    """What the nightly run sends on a day, all batches."""
    made: list[Planned] = []
    after = 0
    while True:
        last, sent, _failed = await dun_batch(day, after)
        if last is None:
            return made
        made += sent
        after = last


async def levels(installment_id: int) -> list[int]:
    rows = await fetch(
        "SELECT level_number FROM crm_collection_step WHERE installment_id = $1 ORDER BY id", installment_id
    )
    return [row["level_number"] for row in rows]


async def act(model: Any, id: int | None, name: str, **values: Any) -> Any:
    resource = current_company().catalog.resource_of[model]
    action = find_action(resource, name, "list" if id is None else "record")
    given = {field.name: field.default() if field.default else None for field in action.fields}
    return await run_action(resource, action, id, {**given, **values})
