"""Who gets wishes, with which words and gifts; once, whatever stops or runs at once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from crm_care import jobs, merging as care_merging, sending
from crm_core import merging, privacy
from crm_core.permissions import CorePermission
from crm_loyalty import services as loyalty
from guanxi import enqueue, execute, fetch, send_mail, transaction, use_actor
from guanxi.context import Company
from guanxi.jobs.worker import run_pending
from tests.crm_care.support import born, celebrant, change, consent, mails, make_plan, messages, on, send
from tests.crm_core.support import user
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import campaign, states

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_only_who_agreed_and_can_be_reached_gets_wishes(make_customer: MakeCustomer) -> None:
    await make_plan()
    one, silent, withdrawn, gone, lost, nowhere, contact = [await celebrant(make_customer) for _n in range(7)]
    await execute("UPDATE crm_core_customer SET birth_month = 7 WHERE id = $1", silent)
    unasked = await make_customer()
    await born(unasked, 6, 1)
    await change(unasked, email="x@example.com")
    await consent(withdrawn, "withdrawn")
    await change(gone, archived=True)
    await change(lost, stage="lost")
    await change(nowhere, email="")
    await change(contact, email="")
    await execute(
        "INSERT INTO crm_core_contact (revision, created_at, updated_at, customer_id, name, job_title, mobile, phone,"
        " email, wechat, notes, main, archived)"
        " VALUES (1, now(), now(), $1, 'Li', '', '', '', 'li@example.com', '', '', true, false)",
        contact,
    )
    with on(2026, 6, 1):
        assert await send() == (2, 0)
    assert [customer for customer, *_rest in await messages()] == [one, contact]
    assert [to for to, *_rest in await mails()] == [f"c{one}@example.com", "li@example.com"]


async def test_a_tag_narrows_the_audience_and_a_paused_plan_sends_nothing(make_customer: MakeCustomer) -> None:
    await make_plan(tag="VIP")
    await make_plan(active=False)
    tagged, _other = await celebrant(make_customer), await celebrant(make_customer)
    await execute("""UPDATE crm_core_customer SET tags = '["VIP"]' WHERE id = $1""", tagged)
    with on(2026, 6, 1):
        assert await send() == (1, 0)
    assert [customer for customer, *_rest in await messages()] == [tagged]


async def test_words_are_the_customers_language_and_filled_in(program: Company, make_customer: MakeCustomer) -> None:
    await make_plan(text_zh="{name}")
    odd = "Dear {name}, {company} says {name.__class__} {0} {"  # no plan is saved with it
    await execute("UPDATE crm_care_plan SET text = $1", odd)
    await celebrant(make_customer, name="Li {company}")
    await celebrant(make_customer, name="王小明", locale="zh_CN")
    with on(2026, 6, 1):
        await send()
    first, second = await mails()
    title = program.title
    assert first[1] == "Hello Li {company}"
    assert first[2].startswith(f"Dear Li {{company}}, {title} says {{name.__class__}} {{0}} {{")
    assert first[2].rstrip().endswith("/portal/my-data/consents")
    assert (second[1], second[2].splitlines()[0]) == ("王小明您好", "王小明")


async def test_points_come_with_the_wishes(make_customer: MakeCustomer) -> None:
    plan = await make_plan(gift="points", points=88)
    one = await celebrant(make_customer)
    with on(2026, 6, 1):
        assert await send() == (1, 0)
        assert await send() == (0, 0)
        movement = (await loyalty.statement(one)).movements[0]
    assert (movement.points, movement.source) == (88, f"care:{plan}:{one}:2026")
    assert "88 points" in (await mails())[0][2]
    assert await loyalty.ledger_differences() == []


async def test_a_coupon_comes_with_the_wishes_while_there_are_some(make_customer: MakeCustomer) -> None:
    id = await campaign(stock=2)
    await make_plan(gift="coupon", campaign=f"{id}")
    for _n in range(3):
        await celebrant(make_customer)
    with on(2026, 6, 1):
        assert await send() == (2, 1)
        assert await send() == (0, 1)
    assert await states(id) == ["issued", "issued"]
    rows = await fetch("SELECT coupon FROM crm_care_message ORDER BY id")
    assert len(await messages()) == len(await mails()) == 2
    assert all(row["coupon"] in mail[2] for row, mail in zip(rows, await mails(), strict=True))


async def test_many_runs_at_once_send_once(make_customer: MakeCustomer) -> None:
    plan = await make_plan(gift="points", points=10)
    people = [await celebrant(make_customer) for _n in range(12)]

    async def page() -> int:
        async with transaction():
            return (await sending.send_page(plan, 0))[0]

    with on(2026, 6, 1):
        found = await asyncio.gather(*(page() for _n in range(10)))
        assert sorted(found) == [0] * 9 + [12]
        assert [(await loyalty.balance(each)).balance for each in people] == [10] * 12
    assert len(await messages()) == len(await mails()) == 12


async def test_what_stops_halfway_goes_on_and_doubles_nothing(
    make_customer: MakeCustomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await make_plan(gift="points", points=10)
    await make_plan(name="Second")
    people = [await celebrant(make_customer) for _n in range(7)]
    really, calls = send_mail, 0

    async def stops(*given: Any, **more: Any) -> int:
        nonlocal calls
        calls += 1
        if calls == 6:
            raise ConnectionError("killed")
        return await really(*given, **more)

    monkeypatch.setattr(sending, "AT_ONCE", 3)
    with on(2026, 6, 1):
        with monkeypatch.context() as patch:
            patch.setattr(sending, "send_mail", stops)
            id = await enqueue(jobs.SEND)
            await run_pending()
        assert len(await messages()) == len(await mails()) == 3  # the first page alone
        assert [(await loyalty.balance(each)).balance for each in people] == [10] * 3 + [0] * 4
        await execute("UPDATE guanxi_job SET run_at = now() - interval '1 year', state = 'waiting' WHERE id = $1", id)
        await run_pending()
        assert [(await loyalty.balance(each)).balance for each in people] == [10] * 7
    assert len(await messages()) == len(await mails()) == 14


async def test_merged_customers_count_together(program: Company, make_customer: MakeCustomer) -> None:
    await make_plan()
    survivor, loser = await celebrant(make_customer, 6, 1), await celebrant(make_customer, 3, 1)
    twin, both = await celebrant(make_customer, 3, 1), await celebrant(make_customer, 3, 1)
    with on(2026, 3, 1):
        assert await send() == (3, 0)
    before = await messages()
    with use_actor(await user("Merger", tuple(CorePermission))):
        first = await merging.merge(survivor, loser, take=())
        second = await merging.merge(twin, both, take=())
        assert sorted(await messages()) == sorted(
            [(survivor, 2026, "2026-03-01"), (twin, 2026, "2026-03-01"), (both, 2026, "2026-03-01")]
        )
        assert await care_merging.FOLLOWER.left([loser, both]) == set()  # type: ignore[misc]
        with on(2026, 6, 1):
            assert await send() == (0, 0)
        await merging.undo(second)
        await merging.undo(first)
    assert await messages() == before


async def test_a_person_who_is_erased_leaves_the_days(program: Company, make_customer: MakeCustomer) -> None:
    await make_plan(gift="points", points=5)
    one = await celebrant(make_customer, name="王小明")
    with on(2026, 6, 1):
        await send()
    with use_actor(await user("Officer", tuple(CorePermission))):
        assert '"care"' in (await privacy.personal_file(one, "json")).decode()
        await privacy.anonymize(one, "request")
    assert await messages() == [(one, 2026, "2026-06-01")]
    assert all("王小明" not in text + subject for _to, subject, text in await mails())
    with on(2027, 6, 1):
        assert await send() == (0, 0)
