"""Credit limits hold when contracts are signed, also at once (A19)."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from crm_collection.credit_models import CreditLimit, CreditRelease
from crm_collection.crediting import check
from crm_collection.errors import CreditExceeded, CustomerOnHold
from crm_collection.permissions import CollectionPermission
from crm_contracts.models import Contract
from crm_receivables.events import DraftPosted
from crm_receivables.models import Invoice
from guanxi import Forbidden, InvalidInput, create, delete, fetch_value, get, update, use_actor
from tests.crm_collection.support import act, debtor
from tests.crm_contracts.support import YES, act as contract_act, draft, line, sign
from tests.crm_receivables.support import assert_ties, post, user

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def ready(customer: int, amount: int = 10_000) -> Contract:
    """A contract that only has to be signed."""
    return await contract_act(await draft(line(amount), customer_id=customer), "confirm", YES)


async def limited(customer: int, amount: int, **values: Any) -> CreditLimit:
    return await create(CreditLimit, {"customer": customer, "currency": "CNY", "amount": amount, **values})


async def owed(customer: int) -> int:
    return int(
        await fetch_value(
            "SELECT coalesce(sum(outstanding), 0) FROM crm_receivables_installment WHERE customer_id = $1", customer
        )
    )


async def test_a_contract_that_passes_the_limit_is_refused_as_a_whole() -> None:
    customer = await debtor("Acme")
    await limited(customer, 15_000)
    await post(customer, 5_000)
    await sign(await ready(customer))
    contract = await ready(customer, 1)
    with pytest.raises(CreditExceeded) as refused:
        await sign(contract)
    assert "CN¥150.01" in str(refused.value.text) and "Acme" in str(refused.value.text)
    assert (await get(Contract, contract.id)).state == "approved"
    assert await owed(customer) == 15_000
    await assert_ties()


async def test_of_contracts_signed_at_once_only_those_pass_that_fit() -> None:
    customer = await debtor()
    await limited(customer, 25_000)
    contracts = [await ready(customer) for _n in range(6)]
    found = await asyncio.gather(*(sign(each) for each in contracts), return_exceptions=True)
    assert sum(isinstance(each, Contract) for each in found) == 2
    assert sum(isinstance(each, CreditExceeded) for each in found) == 4
    assert await owed(customer) == 20_000
    await assert_ties()


async def test_an_invoice_posted_by_hand_is_refused_too() -> None:
    customer = await debtor("Acme")
    await limited(customer, 15_000)
    lines = [{"description": "x", "quantity": 1, "unit_price": 10_000, "tax_rate": 0}]
    drafts = [await create(Invoice, {"customer": customer, "currency": "CNY", "lines": lines}) for _n in range(4)]
    found = await asyncio.gather(*(act(Invoice, each.id, "post") for each in drafts), return_exceptions=True)
    assert sum(isinstance(each, CreditExceeded) for each in found) == 3
    assert await owed(customer) == 10_000
    states = (
        "SELECT count(*) FROM crm_receivables_invoice WHERE customer_id = $1 AND state = 'draft' AND number IS NULL"
    )
    assert await fetch_value(states, customer) == 3
    await assert_ties()


async def test_an_invoice_of_a_contract_that_was_let_pass_passes() -> None:
    customer = await debtor()
    contract = await sign(await ready(customer))
    limit = await limited(customer, 0)
    values = {"customer": customer, "currency": "CNY", "contract": contract.id}
    draft = await create(Invoice, {**values, "lines": [{"description": "x", "unit_price": 10_000}]})
    await act(CreditLimit, limit.id, "hold", reason="x")
    with pytest.raises(CustomerOnHold):
        await act(Invoice, draft.id, "post")
    await create(CreditRelease, {"contract": contract.id, "reason": "guarantee"})
    await act(Invoice, draft.id, "post")
    assert await owed(customer) == 20_000


async def test_a_contract_that_was_let_pass_lets_no_other_customer_pass() -> None:
    contract = await sign(await ready(await debtor("Other")))
    await create(CreditRelease, {"contract": contract.id, "reason": "guarantee"})
    customer = await debtor()
    await limited(customer, 0)
    invoice = await post(customer, 100)
    with pytest.raises(CreditExceeded):
        await check(DraftPosted(invoice, contract.id, customer, "CNY"))


async def test_an_invoice_without_a_contract_is_told_of_none() -> None:
    customer = await debtor()
    await limited(customer, 0)
    invoice = await post(customer, 100)
    for contract, said in ((None, "Raise the limit."), (5, "Raise the limit, or let the contract pass.")):
        with pytest.raises(CreditExceeded) as refused:
            await check(DraftPosted(invoice, contract, customer, "CNY"))
        assert str(refused.value).endswith(said)


async def test_another_currency_and_another_customer_are_free() -> None:
    customer = await debtor()
    await create(CreditLimit, {"customer": customer, "currency": "USD", "amount": 0})
    await sign(await ready(customer))
    await sign(await ready(await debtor("Other")))


async def test_on_hold_nothing_is_sold() -> None:
    customer = await debtor()
    limit = await limited(customer, 10**9)
    await act(CreditLimit, limit.id, "hold", reason="insolvency rumours")
    contract = await ready(customer, 100)
    with pytest.raises(CustomerOnHold) as refused:
        await sign(contract)
    assert "insolvency rumours" in str(refused.value.text)
    await act(CreditLimit, limit.id, "lift_hold")
    await sign(contract)


async def test_somebody_lets_one_contract_pass_with_a_reason() -> None:
    customer = await debtor()
    await limited(customer, 0)
    contract, other = await ready(customer), await ready(customer)
    clerk = await user("clerk", CollectionPermission.READ, CollectionPermission.LIMITS)
    with use_actor(clerk), pytest.raises(Forbidden):
        await create(CreditRelease, {"contract": contract.id, "reason": "please"})
    release = await create(CreditRelease, {"contract": contract.id, "reason": "guarantee of the parent"})
    assert release.customer_id == customer
    with pytest.raises(InvalidInput):
        await create(CreditRelease, {"contract": contract.id, "reason": "again"})
    await sign(contract)
    with pytest.raises(CreditExceeded):
        await sign(other)
    audit = "SELECT actor_kind FROM guanxi_audit WHERE resource = 'crm_collection/credit_releases'"
    assert await fetch_value(audit) == "system"


async def test_one_limit_for_each_customer_and_currency() -> None:
    customer = await debtor()
    limit = await limited(customer, 5)
    with pytest.raises(InvalidInput):
        await limited(customer, 6)
    with pytest.raises(InvalidInput):
        await update(CreditLimit, limit.id, {"amount": -1})
    await update(CreditLimit, limit.id, {"amount": 7})
    await delete(CreditLimit, limit.id)
