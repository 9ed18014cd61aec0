"""What migrations do to charges, promises, disputes and blocks that are there."""

from __future__ import annotations

from pathlib import Path

import asyncpg
import pytest

import crm_collection
from crm_collection.charging import charge_customer
from crm_collection.exception_models import Block, Dispute, Promise
from guanxi import create, execute, fetch, today, transaction
from guanxi.context import Company
from guanxi.db import migrations
from tests.crm_collection.support import debtor, owing
from tests.crm_collection.test_late_paid import charged
from tests.crm_receivables.support import pay

pytestmark = pytest.mark.asyncio(loop_scope="module")
FOLDER = Path(crm_collection.__file__).parent / "migrations"
_TWICE = "INSERT INTO {0} SELECT (jsonb_populate_record(o, jsonb_build_object('id', o.id + 1000))).* FROM {0} o"
_OPEN = {
    "crm_collection_promise": "state = 'open'",
    "crm_collection_dispute": "state = 'open'",
    "crm_collection_block": "lifted_on IS NULL",
}


async def test_what_was_taken_back_is_released_and_what_was_noted_twice_ends(inside: Company) -> None:
    customer, other = await debtor(), await debtor("Other")
    for each in (customer, other):
        (item,) = await owing(each, 100_000)
        await pay(each, 60_000, on=today(), oldest=True)
    (void,), (_stays,) = [await charge_customer(each) for each in (customer, other)]
    both = await charged()
    await create(Promise, {"customer": other, "amount": 1, "due_on": today()})
    await create(Dispute, {"installment": item, "reason": "x"})
    await create(Block, {"customer": other, "reason": "x"})
    await migrations.downgrade("crm_collection", FOLDER, to="1_guards.py")
    for table in _OPEN:
        await execute(_TWICE.format(table))
    async with transaction():
        await execute("SET LOCAL session_replication_role = replica")  # as an earlier version voided it
        sql = "UPDATE crm_receivables_invoice SET state = 'void', outstanding = 0, voided_on = posted_on WHERE id = $1"
        await execute(sql, void)
    await migrations.upgrade("crm_collection", FOLDER)
    assert await charged() == both[1:]
    for table, condition in _OPEN.items():
        rows = await fetch(f"SELECT id > 1000 AS last FROM {table} WHERE {condition}")
        assert [row["last"] for row in rows] == [True], table
        with pytest.raises(asyncpg.UniqueViolationError):
            await execute(f"{_TWICE.format(table)} WHERE {condition}")
