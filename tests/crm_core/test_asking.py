"""Whoever may save a double is asked once, on the form and by the API; a handover is confirmed on its page."""

from __future__ import annotations

import pytest

from guanxi import execute, fetch_value
from guanxi.company import Directory
from tests.crm_core.browsing import signed_in
from tests.crm_core.support import customer, user
from tests.kernel.web.browser import forms_in, text_of

pytestmark = pytest.mark.usefixtures("inside")
NAME = "靖江市春意空调有限公司"
PATH, API = "/crm_core/customers/new", "/api/v1/crm_core/customers"


async def _count() -> int:
    return int(await fetch_value("SELECT count(*) FROM crm_core_customer"))


async def test_the_form_asks_once_and_keeps_what_was_typed(directory: Directory) -> None:
    li = await user("Li")
    await customer(NAME, owner=li.id)
    async with signed_in(directory) as admin:
        form = (await admin.forms(PATH))[PATH]
        typed = {**form, "name": NAME, "mobile": "13812345678"}
        asked = await admin.post(PATH, data=typed)
        question = text_of(asked.text)
        again = forms_in(asked.text)[PATH]
        saved = await admin.post(PATH, data=again)
    assert asked.status_code == 409 and again["mobile"] == "13812345678"
    assert "This customer is there already; Li holds it. Save it all the same?" in question
    assert "Save all the same" in question
    assert saved.status_code == 303 and await _count() == 2


async def test_a_yes_to_one_question_is_none_to_another(directory: Directory) -> None:
    li = await user("Li")
    await customer(NAME, owner=li.id)
    await customer("无锡秋实食品有限公司", owner=li.id)
    async with signed_in(directory) as admin:
        form = (await admin.forms(PATH))[PATH]
        asked = await admin.post(PATH, data={**form, "name": NAME, "mobile": "13812345678"})
        again = {**forms_in(asked.text)[PATH], "name": "无锡秋实食品有限公司"}
        answer = await admin.post(PATH, data=again)
    assert answer.status_code == 409 and "无锡秋实食品有限公司: This" in answer.text
    assert await _count() == 2


async def test_a_changed_name_is_asked_for_too(directory: Directory) -> None:
    li = await user("Li")
    await customer(NAME, owner=li.id)
    mine = await customer("华达机械有限公司")
    path = f"/crm_core/customers/{mine.id}"
    async with signed_in(directory) as admin:
        form = (await admin.forms(path))[path]
        asked = await admin.post(path, data={**form, "name": NAME})
        saved = await admin.post(path, data=forms_in(asked.text)[path])
    assert (asked.status_code, saved.status_code) == (409, 303)
    assert await fetch_value("SELECT name FROM crm_core_customer WHERE id = $1", mine.id) == NAME


async def test_the_api_wants_the_field_confirmed(directory: Directory) -> None:
    li = await user("Li")
    await customer(NAME, owner=li.id)
    body = {"name": NAME, "mobile": "13812345678"}
    async with signed_in(directory) as admin:
        token = {"X-CSRF-Token": await admin.csrf()}
        document = (await admin.get("/api/openapi.json")).json()["components"]["schemas"]
        refused = await admin.post(API, json=body, headers=token)
        wrong = await admin.post(API, json={**body, "confirmed": "yes"}, headers=token)
        unknown = await admin.post("/api/v1/crm_core/contacts", json={"confirmed": True}, headers=token)
        assert await _count() == 1
        saved = await admin.post(API, json={**body, "confirmed": True}, headers=token)
    assert refused.status_code == 409
    assert (refused.json()["code"], refused.json()["details"]) == ("unconfirmed", [])
    assert (wrong.status_code, unknown.status_code, saved.status_code) == (422, 422, 201)
    assert await _count() == 2
    for name in ("new", "change"):
        assert "confirmed" in document[f"crm_core.customers.{name}"]["properties"]
        assert "confirmed" not in document[f"crm_core.contacts.{name}"]["properties"]


async def test_the_page_of_a_handover_says_what_goes_and_asks(directory: Directory) -> None:
    li, wang = await user("Li"), await user("Wang")
    await customer(NAME, owner=li.id)
    path = "/crm_core/customers/actions/hand_over_all"
    async with signed_in(directory) as admin:
        form = {**(await admin.forms(path))[""], "giver": str(li.id), "taker": str(wang.id)}
        asked = await admin.post(path, data=form)
        token = {"X-CSRF-Token": await admin.csrf()}
        body = {"giver": li.id, "taker": wang.id}
        by_api = await admin.post(f"/api/v1{path}", json=body, headers=token)
        await execute("UPDATE crm_core_customer SET owner_id = $1", li.id)
        await customer("无锡秋实食品有限公司", owner=li.id)
        changed = await admin.post(path, data=forms_in(asked.text)[""])
        done = await admin.post(path, data=forms_in(changed.text)[""])
    text = text_of(asked.text)
    attached = "Customers: 1 Contracts: 0 Calls, letters and tasks: 0 Next contacts: 0 Places in teams: 0 To-dos: 0"
    assert f"Hand it over now? {attached}" in text
    assert {"label": "Customers", "count": 1} in by_api.json()["details"]
    assert (asked.status_code, by_api.status_code, changed.status_code, done.status_code) == (409, 409, 409, 303)
    assert "Customers: 2" in text_of(changed.text)
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'crm_core.hand_over'") == 1
