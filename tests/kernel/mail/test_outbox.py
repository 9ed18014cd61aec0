from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guanxi.context import Company, use_company
from guanxi.db import execute, fetch, fetch_row, fetch_value, transaction
from guanxi.errors import Conflict, InvalidInput, PayloadTooLarge
from guanxi.i18n import load_catalogues
from guanxi.jobs import run_pending
from guanxi.mail import SEND_MAIL, resend, send_mail
from guanxi.mail.models import Mail, MailState
from guanxi.mail.resources import MAILS
from guanxi.records import files_of
from tests.kernel.mail.support import SmtpServer, write_template


async def mail(id: int) -> dict[str, Any]:
    row = await fetch_row("SELECT * FROM guanxi_mail WHERE id = $1", id)
    assert row is not None
    return dict(row)


async def write(**options: Any) -> int:
    return await send_mail("li@example.com", "shop/note", {"name": "李伟"}, locale="en", **options)


async def make_due() -> None:
    await execute("UPDATE guanxi_job SET run_at = now() - interval '1 minute' WHERE state = 'waiting'")


async def test_without_a_server_mail_is_kept_and_no_job_written(company: Company) -> None:
    with use_company(company):
        kept = await mail(await write())
        assert (kept["state"], kept["subject"], kept["text"]) == ("kept", "Hello 李伟", "Goodbye, 李伟.\n")
        assert kept["message_id"].endswith("@example.com>")
        assert await fetch_value("SELECT count(*) FROM guanxi_job") == 0


async def test_texts_are_in_the_receivers_language(company: Company, tmp_path: Path) -> None:
    catalogue = tmp_path / "locale" / "zh_CN" / "LC_MESSAGES" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "Hello"\nmsgstr "您好"\n\nmsgid "Goodbye"\nmsgstr "再见"\n', "utf-8")
    load_catalogues([tmp_path / "locale"])
    try:
        with use_company(company):
            kept = await mail(await send_mail("li@example.com", "shop/note", {"name": "李"}, locale="zh_CN"))
    finally:
        load_catalogues([])
    assert (kept["subject"], kept["text"]) == ("您好 李", "再见, 李.\n")


async def test_a_mail_is_sent_once_with_its_headers(company: Company, smtp: SmtpServer) -> None:
    with use_company(company):
        id = await write(to_name="李伟")
        assert (await mail(id))["state"] == "waiting"
        await run_pending(10)
        await run_pending(10)
        sent = await mail(id)
    assert (sent["state"], sent["error"]) == ("sent", "")
    assert sent["sent_at"] is not None
    [message] = smtp.messages
    assert (message["From"], message["To"]) == ("Guanxi <crm@example.com>", "李伟 <li@example.com>")
    assert (message["Subject"], message["Message-ID"]) == ("Hello 李伟", sent["message_id"])
    assert message.get_content_type() == "text/plain"
    assert message.get_content() == "Goodbye, 李伟.\r\n"


async def test_a_secret_is_kept_apart_until_it_is_sent(company: Company, smtp: SmtpServer, tmp_path: Path) -> None:
    write_template(tmp_path, "Hi {{ link }}\n\n{{ name }}, open {{ link }}\n", "link")
    smtp.answers = ["550 no such user"]
    with use_company(company):
        id = await send_mail("li@example.com", "shop/link", {"name": "Li"}, secret={"link": "t0ken"}, locale="en")
        written = await mail(id)
        assert (written["subject"], written["text"]) == ("Hi •••", "Li, open •••\n")
        assert written["secret_text"] == "Li, open t0ken\n"
        await run_pending(10)
        assert (await mail(id))["secret_text"] == "Li, open t0ken\n", "needed to send it again"
        await resend(id)
        await run_pending(10)
        sent = await mail(id)
        assert (sent["state"], sent["text"], sent["secret_text"]) == ("sent", "Li, open •••\n", None)
        assert "t0ken" not in str(await fetch("SELECT j::text FROM guanxi_job j"))
        assert "t0ken" not in str(await fetch("SELECT a::text FROM guanxi_audit a"))
    assert [message.get_content() for message in smtp.messages] == ["Li, open t0ken\r\n"]
    assert "t0ken" not in str(smtp.messages[0]["Subject"])


