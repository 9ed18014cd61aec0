"""What users may set up and note, and how it follows customers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from crm_collection.credit_models import CreditLimit
from crm_collection.dunning_models import Notice
from crm_collection.exception_models import Block, Dispute, Promise
from crm_collection.merging import FOLLOWERS
from crm_collection.permissions import CollectionPermission as P
from crm_collection.policy_models import Level, Policy, Terms
from crm_collection.privacy import PERSONAL
from crm_core.permissions import CorePermission
from crm_receivables.permissions import ReceivablesPermission
from guanxi import (
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    count,
    create,
    fetch,
    fetch_value,
    get,
    store_file,
    today,
    update,
    use_actor,
)
from tests.crm_collection.support import act, debtor, owing, run
from tests.crm_receivables.support import user

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
STANDARD = "SELECT id FROM crm_collection_policy WHERE standard"


async def test_the_standard_policy_stays() -> None:
    id = int(await fetch_value(STANDARD))
    for values in ({"active": False}, {"currency": "USD"}):
        with pytest.raises(InvalidInput):
            await update(Policy, id, values)
    with pytest.raises(InvalidInput):
        await create(Policy, {"name": "Another euro", "currency": "EUR"})
    await update(Policy, id, {"gap_days": 7})


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"text": "pay {amount}"}, "text"),
        ({"subject_zh": "{}"}, "subject_zh"),
        ({"text_zh": ""}, "text_zh"),
        ({"days": -1, "basis": "previous"}, "days"),
        ({"number": 2}, "policy"),
        ({"fees": [{"currency": "CNY", "amount": 0}]}, "fees.0.amount"),
    ],
)
async def test_what_a_level_may_be(values: dict[str, Any], field: str) -> None:
    good = {
        **{"policy": await fetch_value(STANDARD), "number": 9, "days": 3, "channel": "mail"},
        **{"subject": "S {customer}", "subject_zh": "主题", "text": "T {total}", "text_zh": "正文 {days}"},
    }
    with pytest.raises(InvalidInput) as refused:
        await create(Level, {**good, **values})
    assert field in refused.value.fields


async def test_only_who_may_does() -> None:
    seller = await user("seller", P.READ, P.WORK, CorePermission.READ, ReceivablesPermission.READ)
    mine, other = await debtor("Mine", owner_id=seller.id), await debtor("Other")
    (item,), (foreign,) = await owing(mine, 100), await owing(other, 100)
    with use_actor(seller):
        dispute = await create(Dispute, {"installment": item, "reason": "broken"})
        with pytest.raises(InvalidInput):
            await create(Dispute, {"installment": foreign, "reason": "broken"})
        with pytest.raises(Forbidden):
            await act(Dispute, dispute.id, "accept", resolution="yes")
        with pytest.raises(Forbidden):
            await create(CreditLimit, {"customer": mine, "currency": "CNY", "amount": 1})
        with pytest.raises(Forbidden):
            await act(Notice, None, "charge", customer=mine)
    block = await create(Block, {"customer": other, "reason": "no"})
    with use_actor(seller):
        assert (await count(Dispute), await count(Block)) == (1, 0)
        with pytest.raises(NotFound):
            await act(Block, block.id, "lift")
    accountant = await user("accountant", P.READ, P.RESOLVE, P.CHARGE, CorePermission.READ, CorePermission.SEE_ALL)
    with use_actor(accountant):
        await act(Dispute, dispute.id, "accept", resolution="they are right")
        with pytest.raises(Conflict):
            await act(Dispute, dispute.id, "refuse", resolution="no")
    with use_actor(seller), pytest.raises(Conflict):
        await update(Dispute, dispute.id, {"reason": "x"})


async def test_charging_from_the_list() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    outcome = await act(Notice, None, "charge", customer=customer)
    assert str(outcome.go_to).startswith("/crm_receivables/invoices/")
    with pytest.raises(Conflict):
        await act(Notice, None, "charge", customer=customer)


async def test_records_follow_a_merge_and_come_back() -> None:
    loser, survivor = await debtor("Loser"), await debtor("Survivor")
    records, agreed = FOLLOWERS
    for customer in (loser, survivor):
        await create(CreditLimit, {"customer": customer, "currency": "CNY", "amount": customer})
        await create(Terms, {"customer": customer, "note": str(customer)})
    await create(CreditLimit, {"customer": loser, "currency": "USD", "amount": 7})
    sql = "SELECT id, customer_id, currency, amount FROM crm_collection_credit_limit ORDER BY id"
    before = [tuple(row) for row in await fetch(sql)]
    assert agreed.move and agreed.back
    memory = await agreed.move(loser, survivor)
    assert [(row["customer_id"], row["currency"], row["amount"]) for row in await fetch(sql)] == [
        (survivor, "CNY", survivor),
        (survivor, "USD", 7),
    ]
    assert await fetch_value("SELECT string_agg(note, ',') FROM crm_collection_terms") == str(survivor)
    assert await agreed.move(loser, survivor) is None
    await agreed.back(loser, survivor, memory)
    assert [tuple(row) for row in await fetch(sql)] == before
    assert await fetch_value("SELECT count(*) FROM crm_collection_terms") == 2
    assert {model.__name__ for model in records.models} == {"Notice", "Promise", "Dispute", "Block", "CreditRelease"}


_NOTICE = "SELECT max(id) FROM crm_collection_notice"


async def test_a_persons_file_and_what_is_erased() -> None:
    customer = await debtor("Wang")
    await owing(customer, 1_000, due_on=today() - timedelta(days=10), posted_on=today() - timedelta(days=40))
    await run(today())
    await create(Promise, {"customer": customer, "amount": 500, "due_on": today(), "note": "said Wang"})
    await create(Terms, {"customer": customer, "note": "a cousin of Li"})
    await create(CreditLimit, {"customer": customer, "currency": "CNY", "amount": 700, "note": "has a house"})
    rows = await PERSONAL.load(customer)
    assert sorted((row["kind"], row["amount"] or 0) for row in rows) == [
        *[("credit_limit", 700), ("notice", 0), ("promise", 500), ("terms", 0)]
    ]
    letters = "SELECT count(*) FROM guanxi_file WHERE resource = 'crm_collection/notices'"
    await store_file("crm_collection/notices", int(await fetch_value(_NOTICE)), "letter.pdf", b"%PDF of Wang")
    await PERSONAL.erase(customer)
    assert await fetch_value(letters) == 0
    assert [row["note"].strip() for row in await PERSONAL.load(customer)] == [""] * 4
    notice = await get(Notice, int(await fetch_value(_NOTICE)))
    assert (notice.address, notice.text, notice.level_number) == ("", "", 2)
