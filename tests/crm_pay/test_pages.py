"""The public pages, the webhook from outside, and what users see and may do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio

from crm_core.permissions import CorePermission
from crm_pay import links, providers, testing
from crm_pay.choices import EventKind, ProviderName
from crm_pay.models import Attempt, PayLink, Problem, ProviderAccount
from crm_pay.permissions import PayPermission
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.services import void_invoice
from guanxi import Forbidden, NotFound, clock, create, current_company, execute, fetch_value, find, get, use_actor
from guanxi.company import Directory
from guanxi.records.actions import find_action, run_action
from tests.crm_core.browsing import signed_in, visitor
from tests.crm_pay.support import event, new_account, new_attempt, send, state
from tests.crm_receivables.support import new_customer, post, user
from tests.kernel.web.browser import Browser, text_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


@pytest_asyncio.fixture(loop_scope="module")
async def anybody(directory: Directory) -> AsyncIterator[Browser]:
    async with visitor(directory) as browser:
        yield browser


async def link_to(invoice: int) -> str:
    return f"{links.PATH}{(await links.make_link(invoice)).rpartition('/')[2]}"


async def test_from_the_link_to_the_paid_invoice(anybody: Browser) -> None:
    await new_account()
    path = await link_to(await post(await new_customer(), 120_050))
    first = await anybody.get(path)
    assert first.status_code == 200 and "1,200.50" in text_of(first.text) and "春意" not in first.text
    assert first.headers["x-robots-tag"] == "noindex, nofollow" and first.headers["cache-control"] == "no-store"
    account = str(await fetch_value("SELECT id FROM crm_pay_account"))
    chosen = await anybody.post(path, data={"account": account})
    reference = str(await fetch_value("SELECT reference FROM crm_pay_attempt"))
    assert f'href="{testing.PATH}{reference}"' in chosen.text
    assert "Pay" in (await anybody.get(f"{testing.PATH}{reference}")).text
    assert (await anybody.post(f"{testing.PATH}{reference}", data={"outcome": "x"})).status_code == 422
    await anybody.post(f"{testing.PATH}{reference}", data={"outcome": "fail"})
    assert (await state(reference))["state"] == "failed"
    await anybody.post(f"{testing.PATH}{reference}", data={"outcome": "pay"})
    assert (await state(reference))["outstanding"] == 0
    done = await anybody.get(path)
    assert "is paid" in done.text and (await anybody.post(path, data={"account": account})).status_code == 409
    await execute("UPDATE crm_pay_account SET test_mode = false")
    assert (await anybody.get(f"{testing.PATH}{reference}")).status_code == 404


async def test_links_that_do_not_lead_to_a_payment(anybody: Browser) -> None:
    account = await new_account()
    invoice = await post(await new_customer(), 1_000)
    path = await link_to(invoice)
    for wrong in ("", "x", str(account + 1), "9" * 30):
        assert (await anybody.post(path, data={"account": wrong})).status_code == 404
    foreign = await anybody.post(path, data={"account": str(account)}, headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403 and await fetch_value("SELECT count(*) FROM crm_pay_attempt") == 0
    await void_invoice(invoice)
    assert "voided" in (await anybody.get(path)).text
    for token in ("None", "x" * 32, "x" * 1000, "%00", "'", "%ff"):
        assert (await anybody.get(f"{links.PATH}{token}")).status_code == 404
    await execute("UPDATE crm_pay_link SET expires_at = $1", clock.now() - timedelta(seconds=1))
    assert (await anybody.get(path)).status_code == 404


async def test_the_webhook_from_outside(anybody: Browser) -> None:
    account = await new_account()
    reference = await new_attempt(account)
    keys = await providers.unseal(await fetch_value("SELECT secret FROM crm_pay_account"))
    message = testing.signed(keys["secret"], event(reference, EventKind.PAID), clock.now())
    path = f"/crm_pay/webhook/{account}"
    outside = {"Origin": "https://provider.example", "Sec-Fetch-Site": "cross-site"}
    for headers in ({}, {testing.SIGNATURE: "t=1,v1=1"}):
        bad = await anybody.post(path, content=message.body, headers={**outside, **headers})
        assert bad.status_code == 400
    assert (await anybody.post(path, content=b"x" * 300_000, headers=outside)).status_code == 422
    for wrong in (account + 1, 2**63, 2**70):
        assert (await anybody.post(f"/crm_pay/webhook/{wrong}", content=b"{}", headers=outside)).status_code == 404
    assert await fetch_value("SELECT count(*) FROM crm_pay_event") == 0
    for _n in range(2):
        good = await anybody.post(path, content=message.body, headers={**outside, **message.headers})
        assert (good.status_code, good.text) == (200, "ok")
    assert (await state(reference))["outstanding"] == 0
    assert (await anybody.get(path)).status_code == 405
    log = await fetch_value("SELECT count(*) FROM guanxi_audit WHERE actor_name = 'Payment provider'")
    assert log > 0


async def test_users_make_links_and_see_only_their_invoices(directory: Directory) -> None:
    mine, other = await post(await new_customer(), 500), await post(await new_customer(), 700)
    clerk = await user("clerk", PayPermission.READ, PayPermission.LINK, ReceivablesPermission.READ, CorePermission.READ)
    mine_only = "UPDATE crm_core_customer SET owner_id = $1 WHERE id = (SELECT min(id) FROM crm_core_customer)"
    await execute(mine_only, clerk.id)
    account = await new_account()
    for invoice in (mine, other):
        await send(account, event(await new_attempt(account, invoice=invoice), EventKind.PAID, 900))
    with use_actor(clerk):
        assert len(await find(Attempt)) == len(await find(PayLink)) == len(await find(Problem)) == 1
        with pytest.raises(NotFound):
            await get(Attempt, int(await fetch_value("SELECT max(id) FROM crm_pay_attempt")))
        with pytest.raises(Forbidden):
            await create(ProviderAccount, {"provider": ProviderName.STRIPE, "title": "x"})
    async with signed_in(directory) as browser:
        page = await browser.get(f"/crm_receivables/invoices/{mine}")
        assert f"/crm_pay/invoice/{mine}" in page.text
        form = (await browser.forms(f"/crm_pay/invoice/{mine}"))[f"/crm_pay/invoice/{mine}"]
        await browser.post(f"/crm_pay/invoice/{mine}", data=form)
        shown = await browser.get(f"/crm_pay/invoice/{mine}")
        assert await links.current_address(mine) in shown.text and "<svg" in shown.text
        for path in ("accounts", "attempts", "links", "problems"):
            assert (await browser.get(f"/crm_pay/{path}")).status_code == 200
        assert (await browser.get("/crm_pay/invoice/999999")).status_code == 404
        assert (await browser.get(f"/crm_pay/invoice/{2**70}")).status_code == 404


async def test_keys_are_entered_and_never_shown() -> None:
    account = await create(ProviderAccount, {"provider": ProviderName.STRIPE, "title": "Stripe"})
    resource = current_company().catalog.resource_of[ProviderAccount]
    action = find_action(resource, "keys_stripe", "record")
    await run_action(resource, action, account.id, {"api_key": "sk_1", "webhook_secret": "whsec_1"})
    secret = str(await fetch_value("SELECT secret FROM crm_pay_account"))
    assert "sk_1" not in secret and (await providers.unseal(secret))["api_key"] == "sk_1"
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE guanxi_audit::text LIKE '%sk_1%'") == 0
    clerk = replace(await user("clerk", PayPermission.READ))
    with use_actor(clerk), pytest.raises(Forbidden):
        await run_action(resource, action, account.id, {"api_key": "x", "webhook_secret": "x"})
