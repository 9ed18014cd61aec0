"""The team of a customer: who is in it sees it as its owner does, who has left sees nothing (CUST-37)."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest

from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_core import locks, team
from crm_core.follow_up_models import Member
from crm_core.merging import merge, undo
from crm_core.merging_jobs import follow
from crm_core.models import Activity, Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, visible_customers_sql
from crm_core.team import MEMBERS
from crm_core.views import CUSTOMERS
from guanxi import (
    Actor,
    Conflict,
    InvalidInput,
    ListQuery,
    NotFound,
    count,
    create,
    elevated,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    get,
    page,
    transaction,
    update,
    use_actor,
)
from guanxi.auth import create_api_key, create_user, load_api_key, load_session
from guanxi.auth.actors import actors_of
from guanxi.auth.authors import actor_of, current_author
from guanxi.auth.sessions import open_session
from guanxi.records.actions import find_action, run_action
from tests.crm_core.support import MANAGER, SALES, customer, user

pytestmark = pytest.mark.usefixtures("inside")


async def _again(actor: Actor) -> Actor:
    """The actor of the user's next request, with the rights that it has here."""
    [found] = await actors_of([actor.id or 0])
    return Actor(kind="user", id=actor.id, name=actor.name, permissions=actor.permissions, shared=found.shared)


async def _add(customer_id: int, actor: Actor, part: str = "presales") -> Member:
    return await create(Member, {"customer": customer_id, "user": actor.id, "part": part})


async def _remove(member: Member) -> Any:
    return await run_action(MEMBERS, find_action(MEMBERS, "remove", "record"), member.id, {})


async def _seen_by_sql() -> list[str]:
    rows = await fetch(f"SELECT name FROM {visible_customers_sql(1)} AS seen ORDER BY name", *scope_arguments())
    return [row["name"] for row in rows]


async def test_a_member_sees_the_customer_and_all_that_belongs_to_it_until_removed() -> None:
    owner, helper = await user("Li"), await user("Wang", (*SALES, ContractPermission.READ))
    mine = await customer("春意空调有限公司", owner=owner.id)
    await customer("华达机械有限公司", owner=owner.id)
    with elevated():
        contract = await create(Contract, {"title": "维保", "customer": mine.id, "owner": owner.id, "lines": []})
        contact = await create(Contact, {"customer": mine.id, "name": "陈强"})
    with use_actor(helper), pytest.raises(NotFound):
        await get(Customer, mine.id)
    with use_actor(owner):
        member = await _add(mine.id, helper)
    assert (member.name, member.part.value) == ("Wang", "presales")
    told = await fetch("SELECT user_id, kind, href FROM guanxi_notification")
    assert [tuple(row) for row in told] == [(helper.id, "team", f"/crm_core/customers/{mine.id}")]
    with use_actor(await _again(helper)):
        assert (await get(Customer, mine.id)).id == mine.id
        assert (await get(Contract, contract.id)).id == contract.id
        assert (await get(Contact, contact.id)).id == contact.id
        assert [row["name"] for row in (await page(CUSTOMERS, ListQuery())).rows] == ["春意空调有限公司"]
        assert await _seen_by_sql() == ["春意空调有限公司"]
        assert await count(Member) == 1
        await update(Customer, mine.id, {"introduction": "售前"})
    with use_actor(owner):
        await _remove(member)
    with use_actor(await _again(helper)):
        for model, id in ((Customer, mine.id), (Contract, contract.id), (Contact, contact.id), (Member, member.id)):
            with pytest.raises(NotFound):
                await get(model, id)
        assert await _seen_by_sql() == [] and (await page(CUSTOMERS, ListQuery())).rows == []


async def test_who_may_change_a_team() -> None:
    owner, helper, other, boss = [
        await user(name, rights)
        for name, rights in (("Li", SALES), ("Wang", SALES), ("Chen", SALES), ("Boss", MANAGER))
    ]
    gone = await user("Gone")
    await execute("UPDATE guanxi_user SET active = false WHERE id = $1", gone.id)
    mine = await customer("春意空调有限公司", owner=owner.id)
    with use_actor(boss):
        member = await _add(mine.id, helper)
    with use_actor(await _again(helper)), pytest.raises(Conflict):
        await _add(mine.id, other)
    with use_actor(await _again(helper)), pytest.raises(Conflict):
        await update(Member, member.id, {"part": "service"})
    with use_actor(other), pytest.raises(InvalidInput):
        await _add(mine.id, other)
    with use_actor(other), pytest.raises(NotFound):
        await _remove(member)
    with use_actor(owner):
        for wrong in (owner, gone, helper):
            with pytest.raises(InvalidInput) as refused:
                await _add(mine.id, wrong)
            assert "user" in refused.value.fields
        third = await _add(mine.id, other)
        with pytest.raises(InvalidInput):
            await update(Member, third.id, {"user": boss.id})
    with use_actor(await _again(helper)):
        with pytest.raises(Conflict):
            await _remove(third)
        assert (await _remove(member)).go_to == "/crm_core/customers"  # whoever is in a team may leave it
    assert await fetch_value("SELECT array_agg(user_id) FROM crm_core_member") == [other.id]
    assert MEMBERS.create is CorePermission.UPDATE


