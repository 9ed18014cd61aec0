"""Groups: counts and sums of exactly what the actor may see and the filter leaves."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sample_shop.models import Order, Shop
from sample_shop.permissions import ShopPermission as P

from guanxi import records
from guanxi.context import Company, current_company
from guanxi.db import count_statements, execute
from guanxi.declare.resources import Resource
from guanxi.declare.where import ALWAYS
from guanxi.records.grouping import group_param, group_where, groupable, parse_groups, totals
from guanxi.records.query import parse_list_query, read_list_query
from guanxi.records.values import Wrong
from tests.kernel.conftest import acting


def orders() -> Resource:
    return current_company().catalog.resources["sample_shop/orders"]


@pytest.fixture
async def some(in_shop: Company) -> list[int]:
    shop = await records.create(Shop, {"name": "North"})
    made = []
    for name, stage, total, code, due in (
        ("a", "draft", 100, "CNY", date(2026, 1, 31)),
        ("b", "draft", 250, "USD", date(2026, 2, 1)),
        ("c", "open", 50, "CNY", None),
        ("d", "closed", 7, "CNY", date(2026, 2, 28)),
    ):
        values = {
            "name": name,
            "stage": stage,
            "total": total,
            "currency": code,
            "due_on": due,
            "weight": Decimal("1.5"),
        }
        made.append((await records.create(Order, {**values, "owner_id": 1})).id)
    await execute("UPDATE sample_shop_order SET shop_id = $1 WHERE name IN ('a', 'c')", shop.id)
    await execute("UPDATE sample_shop_order SET shipped_at = $1", datetime(2026, 1, 31, 16, 30, tzinfo=UTC))
    return made


async def test_counts_and_sums_by_currency_in_the_declared_order(some: list[int]) -> None:
    with count_statements() as counted:
        found = await totals(orders(), ALWAYS, parse_groups(orders(), "stage"))
    assert [(row.keys, row.count, row.sums["total"]) for row in found] == [
        (("draft",), 2, [("CNY", 100), ("USD", 250)]),
        (("open",), 1, [("CNY", 50)]),
        (("closed",), 1, [("CNY", 7)]),
    ]
    assert found[0].sums["weight"] == [(None, Decimal("3.000"))]
    assert counted.count == 1


async def test_without_groups_there_is_one_row_for_all(some: list[int]) -> None:
    (row,) = await totals(orders(), ALWAYS)
    assert (row.keys, row.count, row.sums["total"]) == ((), 4, [("CNY", 157), ("USD", 250)])
    assert [row.count for row in await totals(orders(), parse_list_query(orders(), [("stage", "open")]).where)] == [1]


async def test_two_levels_with_names_and_months(some: list[int]) -> None:
    found = await totals(orders(), ALWAYS, parse_groups(orders(), "shop,due_on:month"), ())
    assert [(row.names[0], row.keys[1], row.count) for row in found] == [
        ("North", date(2026, 1, 1), 1),
        ("North", None, 1),
        ("", date(2026, 2, 1), 2),
    ]


async def test_instants_count_to_the_day_of_the_company(some: list[int]) -> None:
    (row,) = await totals(orders(), ALWAYS, parse_groups(orders(), "shipped_at:day"))
    assert row.keys == (date(2026, 2, 1),)  # 16:30 UTC is the next day in Shanghai


@pytest.mark.parametrize("text", ["stage", "shop", "due_on:month", "due_on:day", "shipped_at:quarter", "due_on:week"])
async def test_the_filter_of_a_group_leaves_that_group(some: list[int], text: str) -> None:
    (grouping,) = parse_groups(orders(), text)
    await execute("UPDATE sample_shop_order SET shipped_at = shipped_at + interval '1 year' WHERE name = 'd'")
    found = await totals(orders(), ALWAYS, (grouping,))
    assert len(found) > 1
    for row in found:
        query = parse_list_query(orders(), [group_param(grouping, row.keys[0])])
        assert await records.count(Order, query.where) == row.count
        assert await records.count(Order, group_where(grouping, row.keys[0])) == row.count


async def test_only_what_the_actor_may_see_is_counted(some: list[int]) -> None:
    with acting(999, P.READ):
        assert await totals(orders(), ALWAYS, parse_groups(orders(), "stage")) == []
    with acting(1, P.READ):
        assert sum(row.count for row in await totals(orders(), ALWAYS, parse_groups(orders(), "stage"))) == 4


async def test_what_may_not_be_read_groups_nothing(in_shop: Company) -> None:
    with acting(1, P.READ, P.SEE_ALL):
        assert "margin" not in [shape.name for shape in groupable(orders())]
        for text in ("margin", "pin", "name", "nothing", "stage,shop,due_on", "due_on:century"):
            with pytest.raises(Wrong):
                parse_groups(orders(), text)


async def test_or_groups_relative_dates_and_oneself(some: list[int]) -> None:
    async def names(*params: tuple[str, str]) -> list[str]:
        query = parse_list_query(orders(), params)
        return [row["name"] for row in (await records.page(orders(), query)).rows]

    assert await names(("any1.stage", "open"), ("any1.total.ge", "200")) == ["b", "c"]
    assert await names(("any1.stage", "open"), ("any1.total.ge", "200"), ("any2.name.contains", "B")) == ["b"]
    assert await names(("due_on", "2026-02")) == ["b", "d"]
    assert await names(("due_on.ge", "2026-02"), ("due_on.lt", "2026-02-28")) == ["b"]
    assert await names(("due_on.ne", "2026-Q1")) == []
    assert await names(("total.min", "2.50")) == ["b"]
    assert await names(("shipped_at", "2026-01-31")) == []
    with acting(1, P.READ, P.SEE_ALL):
        assert await names(("owner", "me")) == ["a", "b", "c", "d"]


async def test_a_page_takes_what_it_can(in_shop: Company) -> None:
    found = read_list_query(
        orders(), [("stage", "open"), ("nothing", "1"), ("q", "x" * 100_000), ("sort", "pin"), ("columns", "name,gone")]
    )
    assert found.query.search == "" and found.query.sort == "" and found.query.columns == ("name",)
    assert found.bad == {"nothing", "q", "sort", "columns"}
    assert str(found.ignored[0]) == "nothing: There is no such field to filter by."
