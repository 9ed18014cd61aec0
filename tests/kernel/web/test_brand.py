"""The company's color can be read whatever it is, and its logo is a picture and nothing else."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image, PngImagePlugin

from guanxi.company.pictures import MAX_SIDE
from guanxi.context import Company
from guanxi.db import fetch
from guanxi.imports.blobs import NEEDED
from guanxi.web.brand import brand_css, plain_css
from guanxi.web.colors import Color, contrast
from tests.kernel.web.browser import Browser

PATH = "/settings/company"
WHITE, DARK = Color(255, 255, 255), Color.of("#151920")
LIGHT_PAGE = Color.of("#f6f7f9")
colors = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: str(Color(*parts)))


def _values(css: str) -> dict[str, Color]:
    return {name: Color.of(value) for name, value in re.findall(r"(--[a-z-]+):(#[0-9a-f]{6})", css)}


@settings(max_examples=200, deadline=None)
@given(colors)
def test_every_color_can_be_read(color: str) -> None:
    rules = plain_css(color).decode().splitlines()
    for rule, ground in ((rules[0], WHITE), (rules[2], DARK)):
        found = _values(rule)
        assert contrast(found["--accent"], found["--accent-ink"]) >= 4.5
        assert contrast(found["--head"], found["--head-ink"]) >= 4.5
        assert contrast(found["--link"], ground) >= 4.5
        assert contrast(found["--link"], found["--accent-soft"]) >= 4.5
        assert contrast(found["--accent"], ground) >= 3
    assert contrast(_values(rules[0])["--accent"], LIGHT_PAGE) >= 3


def test_style_sheets_are_of_colors_alone() -> None:
    assert re.fullmatch(rb"[-:;,#.()@{} a-z0-9\n]+", brand_css("#c2410c"))
    assert re.fullmatch(rb"[-:;,#.()@{}\[\]= a-z0-9\n]+", plain_css("#c2410c"))
    assert b"light-dark" not in plain_css("#c2410c")
    assert len(brand_css("#c2410c")) < 700


async def test_a_color_dresses_every_page(admin: Browser, browser: Browser) -> None:
    assert (await browser.get("/static/brand.css")).status_code == 404
    assert (await admin.submit(PATH, {"color": "#C2410C"})).status_code == 303
    page = (await admin.get("/")).text
    href = re.search(r'"(/static/brand\.css\?v=[0-9a-f]+)"', page)
    assert href is not None
    sheet = await browser.get(href[1])
    assert sheet.headers["content-type"].startswith("text/css")
    assert sheet.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "--accent:#c2410c" in sheet.text
    assert (await admin.submit(PATH, {"color": "#3152e5"})).status_code == 303
    assert "brand.css" not in (await admin.get("/")).text


@pytest.mark.parametrize("color", ["red", "#12345", "#12345g", "#123456;}", "url(x)"])
async def test_only_colors_are_taken(admin: Browser, shop: Company, color: str) -> None:
    answer = await admin.submit(PATH, {"color": color, "title": "Changed"})
    assert answer.status_code == 422
    assert "Changed" not in (await admin.get("/")).text
    assert (await admin.get("/static/brand.css")).status_code == 404


def _picture(kind: str = "PNG", size: tuple[int, int] = (900, 300), **options: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#c2410c").save(out, kind, **options)
    return out.getvalue()


async def _send(admin: Browser, content: bytes, **changes: str) -> int:
    form = (await admin.forms(PATH))[""]
    files = {"logo": ("logo.png", content, "image/png")} if content else {"logo": ("", b"", "application/octet-stream")}
    return (await admin.post(PATH, data={**form, **changes}, files=files)).status_code


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_logo_is_drawn_anew_and_shown_to_everybody(
    admin: Browser, browser: Browser, in_shop: Company, kind: str
) -> None:
    assert (await browser.get("/brand/logo")).status_code == 404
    assert await _send(admin, _picture(kind)) == 303
    href = re.search(r'src="(/brand/logo\?v=[0-9a-f]+)"', (await admin.get(PATH)).text)
    assert href is not None
    await admin.submit("/sign-out", page="/account")
    assert href[1] in (await browser.get("/sign-in")).text
    answer = await browser.get(href[1])
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    with Image.open(BytesIO(answer.content)) as image:
        assert (image.format, image.width, image.height) == ("PNG", MAX_SIDE, 171)
    again = await browser.get(href[1], headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


async def test_a_logo_holds_nothing_but_the_picture(admin: Browser, in_shop: Company) -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "<script>alert(1)</script>")
    assert await _send(admin, _picture(pnginfo=note) + b"<script>tail</script>") == 303
    assert b"script" not in (await admin.get("/brand/logo")).content


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"GIF89a",
        _picture()[:60],
        b"%!PS-Adobe",
        _picture("TIFF", (10, 10)),
        _picture(size=(5000, 4000)),
        b"\x89PNG\r\n\x1a\n" + b"x" * 1_100_000,
    ],
    ids=["svg", "gif", "cut off", "eps", "tiff", "pixels", "large"],
)
async def test_what_is_no_logo_is_refused_as_a_whole(admin: Browser, content: bytes) -> None:
    assert await _send(admin, content, title="Changed") == 422
    assert (await admin.get("/brand/logo")).status_code == 404
    assert "Changed" not in (await admin.get("/")).text


async def test_a_logo_is_kept_until_it_is_taken_away(admin: Browser, in_shop: Company) -> None:
    assert await _send(admin, _picture()) == 303
    [kept] = await fetch(NEEDED)
    assert (in_shop.files / kept["sha256"][:2] / kept["sha256"][2:]).is_file()
    assert await _send(admin, b"") == 303
    assert (await admin.get("/brand/logo")).status_code == 200
    assert await _send(admin, b"", no_logo="1") == 303
    assert (await admin.get("/brand/logo")).status_code == 404
    assert await fetch(NEEDED) == []
