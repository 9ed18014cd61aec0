from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest

from guanxi.context import Company
from guanxi.db import execute, fetch, fetch_value
from guanxi.imports import read_table
from guanxi.jobs import run_pending
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser

SHOPS = "/sample_shop/shops/import"
ORDERS = "/sample_shop/orders/import"
WRITER = ("sample_shop.read", "sample_shop.write", "sample_shop.see_all")


async def upload(browser: Browser, path: str, content: bytes, name: str = "file.csv") -> Any:
    return await browser.post(path, files={"file": (name, content)}, data={"_csrf": await browser.csrf()})


async def checked(browser: Browser, path: str, content: bytes, **changes: str) -> Any:
    """The page that says what would happen."""
    answer = await upload(browser, path, content)
    assert answer.status_code == 200, text_of(answer.text)
    return await browser.post(path, data={**forms_in(answer.text)[""], **changes, "step": "check"})


async def started(browser: Browser, path: str, content: bytes, **changes: str) -> str:
    """Brings the file in; the address of its job's page."""
    answer = await checked(browser, path, content, **changes)
    answer = await browser.post(path, data={**forms_in(answer.text)[""], "step": "start"})
    assert answer.status_code == 303, text_of(answer.text)
    await run_pending(10)
    return str(answer.headers["location"])


def figures(html: str) -> tuple[int, ...]:
    """New, changed, unchanged, not taken."""
    return tuple(int(number) for number in re.findall(r'<dd class="text \w+">(\d+)</dd>', html))


async def test_a_file_is_uploaded_its_columns_chosen_checked_and_imported(admin: Browser, in_shop: Company) -> None:
    page = (await admin.get(SHOPS)).text
    assert '<li aria-current="step"><span>1. File</span></li>' in page and "found by: Code, External key" in text_of(
        page
    )
    answer = await upload(admin, SHOPS, "甲,Name\nA1,春意暖通\nA2,\nA1,Twice\n".encode())
    assert answer.status_code == 200 and '<li aria-current="step"><span>2. Columns</span></li>' in answer.text
    assert "A1 · A2" in answer.text and "春意暖通 · Twice" in answer.text
    form = forms_in(answer.text)[""]
    assert form["column-1"] == "name" and form["column-0"] == ""
    answer = await admin.post(SHOPS, data={**form, "step": "check"})
    assert answer.status_code == 422 and "No column gives Code, which is required." in text_of(answer.text)
    answer = await admin.post(SHOPS, data={**form, "column-0": "code", "step": "check"})
    assert answer.status_code == 200, text_of(answer.text)
    text = text_of(answer.text)
    assert figures(answer.text) == (1, 0, 0, 2) and "Import 1 rows" in text
    assert "3 Name This field is required." in text and "4 Code A1 Row 2 has the same here." in text
    assert await fetch_value("SELECT count(*) FROM sample_shop_shop") == 0
    answer = await admin.post(SHOPS, data={**forms_in(answer.text)[""], "step": "start"})
    assert answer.status_code == 303
    job = answer.headers["location"]
    page = (await admin.get(job)).text
    assert "The import is running." in page and "<progress" in page and "http-equiv" not in page
    await run_pending(10)
    page = (await admin.get(job)).text
    assert figures(page) == (1, 0, 0, 2) and '<li aria-current="step"><span>5. Done</span></li>' in page
    assert 'href="/sample_shop/shops?sort=-id"' in page and f'href="{job}/rejected"' in page
    assert (await admin.get(f"{job}/rejected")).content.decode("utf-8-sig") == (
        "甲,Name,Problem\r\nA2,,Name: This field is required.\r\nA1,Twice,Code: Row 2 has the same here.\r\n"
    )


async def test_rejected_rows_are_mended_and_imported_and_again_changes_nothing(
    admin: Browser, in_shop: Company
) -> None:
    job = await started(admin, SHOPS, b"Nr,Name\nA1,One\nA2,\n", **{"column-0": "code"})
    file = (await admin.get(f"{job}/rejected")).content.decode("utf-8-sig")
    mended = file.replace("A2,,", "A2,Two,").encode("gb18030")
    assert forms_in((await upload(admin, SHOPS, mended)).text)[""]["column-0"] == "code"  # remembered by its heading
    assert figures((await admin.get(await started(admin, SHOPS, mended))).text) == (1, 0, 0, 0)
    answer = await checked(admin, SHOPS, mended)
    assert figures(answer.text) == (0, 0, 1, 0) and "Everything in the file is there already." in text_of(answer.text)
    assert 'value="start"' not in answer.text


async def test_the_rows_with_problems_can_be_had_before_the_import(admin: Browser, in_shop: Company) -> None:
    answer = await checked(admin, SHOPS, b"Code,Name\nA1,\nA2,Two\n")
    answer = await admin.post(SHOPS, data={**forms_in(answer.text)[""], "step": "rejected"})
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''rejected.csv"
    assert answer.content.decode("utf-8-sig") == "Code,Name,Problem\r\nA1,,Name: This field is required.\r\n"
    assert await fetch_value("SELECT count(*) FROM sample_shop_shop") == 0


