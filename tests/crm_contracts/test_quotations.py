"""Quotations: what is sent, what a customer sees and accepts, and what takes it back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crm_contracts.document import build_contract
from crm_contracts.models import Contract
from crm_contracts.portal_quotations import QUOTATIONS_SECTION
from crm_contracts.quotation import build_quotation
from crm_contracts.quotation_answers import accept, ask, decline
from crm_contracts.timeline import SOURCE
from guanxi import (
    Conflict,
    InvalidInput,
    NotFound,
    TimelineMark,
    execute,
    fetch,
    fetch_value,
    get,
    today,
    update,
    use_actor,
)
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.support import SALES, YES, act, customer, draft, line, user
from tests.crm_portal.support import enter
from tests.kernel.web.browser import Browser, text_of

SELLER = (*SALES, "crm_core.customers.see_all", "crm_contracts.contracts.see_all")
LAST = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)


async def quoted(customer_id: int, **more: Any) -> Contract:
    made = await draft(line(123_456), customer_id=customer_id, title="空调采购", **more)
    return await act(made, "quote", {"mail": False, "quoted_until": today() + timedelta(days=5)})


async def said_yes(contract: Contract) -> None:
    await accept(contract.customer_id, contract.id, "", (await get(Contract, contract.id)).revision)


async def said_no(contract: Contract, reason: str) -> None:
    await decline(contract.customer_id, contract.id, reason, (await get(Contract, contract.id)).revision)


async def shown(customer_id: int) -> list[str]:
    return [str(block.title) for block in await QUOTATIONS_SECTION.blocks(customer_id) if block.title]


async def test_a_new_draft_is_open_for_as_long_as_the_settings_say(inside: Company) -> None:
    contract = await draft()
    assert (contract.quoted_on, contract.quoted_until) == (None, today() + timedelta(days=30))


async def test_the_paper_says_that_it_is_no_contract(inside: Company) -> None:
    contract = await quoted(await customer())
    job, contract_job = await build_quotation(contract, "both"), await build_contract(contract, "both")
    assert job.data["t"]["heading"] == {"main": "报价单", "other": "Quotation"}
    assert contract_job.data["t"]["heading"]["other"] == "Contract"
    assert (job.data["mark"], job.data["to_sign"], contract_job.data["to_sign"]) == ("", False, True)
    labels = [fact["label"]["other"] for row in job.data["facts"] for fact in row]
    assert labels == ["Date", "Payment by", "Open through", "Term"]
    assert QUOTATIONS_SECTION.document is not None
    name, pdf = await QUOTATIONS_SECTION.document(contract.customer_id, contract.id, "both")
    assert (name, pdf[:5]) == (f"{contract.id}.pdf", b"%PDF-")


async def test_a_customer_sees_own_open_quotations_only(inside: Company) -> None:
    buyer, other = await customer(), await customer("南通瑞和机电有限公司")
    mine = await quoted(buyer)
    unsent, foreign = await draft(customer_id=buyer), await quoted(other)
    late = await quoted(buyer)
    await execute("UPDATE crm_contracts_contract SET quoted_until = $2 WHERE id = $1", late.id, today() - timedelta(1))
    confirmed = await act(await quoted(buyer), "confirm", YES)
    assert await shown(buyer) == ["空调采购"]
    assert [figure.value for figure in (await QUOTATIONS_SECTION.summary(buyer)).figures] == ["1"]
    assert QUOTATIONS_SECTION.document is not None
    for contract in (unsent, foreign, late, confirmed):
        for action in QUOTATIONS_SECTION.actions:
            for call in (
                action.question(buyer, contract.id),
                action.run(buyer, contract.id, "text", contract.revision),
            ):
                with pytest.raises(NotFound):
                    await call
        with pytest.raises(NotFound):
            await QUOTATIONS_SECTION.document(buyer, contract.id, "en")
    for action in QUOTATIONS_SECTION.actions:
        assert "空调采购" in str(await action.question(buyer, mine.id))


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        ({"starts_on": None}, "Enter when the contract starts."),
        (
            {"installments": [{"label": "Rest", "amount": 1}]},
            "The installments come to CN¥0.01, what is charged once to CN¥5.00.",
        ),
    ],
)
async def test_what_cannot_be_confirmed_is_not_sent(inside: Company, wrong: dict[str, Any], cause: str) -> None:
    contract = await draft(line(500), **wrong)
    for name, values in (("quote", {"mail": False, "quoted_until": today()}), ("confirm", YES)):
        with pytest.raises(Conflict) as refused:
            await act(contract, name, values)
        assert str(refused.value) == cause
    assert (await get(Contract, contract.id)).quoted_on is None


async def test_yes_is_noted_and_told_once(inside: Company) -> None:
    owner, buyer = await user("owner"), await customer()
    contract = await quoted(buyer, owner=owner.id)
    for _time in range(2):
        await said_yes(contract)
    now = await get(Contract, contract.id)
    assert (now.accepted_on, now.state) == (today(), "draft")
    told = await fetch("SELECT user_id, href FROM guanxi_notification WHERE kind = 'quotation'")
    assert [tuple(row) for row in told] == [(owner.id, f"/crm_contracts/contracts/{contract.id}")]
    events = [str(event.title) for event in await SOURCE.load([buyer], LAST, 30)]
    assert events == ["Quotation accepted by the customer", "Quotation sent", "Contract drawn up"]


@pytest.mark.parametrize(
    "change", [{"title": "Other"}, {"annex": "赠品"}, {"lines": [line(1)]}, {"installments": [{}]}]
)
async def test_what_is_changed_has_to_be_sent_again(inside: Company, change: dict[str, Any]) -> None:
    buyer = await customer()
    contract = await quoted(buyer)
    await said_yes(contract)
    with use_actor(await user("seller", SELLER)):
        await update(Contract, contract.id, change)
    now = await get(Contract, contract.id)
    assert (now.quoted_on, now.accepted_on, await shown(buyer)) == (None, None, [])


async def test_what_is_on_no_paper_may_change(inside: Company) -> None:
    contract = await quoted(await customer())
    same = {"id": await fetch_value("SELECT max(id) FROM crm_contracts_line"), "unit_price": 123_456}
    with use_actor(await user("seller", SELLER)):
        await update(Contract, contract.id, {"our_signatory": "周敏", "lines": [same]})
    assert (await get(Contract, contract.id)).quoted_on == today()


async def test_the_customer_gets_a_mail_with_a_link(inside: Company) -> None:
    buyer = await customer()
    contract = await draft(customer_id=buyer, language="en", title="Air conditioning")
    until = today() + timedelta(days=3)
    with pytest.raises(InvalidInput) as refused:
        await act(contract, "quote", {"mail": True, "quoted_until": until})
    assert refused.value.fields.keys() == {"mail"}
    await execute("UPDATE crm_core_customer SET email = 'a@b.example' WHERE id = $1", buyer)
    contract = await act(contract, "quote", {"mail": True, "quoted_until": until})
    [mail] = await fetch('SELECT "to", subject, text FROM guanxi_mail')
    assert (mail["to"], mail["subject"]) == ("a@b.example", f"{inside.title}: quotation Air conditioning")
    assert "/portal/quotations" in mail["text"] and until.isoformat() in mail["text"]
    assert (contract.state, contract.quoted_until) == ("draft", until)


async def test_what_cannot_be_quoted(inside: Company) -> None:
    contract = await draft()
    with pytest.raises(InvalidInput) as refused:
        await act(contract, "quote", {"mail": False, "quoted_until": today() - timedelta(days=1)})
    assert refused.value.fields.keys() == {"quoted_until"}
    await update(Contract, contract.id, {"lines": []})
    with pytest.raises(Conflict):
        await act(contract, "quote", {"mail": False, "quoted_until": today()})
    approved = await act(await draft(), "confirm", YES)
    with pytest.raises(Conflict):
        await act(approved, "quote", {"mail": False, "quoted_until": today()})


async def test_accepting_on_the_phone(directory: Directory, inside: Company) -> None:
    buyer, other = await customer(), await customer("南通瑞和机电有限公司")
    contract, foreign = await quoted(buyer), await quoted(other)
    async with Browser(create_app(directory, Settings())) as phone:
        await enter(phone, buyer)
        page = await phone.get("/portal/quotations")
        address = f"/portal/quotations/{contract.id}/accept"
        assert f'href="{address}"' in page.text and "CN¥1,234.56" in text_of(page.text)
        assert (await phone.post(address)).status_code == 403, "without the token of the form"
        for path in (f"/portal/quotations/{foreign.id}/accept", f"/portal/quotations/{contract.id}/reject"):
            assert (await phone.get(path)).status_code == 404
        answer = await phone.submit(address, page=address)
        assert answer.status_code == 303 and answer.headers["location"] == "/portal/quotations"
        page = await phone.get("/portal/quotations")
        assert "Thank you." in page.text and "Accepted on" in page.text and address not in page.text
    assert (await get(Contract, contract.id)).accepted_on == today()


async def test_no_closes_the_quotation_until_it_is_sent_again(inside: Company) -> None:
    owner, buyer = await user("owner"), await customer()
    contract = await quoted(buyer, owner=owner.id)
    await said_no(contract, "太贵了 <b>")
    now = await get(Contract, contract.id)
    assert (now.state, now.declined_on, now.declined_because) == ("draft", today(), "太贵了 <b>")
    assert await shown(buyer) == []
    told = await fetch("SELECT user_id, detail FROM guanxi_notification WHERE kind = 'quotation'")
    assert [(row["user_id"], row["detail"]) for row in told] == [(owner.id, "太贵了 <b>")]
    for call in (said_no(contract, "again"), said_yes(contract), ask(buyer, contract.id, "?")):
        with pytest.raises(NotFound):
            await call
    events = [str(event.title) for event in await SOURCE.load([buyer], LAST, 30)]
    assert events[0] == "Quotation declined by the customer"
    again = await act(now, "quote", {"mail": False, "quoted_until": today()})
    assert (again.declined_on, again.declined_because, await shown(buyer)) == (None, "", ["空调采购"])
    await said_yes(contract)
    with pytest.raises(Conflict):
        await said_no(contract, "after a yes")
    assert (await get(Contract, contract.id)).declined_on is None


async def test_answering_on_the_phone(directory: Directory, inside: Company) -> None:
    buyer, other, owner = await customer(), await customer("南通瑞和机电有限公司"), await user("owner")
    contract, foreign = await quoted(buyer, owner=owner.id), await quoted(other)
    path = f"/portal/quotations/{contract.id}"
    async with Browser(create_app(directory, Settings())) as phone:
        await enter(phone, buyer)
        for name in ("ask", "decline"):
            assert f'href="{path}/{name}"' in (await phone.get("/portal/quotations")).text
            assert (await phone.get(f"/portal/quotations/{foreign.id}/{name}")).status_code == 404
            assert (await phone.post(f"{path}/{name}", data={"text": "x"})).status_code == 403, "without the token"
            for text in ("", " \x00 ", "x" * 501):
                answer = await phone.submit(f"{path}/{name}", {"text": text}, page=f"{path}/{name}")
                assert answer.status_code == 422 and 'role="alert"' in answer.text, (name, text[:5])
        assert await fetch_value("SELECT count(*) FROM guanxi_notification") == 0
        answer = await phone.submit(f"{path}/ask", {"text": "含安装吗？\n<i>"}, page=f"{path}/ask")
        assert answer.status_code == 303 and "We read your question" in (await phone.get("/portal/quotations")).text
        for _time in range(4):
            assert (await phone.submit(f"{path}/ask", {"text": "?"}, page=f"{path}/ask")).status_code == 303
        assert (await phone.submit(f"{path}/ask", {"text": "?"}, page=f"{path}/ask")).status_code == 429
        answer = await phone.submit(f"{path}/decline", {"text": "No budget"}, page=f"{path}/decline")
        assert answer.status_code == 303 and (await phone.get(path + "/decline")).status_code == 404
    note = "SELECT text, author_id FROM guanxi_note WHERE resource = 'crm_contracts/contracts' ORDER BY id LIMIT 1"
    assert [tuple(row) for row in await fetch(note)] == [("含安装吗？\n<i>", None)]
    assert (await get(Contract, contract.id)).declined_because == "No budget"
    async with Browser(create_app(directory, Settings())) as desk:
        await desk.sign_in("admin", ADMIN_PASSWORD)
        page = (await desk.get(f"/crm_contracts/contracts/{contract.id}")).text
        assert "含安装吗？\n&lt;i&gt;" in page and "No budget" in page
        assert "Delete this note?" not in page, "nobody's own"


@pytest.mark.parametrize("answer", ["accept", "decline"])
async def test_an_answer_is_to_what_the_customer_was_asked_about(
    directory: Directory, inside: Company, answer: str
) -> None:
    buyer = await customer()
    contract = await quoted(buyer)
    path = f"/portal/quotations/{contract.id}/{answer}"
    async with Browser(create_app(directory, Settings())) as phone:
        await enter(phone, buyer)
        opened = {**(await phone.forms(path))[path], "text": "Too much"}
        with use_actor(await user("seller", SELLER)):
            await update(Contract, contract.id, {"lines": [line(654_321)]})
            await act(contract, "quote", {"mail": False, "quoted_until": today() + timedelta(days=5)})
        late = await phone.post(path, data=opened)
        assert late.status_code == 409 and "The quotation was changed after you opened this page." in late.text
        now = await get(Contract, contract.id)
        assert (now.accepted_on, now.declined_on) == (None, None)
        assert (await phone.post(path, data=opened | {"revision": "9" * 40})).status_code == 409
        assert ("CN¥6,543.21" in text_of(late.text)) == (answer == "accept")
        assert (await phone.submit(path, {"text": "Too much"}, page=path)).status_code == 303
    now = await get(Contract, contract.id)
    assert [now.accepted_on, now.declined_on].count(today()) == 1


async def test_a_no_pressed_twice_is_one(inside: Company) -> None:
    owner, buyer = await user("owner"), await customer()
    contract = await quoted(buyer, owner=owner.id)
    for _time in range(2):
        await decline(buyer, contract.id, "太贵了", contract.revision)
    assert await fetch_value("SELECT count(*) FROM guanxi_notification WHERE kind = 'quotation'") == 1
    with pytest.raises(NotFound):
        await decline(await customer("南通瑞和机电有限公司"), contract.id, "太贵了", contract.revision)


async def test_sending_it_again_as_it_is_keeps_the_yes(inside: Company) -> None:
    contract = await quoted(await customer())
    await said_yes(contract)
    again = await act(contract, "quote", {"mail": False, "quoted_until": today() + timedelta(days=9)})
    assert (again.accepted_on, again.quoted_until) == (today(), today() + timedelta(days=9))


async def test_without_an_owner_the_customer_s_hears(inside: Company) -> None:
    owner = await user("owner")
    contract = await quoted(await customer(owner=owner.id), owner=None)
    await said_yes(contract)
    assert [row["user_id"] for row in await fetch("SELECT user_id FROM guanxi_notification")] == [owner.id]


async def test_a_draft_that_was_handed_in_has_no_address_to_check_it_at(inside: Company) -> None:
    contract = await act(await act(await draft(), "confirm", YES), "revise", {"reason": "More"})
    assert contract.verify_token and (await build_contract(contract, "en")).data["verify"] == ""
    job = await build_quotation(contract, "en")
    assert (job.data["verify"], list(job.assets)) == ("", [])
    confirmed = await act(contract, "confirm", YES)
    assert (await build_contract(confirmed, "en")).data["verify"].endswith(contract.verify_token)
