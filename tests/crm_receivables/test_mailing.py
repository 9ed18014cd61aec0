"""Documents by mail: what is attached, to whom, in which language, how often, and who may."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
import pytest
import pytest_asyncio

from crm_receivables import statement_pages
from crm_receivables.choices import ReversalCause
from crm_receivables.credit_models import CreditNote
from crm_receivables.crediting import credit_invoice
from crm_receivables.mailing import SEND_DOCUMENT, first_values
from crm_receivables.models import Invoice, Payment
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.reversing import reverse_payment
from guanxi import Conflict, Forbidden, InvalidInput, execute, fetch, fetch_value, read_blob, use_actor
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.jobs import run_pending
from guanxi.records import files_of
from tests.crm_receivables.support import DAY, new_customer, pay, post, user
from tests.crm_receivables.test_pages import client_of
from tests.crm_receivables.test_screens import act, draft

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


@pytest_asyncio.fixture(autouse=True, loop_scope="module")
async def empty_mailbox(inside: Company) -> None:
    await execute("DELETE FROM guanxi_mail")


async def addressed(name: str = "春意空调有限公司") -> int:
    customer = await new_customer(name)
    await execute("UPDATE crm_core_customer SET email = 'kuaiji@chunyi.example' WHERE id = $1", customer)
    return customer


async def send(model: type[Any], id: int, **values: Any) -> None:
    await act(model, id, "send", **{"language": "zh_CN", **values})


async def mails() -> list[dict[str, Any]]:
    await run_pending(20)
    assert await fetch("SELECT error FROM guanxi_job WHERE name = $1 AND state <> 'done'", SEND_DOCUMENT.name) == []
    return [dict(row) for row in await fetch('SELECT id, "to", subject, text FROM guanxi_mail ORDER BY id')]


async def text_attached(mail_id: int) -> tuple[str, str]:
    """The name of the one file, and the text of its pages."""
    (file,) = await files_of("guanxi/mails", mail_id)
    pages = pypdf.PdfReader(io.BytesIO(await read_blob(file.sha256))).pages
    return file.name, "".join(page.extract_text() for page in pages)


async def test_an_invoice_goes_to_the_customer_as_a_pdf() -> None:
    invoice = await post(await addressed(), 123_400)
    await send(Invoice, invoice)
    await send(Invoice, invoice, to="boss@chunyi.example", language="en", message="As discussed.")
    first, second = await mails()
    number = await fetch_value("SELECT number FROM crm_receivables_invoice WHERE id = $1", invoice)
    assert (first["to"], second["to"]) == ("kuaiji@chunyi.example", "boss@chunyi.example")
    assert number in first["subject"] and f"附件是发票 {number}，请查收。" in first["text"]
    assert "As discussed." in second["text"] and "Please find" not in second["text"]
    name, text = await text_attached(first["id"])
    assert name == f"{number}.pdf" and "1,234.00" in text and "春意空调有限公司" in text


async def test_credit_notes_and_receipts_too() -> None:
    customer = await addressed()
    note = await credit_invoice(await post(customer, 100), 100, reason="退货", on=DAY)
    payment = await pay(customer, 5_500)
    await send(CreditNote, note)
    await send(Payment, payment)
    first, second = await mails()
    assert "贷项通知单" in first["subject"]
    assert "55.00" in (await text_attached(second["id"]))[1]


async def test_it_is_said_beforehand_to_whom_and_one_copy_goes_along() -> None:
    customer = await addressed()
    assert (await first_values(customer))["to"] == "kuaiji@chunyi.example"
    assert (await first_values(await new_customer("无邮箱公司")))["to"] == ""
    with use_actor(await user("covered", P.READ, P.ISSUE)):
        assert (await first_values(customer))["to"] == "", "who may not see addresses in full is told none"
    invoice = await post(customer, 100)
    await send(Invoice, invoice, copy_to="boss@ours.example")
    await send(Invoice, invoice, copy_to="kuaiji@chunyi.example")
    found = await mails()
    assert [mail["to"] for mail in found] == ["kuaiji@chunyi.example", "boss@ours.example", "kuaiji@chunyi.example"]
    assert found[0]["text"] == found[1]["text"]
    assert [(await text_attached(mail["id"]))[0] for mail in found] == ["INV-2026-000001.pdf"] * 3
    with pytest.raises(InvalidInput) as refused:
        await send(Invoice, invoice, copy_to="a@b")
    assert list(refused.value.fields) == ["copy_to"]


async def test_what_cannot_be_sent(directory: Directory) -> None:
    invoice, out = await post(await new_customer(), 100), await pay(await addressed(), 100)
    await reverse_payment(out, cause=ReversalCause.BOUNCED, reason="x")
    path = f"/api/v1/crm_receivables/invoices/{invoice}/actions/send"
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        token = re.search(r'name="_csrf" value="([^"]+)"', (await client.get("/crm_receivables/invoices")).text)
        assert token is not None
        headers = {"X-CSRF-Token": token[1]}
        for wrong in (
            {"language": "en"},  # the customer has no address
            {"to": "nobody", "language": "en"},
            {"to": "a@b.example\r\nBcc: c@d.example", "language": "en"},
            {"to": "a@b.example", "language": "fr"},
            {"to": "a@b.example"},
            {"to": "a@b.example", "language": "en", "copy_to": "nobody"},
            {"to": "a@b.example", "language": "en", "copy_to": "a@b.example\r\nBcc: c@d.example"},
        ):
            assert (await client.post(path, json=wrong, headers=headers)).status_code == 422, wrong
    with pytest.raises(Conflict):
        await send(Payment, out)
    reader = await user("reader", P.READ, P.SEE_ALL)
    with use_actor(reader), pytest.raises(Forbidden):
        await send(Invoice, invoice, to="a@b.example")
    assert await mails() == []


async def test_a_statement_from_its_page(directory: Directory) -> None:
    customer = await addressed()
    await post(customer, 123_400)
    path = f"/crm_receivables/statement?customer={customer}&since=2026-01-01&until=2026-01-31"
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        token = re.search(r'name="_csrf" value="([^"]+)"', (await client.get(path)).text)
        assert token is not None
        form = {"_csrf": token[1], "to": "", "language": "both", "message": ""}
        for wrong in ({"language": "fr"}, {"to": "x"}):
            assert (await client.post(path, data={**form, **wrong})).status_code == 422
        assert (await client.post(path, data={"language": "en"})).status_code == 403
        assert (await client.post(path, data=form)).status_code == 303
    (mail,) = await mails()
    name, text = await text_attached(mail["id"])
    assert name == "statement-2026-01-01-2026-01-31.pdf" and "1,234.00" in text


async def by_role(login: str, *permissions: str) -> int:
    """A user who has them by a role, so that pages see them, too."""
    who = await user(login)
    await execute(
        "WITH made AS (INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ($2, $2, $3, 1, now(), now()) RETURNING id)"
        " INSERT INTO guanxi_user_role (user_id, role_id) SELECT $1, id FROM made",
        *(who.id, login, list(map(str, permissions))),
    )
    assert who.id is not None
    return who.id


async def test_statements_are_sent_so_many_a_minute(directory: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    customer = await addressed()
    await post(customer, 100)
    clerk = await by_role("hasty clerk", P.READ, P.SEE_ALL, P.ISSUE)
    path = f"/crm_receivables/statement?customer={customer}"
    monkeypatch.setattr(statement_pages, "PER_MINUTE", 2)
    async with client_of(directory, clerk) as client:
        token = re.search(r'name="_csrf" value="([^"]+)"', (await client.get(path)).text)
        assert token is not None
        form = {"_csrf": token[1], "to": "a@b.example", "language": "en"}
        answers = [(await client.post(path, data=form)).status_code for _n in range(3)]
    assert answers == [303, 303, 429] and len(await mails()) == 2


async def test_who_only_reads_sends_no_statement(directory: Directory) -> None:
    customer = await addressed()
    await post(customer, 100)
    reader = await by_role("reader of statements", P.READ, P.SEE_ALL)
    path = f"/crm_receivables/statement?customer={customer}"
    async with client_of(directory, reader) as client:
        shown = await client.get(path)
        page = shown.text
        assert shown.status_code == 200
        token = re.search(r'name="_csrf" value="([^"]+)"', page)
        assert token is not None and 'name="message"' not in page
        answer = await client.post(path, data={"_csrf": token[1], "to": "a@b.example", "language": "en"})
    assert answer.status_code == 403 and await mails() == []


async def test_a_job_tried_again_writes_no_second_mail() -> None:
    invoice = await post(await addressed(), 100)
    await send(Invoice, invoice)
    assert len(await mails()) == 1
    await execute(
        "UPDATE guanxi_job SET state = 'waiting', run_at = now(), finished_at = NULL WHERE name = $1",
        SEND_DOCUMENT.name,
    )
    assert len(await mails()) == 1


async def test_a_draft_is_not_sent() -> None:
    invoice = await draft(await addressed())
    with pytest.raises(Conflict):
        await send(Invoice, invoice.id)
