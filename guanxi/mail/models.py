"""The outbox: mail is a row of the transaction that wants it sent."""

from __future__ import annotations

from datetime import datetime

from tortoise import fields

from guanxi.declare.labels import Choice, Tone
from guanxi.i18n import _
from guanxi.records.models import Record


class MailState(Choice):
    WAITING = "waiting", _("Waiting"), Tone.INFO
    KEPT = "kept", _("In the mailbox"), Tone.INFO
    SENDING = "sending", _("Being sent"), Tone.INFO
    SENT = "sent", _("Sent"), Tone.OK
    FAILED = "failed", _("Not sent"), Tone.BAD


class Mail(Record):
    to = fields.CharField(max_length=254)
    to_name = fields.CharField(max_length=200, default="")
    subject = fields.CharField(max_length=300)
    text = fields.TextField()
    """with its secrets masked"""
    secret_text: str | None = fields.TextField(null=True)
    """what is sent, where the text has secrets; forgotten once it is sent"""
    html = fields.TextField(default="")
    state = fields.CharEnumField(MailState, default=MailState.WAITING, max_length=12)
    message_id = fields.CharField(max_length=200, unique=True)
    """fixed when written, so that a receiver can tell a second delivery"""
    key = fields.CharField(max_length=200, null=True, unique=True)
    """at most one mail ever has this key"""
    error = fields.CharField(max_length=500, default="")
    sent_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "guanxi_mail"
