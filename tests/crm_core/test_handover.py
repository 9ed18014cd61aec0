"""All customers of a user who leaves go to another, with what hangs on them (CUST-34)."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.models import Contract
from crm_core import handover, locks, plans, team
from crm_core.follow_up_models import Member
from crm_core.permissions import CorePermission
from crm_core.views import CUSTOMERS
from guanxi import (
    Conflict,
    Forbidden,
    InvalidInput,
    Outcome,
    Unconfirmed,
    create,
    elevated,
    execute,
    fetch,
    fetch_value,
    transaction,
    use_actor,
)
from guanxi.context import confirming
from guanxi.db import count_statements
from guanxi.desk.todos import add_todo
from guanxi.jobs import enqueue
from guanxi.jobs.worker import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_core.support import MANAGER, SALES, customer, department, fill, user

pytestmark = pytest.mark.usefixtures("inside")


async def _start(giver: int | None, taker: int | None) -> Outcome:
    values: dict[str, Any] = {"giver": giver, "taker": taker, "reason": "离职"}
    with confirming(True):
        return await run_action(CUSTOMERS, find_action(CUSTOMERS, "hand_over_all", "list"), None, values)


async def _owners() -> dict[int, int]:
    rows = await fetch("SELECT owner_id, count(*) AS n FROM crm_core_customer GROUP BY owner_id")
    return {row["owner_id"]: row["n"] for row in rows}


async def test_customers_contracts_and_to_dos_change_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "_AT_ONCE", 40)
    east = await department("East")
    boss, leaver, heir = await user("Boss", MANAGER), await user("Li", SALES), await user("Wang", SALES, east)
    assert leaver.id and heir.id and boss.id
    await fill(100, leaver.id)
    mine = await customer("春意空调有限公司", owner_id=leaver.id)
    other = await customer("华达机械有限公司", owner_id=boss.id)
    with elevated():
        contract = {"title": "维保", "customer": mine.id, "owner": leaver.id, "lines": []}
        kept = await create(Contract, {**contract, "customer": other.id})
        open_, over = await create(Contract, contract), await create(Contract, contract)
    await fetch("UPDATE crm_contracts_contract SET state = 'cancelled', number = 'X1' WHERE id = $1", over.id)
    with use_actor(leaver):
        await add_todo("Call back")
    with use_actor(boss):
        outcome = await _start(leaver.id, heir.id)
    assert str(outcome.message) == "101 customers are being handed over. Both users will be told."
    await run_pending()
    assert await _owners() == {heir.id: 101, boss.id: 1}
    assert await fetch_value("SELECT count(*) FROM crm_core_customer WHERE department_id = $1", east) == 101
    rows = await fetch("SELECT id, owner_id FROM crm_contracts_contract")
    assert dict(map(tuple, rows)) == {kept.id: leaver.id, open_.id: heir.id, over.id: leaver.id}
    assert await fetch_value("SELECT assignee_id FROM guanxi_todo") == heir.id
    noted = await fetch(
        "SELECT actor_name, reason, before, after FROM guanxi_audit WHERE action = 'update'"
        " AND resource = 'crm_core/customers'"
    )
    assert len(noted) == 101
    assert {(row["actor_name"], row["reason"]) for row in noted} == {("Boss", "离职")}
    assert noted[0]["before"] == {"owner_id": leaver.id} and noted[0]["after"] == {"owner_id": heir.id}
    told = await fetch("SELECT user_id FROM guanxi_notification WHERE kind = 'handover' ORDER BY user_id")
    assert [row["user_id"] for row in told] == sorted([leaver.id, heir.id])


async def test_what_goes_is_said_before_and_nothing_goes_without_a_yes() -> None:
    boss, leaver, heir = await user("Boss", MANAGER), await user("Li", SALES), await user("Wang", SALES)
    mine = await customer("春意空调有限公司", owner_id=leaver.id)
    other = await customer("华达机械有限公司", owner_id=boss.id)
    contract = {"title": "维保", "customer": mine.id, "owner": leaver.id, "lines": []}
    with elevated():
        for owner, customer_id in ((leaver, mine.id), (leaver, other.id), (boss, mine.id)):
            await create(Contract, {**contract, "customer": customer_id, "owner": owner.id})
        await create(Member, {"customer": other.id, "user": leaver.id})
    await execute("UPDATE crm_core_customer SET next_contact_on = '2030-01-01', next_contact_by_id = $1", leaver.id)
    with use_actor(leaver):
        await add_todo("Call back")
    action = find_action(CUSTOMERS, "hand_over_all", "list")
    values = {"giver": leaver.id, "taker": heir.id, "reason": ""}
    with use_actor(boss):
        with pytest.raises(Unconfirmed) as asked, count_statements() as counted:
            await run_action(CUSTOMERS, action, None, values)
        found = {str(label): count for label, count in asked.value.details}
        with confirming("another question"), pytest.raises(Unconfirmed):
            await run_action(CUSTOMERS, action, None, values)
        assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'crm_core.hand_over'") == 0
        with confirming(asked.value.token):
            await run_action(CUSTOMERS, action, None, values)
    assert found == {
        **{"Customers": 1, "Contracts": 1, "Next contacts": 2, "Places in teams": 1, "To-dos": 1},
        "Calls, letters and tasks": 0,
    }
    assert counted.count <= 10
    await run_pending()
    assert await _owners() == {heir.id: 1, boss.id: 1}


async def test_two_handovers_at_once_give_each_customer_once() -> None:
    boss, leaver, one, two = [await user(name, MANAGER) for name in ("Boss", "Li", "Wang", "Chen")]
    assert leaver.id
    await fill(50, leaver.id)
    with use_actor(boss):
        await asyncio.gather(_start(leaver.id, one.id), _start(leaver.id, two.id))
    await run_pending()
    owners = await _owners()
    assert leaver.id not in owners and sum(owners.values()) == 50
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE resource = 'crm_core/customers'") == 50


async def test_nobody_gets_into_too_many_teams_by_a_handover(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "MOST", 1)
    boss, leaver, heir = await user("Boss", MANAGER), await user("Li"), await user("Wang")
    one, two = await customer("甲有限公司", owner=boss.id), await customer("乙有限公司", owner=boss.id)
    with elevated():
        for customer_id, actor in ((one.id, leaver), (two.id, heir)):
            await create(Member, {"customer": customer_id, "user": actor.id})
    with use_actor(boss):
        with pytest.raises(InvalidInput) as refused:
            await _start(leaver.id, heir.id)
        assert set(refused.value.fields) == {"taker"}
        with pytest.raises(Conflict):
            await team.hand_over_places(leaver.id or 0, heir.id or 0, 500, "")
        await execute("UPDATE crm_core_customer SET owner_id = $1 WHERE id = $2", leaver.id, two.id)
        await _start(leaver.id, heir.id)
    await run_pending()
    rows = await fetch("SELECT customer_id, user_id FROM crm_core_member")
    assert [tuple(row) for row in rows] == [(one.id, heir.id)]


async def test_who_may_and_to_whom() -> None:
    boss, leaver = await user("Boss", MANAGER), await user("Li", SALES)
    gone = await user("Gone", SALES)
    await fetch("UPDATE guanxi_user SET active = false WHERE id = $1", gone.id)
    with use_actor(leaver), pytest.raises(Forbidden):
        await _start(leaver.id, boss.id)
    with use_actor(boss):
        for taker in (leaver.id, gone.id, None):
            with pytest.raises(InvalidInput) as refused:
                await _start(leaver.id, taker)
            assert set(refused.value.fields) == {"taker"}
    assert CUSTOMERS.read is CorePermission.READ
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'crm_core.hand_over'") == 0


_PLACES = st.lists(
    st.tuples(st.sampled_from(["leaver", "heir", "boss"]), st.sets(st.sampled_from(["leaver", "heir", "helper"]))),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_PLACES, st.lists(st.sampled_from(["leaver", "heir", "boss", "helper"]), min_size=6, max_size=6))
async def test_nothing_of_the_leaver_is_left_among_open_follow_ups(
    places: list[tuple[str, set[str]]], reminded: list[str]
) -> None:
    """Owners, teams and whom the next contact is up to, in any mixture; nobody is in a team twice."""
    tag = uuid4().hex[:8]
    people = {name: await user(f"{name}{tag}", MANAGER) for name in ("leaver", "heir", "boss", "helper")}
    ids = {name: actor.id or 0 for name, actor in people.items()}
    made = []
    for number, (owner, members) in enumerate(places):
        one = await customer(f"{tag}第{number}有限公司", owner=ids[owner])
        made.append(one.id)
        for name in members - {owner}:
            with elevated():
                await create(Member, {"customer": one.id, "user": ids[name]})
        await fetch(
            "UPDATE crm_core_customer SET next_contact_on = '2030-01-01', next_contact_by_id = $2 WHERE id = $1",
            one.id,
            ids[reminded[number]],
        )
    with use_actor(people["boss"]):
        await _start(ids["leaver"], ids["heir"])
    await run_pending()
    rows = await fetch(
        "SELECT c.id, c.owner_id, c.next_contact_by_id, array_agg(m.user_id) FILTER (WHERE m.id IS NOT NULL) AS team"
        " FROM crm_core_customer c LEFT JOIN crm_core_member m ON m.customer_id = c.id"
        " WHERE c.id = ANY($1::bigint[]) GROUP BY c.id ORDER BY c.id",
        made,
    )
    for row, (owner, members), by in zip(rows, places, reminded, strict=False):
        expected = {"heir" if name == "leaver" else name for name in members - {owner}}
        now = "heir" if owner == "leaver" else owner
        assert row["owner_id"] == ids[now]
        assert sorted(row["team"] or []) == sorted(ids[name] for name in expected - {now})
        seen_by_heir = now == "heir" or "heir" in expected
        after = by if by != "leaver" else "heir" if seen_by_heir else now
        assert row["next_contact_by_id"] == ids[after]


@pytest.mark.parametrize("job", ["next contacts", "plans"])
async def test_jobs_lock_customers_in_the_order_of_their_ids(job: str) -> None:
    """Held up at the first customer a job holds none of the others: who has the first gets the second as well."""
    boss, leaver, heir = await user("Boss", MANAGER), await user("Li"), await user("Wang")
    one, two = await customer("甲有限公司", owner=boss.id), await customer("乙有限公司", owner=boss.id)
    day = "'2026-01-01'" if job == "next contacts" else "NULL"
    await execute(f"UPDATE crm_core_customer SET next_contact_on = {day}, next_contact_by_id = $1", leaver.id)
    await execute("UPDATE crm_core_contact_plan SET active = true, value_class_id = NULL")
    # written anew, the first lies behind the second
    await execute("UPDATE crm_core_customer SET introduction = 'x' WHERE id = $1", one.id)
    with use_actor(boss):
        if job == "plans":
            with elevated():
                await enqueue(plans.PLAN_CONTACTS)
        else:
            await _start(leaver.id, heir.id)
    locked = asyncio.Event()

    async def hold() -> None:
        async with transaction():
            await locks.customer(one.id)
            locked.set()
            await asyncio.sleep(0.5)  # the job waits by now
            await locks.customer(two.id)

    async def work() -> None:
        await locked.wait()
        await run_pending()

    await asyncio.gather(hold(), work())
    states = await fetch("SELECT state, tries, error FROM guanxi_job WHERE name LIKE 'crm_core.%'")
    assert [(row["state"], row["tries"]) for row in states] == [("done", 1)], states


async def test_all_of_a_user_are_for_those_who_see_all() -> None:
    near = await user("Near", (*SALES, CorePermission.ASSIGN))
    leaver, heir = await user("Li"), await user("Wang")
    with use_actor(near), pytest.raises(Forbidden):
        await _start(leaver.id, heir.id)


async def test_nothing_is_handed_to_a_user_who_has_left_meanwhile() -> None:
    boss, leaver, heir = await user("Boss", MANAGER), await user("Li"), await user("Wang")
    mine = await customer("春意空调有限公司", owner=leaver.id)
    with use_actor(boss):
        await _start(leaver.id, heir.id)
    await execute("UPDATE guanxi_user SET active = false WHERE id = $1", heir.id)
    await run_pending()
    assert await fetch_value("SELECT owner_id FROM crm_core_customer WHERE id = $1", mine.id) == leaver.id
    assert (
        await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'crm_core.hand_over' AND state = 'done'") == 0
    )
