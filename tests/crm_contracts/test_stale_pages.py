"""What is decided on a page is decided about the contract as that page showed it."""

from __future__ import annotations

import re

from crm_contracts.models import Contract
from guanxi import get, update, use_actor
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.support import SALES, YES, act, line, user
from tests.crm_contracts.test_approvals import approver, handed_in, rule
from tests.kernel.web.browser import Browser, text_of

CHANGED = "Someone else changed this record in the meantime."


async def test_an_approval_is_of_what_the_approver_saw(directory: Directory, inside: Company) -> None:
    seller, boss = await user("seller", SALES), await approver("boss")
    await rule("all", approver=boss.id)
    contract = await handed_in(seller, line(100))
    page = f"/crm_contracts/contracts/{contract.id}"
    async with Browser(create_app(directory, Settings())) as desk:
        await desk.sign_in("admin", ADMIN_PASSWORD)
        [link] = set(re.findall(rf'href="({page}/actions/approve[^"]*)"', (await desk.get(page)).text))
        with use_actor(seller):
            await act(contract, "revise", {"reason": "More"})
            await update(Contract, contract.id, {"lines": [line(1)]})
            await act(contract, "confirm", YES)
        opened = (await desk.forms(link))[""]
        late = await desk.post(link, data=opened)
        assert late.status_code == 409 and CHANGED in text_of(late.text)
        assert (await get(Contract, contract.id)).state == "in_review"
        again = re.search(r'name="revision" value="(\d+)"', late.text)
        assert again is not None and int(again[1]) == (await get(Contract, contract.id)).revision
        wrong = await desk.post(link, data=opened | {"revision": again[1], "comment": "x" * 501})
        assert wrong.status_code == 422 and f'name="revision" value="{again[1]}"' in wrong.text
        assert (await desk.post(link, data=opened | {"revision": again[1]})).status_code == 303
    assert (await get(Contract, contract.id)).state == "approved"


async def test_a_page_without_a_revision_of_before_is_of_now(directory: Directory, inside: Company) -> None:
    contract = await handed_in(await user("seller", SALES))
    path = f"/crm_contracts/contracts/{contract.id}/actions/sign"
    async with Browser(create_app(directory, Settings())) as desk:
        await desk.sign_in("admin", ADMIN_PASSWORD)
        for wrong in ("", "?revision=x", f"?revision={10**30}"):
            assert f'name="revision" value="{contract.revision}"' in (await desk.get(path + wrong)).text
        signed = {"our_signatory": "周敏", "their_signatory": "王建国"}
        form = (await desk.forms(path))[""]
        assert (await desk.post(path, data=form | signed)).status_code == 303
    assert (await get(Contract, contract.id)).state == "active"
