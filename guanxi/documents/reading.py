"""The text of a file that somebody uploaded, read in the child process."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from xml.etree.ElementTree import ParseError, iterparse

from guanxi.documents.errors import DocumentRefused, DocumentTooLarge

MOST_CHARACTERS, MOST_PAGES = 300_000, 500
MOST_XML = 50 * 1024 * 1024
"""bytes of one unpacked part of a file"""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(name: str, content: bytes) -> str:
    """At most MOST_CHARACTERS. Raises DocumentRefused for kinds that hold no text and what cannot be read."""
    reader = _READERS.get(name.rpartition(".")[2].casefold())
    if reader is None:
        raise DocumentRefused("kind")
    found, left = [], MOST_CHARACTERS
    try:
        for part in reader(content):
            found.append(part[:left])
            left -= len(part) + 1
            if left <= 0:
                break
    except (DocumentRefused, DocumentTooLarge, MemoryError, RecursionError):
        raise
    except Exception as error:  # parsers of foreign formats raise whatever they stumble over
        raise DocumentRefused("unreadable", type(error).__name__) from None
    return "\n".join(found)


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(content)).pages
    for number in range(min(len(pages), MOST_PAGES)):
        yield pages[number].extract_text()


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        yield from _paragraphs(archive, "word/document.xml", f"{_WORD}p", f"{_WORD}t")


def _paragraphs(archive: zipfile.ZipFile, part: str, paragraph: str, text: str) -> Iterator[str]:
    if archive.getinfo(part).file_size > MOST_XML:
        raise DocumentTooLarge("size")
    with archive.open(part) as file:
        try:
            for _event, element in iterparse(file):
                if element.tag == paragraph:
                    yield "".join(piece.text or "" for piece in element.iter(text))
                    element.clear()
        except ParseError as error:
            raise DocumentRefused("unreadable", str(error)[:100]) from None


def _sheets(content: bytes) -> Iterator[str]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    for name in workbook.sheet_names:
        for row in workbook.get_sheet_by_name(name).to_python():
            yield " ".join(str(cell) for cell in row if cell != "")


def _plain(content: bytes) -> Iterator[str]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            yield content.decode(encoding)
            return
        except UnicodeDecodeError:
            continue
    yield content.decode("latin-1")


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style") and self._hidden > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)


def _html(content: bytes) -> Iterator[str]:
    parser = _Texts()
    parser.feed(next(_plain(content))[: 20 * MOST_CHARACTERS])
    yield re.sub(r"\s+", " ", " ".join(parser.found))


_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "pdf": _pdf,
    "docx": _docx,
    **dict.fromkeys(("xlsx", "xls", "xlsb", "ods"), _sheets),
    **dict.fromkeys(("txt", "md", "csv", "tsv", "json", "xml", "eml"), _plain),
    **dict.fromkeys(("html", "htm"), _html),
}
