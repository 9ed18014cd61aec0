"""A bilingual contract of two pages, and the shortest job there is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from guanxi.documents import PdfJob

CREATED = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
    b'<rect width="40" height="40" rx="6" fill="#17445c"/>'
    b'<path d="M11 27V13h5l4 8 4-8h5v14" fill="none" stroke="#fff" stroke-width="3"/></svg>'
)

FOLDER = Path(__file__).parent


def contract(**changes: Any) -> PdfJob:
    fields: dict[str, Any] = {
        "template": (FOLDER / "contract.html").read_text(encoding="utf-8"),
        "data": json.loads((FOLDER / "contract.json").read_text(encoding="utf-8")),
        "title": "销售合同 HT-2026-000318",
        "language": "zh-CN",
        "created": CREATED,
        "assets": {"logo": LOGO},
    }
    return PdfJob(**fields | changes)


def small(template: str = "<p>{{ name }}", **changes: Any) -> PdfJob:
    fields: dict[str, Any] = {
        "template": template,
        "data": {"name": "关系"},
        "title": "Small",
        "language": "en",
        "created": CREATED,
    }
    return PdfJob(**fields | changes)
