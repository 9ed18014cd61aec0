"""The pay link that nobody has to make: in the portal, on the PDF of an invoice, in dunning notices."""

from __future__ import annotations

import hashlib
import io
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from pypdf import PdfReader

from crm_collection.planning import plan
from crm_pay import links, providers
from crm_pay.choices import EventKind, ProviderName
from crm_pay.models import PayLink
from crm_pay.settings import PaySettings
from crm_receivables.documents import build_invoice
from crm_receivables.models import Invoice
from crm_receivables.portal import DUE
from crm_receivables.services import NewPayment, pay_addresses, record_payment, void_invoice
from guanxi import Conflict, NotFound, execute, fetch_value, find, get, render_pdf
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, use_actor, use_company
from tests.crm_collection.support import DUE as DUE_ON, debtor, owing
from tests.crm_core.browsing import visitor
from tests.crm_pay import qr
from tests.crm_pay.support import attempt_of, event, new_account, send, state
from tests.crm_pay.wechat import KEYS, Wechat, trade
from tests.crm_receivables.support import DAY, new_customer, post, with_settings
from tests.kernel.web.browser import Browser, text_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PRINTED: Any = PaySettings(print_links=True)


@pytest_asyncio.fixture(loop_scope="module")
async def anybody(directory: Directory) -> AsyncIterator[Browser]:
    async with visitor(directory) as browser:
        yield browser


async def address_of(invoice: int, currency: str = "CNY") -> str:
    return (await pay_addresses({invoice: currency})).get(invoice, "")


async def test_the_address_is_always_the_same_and_nothing_is_written_by_looking() -> None:
    account = await new_account()
    invoice = await post(await new_customer(), 1_000)
    address = await address_of(invoice)
    token = address.rpartition("/")[2]
    assert token.startswith(f"{invoice}-") and address == await address_of(invoice)
    assert (await links.open_link(token))[0] is None and await find(PayLink) == []
    started = [await links.start(token, account) for _n in range(2)]
    (link,) = await find(PayLink)
    assert link.expires_at is None and (await links.open_link(token))[0] == link.id
    await send(account, event(started[1].reference, EventKind.PAID))
    assert (await state(started[1].reference))["outstanding"] == 0
    with pytest.raises(Conflict):
        await links.start(token, account)


async def test_a_token_proves_itself_and_ends_when_it_is_revoked() -> None:
    account = await new_account()
    invoice, other = await post(await new_customer(), 1_000), await post(await new_customer(), 500)
    token = (await address_of(invoice)).rpartition("/")[2]
    swapped = f"{other}-{token.partition('-')[2]}"
    for wrong in (swapped, token[:-1], f"{token}A", f"0{token}", token.upper(), f"-{token}", f"{'9' * 18}-{'A' * 24}"):
        with pytest.raises(NotFound):
            await links.open_link(wrong)
    await links.start(token, account)
    await execute("UPDATE crm_pay_link SET revoked = true")
    with pytest.raises(NotFound):
        await links.open_link(token)
    assert await address_of(invoice) == ""


async def test_only_where_an_account_takes_the_currency() -> None:
    invoice = await post(await new_customer(), 1_000, currency="USD")
    assert await address_of(invoice, "USD") == ""
    await new_account("Alipay", ProviderName.ALIPAY)
    await execute("UPDATE crm_pay_account SET secret = $1", await providers.seal({"app_id": "1"}))
    assert await address_of(invoice, "USD") == ""
    await new_account()
    assert (await address_of(invoice, "USD")).startswith("http")


async def test_on_the_pdf_of_an_open_invoice_if_it_is_wanted() -> None:
    account = await new_account()
    customer = await new_customer()
    id = await post(customer, 1_000)

    async def printed(language: str = "both") -> tuple[dict[str, bytes], bytes]:
        job = await build_invoice(await get(Invoice, id), language)
        return job.assets, await render_pdf(job)

    plain = await printed()
    assert plain[0] == {}
    with with_settings(PRINTED):
        assets, pdf = await printed()
        assert (assets, pdf) == await printed() and pdf != plain[1]
        address = await address_of(id)
        assert qr.read_svg(assets["pay"]) == address
        page = PdfReader(io.BytesIO(pdf)).pages[0]
        assert address in page.extract_text().replace("\n", "") and "在线付款" in page.extract_text()
        notes: Any = page["/Annots"]
        targets = {note.get_object()["/A"]["/URI"] for note in notes}
        assert targets == {address}
        await links.start(address.rpartition("/")[2], account)
        assert (await printed())[1] == pdf  # an attempt changes nothing
        await execute("UPDATE crm_pay_account SET active = false")
        assert (await printed())[0] == {}
        await execute("UPDATE crm_pay_account SET active = true")
        await record_payment(
            NewPayment(customer_id=customer, amount=1_000, currency="CNY", received_on=DAY), oldest_first=True
        )
        assert (await printed())[0] == {}
    void = await post(customer, 500)
    await void_invoice(void)
    with with_settings(PRINTED):
        assert (await build_invoice(await get(Invoice, void), "en")).assets == {}


