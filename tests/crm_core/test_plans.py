"""Lists and searches of 20,000 customers read no more of the table than they show."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crm_core.views import CUSTOMERS
from guanxi import Actor, ListQuery, execute, fetch, page, use_actor, where
from tests.crm_core.support import MANAGER, SALES, customer, fill, user

pytestmark = pytest.mark.usefixtures("inside")


async def _scans(monkeypatch: pytest.MonkeyPatch, query: ListQuery) -> tuple[set[str], int]:
    """The kinds of scans of customers that the list's statement makes, and how many rows it shows."""
    seen: list[tuple[str, tuple[Any, ...]]] = []

    async def spy(sql: str, *args: Any) -> Any:
        seen.append((sql, args))
        return await fetch(sql, *args)

    with monkeypatch.context() as patch:
        patch.setattr("guanxi.records.reading.fetch", spy)
        shown = await page(CUSTOMERS, query)
    [(sql, args)] = seen
    [plan] = await fetch(f"EXPLAIN (FORMAT JSON) {sql}", *args)
    tree = plan["QUERY PLAN"]
    found: set[str] = set()
    _collect((json.loads(tree) if isinstance(tree, str) else tree)[0]["Plan"], found)
    return found, len(shown.rows)


def _collect(node: dict[str, Any], found: set[str]) -> None:
    if node.get("Relation Name") == "crm_core_customer":
        found.add(node["Node Type"])
    for child in node.get("Plans", ()):
        _collect(child, found)


LISTS = (
    *(ListQuery(sort=sort) for sort in ("", "-name", "code", "-id", "next_contact_on", "-last_contact_on")),
    *(ListQuery(search=text) for text in ("春意", "19999有限", "0512-62001234", "c1234@example.com")),
    ListQuery(where=where.eq("stage", "potential")),
)


async def test_no_list_reads_the_whole_table(monkeypatch: pytest.MonkeyPatch) -> None:
    li, wang, boss = await user("Li", SALES), await user("Wang", SALES), await user("Boss", MANAGER)
    await fill(20_000, li.id or 0)
    await execute("UPDATE crm_core_customer SET owner_id = $1 WHERE id % 50 = 0", wang.id)
    await execute("VACUUM ANALYZE crm_core_customer")
    made = await customer("靖江市春意空调有限公司", owner=boss.id)
    with use_actor(boss):
        for query in LISTS:
            scans, _rows = await _scans(monkeypatch, query)
            assert "Seq Scan" not in scans, query
        for text in ("春意", "市春意空", made.code):
            found = await page(CUSTOMERS, ListQuery(search=text, columns=("name",)))
            assert [row["id"] for row in found.rows] == [made.id]
    await _own_lists(monkeypatch, li)
    await _own_lists(monkeypatch, wang)


async def _own_lists(monkeypatch: pytest.MonkeyPatch, actor: Actor) -> None:
    with use_actor(actor):
        for query in (ListQuery(), ListQuery(sort="-name"), ListQuery(sort="-id")):
            scans, rows = await _scans(monkeypatch, query)
            assert "Seq Scan" not in scans, query
            assert rows == 50
