"""A person's file, and anonymization."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from typing import Any

import pytest

from crm_core import merging, privacy
from crm_core.consent_views import CONSENT_ACTIONS
from crm_core.models import Activity, Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.privacy_models import ConsentRequest, WebForm, WebFormEntry
from guanxi import (
    Actor,
    Conflict,
    Forbidden,
    NotFound,
    clock,
    create,
    current_company,
    elevated,
    execute,
    fetch,
    fetch_value,
    find,
    get,
    send_mail,
    store_file,
    transaction,
    update,
    use_actor,
    use_locale,
)
from guanxi.company import Directory
from guanxi.desk.notes import add_note
from guanxi.desk.todos import add_todo
from guanxi.records.actions import run_action
from guanxi.records.audit import seal, verify
from tests.crm_core.browsing import signed_in
from tests.crm_core.support import SALES, customer, user
from tests.kernel.web.browser import text_of

pytestmark = pytest.mark.usefixtures("inside")
SECRETS = ("王小明", "13812345678", "wang@example.com", "人民路 1 号", "孩子上学", "scan-wang", "call wang")


async def _officer() -> Actor:
    wanted = (CorePermission.READ, CorePermission.SEE_ALL, CorePermission.UPDATE, CorePermission.PRIVACY)
    return await user("Officer", wanted)


async def _person(**values: Any) -> Customer:
    """A customer who left traces everywhere."""
    given = {"mobile": "13812345678", "phone": "", "email": "wang@example.com", "address": "人民路 1 号"}
    made = await customer("王小明", kind="person", **{**given, **values})
    officer = await _officer()
    with use_actor(officer):
        await update(Customer, made.id, {"introduction": "孩子上学", "tags": ["王小明"]})
        await create(Contact, {"customer": made.id, "name": "王小明", "mobile": "13812345678"})
        await create(Activity, {"customer": made.id, "kind": "note", "subject": "王小明", "details": "孩子上学"})
        await add_note("crm_core/customers", made.id, "王小明 孩子上学")
        await add_todo("call wang", assignee_id=officer.id, resource="crm_core/customers", record_id=made.id)
        async with transaction():
            await store_file("crm_core/customers", made.id, "scan-wang.pdf", b"%PDF")
    resource = current_company().catalog.resources["crm_core/customers"]
    await run_action(resource, CONSENT_ACTIONS[0], made.id, {"purpose": "marketing", "channel": "phone"})
    data = {"company": "Test", "name": "王小明", "days": 7, "portal": "/portal"}
    await send_mail("wang@example.com", "crm_portal/invitation", data, secret={"link": "x"}, locale="en")
    return made


async def _everything() -> str:
    """Every text of the database."""
    tables = await fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    found = []
    for row in tables:
        rows = await fetch(f'SELECT to_jsonb(t)::text AS held FROM "{row["tablename"]}" AS t')
        found += [f"{row['tablename']} {each['held']}" for each in rows]
    return "\n".join(found)


async def test_the_file_holds_all_parts_and_is_noted() -> None:
    made = await _person()
    officer = next(iter(await fetch("SELECT id FROM guanxi_user WHERE name = 'Officer'")))["id"]
    actor = Actor(kind="user", id=officer, name="Officer", permissions=frozenset(map(str, CorePermission)))
    with use_actor(actor):
        held = json.loads(await privacy.personal_file(made.id, "json"))["data"]
        table = (await privacy.personal_file(made.id, "csv")).decode()
    assert held["customer"][0]["email"] == "wang@example.com"
    assert held["contacts"][0]["mobile"] == "13812345678"
    assert {row["kind"] for row in held["notes"]} == {"notes", "todos", "files"}
    assert (held["consents"][0]["purpose"], held["mails"][0]["to"]) == ("marketing", "wang@example.com")
    assert {"contracts", "receivables", "loyalty", "portal"} <= held.keys()
    assert "人民路 1 号" in table
    notes = await fetch("SELECT after FROM guanxi_audit WHERE action = 'Personal data given out' ORDER BY id")
    assert [row["after"]["format"] for row in notes] == ["json", "csv"]


async def _sheet(customer_id: int, locale: str) -> list[list[str]]:
    with use_locale(locale), use_actor(await user(f"Reader {locale}", tuple(CorePermission))):
        content = await privacy.personal_file(customer_id, "csv")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


async def test_people_read_labels_and_values_in_their_language() -> None:
    made = await _person()
    with elevated():
        form = (await create(WebForm, {"name": "Fair", "title": "Fair", "token": "t"})).id
        await create(WebFormEntry, {"form": form, "customer": made.id, "message": "您好", "mobile": "13812345678"})
    text = await fetch_value("SELECT id FROM crm_core_consent_text WHERE purpose = 'marketing' ORDER BY id DESC")
    now = clock.now()
    await ConsentRequest.create(
        form_id=form,
        customer_id=made.id,
        email="wang@example.com",
        locale="zh_CN",
        texts={"marketing": text},
        asked_at=now,
        expires_at=now,
    )
    english, chinese = await _sheet(made.id, "en"), await _sheet(made.id, "zh_CN")
    assert len(english) == len(chinese)
    assert [row for row in (*english, *chinese) if re.fullmatch("[a-z_]+", row[2])] == []
    assert chinese[0] == ["部分", "行", "字段", "值"]
    assert {row[2] for row in chinese if re.fullmatch("[A-Za-z ]+", row[2])} == set()
    assert ["Customer", "1", "Kind", "Person"] in english and ["客户", "1", "类型", "个人"] in chinese
    assert ["Consents", "1", "Purpose", "Marketing"] in english
    [asked] = [row[3] for row in chinese if row[0] == "通过邮件征求的同意" and row[2] == "营销"]
    assert asked == await fetch_value("SELECT text_zh FROM crm_core_consent_text WHERE id = $1", text)


async def test_anonymization_leaves_no_text_of_the_person_and_the_chain_holds() -> None:
    made = await _person()
    await seal()
    before = await _everything()
    assert all(secret in before for secret in SECRETS)
    with use_actor(await user("Second", tuple(CorePermission))):
        await privacy.anonymize(made.id, "request")
    after = await _everything()
    left = {secret: [line[:300] for line in after.split("\n") if secret in line] for secret in SECRETS}
    assert left == {secret: [] for secret in SECRETS}
    await seal()
    assert await verify() is None
    now = await get(Customer, made.id)
    assert (now.name, now.mobile, now.archived, now.owner_id) == (f"*** {made.code}", "", True, made.owner_id)
    assert await fetch_value("SELECT count(*) FROM crm_core_consent") == 1
    row = (await fetch("SELECT * FROM crm_core_anonymization"))[0]
    assert (row["customer_id"], row["reason"]) == (made.id, "request")


async def test_fields_that_the_company_added_are_in_the_file_and_go() -> None:
    made = await _person()
    await execute("ALTER TABLE crm_core_customer ADD COLUMN x_hobby varchar(200)")
    await execute("ALTER TABLE crm_core_contact ADD COLUMN x_vip boolean NOT NULL DEFAULT false")
    await execute("UPDATE crm_core_customer SET x_hobby = 'chess'")
    await execute("UPDATE crm_core_contact SET x_vip = true")
    with use_actor(await user("Second", tuple(CorePermission))):
        held = json.loads(await privacy.personal_file(made.id, "json"))["data"]["custom_fields"]
        await privacy.anonymize(made.id, "request")
    assert held == [{"kind": "customer", "x_hobby": "chess"}, {"kind": "contact", "x_vip": True}]
    assert await fetch_value("SELECT x_hobby FROM crm_core_customer WHERE id = $1", made.id) is None
    assert await fetch_value("SELECT x_vip FROM crm_core_contact") is False


async def test_the_form_of_an_anonymized_customer_says_why_it_cannot_be_changed(directory: Directory) -> None:
    made = await _person()
    with use_actor(await user("Second", tuple(CorePermission))):
        await privacy.anonymize(made.id, "request")
    path = f"/crm_core/customers/{made.id}"
    async with signed_in(directory) as admin:
        page = await admin.get(path)
        listed = await admin.get("/crm_core/customers?archived=1")
        token = {"X-CSRF-Token": await admin.csrf()}
        refused = await admin.patch(f"/api/v1{path}", json={"mobile": "13812345678"}, headers=token)
        called = await admin.post(f"/api/v1{path}/actions/log_contact", json={"subject": "x"}, headers=token)
    text = text_of(page.text)
    assert "This customer was anonymized. What is left is kept" in text and 'id="record"' not in page.text
    assert "Log contact" not in text and "Hand over" not in text and "Restore" not in text
    assert f"*** {made.code}" in listed.text
    assert (refused.status_code, called.status_code) == (409, 409)
    assert "anonymized" in refused.json()["title"]


async def test_it_is_done_once_and_nothing_is_written_afterwards() -> None:
    made = await _person()
    actor = await user("Second", tuple(CorePermission))
    with use_actor(actor):
        await privacy.anonymize(made.id, "request")
        with pytest.raises(Conflict):
            await privacy.anonymize(made.id, "request")
        with pytest.raises(Conflict):
            await update(Customer, made.id, {"mobile": "13812345678"})
        with pytest.raises(Conflict):
            await create(Contact, {"customer": made.id, "name": "王小明", "mobile": "13812345678"})
        with pytest.raises(Conflict):
            await create(Activity, {"customer": made.id, "kind": "note", "subject": "王小明"})
        resource = current_company().catalog.resources["crm_core/customers"]
        restore = next(action for action in resource.actions if action.name == "restore")
        with pytest.raises(Conflict):
            await run_action(resource, restore, made.id, {})


async def test_two_officers_at_once_anonymize_once() -> None:
    made = await _person()
    officers = [await user(name, tuple(CorePermission)) for name in ("One", "Two")]

    async def act(officer: Actor) -> bool:
        with use_actor(officer):
            try:
                await privacy.anonymize(made.id, "request")
            except Conflict:
                return False
        return True

    assert sorted(await asyncio.gather(*map(act, officers))) == [False, True]
    assert await fetch_value("SELECT count(*) FROM crm_core_anonymization") == 1


async def test_who_owes_money_or_has_a_contract_is_not_anonymized() -> None:
    made = await _person()
    await execute(
        "INSERT INTO crm_contracts_contract (number, title, customer_id, state, currency, total, subtotal, tax, yearly,"
        " payment_method, language, our_signatory, their_signatory, terms, terms_en, annex, annex_en, revision,"
        " created_at, updated_at) VALUES ('HT-1', 'Service', $1, 'active', 'CNY', 0, 0, 0, 0, 'cash', 'en', '', 'Wang',"
        " '', '', '', '', 1, now(), now())",
        made.id,
    )
    with use_actor(await user("Second", tuple(CorePermission))):
        with pytest.raises(Conflict, match="Contract HT-1 runs"):
            await privacy.anonymize(made.id, "request")
        assert (await get(Customer, made.id)).name == "王小明"
    await execute("UPDATE crm_contracts_contract SET state = 'expired'")
    with use_actor(await user("Third", tuple(CorePermission))):
        await privacy.anonymize(made.id, "request")
    assert await fetch_value("SELECT their_signatory FROM crm_contracts_contract") == "Wang"


async def test_only_officers_and_only_customers_they_may_see() -> None:
    made = await _person()
    with use_actor(await user("Li", SALES)):
        with pytest.raises(Forbidden):
            await privacy.anonymize(made.id, "request")
        with pytest.raises(Forbidden):
            await privacy.personal_file(made.id, "json")
    with use_actor(await user("Narrow", (CorePermission.READ, CorePermission.PRIVACY))):
        with pytest.raises(NotFound):
            await privacy.anonymize(made.id, "request")
        with pytest.raises(NotFound):
            await privacy.personal_file(made.id, "json")
    with elevated():
        assert [each.name for each in await find(Customer)] == ["王小明"]


async def test_the_page_asks_twice(directory: Directory) -> None:
    made = await _person()
    path = f"/crm_core/privacy/{made.id}/anonymize"
    async with signed_in(directory) as admin:
        assert "What is held" in (await admin.get(f"/crm_core/privacy/{made.id}")).text
        first = await admin.submit(path)
        assert first.status_code == 200 and f"Enter the code {made.code}" in first.text
        wrong = await admin.post(path, data={"_csrf": await admin.csrf(), "code": "C1"})
        assert wrong.status_code == 422
        assert (await get(Customer, made.id)).name == "王小明"
        done = await admin.post(path, data={"_csrf": await admin.csrf(), "code": made.code.lower()})
        assert done.headers["location"] == f"/crm_core/customers/{made.id}"
        assert (await admin.get(path)).status_code == 409
        page = text_of((await admin.get(f"/crm_core/customers/{made.id}")).text)
        assert "Anonymized At the person's request" in page and "王小明" not in page
        file = await admin.post(
            f"/crm_core/privacy/{made.id}/file", data={"_csrf": await admin.csrf(), "format": "csv"}
        )
        assert file.headers["content-disposition"] == f"attachment; filename*=UTF-8''{made.code}.csv"
        assert (await admin.get("/crm_core/privacy/999")).status_code == 404
    assert (await get(Customer, made.id)).name == f"*** {made.code}"


async def test_customers_that_were_merged_in_go_with_the_survivor() -> None:
    made = await _person()
    loser = await customer("王小明 二", kind="person", mobile="13900000002", phone="")
    await merging.merge(made.id, loser.id)
    with use_actor(await user("Second", tuple(CorePermission))):
        with pytest.raises(Conflict, match="merged into another"):
            await privacy.anonymize(loser.id, "request")
        await privacy.anonymize(made.id, "request")
    after = await _everything()
    assert [secret for secret in (*SECRETS, "13900000002") if secret in after] == []
