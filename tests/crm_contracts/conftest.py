"""What tests of contracts stand on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from guanxi import PdfJob
from guanxi.documents import close_process_pool


@pytest.fixture(autouse=True)
async def printer() -> AsyncIterator[None]:
    """The children that print and read belong to the test's own event loop."""
    yield
    await close_process_pool()


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No document is printed: for tests that do not look into one."""

    async def render(job: PdfJob) -> bytes:
        return f"%PDF-1.7\n{job.title}\n%%EOF\n".encode()

    monkeypatch.setattr("crm_contracts.keeping.render_pdf", render)