async def test_nobody_is_in_too_many_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "MOST", 1)
    owner, helper = await user("Li"), await user("Wang")
    one, two = await customer("甲有限公司", owner=owner.id), await customer("乙有限公司", owner=owner.id)
    with use_actor(owner):
        await _add(one.id, helper)
        with pytest.raises(InvalidInput) as refused:
            await _add(two.id, helper)
    assert set(refused.value.fields) == {"user"}


async def test_two_who_add_the_same_member_at_once() -> None:
    owner, helper, boss = await user("Li"), await user("Wang"), await user("Boss", MANAGER)
    mine = await customer("春意空调有限公司", owner=owner.id)

    async def add(actor: Actor) -> str:
        with use_actor(actor):
            try:
                await _add(mine.id, helper)
            except InvalidInput as error:
                return ",".join(error.fields)
            return "added"

    assert sorted(await asyncio.gather(add(owner), add(boss))) == ["added", "customer,user"]
    assert await fetch_value("SELECT count(*) FROM crm_core_member") == 1


@pytest.mark.parametrize("write", ["remove", "update"])
async def test_who_changes_a_team_waits_for_who_hands_the_customer_over(write: str) -> None:
    """Both lock the customer before its team: neither ever waits for the other in a ring."""
    owner, helper, boss = await user("Li"), await user("Wang"), await user("Boss", MANAGER)
    mine = await customer("春意空调有限公司", owner=owner.id)
    with use_actor(owner):
        member = await _add(mine.id, helper)
    locked = asyncio.Event()

    async def hand_over() -> None:
        with use_actor(boss), elevated():
            async with transaction():
                await locks.customer(mine.id)
                locked.set()
                await asyncio.sleep(0.3)  # the other one waits by now
                await update(Customer, mine.id, {"owner": helper.id})

    async def change() -> str:
        await locked.wait()
        with use_actor(boss):
            try:
                await (_remove(member) if write == "remove" else update(Member, member.id, {"part": "service"}))
            except NotFound:
                return "gone"
            return "done"

    assert (await asyncio.gather(hand_over(), change()))[1] == "gone"
    assert await fetch_value("SELECT owner_id FROM crm_core_customer") == helper.id
    assert await fetch_value("SELECT count(*) FROM crm_core_member") == 0


async def test_who_becomes_the_owner_leaves_the_team_and_reminders_follow() -> None:
    owner, helper, boss = await user("Li"), await user("Wang"), await user("Boss", MANAGER)
    mine = await customer("春意空调有限公司", owner=owner.id)
    with use_actor(owner):
        await _add(mine.id, helper)
        await create(
            Activity, {"customer": mine.id, "kind": "note", "subject": "x", "next_contact_on": date(2030, 1, 1)}
        )
    assert await fetch_value("SELECT next_contact_by_id FROM crm_core_customer") == owner.id
    with use_actor(boss):
        action = find_action(CUSTOMERS, "hand_over", "record")
        await run_action(CUSTOMERS, action, mine.id, {"owner": helper.id, "reason": ""})
    assert await fetch_value("SELECT count(*) FROM crm_core_member") == 0
    assert await fetch_value("SELECT next_contact_by_id FROM crm_core_customer") == helper.id


async def test_removing_a_member_gives_the_next_contact_back_to_the_owner() -> None:
    owner, helper = await user("Li"), await user("Wang")
    mine = await customer("春意空调有限公司", owner=owner.id)
    with use_actor(owner):
        member = await _add(mine.id, helper)
    await execute(
        "UPDATE crm_core_customer SET next_contact_on = '2030-01-01', next_contact_by_id = $1 WHERE id = $2",
        helper.id,
        mine.id,
    )
    with use_actor(owner):
        await _remove(member)
    assert await fetch_value("SELECT next_contact_by_id FROM crm_core_customer") == owner.id
    row = await fetch_row(
        "SELECT action, label, before FROM guanxi_audit WHERE resource = 'crm_core/members' ORDER BY id DESC LIMIT 1"
    )
    assert row is not None and (row["action"], row["label"]) == ("delete", "Wang")
    assert (row["before"]["customer"], row["before"]["user"], row["before"]["part"]) == (mine.id, helper.id, "presales")


