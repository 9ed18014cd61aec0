"""What tests of signing on line stand on."""

from __future__ import annotations

import pytest

from guanxi import PdfJob


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No document is printed: for tests that do not look into one."""

    async def render(job: PdfJob) -> bytes:
        return f"%PDF-1.7\n{job.title}\n%%EOF\n".encode()

    monkeypatch.setattr("crm_contracts.keeping.render_pdf", render)
