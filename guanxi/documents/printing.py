"""One job to PDF bytes. Runs in the child process only."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML, Attachment
from weasyprint.css.tokens import InvalidValues
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.text.fonts import FontConfiguration

from guanxi.documents.checks import check_tree
from guanxi.documents.errors import DocumentRefused, DocumentTooLarge
from guanxi.documents.fetcher import DocumentFetcher, ResourceRefused
from guanxi.documents.fonts import compact_fonts
from guanxi.documents.messages import MAX_FRAME, Enclosure, PdfJob
from guanxi.documents.sandbox import MAX_SOURCE, expand
from guanxi.documents.texts import expand_texts

MAX_PAGES = 200
FONT_SAMPLE = "中文合同条款与金额，壹贰叁肆"
BASE_CSS = CSS(string=(Path(__file__).parent / "base.css").read_text(encoding="utf-8"))
_MIME_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]{1,80}")


class LogCollector(logging.Handler):
    """Keeps what WeasyPrint complains about, which would otherwise be lost: errors, and missing glyphs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()[:200]
        if record.levelno >= logging.ERROR or "Relative URI reference" in message:
            self.errors.append(message)
        elif ".notdef" in message and len(self.warnings) < 20:
            self.warnings.append(message)


@contextmanager
def collect_log() -> Iterator[LogCollector]:
    logger = logging.getLogger("weasyprint")
    collector = LogCollector()
    logger.handlers, logger.propagate = [collector], False
    try:
        yield collector
    finally:
        logger.handlers = []


def print_job(job: PdfJob, identifier: str) -> tuple[bytes, list[str]]:
    """The PDF and what could not be drawn. Raises DocumentRefused or DocumentTooLarge."""
    fetcher = DocumentFetcher(job.assets)
    try:
        with collect_log() as log:
            pdf = _print(job, identifier, fetcher)
    except ResourceRefused as refused:
        raise refused.error from None
    except InvalidValues as error:  # a relative @import
        raise DocumentRefused("broken_resource", str(error)[:200]) from None
    except RecursionError:
        raise DocumentRefused("nesting") from None
    except MemoryError:
        raise DocumentTooLarge("memory") from None
    if fetcher.refusal is not None:
        raise fetcher.refusal
    if log.errors:
        raise DocumentRefused("broken_resource", log.errors[0])
    if len(pdf) > MAX_FRAME - 1024:
        raise DocumentTooLarge("pdf_size")
    return pdf, log.warnings


def _print(job: PdfJob, identifier: str, fetcher: DocumentFetcher) -> bytes:
    if len(job.css) > MAX_SOURCE:
        raise DocumentTooLarge("template_size", "css")
    data = job.data | {"texts": expand_texts(job.texts)}
    html = HTML(string=expand(job.template, data), url_fetcher=fetcher)
    check_tree(html.etree_element)
    html.etree_element.set("lang", job.language)
    fonts = FontConfiguration()
    sheets = [BASE_CSS]
    if job.css:
        sheets.append(CSS(string=job.css, url_fetcher=fetcher, font_config=fonts))
    document = html.render(font_config=fonts, stylesheets=sheets, pdf_variant=job.pdf_variant)
    if len(document.pages) > MAX_PAGES:
        raise DocumentTooLarge("pages")
    created = job.created.astimezone(UTC)
    date = created.strftime("%Y-%m-%dT%H:%M:%SZ")
    document.metadata = DocumentMetadata(
        title=job.title,
        lang=job.language,
        generator="Guanxi",
        created=date,
        modified=date,
        xmp_metadata=list(job.xmp),
    )
    pdf: bytes = document.write_pdf(
        finisher=_finish,
        attachments=[_attachment(enclosure, created) for enclosure in job.enclosures],
        pdf_identifier=identifier,
        pdf_variant=job.pdf_variant,
    )
    return pdf


def _attachment(file: Enclosure, created: datetime) -> Attachment:
    name, mime = file.name, file.mime
    if not name or "/" in name or "\\" in name or not name.isprintable() or not _MIME_TYPE.fullmatch(mime):
        raise DocumentRefused("attachment", f"{name[:80]!r}, {mime[:80]!r}")
    attachment = Attachment(
        string=file.content, name=name, created=created, modified=created, relationship=file.relationship
    )
    attachment.source = _source(file.content, mime)
    return attachment


def _finish(document: Any, pdf: Any) -> None:
    """A WeasyPrint finisher."""
    compact_fonts(document, pdf)
    if files := pdf.catalog.get("AF"):
        files[:] = dict.fromkeys(files)  # it lists each file twice


@contextmanager
def _source(content: bytes, mime: str) -> Iterator[tuple[Any, None, None, str]]:
    """What `Attachment.source` yields, with a MIME type of our own: file, URL, charset, type."""
    yield BytesIO(content), None, None, mime


def fonts_for_chinese() -> list[str]:
    """The fonts that draw a line of Chinese in the default stack; empty if any glyph is missing."""
    with collect_log() as log:
        document = HTML(string=f"<html lang=zh-CN><p>{FONT_SAMPLE}").render(stylesheets=[BASE_CSS])
        document.write_pdf()
    return [] if log.warnings else sorted({font.family for font in document.fonts.values()})
