"""The portal opens in web views of 2019, is light, and wears the company's color."""

from __future__ import annotations

import asyncio
import gzip
import re

import pytest

from guanxi.context import Company
from guanxi.db import execute
from guanxi.web.brand import plain_css
from tests.conftest import ROOT
from tests.crm_portal.support import customer, enter
from tests.kernel.web.browser import Browser, text_of

SHEET = ROOT / "modules/crm_portal/static/portal.css"
TEMPLATES = ROOT / "modules/crm_portal/templates/crm_portal"
TOO_NEW = (
    r"light-dark\(|color-mix\(|clamp\(|(?<![a-z])(?:min|max)\(|:has\(|:is\(|:where\(|:focus-visible|@layer|@container"
    r"|\binset(?:-[a-z]+)*\s*:|aspect-ratio|accent-color|inline-size|block-size|(?:margin|padding)-(?:inline|block)"
    r"|\d[ds]v[hw]\b|backdrop-filter|text-wrap|place-items|[{;]\s*&|[;{\s](?:row-|column-)?gap\s*:"
)
"""what Chrome 72 does not know; `inset` as a word of box-shadow and `grid-gap` it does"""


CARD_SHEET = SHEET.with_name("card.css")


@pytest.mark.parametrize(
    "sheet",
    [SHEET.read_text("utf-8"), CARD_SHEET.read_text("utf-8"), plain_css("#c2410c").decode()],
    ids=["portal", "card", "brand"],
)
def test_style_sheets_hold_nothing_that_older_browsers_do_not_know(sheet: str) -> None:
    assert re.findall(TOO_NEW, re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)) == []


_CARD_SCRIPT = '<script src="{{ static("crm_portal/card.js") }}" defer></script>'
"""lets a phone keep the card"""


def test_pages_need_no_script_and_no_new_element() -> None:
    for path in sorted(TEMPLATES.glob("*.html")):
        source = path.read_text("utf-8")
        if "guanxi/layout.html" not in source:  # the users' own page
            source = source.replace(_CARD_SCRIPT, "")
            assert not re.search(r"<(script|dialog|template)\b|popover|\sstyle=", source), path.name


async def test_a_page_is_light(phone: Browser, inside: Company, capsys: pytest.CaptureFixture[str]) -> None:
    await enter(phone, await customer("Harbor Works"))
    page = (await phone.get("/portal", headers={"Accept-Encoding": "gzip"})).text
    weights = {"page": len(gzip.compress(page.encode())), "style": len(gzip.compress(SHEET.read_bytes()))}
    weights["icons"] = len(gzip.compress((ROOT / "guanxi/web/static/icons.svg").read_bytes()))
    with capsys.disabled():
        print(f"\nportal, gzipped: {weights}, {sum(weights.values()):,} bytes in all")
    assert sum(weights.values()) < 12_000


async def test_the_portal_wears_color_and_logo(phone: Browser, inside: Company) -> None:
    page = (await phone.get("/portal/sign-in")).text
    assert "brand-plain.css" not in page and 'class="mark"' in page
    await execute("UPDATE guanxi_company SET color = '#c2410c', logo = $1, revision = revision + 1", "a" * 64)
    await _until_known(phone)
    page = (await phone.get("/portal/sign-in")).text
    assert '<meta name="theme-color" content="#c2410c">' in page
    assert f'src="/brand/logo?v={"a" * 12}"' in page and 'class="mark"' not in page
    href = re.search(r'"(/static/brand-plain\.css\?v=[0-9a-f]+)"', page)
    assert href is not None
    assert "--head:#c2410c" in (await phone.get(href[1])).text


async def _until_known(phone: Browser) -> None:
    """A process follows a second later."""
    for _attempt in range(30):
        if "theme-color" in (page := (await phone.get("/portal/sign-in")).text) and "#c2410c" in page:
            return
        await asyncio.sleep(0.1)


async def test_an_error_leads_back(phone: Browser, inside: Company) -> None:
    await enter(phone, await customer("Harbor Works"))
    answer = await phone.get("/portal/nothing", headers={"Referer": "http://testserver/portal/my-data"})
    assert answer.status_code == 404
    assert 'href="/portal/my-data"' in answer.text and "It may be gone" in text_of(answer.text)
    assert answer.headers["x-request-id"] in answer.text
