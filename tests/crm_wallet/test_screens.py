"""Panels, the portal, the report and the page of codes, as people meet them."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from crm_portal.extensions import PORTAL_SECTIONS, PortalSection
from crm_wallet import batches, codes, jobs, panels, services
from crm_wallet.errors import MoreThanOwed, NotEnough
from crm_wallet.paying import INVOICE_PANEL
from guanxi import Conflict, NotFound, enqueue, fetch_value, use_locale
from guanxi.company import Directory
from guanxi.context import Actor, Company, current_company, use_actor
from guanxi.jobs.worker import run_pending
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.crm_wallet.conftest import MakeCustomer
from tests.crm_wallet.support import fill, stands
from tests.crm_wallet.test_invoices import bill, outstanding
from tests.kernel.web.browser import Browser, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")
_numbers = itertools.count(1)


@pytest_asyncio.fixture(loop_scope="module")
async def admin(shared_directory: Directory, program: Company) -> AsyncIterator[Browser]:
    async with Browser(create_app(shared_directory, Settings())) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        yield browser


def section() -> PortalSection:
    (found,) = [each for each in current_company().catalog.extensions(PORTAL_SECTIONS) if each.name == "wallet"]
    return found


async def do(customer: int, id: int, name: str, written: str = "") -> str:
    (action,) = [each for each in section().actions if each.name == name]
    await action.question(customer, id)
    return str(await action.run(customer, id, written, 0))


async def test_the_panel_says_what_is_there(customer: int) -> None:
    assert str((await panels.WALLET_PANEL.load(customer)).empty) == "No stored value yet."
    await fill(customer, 50_000, 5_000)
    await services.hold(customer, 1_100, "CNY", f"cart:{next(_numbers)}")
    panel = await panels.WALLET_PANEL.load(customer)
    assert [(str(figure.label), figure.value) for figure in panel.figures] == [
        ("Principal", "CN¥500.00"),
        ("Bonus", "CN¥50.00"),
        ("Held", "CN¥11.00"),
    ]
    with use_locale("zh_CN"):
        assert [str(figure.label) for figure in (await panels.WALLET_PANEL.load(customer)).figures] == [
            "本金", "赠送金", "冻结",
        ]  # fmt: skip


async def test_customers_redeem_gift_cards_in_the_portal(customer: int, make_customer: MakeCustomer) -> None:
    assert [str(block.data.empty) for block in await section().blocks(customer)] == ["You have no stored value yet."]
    secret = await services.issue_card(10_000, "CNY", with_pin=True)
    with pytest.raises(Conflict):
        await do(customer, customer, "redeem", f"{secret.code} {secret.pin}")
    card = await services.find_card(secret.code, secret.pin, caller="seller")
    await services.sell_card(card.card_id, 10_000, "sale:1")
    with pytest.raises(Conflict):
        await do(customer, customer, "redeem", codes.new_code())
    with pytest.raises(NotFound):
        await do(customer, await make_customer(), "redeem", secret.code)
    said = await do(customer, customer, "redeem", f"{secret.code} {secret.pin}")
    assert said == "CN¥100.00 was added to your stored value."
    with pytest.raises(Conflict):
        await do(customer, customer, "redeem", f"{secret.code} {secret.pin}")
    assert await stands(customer) == (10_000, 0)
    figures = (await section().summary(customer)).figures
    assert (str(figures[0].label), figures[0].value, figures[0].href) == ("Principal", "CN¥100.00", None)


async def test_customers_pay_their_invoices_in_the_portal(customer: int, make_customer: MakeCustomer) -> None:
    await fill(customer, 10_000, 1_000)
    mine, foreign = await bill(customer, 7_000), await bill(await make_customer(), 7_000)
    (block,) = [each for each in await section().blocks(customer) if each.row_links]
    assert [link.href for link in block.row_links if link] == [f"/portal/wallet/{mine}/pay"]
    with pytest.raises(NotFound):
        await do(customer, foreign, "pay")
    assert await do(customer, mine, "pay") == "CN¥70.00 was paid with your stored value."
    with pytest.raises(MoreThanOwed):
        await do(customer, mine, "pay")
    more = await bill(customer, 9_000)
    assert await do(customer, more, "pay") == "CN¥40.00 was paid with your stored value."
    with pytest.raises(NotEnough):
        await do(customer, more, "pay")
    assert (await outstanding(mine), await outstanding(more)) == (0, 5_000)


async def test_staff_pay_an_invoice_from_its_panel(admin: Browser, customer: int, make_customer: MakeCustomer) -> None:
    await fill(customer, 10_000)
    invoice, foreign = await bill(customer, 7_000), await bill(await make_customer(), 7_000)
    (figure,) = (await INVOICE_PANEL.load(invoice)).figures
    assert figure.value == "CN¥100.00" and figure.href is not None
    assert (await INVOICE_PANEL.load(foreign)).figures == []
    assert figure.href == f"/crm_wallet/pay/{invoice}"
    page = await admin.get(figure.href)
    assert page.status_code == 200 and 'value="70.00"' in page.text
    for path, amount, status in (
        (figure.href, "70.01", 409),
        (figure.href, "x", 422),
        (figure.href, "-1", 422),
        (f"/crm_wallet/pay/{foreign}", "1", 404),
        (f"/crm_wallet/pay/{10**9}", "1", 404),
    ):
        given = {"_csrf": await admin.csrf(), "amount": amount}
        assert (await admin.post(path, data=given)).status_code == status, path
    done = await admin.submit(figure.href)
    assert done.status_code == 303, text_of(done.text)
    assert (await outstanding(invoice), await stands(customer)) == (0, (3_000, 0))


async def test_the_report_shows_each_currency(admin: Browser, customer: int) -> None:
    assert "No customer has topped up" in (await admin.get("/crm_wallet/liability")).text
    await fill(customer, 10_000, 1_000)
    await services.top_up(customer, 700, "JPY", "jpy:1")
    shown = text_of((await admin.get("/crm_wallet/liability")).text)
    assert "CN¥100.00" in shown and "CN¥10.00" in shown and "JPY" in shown
    assert "¥700" in text_of((await admin.get("/crm_wallet/liability?currency=JPY")).text)
    assert (await admin.get("/crm_wallet/liability?currency=x'y")).status_code == 200


async def test_codes_are_fetched_once_by_their_maker(admin: Browser, program: Company) -> None:
    maker = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'admin'")
    owners = {maker: "Spring", 10**6: "Autumn"}
    made = {}
    for id, name in owners.items():
        with use_actor(Actor(kind="user", id=id, name="x", elevated=True)):
            made[id] = await batches.new_batch(name, 10_000, "CNY", 3, with_pin=False)
        await enqueue(jobs.MAKE_CARDS, {"batch": made[id]})
    await run_pending()
    path, token = f"/crm_wallet/codes/{made[maker]}", {"_csrf": await admin.csrf()}
    assert (await admin.post(f"/crm_wallet/codes/{made[10**6]}", data=token)).status_code == 403
    assert (await admin.post(f"/crm_wallet/codes/{10**30}", data=token)).status_code == 404
    assert "It is given out once" in text_of((await admin.get(path)).text)
    answer = await admin.submit(path)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Number", "Code of the gift card", "PIN"] and len(rows) == 4
    assert (await services.find_card(rows[1][1])).number == rows[1][0]
    assert (await admin.post(path, data=token)).status_code == 409
    assert "shown once" in text_of((await admin.get(path)).text)
