"""The code beside the link: good for the browser that asked, once, for five tries, and telling nobody anything."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import httpx
import pytest

from crm_core.models import Customer
from crm_portal import codes, links
from crm_portal.doors import Visitor
from crm_portal.errors import CodeGone
from crm_portal.queries import forget_links
from guanxi import TokenInvalid, clock, execute, fetch_row, fetch_value
from guanxi.context import Company
from tests.crm_portal.support import archive, code_in, contact, customer, mails, redeem, token_in, within_a_minute
from tests.kernel.web.browser import Browser, forms_in, text_of


async def ask(browser: Browser, email: str, next: str = "") -> httpx.Response:
    answer = await browser.submit("/portal/sign-in", {"email": email, "next": next})
    assert answer.status_code == 200
    return answer


async def type_code(browser: Browser, code: str) -> httpx.Response:
    return await browser.post("/portal/code", data={"code": code})


async def sent() -> str:
    return (await mails())[-1][1]


async def test_a_code_signs_in_the_browser_that_asked_once(phone: Browser, app: object) -> None:
    await customer("Harbor Works", email="a@b.example")
    cookie = (await ask(phone, "a@b.example")).headers["set-cookie"]
    assert cookie.startswith("guanxi_portal_code=")
    assert all(part in cookie for part in ("HttpOnly", "Path=/portal/", "SameSite=lax", "Max-Age=1800"))
    text = await sent()
    code = code_in(text)
    async with Browser(app) as other:
        assert (await type_code(other, code)).status_code == 410, "no cookie"
        await ask(other, "x@b.example")
        assert (await type_code(other, code)).status_code == 422, "another browser's cookie"
    answer = await type_code(phone, code)
    assert (answer.status_code, answer.headers["location"]) == (303, "/portal")
    assert "Harbor Works" in (await phone.get("/portal")).text
    assert (await phone.post("/portal/code", data={"code": code, "_csrf": await csrf()})).status_code == 410
    async with Browser(app) as other:
        assert (await redeem(other, token_in(text))).status_code == 410, "the link is used up with it"


async def csrf() -> str:
    return str(await fetch_value("SELECT csrf FROM guanxi_session WHERE realm = 'portal'"))


async def test_the_link_uses_up_the_code(phone: Browser, app: object) -> None:
    await customer("Harbor Works", email="a@b.example")
    await ask(phone, "a@b.example")
    text = await sent()
    async with Browser(app) as mailbox:
        assert (await redeem(mailbox, token_in(text))).status_code == 303
    assert (await type_code(phone, code_in(text))).status_code == 410
    assert await fetch_value("SELECT count(*) FROM guanxi_session WHERE realm = 'portal'") == 1


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{0[0]}{0[1]}{0[2]}-{0[4]}{0[5]}{0[6]}", "full"])
async def test_a_code_is_read_as_people_type_it(phone: Browser, typed: str) -> None:
    await customer("Harbor Works", email="a@b.example")
    await ask(phone, "a@b.example")
    code = code_in(await sent())
    wide = "".join(chr(ord(each) + 0xFEE0) if each.isdigit() else each for each in code)
    assert (await type_code(phone, wide if typed == "full" else typed.format(code))).status_code == 303


async def test_five_tries_and_none_more(phone: Browser) -> None:
    await customer("Harbor Works", email="a@b.example")
    await ask(phone, "a@b.example")
    code = code_in(await sent())
    wrong = f"{(int(code.replace(' ', '')) + 1) % 1000000:06}"
    told = [await type_code(phone, each) for each in (wrong, "", "x" * 5000, wrong, wrong)]
    assert [answer.status_code for answer in told] == [422] * 4 + [410]
    assert "Tries left: 4" in text_of(told[0].text) and "Tries left: 1" in text_of(told[3].text)
    assert (await type_code(phone, code)).status_code == 410
    assert await fetch_value("SELECT tries FROM crm_portal_challenge") == 5
    assert (await redeem(phone, token_in(await sent()))).status_code == 303, "the link still works"


async def test_strange_addresses_get_the_same_answers(phone: Browser, app: object) -> None:
    await customer("Harbor Works", email="known@b.example")
    async with Browser(app) as other:
        pages = [(await ask(phone, "known@b.example")).text, (await ask(other, "strange@b.example")).text]
        assert pages[0] == pages[1]
        code = code_in(await sent())
        wrong = f"{(int(code.replace(' ', '')) + 1) % 1000000:06}"
        for _try in range(6):
            answers = [await type_code(browser, wrong) for browser in (phone, other)]
            assert answers[0].status_code == answers[1].status_code
            assert plain(answers[0].text) == plain(answers[1].text)
    assert len(await mails()) == 1


def plain(html: str) -> str:
    return re.sub(r"Request [0-9a-f]+", "", html)


async def test_a_code_lasts_as_long_as_its_link(phone: Browser) -> None:
    await customer("Harbor Works", email="a@b.example")
    await ask(phone, "a@b.example")
    code = code_in(await sent())
    apart = await fetch_value("SELECT t.expires_at - c.expires_at FROM crm_portal_challenge c, guanxi_one_time_token t")
    assert abs(apart) < timedelta(seconds=2)
    with clock.travel(clock.now() + timedelta(minutes=30, seconds=1)):
        assert (await type_code(phone, code)).status_code == 410


async def test_only_hashes_are_stored(phone: Browser) -> None:
    await customer("Harbor Works", email="a@b.example")
    await ask(phone, "a@b.example")
    code = code_in(await sent()).replace(" ", "")
    row = await fetch_row("SELECT * FROM crm_portal_challenge")
    assert row is not None and row["code_hash"].startswith("$argon2id$")
    assert phone.cookies["guanxi_portal_code"] not in str(dict(row)) and code not in str(dict(row))
    jobs = await fetch_value("SELECT string_agg(payload::text || coalesce(result::text, ''), ' ') FROM guanxi_job")
    shown = await fetch_value("SELECT string_agg(text, ' ') FROM guanxi_mail")
    assert code not in jobs and code[:3] + " " + code[3:] not in shown


async def test_typing_is_limited(phone: Browser, inside: Company) -> None:
    with within_a_minute():
        assert [(await type_code(phone, "1")).status_code for _ in range(21)] == [410] * 20 + [429]


async def test_a_code_of_several_customers_gives_a_choice_and_keeps_the_way(phone: Browser) -> None:
    await customer("First Customer", email="boss@group.example")
    second = await customer("Second Customer")
    await contact(second, "Zhang Wei", email="boss@group.example")
    page = await ask(phone, "boss@group.example", "/portal/notes")
    form = forms_in(page.text)["/portal/code"]
    choice = await phone.post("/portal/code", data={**form, "code": code_in(await sent())})
    form = forms_in(choice.text)["/portal/enter"]
    answer = await phone.post("/portal/enter", data={**form, "customer": str(second)})
    assert (answer.status_code, answer.headers["location"]) == (303, "/portal/notes")


async def test_who_was_archived_meanwhile_stays_out(phone: Browser) -> None:
    id = await customer("Harbor Works", email="a@b.example")
    await ask(phone, "a@b.example")
    code = code_in(await sent())
    await archive(Customer, id)
    assert (await type_code(phone, code)).status_code == 410
    assert await fetch_value("SELECT count(*) FROM guanxi_session WHERE realm = 'portal'") == 0


async def test_of_a_code_and_its_link_in_parallel_one_enters(phone: Browser, inside: Company) -> None:
    await customer("Harbor Works", email="a@b.example")
    await ask(phone, "a@b.example")
    text, cookie = await sent(), phone.cookies["guanxi_portal_code"]
    code, token = code_in(text), token_in(text)

    async def attempt(by_code: bool) -> bool:
        try:
            await (codes.enter(cookie, code, Visitor()) if by_code else links.enter(token))
        except (TokenInvalid, CodeGone):
            return False
        return True

    assert sum(await asyncio.gather(*(attempt(n % 2 == 0) for n in range(10)))) == 1
    assert await fetch_value("SELECT count(*) FROM guanxi_session WHERE realm = 'portal'") == 1


async def test_challenges_are_forgotten(phone: Browser, inside: Company) -> None:
    await ask(phone, "strange@b.example")
    await mails()
    await execute("UPDATE crm_portal_challenge SET expires_at = $1", clock.now() - timedelta(minutes=1))
    await forget_links()
    assert await fetch_value("SELECT count(*) FROM crm_portal_challenge") == 0


@pytest.mark.parametrize(
    ("sent_next", "leads_to"),
    [
        ("/portal/notes", "/portal/notes"),
        ("/portal/notes?a=1&b=%2F", "/portal/notes?a=1&b=%2F"),
        ("/portal", "/portal"),
        ("", "/portal"),
        ("/", "/portal"),
        ("/account", "/portal"),
        ("/portalx", "/portal"),
        ("//evil.example/portal", "/portal"),
        ("/\\evil.example/portal", "/portal"),
        ("https://evil.example/portal", "/portal"),
        ("/portal/../account", "/portal"),
        ("/portal/%2e%2E/account", "/portal"),
        ("/portal/sign-out", "/portal"),
        ("/portal/notes\r\nX: y", "/portal"),
        ("javascript:alert(1)", "/portal"),
    ],
)
async def test_signing_in_goes_on_to_pages_of_the_portal_alone(phone: Browser, sent_next: str, leads_to: str) -> None:
    await customer("Harbor Works", email="a@b.example")
    page = await phone.get("/portal/sign-in", params={"next": sent_next})
    form = forms_in(page.text)["/portal/sign-in"]
    await phone.post("/portal/sign-in", data={**form, "email": "a@b.example"})
    link = re.search(r"http://\S+(/portal/enter\?\S+)", await sent())
    assert link is not None
    form = forms_in((await phone.get(link[1])).text)["/portal/enter"]
    assert (await phone.post("/portal/enter", data=form)).headers["location"] == leads_to
    assert (await phone.get("/portal/sign-in", params={"next": sent_next})).headers["location"] == leads_to
