"""The mailbox page: every mail that was written, for those who may read it.

Secrets are masked in `text`. Whoever reads a password link owns the account, so that `secret_text` is for
administrators, and for those to whom they give its permission.
"""

from __future__ import annotations

from typing import Any

from guanxi.auth.permissions import KernelPermission
from guanxi.declare.fields import Field
from guanxi.declare.resources import Action, FormView, ListView, Outcome, Resource, Section
from guanxi.i18n import _
from guanxi.mail.models import Mail, MailState
from guanxi.mail.outbox import resend


async def _resend(mail: Mail, values: dict[str, Any]) -> Outcome:
    await resend(mail.id)
    return Outcome(_("The mail will be sent."))


MAILS = Resource(
    name="mails",
    model=Mail,
    title=_("Mailbox"),
    singular=_("Mail"),
    label="subject",
    read=KernelPermission.MAIL_READ,
    fields=(
        Field("to", _("Recipient"), readonly=True, filter=True, search=True),
        Field("to_name", _("Recipient's name"), readonly=True, search=True),
        Field("subject", _("Subject"), readonly=True, search=True),
        Field("text", _("Content"), readonly=True),
        Field("secret_text", _("Content with secret links"), readonly=True, read=KernelPermission.MAIL_SECRETS),
        Field("state", _("State"), readonly=True, filter=True),
        Field("message_id", _("Message ID"), readonly=True),
        Field("error", _("Answer of the server"), readonly=True),
        Field("created_at", _("Written at"), readonly=True, sort=True),
        Field("sent_at", _("Sent at"), readonly=True),
    ),
    list=ListView(columns=("subject", "to", "state", "created_at", "sent_at"), sort="-id"),
    form=FormView(
        sections=(
            Section(
                fields=("to", "to_name", "subject", "state", "created_at", "sent_at", "error", "text", "secret_text")
            ),
            Section(fields=("message_id",), more=True),
        ),
    ),
    actions=(
        Action(
            name="resend",
            label=_("Send again"),
            permission=KernelPermission.MAIL_READ,
            run=_resend,
            when=lambda mail: mail.state != MailState.SENT,
            confirm=_("Send this mail now?"),
        ),
    ),
)
