"""Handing a message to the SMTP server of GUANXI_SMTP_URL. Blocking: call it in a thread."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import unquote, urlsplit

from guanxi.errors import ConfigurationError
from guanxi.i18n import _
from guanxi.mail.addresses import check_address

TIMEOUT = 20.0
"""seconds for each answer of the server"""
_PORTS = {"smtp": 25, "smtps": 465}


class MailRefused(Exception):
    """The server will never take this mail; the message is its answer."""


class MailDelayed(Exception):
    """The server could not be reached or cannot take the mail now."""


@dataclass(frozen=True, slots=True)
class Server:
    host: str
    port: int
    tls: bool
    """from the first byte on; else STARTTLS"""
    user: str = ""
    password: str = ""

    @property
    def local(self) -> bool:
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def parse_smtp_url(url: str) -> Server:
    """Raises ConfigurationError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ConfigurationError(_("GUANXI_SMTP_URL must look like smtp://user:password@host:587."))
    return Server(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        tls=parts.scheme == "smtps",
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


def parse_sender(mail_from: str) -> Address:
    """`Guanxi <crm@example.com>`; a host without a dot is taken here. Raises ConfigurationError."""
    name, spec = parseaddr(mail_from)
    user, at, domain = spec.rpartition("@")
    if not user or not at or not domain or not spec.isascii() or not name.isprintable():
        raise ConfigurationError(_("GUANXI_MAIL_FROM must look like Name <name@example.com>."))
    return Address(name, user, domain)


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes out: `html` empty for plain text alone."""

    sender: Address
    to: str
    to_name: str
    subject: str
    text: str
    html: str
    message_id: str
    date: datetime
    files: tuple[Attachment, ...] = ()


def as_words(text: str) -> str:
    """Apart where it looks like an encoded word (RFC 2047): `email` decodes those, line breaks and all, in a value."""
    return text.replace("=?", "= ?")


def build_message(letter: Letter) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    user, _at, domain = check_address(letter.to).rpartition("@")
    message["From"] = letter.sender
    message["To"] = Address(as_words(letter.to_name), user, domain)
    message["Subject"] = as_words(letter.subject)
    message["Date"] = format_datetime(letter.date)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable" if letter.text.isascii() else "base64")
    if letter.html:
        message.add_alternative(letter.html, subtype="html", cte="base64")
    for file in letter.files:
        maintype, _slash, subtype = file.mime.partition("/")
        message.add_attachment(file.content, maintype, subtype, filename=as_words(file.name))
    return message


def send(server: Server, letter: Letter) -> None:
    """Returns once the server has taken the message. Raises MailRefused or MailDelayed."""
    message = build_message(letter)
    with _explained(), _connect(server) as connection:
        connection.send_message(message, letter.sender.addr_spec, [letter.to])


def _connect(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    connection: smtplib.SMTP
    if server.tls:
        connection = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        connection.ehlo()
        if not server.tls and connection.has_extn("starttls"):
            connection.starttls(context=context)
            connection.ehlo()
        elif not server.tls and server.user and not server.local:
            raise MailDelayed("the server offers no encryption: the password was not sent")
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _explained() -> Iterator[None]:
    """What smtplib raises as one of the two errors. A refused login waits to be mended."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise MailDelayed(_answer(error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPRecipientsRefused as error:
        code, text = next(iter(error.recipients.values()))
        raise _by_code(code, text) from error
    except smtplib.SMTPResponseException as error:
        raise _by_code(error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPNotSupportedError as error:
        raise MailRefused(str(error)) from error
    except (smtplib.SMTPException, OSError) as error:
        raise MailDelayed(f"{type(error).__name__}: {error}") from error


def _by_code(code: int, text: bytes | str) -> MailRefused | MailDelayed:
    return MailRefused(_answer(code, text)) if 500 <= code <= 599 else MailDelayed(_answer(code, text))


def _answer(code: int, text: bytes | str) -> str:
    shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(shown.split())}"[:500]
