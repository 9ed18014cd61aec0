"""What a customer changes of itself: data, the e-mail address, consents; and the file with all of it."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import timedelta
from typing import Any

import pytest

from crm_core.choices import CustomerKind
from crm_core.consent import record
from crm_core.models import Contact, Customer
from crm_core.privacy_choices import Channel, Decision, Purpose
from crm_core.services import give_own_consent, has_consent, own_consents
from guanxi import clock, elevated, execute, fetch, fetch_row, fetch_value, transaction, update
from guanxi.context import Company
from tests.crm_portal.support import archive, code_in, contact, customer, enter, mails, within_a_minute
from tests.kernel.web.browser import Browser, forms_in, text_of

CHANGE, EMAIL, CONSENTS = "/portal/my-data/change", "/portal/my-data/email", "/portal/my-data/consents"


async def come_in(browser: Browser, email: str) -> None:
    await browser.post("/portal/sign-in", data={"email": email})
    await browser.post("/portal/code", data={"code": code_in((await mails())[-1][1])})


async def some_customer(browser: Browser, **values: Any) -> int:
    id = await customer("Harbor Works", email="a@b.example", mobile="13812345678", **values)
    await come_in(browser, "a@b.example")
    return id


async def held(id: int) -> dict[str, Any]:
    row = await fetch_row("SELECT * FROM crm_core_customer WHERE id = $1", id)
    assert row is not None
    return dict(row)


async def test_a_customer_changes_its_data(phone: Browser) -> None:
    id = await some_customer(phone)
    new = {"mobile": "139 1234 5678", "phone": "", "address": "江苏省苏州市\n姑苏区平江路1号", "postcode": "215000"}
    answer = await phone.submit(CHANGE, {**new, "locale": "en"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/portal/my-data")
    row = await held(id)
    assert (row["mobile"], row["phone"], row["postcode"], row["locale"]) == ("13912345678", "", "215000", "en")
    assert (row["address"], row["city"]) == ("江苏省苏州市 姑苏区平江路1号", "苏州市")
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE action = 'update' ORDER BY id DESC LIMIT 1")
    assert entry is not None
    assert (entry["actor_kind"], entry["actor_id"], entry["reason"]) == ("external", id, "by the customer")
    assert "13912345678" in text_of((await phone.get("/portal/my-data")).text)


async def test_nothing_else_can_be_changed(phone: Browser) -> None:
    id = await some_customer(phone)
    before = await held(id)
    more = {"name": "x", "email": "x@x.example", "stage": "formal", "owner": "1", "archived": "1", "birth_month": "2"}
    assert (await phone.submit(CHANGE, {**more, "id": "1", "tags": "x", "birth_day": "3"})).status_code == 303
    assert await held(id) == before


async def test_people_have_a_birthday(phone: Browser) -> None:
    id = await some_customer(phone, kind=CustomerKind.PERSON.value)
    assert (await phone.submit(CHANGE, {"birth_month": "2", "birth_day": "30"})).status_code == 422
    assert (await phone.submit(CHANGE, {"birth_month": "x", "birth_day": "3"})).status_code == 422
    good = {"birth_calendar": "lunar", "birth_month": "2", "birth_day": "３０"}
    assert (await phone.submit(CHANGE, good)).status_code == 303
    row = await held(id)
    assert (row["birth_calendar"], row["birth_month"], row["birth_day"]) == ("lunar", 2, 30)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"mobile": "", "phone": ""}, "mobile"),
        ({"mobile": "123"}, "mobile"),
        ({"phone": "x"}, "phone"),
        ({"postcode": "1"}, "postcode"),
        ({"address": "x" * 301}, "address"),
        ({"locale": "xx"}, "locale"),
    ],
)
async def test_what_cannot_be_saved_is_said_at_the_field(phone: Browser, values: dict[str, str], field: str) -> None:
    id = await some_customer(phone)
    before = await held(id)
    answer = await phone.submit(CHANGE, values)
    assert answer.status_code == 422
    assert re.search(rf'<(input|select) id="{field}"[^>]*aria-invalid="true"', answer.text)
    assert await held(id) == before


async def test_two_changes_at_once_are_noticed(phone: Browser) -> None:
    id = await some_customer(phone)
    form = (await phone.forms(CHANGE))[CHANGE]
    with elevated():
        await update(Customer, id, {"mobile": "13700000000"})
    answer = await phone.post(CHANGE, data={**form, "mobile": "13911111111"})
    assert answer.status_code == 409
    assert "We hold: 13700000000" in text_of(answer.text) and 'value="13911111111"' in answer.text
    assert (await held(id))["mobile"] == "13700000000"
    form = forms_in(answer.text)[CHANGE]
    assert (await phone.post(CHANGE, data=form)).status_code == 303
    assert (await held(id))["mobile"] == "13911111111"
    assert (await phone.post(CHANGE, data={**form, "revision": "x" * 30})).status_code in (409, 422)


async def mail_to(address: str) -> str:
    return next(text for to, text in reversed(await mails()) if to == address)


def new_address_token(text: str) -> str:
    found = re.search(r"/portal/new-email\?token=([\w-]{43})\s", text)
    assert found, text
    return found[1]


async def test_a_new_address_is_confirmed_from_its_mailbox(phone: Browser, app: object) -> None:
    id = await some_customer(phone)
    answer = await phone.submit(EMAIL, {"email": " New@B.example "})
    assert answer.headers["location"] == "/portal/my-data"
    assert (await held(id))["email"] == "a@b.example", "not before it is confirmed"
    token = new_address_token(await mail_to("new@b.example"))
    async with Browser(app) as mailbox:
        assert "Confirm the address" in (await mailbox.get(f"/portal/new-email?token={token}")).text
        assert (await held(id))["email"] == "a@b.example"
        answer = await mailbox.submit("/portal/new-email", page=f"/portal/new-email?token={token}")
        assert answer.status_code == 200 and "new@b.example" in answer.text
        assert (await mailbox.post("/portal/new-email", data={"token": token})).status_code == 410
    assert (await held(id))["email"] == "new@b.example"
    told = await fetch_row('SELECT "to", subject FROM guanxi_mail ORDER BY id DESC LIMIT 1')
    assert told is not None and tuple(told) == ("a@b.example", "Chunyi Climate：您的邮箱已更改")
    assert (await phone.get("/portal")).status_code == 200
    async with Browser(app) as other:
        await come_in(other, "new@b.example")
        assert (await other.get("/portal")).status_code == 200


async def test_a_new_address_needs_proof_and_patience(phone: Browser, app: object) -> None:
    id = await some_customer(phone)
    assert (await phone.submit(EMAIL, {"email": "a@b.example"})).status_code == 422
    for wrong in ("", "no address", "a@b.example\r\nBcc: x@x.example"):
        assert (await phone.submit(EMAIL, {"email": wrong})).status_code == 422
    assert (await phone.submit(EMAIL, {"email": "one@b.example"})).status_code == 303
    with within_a_minute():
        again = await phone.submit(EMAIL, {"email": "two@b.example"})
        assert again.status_code == 422 and "just sent a mail" in text_of(again.text)
    first = new_address_token(await mail_to("one@b.example"))
    with clock.travel(clock.now() + timedelta(minutes=6)):
        assert (await phone.submit(EMAIL, {"email": "two@b.example"})).status_code == 303
        assert (await phone.post("/portal/new-email", data={"token": first})).status_code == 403, "no CSRF token"
        async with Browser(app) as mailbox:
            assert (await mailbox.post("/portal/new-email", data={"token": first})).status_code == 410, "a later one"
    await execute("UPDATE crm_portal_entry SET created_at = created_at - $1::interval", timedelta(minutes=31))
    page = await phone.get(EMAIL)
    assert "sign in anew" in text_of(page.text)
    csrf = forms_in(page.text)["/portal/sign-in"]["_csrf"]
    with within_a_minute():
        assert (await phone.post(EMAIL, data={"_csrf": csrf, "email": "three@b.example"})).status_code == 422
    assert await fetch_value("SELECT email FROM crm_portal_new_address WHERE customer_id = $1", id) == "two@b.example"


async def test_a_link_to_a_new_address_ends_with_the_customer(phone: Browser, app: object) -> None:
    id = await some_customer(phone)
    await phone.submit(EMAIL, {"email": "new@b.example"})
    token = new_address_token(await mail_to("new@b.example"))
    await archive(Customer, id)
    async with Browser(app) as mailbox:
        assert (await mailbox.post("/portal/new-email", data={"token": token})).status_code == 410
    assert (await held(id))["email"] == "a@b.example"


async def consents_in_order(id: int) -> list[tuple[str, str, str]]:
    rows = await fetch("SELECT purpose, decision, channel, user_id FROM crm_core_consent WHERE customer_id = $1", id)
    assert all(row["user_id"] is None for row in rows)
    return [(row["purpose"], row["decision"], row["channel"]) for row in rows]


async def marketing(browser: Browser) -> dict[str, str]:
    """The form of the first purpose on the page."""
    page = (await browser.get(CONSENTS)).text
    start = page.index("<form", page.index('id="consent-marketing"'))
    form = forms_in(page[start : page.index("</form>", start)] + "</form>")[CONSENTS]
    assert form["purpose"] == "marketing"
    return form


async def test_consents_are_given_and_withdrawn(phone: Browser) -> None:
    id = await some_customer(phone)
    assert "You have decided nothing yet." in text_of((await phone.get(CONSENTS)).text)
    form = await marketing(phone)
    for _press in range(2):
        assert (await phone.post(CONSENTS, data={**form, "give": "1"})).status_code == 303
    assert await consents_in_order(id) == [("marketing", "given", "portal")], "pressed twice, given once"
    assert await has_consent(id, "marketing")
    text = text_of((await phone.get(CONSENTS)).text)
    assert "Given on" in text and "Withdraw Marketing" in text
    for _press in range(2):
        assert (await phone.post(CONSENTS, data={**form, "withdraw": "1"})).status_code == 303
    assert await consents_in_order(id) == [("marketing", "given", "portal"), ("marketing", "withdrawn", "portal")]
    assert not await has_consent(id, "marketing")
    text = text_of((await phone.get(CONSENTS)).text)
    assert "Withdrawn on" in text and "Customer portal" not in text
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE action = 'Consent noted'") == 2


async def test_a_consent_is_to_the_text_that_was_read(phone: Browser) -> None:
    id = await some_customer(phone)
    form = await marketing(phone)
    await phone.post(CONSENTS, data={**form, "give": "1"})
    await execute(
        "INSERT INTO crm_core_consent_text (revision, created_at, updated_at, purpose, version, text, text_zh)"
        " VALUES (1, now(), now(), 'marketing', 2, 'New words.', '新的文字。')"
    )
    stale = await phone.post(CONSENTS, data={**form, "give": "1"})
    assert stale.status_code == 409 and "changed in the meantime" in text_of(stale.text)
    text = text_of((await phone.get(CONSENTS)).text)
    assert "You agreed to: I agree to get news" in text and "New words." in text
    form = await marketing(phone)
    assert (await phone.post(CONSENTS, data={**form, "give": "1"})).status_code == 303
    assert len(await consents_in_order(id)) == 2
    service = await fetch_value("SELECT id FROM crm_core_consent_text WHERE purpose = 'service'")
    for wrong in ({"purpose": "none"}, {"purpose": ""}, {"text": str(service)}, {"text": "x"}, {"text": "9" * 30}):
        assert (await phone.post(CONSENTS, data={**form, "give": "1", **wrong})).status_code in (409, 422), wrong
    assert len(await consents_in_order(id)) == 2


async def test_consents_that_users_noted_are_the_customers_too(phone: Browser) -> None:
    id = await some_customer(phone)
    async with transaction():
        await record(id, Purpose.PROFILING, Decision.GIVEN, Channel.PAPER)
    assert "Withdraw Profiling" in text_of((await phone.get(CONSENTS)).text)


async def test_of_parallel_consents_one_is_written(inside: Company) -> None:
    id = await customer("Harbor Works")
    [asked] = [each for each in await own_consents(id) if each.purpose == "marketing"]
    await asyncio.gather(*(give_own_consent(id, "marketing", asked.text_id) for _ in range(8)))
    assert len(await consents_in_order(id)) == 1


async def test_own_data_come_as_a_file(phone: Browser) -> None:
    other = await customer("Other Works", email="o@b.example", mobile="13600000000")
    id = await some_customer(phone, habits="drinks tea", life_notes="secret", introduction="said a colleague")
    person = await contact(id, "Zhang Wei", notes="difficult", mobile="13800000001")
    answer = await phone.submit("/portal/my-data/file", page="/portal/my-data")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert re.fullmatch(r"attachment; filename\*=UTF-8''C\d{4}-\d{5}\.json", answer.headers["content-disposition"])
    data = json.loads(answer.content)["data"]
    assert data["customer"][0]["mobile"] == "13812345678" and data["contacts"][0]["name"] == "Zhang Wei"
    assert {"customer", "contacts", "addresses", "consents", "portal"} <= data.keys()
    assert not {"notes", "activities", "mails", "merges"} & data.keys()
    for hidden in ("drinks tea", "secret", "said a colleague", "difficult", "13600000000", "value_class"):
        assert hidden not in answer.text
    assert (await phone.get("/portal/my-data/file")).status_code == 405, "it is written down, so no GET"
    noted = await fetch_row("SELECT * FROM guanxi_audit WHERE action = 'Personal data given out'")
    assert noted is not None and (noted["actor_kind"], noted["record_id"]) == ("external", id)
    assert other != id and person


async def test_each_page_is_for_its_own_customer(phone: Browser, app: object) -> None:
    await some_customer(phone)
    other = await customer("Other Works", email="o@b.example", mobile="13600000000")
    csrf = (await phone.forms("/portal/my-data"))["/portal/sign-out"]["_csrf"]
    before = await held(other)
    for path in (CHANGE, EMAIL, CONSENTS, "/portal/my-data/file", "/portal/password"):
        data = {"_csrf": csrf, "customer": str(other), "id": str(other), "revision": "1", "mobile": "13911112222"}
        await phone.post(path, data=data)
        async with Browser(app) as nobody:
            assert (await nobody.post(path, data=data)).headers["location"].startswith("/portal/sign-in")
            assert (await nobody.get(path)).status_code == 303
    assert await held(other) == before
    assert await consents_in_order(other) == []


async def test_a_contact_who_left_proves_nothing(phone: Browser) -> None:
    id = await customer("Harbor Works", email="a@b.example")
    person = await contact(id, "Zhang Wei", email="zhang@b.example")
    await come_in(phone, "zhang@b.example")
    await archive(Contact, person)
    for path in (EMAIL, "/portal/password"):
        assert "sign in by a link" in text_of((await phone.get(path)).text)


async def test_a_handed_over_session_may_not_change_the_address(phone: Browser) -> None:
    await enter(phone, await customer("Harbor Works", email="a@b.example"))
    page = (await phone.get(EMAIL)).text
    assert EMAIL not in forms_in(page) and forms_in(page)["/portal/sign-in"]["email"] == "a@b.example"
