"""Statements through the page and the API: permission, forgery, limits, and errors that change nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from crm_bank.models import BankAccount
from guanxi import get, update
from guanxi.auth import create_user
from guanxi.company import Directory
from tests.conftest import ADMIN_PASSWORD
from tests.crm_bank.support import a_file, a_line, count, new_account, rows
from tests.crm_bank.test_files import GERMAN
from tests.crm_core.browsing import signed_in
from tests.kernel.web.browser import Browser, text_of

DATA = Path(__file__).parent / "data"
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PAGE = "/crm_bank/upload"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def admin(directory: Directory) -> AsyncIterator[Browser]:
    async with signed_in(directory) as browser:
        yield browser


async def send(browser: Browser, to: BankAccount, content: bytes, **changes: str) -> Any:
    form = (await browser.forms(PAGE))[PAGE] | {"account": str(to.id)} | changes
    return await browser.post(PAGE, data=form, files={"file": ("any name.bin", content)})


async def test_a_file_is_imported_and_its_statement_shown(admin: Browser) -> None:
    account = await new_account()
    answer = await send(admin, account, a_file(a_line(12345, name="春意空调"), a_line(-5)))
    assert answer.status_code == 303
    page = text_of((await admin.get(answer.headers["location"])).text)
    assert "2 new lines of 2." in page and "春意空调" in page and "does not tie" not in page
    answer = await send(admin, account, a_file(a_line(12345, name="春意空调"), a_line(-5)))
    assert "This file was imported before" in text_of((await admin.get(answer.headers["location"])).text)


async def test_a_statement_that_does_not_tie_says_so(admin: Browser) -> None:
    answer = await send(admin, await new_account(), a_file(a_line(5), wrong_by=1))
    page = (await admin.get(answer.headers["location"])).text
    assert 'role="alert"' in page and "This statement does not tie" in text_of(page)


async def test_a_bad_file_is_explained_and_nothing_is_stored(admin: Browser) -> None:
    answer = await send(admin, await new_account(), a_file(a_line(5)).replace(b"-03-02</Dt>", b"-11-31</Dt>"))
    assert answer.status_code == 422
    assert "there is no such day: 2026-11-31" in text_of(answer.text)
    assert await count("statement") == 0


async def test_what_is_no_file_or_account(admin: Browser) -> None:
    account = await new_account()
    form = (await admin.forms(PAGE))[PAGE] | {"account": str(account.id)}
    assert (await admin.post(PAGE, data=form)).status_code == 422
    for strange in ("", "x", "-1", "9" * 30, "²"):
        assert (await send(admin, account, b"x", account=strange)).status_code == 422
    assert (await send(admin, account, b"x", account="999999999")).status_code == 404
    await update(BankAccount, account.id, {"archived": True})
    assert (await send(admin, account, a_file(a_line(5)), account=str(account.id))).status_code == 409
    assert await count("statement") == 0


async def test_forged_and_forbidden(admin: Browser, directory: Directory) -> None:
    account = await new_account()
    assert (await send(admin, account, a_file(a_line(5)), _csrf="forged")).status_code == 403
    await create_user("clerk", "Clerk", ADMIN_PASSWORD)
    async with signed_in(directory, "clerk") as clerk:
        assert (await clerk.get(PAGE)).status_code == 403
        assert (await clerk.get("/crm_bank/statements")).status_code == 403
    assert await count("statement") == 0


async def test_the_api_takes_base64(admin: Browser) -> None:
    account = await new_account()
    path, headers = f"/api/v1/crm_bank/accounts/{account.id}/import", {"X-CSRF-Token": await admin.csrf()}
    body = {"name": "a.xml", "content": b64encode(a_file(a_line(5))).decode()}
    answer = await admin.post(path, json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.json() | {"statement_ids": []} == {
        "statement_ids": [],
        "lines_read": 1,
        "lines_new": 1,
        "flawed": False,
        "known": False,
    }
    assert (await admin.post(path, json=body, headers=headers)).json()["known"]
    broken = await admin.post(path, json=body | {"content": b64encode(b"x").decode()}, headers=headers)
    assert (broken.status_code, broken.json()["code"]) == (422, "statement_format")
    assert (await admin.post(path, json=body | {"content": "*"}, headers=headers)).status_code in (400, 422)
    assert (await admin.post(path.replace(str(account.id), "99999999"), json=body, headers=headers)).status_code == 404
    assert (await admin.post(path, json=body)).status_code == 403


async def set_columns(browser: Browser, of: BankAccount, values: dict[str, Any]) -> int:
    """As a user, who may not change the field itself; the status of the answer."""
    return int((await browser.submit(f"/crm_bank/accounts/{of.id}/actions/columns", values)).status_code)


async def test_columns_are_kept_for_an_account(admin: Browser) -> None:
    account = await new_account(currency="EUR")
    content = (DATA / "german_latin1.csv").read_bytes()
    assert "not recognized" in text_of((await send(admin, account, content)).text)
    blank = dict.fromkeys(("amount", "side", "credit", "debit", "reference", "bank_reference"), "")
    given = blank | {
        name: getattr(GERMAN, name) for name in ("date", "value_date", "amount", "name", "account", "text")
    }
    given |= {"balance": "Saldo", "currency": "Währung", "date_format": "%d.%m.%Y", "decimal_mark": "comma"}
    given |= {"encoding": "latin-1", "delimiter": "auto"}
    assert await set_columns(admin, account, given | {"amount": ""}) == 422
    assert await set_columns(admin, account, given | {"date_format": "day"}) == 422
    assert await set_columns(admin, account, given) == 303
    assert (await get(BankAccount, account.id)).columns["decimal_mark"] == ","
    assert (await send(admin, account, content)).status_code == 303
    assert await rows("line", "amount", "name") == [(119000, "Müller GmbH"), (-9050, "Stadtwerke")]
    forget = f"/crm_bank/accounts/{account.id}/actions/forget_columns"
    assert (await admin.submit(forget, page=f"/crm_bank/accounts/{account.id}")).status_code == 303
    assert (await get(BankAccount, account.id)).columns == {}


async def test_spaces_in_an_account_number_do_not_matter() -> None:
    account = await new_account(number="DE89 3704 0044 0532 0130 00")
    assert (await get(BankAccount, account.id)).number == "DE89370400440532013000"