async def test_html_makes_an_alternative(company: Company, smtp: SmtpServer) -> None:
    with use_company(company):
        id = await write()
        await execute("UPDATE guanxi_mail SET html = '<p>Goodbye</p>' WHERE id = $1", id)
        await run_pending(10)
    [message] = smtp.messages
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


async def test_files_are_attached_once(company: Company, smtp: SmtpServer) -> None:
    files = {"发票 1.pdf": b"%PDF-1.7 one", 'a"\r\nBcc: b.csv': b"x,y\r\n"}
    with use_company(company):
        id = await write(key="k", files=files)
        assert await write(key="k", files=files) == id
        assert [file.name for file in await files_of("guanxi/mails", id)] == ["aBcc b.csv", "发票 1.pdf"]
        await run_pending(10)
        with pytest.raises(PayloadTooLarge):
            await write(files={"a": bytes(5 << 20), "b": bytes((5 << 20) + 1)})
        assert await fetch_value("SELECT count(*) FROM guanxi_mail") == 1
    [message] = smtp.messages
    parts = list(message.iter_attachments())
    assert [part.get_filename() for part in parts] == ["发票 1.pdf", "aBcc b.csv"]
    assert [part.get_content_type() for part in parts] == ["application/pdf", "text/csv"]
    assert parts[0].get_content() == b"%PDF-1.7 one" and message["Bcc"] is None
    body = message.get_body()
    assert body is not None and body.get_content() == "Goodbye, 李伟.\r\n"


async def test_a_rollback_takes_the_mail_and_its_job_back(company: Company, smtp: SmtpServer) -> None:
    with use_company(company):
        with pytest.raises(RuntimeError):
            async with transaction():
                await write()
                raise RuntimeError
        assert await fetch_value("SELECT count(*) FROM guanxi_mail") == 0
        assert await fetch_value("SELECT count(*) FROM guanxi_job") == 0


async def test_a_key_is_sent_once(company: Company, smtp: SmtpServer) -> None:
    with use_company(company):
        assert await write(key="dunning:1") == await write(key="dunning:1")
        await run_pending(10)
    assert len(smtp.messages) == 1


async def test_a_refusal_for_now_is_tried_again(company: Company, smtp: SmtpServer) -> None:
    smtp.answers = ["451 come back later"]
    with use_company(company):
        id = await write()
        await run_pending(10)
        waiting = await mail(id)
        assert (waiting["state"], waiting["error"]) == ("waiting", "451 come back later")
        await make_due()
        await run_pending(10)
        assert (await mail(id))["state"] == "sent"
    assert len(smtp.messages) == 1


async def test_a_refusal_for_good_fails_with_the_answer_and_can_be_resent(company: Company, smtp: SmtpServer) -> None:
    smtp.answers = ["550 no such\tuser here"]
    with use_company(company):
        id = await write()
        await run_pending(10)
        failed = await mail(id)
        assert (failed["state"], failed["error"]) == ("failed", "550 no such user here")
        assert await fetch_value("SELECT state FROM guanxi_job") == "done"
        await resend(id)
        await run_pending(10)
        assert (await mail(id))["state"] == "sent"
        with pytest.raises(Conflict):
            await resend(id)
    assert len(smtp.messages) == 1


