"""What the HTML of a document may hold: caps and refusals before WeasyPrint lays it out.

The figures are measured: `colspan=100000` ran over 25 s, 2,000 rows 16 s, and 300 nested divs end in a
RecursionError.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guanxi.documents.errors import DocumentRefused, DocumentTooLarge

MAX_DEPTH = 60
MAX_ELEMENTS = 20_000
MAX_ROWS = 300
MAX_SPAN = 50

_FORBIDDEN = """
applet audio base button embed foreignobject form frame frameset iframe input link object script select
textarea video
"""
FORBIDDEN = frozenset(_FORBIDDEN.split())
LINK_PREFIXES = ("#", "http://", "https://", "mailto:", "tel:")


def check_tree(root: Element) -> None:
    """Raise DocumentRefused or DocumentTooLarge unless the parsed document keeps within the limits."""
    rows = 0
    for number, (element, depth) in enumerate(_walk(root)):
        tag = element.tag.rpartition("}")[2].lower()
        rows += tag == "tr"
        if number > MAX_ELEMENTS:
            raise DocumentTooLarge("elements")
        if rows > MAX_ROWS:
            raise DocumentTooLarge("rows")
        if depth > MAX_DEPTH:
            raise DocumentRefused("nesting")
        if tag in FORBIDDEN:
            raise DocumentRefused("forbidden_element", tag)
        _check_attributes(element, tag)


def _walk(root: Element) -> Iterator[tuple[Element, int]]:
    stack = [(root, 1)]
    while stack:
        element, depth = stack.pop()
        if isinstance(element.tag, str):  # comments have a function for a tag
            yield element, depth
        stack.extend((child, depth + 1) for child in element)


def _check_attributes(element: Element, tag: str) -> None:
    for name in ("colspan", "rowspan", "span"):
        if _number(element.get(name, "")) > MAX_SPAN:
            raise DocumentTooLarge("span")
    if tag in ("a", "area"):
        if "attachment" in element.get("rel", "").lower():
            raise DocumentRefused("forbidden_element", "rel=attachment")
        href = element.get("href", "").strip().lower()
        if href and not href.startswith(LINK_PREFIXES):
            raise DocumentRefused("forbidden_link", href[:80])


def _number(text: str) -> int:
    """As WeasyPrint reads a span."""
    try:
        return int(text.strip())
    except ValueError:
        return 1 if len(text) < 1000 else MAX_SPAN + 1
