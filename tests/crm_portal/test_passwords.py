"""Passwords: for whoever wants one, bound to the address and to the customers that had it then."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from crm_core import merging, privacy
from crm_core.models import Customer
from guanxi import elevated, execute, fetch, fetch_value, update
from guanxi.context import Company
from tests.crm_portal.support import archive, code_in, contact, customer, enter, mails, within_a_minute
from tests.kernel.web.browser import Browser, forms_in, text_of

NEW = "harbor lights at dawn"
PAGE = "/portal/password"


async def come_in(browser: Browser, email: str) -> None:
    await browser.post("/portal/sign-in", data={"email": email})
    code = code_in((await mails())[-1][1])
    assert (await browser.post("/portal/code", data={"code": code})).status_code in (200, 303)


async def by_password(browser: Browser, email: str, password: str = NEW) -> httpx.Response:
    return await browser.post("/portal/with-password", data={"email": email, "password": password})


async def set_one(browser: Browser, **values: str) -> httpx.Response:
    return await browser.submit(PAGE, {"new": NEW, "again": NEW, **values})


async def some_customer(browser: Browser) -> int:
    id = await customer("Harbor Works", email="a@b.example")
    await come_in(browser, "a@b.example")
    return id


async def test_a_password_is_set_used_and_removed(phone: Browser, app: object) -> None:
    id = await some_customer(phone)
    before = phone.cookies["guanxi_portal"]
    answer = await set_one(phone)
    assert (answer.status_code, answer.headers["location"]) == (303, "/portal/my-data")
    assert phone.cookies["guanxi_portal"] != before, "the session goes on under a new cookie"
    assert (await phone.get("/portal")).status_code == 200
    [stored] = await fetch("SELECT email, customer_id, hash FROM crm_portal_password")
    assert (stored["email"], stored["customer_id"]) == ("a@b.example", id) and stored["hash"].startswith("$argon2id$")
    told = await fetch_value("SELECT subject FROM guanxi_mail ORDER BY id DESC LIMIT 1")
    assert told == "Chunyi Climate: your portal password was set"
    async with Browser(app) as other:
        answer = await by_password(other, " A@B.example ")
        assert (answer.status_code, answer.headers["location"]) == (303, "/portal")
        assert "Harbor Works" in (await other.get("/portal")).text
        assert (await other.submit(PAGE, {"remove": "1", "current": "wrong password"})).status_code == 422
        assert (await other.submit(PAGE, {"remove": "1", "current": NEW})).status_code == 303
        assert (await other.get("/portal")).status_code == 200
        assert (await phone.get("/portal")).status_code == 303, "other sessions end"
    async with Browser(app) as third:
        assert (await by_password(third, "a@b.example")).status_code == 401


async def test_setting_one_ends_the_addresses_other_sessions(phone: Browser, app: object) -> None:
    id = await some_customer(phone)
    await contact(id, "Zhang Wei", email="zhang@b.example")
    async with Browser(app) as other, Browser(app) as colleague:
        await come_in(other, "a@b.example")
        await come_in(colleague, "zhang@b.example")
        await set_one(phone)
        assert (await other.get("/portal")).status_code == 303
        assert (await colleague.get("/portal")).status_code == 200, "another address is another person"
        assert (await phone.get("/portal")).status_code == 200


@pytest.mark.parametrize(
    ("values", "field", "text"),
    [
        ({"again": "something else"}, "again", "The two passwords differ."),
        ({"new": "short", "again": "short"}, "new", "Use at least 10 characters."),
        ({"new": "x" * 129, "again": "x" * 129}, "new", "Use at most 128 characters."),
        ({"new": "", "again": ""}, "new", "Use at least 10 characters."),
    ],
)
async def test_what_is_no_password(phone: Browser, values: dict[str, str], field: str, text: str) -> None:
    await some_customer(phone)
    answer = await set_one(phone, **values)
    assert answer.status_code == 422
    assert f'id="{field}-note">{text}' in answer.text
    assert await fetch_value("SELECT count(*) FROM crm_portal_password") == 0


async def test_an_older_session_needs_the_present_password_or_a_fresh_link(phone: Browser) -> None:
    await some_customer(phone)
    await execute("UPDATE crm_portal_entry SET created_at = created_at - $1::interval", timedelta(minutes=31))
    page = await phone.get(PAGE)
    assert "sign in anew" in text_of(page.text) and 'name="new"' not in page.text
    csrf = forms_in(page.text)["/portal/sign-in"]["_csrf"]
    forged = await phone.post(PAGE, data={"_csrf": csrf, "new": NEW, "again": NEW})
    assert forged.status_code == 422 and await fetch_value("SELECT count(*) FROM crm_portal_password") == 0
    answer = await phone.post("/portal/sign-in", data=forms_in(page.text)["/portal/sign-in"])
    form = forms_in(answer.text)["/portal/code"]
    answer = await phone.post("/portal/code", data={**form, "code": code_in((await mails())[-1][1])})
    assert answer.headers["location"] == PAGE
    assert (await set_one(phone)).status_code == 303
    await execute("UPDATE crm_portal_entry SET created_at = created_at - $1::interval", timedelta(minutes=31))
    other = "another harbor, other lights"
    assert (await set_one(phone, new=other, again=other, current="not this one")).status_code == 422
    assert (await set_one(phone, new=other, again=other, current=NEW)).status_code == 303
    assert (await by_password(phone, "a@b.example", other)).status_code == 403, "a session's form has its token"


async def test_a_session_by_password_is_never_a_fresh_link(phone: Browser, app: object) -> None:
    await some_customer(phone)
    await set_one(phone)
    async with Browser(app) as thief:
        await by_password(thief, "a@b.example")
        assert 'name="current"' in (await thief.get(PAGE)).text
        assert (await set_one(thief, new="mine now, all mine", again="mine now, all mine")).status_code == 422


async def test_answers_tell_nothing_and_tries_are_limited(phone: Browser, app: object) -> None:
    await some_customer(phone)
    await set_one(phone)
    async with Browser(app) as other:
        pages = []
        for email in ("a@b.example", "strange@b.example"):
            answer = await by_password(other, email, "wrong password")
            assert answer.status_code == 401
            pages.append(answer.text.replace(email, ""))
        assert pages[0] == pages[1]
        for email, password in (("", ""), ("\ud83d", "x"), ("a@b.example\x00", "\x00"), ("x" * 5000, "x" * 5000)):
            data = {"email": email.encode("utf-8", "replace"), "password": password}
            assert (await other.post("/portal/with-password", data=data)).status_code in (401, 303)
        with within_a_minute():
            wrong = [(await by_password(other, "a@b.example", "wrong")).status_code for _ in range(6)]
            assert wrong == [401] * 5 + [429]
            assert (await by_password(other, "a@b.example")).status_code == 429, "also with the right one"
            with within_a_minute():
                assert [(await by_password(other, "a@b.example")).status_code for _ in range(1)] == [303]


async def test_an_address_of_several_gives_a_choice(phone: Browser, app: object) -> None:
    await customer("First Customer", email="boss@group.example")
    second = await customer("Second Customer", email="info@second.example")
    await contact(second, "Zhang Wei", email="boss@group.example")
    await phone.post("/portal/sign-in", data={"email": "boss@group.example"})
    choice = await phone.post("/portal/code", data={"code": code_in((await mails())[-1][1])})
    form = forms_in(choice.text)["/portal/enter"]
    await phone.post("/portal/enter", data={**form, "customer": str(second)})
    await set_one(phone)
    third = await customer("Third Customer", email="boss@group.example")
    async with Browser(app) as other:
        choice = await by_password(other, "boss@group.example")
        assert "First Customer" in choice.text and "Second Customer" in choice.text
        assert "Third Customer" not in choice.text, "the address got it after the password"
        form = forms_in(choice.text)["/portal/enter"]
        answer = await other.post("/portal/enter", data={**form, "customer": str(third)})
        assert answer.status_code == 410
        answer = await other.post("/portal/enter", data={**form, "customer": str(second)})
        assert answer.status_code == 303
        assert "Second Customer" in (await other.get("/portal")).text
        assert 'name="current"' in (await other.get(PAGE)).text, "a choice after a password is no link"


async def test_an_address_that_goes_to_another_takes_no_password_along(phone: Browser, app: object) -> None:
    first = await some_customer(phone)
    await set_one(phone)
    with elevated():
        await update(Customer, first, {"email": "new@b.example"})
    await customer("Second Customer", email="a@b.example")
    async with Browser(app) as other:
        assert (await by_password(other, "a@b.example")).status_code == 401
        assert (await by_password(other, "new@b.example")).status_code == 401


async def test_an_archived_customer_has_none(phone: Browser, app: object) -> None:
    id = await some_customer(phone)
    await set_one(phone)
    await archive(Customer, id)
    async with Browser(app) as other:
        assert (await by_password(other, "a@b.example")).status_code == 401


async def test_a_session_that_was_handed_over_sets_none(phone: Browser, inside: Company) -> None:
    await enter(phone, await customer("Harbor Works", email="a@b.example"))
    page = await phone.get(PAGE)
    assert "sign in by a link" in text_of(page.text) and 'name="new"' not in page.text
    csrf = forms_in(page.text)["/portal/language"]["_csrf"]
    await phone.post(PAGE, data={"_csrf": csrf, "new": NEW, "again": NEW})
    assert await fetch_value("SELECT count(*) FROM crm_portal_password") == 0


async def test_a_password_follows_a_merge_and_comes_back(phone: Browser, app: object) -> None:
    loser = await some_customer(phone)
    survivor = await customer("Harbor Works Group", email="a@b.example")
    await set_one(phone)
    await execute("DELETE FROM crm_portal_password WHERE customer_id = $1", survivor)
    merge_id = await merging.merge(survivor, loser)
    assert (await phone.get("/portal")).status_code == 303
    async with Browser(app) as other:
        assert (await by_password(other, "a@b.example")).status_code == 303
        assert "Harbor Works Group" in (await other.get("/portal")).text
    await merging.undo(merge_id)
    assert [row["customer_id"] for row in await fetch("SELECT customer_id FROM crm_portal_password")] == [loser]


async def test_who_is_anonymized_leaves_no_way_in(phone: Browser, app: object) -> None:
    id = await some_customer(phone)
    await set_one(phone)
    await phone.submit("/portal/my-data/email", {"email": "new@b.example"})
    async with Browser(app) as other:
        await other.post("/portal/sign-in", data={"email": "a@b.example"})
        code = code_in((await mails())[-1][1])
        await privacy.anonymize(id, "request")
        assert (await other.post("/portal/code", data={"code": code})).status_code == 410
        assert (await by_password(other, "a@b.example")).status_code == 401
    assert (await phone.get("/portal")).status_code == 303
    for table in ("link", "challenge", "entry", "password", "new_address", "visit"):
        assert await fetch_value(f"SELECT count(*) FROM crm_portal_{table}") == 0, table