async def test_an_unreachable_server_fails_the_mail_after_the_last_try(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUANXI_SMTP_URL", "smtp://127.0.0.1:1")
    with use_company(company):
        id = await write()
        for _try in range(SEND_MAIL.tries):
            assert (await mail(id))["state"] == "waiting"
            await make_due()
            await run_pending(1)
        failed = await mail(id)
    assert failed["state"] == "failed"
    assert failed["error"].startswith("ConnectionRefusedError")


async def test_an_answer_that_got_lost_means_a_second_copy_with_the_same_id(company: Company, smtp: SmtpServer) -> None:
    smtp.hang_up_after_data = 1
    with use_company(company):
        id = await write()
        await run_pending(10)
        assert (await mail(id))["state"] == "waiting"
        await make_due()
        await run_pending(10)
        assert (await mail(id))["state"] == "sent"
    assert len({message["Message-ID"] for message in smtp.messages}) == 1
    assert len(smtp.messages) == 2


async def test_a_worker_that_died_while_sending_is_made_up_for(company: Company, smtp: SmtpServer) -> None:
    with use_company(company):
        id = await write()
        await execute("UPDATE guanxi_mail SET state = 'sending'")
        await run_pending(10)
        assert (await mail(id))["state"] == "sent"


@pytest.mark.parametrize("end", ["discarded", "dead", "gone"])
@pytest.mark.parametrize("state", ["waiting", "sending"])
async def test_a_mail_whose_job_has_ended_can_be_sent_again(
    company: Company, smtp: SmtpServer, end: str, state: str
) -> None:
    with use_company(company):
        id, other = await write(), await write()
        await execute("UPDATE guanxi_mail SET state = $1", state)
        job = "WHERE payload = jsonb_build_object('mail_id', $1::bigint)"
        for alive in ("waiting", "running"):
            await execute("UPDATE guanxi_job SET state = $1", alive)
            with pytest.raises(Conflict):
                await resend(id)
        if end == "gone":
            await execute(f"DELETE FROM guanxi_job {job}", id)
        else:
            await execute(f"UPDATE guanxi_job SET state = $2 {job}", id, end)
        with pytest.raises(Conflict):
            await resend(other)
        await resend(id)
        assert (await mail(id))["state"] == "waiting"
        await run_pending(10)
        assert (await mail(id))["state"] == "sent"
        with pytest.raises(Conflict):
            await resend(id)
    assert len(smtp.messages) == 1


async def test_the_button_is_there_for_all_that_was_not_sent() -> None:
    [button] = MAILS.actions
    assert {state for state in MailState if button.when(Mail(state=state))} == set(MailState) - {MailState.SENT}


@pytest.mark.parametrize("name", ["x\nBcc: thief@example.com", "x\r\n\r\nbody", "x" * 400])
async def test_data_cannot_break_the_subject(company: Company, name: str) -> None:
    with use_company(company):
        with pytest.raises(InvalidInput):
            await send_mail("li@example.com", "shop/note", {"name": name}, locale="en")
        assert await fetch_value("SELECT count(*) FROM guanxi_mail") == 0


async def test_a_name_with_control_characters_gets_its_mail(company: Company, smtp: SmtpServer) -> None:
    with use_company(company):
        id = await write(to_name="Li\x7f\u2028\r\nBcc: x@example.com")
        await run_pending(10)
        assert ((await mail(id))["state"], (await mail(id))["to_name"]) == ("sent", "Li    Bcc: x@example.com")
    [message] = smtp.messages
    assert message["Bcc"] is None and [each.addr_spec for each in message["To"].addresses] == ["li@example.com"]


async def test_a_receivers_name_stays_inside_its_quotes(company: Company, smtp: SmtpServer, tmp_path: Path) -> None:
    write_template(tmp_path, "Hi\n\nBody\n.\nBcc: x@example.com\n", "dots")
    with use_company(company):
        await send_mail("li@example.com", "shop/dots", {}, locale="en", to_name='A" <x@example.com>, "B')
        await run_pending(10)
    [message], [envelope] = smtp.messages, smtp.envelopes
    assert envelope[1] == "rcpt TO:<li@example.com>"
    assert len(envelope) == 2
    assert [address.addr_spec for address in message["To"].addresses] == ["li@example.com"]
    assert message["Bcc"] is None
    assert "Bcc: x@example.com" in message.get_content()


@pytest.mark.parametrize("template", ["../secret", "shop/../x", "shop/mail/note", "note", "Shop/note"])
async def test_template_names_are_no_paths(company: Company, template: str) -> None:
    with use_company(company), pytest.raises(LookupError):
        await send_mail("li@example.com", template, {}, locale="en")
