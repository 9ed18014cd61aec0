"""Pairs that look alike, reports of doubles, and the pages and calls around merging."""

from __future__ import annotations

import pytest

from crm_core import merging, merging_pairs
from crm_core.contact_models import ContactPoint
from crm_core.extensions import CUSTOMER_FOLLOWERS
from crm_core.merging_models import MergeRequest, NotDouble
from crm_core.merging_views import CUSTOMER_ACTIONS, REQUESTS
from crm_core.models import Contact, Customer
from crm_core.pair_finding import look_again
from crm_core.permissions import CorePermission
from crm_core.views import CUSTOMERS
from guanxi import (
    Actor,
    Company,
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    Outcome,
    create,
    delete,
    fetch_row,
    fetch_value,
    find,
    get,
    update,
    use_actor,
)
from guanxi.addons import AvailableAddons
from guanxi.addons.validation import models_in
from guanxi.company import Directory
from guanxi.desk.notifications import notifications
from guanxi.records import page, parse_list_query
from guanxi.records.actions import find_action, run_action
from guanxi.settings import Settings
from guanxi.views.timeline import timeline
from guanxi.web.app import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.crm_core.support import MANAGER, SALES, customer, user
from tests.kernel.web.browser import Browser, text_of

pytestmark = pytest.mark.usefixtures("inside")
MERGER = (*MANAGER, CorePermission.MERGE)
NAME, OLD = "上海云帆信息技术有限公司", "上海云帆信息技术有限公司旧"


async def boss() -> Actor:
    return await user("Boss", MERGER)


async def found() -> list[tuple[int, int, list[str], int]]:
    await look_again()
    pairs, _after = await merging_pairs.pairs()
    return [(pair.one.id, pair.other.id, pair.reasons, pair.confidence) for pair in pairs]


async def report(customer_id: int, **values: object) -> Outcome:
    action = next(each for each in CUSTOMER_ACTIONS if each.name == "report_double")
    return await run_action(CUSTOMERS, action, customer_id, {"other": None, "note": None, **values})


def test_every_row_that_points_to_a_customer_follows(available: AvailableAddons) -> None:
    offers = [offer for offer in available.offers.values() if offer.addon != "guanxi"]
    covered = {
        model
        for offer in offers
        for point, follower in offer.extensions
        if point is CUSTOMER_FOLLOWERS
        for model in follower.models
    }
    pointing = {
        model
        for offer in offers
        for model in models_in(offer)
        if any(getattr(field, "related_model", None) is Customer for field in model._meta.fields_map.values())
    }
    assert {model.__name__ for model in pointing - covered} == set()
    assert {model.__name__ for model in covered - pointing} == set()


async def test_pairs_are_the_surest_first_in_pages() -> None:
    a = await customer(NAME, mobile="13812345678", phone="", tax_number="91350100M000100Y43")
    b = await customer("北京秋实食品有限公司", mobile="13812345678", phone="", tax_number="91350100M000100Y43")
    c = await customer("无锡春意空调有限公司", phone="", mobile="13912345678", email="x@y.cn")
    d = await customer("靖江市春意空调有限公司", phone="", mobile="13712345678", email="x@y.cn")
    e = await customer("王强", kind="person", phone="", mobile="13612345678")
    await create(Contact, {"customer": a.id, "name": "王强", "mobile": "13612345678"})
    expected = [
        (a.id, b.id, ["tax_number", "phone"], 100),
        (c.id, d.id, ["email", "trade_name", "business"], 95),
        (a.id, e.id, ["phone"], 80),
    ]
    assert await found() == expected
    first, after = await merging_pairs.pairs(limit=1)
    assert after == (100, a.id, b.id) == merging_pairs.read_after(merging_pairs.show_after(after))
    rest, end = await merging_pairs.pairs(after, limit=5)
    assert ([pair.confidence for pair in first + rest], end) == ([100, 95, 80], None)
    for wrong in ("x", "1.2", "1.2.3.4", "-1.2.3", "1.2." + "9" * 30):
        with pytest.raises(InvalidInput):
            merging_pairs.read_after(wrong)


