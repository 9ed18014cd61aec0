"""The card: what it shows, what a phone may keep of it, and how it is installed."""

from __future__ import annotations

import asyncio
import hashlib
import re
from base64 import b64encode
from datetime import timedelta
from io import BytesIO

import httpx
from PIL import Image

from crm_portal import icons
from guanxi import clock, execute
from guanxi.context import Company
from tests.conftest import ROOT
from tests.crm_portal.support import customer, enter
from tests.kernel.web.browser import Browser, text_of

CARD = "/portal/card"


async def test_the_card_shows_number_code_and_lines(phone: Browser) -> None:
    id = await customer("Harbor <Works>", email="a@b.example")
    await enter(phone, id)
    answer = await phone.get(CARD)
    text = text_of(answer.text)
    assert f"Harbor <Works> CARD-{id}" in text and "Points 12" in text
    assert answer.text.count('<svg viewBox="0 0') == 1 and "style=" not in answer.text
    assert 'href="/portal/card"' in (await phone.get("/portal")).text
    assert answer.headers["cache-control"] == "no-store"


async def test_who_has_no_card_is_told_so(phone: Browser) -> None:
    id = await customer("No Card Works", email="a@b.example")
    await enter(phone, id)
    assert "You have no card yet." in text_of((await phone.get(CARD)).text)
    assert 'href="/portal/card"' not in (await phone.get("/portal")).text


async def test_the_card_says_how_long_it_may_be_kept(phone: Browser) -> None:
    await enter(phone, await customer("Harbor Works", email="a@b.example"))

    async def until() -> float:
        return int((await phone.get(CARD)).headers["x-card-until"]) / 1000 - clock.now().timestamp()

    assert abs(await until() - timedelta(days=3).total_seconds()) < 70, "an idle session ends after three days"
    await execute("UPDATE guanxi_session SET expires_at = $1", clock.now() + timedelta(hours=5))
    assert abs(await until() - timedelta(hours=5).total_seconds()) < 5
    phone.cookies.clear()
    answer = await phone.get(CARD)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/portal/sign-in?next={CARD}")
    assert "x-card-until" not in answer.headers


async def test_what_a_phone_keeps_holds_no_form_and_no_token(phone: Browser) -> None:
    await enter(phone, await customer("Harbor Works", email="a@b.example"))
    page = (await phone.get(CARD)).text
    assert "<form" not in page and "_csrf" not in page
    scripts = re.findall(r"<script[^>]*>[^<]*", page)
    assert len(scripts) == 1 and re.fullmatch(r'<script src="/static/crm_portal/card\.js\?v=\w+" defer>', scripts[0])


async def test_the_card_is_one_answer_and_its_policy_knows_its_style(phone: Browser, inside: Company) -> None:
    """A second round trip on slow 4G is 0.4 s."""
    await enter(phone, await customer("Harbor Works", email="a@b.example"))
    plain = _style_of(await phone.get(CARD))
    assert "/*" not in plain and ".qr {" in plain and "--head:#c2410c" not in plain
    await execute("UPDATE guanxi_company SET color = '#c2410c', revision = revision + 1")
    for _attempt in range(30):  # a process follows a second later
        if "--head:#c2410c" in (colored := _style_of(await phone.get(CARD))):
            break
        await asyncio.sleep(0.1)
    assert colored.startswith(plain) and "--head:#c2410c" in colored


def _style_of(answer: httpx.Response) -> str:
    (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    hash = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'self'; ") and policy.endswith(f"; style-src 'self' 'sha256-{hash}'")
    assert "unsafe" not in policy and 'rel="stylesheet"' not in answer.text and "link" not in answer.headers
    return str(style)


async def test_the_worker_is_for_everybody_and_looked_at_anew(phone: Browser) -> None:
    answer = await phone.get("/portal/worker.js")
    assert answer.status_code == 200 and answer.content == icons.WORKER
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    assert len(icons.WORKER) < 4096


async def test_the_manifest_wears_name_and_color(phone: Browser, inside: Company) -> None:
    body = (await phone.get("/portal/card.webmanifest")).json()
    assert (body["name"], body["start_url"], body["scope"]) == ("Chunyi Climate", CARD, "/portal")
    assert (body["display"], body["theme_color"]) == ("standalone", "#3152e5")
    assert {icon["sizes"] for icon in body["icons"]} == {"192x192", "512x512"}
    for icon in body["icons"]:
        answer = await phone.get(icon["src"])
        with Image.open(BytesIO(answer.content)) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"] and picture.format == "PNG"
    for size in ("0", "1", "100000", "9" * 30):
        assert (await phone.get(f"/portal/icon-{size}.png")).status_code == 404


async def test_the_icon_is_the_logo_on_white_or_a_card_in_the_color(phone: Browser) -> None:
    with Image.open(BytesIO(icons.draw("#c2410c", b"", 192))) as plain:
        assert plain.getpixel((2, 2)) == (0xC2, 0x41, 0x0C)
    logo = BytesIO()
    Image.new("RGBA", (400, 100), "#00ff00").save(logo, "PNG")
    with Image.open(BytesIO(icons.draw("#c2410c", logo.getvalue(), 192))) as made:
        assert made.getpixel((2, 2)) == (255, 255, 255) and made.getpixel((96, 96)) == (0, 255, 0)


def test_the_cards_own_style_is_small_and_plain() -> None:
    sheet = ROOT / "modules/crm_portal/static/card.css"
    assert sheet.stat().st_size < 4096


async def test_nobodys_card_is_anothers(phone: Browser, app: object) -> None:
    first, second = await customer("First Works", email="a@b.example"), await customer("Second Works")
    await enter(phone, first)
    answer: httpx.Response = await phone.get(f"{CARD}?customer={second}")
    assert f"CARD-{first}" in answer.text and f"CARD-{second}" not in answer.text
    assert (await phone.get(f"{CARD}/{second}")).status_code == 404
    async with Browser(app) as other:
        await enter(other, second)
        assert f"CARD-{first}" not in (await other.get(CARD)).text
