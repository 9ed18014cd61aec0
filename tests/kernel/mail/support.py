"""A company with an outbox, and an SMTP server that keeps what it gets."""

from __future__ import annotations

import asyncio
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

from guanxi.context import Company
from guanxi.db import open_context
from guanxi.declare.catalog import Catalog, Offer
from guanxi.i18n import Text
from guanxi.mail import SEND_MAIL

APPS = {"guanxi": ["guanxi.jobs.models", "guanxi.records.models", "guanxi.mail.models"]}


def write_template(folder: Path, text: str, name: str = "note") -> None:
    path = folder / "templates" / "shop" / "mail" / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


async def open_company(url: str, folder: Path) -> Company:
    kernel = Offer("guanxi", Text("Guanxi"), folder)
    kernel.jobs.append(SEND_MAIL)
    return Company(
        name="demo",
        title="Demo",
        hosts=(),
        zone=ZoneInfo("Asia/Shanghai"),
        currency="CNY",
        locale="en",
        database_url=url,
        tortoise=await open_context(url, APPS),
        catalog=Catalog([kernel, Offer("shop", Text("Shop"), folder)]),
        files=folder / "files",
        revision=1,
    )


class SmtpServer:
    """On a port of this machine. `answers` come in turn for each RCPT, 250 once they are used up."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.envelopes: list[list[str]] = []
        self.answers: list[str] = []
        self.hang_up_after_data = 0
        self.port = 0

    async def start(self) -> asyncio.Server:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        envelope: list[str] = []
        while line := (await reader.readline()).decode().strip():
            verb = line.partition(" ")[0].upper()
            if verb in ("MAIL", "RCPT"):
                envelope.append(line)
            if verb == "DATA":
                writer.write(b"354 go on\r\n")
                self._keep(await reader.readuntil(b"\r\n.\r\n"), envelope)
                if self.hang_up_after_data:
                    self.hang_up_after_data -= 1
                    break
            writer.write(f"{self._answer(verb)}\r\n".encode())
            if verb == "QUIT":
                break
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    def _answer(self, verb: str) -> str:
        if verb == "RCPT" and self.answers:
            return self.answers.pop(0)
        return "221 bye" if verb == "QUIT" else "250 ok"

    def _keep(self, data: bytes, envelope: list[str]) -> None:
        self.messages.append(message_from_bytes(data.removesuffix(b".\r\n"), policy=policy.default))
        self.envelopes.append(list(envelope))