async def test_only_a_hundred_problems_are_listed_and_the_file_has_all(admin: Browser, in_shop: Company) -> None:
    lines = "".join(f"A{number},\n" for number in range(150))
    answer = await checked(admin, SHOPS, f"Code,Name\n{lines}".encode())
    assert answer.text.count("This field is required.") == 100
    assert "150 problems in all; the file has every row." in text_of(answer.text)
    answer = await admin.post(SHOPS, data={**forms_in(answer.text)[""], "step": "rejected"})
    assert answer.text.count("This field is required.") == 150


async def test_a_resource_without_a_key_says_that_rows_are_new(user_of: MakeBrowser) -> None:
    writer = await user_of(*WRITER)
    assert f'href="{ORDERS}"' in (await writer.get("/sample_shop/orders")).text
    page = text_of((await writer.get(ORDERS)).text)
    assert (
        "Without one, every row becomes a new record" in page and "Not imported: Lines. Add them on the form." in page
    )
    content = b"Name,Weight\na,1\n"
    answer = await upload(writer, ORDERS, content)
    assert 'id="key"' in answer.text and "Every row becomes a new record" in answer.text
    await started(writer, ORDERS, content)
    assert figures((await writer.get(await started(writer, ORDERS, content))).text) == (1, 0, 0, 0)
    assert await fetch_value("SELECT count(*) FROM sample_shop_order") == 2


async def test_related_records_are_made_where_the_user_says_so(user_of: MakeBrowser) -> None:
    writer = await user_of(*WRITER)
    content = "Name,Shop,External key\na,春意,O-1\nb,春意,O-2\n".encode()
    assert figures((await checked(writer, ORDERS, content)).text) == (0, 0, 0, 2)
    made = {"unmatched-shop": "create"}
    assert figures((await writer.get(await started(writer, ORDERS, content, **made))).text) == (2, 0, 0, 0)
    assert [row["name"] for row in await fetch("SELECT name FROM sample_shop_shop")] == ["春意"]
    answer = await upload(writer, ORDERS, content)
    assert forms_in(answer.text)[""]["unmatched-shop"] == "create"
    assert figures((await checked(writer, ORDERS, content)).text) == (0, 0, 2, 0)


async def test_records_that_are_there_are_left_as_the_user_says(user_of: MakeBrowser) -> None:
    writer = await user_of(*WRITER)
    before, after = b"Name,Weight,External key\na,1,O-1\n", b"Name,Weight,External key\nb,2,O-1\n"
    await started(writer, ORDERS, before)
    page = text_of((await checked(writer, ORDERS, after)).text)
    assert "What changes in records that are there Name 1 Weight 1" in page and "2 a Weight 1 2" in page
    answer = await checked(writer, ORDERS, after, existing="leave")
    assert figures(answer.text) == (0, 0, 1, 0) and "What changes" not in answer.text
    assert forms_in((await upload(writer, ORDERS, after)).text)[""]["existing"] == "leave"  # remembered
    assert (await checked(writer, ORDERS, after, existing="guess")).status_code == 422
    await started(writer, ORDERS, before + b"c,3,O-2\n", existing="fill")
    assert [row["name"] for row in await fetch("SELECT name FROM sample_shop_order ORDER BY id")] == ["a", "c"]


async def test_there_is_no_column_for_what_one_may_not_write(user_of: MakeBrowser) -> None:
    writer = await user_of(*WRITER)
    page = text_of((await writer.get(ORDERS)).text)
    assert " weight " in page
    for hidden in (" margin ", " rush ", " stage ", " total ", " pin "):
        assert hidden not in page
    answer = await upload(writer, ORDERS, b"Name,Rush\na,1\n")
    form = forms_in(answer.text)[""]
    assert form["column-1"] == ""
    assert (await writer.post(ORDERS, data={**form, "column-1": "rush", "step": "check"})).status_code == 422


async def test_who_may_not_create_may_not_import(user_of: MakeBrowser) -> None:
    reader = await user_of("sample_shop.read")
    assert (await reader.get(ORDERS)).status_code == 403
    assert ORDERS not in (await reader.get("/sample_shop/orders")).text
    assert (await upload(reader, ORDERS, b"Name\na\n")).status_code == 403


