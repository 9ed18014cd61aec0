"""Mail: the outbox, templates and SMTP."""

from guanxi.mail.outbox import SEND_MAIL, resend, send_mail

__all__ = ["SEND_MAIL", "resend", "send_mail"]
