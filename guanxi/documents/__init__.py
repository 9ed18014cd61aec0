"""Documents: a Jinja2 template and plain data become PDF bytes, in a child process that can be killed."""

from guanxi.documents.errors import (
    DocumentError,
    DocumentRefused,
    DocumentTimeout,
    DocumentTooLarge,
    PrinterUnavailable,
)
from guanxi.documents.messages import PdfJob
from guanxi.documents.pool import PdfPool, font_check
from guanxi.documents.process_pool import close_process_pool, process_pool, render_pdf

__all__ = [
    "DocumentError",
    "DocumentRefused",
    "DocumentTimeout",
    "DocumentTooLarge",
    "PdfJob",
    "PdfPool",
    "PrinterUnavailable",
    "close_process_pool",
    "font_check",
    "process_pool",
    "render_pdf",
]
