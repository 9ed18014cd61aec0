from __future__ import annotations

from datetime import timedelta

from crm_core.models import Contact, Customer
from crm_portal import links
from guanxi import clock, execute, fetch_value
from guanxi.context import Company
from tests.crm_portal.support import archive, contact, customer, enter, mails, redeem, token_in, within_a_minute
from tests.kernel.web.browser import Browser, forms_in, text_of


async def ask(browser: Browser, email: str) -> str:
    answer = await browser.submit("/portal/sign-in", {"email": email})
    assert answer.status_code == 200
    return answer.text


async def test_a_mailed_link_signs_in_once(phone: Browser) -> None:
    id = await customer("苏州春意暖通有限公司", email="Info@chunyi.example", locale="zh_CN")
    assert (await phone.get("/portal")).headers["location"] == "/portal/sign-in?next=/portal"
    await ask(phone, " INFO@Chunyi.example ")
    [(to, text)] = await mails()
    assert to == "info@chunyi.example"
    assert text.startswith("Chunyi Climate登录链接\n")
    token = token_in(text)
    for _scan in range(3):
        assert "Enter the portal" in (await phone.get(f"/portal/enter?token={token}")).text
    answer = await redeem(phone, token)
    assert (answer.status_code, answer.headers["location"]) == (303, "/portal")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("guanxi_portal=")
    assert all(part in cookie for part in ("HttpOnly", "Path=/portal", "SameSite=lax"))
    home = await phone.get("/portal")
    assert "苏州春意暖通有限公司" in home.text
    assert await fetch_value("SELECT count FROM crm_portal_visit WHERE customer_id = $1", id) == 1
    again = await redeem(phone, token)
    assert again.status_code == 410
    assert 'href="/portal/sign-in"' in again.text


async def test_a_link_ends_after_half_an_hour(phone: Browser) -> None:
    await customer("Some Customer", email="a@b.example")
    await ask(phone, "a@b.example")
    token = token_in((await mails())[0][1])
    await execute("UPDATE guanxi_one_time_token SET expires_at = expires_at - $1::interval", timedelta(minutes=30))
    assert (await redeem(phone, token)).status_code == 410
    assert (await redeem(phone, "x" * 43)).status_code == 410
    assert (await phone.post("/portal/enter", data={"token": "\x00", "customer": "1"})).status_code == 410
    assert (await phone.post("/portal/enter")).status_code == 410


async def test_the_answer_tells_nobody_who_is_a_customer(phone: Browser) -> None:
    await customer("Some Customer", email="known@b.example")
    known, unknown = await ask(phone, "known@b.example"), await ask(phone, "unknown@b.example")
    assert known == unknown
    assert [to for to, _text in await mails()] == ["known@b.example"]
    for strange in ("", "no address", "x" * 5000, "a@b.example\x00", "\ud83d"):
        assert (
            await phone.post("/portal/sign-in", data={"email": strange.encode("utf-8", "replace")})
        ).status_code == 200


async def test_asking_is_limited(phone: Browser) -> None:
    await customer("Some Customer", email="a@b.example")

    async def ask_as(email: str) -> int:
        return (await phone.post("/portal/sign-in", data={"email": email})).status_code

    with within_a_minute():
        assert [await ask_as("a@b.example") for _ in range(6)] == [200] * 5 + [429]
        assert [await ask_as(f"{n}@b.example") for n in range(15)] == [200] * 14 + [429]
        with within_a_minute():
            assert await ask_as("a@b.example") == 200
            assert len(await mails()) == 5, "not more mails in an hour"


