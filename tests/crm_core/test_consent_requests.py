"""Double opt-in: consents of a web form that count once a mailed link was opened."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest

from crm_core import privacy
from crm_core.consent_requests import FORGET_REQUESTS
from crm_core.consent_views import CONSENT_PANEL
from crm_core.merging import merge
from crm_core.models import Activity, Customer
from crm_core.privacy_models import Consent, ConsentText, WebForm
from crm_core.services import has_consent
from guanxi import InvalidInput, clock, create, elevated, execute, fetch, fetch_value, find, update
from guanxi.company import Directory
from guanxi.jobs import enqueue, run_pending
from tests.crm_core.browsing import visitor
from tests.crm_core.support import customer
from tests.kernel.web.browser import Browser

pytestmark = pytest.mark.usefixtures("inside")
SENT = {"name": "Anna Weber", "phone": "+49 30 901820", "email": "anna@weber.example"}


async def _form(**values: Any) -> str:
    given = {"name": "Homepage", "title": "Ask us", "confirm_address": True, "consent_service": True, **values}
    with elevated():
        return f"/crm_core/form/{(await create(WebForm, given)).token}"


@asynccontextmanager
async def _asked(directory: Directory, language: str = "en", **changes: str) -> AsyncIterator[tuple[Browser, str, str]]:
    """A visitor who sent the form with consents to marketing and service, and the paths of the two mailed links."""
    path = await _form()
    async with visitor(directory) as browser:
        browser.headers["Accept-Language"] = language
        await _send(browser, path, **changes)
        confirm, withdrawal = await _links()
        yield browser, confirm, withdrawal


async def _send(browser: Browser, path: str, **changes: str) -> httpx.Response:
    texts = {str(text.purpose): text.id for text in await find(ConsentText, order="id")}
    ticked = {f"consent_{name}": str(texts[name]) for name in ("marketing", "service")}
    form = (await browser.forms(path))[path]
    return await browser.post(path, data={**form, **SENT, **ticked, **changes})


async def _links() -> tuple[str, str]:
    text = await fetch_value("SELECT secret_text FROM guanxi_mail ORDER BY id DESC LIMIT 1")
    confirm, withdrawal = re.findall(r"https?://[^/\s]+(/crm_core/consent/\S+)", text)
    return confirm, withdrawal


async def _open(browser: Browser, link: str) -> httpx.Response:
    path = link.partition("?")[0]
    form = (await browser.forms(link))[path]
    return await browser.post(path, data=form)


async def _given() -> list[tuple[str, str, str]]:
    return [(row.purpose, row.decision, row.channel) for row in await find(Consent, order="id")]


async def _only() -> Customer:
    [made] = await find(Customer)
    return made


SERVICE = ("service", "given", "web_form")
MARKETING = ("marketing", "given", "web_form")


async def test_marketing_counts_once_the_link_was_opened_and_service_at_once(directory: Directory) -> None:
    async with _asked(directory) as (browser, confirm, _withdrawal):
        made = await _only()
        assert (made.country, made.phone, made.email) == ("DE", "+49 30 901820", "anna@weber.example")
        assert await _given() == [SERVICE]
        with elevated():
            panel = await CONSENT_PANEL.load(made.id)
        assert [str(figure.label) for figure in panel.figures] == ["Service", "Marketing"]
        assert panel.figures[1].value.startswith("Asked by e-mail, until ")
        assert (await browser.get(confirm)).status_code == 200
        assert await _given() == [SERVICE]
        done = await _open(browser, confirm)
    assert done.status_code == 200 and "I agree to get news and offers" in done.text
    assert await _given() == [SERVICE, MARKETING]
    [row] = await fetch("SELECT * FROM crm_core_consent_request")
    assert (row["asked_from"], row["confirmed_from"], row["email"]) == ("127.0.0.1", "127.0.0.1", "anna@weber.example")
    assert row["confirmed_at"] is not None
    [mail] = await fetch("SELECT * FROM guanxi_mail")
    assert mail["to"] == "anna@weber.example" and "•••" in mail["text"] and "token=" not in mail["text"]
    audited = await fetch_value("SELECT actor_name FROM guanxi_audit WHERE action = 'Consent noted' ORDER BY id DESC")
    assert audited == "Link by e-mail"


async def test_mail_and_thanks_are_in_the_language_of_the_visitor(directory: Directory) -> None:
    path = await _form()
    async with visitor(directory) as browser:
        browser.headers["Accept-Language"] = "zh-CN"
        answer = await _send(browser, path)
        assert answer.headers["location"] == f"{path}?sent=1&mailed=1"
        assert "打开其中的链接确认同意后" in (await browser.get(answer.headers["location"])).text
    text = await fetch_value("SELECT text FROM guanxi_mail")
    assert "我同意通过电话" in text and "您可以随时撤回同意" in text


async def test_forged_used_and_expired_links_do_nothing(directory: Directory) -> None:
    async with _asked(directory) as (browser, confirm, _withdrawal):
        forged = await _open(browser, confirm.partition("=")[0] + "=" + "x" * 43)
        assert forged.status_code == 410 and "This link does not work any more" in forged.text
        assert (await _open(browser, confirm.replace("confirm", "withdraw"))).status_code == 410
        await execute("UPDATE guanxi_one_time_token SET expires_at = $1", clock.now() - timedelta(seconds=1))
        assert (await _open(browser, confirm)).status_code == 410
        assert await _given() == [SERVICE]
        await execute("UPDATE guanxi_one_time_token SET expires_at = $1", clock.now() + timedelta(days=1))
        assert (await _open(browser, confirm)).status_code == 200
        assert (await _open(browser, confirm)).status_code == 410
    assert await _given() == [SERVICE, MARKETING]


async def test_of_two_clicks_at_once_one_counts(directory: Directory) -> None:
    async with _asked(directory) as (browser, confirm, _withdrawal):
        answers = await asyncio.gather(*(_open(browser, confirm) for _each in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 410, 410, 410]
    assert await _given() == [SERVICE, MARKETING]


async def test_the_form_may_be_off_and_the_text_replaced_meanwhile(directory: Directory) -> None:
    async with _asked(directory) as (browser, confirm, _withdrawal):
        old = next(text for text in await find(ConsentText) if text.purpose == "marketing")
        with elevated():
            await create(ConsentText, {"purpose": "marketing", "text": "New", "text_zh": "新"})
            [form] = await find(WebForm)
            await update(WebForm, form.id, {"active": False})
        assert old.text in (await _open(browser, confirm)).text
    [_service, marketing] = await find(Consent, order="id")
    assert marketing.text_id == old.id


async def test_a_merged_customer_agrees_as_the_one_that_is_left(directory: Directory) -> None:
    async with _asked(directory) as (browser, confirm, withdrawal):
        loser, left = await _only(), await customer("Weber GmbH", country="DE", phone="+49 30 901821")
        with elevated():
            await merge(left.id, loser.id)
            panel = await CONSENT_PANEL.load(left.id)
        assert [str(figure.label) for figure in panel.figures] == ["Service", "Marketing"]
        assert panel.figures[1].value.startswith("Asked by e-mail, until ")
        assert (await _open(browser, confirm)).status_code == 200
        assert await has_consent(left.id, "marketing")
        assert (await _open(browser, withdrawal)).status_code == 200
        assert not await has_consent(left.id, "marketing")
        assert await has_consent(left.id, "service")


async def test_nothing_is_left_of_an_anonymized_customer(directory: Directory) -> None:
    async with _asked(directory, email="other@weber.example") as (browser, confirm, withdrawal):
        made = await _only()
        with elevated():
            held = await privacy.personal_data(made.id)
            assert held["consent_requests"][0]["email"] == "other@weber.example"
            await privacy.anonymize(made.id, "request")
        assert (await _open(browser, confirm)).status_code == 410
        assert (await _open(browser, withdrawal)).status_code == 410
    assert await fetch_value("SELECT count(*) FROM crm_core_consent_request") == 0
    assert await fetch_value("SELECT count(*) FROM guanxi_mail WHERE \"to\" LIKE '%weber%'") == 0


async def test_the_second_link_takes_back_before_and_after(directory: Directory) -> None:
    async with _asked(directory) as (browser, confirm, withdrawal):
        assert (await _open(browser, withdrawal)).status_code == 200
        assert (await _open(browser, confirm)).status_code == 410
        assert await _given() == [SERVICE]
        [form] = await find(WebForm)
        await _send(browser, f"/crm_core/form/{form.token}")
        confirm, withdrawal = await _links()
        await _open(browser, confirm)
        assert (await _open(browser, withdrawal)).status_code == 200
        assert (await _open(browser, withdrawal)).status_code == 410
    assert await _given() == [SERVICE, SERVICE, MARKETING, ("marketing", "withdrawn", "mail")]


async def test_an_address_gets_three_mails_a_day(directory: Directory) -> None:
    path = await _form()
    async with visitor(directory) as browser:
        answers = await asyncio.gather(*(_send(browser, path, phone=f"+49 30 90182{n}") for n in range(5)))
        page = await browser.get(answers[0].headers["location"])
        assert "We have sent" not in page.text and "counts once you have opened the link in our e-mail" in page.text
    assert {answer.headers["location"] for answer in answers} == {f"{path}?sent=1&mailed=1"}
    assert await fetch_value("SELECT count(*) FROM guanxi_mail") == 3
    assert await fetch_value("SELECT count(*) FROM crm_core_web_form_entry") == 5
    unsent = "Ticked, but no link was mailed (this address has had its e-mails of the day): Marketing"
    details = [note.details.endswith(f"\n{unsent}") for note in await find(Activity)]
    assert sorted(details) == [False, False, False, True, True]


async def test_without_an_address_nothing_can_be_confirmed(directory: Directory) -> None:
    path = await _form()
    async with visitor(directory) as browser:
        answer = await _send(browser, path, email="")
        assert answer.status_code == 422 and "we send you a link to confirm" in answer.text
        assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 0
        answer = await _send(browser, path, email="", consent_marketing="")
        assert answer.headers["location"] == f"{path}?sent=1"
    with pytest.raises(InvalidInput) as refused:
        await _form(ask_email=False)
    assert set(refused.value.fields) == {"confirm_address"}


async def test_expired_requests_are_forgotten_and_confirmed_ones_stay(directory: Directory) -> None:
    async with _asked(directory) as (browser, confirm, _withdrawal):
        await _open(browser, confirm)
        [form] = await find(WebForm)
        await _send(browser, f"/crm_core/form/{form.token}")
        await execute("UPDATE crm_core_consent_request SET expires_at = $1", clock.now() - timedelta(seconds=1))
        await enqueue(FORGET_REQUESTS)
        await run_pending(20)
    rows = await fetch("SELECT confirmed_at FROM crm_core_consent_request")
    assert len(rows) == 1 and rows[0]["confirmed_at"] is not None


@pytest.mark.parametrize(
    ("default", "typed", "country", "phone", "mobile"),
    [
        ("CN", "0512-62881234", "CN", "0512-62881234", ""),
        ("CN", "+86 138 1234 5678", "CN", "", "13812345678"),
        ("CN", "0049 30 901820", "DE", "+49 30 901820", ""),
        ("CN", "+1 415 555 0132", "US", "+1 415-555-0132", ""),
        ("DE", "030 901820", "DE", "+49 30 901820", ""),
        ("DE", "+86 138 1234 5678", "CN", "", "13812345678"),
    ],
)
async def test_numbers_of_any_country(
    directory: Directory, default: str, typed: str, country: str, phone: str, mobile: str
) -> None:
    path = await _form(country=default.lower())
    async with visitor(directory) as browser:
        await _send(browser, path, phone=typed)
        made = await _only()
        assert (made.country, made.phone, made.mobile) == (country, phone, mobile)
        await _send(browser, path, phone=typed)
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 1


@pytest.mark.parametrize("country", ["XX", "D", "ÄÖ", "1"])
async def test_countries_that_there_are_not(country: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await _form(country=country)
    assert set(refused.value.fields) == {"country"}


@pytest.mark.parametrize("phone", ["+49", "+999 123456", "+", "0049", "+49 abc"])
async def test_wrong_foreign_numbers_are_said(directory: Directory, phone: str) -> None:
    path = await _form()
    async with visitor(directory) as browser:
        assert (await _send(browser, path, phone=phone)).status_code == 422
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 0
