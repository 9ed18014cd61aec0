from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from guanxi.context import Company
from guanxi.db import close_context
from tests.kernel.mail.support import SmtpServer, open_company, write_template


@pytest.fixture
async def opened(database: str, tmp_path: Path) -> AsyncIterator[Company]:
    write_template(tmp_path, "{{ _('Hello') }} {{ name }}\n\n{{ _('Goodbye') }}, {{ name }}.\n")
    company = await open_company(database, tmp_path)
    with company.tortoise:
        await company.tortoise.generate_schemas()
    yield company
    await close_context(company.tortoise)


@pytest.fixture
def company(opened: Company, monkeypatch: pytest.MonkeyPatch) -> Company:
    monkeypatch.setenv("GUANXI_MAIL_FROM", "Guanxi <crm@example.com>")
    monkeypatch.delenv("GUANXI_SMTP_URL", raising=False)
    return opened


@pytest.fixture
async def smtp(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SmtpServer]:
    server = SmtpServer()
    listener = await server.start()
    monkeypatch.setenv("GUANXI_SMTP_URL", server.url)
    yield server
    listener.close()
    await listener.wait_closed()
