"""The work screen without scripts: what is proposed, confirmed, set aside, taken back, and who may."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from crm_bank.confirming import Match, confirm
from crm_bank.permissions import BankPermission
from crm_core.permissions import CorePermission
from crm_receivables.services import refund_payment
from guanxi import execute, fetch_value
from guanxi.auth import create_user
from guanxi.company import Directory
from tests.conftest import ADMIN_PASSWORD
from tests.crm_bank.support import DAY, a_line, rows
from tests.crm_bank.test_matching import customer, lines_of, open_of
from tests.crm_core.browsing import signed_in
from tests.crm_receivables.support import assert_ties, installments, pay, post
from tests.kernel.web.browser import Browser, text_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PAGE = "/crm_bank/match"
NAME = "春意空调有限公司"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def admin(directory: Directory) -> AsyncIterator[Browser]:
    async with signed_in(directory) as browser:
        yield browser


async def send(browser: Browser, **fields: str) -> str:
    """The page that the answer leads to, as text."""
    answer = await browser.post(PAGE, data={"_csrf": await browser.csrf(), **fields})
    assert answer.status_code == 303, text_of(answer.text)
    return text_of((await browser.get(answer.headers["location"])).text)


async def test_there_is_nothing_to_match(admin: Browser) -> None:
    assert "Nothing to match" in text_of((await admin.get(PAGE)).text)


async def test_a_proposal_with_its_reasons_is_confirmed(admin: Browser) -> None:
    payer = await customer(NAME)
    invoice = await post(payer, 50_000)
    (part,) = await installments(invoice)
    (id,) = await lines_of(a_line(50_000, name=NAME))
    page = (await admin.get(PAGE)).text
    shown = text_of(page)
    assert "1 open lines" in shown and "Same name" in shown and "Same amount" in shown
    assert f'name="amount.{part}"' in page and 'value="500.00"' in page
    said = await send(admin, do="confirm", line=str(id), customer=str(payer), **{f"amount.{part}": "500.00"})
    assert f"Matched with {NAME}." in said and "Nothing to match" in said
    assert await open_of(invoice) == 0
    await assert_ties()


async def test_part_of_it_and_the_rest_on_account_then_undone(admin: Browser) -> None:
    payer = await customer(NAME)
    invoice = await post(payer, 50_000)
    (part,) = await installments(invoice)
    (id,) = await lines_of(a_line(50_000, name=NAME))
    said = await send(admin, do="confirm", line=str(id), customer=str(payer), **{f"amount.{part}": "120.5"})
    assert f"{NAME}: CN¥379.50 on account." in said
    assert await open_of(invoice) == 37_950
    answer = await admin.post(f"{PAGE}/{id}/undo", data={"_csrf": await admin.csrf()})
    assert answer.status_code == 303
    assert await rows("line", "state", "payment_id") == [("open", None)]
    assert await open_of(invoice) == 50_000


async def test_wrong_amounts_are_explained_and_change_nothing(admin: Browser) -> None:
    payer = await customer(NAME)
    (part,) = await installments(await post(payer, 50_000))
    (id,) = await lines_of(a_line(10_000, name=NAME))
    csrf = await admin.csrf()
    for text, status in (("x", 422), ("-1", 422), ("100.01", 409), ("1e5", 422), ("9" * 30, 422)):
        form = {"_csrf": csrf, "do": "confirm", "line": str(id), "customer": str(payer), f"amount.{part}": text}
        answer = await admin.post(PAGE, data=form)
        assert answer.status_code == status, text
        assert 'role="alert"' in answer.text
    assert await rows("line", "state") == [("open",)]
    assert await fetch_value("SELECT count(*) FROM crm_receivables_payment") == 0


async def test_what_is_not_there(admin: Browser) -> None:
    (id,) = await lines_of(a_line(10_000))
    csrf = await admin.csrf()
    for form, status in (
        ({"do": "confirm", "line": str(id), "customer": "999999"}, 404),
        ({"do": "confirm", "line": "999999", "customer": str(await customer(NAME))}, 404),
        ({"do": "confirm", "line": "x"}, 404),
        ({"do": "dance", "line": str(id)}, 422),
        ({"do": "aside", "line": str(id), "category": "none"}, 422),
        ({"do": "aside", "line": str(id), "category": "art"}, 422),
        ({"do": "refund", "line": str(id), "payment": "1"}, 404),
    ):
        assert (await admin.post(PAGE, data={"_csrf": csrf, **form})).status_code == status, form
    assert (await admin.get(f"{PAGE}?line=999999")).status_code == 404
    assert (await admin.get(f"{PAGE}?after=x")).status_code == 422
    assert await rows("line", "state") == [("open",)]


async def test_another_customer_is_searched_and_pays_on_account(admin: Browser) -> None:
    payer = await customer("泰州凤城河置业有限公司")
    await post(payer, 700)
    (id,) = await lines_of(a_line(900, name="王小明", account="6217"))
    page = (await admin.get(f"{PAGE}?line={id}&q=凤城河")).text
    assert f'customer={payer}"' in page
    chosen = (await admin.get(f"{PAGE}?line={id}&customer={payer}")).text
    assert 'value="7.00"' in chosen
    assert "on account" in await send(admin, do="confirm", line=str(id), customer=str(payer))
    assert await rows("learned", "counterparty", "customer_id") == [("6217", payer)]


async def test_fees_are_set_aside(admin: Browser) -> None:
    (id,) = await lines_of(a_line(-20, text="账户管理费"))
    page = (await admin.get(PAGE)).text
    assert '<option value="fees" selected>' in page
    assert "Set aside." in await send(admin, do="aside", line=str(id), category="fees")
    assert await rows("line", "state", "category") == [("set_aside", "fees")]


async def test_a_refund_is_matched(admin: Browser) -> None:
    payment = await pay(await customer(NAME), 500)
    await refund_payment(payment, 200, reference="R1")
    (id,) = await lines_of(a_line(-200, text="退款"))
    page = (await admin.get(PAGE)).text
    found = re.search(r'name="payment" value="(\d+)"', page)
    assert found is not None and NAME in page
    assert "Matched with the refund." in await send(admin, do="refund", line=str(id), payment=found[1])


async def test_keys_lead_to_the_lines_beside_and_to_the_next_page(admin: Browser) -> None:
    ids = await lines_of(*[a_line(100 + index, booked_on=DAY) for index in range(25)])
    page = (await admin.get(f"{PAGE}?line={ids[1]}")).text
    assert re.search(rf'line={ids[0]}" data-hotkey="arrowup"', page)
    assert re.search(rf'line={ids[2]}" data-hotkey="arrowdown"', page)
    more = re.search(r'href="(/crm_bank/match\?after=[^"]+)"', page)
    assert more is not None
    assert f"line={ids[20]}&" in (await admin.get(more[1])).text.replace("&amp;", "&")


async def test_who_may_not_match_and_whose_customers_are_proposed(admin: Browser, directory: Directory) -> None:
    payer = await customer(NAME)
    await post(payer, 50_000)
    (id,) = await lines_of(a_line(50_000, name=NAME))
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('m', '', $1, 1, now(), now()) RETURNING id",
        [str(BankPermission.MATCH), str(CorePermission.READ)],
    )
    await create_user("matcher", "Matcher", ADMIN_PASSWORD, roles=[role])
    await create_user("nobody", "Nobody", ADMIN_PASSWORD)
    await execute("UPDATE guanxi_company SET revision = revision + 1")
    async with signed_in(directory, "nobody") as nobody:
        assert (await nobody.get(PAGE)).status_code == 403
        form = {"_csrf": await nobody.csrf(), "do": "aside", "line": str(id), "category": "fees"}
        assert (await nobody.post(PAGE, data=form)).status_code == 403
    async with signed_in(directory, "matcher") as matcher:
        assert "Same amount" not in text_of((await matcher.get(PAGE)).text), "the customer is not theirs to see"
        form = {"_csrf": await matcher.csrf(), "do": "confirm", "line": str(id), "customer": str(payer)}
        assert (await matcher.post(PAGE, data=form)).status_code == 404
    form = {"_csrf": "forged", "do": "aside", "line": str(id), "category": "fees"}
    assert (await admin.post(PAGE, data=form)).status_code == 403
    assert await rows("line", "state") == [("open",)]


async def test_a_line_that_is_matched_elsewhere_meanwhile(admin: Browser) -> None:
    payer = await customer(NAME)
    (id,) = await lines_of(a_line(50_000))
    await confirm(Match(id, payer))
    form = {"_csrf": await admin.csrf(), "do": "confirm", "line": str(id), "customer": str(payer)}
    answer = await admin.post(PAGE, data=form)
    assert answer.status_code == 409 and "meanwhile" in text_of(answer.text)
