"""Documents: a Jinja2 template and plain data become PDF bytes, in a child process that can be killed."""

from guanxi.documents.errors import (
    DocumentError,
    DocumentRefused,
    DocumentTimeout,
    DocumentTooLarge,
    PrinterUnavailable,
)
from guanxi.documents.messages import Enclosure, PdfJob, UserText
from guanxi.documents.pool import PdfPool, font_check
from guanxi.documents.process_pool import close_process_pool, expand_texts, process_pool, read_text, render_pdf

__all__ = [
    "DocumentError",
    "DocumentRefused",
    "DocumentTimeout",
    "DocumentTooLarge",
    "Enclosure",
    "PdfJob",
    "PdfPool",
    "PrinterUnavailable",
    "UserText",
    "close_process_pool",
    "expand_texts",
    "font_check",
    "process_pool",
    "read_text",
    "render_pdf",
]
