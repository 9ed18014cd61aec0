"""Merging two customers: what is chosen, who may, what it refuses, and what undoing it leaves."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from crm_contracts.models import Contract
from crm_core import merging, merging_jobs
from crm_core.duplicates import find_duplicates
from crm_core.merging_models import Merge
from crm_core.merging_views import CUSTOMER_ACTIONS, MERGES
from crm_core.models import Contact, Customer
from crm_core.panels import MERGED
from crm_core.permissions import CorePermission
from crm_core.services import NewCustomer, customers_by_external_id, ensure_customers
from crm_core.views import CUSTOMERS
from crm_loyalty import services as points
from crm_receivables.credit_models import WriteOff
from crm_receivables.services import credit_invoice, outstanding
from crm_receivables.writing_off import approve_write_off, request_write_off
from guanxi import (
    Actor,
    Company,
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    Stale,
    clock,
    create,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    get,
    update,
    use_actor,
)
from guanxi.db import count_statements
from guanxi.desk.notes import add_note
from guanxi.records.actions import find_action, run_action
from guanxi.views.timeline import timeline
from tests.crm_core.support import MANAGER, SALES, customer, user
from tests.crm_receivables.support import assert_ties, pay, post

pytestmark = pytest.mark.usefixtures("inside")
MERGER = (*MANAGER, CorePermission.MERGE)
NAME, OLD = "上海云帆信息技术有限公司", "上海云帆信息技术有限公司旧"


async def boss() -> Actor:
    return await user("Boss", MERGER)


async def pair(**loser: object) -> tuple[int, int]:
    return (await customer(NAME)).id, (await customer(OLD, **loser)).id


async def test_the_survivor_gets_what_it_has_not_and_the_loser_is_put_away() -> None:
    survivor = await customer(NAME, tags=["vip"], mobile="13812345678")
    loser = await customer(OLD, email="a@b.cn", mobile="13912345678", tags=["展会", "vip"], external_id="E1")
    with use_actor(await boss()):
        await merging.merge(survivor.id, loser.id)
    left, gone = await get(Customer, survivor.id), await get(Customer, loser.id)
    assert (left.email, left.mobile, left.tags, left.external_id) == ("a@b.cn", "13812345678", ["vip", "展会"], "E1")
    assert (left.name, left.archived, left.revision) == (NAME, False, 2)
    assert (gone.name, gone.archived, gone.external_id, gone.email) == (OLD, True, None, "a@b.cn")


async def test_each_field_can_be_chosen_and_only_those_one_may_set() -> None:
    li, wang = await user("Li"), await user("Wang")
    survivor = await customer(NAME, owner=li.id)
    loser = await customer(OLD, owner=wang.id, trading=True, email="a@b.cn")
    with use_actor(await boss()):
        with pytest.raises(InvalidInput) as caught:
            await merging.merge(survivor.id, loser.id, ["archived"])
        assert set(caught.value.fields) == {"take"}
        await merging.merge(survivor.id, loser.id, ["name", "owner", "trading"])
    left = await get(Customer, survivor.id)
    assert (left.name, left.owner_id, left.trading, left.email) == (OLD, wang.id, False, "")
    assert left.name_key == (await get(Customer, loser.id)).name_key


async def test_without_the_permission_or_sight_of_both_there_is_no_merge() -> None:
    li, wang = await user("Li"), await user("Wang")
    mine, other = await customer(NAME, owner=li.id), await customer(OLD, owner=wang.id)
    with use_actor(li), pytest.raises(Forbidden):
        await merging.merge(mine.id, other.id)
    narrow = await user("Narrow", (*SALES, CorePermission.MERGE))
    await execute("UPDATE crm_core_customer SET owner_id = $1 WHERE id = $2", narrow.id, mine.id)
    with use_actor(narrow):
        for two in ((mine.id, other.id), (other.id, mine.id), (mine.id, 10**12)):
            with pytest.raises(NotFound):
                await merging.merge(*two)
        with pytest.raises(InvalidInput):
            await merging.merge(mine.id, mine.id)
    assert await fetch_value("SELECT count(*) FROM crm_core_merge") == 0


async def test_a_merged_customer_is_no_double_any_more_and_nobody_changes_it() -> None:
    survivor, loser = await pair(phone="0512-62881234")
    with use_actor(await boss()):
        id = await merging.merge(survivor, loser)
        assert [found.id for found in await find_duplicates(name=OLD, phones=("0512-62881234",))] == [survivor]
        for values in ({"archived": False}, {"email": "x@y.cn"}):
            with pytest.raises(Conflict) as caught:
                await update(Customer, loser, values)
        assert str(caught.value) == f"{OLD} was merged into {NAME}."
        third = await customer("第三家公司")
        for two in ((loser, third.id), (third.id, loser), (survivor, loser)):
            with pytest.raises(Conflict):
                await merging.merge(*two)
        figure, until = (await MERGED.load(loser)).figures
        assert (str(figure.label), figure.href) == ("Merged into", f"/crm_core/customers/{survivor}")
        assert (str(until.label), until.href) == ("Can be undone until", f"/crm_core/merges/{id}")
        figure, until = (await MERGED.load(survivor)).figures
        assert figure.href == f"/crm_core/customers/{loser}"
    with use_actor(await user("Li")):
        assert [figure.href for figure in (await MERGED.load(loser)).figures] == [None]


async def test_a_stale_revision_of_either_is_refused_and_named() -> None:
    survivor, loser = await pair()
    with use_actor(await boss()):
        for revisions in ((2, 1), (1, 2)):
            with pytest.raises(Stale) as caught:
                await merging.merge(survivor, loser, revisions=revisions)
            assert caught.value.current["id"] == (survivor if revisions[0] == 2 else loser)
        await merging.merge(survivor, loser, revisions=(1, 1))


async def test_imports_and_programs_that_know_the_old_number_find_the_survivor() -> None:
    survivor, loser = await pair(external_id="E2")
    await update(Customer, survivor, {"external_id": "E1"})
    await merging.merge(survivor, loser)
    found = await ensure_customers([NewCustomer(external_id="E2", name=OLD), NewCustomer(external_id="E1", name=NAME)])
    assert found == {"E1": survivor, "E2": survivor} == await customers_by_external_id(["E1", "E2"])
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 2


async def test_notes_go_along_and_the_history_shows_both() -> None:
    survivor, loser = await pair()
    with use_actor(await boss()):
        await add_note("crm_core/customers", loser, "老客户")
        id = await merging.merge(survivor, loser)
        titles = [entry.title for entry in (await timeline(CUSTOMERS, survivor)).entries]
        assert titles == ["Merged into another record", "Merged", "Note", "Created", "Created"]
        await merging.undo(id)
        titles = [entry.title for entry in (await timeline(CUSTOMERS, survivor)).entries]
        assert titles == ["Merge undone", "Merged", "Created"]
        assert await fetch_value("SELECT record_id FROM guanxi_note") == loser


async def test_one_main_contact_stays_and_both_are_main_again_after_undoing() -> None:
    survivor, loser = await pair()
    made = [await create(Contact, {"customer": id, "name": "陈强", "main": True}) for id in (survivor, loser)]
    id = await merging.merge(survivor, loser)
    rows = [await get(Contact, contact.id) for contact in made]
    assert [(row.customer_id, row.main) for row in rows] == [(survivor, True), (survivor, False)]
    await merging.undo(id)
    rows = [await get(Contact, contact.id) for contact in made]
    assert [(row.customer_id, row.main) for row in rows] == [(survivor, True), (loser, True)]


async def test_undoing_keeps_what_was_changed_by_hand_since() -> None:
    survivor, loser = await pair(email="a@b.cn", website="https://b.cn")
    id = await merging.merge(survivor, loser)
    await update(Customer, survivor, {"email": "new@b.cn", "address": "人民路1号"})
    await merging.undo(id)
    left = await get(Customer, survivor)
    assert (left.email, left.website, left.address) == ("new@b.cn", "", "人民路1号")
    with pytest.raises(Conflict):
        await merging.undo(id)
    again = await merging.merge(survivor, loser)
    assert again != id


async def test_a_merge_on_top_is_undone_first() -> None:
    survivor, loser = await pair()
    last = (await customer("第三家公司")).id
    first = await merging.merge(survivor, loser)
    second = await merging.merge(last, survivor)
    assert await merging.taken_in(last) == [survivor, loser]
    assert await fetch_value("SELECT crm_core_survivor($1)", loser) == last
    with pytest.raises(Conflict) as caught:
        await merging.undo(first)
    assert str(caught.value) == f"{NAME} was merged into 第三家公司 since: undo that first."
    await merging.undo(second)
    await merging.undo(first)
    assert await fetch_value("SELECT crm_core_survivor($1)", loser) == loser


async def test_undoing_refuses_where_rows_are_gone_and_changes_nothing() -> None:
    survivor, loser = await pair()
    contact = await create(Contact, {"customer": loser, "name": "陈强"})
    id = await merging.merge(survivor, loser)
    await execute("DELETE FROM crm_core_contact WHERE id = $1", contact.id)
    with pytest.raises(Conflict) as caught:
        await merging.undo(id)
    assert "Contacts were deleted or handed on since" in str(caught.value)
    assert (await get(Customer, loser)).archived


async def test_after_thirty_days_the_data_is_gone_and_the_merge_stands() -> None:
    survivor, loser = await pair()
    await create(Contact, {"customer": loser, "name": "陈强"})
    id = await merging.merge(survivor, loser)
    await merging_jobs.forget()
    assert await fetch_value("SELECT count(*) FROM crm_core_merge_moved") == 1
    await execute("UPDATE crm_core_merge SET until = $1", clock.now() - timedelta(seconds=1))
    with pytest.raises(Conflict) as caught:
        await merging.undo(id)
    assert str(caught.value) == "A merge can be undone for 30 days only."
    await merging_jobs.forget()
    assert await fetch_value("SELECT count(*) FROM crm_core_merge_moved") == 0
    assert not (await get(Merge, id)).kept


async def test_what_comes_to_the_merged_customer_later_follows_and_goes_back() -> None:
    survivor, loser = await pair()
    id = await merging.merge(survivor, loser)
    await post(loser, 100)
    assert await merging_jobs.follow() == 1
    assert (await outstanding(survivor), await outstanding(loser)) == ({"CNY": 100}, {})
    await assert_ties()
    await merging.undo(id)
    assert (await outstanding(survivor), await outstanding(loser)) == ({}, {"CNY": 100})
    await assert_ties()


async def test_following_asks_each_table_once_and_moves_only_where_something_came() -> None:
    pairs = [await pair() for _each in range(4)]
    for survivor, loser in pairs[:3]:
        await points.earn(survivor, 10, f"a:{survivor}")
        await points.earn(loser, 10, f"a:{loser}")
    for survivor, loser in pairs:
        await merging.merge(survivor, loser)
    with count_statements() as asked:
        assert await merging_jobs.follow() == 0
    quiet = asked.count
    await post(pairs[1][1], 100)
    await add_note("crm_core/customers", pairs[3][1], "Called")
    await points.earn(pairs[2][1], 5, "late")
    assert await merging_jobs.follow() == 3
    assert await merging_jobs.follow() == 0
    assert (await outstanding(pairs[1][0]), (await points.balance(pairs[2][0])).balance) == ({"CNY": 100}, 25)
    for survivor, loser in [await pair() for _each in range(6)]:
        await merging.merge(survivor, loser)
    with count_statements() as asked:
        assert await merging_jobs.follow() == 0
    assert asked.count == quiet
    await assert_ties()


async def test_money_that_was_settled_across_both_since_stands_in_the_way_of_undoing() -> None:
    survivor, loser = await pair()
    await post(loser, 100)
    id = await merging.merge(survivor, loser)
    await pay(survivor, 60, oldest=True)
    with pytest.raises(Conflict) as caught:
        await merging.undo(id)
    assert "take that allocation back first" in str(caught.value)
    assert await outstanding(survivor) == {"CNY": 40}
    await assert_ties()


async def test_credit_notes_and_write_offs_given_since_go_back_with_their_invoice() -> None:
    survivor, loser = await pair()
    credited, written = await post(loser, 100), await post(loser, 30)
    id = await merging.merge(survivor, loser)
    await credit_invoice(credited, 40, reason="less was delivered")
    asked, _alone = await request_write_off(written, 30, "bankrupt")
    write_off = await get(WriteOff, asked)
    with use_actor(await boss()):
        await approve_write_off(write_off, "")
    await merging.undo(id)
    for table in ("credit_note", "write_off", "payment", "invoice"):
        rows = await fetch(f"SELECT DISTINCT customer_id FROM crm_receivables_{table}")
        assert [row["customer_id"] for row in rows] == [loser], table
    assert await outstanding(loser) == {"CNY": 60} and await outstanding(survivor) == {}
    await assert_ties()


async def test_posted_documents_keep_their_customer_but_in_a_merge() -> None:
    survivor, loser = await pair()
    await post(loser, 100)
    for table in ("invoice", "installment"):
        with pytest.raises(Exception, match="customer of posted rows"):
            await execute(f"UPDATE crm_receivables_{table} SET customer_id = $1", survivor)


async def test_the_actions_lead_there_and_undo() -> None:
    survivor, loser = await pair()
    with use_actor(await boss()):
        action = next(each for each in CUSTOMER_ACTIONS if each.name == "merge_with")
        outcome = await run_action(CUSTOMERS, action, survivor, {"other": loser})
        assert outcome.go_to == f"/crm_core/merge/{survivor}/{loser}"
        id = await merging.merge(survivor, loser)
        await run_action(MERGES, find_action(MERGES, "undo", "record"), id, {})
    assert not (await get(Customer, loser)).archived


async def test_two_merges_at_once_one_wins_and_the_other_learns_why(company: Company) -> None:
    survivor, loser = await pair()
    actor = await boss()

    async def one(first: int, second: int) -> str:
        with use_actor(actor):
            try:
                await merging.merge(first, second)
            except Conflict as error:
                return str(error)
        return "merged"

    answers = await asyncio.gather(one(survivor, loser), one(loser, survivor), one(survivor, loser))
    assert answers.count("merged") == 1
    assert sorted(answers)[0].startswith("merged") or "was merged into" in sorted(answers)[0]
    assert await fetch_value("SELECT count(*) FROM crm_core_merge") == 1
    assert await fetch_value("SELECT count(*) FROM crm_core_customer WHERE archived") == 1


async def test_editing_and_paying_while_merging_loses_nothing(company: Company) -> None:
    survivor, loser = await pair()
    await post(loser, 1000)

    async def edit() -> None:
        try:
            await update(Customer, survivor, {"address": "人民路1号"}, revision=1)
        except Stale:
            await update(Customer, survivor, {"address": "人民路1号"})

    async def paying(n: int) -> None:
        await pay(loser, 10, oldest=True, reference=f"R{n}")

    await asyncio.gather(*(paying(n) for n in range(3)), merging.merge(survivor, loser), edit(), paying(4))
    await merging_jobs.follow()
    row = await fetch_row("SELECT count(*), min(customer_id), max(customer_id) FROM crm_receivables_payment")
    assert tuple(row or ()) == (4, survivor, survivor)
    assert (await get(Customer, survivor)).address == "人民路1号"
    await assert_ties()


async def test_a_merged_customer_takes_no_action_any_more() -> None:
    survivor, loser = await pair()
    await merging.merge(survivor, loser)
    for name, values in (("lose", {"reason": "x"}), ("hand_over", {"owner": 1, "reason": None}), ("restore", {})):
        with use_actor(await user(f"Boss of {name}", MERGER)), pytest.raises(Conflict) as caught:
            await run_action(CUSTOMERS, find_action(CUSTOMERS, name, "record"), loser, values)
        assert "was merged into" in str(caught.value)


async def test_whom_a_customer_was_merged_into_is_told_to_those_who_may_see_that_one() -> None:
    li, wang = await user("Li"), await user("Wang")
    survivor, loser = await customer(NAME, owner=wang.id), await customer(OLD, owner=li.id)
    with use_actor(await boss()):
        await merging.merge(survivor.id, loser.id)
    with use_actor(li):
        with pytest.raises(Conflict) as caught:
            await update(Customer, loser.id, {"email": "x@y.cn"})
        assert str(caught.value) == f"{OLD} was merged into a customer that is not one of yours."
        shown = await timeline(CUSTOMERS, loser.id)
        assert [entry.line for entry in shown.entries if NAME in entry.line] == []
        assert [str(figure.value) for figure in (await MERGED.load(loser.id)).figures] == ["Not one of yours"]


async def test_what_was_billed_since_goes_back_with_its_contract() -> None:
    survivor, loser = await pair()
    contract = await create(Contract, {"customer": loser, "title": "维保", "currency": "CNY"})
    id = await merging.merge(survivor, loser)
    await post(survivor, 70, contract_id=contract.id)
    await post(survivor, 5)
    await merging.undo(id)
    assert (await outstanding(survivor), await outstanding(loser)) == ({"CNY": 5}, {"CNY": 70})
    await assert_ties()


async def test_undoing_wants_the_addons_whose_rows_it_moved() -> None:
    survivor, loser = await pair()
    id = await merging.merge(survivor, loser)
    sql = "INSERT INTO crm_core_merge_moved (merge_id, follower, memory) VALUES ($1, 'crm_other.rows', '{}')"
    await execute(sql, id)
    with pytest.raises(Conflict) as caught:
        await merging.undo(id)
    assert str(caught.value) == "Enable crm_other first: this merge moved some of its data."
