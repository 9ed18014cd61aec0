"""The PDF of a record, for pages and API alike."""

from __future__ import annotations

from typing import Any

from guanxi.declare.resources import Document
from guanxi.documents.process_pool import render_pdf


async def print_document(document: Document, record: Any, language: str) -> bytes:
    """The bytes that are kept of it, else a new print. Raises what `render_pdf` does."""
    kept = await document.kept(record, language) if document.kept is not None else None
    return await render_pdf(await document.build(record, language)) if kept is None else kept
