"""Tags of customers: set, put on and taken off many at once, searched for, shown, and over the API."""

from __future__ import annotations

import asyncio
from contextvars import copy_context

import pytest

from crm_core.models import Customer
from crm_core.views import CUSTOMERS
from guanxi import Company, InvalidInput, get, read, update, use_actor
from guanxi.db import fetch_value
from guanxi.records import page, parse_list_query
from guanxi.records.bulk import Selection, bulk_update
from guanxi.records.input import parse_form, parse_json
from guanxi.records.undo import find_undo, undo
from guanxi.views.lists import list_page
from guanxi.views.timeline import timeline
from tests.crm_core.support import MANAGER, customer, user

pytestmark = pytest.mark.usefixtures("inside")


async def _tags(id: int) -> list[str]:
    found = (await read(CUSTOMERS, id))["tags"]
    assert isinstance(found, list)
    return found


async def test_a_form_sets_them_and_the_history_tells() -> None:
    made = await customer("上海云帆信息技术有限公司")
    with use_actor(await user("Boss", MANAGER)):
        await update(Customer, made.id, parse_form(CUSTOMERS, {"tags": "vip，展会, VIP"}, partial=True))
        assert await _tags(made.id) == ["vip", "展会"]
        (entry, *_rest) = (await timeline(CUSTOMERS, made.id)).entries
        assert [(c.before, c.after) for c in entry.changes] == [("", "vip · 展会")]
        await update(Customer, made.id, parse_form(CUSTOMERS, {"tags": ""}, partial=True))
        assert await _tags(made.id) == []


async def test_the_api_replaces_or_changes_them() -> None:
    made = await customer("上海云帆信息技术有限公司", tags=["a", "b"])
    await update(Customer, made.id, parse_json(CUSTOMERS, {"tags": {"add": ["c"], "remove": ["A"]}}, partial=True))
    assert await _tags(made.id) == ["b", "c"]
    await update(Customer, made.id, parse_json(CUSTOMERS, {"tags": ["only"]}, partial=True))
    assert await _tags(made.id) == ["only"]
    refused: tuple[object, ...] = ("text", [1], {"add": [], "x": []}, ["x" * 41])
    for wrong in refused:
        with pytest.raises(InvalidInput):
            parse_json(CUSTOMERS, {"tags": wrong}, partial=True)


async def test_a_list_is_filtered_by_one_of_them() -> None:
    for name, tags in (("甲", ["vip"]), ("乙", ["vip", "展会"]), ("丙", [])):
        await customer(f"上海{name}信息有限公司", tags=tags)

    async def names(*params: tuple[str, str]) -> list[str]:
        return [row["name"][2] for row in (await page(CUSTOMERS, parse_list_query(CUSTOMERS, params))).rows]

    assert sorted(await names(("tags", "vip"))) == ["乙", "甲"]
    assert await names(("tags", "展会")) == ["乙"]
    assert sorted(await names(("tags", "展会"), ("tags", "vip"))) == ["乙", "甲"]
    assert sorted(await names(("tags.ne", "展会"))) == ["丙", "甲"]
    assert await names(("tags.null", "1")) == ["丙"]
    for wrong in ("tags.ge", "tags.contains"):
        with pytest.raises(InvalidInput):
            await names((wrong, "vip"))


async def test_a_tag_in_the_list_leads_to_all_that_have_it() -> None:
    await customer("上海云帆信息技术有限公司", tags=["v&p"])
    with use_actor(await user("Boss", MANAGER)):
        listed = await list_page(CUSTOMERS, [("columns", "name,tags")])
    assert listed.rows[0].cells[1].tags == [("v&p", "/crm_core/customers?columns=name%2Ctags&tags=v%26p")]


async def test_many_get_a_tag_keep_their_own_and_get_it_taken_back() -> None:
    ids = [(await customer(f"上海{name}信息有限公司", tags=[name])).id for name in "甲乙丙"]
    with use_actor(await user("Boss", MANAGER)):
        report = await bulk_update(CUSTOMERS, Selection(tuple(ids)), {"tags": {"add": ["vip", "甲"]}})
        assert (report.changed, report.refused) == (3, [])
        assert [await _tags(id) for id in ids] == [["甲", "vip"], ["乙", "vip", "甲"], ["丙", "vip", "甲"]]
        assert report.operation is not None
        await undo(await find_undo(report.operation))
        assert [await _tags(id) for id in ids] == [["甲"], ["乙"], ["丙"]]


async def test_tags_put_on_at_the_same_time_are_all_kept(company: Company) -> None:
    id = (await customer("上海云帆信息技术有限公司")).id

    async def put(tag: str) -> None:
        await update(Customer, id, {"tags": {"add": [tag]}})

    tasks = [asyncio.get_running_loop().create_task(put(f"t{n}"), context=copy_context()) for n in range(12)]
    await asyncio.gather(*tasks)
    assert set(await _tags(id)) == {f"t{n}" for n in range(12)}
    assert (await get(Customer, id)).revision == 13


async def test_the_index_serves_the_filter() -> None:
    assert await fetch_value("SELECT count(*) FROM pg_indexes WHERE indexname = 'crm_core_customer_tags'") == 1
