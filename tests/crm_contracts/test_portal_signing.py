"""Signing in the customer portal: for the signatory whose address the customer came by."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from crm_core.models import Customer
from crm_portal import links
from guanxi import elevated, fetch_value, update
from guanxi.company import Directory
from tests.crm_contracts.signing_support import WANG, out, states
from tests.crm_contracts.support import confirmed, customer, line
from tests.crm_core.browsing import visitor
from tests.crm_portal.support import contact, enter, mails, redeem, token_in
from tests.kernel.web.browser import Browser

pytestmark = pytest.mark.usefixtures("inside", "unprinted")
SIGN = "/portal/crm_contracts/sign"


@asynccontextmanager
async def came_by(directory: Directory, email: str) -> AsyncIterator[Browser]:
    """A browser whose session was opened by a mail to this address."""
    await links.ask_for_link(email, ip="127.0.0.1")
    token = token_in(next(text for to, text in reversed(await mails()) if to == email))
    async with visitor(directory) as browser:
        await redeem(browser, token)
        yield browser


async def test_the_asked_address_signs_and_no_other(directory: Directory) -> None:
    buyer = await customer()
    with elevated():
        await update(Customer, buyer, {"email": WANG})
    await contact(buyer, "李娜", email="li@example.com")
    request = await out(await confirmed(line(100), customer_id=buyer))
    first = await fetch_value("SELECT min(id) FROM crm_contracts_signatory WHERE request_id = $1", request.id)
    path = f"{SIGN}/{first}"
    form = {"act": "sign", "name": "王建国", "method": "typed", "agree": "1"}
    async with came_by(directory, "li@example.com") as browser:
        assert path not in (await browser.get("/portal/to-sign")).text
        assert (await browser.get(path)).status_code == 404
    async with visitor(directory) as browser:
        await enter(browser, buyer)  # by a link that went to no address
        assert (await browser.get(path)).status_code == 404
    other = await customer("南通瑞和机电有限公司")
    async with visitor(directory) as browser:
        await enter(browser, other)
        assert (await browser.get(path)).status_code == 404
        assert (await browser.get(f"{path}/document")).status_code == 404
    async with visitor(directory) as browser:
        assert (await browser.get(path)).status_code in (303, 401)
    assert await states(request) == ["asked", "waiting"]
    async with came_by(directory, WANG) as browser:
        listed = await browser.get("/portal/to-sign")
        assert f'href="{path}"' in listed.text
        assert (await browser.get(f"{path}/document")).status_code == 200
        csrf = (await browser.forms(path))[path]
        assert (await browser.post(path, data=csrf | form)).status_code == 200
        assert path not in (await browser.get("/portal/to-sign")).text
    channel = await fetch_value("SELECT channel FROM crm_contracts_signatory WHERE id = $1", first)
    assert (channel, await states(request)) == ("portal", ["signed", "asked"])
