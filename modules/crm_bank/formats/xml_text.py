"""XML of strangers: no document type, no entities, nothing loaded, limited in depth and size."""

from __future__ import annotations

import re

from lxml import etree

from crm_bank.formats.errors import BadEncoding, CutFile, MalformedXml, UnsafeXml

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ENCODINGS = frozenset(
    ("utf-8", "utf8", "utf-16", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "gb18030", "gbk", "gb2312")
)
_UNSAFE = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)


def decoded(content: bytes) -> str:
    """Its text without the declaration. Raises BadEncoding, UnsafeXml."""
    declared = _DECLARED.match(content)
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif encoding == "utf-8" or content[:3] == b"\xef\xbb\xbf":
        encoding = "utf-8-sig"
    if encoding.removesuffix("-sig") not in _ENCODINGS:
        raise BadEncoding(encoding=encoding)
    try:
        text = content.decode(encoding)
    except UnicodeError:
        raise BadEncoding(encoding=encoding.removesuffix("-sig")) from None
    if "<!" in text and _UNSAFE.search(text):
        raise UnsafeXml()
    declaration = _DECLARATION.match(text)
    return text if declaration is None else "\n" * declaration[0].count("\n") + text[declaration.end() :]


def parse_xml(content: bytes) -> etree._Element:
    """The root element. Raises BadEncoding, UnsafeXml, CutFile, MalformedXml."""
    text = decoded(content)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        codes = (etree.ErrorTypes.ERR_TAG_NOT_FINISHED, etree.ErrorTypes.ERR_DOCUMENT_END)
        if error.code in codes or not text.rstrip().endswith(">"):
            raise CutFile(line=line) from None
        raise MalformedXml(line=line) from None
    except UnicodeError:
        raise BadEncoding(encoding="utf-8") from None
