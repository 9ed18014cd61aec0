"""Matching over the API."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from guanxi.company import Directory
from tests.crm_bank.support import a_line, rows
from tests.crm_bank.test_matching import customer, lines_of, number_of, open_of
from tests.crm_core.browsing import signed_in
from tests.crm_receivables.support import installments, post
from tests.kernel.web.browser import Browser

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
LINES = "/api/v1/crm_bank/lines"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def admin(directory: Directory) -> AsyncIterator[Browser]:
    async with signed_in(directory) as browser:
        yield browser


async def send(browser: Browser, path: str, body: Any) -> Any:
    return await browser.post(f"{LINES}/{path}", json=body, headers={"X-CSRF-Token": await browser.csrf()})


async def test_candidates_are_told_and_confirmed(admin: Browser) -> None:
    payer = await customer("春意空调有限公司")
    invoice = await post(payer, 500)
    (part,) = await installments(invoice)
    (id,) = await lines_of(a_line(500, text=await number_of(invoice)))
    (found,) = (await admin.get(f"{LINES}/{id}/candidates")).json()
    assert found == {
        "customer_id": payer,
        "portions": [
            {"installment_id": part, "number": f"{await number_of(invoice)}/1", "amount": 500, "outstanding": 500}
        ],
        "reasons": ["reference", "amount"],
        "score": 80,
        "exact": True,
    }
    body = {"customer_id": payer, "portions": [{"installment_id": part, "amount": 500}]}
    answer = await send(admin, f"{id}/confirm", body)
    assert answer.status_code == 200 and await rows("line", "payment_id") == [(answer.json()["payment_id"],)]
    assert await open_of(invoice) == 0
    again = await send(admin, f"{id}/confirm", body)
    assert (again.status_code, again.json()["code"]) == (409, "bank_line_settled")


async def test_setting_aside(admin: Browser) -> None:
    (id,) = await lines_of(a_line(-20))
    assert (await admin.get(f"{LINES}/{id}/candidates")).json() == []
    assert (await send(admin, f"{id}/set-aside", {"category": "art"})).status_code == 422
    assert (await send(admin, f"{id}/set-aside", {"category": "fees"})).json() == {"category": "fees"}
    assert await rows("line", "state", "category") == [("set_aside", "fees")]


async def test_bad_input_changes_nothing(admin: Browser) -> None:
    payer = await customer("春意空调有限公司")
    (part,) = await installments(await post(payer, 500))
    (id,) = await lines_of(a_line(500))
    for portions in (
        [{"installment_id": part, "amount": 0}],
        [{"installment_id": part, "amount": 2**70}],
        [{"installment_id": part, "amount": 1}, {"installment_id": part, "amount": 1}],
        [{"installment_id": -1, "amount": 1}],
        [{"installment_id": part, "amount": 1.5}],
    ):
        answer = await send(admin, f"{id}/confirm", {"customer_id": payer, "portions": portions})
        assert answer.status_code in (400, 422), portions
    assert (await send(admin, f"{id}/confirm", {"customer_id": 2**40})).status_code == 404
    assert (await send(admin, f"{2**40}/confirm", {"customer_id": payer})).status_code == 404
    assert (await send(admin, f"{2**40}/set-aside", {"category": "fees"})).status_code == 404
    assert (await admin.get(f"{LINES}/{2**40}/candidates")).status_code == 404
    assert await rows("line", "state") == [("open",)]
