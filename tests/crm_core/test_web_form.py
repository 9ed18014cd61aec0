"""The public page of a web form."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from crm_core.models import Activity, Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.privacy_models import Consent, ConsentText, WebForm, WebFormEntry
from crm_core.web_form_views import ENTRIES
from guanxi import Actor, NotFound, create, elevated, fetch, fetch_value, find, read, use_actor
from guanxi.company import Directory
from tests.crm_core.browsing import signed_in, visitor
from tests.crm_core.support import SALES, customer, user
from tests.kernel.web.browser import Browser

pytestmark = pytest.mark.usefixtures("inside")
SENT = {"name": "张 三", "phone": "138 1234 5678", "email": "Z@S.cn", "message": "请联系我"}


async def _form(owner: Actor | None = None, **values: Any) -> str:
    given = {"name": "Homepage", "title": "Ask us", "title_zh": "联系我们", **values}
    with elevated():
        made = await create(WebForm, {**given, "owner": owner.id if owner else None})
    return f"/crm_core/form/{made.token}"


async def _send(browser: Browser, path: str, changes: dict[str, str], query: str = "") -> httpx.Response:
    form = (await browser.forms(path + query))[path]
    return await browser.post(path, data={**form, **changes})


async def test_a_visitor_becomes_a_customer_with_consent_campaign_and_a_message_to_the_owner(
    directory: Directory,
) -> None:
    li = await user("Li")
    path = await _form(li)
    [text] = [each for each in await find(ConsentText) if each.purpose == "marketing"]
    async with visitor(directory) as browser:
        page = (await browser.get(path)).text
        assert "Ask us" in page and text.text in page and 'name="organization"' not in page
        answer = await _send(
            browser, path, {**SENT, "consent_marketing": str(text.id)}, "?utm_source=wechat&utm_campaign=spring&other=1"
        )
        assert answer.headers["location"] == f"{path}?sent=1"
        assert "Thank you" in (await browser.get(answer.headers["location"])).text
    [made] = await find(Customer)
    assert (made.name, made.kind, made.mobile, made.email, made.owner_id, made.stage) == (
        *("张 三", "person", "13812345678", "z@s.cn", li.id, "potential"),
    )
    [consent], [entry], [note] = await find(Consent), await find(WebFormEntry), await find(Activity)
    assert (consent.customer_id, consent.text_id, consent.channel, consent.user_id) == (
        *(made.id, text.id, "web_form", None),
    )
    assert (entry.utm_source, entry.utm_campaign, entry.utm_medium, entry.known) == ("wechat", "spring", "", False)
    assert (note.kind, note.subject) == ("note", "Web form: Homepage") and "请联系我" in note.details
    told = await fetch("SELECT user_id, href FROM guanxi_notification")
    assert [(row["user_id"], row["href"]) for row in told] == [(li.id, f"/crm_core/customers/{made.id}")]


async def test_a_sure_double_gets_a_note_and_the_visitor_reads_the_same(directory: Directory) -> None:
    made = await customer("张 三", kind="person", mobile="13812345678", phone="", address="人民路")
    path = await _form()
    async with visitor(directory) as browser:
        answer = await _send(browser, path, SENT)
        assert answer.headers["location"] == f"{path}?sent=1"
        await _send(browser, path, {**SENT, "phone": "13900000001", "email": ""})
    first, second = await find(Customer, order="id")
    assert (first.id, first.address, first.email) == (made.id, "人民路", "")
    assert second.mobile == "13900000001"
    notes = await find(Activity, order="id")
    assert [note.customer_id for note in notes] == [first.id, second.id]


async def test_numbers_of_a_known_visitor_are_with_the_entry_and_covered(directory: Directory) -> None:
    made = await customer("靖江市春意空调有限公司", phone="0512-62881234")
    path = await _form(ask_organization=True)
    async with visitor(directory) as browser:
        await _send(browser, path, {**SENT, "organization": made.name})
    [entry], [note] = await find(WebFormEntry), await find(Activity)
    assert (entry.name, entry.mobile, entry.email, entry.known) == ("张 三", "13812345678", "z@s.cn", True)
    href = f"/crm_core/web_form_entries/{entry.id}"
    assert f"Numbers and addresses came with the form: {href}" in note.details
    assert not any(number in note.details for number in ("138", "z@s.cn", "Z@S.cn"))
    clerk = tuple(each for each in SALES if each is not CorePermission.SEE_NUMBERS)
    for actor, shown in (
        (await user("Li", (*SALES, CorePermission.SEE_ALL)), ("13812345678", "z@s.cn")),
        (await user("Clerk", (*clerk, CorePermission.SEE_ALL)), ("138****5678", "z***@s.cn")),
    ):
        with use_actor(actor):
            row = await read(ENTRIES, entry.id)
        assert (row["mobile"], row["email"]) == shown
    with use_actor(await user("Other")), pytest.raises(NotFound):
        await read(ENTRIES, entry.id)
    async with signed_in(directory) as admin:
        page = (await admin.get(f"/crm_core/customers/{made.id}")).text
    assert f'<a href="{href}" rel="noopener noreferrer nofollow">{href}</a>' in page


async def test_an_organization_is_registered_with_its_contact(directory: Directory) -> None:
    path = await _form(ask_organization=True, ask_email=False, ask_message=False, consent_marketing=False)
    async with visitor(directory) as browser:
        await _send(browser, path, {**SENT, "organization": "靖江市春意空调有限公司"})
    [made], [contact] = await find(Customer), await find(Contact)
    assert (made.kind, made.trade_name, made.email) == ("organization", "春意", "")
    assert (contact.customer_id, contact.name, contact.mobile, contact.main) == (made.id, "张 三", "13812345678", True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Enter the full name."),
        ({"phone": "", "email": ""}, "Enter a mobile number or a landline number."),
        ({"phone": "12"}, "Enter the area code"),
        ({"message": "x" * 2001}, "correct what is marked"),
        ({"email": "nobody"}, "Enter an address such as"),
        ({"consent_marketing": "999"}, "This text has changed."),
    ],
)
async def test_wrong_input_is_said_by_field_and_leaves_nothing(
    directory: Directory, changes: dict[str, str], words: str
) -> None:
    path = await _form()
    async with visitor(directory) as browser:
        answer = await _send(browser, path, {**SENT, **changes})
    assert answer.status_code == 422 and words in answer.text
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 0


async def test_programs_other_sites_and_floods_are_kept_out(directory: Directory) -> None:
    path, off = await _form(), await _form(name="Old", active=False)
    async with visitor(directory) as browser:
        trapped = await _send(browser, path, {**SENT, "homepage": "https://spam.example"})
        assert trapped.headers["location"] == f"{path}?sent=1"
        foreign = await browser.post(path, data=SENT, headers={"Origin": "https://evil.example"})
        assert foreign.status_code == 403
        assert "frame-ancestors 'none'" in (await browser.get(path)).headers["content-security-policy"]
        assert (await browser.get(off)).status_code == 404
        assert (await browser.get("/crm_core/form/x")).status_code == 404
        assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 0
        answers = [(await browser.post(path, data={"name": ""})).status_code for _each in range(11)]
    assert answers[0] == 422 and answers[-1] == 429


async def test_the_same_form_sent_twice_at_once_makes_one_customer(directory: Directory) -> None:
    path = await _form()
    async with visitor(directory) as browser:
        await asyncio.gather(*(browser.post(path, data=SENT) for _each in range(4)))
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 1
    assert await fetch_value("SELECT count(*) FROM crm_core_activity") == 4


async def test_the_page_speaks_chinese(directory: Directory) -> None:
    path = await _form()
    async with visitor(directory) as browser:
        page = (await browser.get(path, headers={"Accept-Language": "zh-CN"})).text
    assert "联系我们" in page and "我同意通过电话" in page
