"""The editor's preview, and the pages of seal, signed copies and kept documents."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from PIL import Image

from crm_contracts.choices import KeptKind
from crm_contracts.keeping import keep_document
from crm_contracts.kept_models import KeptDocument
from crm_contracts.preview import PER_USER
from crm_contracts.sample import sample_paper
from crm_contracts.seal import current_seal
from crm_contracts.template_variables import variables_of
from crm_contracts.text_models import Template
from guanxi import execute, fetch_value, find, read_blob
from guanxi.auth import create_user
from guanxi.company import Directory
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.support import blank_pdf, confirmed, draft, line
from tests.crm_core.browsing import signed_in
from tests.kernel.web.browser import Browser, text_of

pytestmark = pytest.mark.usefixtures("inside")
PREVIEW = "/crm_contracts/preview"


@pytest.fixture
async def admin(directory: Directory) -> AsyncIterator[Browser]:
    async with signed_in(directory) as browser:
        yield browser


async def send(browser: Browser, query: str = "", **values: str) -> tuple[int, str]:
    answer = await browser.post(f"{PREVIEW}{query}", data={"_csrf": await browser.csrf(), **values})
    return answer.status_code, answer.text


async def test_the_editor_has_both_texts_a_preview_and_every_variable(admin: Browser) -> None:
    [standard] = await find(Template)
    page = (await admin.get(f"/crm_contracts/templates/{standard.id}")).text
    assert 'data-preview="/crm_contracts/preview?part=1"' in page and "<script>" not in page and "style=" not in page
    named = set(re.findall(r"<code>([a-z_]+\.[a-z_]+)</code>", page))
    values = variables_of(sample_paper(), "en")
    expected = {f"{group}.{name}" for group in ("customer", "seller", "contract") for name in values[group]}
    expected |= {f"line.{name}" for name in values["lines"][0]} | {f"part.{name}" for name in values["plan"][0]}
    assert named == expected


async def test_a_preview_shows_both_languages_as_a_page_and_as_a_part(admin: Browser) -> None:
    texts = {"body": "# 总则\n<b>{{ customer.name }}", "body_en": "Paid: {{ contract.total }}"}
    status, page = await send(admin, **texts)
    assert status == 200 and "<html" in page and "1. <b>靖江市春意空调有限公司" in text_of(page)
    status, part = await send(admin, "?part=1", **texts)
    assert status == 200 and "<html" not in part and "<h4>总则</h4>" in part and "CN¥185,800.00" in part
    assert "&lt;b&gt;" in part


async def test_a_preview_of_a_contract_that_one_sees(admin: Browser) -> None:
    contract = await draft(line(123_456), title="云平台")
    status, part = await send(admin, "?part=1", body="{{ contract.title }}", _contract=str(contract.id))
    assert status == 200 and "云平台" in part
    numbered = await confirmed(line(5), title="二号")
    status, part = await send(admin, "?part=1", body="{{ contract.title }}", _contract=str(numbered.number))
    assert status == 200 and "二号" in part
    for unknown in ("HT-1", "999999", "9" * 30, "²"):
        status, part = await send(admin, "?part=1", body="x", _contract=unknown)
        assert status == 422 and "There is no contract" in part


async def test_an_error_in_a_preview_says_where(admin: Browser) -> None:
    status, part = await send(admin, "?part=1", body="一", body_en="a\n{{ customer.nam }}")
    assert status == 422 and 'data-field="body_en" data-line="2"' in part and "has no attribute" in text_of(part)
    loops = "{% for a in 'xxxxxxxxxx' * 900 %}" * 3 + "{% endfor %}" * 3
    status, part = await send(admin, "?part=1", body=loops)
    assert status == 422 and "it takes too long" in part and 'data-field="body" data-line="1"' in part
    status, part = await send(admin, "?part=1", body="x" * 50_001)
    assert status == 422 and "At most 50000 characters" in part


async def test_previews_are_for_writers_and_not_without_end(admin: Browser, directory: Directory) -> None:
    await create_user("li", "Li", ADMIN_PASSWORD)
    async with signed_in(directory, "li") as browser:
        assert (await send(browser, body="x"))[0] == 403
    form = {"_csrf": await admin.csrf(), "_contract": "none"}
    assert (await admin.post(PREVIEW, data={**form, "_csrf": "wrong"})).status_code == 403
    answers = [await admin.post(f"{PREVIEW}?part=1", data=form) for _ in range(2 * PER_USER + 1)]
    assert {answer.status_code for answer in answers} == {422, 429}


async def test_the_seal_is_chosen_and_taken_away(admin: Browser) -> None:
    out = BytesIO()
    Image.new("RGBA", (600, 600), (200, 0, 0, 128)).save(out, "PNG")
    csrf = await admin.csrf()
    files = {"file": ("公章.png", out.getvalue(), "image/png")}
    answer = await admin.post("/crm_contracts/seal", data={"_csrf": csrf}, files=files)
    assert answer.status_code == 303 and await current_seal() is not None
    assert 'src="data:image/png;base64,' in (await admin.get("/crm_contracts/seal")).text
    bad = await admin.post(
        "/crm_contracts/seal", data={"_csrf": csrf}, files={"file": ("x.png", b"<svg/>", "image/png")}
    )
    assert bad.status_code == 422 and "This is no picture" in bad.text
    assert (await admin.post("/crm_contracts/seal", data={"_csrf": csrf, "remove": "1"})).status_code == 303
    assert await current_seal() is None


async def test_a_signed_copy_is_added_and_fetched_as_it_was(admin: Browser) -> None:
    contract = await confirmed(line(100))
    path = f"/crm_contracts/scan/{contract.id}"
    assert "Scanned copy" in (await admin.get(path)).text
    csrf = await admin.csrf()
    content = blank_pdf()
    answer = await admin.post(path, data={"_csrf": csrf}, files={"file": ("../x.exe", content, "text/html")})
    assert answer.status_code == 303
    [kept] = await find(KeptDocument)
    answer = await admin.get(f"/crm_contracts/kept/{kept.id}")
    assert answer.content == content and answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert f"{kept.sha256[:12]}…" in (await admin.get(f"/crm_contracts/contracts/{contract.id}")).text
    bad = await admin.post(path, data={"_csrf": csrf}, files={"file": ("x.pdf", b"<html>", "application/pdf")})
    assert bad.status_code == 422 and "no PDF and no picture" in bad.text
    assert (await admin.post(path, data={"_csrf": csrf})).status_code == 422
    for missing in ("/crm_contracts/scan/999999", "/crm_contracts/kept/999999"):
        assert (await admin.get(missing)).status_code == 404


async def test_a_download_of_what_was_sent_gives_exactly_those_bytes(admin: Browser) -> None:
    contract = await confirmed(line(100), language="en")
    kept = await keep_document(contract, "en", KeptKind.SENT)
    await execute("UPDATE crm_contracts_contract SET title = 'Other' WHERE id = $1", contract.id)
    for base in ("", "/api/v1"):
        answer = await admin.get(f"{base}/crm_contracts/contracts/{contract.id}/documents/contract?language=en")
        assert answer.content == await read_blob(kept.sha256)
    assert await fetch_value("SELECT count(*) FROM crm_contracts_kept_document") == 1


async def test_the_settings_name_the_template_that_new_contracts_start_with(admin: Browser) -> None:
    [standard] = await find(Template)
    page = (await admin.get("/settings/crm_contracts")).text
    assert f'<option value="{standard.id}" selected>Standard contract</option>' in page
    assert (
        f'<option value="{standard.id}" selected>Standard contract</option>'
        in (await admin.get("/crm_contracts/contracts/new")).text
    )
    assert (await admin.submit("/settings/crm_contracts", {"template": ""})).status_code == 303
    assert " selected>Standard contract" not in (await admin.get("/crm_contracts/contracts/new")).text
