"""Pivots: exact numbers by row, column and currency, and links to exactly their records."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from urllib.parse import parse_qsl, urlsplit

import pytest
from sample_shop.models import Order, Shop
from sample_shop.permissions import ShopPermission as P

from guanxi import records
from guanxi.context import Company, current_company
from guanxi.db import count_statements, execute
from guanxi.declare.resources import Resource
from guanxi.i18n import use_locale
from guanxi.records.query import parse_list_query
from guanxi.views.frame import frame_of
from guanxi.views.pivot import Pivot, pivot_of
from guanxi.views.pivot_table import MOST_COLUMNS, MOST_ROWS, PivotTable, narrowed
from tests.kernel.conftest import acting


def orders() -> Resource:
    return current_company().catalog.resources["sample_shop/orders"]


async def pivot(address: str) -> Pivot:
    with use_locale("en"):
        return await pivot_of(await frame_of(orders(), parse_qsl(address), "pivot"))


def grid(table: PivotTable) -> list[list[str]]:
    rows = [*table.rows, table.totals]
    head = ["", *(head.label for head in table.columns), "Total"]
    return [head, *([row.head.label, *(cell.text for cell in row.cells), row.total.text] for row in rows)]


async def behind(href: str) -> set[str]:
    """The names of the records that an address lists; nothing of it is ignored."""
    query = parse_list_query(orders(), parse_qsl(urlsplit(href).query))
    return {row["name"] for row in (await records.page(orders(), query)).rows}


@pytest.fixture
async def some(in_shop: Company) -> None:
    shop = await records.create(Shop, {"name": "North"})
    for name, stage, total, code, due in (
        ("a", "draft", 100, "CNY", date(2026, 1, 31)),
        ("b", "draft", 250, "USD", date(2026, 2, 1)),
        ("c", "open", 50, "CNY", None),
        ("d", "closed", 7, "CNY", date(2026, 4, 30)),
        ("e", "draft", 1, "CNY", date(2026, 1, 1)),
    ):
        values = {"name": name, "stage": stage, "total": total, "currency": code, "due_on": due, "owner_id": 1}
        await records.create(Order, {**values, "weight": Decimal("1.5")})
    await execute("UPDATE sample_shop_order SET shop_id = $1 WHERE name IN ('a', 'c')", shop.id)
    await execute("UPDATE sample_shop_order SET shipped_at = $1", datetime(2026, 1, 31, 16, 30, tzinfo=UTC))


async def test_each_currency_has_a_table_of_its_own(some: None) -> None:
    made = await pivot("rows=stage&columns=due_on:month&measure=total")
    cny, usd = made.tables
    assert (cny.currency, usd.currency) == ("CNY", "USD")
    assert grid(cny) == [
        ["", "Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "Not set", "Total"],
        ["Draft", "CN¥1.01", "", "", "", "", "CN¥1.01"],
        ["Open", "", "", "", "", "CN¥0.50", "CN¥0.50"],
        ["Closed", "", "", "", "CN¥0.07", "", "CN¥0.07"],
        ["Total", "CN¥1.01", "", "", "CN¥0.07", "CN¥0.50", "CN¥1.58"],
    ]
    assert grid(usd) == [["", "Feb 2026", "Total"], ["Draft", "$2.50", "$2.50"], ["Total", "$2.50", "$2.50"]]


async def test_every_number_leads_to_its_records(some: None) -> None:
    made = await pivot("rows=stage&columns=due_on:month&measure=total")
    draft, opened, _closed = made.tables[0].rows
    assert draft.cells[0].href == "/sample_shop/orders?stage=draft&due_on=2026-01&currency=CNY"
    assert await behind(draft.cells[0].href) == {"a", "e"}
    assert await behind(draft.total.href) == {"a", "e"}
    assert await behind(opened.cells[4].href) == {"c"}
    assert await behind(made.tables[0].totals.cells[3].href) == {"d"}
    assert await behind(made.tables[0].totals.total.href) == {"a", "c", "d", "e"}
    assert await behind(made.tables[1].totals.total.href) == {"b"}


async def test_links_keep_the_filters(some: None) -> None:
    made = await pivot("rows=due_on:year&measure=count&due_on=2026-01&due_on=2026-02&stage=draft&q=a")
    (table,) = made.tables
    assert grid(table) == [["", "Total"], ["2026", "1"], ["Total", "1"]]
    assert await behind(table.rows[0].total.href) == {"a"}
    by_stage = await pivot("rows=stage&measure=count&stage=draft&stage=open")
    assert grid(by_stage.tables[0]) == [["", "Total"], ["Draft", "3"], ["Open", "1"], ["Total", "4"]]
    assert await behind(by_stage.tables[0].rows[0].total.href) == {"a", "b", "e"}
    assert await behind(by_stage.tables[0].totals.total.href) == {"a", "b", "c", "e"}


def test_values_of_one_name_are_joined_by_and() -> None:
    params = [("stage", "draft"), ("stage", "open"), ("any1.total.ge", "1")]
    both = [("any2.stage", "draft"), ("any2.stage", "open"), ("any1.total.ge", "1"), ("stage", "open")]
    assert narrowed(params, [("stage", "open")]) == both
    assert narrowed([("stage", "open")], [("stage", "open")]) == [("stage", "open")]


async def test_counts_decimals_and_relations(some: None) -> None:
    counted = await pivot("rows=shop&columns=stage&measure=count")
    assert grid(counted.tables[0]) == [
        ["", "Draft", "Open", "Closed", "Total"],
        ["North", "1", "1", "", "2"],
        ["Not set", "2", "", "1", "3"],
        ["Total", "3", "1", "1", "5"],
    ]
    assert await behind(counted.tables[0].rows[1].cells[0].href) == {"b", "e"}
    weighed = await pivot("rows=stage&measure=weight")
    assert [row.total.text for row in weighed.tables[0].rows] == ["4.5", "1.5", "1.5"]
    assert weighed.tables[0].totals.total.plain == "7.500"


async def test_days_are_those_of_the_companys_zone(some: None) -> None:
    made = await pivot("rows=shipped_at:month&measure=count")
    assert grid(made.tables[0]) == [["", "Total"], ["Feb 2026", "5"], ["Total", "5"]]
    assert len(await behind(made.tables[0].rows[0].total.href)) == 5


async def test_an_address_without_a_choice_has_one(some: None) -> None:
    made = await pivot("")
    assert [option.value for option in made.rows if option.selected] == ["stage"]
    assert [option.value for option in made.columns if option.selected] == ["due_on:month"]
    assert [option.value for option in made.measures if option.selected] == ["total"]
    assert made.swap_href == "/sample_shop/orders/pivot?rows=due_on%3Amonth&columns=stage&measure=total&chart=bars"


async def test_what_cannot_be_is_left_out_and_said(some: None) -> None:
    made = await pivot("rows=notes&columns=due_on:hour&measure=margin&chart=pie")
    assert [option.value for option in made.rows if option.selected] == ["stage"]
    assert len(made.ignored) == 3
    assert [option.value for option in made.charts if option.selected] == ["bars"]


async def test_charts_put_time_along_the_axis(some: None) -> None:
    made = await pivot("rows=stage&columns=due_on:month&measure=count&chart=line")
    chart = made.tables[0].chart
    assert chart is not None and chart.kind == "line"
    assert chart.series == ["Draft", "Open", "Closed"]
    assert (chart.rows[0].label, chart.rows[0].values) == ("Jan 2026", ["2", "0", "0"])
    shares = (await pivot("rows=stage&columns=due_on:month&measure=count&chart=shares")).tables[0].chart
    assert shares is not None and [(s.label, s.value) for s in shares.shares] == [
        ("Draft", "3"),
        ("Open", "1"),
        ("Closed", "1"),
    ]
    assert (await pivot("rows=stage&chart=none")).tables[0].chart is None


async def test_one_statement_and_only_what_one_may_see(some: None) -> None:
    await execute("UPDATE sample_shop_order SET owner_id = NULL WHERE name = 'e'")
    with acting(1, P.READ), use_locale("en"):
        frame = await frame_of(
            orders(), [("rows", "stage"), ("columns", "due_on:month"), ("measure", "count")], "pivot"
        )
        with count_statements() as counted:
            made = await pivot_of(frame)
    assert counted.count == 1
    assert made.tables[0].totals.total.text == "4"


async def test_at_most_fifty_rows_and_twenty_four_columns(in_shop: Company) -> None:
    await execute(
        "INSERT INTO sample_shop_shop (name, revision, created_at, updated_at)"
        " SELECT 'Shop ' || n, 1, now(), now() FROM generate_series(1, 60) n"
    )
    await execute(
        "INSERT INTO sample_shop_order (name, shop_id, due_on, total, revision, created_at, updated_at, stage, notes,"
        " currency, weight, rush, margin, email, pin)"
        " SELECT 'x', s.id, date '2026-01-01' + n, 1, 1, now(), now(), 'draft', '', 'CNY', 0, false, 0, '', ''"
        " FROM sample_shop_shop s, generate_series(1, 40) n WHERE n <= 40"
    )
    made = await pivot("rows=shop&columns=due_on:day&measure=count")
    (table,) = made.tables
    assert (len(table.rows), len(table.columns)) == (MOST_ROWS, MOST_COLUMNS)
    assert (table.rows_left, table.columns_left) == (10, 16)
    assert table.columns[-1].label == "Feb 10, 2026"
    assert table.totals.total.text == "2,000"
    assert made.left_out == 400


async def test_nothing_is_no_table(in_shop: Company) -> None:
    assert (await pivot("rows=stage&measure=total")).tables == []
