from __future__ import annotations

import pytest
from sample_shop.models import Order

from guanxi import records
from guanxi.auth import create_user
from guanxi.context import Company
from guanxi.db import execute, fetch, fetch_row, fetch_value
from guanxi.desk.mentions import mentioned_in
from guanxi.desk.notes import add_note, delete_note, notes_of
from guanxi.errors import NotFound, TooManyRequests
from tests.kernel.conftest import acting

ORDERS = "sample_shop/orders"
READ, ALL = "sample_shop.read", "sample_shop.see_all"
pytestmark = pytest.mark.usefixtures("in_shop")


async def _user(login: str, name: str, *permissions: str) -> int:
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
        login,
        list(permissions),
    )
    return await create_user(login, name, roles=[role])


async def _order(owner: int) -> int:
    order = await records.create(Order, {"name": "Boiler", "owner_id": owner})
    return int(order.id)


async def _notified() -> list[tuple[int, str, str, str]]:
    rows = await fetch("SELECT user_id, kind, href, detail FROM guanxi_notification ORDER BY id")
    return [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("@ann please", ["Ann Lee"]),
        ("@Ann Lee, and @王敏请看", ["Ann Lee", "王敏"]),
        ("请@王敏看", ["王敏"]),
        ("@ANNA", ["Anna"]),
        ("write to info@ann.example", []),
        ("@annabel @nobody @ @", []),
        ("@ann @ann.lee @ann", ["Ann Lee", "Second"]),
        ("no mention", []),
    ],
)
async def test_who_is_mentioned(text: str, people: list[str]) -> None:
    for login, name in (("ann", "Ann Lee"), ("anna", "Anna"), ("wang", "王敏"), ("ann.lee", "Second")):
        await create_user(login, name)
    await execute("UPDATE guanxi_user SET active = false WHERE login = 'nobody'")
    assert [person.name for person in await mentioned_in(text)] == people


async def test_a_name_of_two_people_mentions_both() -> None:
    first, second = await create_user("a1", "王敏"), await create_user("a2", "王敏")
    assert [person.id for person in await mentioned_in("@王敏 hello")] == [first, second]


async def test_whoever_is_mentioned_and_may_see_the_record_is_told() -> None:
    seeing, blind, author = (
        await _user("seeing", "Seeing", READ, ALL),
        await _user("blind", "Blind", READ),
        await _user("author", "Author", READ),
    )
    order = await _order(author)
    with acting(author, READ):
        note = await add_note(ORDERS, order, "@seeing @blind @author <b>look</b>")
    assert (note.told, note.blind) == (["Seeing"], ["Blind"])
    href = f"/{ORDERS}/{order}#timeline"
    assert await _notified() == [(seeing, "mention", href, "@seeing @blind @author <b>look</b>")]
    row = await fetch_row("SELECT author_id, mentions, text FROM guanxi_note")
    assert row is not None and tuple(row)[:2] == (author, [seeing, blind])
    entry = await fetch_row("SELECT resource, record_id, label, after FROM guanxi_audit WHERE action = 'note.add'")
    assert entry is not None and tuple(entry)[:3] == (ORDERS, order, "Boiler")
    assert entry["after"] == {"note": note.id, "text": "@seeing @blind @author <b>look</b>"}


async def test_foreign_records_have_no_notes() -> None:
    mine, other = await _user("mine", "Mine", READ), await _user("other", "Other", READ)
    order = await _order(mine)
    with acting(other, READ):
        for key, id in ((ORDERS, order), (ORDERS, 2**63), ("no/such", 1), (ORDERS, 10**6)):
            with pytest.raises(NotFound):
                await add_note(key, id, "x")
            with pytest.raises(NotFound):
                await notes_of(key, id)
    assert await fetch_value("SELECT count(*) FROM guanxi_note") == 0
    assert await _notified() == []


async def test_one_deletes_ones_own_note_and_the_audit_log_keeps_it() -> None:
    mine, boss = await _user("mine", "Mine", READ), await _user("boss", "Boss", READ, ALL)
    order = await _order(mine)
    with acting(mine, READ):
        note = await add_note(ORDERS, order, "remember")
        assert [(n.text, n.author) for n in await notes_of(ORDERS, order)] == [("remember", "Mine")]
    with acting(boss, READ, ALL), pytest.raises(NotFound):
        await delete_note(note.id)
    with acting(mine, READ):
        assert await delete_note(note.id) == f"/{ORDERS}/{order}"
        assert await notes_of(ORDERS, order) == []
        with pytest.raises(NotFound):
            await delete_note(note.id)
    before = await fetch_value("SELECT before FROM guanxi_audit WHERE action = 'note.delete'")
    assert before == {"note": note.id, "text": "remember"}


async def test_notes_come_newest_first_and_go_on() -> None:
    mine = await _user("mine", "Mine", READ)
    order = await _order(mine)
    with acting(mine, READ):
        ids = [(await add_note(ORDERS, order, f"note {index}")).id for index in range(5)]
        first = await notes_of(ORDERS, order, limit=2)
        rest = await notes_of(ORDERS, order, before=first[-1].id)
    assert [note.id for note in (*first, *rest)] == ids[::-1]


async def test_nobody_writes_more_than_sixty_a_minute(in_shop: Company) -> None:
    mine = await _user("mine", "Mine", READ)
    order = await _order(mine)
    with acting(mine, READ), pytest.raises(TooManyRequests):
        for index in range(61):
            await add_note(ORDERS, order, f"{index}")
    assert await fetch_value("SELECT count(*) FROM guanxi_note") == 60