async def test_each_open_invoice_has_a_button_in_the_portal(anybody: Browser) -> None:
    account = await new_account()
    mine = await new_customer("甲")
    first, second = await post(mine, 100), await post(mine, 200)
    theirs = await post(await new_customer("乙"), 999)
    await record_payment(NewPayment(customer_id=mine, amount=100, currency="CNY", received_on=DAY), oldest_first=True)
    block = (await DUE.blocks(mine))[1]
    assert [link and link.href for link in block.row_links] == [await address_of(second), None]
    assert block.row_links[0] is not None and block.row_links[0].primary  # it is overdue
    page = await anybody.get(block.row_links[0].href)
    assert page.status_code == 200 and "2.00" in text_of(page.text)
    assert f"/{first}-" not in page.text and f"/{theirs}-" not in page.text
    await execute("UPDATE crm_pay_account SET active = false WHERE id = $1", account)
    assert (await DUE.blocks(mine))[1].row_links == []


async def test_dunning_texts_may_name_it() -> None:
    await new_account()
    customer = await debtor()
    await owing(customer, 10_000, 5_000)
    invoice = int(await fetch_value("SELECT id FROM crm_receivables_invoice"))
    await execute("UPDATE crm_collection_level SET text = 'Pay here:' || chr(10) || '{pay_links}' WHERE number > 0")
    (planned,) = await plan(DUE_ON + timedelta(days=45), [customer])
    number = await fetch_value("SELECT number FROM crm_receivables_invoice")
    assert planned.text == f"Pay here:\n{number}: {await address_of(invoice)}"
    await execute("UPDATE crm_pay_account SET active = false")
    (planned,) = await plan(DUE_ON + timedelta(days=45), [customer])
    assert planned.text == "Pay here:\n"


async def test_all_of_it_works_without_this_addon(directory: Directory, available: AvailableAddons) -> None:
    await new_account()
    customer = await debtor()
    await owing(customer, 10_000)
    invoice = int(await fetch_value("SELECT id FROM crm_receivables_invoice"))
    with_it = await address_of(invoice)
    await disable(available, "crm_pay")
    without = await directory.refresh("test")
    with use_company(without), use_actor(SYSTEM):
        assert await address_of(invoice) == ""
        assert (await build_invoice(await get(Invoice, invoice), "both")).assets == {}
        assert (await DUE.blocks(customer))[1].row_links == []
        assert len(await plan(DUE_ON + timedelta(days=10), [customer])) == 1
        await enable(available, "crm_pay")
    again = await directory.refresh("test")
    with use_company(again), use_actor(SYSTEM):
        assert await address_of(invoice) == with_it


async def test_the_page_with_the_code_waits_and_looks_again(anybody: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    network = Wechat()
    monkeypatch.setattr(providers, "transport", network)
    account = await new_account("微信", ProviderName.WECHAT)
    await execute("UPDATE crm_pay_account SET secret = $1", await providers.seal(KEYS))
    path = (await address_of(await post(await new_customer(), 1_000))).partition("//")[2].partition("/")[2]
    shown = await anybody.post(f"/{path}", data={"account": str(account)})
    reference = str(await fetch_value("SELECT reference FROM crm_pay_attempt"))
    waiting = f"/{path}?attempt={reference}"
    assert (shown.status_code, shown.headers["location"]) == (303, waiting)
    page = await anybody.get(waiting)
    assert (
        '<meta http-equiv="refresh" content="5">' in page.text and 'class="segno"' in page.text and "10.00" in page.text
    )
    assert "refresh" not in (await anybody.get(f"/{path}")).text
    assert 'class="segno"' not in (await anybody.get(f"/{path}?attempt=GX{'0' * 24}")).text
    digest = await _digest()
    await anybody.get(waiting)
    assert await _digest() == digest  # only looking
    await anybody.post(waiting, data={"check": "1"})
    assert (await attempt_of(reference))["state"] == "started"
    network.orders[reference] = trade(reference)
    await anybody.post(waiting, data={"check": "1"})
    done = await anybody.get(waiting)
    assert "is paid" in done.text and "refresh" not in done.text
    phone = {"User-Agent": "Mozilla/5.0 (Linux; Android 15) Mobile Safari/537.36"}
    path = (await address_of(await post(await new_customer(), 500))).partition("//")[2].partition("/")[2]
    chosen = await anybody.post(f"/{path}", data={"account": str(account)}, headers=phone)
    assert chosen.status_code == 200 and 'href="https://wx.tenpay.com/' in chosen.text
    back = f"/{path}?attempt={await fetch_value('SELECT max(reference) FROM crm_pay_attempt WHERE code = $1', '')}"
    page = await anybody.get(back)
    assert "Waiting for the payment" in page.text and 'class="segno"' not in page.text
    within = {"User-Agent": f"{phone['User-Agent']} MicroMessenger/8.0"}
    assert (await anybody.post(f"/{path}", data={"account": str(account)}, headers=within)).status_code == 303


async def _digest() -> str:
    rows = await fetch_value("SELECT string_agg(t::text, ',' ORDER BY id) FROM crm_pay_attempt t")
    return hashlib.sha256(str(rows).encode()).hexdigest()
