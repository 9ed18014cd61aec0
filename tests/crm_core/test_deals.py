"""A customer's value and last deal, as contracts and invoices tell them; and data that should be checked."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

import pytest

from crm_contracts import deals as contract_deals
from crm_core.checking import CONFIRM_DATA, GLANCE, outdated
from crm_core.deals import COUNT_DEALS, count_deals
from crm_core.extensions import CUSTOMER_DEALS, Deals, DealSource
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.settings import CoreSettings
from crm_core.views import CUSTOMERS
from crm_receivables.payments import void_invoice
from crm_receivables.posting import post_invoices
from guanxi import Company, InvalidInput, create, current_company, enqueue, execute, get, settings_of, update, use_actor
from guanxi.jobs import run_pending
from guanxi.records import read
from tests.crm_core.support import SALES, customer, user
from tests.crm_receivables.support import an_invoice

pytestmark = pytest.mark.usefixtures("inside")


async def test_invoices_make_a_customers_value_and_voiding_takes_it_back(company: Company) -> None:
    one, other = await customer("春意"), await customer("秋实")
    invoices = [
        an_invoice(one.id, 10_000, posted_on=date(2026, 3, 1)),
        an_invoice(one.id, 5_000, posted_on=date(2026, 4, 1)),
        an_invoice(other.id, 700, posted_on=date(2026, 2, 1), currency="USD"),
    ]
    [_first, second, _foreign] = await post_invoices(invoices)
    assert second is not None
    revision = (await get(Customer, one.id)).revision
    await run_pending()
    counted = await get(Customer, one.id)
    assert (counted.value, counted.value_currency, counted.last_deal_on) == (15_000, "CNY", date(2026, 4, 1))
    assert counted.revision == revision
    foreign = await get(Customer, other.id)
    assert (foreign.value, foreign.last_deal_on) == (0, date(2026, 2, 1))
    await void_invoice(second)
    await run_pending()
    counted = await get(Customer, one.id)
    assert (counted.value, counted.last_deal_on) == (10_000, date(2026, 3, 1))


async def test_all_are_counted_again_each_night(company: Company) -> None:
    one = await customer("春意")
    await execute("UPDATE crm_core_customer SET value = 99, last_deal_on = '2020-01-01'")
    await enqueue(COUNT_DEALS)
    await run_pending()
    assert ((await get(Customer, one.id)).value, (await get(Customer, one.id)).last_deal_on) == (0, None)


async def test_counting_nobody_and_nothing_changes_nothing() -> None:
    one = await customer("春意")
    await count_deals([])
    await count_deals([one.id, 999])
    assert (await get(Customer, one.id)).value == 0


async def test_value_cannot_be_typed() -> None:
    seller = await user("Seller")
    one = await customer("春意", owner=seller.id)
    with use_actor(seller), pytest.raises(InvalidInput):
        await update(Customer, one.id, {"value": 5})


async def test_data_is_to_be_checked_after_a_year(company: Company) -> None:
    seller = await user("Seller", SALES)
    one = await customer("春意", owner=seller.id)
    await execute("UPDATE crm_core_customer SET created_at = $1", datetime(2025, 3, 15, 4, tzinfo=UTC))
    one = await get(Customer, one.id)
    assert not outdated(one, date(2026, 3, 14))
    assert outdated(one, date(2026, 3, 15))
    with use_actor(seller):
        assert [str(figure.label) for figure in (await GLANCE.load(one.id)).figures] == ["Data not checked since"]
        await CONFIRM_DATA.run(one, {})
        checked = await get(Customer, one.id)
        assert (await GLANCE.load(one.id)).figures == []
    assert checked.verified_on is not None
    company.settings["crm_core"] = {"check_after": 0}
    company.cache.clear()
    assert not outdated(one, date(2036, 1, 1))


async def test_a_first_entry_may_have_to_be_complete(company: Company) -> None:
    seller = await user("Seller")
    values = {"name": "春意空调有限公司", "phone": "0512-62881234"}
    company.settings["crm_core"] = {"incomplete": "refuse"}
    company.cache.clear()
    assert settings_of(CoreSettings).incomplete == "refuse"
    with use_actor(seller):
        with pytest.raises(InvalidInput) as refused:
            await create(Customer, values)
        assert set(refused.value.fields) == {"address", "industry", "introduction"}
        with pytest.raises(InvalidInput) as refused:
            await create(Customer, {"name": "王五", "kind": "person", "mobile": "13800138000", "gender": "male"})
        assert set(refused.value.fields) == {"province", "city"}
        person = {"name": "王五", "kind": "person", "mobile": "13800138000", "gender": "male"}
        made = await create(Customer, {**person, "address": "深圳市南山区1号"})
        assert (await update(Customer, made.id, {"gender": None})).gender is None


async def test_who_counts_later_reads_later() -> None:
    """The first count waits inside; what is posted meanwhile is counted by the second, and stays."""
    one = await customer("春意")
    entered, go = asyncio.Event(), asyncio.Event()
    catalog = current_company().catalog
    [source] = [each for each in catalog.extensions(CUSTOMER_DEALS) if each.name == "crm_receivables.invoices"]

    async def slow(ids: list[int], currency: str) -> list[Deals]:
        found = await source.load(ids, currency)
        entered.set()
        await go.wait()
        return found

    first = asyncio.create_task(count_deals([one.id], [DealSource("slow", slow)]))
    await entered.wait()
    await post_invoices([an_invoice(one.id, 500, posted_on=date(2026, 3, 1))])
    second = asyncio.create_task(count_deals([one.id]))
    await asyncio.sleep(0.2)
    assert not second.done()
    go.set()
    await asyncio.gather(first, second)
    assert (await get(Customer, one.id)).value == 500


@pytest.mark.parametrize(("with_invoices", "value"), [(True, 0), (False, 12_000)])
async def test_a_signed_contract_counts_where_nothing_is_invoiced(with_invoices: bool, value: int) -> None:
    one = await customer("春意")
    await execute(
        "INSERT INTO crm_contracts_contract (customer_id, number, title, state, currency, total, subtotal, tax, yearly,"
        " signed_on, payment_method, language, our_signatory, their_signatory, terms, terms_en, annex, annex_en,"
        " revision, created_at, updated_at) VALUES ($1, 'HT-2026-000001', 'x', 'active', 'CNY', 12000, 12000, 0, 0,"
        " '2026-05-01', 'bank_transfer', 'zh_CN', '', '', '', '', '', '', 1, now(), now())",
        one.id,
    )
    await count_deals([one.id], [contract_deals.DAYS if with_invoices else contract_deals.DEALS])
    counted = await get(Customer, one.id)
    assert (counted.value, counted.last_deal_on) == (value, date(2026, 5, 1))
    chosen = [each for each in current_company().catalog.extensions(CUSTOMER_DEALS) if "contracts" in each.name]
    assert chosen == [contract_deals.DAYS]  # receivables are enabled here


async def test_who_may_not_know_what_was_sold_does_not() -> None:
    one = await customer("春意")
    await execute("UPDATE crm_core_customer SET value = 5, value_currency = 'CNY', last_deal_on = '2026-05-01'")
    with use_actor(await user("Clerk", (CorePermission.READ, CorePermission.SEE_ALL))):
        assert "value" not in await read(CUSTOMERS, one.id)
        assert (await GLANCE.load(one.id)).figures == []
    with use_actor(await user("Seller", (CorePermission.READ, CorePermission.SEE_ALL, CorePermission.SEE_VALUE))):
        assert (await read(CUSTOMERS, one.id))["value"] == 5
        assert (await GLANCE.load(one.id)).figures[0].value == "CN¥0.05"
