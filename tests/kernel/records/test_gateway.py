"""The gateway: permission, scope, field rules, revision and audit on every read and write."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sample_shop.models import Order, Shop
from sample_shop.permissions import ShopPermission as P

from guanxi import records
from guanxi.context import ANONYMOUS, Company, current_company, elevated, use_actor, use_company
from guanxi.db import fetch, fetch_row, fetch_value
from guanxi.errors import Conflict, Forbidden, InvalidInput, NotFound, Stale, Unauthenticated
from guanxi.i18n import use_locale
from guanxi.records.actions import find_action, run_action
from guanxi.records.input import parse_json
from tests.kernel.conftest import acting

CLERK = (P.READ, P.WRITE, P.DELETE)


@pytest.fixture
async def users(in_shop: Company) -> tuple[int, int]:
    rows = await fetch(
        "INSERT INTO guanxi_user (login, name, email, password_hash, active, administrator, locale, revision,"
        " created_at, updated_at) SELECT l, l, '', '', true, false, 'en', 1, now(), now()"
        " FROM unnest(ARRAY['ann', 'bob']) AS l RETURNING id"
    )
    return rows[0]["id"], rows[1]["id"]


async def digest() -> Any:
    """All that the database holds of orders and audit."""
    return await fetch_value(
        "SELECT md5(coalesce((SELECT string_agg(t::text, '' ORDER BY t::text) FROM ("
        " SELECT o::text AS t FROM sample_shop_order o UNION ALL SELECT l::text FROM sample_shop_order_line l"
        " UNION ALL SELECT a::text FROM guanxi_audit a) AS x), ''))"
    )


async def test_creates_with_defaults_lines_and_audit(users: tuple[int, int]) -> None:
    ann, _bob = users
    with acting(ann, *CLERK):
        order = await records.create(
            Order, {"name": "First", "lines": [{"text": "a", "price": 700}, {"text": "b", "price": 300}]}
        )
        row = await records.read(records_resource("orders"), order.id)
    assert (row["owner"]["id"], order.total, order.revision, order.created_by_id) == (ann, 1000, 1, ann)
    assert [line["text"] for line in row["lines"]] == ["a", "b"]
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE resource = 'sample_shop/orders'")
    assert entry is not None
    assert (entry["action"], entry["actor_id"], entry["record_id"], entry["label"]) == (
        "create",
        ann,
        order.id,
        "First",
    )
    assert entry["before"] is None and entry["after"]["total"] == 1000


def records_resource(name: str) -> Any:
    return current_company().catalog.resources[f"sample_shop/{name}"]


async def test_updates_only_what_differs_and_counts_the_revision(users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK):
        order = await records.create(Order, {"name": "First", "notes": "n"})
        same = await records.update(Order, order.id, {"name": "First"}, revision=1)
        assert same.revision == 1
        changed = await records.update(Order, order.id, {"name": "Second", "notes": "n"}, revision=1, reason="why")
        assert (changed.name, changed.revision) == ("Second", 2)
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE action = 'update' AND resource LIKE 'sample%'")
    assert entry is not None
    assert (entry["before"], entry["after"], entry["reason"]) == ({"name": "First"}, {"name": "Second"}, "why")


async def test_a_stale_save_shows_what_is_there_now(users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK):
        order = await records.create(Order, {"name": "First"})
        await records.update(Order, order.id, {"name": "Second"}, revision=1)
        with pytest.raises(Stale) as stale:
            await records.update(Order, order.id, {"name": "Third"}, revision=1)
        assert stale.value.current["name"] == "Second" and stale.value.current["revision"] == 2


async def test_twenty_savers_of_one_revision_and_one_wins(shop: Company, users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK):
        order = await records.create(Order, {"name": "0"})

    async def save(n: int) -> bool:
        with use_company(shop), acting(users[0], *CLERK):
            try:
                await records.update(Order, order.id, {"name": str(n + 1)}, revision=1)
            except Stale:
                return False
            return True

    assert sum(await asyncio.gather(*(save(n) for n in range(20)))) == 1


async def test_what_is_out_of_scope_does_not_exist(users: tuple[int, int]) -> None:
    ann, bob = users
    with acting(ann, *CLERK):
        order = await records.create(Order, {"name": "Ann's"})
    before = await digest()
    with acting(bob, *CLERK, P.CLOSE):
        for attempt in (
            lambda: records.get(Order, order.id),
            lambda: records.lock(Order, order.id),
            lambda: records.read(records_resource("orders"), order.id),
            lambda: records.update(Order, order.id, {"name": "mine"}),
            lambda: records.delete(Order, order.id),
            lambda: run_action(
                records_resource("orders"),
                find_action(records_resource("orders"), "close", "record"),
                order.id,
                {"why": "x", "fail": False},
            ),
        ):
            with pytest.raises(NotFound):
                await attempt()
        page = await records.page(records_resource("orders"), records.ListQuery())
        assert page.rows == []
        assert await records.find(Order) == []
        assert await records.count(Order) == 0
    with acting(bob, P.READ, P.SEE_ALL):
        assert (await records.get(Order, order.id)).name == "Ann's"
    assert await digest() == before


@pytest.mark.parametrize("id", [0, -1, 2**63, 10**30])
async def test_ids_that_cannot_be(users: tuple[int, int], id: int) -> None:
    with acting(users[0], *CLERK), pytest.raises(NotFound):
        await records.get(Order, id)


async def test_each_write_needs_its_permission(users: tuple[int, int]) -> None:
    ann, _bob = users
    with acting(ann, *CLERK):
        order = await records.create(Order, {"name": "Ann's"})
    before = await digest()
    with acting(ann, P.READ):
        with pytest.raises(Forbidden):
            await records.create(Order, {"name": "x"})
        with pytest.raises(Forbidden):
            await records.update(Order, order.id, {"name": "x"})
        with pytest.raises(Forbidden):
            await records.delete(Order, order.id)
    with acting(ann), pytest.raises(Forbidden):
        await records.get(Order, order.id)
    with use_actor(ANONYMOUS), pytest.raises(Unauthenticated):
        await records.get(Order, order.id)
    assert await digest() == before


async def test_field_rules(users: tuple[int, int]) -> None:
    ann, bob = users
    with acting(ann, *CLERK):
        with pytest.raises(InvalidInput) as refused:
            await records.create(Order, {"name": "x", "total": 5, "rush": True, "margin": 3, "stage": "closed"})
        assert set(refused.value.fields) == {"total", "rush", "margin", "stage"}
        with pytest.raises(InvalidInput) as refused:
            await records.create(Order, {"name": "x", "owner": bob})
        assert set(refused.value.fields) == {"owner"}
        order = await records.create(Order, {"name": "x", "pin": "1234"})
        row = await records.read(records_resource("orders"), order.id)
        assert "margin" not in row and "pin" not in row
        with pytest.raises(InvalidInput) as refused:
            await records.update(Order, order.id, {"currency": "EUR"})
        assert set(refused.value.fields) == {"currency"}
    with acting(ann, *CLERK, P.MARGIN, P.RUSH):
        changed = await records.update(Order, order.id, {"margin": 30, "rush": True})
        assert (changed.margin, changed.rush) == (30, True)
        assert (await records.read(records_resource("orders"), order.id))["margin"] == 30
    audit = await fetch("SELECT after FROM guanxi_audit WHERE resource LIKE 'sample%'")
    assert audit[0]["after"]["pin"] == "***"


async def test_a_relation_must_be_visible(users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK), pytest.raises(InvalidInput) as refused:
        await records.create(Order, {"name": "x", "shop": 999})
    assert set(refused.value.fields) == {"shop"}


async def test_nobody_writes_out_of_their_own_sight(users: tuple[int, int]) -> None:
    ann, bob = users
    with acting(ann, *CLERK):
        order = await records.create(Order, {"name": "x"})
    before = await digest()
    with acting(ann, *CLERK):
        resource = records_resource("orders")
        original = resource.prepare

        async def give_away(change: Any) -> None:
            change.values["owner_id"] = bob

        object.__setattr__(resource, "prepare", give_away)
        try:
            with pytest.raises(Forbidden):
                await records.update(Order, order.id, {"name": "y"})
        finally:
            object.__setattr__(resource, "prepare", original)
    assert await digest() == before


async def test_a_closed_record_stays_as_it_is(users: tuple[int, int]) -> None:
    ann, _bob = users
    with acting(ann, *CLERK):
        order = await records.create(Order, {"name": "x"})
    with elevated():
        await records.update(Order, order.id, {"stage": "closed"})
    with acting(ann, *CLERK):
        with pytest.raises(Conflict):
            await records.update(Order, order.id, {"name": "y"})
        with pytest.raises(Conflict):
            await records.delete(Order, order.id)


async def test_lines_are_compared_with_what_is_there(users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK):
        order = await records.create(Order, {"name": "x", "lines": [{"text": "a", "price": 1}, {"text": "b"}]})
        lines = (await records.read(records_resource("orders"), order.id))["lines"]
        await records.update(
            Order, order.id, {"lines": [{"id": lines[1]["id"], "text": "B"}, {"text": "c", "price": 5}]}
        )
        after = (await records.read(records_resource("orders"), order.id))["lines"]
        assert [(line["id"] == lines[1]["id"], line["text"], line["price"]) for line in after] == [
            (True, "B", 0),
            (False, "c", 5),
        ]
        other = await records.create(Order, {"name": "y", "lines": [{"text": "theirs"}]})
        theirs = (await records.read(records_resource("orders"), other.id))["lines"][0]["id"]
        before = await digest()
        with pytest.raises(InvalidInput):
            await records.update(Order, order.id, {"lines": [{"id": theirs, "text": "stolen"}]})
        with pytest.raises(InvalidInput) as refused:
            await records.update(Order, order.id, {"lines": [{"text": "x" * 101, "order": 1}, {}]})
        assert set(refused.value.fields) == {"lines.0.text", "lines.0.order", "lines.1.text"}
        assert await digest() == before


async def test_deletes_with_lines_and_not_what_others_need(users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK):
        shop = await records.create(Shop, {"name": "s", "code": "1"})
        order = await records.create(Order, {"name": "x", "shop": shop.id, "lines": [{"text": "a"}]})
        with pytest.raises(Conflict):
            await records.delete(Shop, shop.id)
        await records.delete(Order, order.id)
        assert await fetch_value("SELECT count(*) FROM sample_shop_order_line") == 0
        await records.delete(Shop, shop.id)


async def test_a_unique_value_is_an_error_of_its_field(users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK):
        await records.create(Shop, {"name": "s", "code": "1"})
        with pytest.raises(InvalidInput) as refused:
            await records.create(Shop, {"name": "t", "code": "1"})
        assert set(refused.value.fields) == {"code"}


async def test_an_action_that_fails_leaves_nothing(users: tuple[int, int]) -> None:
    with acting(users[0], *CLERK, P.CLOSE):
        order = await records.create(Order, {"name": "x"})
        resource = records_resource("orders")
        close = find_action(resource, "close", "record")
        before = await digest()
        with pytest.raises(Conflict):
            await run_action(resource, close, order.id, {"why": "x", "fail": True})
        assert await digest() == before
        outcome = await run_action(resource, close, order.id, {"why": "done", "fail": False})
        assert outcome.data == {"total": 0}
        with pytest.raises(Conflict):
            await run_action(resource, close, order.id, {"why": "again", "fail": False})


@pytest.fixture
def clerk(users: tuple[int, int]) -> Iterator[None]:
    with acting(users[0], *CLERK):
        yield


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"name"}),
        ({"name": ""}, {"name"}),
        ({"name": "   "}, {"name"}),
        ({"name": 5}, {"name"}),
        ({"name": "a\x00b"}, {"name"}),
        ({"name": "a\nb"}, {"name"}),
        ({"name": "x" * 61}, {"name"}),
        ({"name": "x", "weight": "NaN"}, {"weight"}),
        ({"name": "x", "weight": 1.5}, {"weight"}),
        ({"name": "x", "weight": "1.2345"}, {"weight"}),
        ({"name": "x", "weight": "9" * 13}, {"weight"}),
        ({"name": "x", "weight": "1_000"}, {"weight"}),
        ({"name": "x", "weight": "١"}, {"weight"}),
        ({"name": "x", "due_on": "2026-02-30"}, {"due_on"}),
        ({"name": "x", "due_on": "0001-01-01"}, {"due_on"}),
        ({"name": "x", "shipped_at": "yesterday"}, {"shipped_at"}),
        ({"name": "x", "currency": "XXY"}, {"currency"}),
        ({"name": "x", "shop": "1"}, {"shop"}),
        ({"name": "x", "shop": 2**63}, {"shop"}),
        ({"name": "x", "email": "no"}, {"email"}),
        ({"name": "x", "lines": {}}, {"lines"}),
        ({"name": "x", "lines": [3]}, {"lines.0"}),
        ({"name": "x", "lines": [{"text": "a", "price": True}]}, {"lines.0.price"}),
        ({"name": "x", "lines": [{"text": "a", "price": 10**16}]}, {"lines.0.price"}),
        ({"name": "x", "lines": [{"text": "a"}] * 51}, {"lines"}),
        ({"name": "x", "lines": [{"id": [1], "text": "a"}]}, {"lines.0.id"}),
        ({"name": "x", "lines": [{"id": {}, "text": "a"}]}, {"lines.0.id"}),
        ({"name": "x", "nonsense": 1}, {"nonsense"}),
    ],
)
async def test_bad_json_names_each_field(clerk: None, body: dict[str, Any], wrong: set[str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_json(records_resource("orders"), body, partial=False)
    assert set(refused.value.fields) == wrong


async def test_pages_by_key_without_loss_or_repeat(clerk: None) -> None:
    resource = records_resource("orders")
    for n in range(25):
        due = None if n % 3 else date(2026, 1, 1 + n % 4)
        await records.create(Order, {"name": f"n{n % 5}", "due_on": due})
    for sort in ("name", "-name", "due_on", "-due_on", "id", "-id", "total"):
        seen: list[int] = []
        after = ""
        while True:
            page = await records.page(resource, records.ListQuery(sort=sort, limit=4, after=after))
            seen += [row["id"] for row in page.rows]
            if page.next_cursor is None:
                break
            after = page.next_cursor
        assert len(seen) == len(set(seen)) == 25, sort


async def test_a_record_is_named_in_the_readers_language(in_shop: Company) -> None:
    roles = in_shop.catalog.resources["guanxi/roles"]
    ids = [
        row["id"]
        for row in await fetch(
            "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
            " VALUES ('Tester', '测试员', '[]', 1, now(), now()), ('Plain', '', '[]', 1, now(), now()) RETURNING id"
        )
    ]
    assert await records.labels(roles, ids) == {ids[0]: "Tester", ids[1]: "Plain"}
    with use_locale("zh_CN"):
        assert await records.labels(roles, ids) == {ids[0]: "测试员", ids[1]: "Plain"}
        assert (await records.options(roles, "测试"))[0]["label"] == "测试员"


@pytest.mark.parametrize("empty", [None, ""])
async def test_an_empty_choice_is_the_default_and_never_stored(users: tuple[int, int], empty: Any) -> None:
    ann, _bob = users
    given = {"name": "First", "currency": empty, "weight": None, "lines": [{"text": "a", "quantity": None}]}
    with acting(ann, *CLERK):
        order = await records.create(Order, given)
        row = await records.read(records_resource("orders"), order.id)
        assert (row["currency"], row["weight"], row["lines"][0]["quantity"]) == ("CNY", 0, 1)
        before = await digest()
        with pytest.raises(InvalidInput) as refused:
            await records.update(Order, order.id, {"weight": None})
        assert set(refused.value.fields) == {"weight"}
        assert await digest() == before
