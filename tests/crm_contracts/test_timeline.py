"""The steps of a contract's life in a customer's timeline."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from crm_contracts.passing import PASS_DAYS
from crm_contracts.timeline import SOURCE
from crm_core.permissions import CorePermission
from guanxi import TimelineEvent, TimelineMark, clock, enqueue, execute, use_actor, use_locale
from guanxi.jobs import run_pending
from tests.crm_contracts.support import SALES, act, active, confirmed, customer as new_customer, draft, monthly, user

pytestmark = pytest.mark.usefixtures("inside")
LAST = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)


async def told(customer_id: int, mark: TimelineMark = LAST, limit: int = 30) -> list[TimelineEvent]:
    with use_locale("en"):
        return await SOURCE.load([customer_id], mark, limit)


async def test_each_step_is_told_on_its_day() -> None:
    id, other = await new_customer(), await new_customer("上海江南贸易有限公司")
    await draft(customer_id=other)
    contract = await active(customer_id=id, title="维保")
    contract = await act(contract, "end", {"ends_on": date(2026, 6, 30), "reason": "Moved away"})
    ended, drafted_confirmed, signed = None, [], None
    for event in await told(id):
        match str(event.title):
            case "Contract ended":
                ended = event
            case "Contract signed":
                signed = event
            case title:
                drafted_confirmed.append(title)
    assert drafted_confirmed == ["Contract confirmed", "Contract drawn up"]
    assert ended is not None and signed is not None
    assert (ended.on, ended.note, signed.on) == (date(2026, 6, 30), "Moved away", date(2026, 1, 1))
    assert signed.at == datetime(2026, 1, 1, 15, 59, 59, 999999, tzinfo=UTC)  # the end of the day in Shanghai
    assert signed.text == f"{contract.number} · 维保 · CN¥100.00"
    assert signed.href == f"/crm_contracts/contracts/{contract.id}"


async def test_an_end_to_come_and_its_taking_back_are_told() -> None:
    id = await new_customer()
    contract = await active(monthly(), customer_id=id)
    last = clock.now().date() + timedelta(days=60)
    await act(contract, "end", {"ends_on": last, "reason": "Too dear"})
    await act(contract, "keep", {"reason": "Cheaper now"})
    void = await confirmed(customer_id=id)
    await act(void, "cancel", {"reason": "Twice"})
    titles = [(str(event.title), event.note) for event in await told(id)]
    assert ("Contract declared void", "Twice") in titles
    assert ("End of the contract agreed", "Too dear") in titles
    assert ("End of the contract taken back", "Cheaper now") in titles
    assert [event.text.rpartition(" · ")[2] for event in await told(id)].count("CN¥1,200.00 a year") == 5


async def test_the_end_of_the_term_is_told_by_the_system() -> None:
    id = await new_customer()
    await active(customer_id=id, ends_on=date(2026, 3, 31))
    await enqueue(PASS_DAYS)
    await run_pending(10)
    ended = next(event for event in await told(id) if str(event.title) == "Contract ended")
    assert (ended.on, ended.who, ended.note) == (date(2026, 3, 31), "", "term is over")


async def test_pages_of_one_follow_each_other() -> None:
    id, li = await new_customer(), await user("li", [*SALES, CorePermission.SEE_ALL])
    await active(customer_id=id)
    with use_actor(li):
        await draft()
    await execute("UPDATE crm_contracts_contract SET customer_id = $1", id)
    whole = await told(id)
    assert sorted(event.who for event in whole) == ["", "", "", "li"]
    found, mark = list[TimelineEvent](), LAST
    while page := await told(id, mark, 1):
        found += page
        mark = TimelineMark(page[-1].at, page[-1].id)
    assert found == whole and len(whole) == 4
