"""The outbox: a mail is written with what caused it, and sent by a job afterwards.

waiting → sending → sent, or failed with the server's answer. `sending` is committed before the server hears
of the mail. A worker that dies between the server's yes and `sent` sends again, with the same Message-ID: a
mail is delivered at least once, and a receiver can tell the second copy. Without GUANXI_SMTP_URL mails are
kept for the mailbox page and go nowhere. Secrets are kept apart from the text that people see, and forgotten
once the mail is sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from secrets import token_hex
from typing import Any

from guanxi import clock
from guanxi.db import Record, execute, fetch_row, fetch_value, transaction
from guanxi.declare.jobs import Job
from guanxi.errors import ConfigurationError, Conflict, NotFound, PayloadTooLarge
from guanxi.i18n import _
from guanxi.jobs import Run, enqueue
from guanxi.mail.addresses import check_address, check_line, in_a_line
from guanxi.mail.models import MailState
from guanxi.mail.smtp import Attachment, Letter, MailDelayed, MailRefused, parse_sender, parse_smtp_url, send
from guanxi.mail.templates import render_mail
from guanxi.records import audit, files_of, store_file
from guanxi.records.blobs import read_blob
from guanxi.settings import read_settings

MASK = "•••"
MAILS_KEY = "guanxi/mails"
"""the resource that attachments belong to"""
MAX_ATTACHED = 10 * 1024 * 1024
"""bytes; more than that, servers refuse"""
_INSERT = """
INSERT INTO guanxi_mail ("to", to_name, subject, text, secret_text, html, state, message_id, key, error,
                         revision, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, '', $6, $7, $8, '', 1, $9, $9)
ON CONFLICT (key) DO NOTHING RETURNING id
"""
_MOVE = """
UPDATE guanxi_mail SET state = $2, error = $3, sent_at = $4, updated_at = $5, revision = revision + 1,
    secret_text = CASE WHEN $2::varchar = 'sent' THEN NULL ELSE secret_text END
WHERE id = $1
"""
_BEGIN = """
UPDATE guanxi_mail SET state = 'sending', updated_at = $2, revision = revision + 1
WHERE id = $1 AND state IN ('waiting', 'sending') RETURNING *
"""
_HAS_JOB = """
SELECT EXISTS (SELECT FROM guanxi_job WHERE name = $1 AND state IN ('waiting', 'running')
               AND payload = jsonb_build_object('mail_id', $2::bigint))
"""


async def send_mail(
    to: str,
    template: str,
    data: Mapping[str, Any],
    *,
    secret: Mapping[str, str] | None = None,
    locale: str,
    to_name: str = "",
    key: str | None = None,
    files: Mapping[str, bytes] | None = None,
) -> int:
    """Write a mail and the job that sends it, in the caller's transaction or one of its own; returns its id.

    `template` is `<add-on>/<name>`, `data` plain values; `secret` more of them, such as links to sign in by,
    which readers of the mailbox see masked and no subject shows. A `key` that exists already gives that
    mail's id, and nothing is sent again. `files` are attached, contents by name, MAX_ATTACHED bytes together at
    most. Raises InvalidInput for an address, a long name or a subject that no header holds, and PayloadTooLarge.
    """
    if sum(map(len, (files or {}).values())) > MAX_ATTACHED:
        raise PayloadTooLarge()
    address = check_address(to)
    name = check_line("to_name", in_a_line(to_name), 200)
    secrets = secret or {}
    subject, text = render_mail(template, {**data, **dict.fromkeys(secrets, MASK)}, locale)
    secret_text = render_mail(template, {**data, **secrets}, locale)[1] if secrets else None
    check_line("subject", subject, 300)
    settings = read_settings()
    state = MailState.WAITING if settings.smtp_url else MailState.KEPT
    message_id = f"<{token_hex(16)}@{parse_sender(settings.mail_from).domain}>"
    async with transaction():
        mail_id = await fetch_value(
            _INSERT, address, name, subject, text, secret_text, state.value, message_id, key, clock.now()
        )
        if mail_id is None:
            return int(await fetch_value("SELECT id FROM guanxi_mail WHERE key = $1", key))
        for file_name, content in (files or {}).items():
            await store_file(MAILS_KEY, mail_id, file_name, content)
        if state is MailState.WAITING:
            await enqueue(SEND_MAIL, {"mail_id": mail_id})
    return int(mail_id)


async def resend(mail_id: int) -> None:
    """Send a mail that failed or was kept, or whose job ended without an answer.

    Raises NotFound, and Conflict where it was sent, a job will still send it, or no server is configured.
    """
    if not read_settings().smtp_url:
        raise Conflict(_("No mail server is configured: set GUANXI_SMTP_URL."))
    async with transaction():
        mail = await fetch_row("SELECT state, subject FROM guanxi_mail WHERE id = $1 FOR UPDATE", mail_id)
        if mail is None:
            raise NotFound()
        if mail["state"] == MailState.SENT:
            raise Conflict()
        if await fetch_value(_HAS_JOB, SEND_MAIL.name, mail_id):
            raise Conflict(_("This mail is about to be sent."))
        await audit("resend", MAILS_KEY, mail_id, label=mail["subject"])
        await _move(mail_id, MailState.WAITING)
        await enqueue(SEND_MAIL, {"mail_id": mail_id})


async def deliver(run: Run) -> None:
    """The job of one mail. A mail that was sent, or given up, in the meantime is left alone."""
    settings = read_settings()
    mail_id = int(run.payload["mail_id"])
    if not settings.smtp_url:
        await _finish(run, mail_id, MailState.KEPT)
        return
    async with run.step():
        mail = await fetch_row(_BEGIN, mail_id, clock.now())
    if mail is None:
        return
    try:
        server, letter = parse_smtp_url(settings.smtp_url), await _letter(mail, settings.mail_from)
        await asyncio.to_thread(send, server, letter)
    except MailRefused as refused:
        await _finish(run, mail_id, MailState.FAILED, str(refused))
    except (MailDelayed, ConfigurationError) as delayed:
        last = run.tries >= SEND_MAIL.tries
        await _finish(run, mail_id, MailState.FAILED if last else MailState.WAITING, str(delayed))
        if not last:
            raise
    else:
        await _finish(run, mail_id, MailState.SENT)


async def _letter(mail: Record, mail_from: str) -> Letter:
    files = reversed(await files_of(MAILS_KEY, mail["id"]))
    return Letter(
        sender=parse_sender(mail_from),
        to=mail["to"],
        to_name=mail["to_name"],
        subject=mail["subject"],
        text=mail["secret_text"] or mail["text"],
        html=mail["html"],
        message_id=mail["message_id"],
        date=mail["created_at"],
        files=tuple([Attachment(file.name, file.mime, await read_blob(file.sha256)) for file in files]),
    )


async def _finish(run: Run, mail_id: int, state: MailState, error: str = "") -> None:
    async with run.step():
        await _move(mail_id, state, error)


async def _move(mail_id: int, state: MailState, error: str = "") -> None:
    now = clock.now()
    await execute(_MOVE, mail_id, state.value, error[:500], now if state is MailState.SENT else None, now)


SEND_MAIL = Job(name="guanxi.send_mail", title=_("Send a mail"), run=deliver, steps=True, tries=10, timeout=120)