async def test_further_numbers_make_pairs_and_changes_are_looked_at_again() -> None:
    a = await customer("上海云帆信息技术有限公司", phone="0512-62881111")
    b = await customer("无锡秋实食品有限公司", phone="0512-62882222", email="a@b.cn")
    assert await found() == []
    one = await create(ContactPoint, {"customer": a.id, "value": "0512-62882222"})
    await create(ContactPoint, {"customer": a.id, "value": "A@b.cn"})
    assert await found() == [(a.id, b.id, ["phone", "email"], 95)]
    await delete(ContactPoint, one.id)
    assert await found() == [(a.id, b.id, ["email"], 75)]
    await update(Customer, b.id, {"email": ""})
    assert await found() == []
    await update(Customer, b.id, {"name": "上海云帆信息技术有限责任公司"})
    assert [pair[:2] for pair in await found()] == [(a.id, b.id)]
    await update(Customer, a.id, {"archived": True})
    assert await found() == []
    assert await fetch_value("SELECT count(*) FROM crm_core_alike") == 0


async def test_pairs_are_of_customers_that_one_may_see_and_that_are_left() -> None:
    li, wang = await user("Li"), await user("Wang")
    a, b = await customer(NAME, owner=li.id), await customer(NAME, owner=wang.id)
    c = await customer(NAME, owner=li.id)
    with use_actor(li):
        assert [pair[:2] for pair in await found()] == [(a.id, c.id)]
    with use_actor(await boss()):
        assert [pair[:2] for pair in await found()] == [(a.id, b.id), (a.id, c.id), (b.id, c.id)]
        id = await merging.merge(a.id, b.id)
        assert [pair[:2] for pair in await found()] == [(a.id, c.id)]
        await merging_pairs.dismiss(c.id, a.id)
        await merging_pairs.dismiss(a.id, c.id)
        assert await found() == []
        await merging.undo(id)
        assert [pair[:2] for pair in await found()] == [(a.id, b.id), (b.id, c.id)]
        with pytest.raises(NotFound):
            await merging_pairs.dismiss(a.id, 10**9)
        with pytest.raises(Conflict):
            await merging_pairs.dismiss(a.id, a.id)
        entry = (await timeline(CUSTOMERS, c.id)).entries[0]
        assert (entry.title, entry.line) == ("Told apart from another record", NAME)
    row = await fetch_row(f"SELECT one_id, other_id, created_by_id FROM {NotDouble._meta.db_table}")
    assert row is not None and (row["one_id"], row["other_id"]) == (a.id, c.id)
    assert row["created_by_id"] is not None


async def test_a_report_is_merged_and_the_reporter_hears_of_it() -> None:
    li, wang = await user("Li"), await user("Wang")
    mine, other = await customer(NAME, owner=li.id), await customer(NAME, owner=wang.id)
    with use_actor(li):
        outcome = await report(mine.id, note="同一家")
        assert (await report(mine.id)).data == outcome.data
        row = (await page(REQUESTS, parse_list_query(REQUESTS, []))).rows[0]
        assert "other" not in row and row["note"] == "同一家"
        with pytest.raises(Forbidden):
            await run_action(REQUESTS, find_action(REQUESTS, "reject", "record"), row["id"], {"reason": "x"})
        with pytest.raises(NotFound):
            await report(other.id)
    with use_actor(wang):
        assert await find(MergeRequest) == []
    with use_actor(await boss()):
        (request,) = await find(MergeRequest)
        assert (request.customer_id, request.other_id, request.state) == (mine.id, other.id, "open")
        outcome = await run_action(REQUESTS, find_action(REQUESTS, "merge", "record"), request.id, {"other": None})
        assert outcome.go_to == f"/crm_core/merge/{mine.id}/{other.id}"
        id = await merging.merge(other.id, mine.id)
        assert (await get(MergeRequest, request.id)).state == "merged"
    with use_actor(li):
        (told,) = await notifications()
    with use_actor(await user("Second", MERGER)):
        await merging.undo(id)
        assert (await get(MergeRequest, request.id)).state == "open"
    with use_actor(li):
        assert {str(each.title) for each in await notifications()} == {
            str(told.title),
            f"The merge of “{NAME}” that you asked for was undone.",
        }
    assert (str(told.title), told.href) == (
        f"The double of “{NAME}” that you reported was merged.",
        f"/crm_core/customers/{mine.id}",
    )


