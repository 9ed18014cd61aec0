"""Mails to a customer, and the addresses, numbers and members that came and went, in its timeline."""

from __future__ import annotations

import pytest

from crm_core import privacy
from crm_core.contact_models import Address, ContactPoint
from crm_core.follow_up_models import Member
from crm_core.models import Contact
from crm_core.permissions import CorePermission
from crm_core.views import CUSTOMERS
from guanxi import Actor, create, current_company, delete, elevated, execute, fetch_value, get, use_actor, use_locale
from guanxi.records.actions import find_action, run_action
from guanxi.views.timeline import timeline
from tests.crm_core.support import MANAGER, SALES, customer, user

pytestmark = pytest.mark.usefixtures("inside")
NAME = "靖江市春意空调有限公司"


async def _mail(to: str, subject: str, state: str = "sent") -> None:
    await execute(
        'INSERT INTO guanxi_mail ("to", to_name, subject, text, html, state, message_id, error, revision, created_at,'
        " updated_at) VALUES ($1, '', $2, '', '', $3, $2, '', 1, clock_timestamp(), clock_timestamp())",
        to,
        subject,
        state,
    )


async def _told(actor: Actor, id: int, shown: str) -> list[tuple[str, str]]:
    with use_actor(actor), use_locale("en"):
        return [(entry.title, entry.line) for entry in (await timeline(CUSTOMERS, id, shown=shown)).entries]


async def test_mails_to_the_customer_its_contacts_and_its_further_addresses() -> None:
    li = await user("Li")
    made = await customer(NAME, email="info@a.cn", owner=li.id)
    with elevated():
        await create(Contact, {"customer": made.id, "name": "Wang", "email": "Wang@A.cn"})
        await create(ContactPoint, {"customer": made.id, "kind": "email", "value": "more@a.cn"})
    await _mail("INFO@a.cn", "one")
    await _mail("wang@a.cn", "two")
    await _mail("more@a.cn", "three", "failed")
    await _mail("other@a.cn", "four")
    assert await _told(li, made.id, "mails") == [
        ("Mail", "three · more@a.cn · Not sent"),
        ("Mail", "two · wang@a.cn"),
        ("Mail", "one · INFO@a.cn"),
    ]
    clerk = await user("Clerk", (CorePermission.READ, CorePermission.SEE_ALL))
    assert (await _told(clerk, made.id, "mails"))[1] == ("Mail", "two · w***@a.cn")


async def test_subjects_of_others_are_not_read_by_noting_their_address() -> None:
    li, boss = await user("Li"), await user("Boss", MANAGER)
    await customer("秋实食品有限公司", email="info@b.cn", owner=boss.id)
    await execute("UPDATE guanxi_user SET email = 'Boss@us.cn' WHERE id = $1", boss.id)
    mine = await customer(NAME, owner=li.id)
    with elevated():
        for address in ("info@b.cn", "boss@us.cn", "own@a.cn"):
            await create(ContactPoint, {"customer": mine.id, "kind": "email", "value": address})
    for address in ("info@b.cn", "boss@us.cn", "own@a.cn"):
        await _mail(address, f"to {address}")
    assert await _told(li, mine.id, "mails") == [("Mail", "to own@a.cn · own@a.cn")]
    assert [line for _title, line in await _told(boss, mine.id, "mails")] == [
        "to own@a.cn · own@a.cn",
        "to info@b.cn · info@b.cn",
    ]


async def test_what_came_and_went_is_told_with_who_and_numbers_covered() -> None:
    boss, helper = await user("Boss", MANAGER), await user("Helper")
    made = await customer(NAME, owner=boss.id)
    team = current_company().catalog.resources["crm_core/members"]
    with use_actor(boss):
        place = await create(Address, {"customer": made.id, "kind": "other", "address": "江苏省泰州市人民路1号"})
        point = await create(ContactPoint, {"customer": made.id, "kind": "mobile", "value": "13812345678"})
        member = await create(Member, {"customer": made.id, "user": helper.id})
        await delete(Address, place.id)
        with elevated():
            await delete(ContactPoint, point.id)
        await run_action(team, find_action(team, "remove", "record"), (await get(Member, member.id)).id, {})
    assert await _told(boss, made.id, "data") == [
        ("Left the team", "Helper"),
        ("Number removed", "13812345678"),
        ("Address removed", "江苏省泰州市人民路1号"),
        ("Joined the team", "Helper"),
        ("Number added", "13812345678"),
        ("Address added", "江苏省泰州市人民路1号"),
    ]
    clerk = await user("Clerk", (CorePermission.READ, CorePermission.SEE_ALL))
    assert ("Number added", "138****5678") in await _told(clerk, made.id, "data")
    with use_actor(boss), use_locale("en"):
        assert {entry.who for entry in (await timeline(CUSTOMERS, made.id, shown="data")).entries} == {"Boss"}


async def test_what_is_gone_goes_from_the_log_when_a_customer_is_anonymized() -> None:
    made = await customer(NAME)
    boss = await user("Boss", (*SALES, *CorePermission))
    with use_actor(boss):
        place = await create(Address, {"customer": made.id, "kind": "other", "address": "江苏省泰州市人民路1号"})
        point = await create(ContactPoint, {"customer": made.id, "kind": "mobile", "value": "13812345678"})
        await delete(Address, place.id)
        await delete(ContactPoint, point.id)
        await privacy.anonymize(made.id, "request")
    left = "SELECT count(*) FROM guanxi_audit a WHERE to_jsonb(a)::text LIKE ANY(ARRAY['%人民路%', '%13812345678%'])"
    assert await fetch_value(left) == 0
    assert await _told(boss, made.id, "data") == []
