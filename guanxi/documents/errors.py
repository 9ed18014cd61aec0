"""Why a document was not made. `reason` is a stable code; `detail` is for the author of the template."""

from __future__ import annotations

from guanxi.errors import GuanxiError
from guanxi.i18n import Text, _

REASONS: dict[str, Text] = {
    "template": _("the template has an error"),
    "data": _("the data cannot be put into a document"),
    "outside_resource": _("it refers to something outside the document"),
    "broken_resource": _("an image or a reference in it is broken"),
    "forbidden_element": _("it has an element that documents may not have"),
    "forbidden_link": _("it has a link of a kind that documents may not have"),
    "nesting": _("it is nested too deeply"),
    "attachment": _("an attachment has an invalid name or type"),
    "endless": _("it takes too long"),
    "text_size": _("the text becomes too long"),
    "crashed": _("it is more than the printer can take"),
    "failed": _("it cannot be laid out"),
    "template_size": _("the template is too long"),
    "data_size": _("the data is too large"),
    "html_size": _("the text is too long"),
    "elements": _("it has too many elements"),
    "rows": _("it has more than 300 table rows"),
    "span": _("a table cell spans more than 50 columns or rows"),
    "pages": _("it has more than 200 pages"),
    "image_size": _("an image has too many pixels"),
    "kind": _("files of this kind hold no text that could be read"),
    "unreadable": _("the file cannot be read"),
    "size": _("the file is too large"),
    "memory": _("it takes too much memory"),
    "pdf_size": _("the finished document is too large"),
}


class DocumentError(GuanxiError):
    """A document that cannot be made; `reason` is a key of REASONS, `detail` a technical note in English."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(why=REASONS[reason], detail=f" ({detail})" if detail else "")
        self.reason = reason
        self.detail = detail


class DocumentTooLarge(DocumentError):
    code = "document_too_large"
    status = 413
    message = _("The document is too large: {why}{detail}.")


class DocumentRefused(DocumentError):
    code = "document_refused"
    status = 422
    message = _("The document cannot be made: {why}{detail}.")


class DocumentTimeout(GuanxiError):
    code = "document_timeout"
    status = 422
    message = _("The document took too long to make. Please shorten it.")


class PrinterUnavailable(GuanxiError):
    """The child does not start (WeasyPrint or one of its libraries is missing), or the pool is closed."""

    code = "printer_unavailable"
    status = 503
    message = _("Documents cannot be made at the moment.")
