"""Imports of customers and cards that are there already: change them, fill what is empty, or leave them."""

from __future__ import annotations

from typing import Any

import pytest

from crm_core.contact_models import ContactPoint
from crm_core.importing import write
from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from guanxi import Actor, Existing, ImportResult, ImportRow, elevated, find, get, transaction, use_actor
from guanxi.imports import DryRun, dry_run
from guanxi.views.import_changes import changed_fields, changed_values
from tests.crm_core.support import MANAGER, customer, user

pytestmark = pytest.mark.usefixtures("inside")
NAME = "靖江市春意空调有限公司"
FILE = f"公司名称,电话,手机,级别,网址\n{NAME},0512-62889999,13812345678,重点客户,https://a.example\n".encode()


async def _import(existing: Existing, **values: Any) -> ImportResult:
    async with transaction():
        return await write([ImportRow(2, {"name": NAME, **values}, existing)])


async def _customer() -> Customer:
    with elevated():
        [found] = await find(Customer)
    return found


async def test_only_what_is_empty_is_filled() -> None:
    boss, li = await user("Boss", MANAGER), await user("Li")
    await customer(NAME, website="", province="浙江省", owner_id=boss.id)
    with use_actor(boss):
        given = {"website": "https://a.example", "phone": "0512-62889999", "tags": ["VIP"], "owner": li.id}
        result = await _import(Existing.FILL, **given, external_id="A1")
        again = await _import(Existing.FILL, **given, external_id="A1")
    assert (result.created, result.updated, again.updated, again.unchanged) == (0, 1, 0, 1)
    made = await _customer()
    assert (made.website, made.phone, made.tags, made.external_id) == (
        *("https://a.example", "0512-62881234", ["VIP"]),
        "A1",
    )
    assert (made.kind, made.owner_id, made.province, made.revision) == ("organization", boss.id, "浙江省", 2)


async def test_nothing_of_what_is_left_as_it_is_changes_and_new_ones_come_in() -> None:
    boss = await user("Boss", MANAGER)
    before = await customer(NAME)
    with use_actor(boss):
        result = await _import(Existing.LEAVE, website="https://a.example", birth_month=2, external_id="A1")
        fresh = await _import(Existing.LEAVE, name="秋实食品", phone="0512-62881234")
    assert (result.unchanged, result.problems, fresh.created) == (1, [], 1)
    assert (await get_elevated(before.id)).revision == before.revision


async def get_elevated(id: int) -> Customer:
    with elevated():
        return await get(Customer, id)


async def test_a_birthday_is_filled_in_with_its_calendar() -> None:
    one = await customer("张三", kind="person", phone="0512-62881234")
    with use_actor(await user("Boss", MANAGER)):
        async with transaction():
            values = {"name": "张三", "birth_calendar": "lunar", "birth_month": 5, "birth_day": 30}
            await write([ImportRow(2, values, Existing.FILL)])
            await write([ImportRow(2, {**values, "birth_calendar": "solar", "birth_day": 1}, Existing.FILL)])
    found = await get_elevated(one.id)
    assert (found.birth_calendar, found.birth_month, found.birth_day) == ("lunar", 5, 30)


async def _try(actor: Actor, existing: str = "change") -> DryRun:
    with use_actor(actor):
        return await dry_run("crm_core/customers", "c.csv", FILE, existing=existing)


async def test_the_dry_run_shows_what_changes_in_words() -> None:
    boss = await user("Boss", MANAGER)
    await customer(NAME)
    run = await _try(boss)
    with use_actor(boss):
        assert [(each.label, each.now, each.then) for each in changed_values(run.changes)] == [
            ("Phone", "0512-62881234", "0512-62889999"),
            ("Mobile", "", "13812345678"),
            ("Website", "", "https://a.example"),
            ("Level", "", "Key account"),
        ]
        filled = changed_fields((await _try(boss, "fill")).changes)
    assert [(each.label, each.records) for each in filled] == [("Mobile", 1), ("Website", 1), ("Level", 1)]
    assert changed_fields((await _try(boss, "leave")).changes) == []


async def test_numbers_stay_covered_in_the_dry_run() -> None:
    clerk = await user("Clerk", (*(each for each in MANAGER if each is not CorePermission.SEE_NUMBERS),))
    await customer(NAME)
    run = await _try(clerk)
    with use_actor(clerk):
        shown = {each.label: (each.now, each.then) for each in changed_values(run.changes)}
    assert (shown["Phone"], shown["Mobile"]) == (("051******1234", "051******9999"), ("", "138****5678"))


CARD = (
    f"BEGIN:VCARD\nVERSION:3.0\nUID:w-1\nFN:王小明\nORG:{NAME}\nTITLE:经理\nTEL;TYPE=CELL:13812345678\n"
    "TEL;TYPE=CELL:13900000002\nEND:VCARD\n"
).encode()
OTHER = CARD.replace("经理".encode(), "总监".encode()).replace(b"UID:w-1\n", b"UID:w-1\nEMAIL:w@example.com\n")


@pytest.mark.parametrize(
    ("existing", "after"),
    [("change", ("总监", "w@example.com", 2)), ("fill", ("经理", "w@example.com", 2)), ("leave", ("经理", "", 1))],
)
async def test_cards_heed_it_too(existing: str, after: tuple[str, str, int]) -> None:
    from crm_core.vcard_import import VCARD_IMPORT, read_vcards
    from guanxi.imports import read_plan
    from guanxi.imports.rows import RowParser
    from guanxi.imports.target import find_target

    with use_actor(await user("Boss", MANAGER)):
        for file, way in ((CARD, "change"), (OTHER, existing)):
            target = find_target("crm_core/vcards")
            plan = read_plan(target.read(file), target, existing=way)
            async with transaction():
                rows, problems = await RowParser(plan).parse(plan.table.rows)
                result = await VCARD_IMPORT.write(rows)
            assert problems == [] and read_vcards(file) is not None
        [contact] = await find(Contact)
        assert (contact.job_title, contact.email, contact.revision) == after
        assert len(await find(ContactPoint)) == 1
        assert {name for change in result.changes for name in change.values} == {
            "change": {"job_title", "email"},
            "fill": {"email"},
            "leave": set(),
        }[existing]