async def test_a_report_is_rejected_with_a_reason() -> None:
    li = await user("Li")
    mine = await customer(NAME, owner=li.id)
    with use_actor(li):
        await report(mine.id)
        with pytest.raises(Conflict):
            await report(mine.id, other=mine.id)
    with use_actor(await boss()):
        (request,) = await find(MergeRequest)
        assert request.other_id is None
        with pytest.raises(InvalidInput):
            await run_action(REQUESTS, find_action(REQUESTS, "merge", "record"), request.id, {"other": None})
        reject = find_action(REQUESTS, "reject", "record")
        await run_action(REQUESTS, reject, request.id, {"reason": "两家公司"})
        with pytest.raises(Conflict):
            await run_action(REQUESTS, reject, request.id, {"reason": "again"})
        assert (await get(MergeRequest, request.id)).answer == "两家公司"
    with use_actor(li):
        assert [str(told.title) for told in await notifications()] == [f"“{NAME}” was not merged: 两家公司"]


async def test_the_roles_that_may_merge() -> None:
    rows = "SELECT array_agg(key ORDER BY key) FROM guanxi_role WHERE permissions::text LIKE '%customers.merge%'"
    assert await fetch_value(rows) == ["administration", "manager"]
    assert CorePermission.MERGE not in SALES


async def test_the_pages_compare_refuse_and_merge(company: Company, directory: Directory) -> None:
    survivor = await customer(NAME, email="a@b.cn")
    loser = await customer(OLD, email="c@d.cn", website="https://d.cn")
    await create(Contact, {"customer": loser.id, "name": "陈强"})
    there = f"/crm_core/merge/{survivor.id}/{loser.id}"
    async with Browser(create_app(directory, Settings())) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        assert "2 changed customers are compared within five minutes" in (await browser.get("/crm_core/doubles")).text
        await look_again()
        listed = text_of((await browser.get("/crm_core/doubles")).text)
        assert "Same phone number" in listed and "97 %" in listed and "changed customers" not in listed
        assert (await browser.get("/crm_core/doubles?after=x")).status_code == 422
        shown = text_of((await browser.get(there)).text)
        assert "Contacts 1" in shown and f"Stays: {survivor.code}" in shown
        form = (await browser.forms(there))[there]
        form.update({"take.email": "loser", "take.website": "loser"})
        await create(Contact, {"customer": loser.id, "name": "另"})
        stale = await browser.post(there, data={**form, "loser_revision": "7"})
        assert (stale.status_code, "was changed meanwhile" in text_of(stale.text)) == (409, True)
        merged = await browser.post(there, data=form)
        assert (merged.status_code, merged.headers["location"]) == (303, f"/crm_core/customers/{survivor.id}")
        again = await browser.post(there, data=form)
        assert (again.status_code, "was merged into" in text_of(again.text)) == (409, True)
        assert (await browser.post(there, data={})).status_code == 403
        gone = text_of((await browser.get(f"/crm_core/customers/{loser.id}")).text)
        assert f"Merged into {NAME}" in gone
        for foreign in (f"/crm_core/merge/{survivor.id}/999999", f"/crm_core/merge/{10**30}/{survivor.id}"):
            assert (await browser.get(foreign)).status_code == 404
    left = await get(Customer, survivor.id)
    assert (left.email, left.website) == ("c@d.cn", "https://d.cn")


