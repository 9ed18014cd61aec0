"""What a product costs whom on which day; no two prices ever hold at once."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.merging import PRICE_LISTS
from crm_contracts.models import Product
from crm_contracts.price_models import Price, PriceAssignment, PriceList
from crm_contracts.pricing import Wanted, prices_of
from guanxi import (
    Actor,
    Conflict,
    InvalidInput,
    Unconfirmed,
    create,
    current_company,
    delete,
    execute,
    fetch,
    fetch_value,
    find,
    show_date,
    today,
    update,
    use_actor,
    use_locale,
    where,
)
from guanxi.context import SYSTEM, Company, confirming, use_company
from guanxi.db import count_statements
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.pricing import assign, price, price_list
from tests.crm_contracts.support import customer, product, user

DAY = date(2026, 6, 15)


async def costs(
    of: Product, customer_id: int | None = None, quantity: str = "1", day: date = DAY, **more: Any
) -> int | None:
    found = await prices_of(
        [Wanted(0, of.id, Decimal(quantity))], customer_id, more.pop("currency", "CNY"), day, **more
    )
    return found[0].unit_price


async def value_class(name: str = "Gold") -> int:
    model = current_company().catalog.resources["crm_core/terms"].model
    return int((await create(model, {"kind": "value_class", "name": name})).id)


async def test_the_customers_list_goes_before_the_value_classs_before_the_standard_one(inside: Company) -> None:
    made, buyer, gold = await product(price=100), await customer(), await value_class()
    assert await costs(made, buyer) == 100
    await price(await price_list(standard=True), made, 90)
    assert await costs(made, buyer) == 90
    classes = await price_list("Gold")
    await price(classes, made, 80)
    await assign(classes, value_class=gold)
    assert await costs(made, buyer) == 90
    await execute("UPDATE crm_core_customer SET value_class_id = $2 WHERE id = $1", buyer, gold)
    assert await costs(made, buyer) == 80
    own = await price_list("Own")
    await assign(own, customer=buyer)
    assert await costs(made, buyer) == 80, "a list without the product leaves it to the next"
    await price(own, made, 70)
    assert await costs(made, buyer) == 70
    assert await costs(made) == 90
    chosen = await price_list("Fair")
    await price(chosen, made, 60)
    assert await costs(made, buyer, price_list_id=chosen.id) == 60
    await update(PriceList, own.id, {"active": False})
    assert await costs(made, buyer) == 80


async def test_other_currencies_have_their_own_prices(inside: Company) -> None:
    made = await product(price=100)
    assert await costs(made, currency="EUR") is None
    await price(await price_list("Euro", currency="EUR", standard=True), made, 15)
    assert await costs(made, currency="EUR") == 15
    assert await costs(made) == 100


async def test_the_highest_quantity_that_is_reached_counts(inside: Company) -> None:
    made, standard = await product(price=100), await price_list(standard=True)
    for quantity, amount in (("1", 90), ("10", 80), ("100.5", 70)):
        await price(standard, made, amount, from_quantity=Decimal(quantity))
    asked = ("0", "0.9999", "1", "9.9999", "10", "100.4999", "100.5", "1000")
    assert [await costs(made, quantity=each) for each in asked] == [100, 100, 90, 90, 80, 80, 70, 70]


async def test_prices_hold_from_their_first_to_their_last_day(inside: Company) -> None:
    made, standard = await product(price=100), await price_list(standard=True)
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    await price(standard, made, 90, valid_from=first, valid_until=last)
    await price(standard, made, 80, valid_from=last + timedelta(days=1))
    days = (first - timedelta(days=1), first, last, last + timedelta(days=1), date(2999, 1, 1))
    assert [await costs(made, day=day) for day in days] == [100, 90, 90, 80, 80]


async def test_a_list_holds_from_its_first_to_its_last_day(inside: Company) -> None:
    made = await product(price=100)
    await price(await price_list(standard=True, valid_from=DAY, valid_until=DAY), made, 90)
    days = [DAY + timedelta(days=step) for step in (-1, 0, 1)]
    assert [await costs(made, day=day) for day in days] == [100, 90, 100]


async def test_all_lines_by_one_statement(inside: Company) -> None:
    standard, made = await price_list(standard=True), [await product(f"P{n}", price=n) for n in range(20)]
    for each in made[::2]:
        await price(standard, each, 1000)
    wanted = [Wanted(place, each.id, Decimal(1)) for place, each in enumerate(made)]
    with count_statements() as count:
        found = await prices_of(wanted, None, "CNY", DAY)
    assert (count.count, len(found)) == (1, 20)
    assert [found[place].unit_price for place in range(4)] == [1000, 1, 1000, 3]
    assert found[0].price_list_id == standard.id and found[1].price_list_id is None


SPANS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(-3, 12), st.integers(0, 8), st.booleans(), st.integers(1, 99)), max_size=9
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=SPANS)
async def test_at_most_one_price_of_a_day_whatever_is_entered(
    inside: Company, spans: list[tuple[int, int, int, bool, int]]
) -> None:
    """The database takes exactly what overlaps nothing, and each day has the price that was taken for it."""
    with use_company(inside), use_actor(SYSTEM):
        for table in ("price_assignment", "price", "price_list", "product"):
            await execute(f"DELETE FROM crm_contracts_{table}")
        made, standard = await product(price=1_000_000), await price_list(standard=True)
        expected: dict[tuple[int, int], int] = {}
        for quantity, start, length, for_ever, amount in spans:
            days = range(start, 40 if for_ever else start + length + 1)
            values = {
                "from_quantity": Decimal(quantity),
                "valid_from": DAY + timedelta(days=start),
                "valid_until": None if for_ever else DAY + timedelta(days=start + length),
            }
            try:
                await price(standard, made, amount, **values)
            except InvalidInput as error:
                assert "holds for some of these days already" in str(error.fields["valid_from"])
                assert any((quantity, day) in expected for day in days)
            else:
                assert not any((quantity, day) in expected for day in days)
                expected |= {(quantity, day): amount for day in days}
        for day in range(-5, 25):
            reached = [expected[quantity, day] for quantity in (2, 1, 0) if (quantity, day) in expected]
            want = reached[0] if reached else 1_000_000
            assert await costs(made, quantity="2", day=DAY + timedelta(days=day)) == want


async def test_of_two_that_overlap_at_the_same_time_one_wins(inside: Company) -> None:
    made, standard = await product(), await price_list(standard=True)
    results = await asyncio.gather(
        *(price(standard, made, n, valid_from=DAY + timedelta(days=n)) for n in range(6)), return_exceptions=True
    )
    assert sum(isinstance(result, Price) for result in results) == 1
    assert all(isinstance(result, Price | InvalidInput | Conflict) for result in results)
    assert await fetch_value("SELECT count(*) FROM crm_contracts_price") == 1


async def test_bad_prices_and_lists(inside: Company) -> None:
    made, standard = await product(), await price_list(standard=True)
    with pytest.raises(InvalidInput) as days:
        await price(standard, made, 1, valid_from=DAY, valid_until=DAY - timedelta(days=1))
    assert days.value.fields.keys() == {"valid_until"}
    with pytest.raises(InvalidInput) as currency:
        await price(standard, made, 1, currency="EUR")
    assert currency.value.fields.keys() == {"currency"}
    with pytest.raises(InvalidInput):
        await price_list("Another", standard=True)
    with pytest.raises(InvalidInput):
        await assign(standard)
    buyer = await customer()
    with pytest.raises(InvalidInput):
        await assign(standard, customer=buyer, value_class=await value_class())
    level = await fetch_value("SELECT id FROM crm_core_term WHERE kind = 'level' LIMIT 1")
    with pytest.raises(InvalidInput):
        await assign(standard, value_class=level)
    await assign(standard, customer=buyer)
    with pytest.raises(InvalidInput):
        await assign(await price_list("Second"), customer=buyer)
    with pytest.raises(Conflict):
        await delete(PriceList, standard.id)


MANAGER = frozenset({"crm_contracts.contracts.read", "crm_contracts.prices.manage"})


async def change(of: PriceList, percent: str, day: date, *, yes: bool = True) -> Any:
    resource = current_company().catalog.resource_of[PriceList]
    action = find_action(resource, "change_prices", "record")
    values = {"percent": Decimal(percent), "from_on": day}
    with use_actor(Actor(kind="user", id=1, name="manager", permissions=MANAGER)), confirming(yes):
        return await run_action(resource, action, of.id, values)


async def spans(of: PriceList) -> list[tuple[Any, ...]]:
    found = await find(Price, where.eq("price_list", of.id), order="id", limit=50)
    return [(each.product_id, each.unit_price, each.valid_from, each.valid_until) for each in found]


async def test_all_prices_of_a_list_change_from_a_day_on(inside: Company) -> None:
    standard = await price_list(standard=True)
    a, b, c = [(await product(code)) for code in "ABC"]
    day, yesterday = today() + timedelta(days=10), today() + timedelta(days=9)
    await price(standard, a, 1_005)
    await price(standard, b, 200, valid_until=yesterday)
    await price(standard, b, 333, valid_from=day, valid_until=day)
    await price(standard, c, 50, valid_from=day + timedelta(days=5))
    with pytest.raises(Unconfirmed, match="3 prices change by 10 %"):
        await change(standard, "10", day, yes=False)
    outcome = await change(standard, "10", day)
    assert outcome.data == {"prices": 3}
    assert await spans(standard) == [
        (a.id, 1_005, None, yesterday),
        (b.id, 200, None, yesterday),
        (b.id, 366, day, day),
        (c.id, 55, day + timedelta(days=5), None),
        (a.id, 1_106, day, None),
    ]
    assert [await costs(a, day=each) for each in (yesterday, day)] == [1_005, 1_106]
    noted = await fetch(
        "SELECT action FROM guanxi_audit WHERE resource = 'crm_contracts/prices' ORDER BY id DESC LIMIT 4"
    )
    assert [row["action"] for row in noted] == ["update"] * 3 + ["create"]
    with pytest.raises(InvalidInput):
        await change(standard, "5", today() - timedelta(days=1))
    with pytest.raises(InvalidInput):
        await change(await price_list("Empty"), "5", day)


async def test_two_changes_at_once_come_one_after_the_other(inside: Company) -> None:
    made, standard = await product(), await price_list(standard=True)
    await price(standard, made, 100)
    day = today() + timedelta(days=1)
    await asyncio.gather(change(standard, "10", day), change(standard, "20", day))
    assert await costs(made, day=day) == 132
    assert len(await spans(standard)) == 2


async def test_who_does_not_see_a_customer_does_not_see_its_list(inside: Company) -> None:
    seller = await user("seller", ("crm_core.customers.read", "crm_contracts.contracts.read"))
    mine, other = await customer(owner=seller.id), await customer("南通瑞和机电有限公司")
    made, lists = await product(), [await price_list(name) for name in ("Mine", "Other", "Nobody", "Class")]
    standard = await price_list(standard=True)
    for each in (*lists, standard):
        await price(each, made, 5)
    await assign(lists[0], customer=mine)
    await assign(lists[1], customer=other)
    await assign(lists[3], value_class=await value_class())
    await assign(standard, customer=await customer("上海江南贸易有限公司"))
    with use_actor(seller):
        seen = {each.name for each in await find(PriceList)}
        prices = {each.price_list_id for each in await find(Price)}
        assert [each.customer_id for each in await find(PriceAssignment, order="id")] == [mine, None]
    assert seen == {"Mine", "Nobody", "Class", "Standard"}
    assert prices == {lists[0].id, lists[2].id, lists[3].id, standard.id}


async def test_lists_follow_a_merge_of_customers_and_come_back(inside: Company) -> None:
    survivor, loser = await customer(), await customer("南通瑞和机电有限公司")
    yuan, other, euro = await price_list("A"), await price_list("B"), await price_list("C", currency="EUR")
    await assign(yuan, customer=survivor)
    await assign(other, customer=loser)
    await assign(euro, customer=loser)

    async def lists() -> list[tuple[int, int]]:
        rows = await fetch("SELECT customer_id, price_list_id FROM crm_contracts_price_assignment ORDER BY id")
        return [(row["customer_id"], row["price_list_id"]) for row in rows]

    before = await lists()
    memory = await PRICE_LISTS.move(loser, survivor) if PRICE_LISTS.move else None
    assert await lists() == [(survivor, yuan.id), (loser, other.id), (survivor, euro.id)]
    assert PRICE_LISTS.back is not None
    await PRICE_LISTS.back(loser, survivor, memory)
    assert await lists() == before


async def test_what_is_in_the_way_is_named(inside: Company) -> None:
    made, standard = await product(price=100), await price_list(standard=True)
    last = DAY + timedelta(days=9)
    kept = await price(standard, made, 9_000, from_quantity=Decimal(5), valid_from=DAY, valid_until=last)
    with pytest.raises(InvalidInput) as overlap:
        await price(standard, made, 1, from_quantity=Decimal(5), valid_from=last)
    text = overlap.value.fields["valid_from"]
    assert str(text) == (
        "The price CN¥90.00 of “Maintenance” from quantity 5 holds for some of these days already: "
        f"{show_date(DAY)} to {show_date(last)}."
    )
    with use_locale("zh_CN"):
        assert str(text).startswith("“")
    await price(standard, made, 8_000, from_quantity=Decimal(5), valid_from=last + timedelta(days=1))
    await update(Price, kept.id, {"unit_price": 1, "valid_until": last})
    with pytest.raises(InvalidInput) as overlap:
        await update(Price, kept.id, {"valid_until": None})
    assert f"from {show_date(last + timedelta(days=1))} on" in str(overlap.value.fields["valid_from"])
    with pytest.raises(InvalidInput) as second:
        await price_list("Second", standard=True)
    assert str(second.value.fields["standard"]) == f"“{standard.name}” is the standard list for CNY already."
    other = await price_list("Other")
    with pytest.raises(InvalidInput):
        await update(PriceList, other.id, {"standard": True})
    await update(PriceList, standard.id, {"standard": True, "name": "Renamed"})