async def test_an_address_of_several_customers_gives_a_choice(phone: Browser) -> None:
    first = await customer("First Customer", email="boss@group.example")
    second = await customer("Second Customer", email="info@second.example")
    await contact(second, "Zhang Wei", email="Boss@Group.example")
    third = await customer("Third Customer", email="boss@group.example")
    await archive(Customer, third)
    stranger = await customer("Stranger", email="s@s.example")
    await ask(phone, "boss@group.example")
    [(_to, text)] = await mails()
    choice = await redeem(phone, token_in(text))
    assert "First Customer" in choice.text and "Second Customer" in choice.text
    assert "Third Customer" not in choice.text
    form = forms_in(choice.text)["/portal/enter"]
    for other in (third, stranger, 0, 10**30):
        assert (await phone.post("/portal/enter", data={**form, "customer": str(other)})).status_code == 410
    answer = await phone.post("/portal/enter", data={**form, "customer": str(second)})
    assert answer.status_code == 303
    assert "Second Customer" in (await phone.get("/portal")).text
    assert first != second


async def test_a_contact_who_left_cannot_enter(phone: Browser) -> None:
    id = await customer("Some Customer")
    person = await contact(id, "Zhang Wei", email="zhang@b.example")
    await ask(phone, "zhang@b.example")
    token = token_in((await mails())[0][1])
    await archive(Contact, person)
    assert (await redeem(phone, token)).status_code == 410


async def test_an_archived_customer_is_out(phone: Browser) -> None:
    id = await customer("Some Customer", email="a@b.example")
    await enter(phone, id)
    assert (await phone.get("/portal")).status_code == 200
    await archive(Customer, id)
    for path in ("/portal/notes", f"/portal/notes/{id}.pdf", "/portal/my-data", "/portal"):
        answer = await phone.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/portal/sign-in?next={path}")
    assert await fetch_value("SELECT count(*) FROM guanxi_session WHERE realm = 'portal'") == 0
    assert (await enter(phone, id)).status_code == 410
    await ask(phone, "a@b.example")
    assert await mails() == []


async def test_signing_out_ends_the_session(phone: Browser) -> None:
    await enter(phone, await customer("Some Customer", email="a@b.example"))
    stolen = dict(phone.cookies)
    answer = await phone.submit("/portal/sign-out", page="/portal/my-data")
    assert answer.headers["location"] == "/portal/sign-in"
    phone.cookies.update(stolen)
    assert (await phone.get("/portal")).status_code == 303


async def test_entering_gives_a_new_session_and_ends_the_one_before(phone: Browser, inside: Company) -> None:
    first = await customer("First Customer", email="a@b.example")
    second = await customer("Second Customer", email="b@b.example")
    planted = {"Cookie": f"guanxi_portal={'x' * 43}"}
    token = await links.hand_over(first, minutes=5)
    answer = await phone.post("/portal/enter", data={"token": token}, headers=planted)
    before = answer.cookies["guanxi_portal"]
    assert before != "x" * 43
    assert (await phone.get("/portal", headers=planted)).status_code == 303
    await enter(phone, second)
    assert phone.cookies["guanxi_portal"] != before
    assert "Second Customer" in (await phone.get("/portal")).text
    assert await fetch_value("SELECT count(*) FROM guanxi_session WHERE realm = 'portal'") == 1
    phone.cookies.clear()
    assert (await phone.get("/portal", headers={"Cookie": f"guanxi_portal={before}"})).status_code == 303


async def test_an_idle_session_ends(phone: Browser) -> None:
    await enter(phone, await customer("Some Customer", email="a@b.example"))
    await execute("UPDATE guanxi_session SET seen_at = $1", clock.now() - timedelta(days=3, minutes=1))
    assert (await phone.get("/portal")).status_code == 303


async def test_the_language_is_the_browsers_until_one_is_chosen(phone: Browser) -> None:
    assert "Send me a link" in (await phone.get("/portal/sign-in")).text
    await phone.submit("/portal/language", {"locale": "zh_CN"}, page="/portal/sign-in")
    assert "发送登录链接给我" in (await phone.get("/portal/sign-in")).text
    await enter(phone, await customer("Some Customer", email="a@b.example"))
    assert "我的资料" in text_of((await phone.get("/portal")).text)
    answer = await phone.submit("/portal/language", {"locale": "en"}, page="/portal/notes")
    assert answer.headers["location"] == "/portal/notes"
    assert "My data" in text_of((await phone.get("/portal")).text)