async def test_the_api_previews_merges_and_undoes(company: Company, directory: Directory) -> None:
    survivor, loser = await customer(NAME), await customer(OLD, email="c@d.cn")
    async with Browser(create_app(directory, Settings())) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        headers = {"X-CSRF-Token": await browser.csrf()}
        api = "/api/v1/crm_core"
        preview = await browser.get(f"{api}/merge?survivor={survivor.id}&loser={loser.id}")
        names = ["name", "trade_name", "name_business", "legal_form"]
        assert preview.json() == {"fields": [*names, "email"], "suggested": ["email"], "moves": []}
        body = {"survivor": survivor.id, "loser": loser.id}
        for wrong, status in (
            ({"loser": 10**40}, 422),
            ({"loser": 999_999}, 404),
            ({"loser": -1}, 404),
            ({"take": ["x"]}, 422),
            ({"survivor_revision": 9}, 409),
            ({"reason": "x" * 501}, 422),
            ({"reason": "x\u0000"}, 422),
            ({"reason": "同一家"}, 200),
        ):
            answer = await browser.post(f"{api}/merge", json={**body, **wrong}, headers=headers)
            assert (answer.status_code, wrong) == (status, wrong), answer.text
        id = answer.json()["merge"]
        undone = await browser.post(f"{api}/merges/{id}/actions/undo", json={}, headers=headers)
        assert undone.status_code == 200, undone.text
        await look_again()
        pairs = (await browser.get(f"{api}/doubles")).json()
        assert [(pair["one"]["id"], pair["other"]["id"]) for pair in pairs["pairs"]] == [(survivor.id, loser.id)]
        two = {"one": loser.id, "other": survivor.id}
        assert (await browser.post(f"{api}/doubles/dismiss", json=two, headers=headers)).status_code == 200
        assert (await browser.get(f"{api}/doubles")).json() == {"pairs": [], "after": ""}


async def test_fields_of_the_company_itself_are_chosen_too(company: Company, directory: Directory) -> None:
    survivor, loser = await customer(NAME), await customer(OLD)
    color = {"resource": "crm_core/customers", "label": "Color", "kind": "choice", "choices": "Red | 红\nBlue | 蓝"}
    async with Browser(create_app(directory, Settings())) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        headers = {"X-CSRF-Token": await browser.csrf()}
        made = await browser.post("/api/v1/guanxi/custom_fields", json=color, headers=headers)
        assert made.status_code == 201, made.text
        await directory.refresh("test")
        path = f"/api/v1/crm_core/customers/{loser.id}"
        changed = await browser.patch(path, json={"x_color": "Blue"}, headers=headers)
        assert changed.status_code == 200, changed.text
        there = f"/crm_core/merge/{survivor.id}/{loser.id}"
        assert "Color empty Blue" in text_of((await browser.get(there)).text)
        fewer = {"choices": "Red | 红", "revision": 1}
        gone = await browser.patch(f"/api/v1/guanxi/custom_fields/{made.json()['id']}", json=fewer, headers=headers)
        assert gone.status_code == 200, gone.text
        await directory.refresh("test")
        assert "Color empty Blue" in text_of((await browser.get(there)).text)
        body = {"survivor": survivor.id, "loser": loser.id}
        merged = await browser.post("/api/v1/crm_core/merge", json=body, headers=headers)
        kept = "SELECT x_color FROM crm_core_customer WHERE id = $1"
        assert await fetch_value(kept, survivor.id) == "Blue"
        undo = f"/api/v1/crm_core/merges/{merged.json()['merge']}/actions/undo"
        assert (await browser.post(undo, json={}, headers=headers)).status_code == 200
        assert await fetch_value(kept, survivor.id) is None


async def test_what_many_share_makes_no_pairs_and_a_persons_name_alone_few() -> None:
    for number in range(25):
        await customer(f"秋实{number:02}食品有限公司", phone=f"0512-62{number:06}", email="info@example.com")
    one, other = [await customer("张伟", kind="person", phone="", mobile=f"1361234567{n}") for n in range(2)]
    assert await found() == [(one.id, other.id, ["name"], 60)]
