"""What the server and its PDF children say to each other: msgpack in frames with a four-byte length."""

from __future__ import annotations

import struct
from datetime import datetime
from typing import Any, BinaryIO, Literal

import msgspec

HEADER = struct.Struct(">I")
MAX_FRAME = 64 * 1024 * 1024


class UserText(msgspec.Struct, frozen=True, kw_only=True):
    """A text that users wrote: a Jinja2 template of plain text, a paragraph a line.

    `data` is its context, plain as that of a job. `{{ clause("payment") }}` puts in what `clauses` has under that
    name, a template with the same context.
    """

    source: str
    data: dict[str, Any]
    clauses: dict[str, str] = {}


class Enclosure(msgspec.Struct, frozen=True):
    """A file inside a PDF. `relationship` says what it is to the pages (PDF/A-3, AFRelationship)."""

    name: str
    mime: str
    content: bytes
    relationship: Literal["Source", "Alternative", "Data"] = "Source"


class PdfJob(msgspec.Struct, frozen=True, kw_only=True):
    """One document to print. The same job always gives the same bytes, on machines with the same fonts.

    `template` is Jinja2 source and `data` its context: dicts, lists, str, int, bool and None only, with money
    and dates already formatted. The template addresses `assets` (PNG, JPEG, GIF, WebP or SVG) as
    `asset:<name>`. `css` comes after base.css. `created` (with a time zone) becomes the dates of the PDF;
    `enclosures` hold the data that the document was made of, `xmp` are RDF descriptions that its metadata have
    beside the usual ones. The template finds the paragraphs of `texts` as `texts.<name>`, lists of plain text.
    """

    template: str
    data: dict[str, Any]
    title: str
    language: Literal["zh-CN", "en"]
    created: datetime
    css: str = ""
    assets: dict[str, bytes] = {}
    enclosures: list[Enclosure] = []
    xmp: list[bytes] = []
    texts: dict[str, UserText] = {}
    pdf_variant: Literal["pdf/a-3b", "pdf/a-3u"] | None = None


class UploadedFile(msgspec.Struct, frozen=True):
    name: str
    """its ending says what it is"""
    content: bytes


class Request(msgspec.Struct, frozen=True):
    """A job to print, texts alone to expand, or a file to read; none of them asks for the fonts of the default text."""

    job: PdfJob | None = None
    texts: dict[str, UserText] | None = None
    file: UploadedFile | None = None


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a request; the first, unasked one says that the child is ready.

    `retire` asks the server to end this child: it may have been left in a bad state.
    """

    failure: Literal["too_large", "refused", "unavailable"] | None = None
    reason: str = ""
    detail: str = ""
    pdf: bytes = b""
    texts: dict[str, list[str]] = {}
    fonts: list[str] = []
    text: str = ""
    warnings: list[str] = []
    retire: bool = False


def write_frame(stream: BinaryIO, payload: bytes) -> None:
    stream.write(HEADER.pack(len(payload)) + payload)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next payload, or None at the end of the stream."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    (size,) = HEADER.unpack(header)
    payload = stream.read(size)
    return payload if len(payload) == size else None