@pytest.mark.parametrize("path", [SHOPS, ORDERS])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("locale", ["en", "zh_CN"])
async def test_the_file_to_fill_in_is_one_that_can_be_imported(
    user_of: MakeBrowser, path: str, kind: str, locale: str
) -> None:
    writer = await user_of(*WRITER, locale=locale)
    await execute(
        "INSERT INTO sample_shop_shop (name, revision, created_at, updated_at) VALUES ('Chunyi', 1, now(), now())"
    )
    answer = await writer.get(f"{path}?template={kind}")
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''import.{kind}"
    table = read_table(answer.content)
    assert len(table.rows) == 1
    if kind == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(answer.content)).active is not None
    form = forms_in((await upload(writer, path, answer.content, f"import.{kind}")).text)[""]
    assert all(form[f"column-{index}"] for index in range(len(table.headings)))
    assert figures((await checked(writer, path, answer.content)).text) == (1, 0, 0, 0)
    assert (await writer.get(f"{path}?template=pdf")).status_code == 404


async def test_an_import_is_cancelled_and_goes_on(admin: Browser, user_of: MakeBrowser, in_shop: Company) -> None:
    lines = "".join(f"A{number},N\n" for number in range(450))
    answer = await checked(admin, SHOPS, f"Code,Name\n{lines}".encode())
    job = (await admin.post(SHOPS, data={**forms_in(answer.text)[""], "step": "start"})).headers["location"]
    csrf = {"_csrf": await admin.csrf()}
    other = await user_of("sample_shop.read", "sample_shop.write")
    for path in (job, f"{job}/rejected"):
        assert (await other.get(path)).status_code == 404
    assert (await other.post(job, data={"_csrf": await other.csrf(), "step": "cancel"})).status_code == 404
    assert (await admin.post(job, data={**csrf, "step": "go-on"})).status_code == 409
    assert (await admin.post(job, data={**csrf, "step": "what"})).status_code == 400
    assert (await admin.post(job, data={**csrf, "step": "cancel"})).status_code == 303
    await run_pending(10)
    assert await fetch_value("SELECT count(*) FROM sample_shop_shop") == 0
    page = (await admin.get(job)).text
    assert "The import was cancelled. What it has written stays." in page and "Go on with the import" in page
    assert (await admin.post(job, data={**csrf, "step": "cancel"})).status_code == 409
    assert (await admin.post(job, data={**csrf, "step": "go-on"})).status_code == 303
    await run_pending(10)
    assert figures((await admin.get(job)).text) == (450, 0, 0, 0)


async def test_an_import_is_started_once_from_each_check(admin: Browser, in_shop: Company) -> None:
    content = b"Code,Name,Title\nA1,One,Uno\n"

    async def form() -> dict[str, str]:
        return forms_in((await checked(admin, SHOPS, content)).text)[""] | {"step": "start"}

    async def start(form: dict[str, str]) -> str:
        answer = await admin.post(SHOPS, data=form)
        assert answer.status_code == 303, text_of(answer.text)
        return str(answer.headers["location"].partition("?")[0])

    first = await form()
    wrong = {key: value for key, value in first.items() if key != "column-1"} | {"column-2": "name"}
    assert await start(wrong) == await start(wrong) == "/import-jobs/1"
    assert await start(first) != "/import-jobs/1"
    assert await start(await form()) not in (await start(wrong), await start(first))
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'guanxi.import'") == 3


async def test_an_import_that_skips_its_check_is_refused(admin: Browser, in_shop: Company) -> None:
    files = {"file": ("shops.csv", b"Code,Name\nA1,One\n")}
    form = {"_csrf": await admin.csrf(), "step": "start"}
    answer = await admin.post(SHOPS, files=files, data=form)
    assert answer.status_code == 422 and "The form is not complete." in text_of(answer.text)
    good = forms_in((await checked(admin, SHOPS, b"Code,Name\nA1,One\n")).text)[""]
    assert (await admin.post(SHOPS, data={**good, "proof": "0" * 64, "step": "start"})).status_code == 422
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'guanxi.import'") == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"Code,Name\n", "The file has no rows below its headings."),
        (b"\n" * 500_000, "At most 400000 lines, the empty ones included."),
        (b"\xd0\xcf\x11\xe0", "Files in the old .xls format cannot be read."),
        (b"PK\x03\x04", "The workbook is damaged"),
    ],
)
async def test_what_is_no_table_is_refused(admin: Browser, in_shop: Company, content: bytes, reason: str) -> None:
    answer = await upload(admin, SHOPS, content)
    assert answer.status_code == 422 and reason in text_of(answer.text)


@pytest.mark.parametrize(
    "change",
    [
        {"column-0": "id"},
        {"column-7": "name"},
        {"key": "none"},
        {"key": "name"},
        {"unmatched-name": "create"},
        {"unmatched-x": "empty"},
        {"column-0": "name"},
    ],
)
async def test_choices_that_are_not_offered_are_refused(
    admin: Browser, in_shop: Company, change: dict[str, str]
) -> None:
    answer = await checked(admin, SHOPS, b"Code,Name\nA1,One\n", **change)
    assert answer.status_code == 422 and '<li aria-current="step"><span>2. Columns</span></li>' in answer.text