async def test_a_merge_unites_teams_and_undoing_it_parts_them() -> None:
    owner, one, both = await user("Li"), await user("Wang"), await user("Chen")
    survivor, loser = await customer("甲有限公司", owner=owner.id), await customer("乙有限公司", owner=owner.id)
    with elevated():
        for customer_id, actor in ((loser.id, one), (loser.id, both), (survivor.id, both)):
            await _add(customer_id, actor)
        before = await fetch("SELECT id, customer_id FROM crm_core_member ORDER BY id")
        id = await merge(survivor.id, loser.id)
        found = await fetch("SELECT customer_id, user_id FROM crm_core_member ORDER BY customer_id, user_id")
        assert sorted(map(tuple, found)) == sorted([(survivor.id, one.id), (survivor.id, both.id), (loser.id, both.id)])
        assert await follow() == 0  # nothing is left behind
        await undo(id)
    assert await fetch("SELECT id, customer_id FROM crm_core_member ORDER BY id") == before


@pytest.mark.parametrize("take", [None, ["owner"]])
async def test_after_a_merge_the_owner_is_not_in_the_own_team(take: list[str] | None) -> None:
    """Whichever owner that is; once the survivor has another one, the place that stayed behind follows."""
    owner, other, boss = await user("Li"), await user("Wang"), await user("Boss", MANAGER)
    survivor, loser = await customer("甲有限公司", owner=owner.id), await customer("乙有限公司", owner=other.id)
    with elevated():
        for customer_id, actor in ((loser.id, owner), (survivor.id, other)):
            await _add(customer_id, actor)
        before = await fetch("SELECT id, customer_id FROM crm_core_member ORDER BY id")
        id = await merge(survivor.id, loser.id, take)
        now = await fetch_value("SELECT owner_id FROM crm_core_customer WHERE id = $1", survivor.id)
        assert now == (owner.id if take is None else other.id)
        team_of = "SELECT array_agg(user_id) FROM crm_core_member WHERE customer_id = $1"
        assert await fetch_value(team_of, survivor.id) == [other.id if take is None else owner.id]
        assert await follow() == 0
        await update(Customer, survivor.id, {"owner": boss.id})
        assert (await follow(), await follow()) == (1, 0)
        assert sorted(await fetch_value(team_of, survivor.id)) == sorted([owner.id or 0, other.id or 0])
        await update(Customer, survivor.id, {"owner": now})
        await undo(id)
        after = await fetch("SELECT id, customer_id FROM crm_core_member ORDER BY id")
    assert {tuple(row) for row in after} <= {tuple(row) for row in before}


async def test_jobs_work_with_the_teams_of_who_started_them() -> None:
    owner, helper = await user("Li"), await user("Wang")
    mine = await customer("春意空调有限公司", owner=owner.id)
    with use_actor(owner):
        await _add(mine.id, helper)
    with use_actor(helper):
        author = current_author()
    assert dict((await actor_of(author)).shared) == {"crm_core.teams": (mine.id,)}


async def test_every_way_in_brings_the_teams_along() -> None:
    """A session, an API key, another's eyes: with one team, and with none once it is left."""
    owner = await user("Li")
    role = await fetch_value("SELECT id FROM guanxi_role WHERE key = 'sales'")
    helper = await create_user("helper", "Helper", roles=[role])
    mine = await customer("春意空调有限公司", owner=owner.id)
    cookie, key = (await open_session(helper)).cookie, (await create_api_key(helper, "key")).key

    async def ways() -> list[dict[str, tuple[int, ...]]]:
        session = await load_session(cookie)
        assert session is not None
        actors = [session.actor, await load_api_key(f"Bearer {key}"), *await actors_of([helper])]
        return [dict(actor.shared) for actor in actors]

    assert await ways() == [{}, {}, {}]
    with use_actor(owner):
        member = await create(Member, {"customer": mine.id, "user": helper})
    assert await ways() == [{"crm_core.teams": (mine.id,)}] * 3
    with use_actor(owner):
        await _remove(member)
    assert await ways() == [{}, {}, {}]


async def test_who_was_removed_after_a_merge_stays_out() -> None:
    owner, helper = await user("Li"), await user("Wang")
    kept, gone = await customer("春意", owner=owner.id), await customer("春意二", owner=owner.id)
    with elevated():
        member = await create(Member, {"customer": kept.id, "user": helper.id})
        await create(Member, {"customer": gone.id, "user": helper.id})
        await merge(kept.id, gone.id)
    with use_actor(owner):
        await _remove(member)
    assert await follow() == 0
    assert await fetch_value("SELECT count(*) FROM crm_core_member WHERE user_id = $1", helper.id) == 0
