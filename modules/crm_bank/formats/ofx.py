"""OFX: version 1 (SGML, leaves are not closed) and version 2 (XML), read by tags, without DTDs and entities."""

from __future__ import annotations

import html
import re
from datetime import date

import msgspec

from crm_bank.formats.errors import BadEncoding, BadPart, CutFile, FileTooLarge, MissingPart, UnsafeXml
from crm_bank.formats.model import MAX_BYTES, MAX_LINES, Line, LineKind, Statement
from crm_bank.formats.values import account_number, clean, currency_code, day, minor, shorten

_TAG = re.compile(r"<(/?)([A-Za-z0-9_.]{1,40})\s*(/?)>([^<]*)")
_ENCODING = re.compile(rb"""(?:encoding=["']|CHARSET:|ENCODING:)\s*([A-Za-z0-9._-]{1,20})""")
_NAMES = {"1252": "cp1252", "usascii": "cp1252", "8859-1": "latin-1", "none": "", "unicode": "utf-8", "936": "gb18030"}
_DEEPEST = 20
_MAYBE_EMPTY = frozenset(
    ("NAME", "MEMO", "CHECKNUM", "REFNUM", "FITID", "SIC", "PAYEEID", "DTUSER", "DTAVAIL", "INTU.BID")
)
"""leaves that banks leave without text"""
_CHARGES = frozenset(("FEE", "SRVCHG"))


class _Node(msgspec.Struct, gc=False):
    name: str
    line: int
    text: str = ""
    children: list[_Node] = []
    by_name: dict[str, _Node] = {}
    """the first of each name"""

    def add(self, child: _Node) -> None:
        self.children.append(child)
        self.by_name.setdefault(child.name, child)

    def first(self, *path: str) -> _Node | None:
        node: _Node | None = self
        for name in path:
            if node is None:
                return None
            node = node.by_name.get(name)
        return node

    def value(self, *path: str) -> str:
        node = self.first(*path)
        return "" if node is None else node.text

    def need(self, name: str) -> _Node:
        node = self.first(name)
        if node is None:
            raise MissingPart(line=self.line, part=f"{self.name}/{name}")
        return node


def looks_like_ofx(content: bytes) -> bool:
    head = content[:4000].lstrip(b"\xef\xbb\xbf \r\n\t").upper()
    return head.startswith((b"OFXHEADER", b"<OFX>")) or b"<?OFX" in head


def read_ofx(content: bytes) -> list[Statement]:
    """Raises StatementError."""
    root = _tree(_decoded(content))
    found = []
    for messages, wrapper, name, account in (
        ("BANKMSGSRSV1", "STMTTRNRS", "STMTRS", "BANKACCTFROM"),
        ("CREDITCARDMSGSRSV1", "CCSTMTTRNRS", "CCSTMTRS", "CCACCTFROM"),
    ):
        group = root.first(messages)
        for response in [] if group is None else group.children:
            statement = response.first(name) if response.name == wrapper else None
            if statement is not None:
                found.append(_statement(statement, statement.need(account)))
    if not found:
        raise MissingPart(line=root.line, part="STMTRS")
    return found


def _decoded(content: bytes) -> str:
    named = [name.decode("ascii").lower() for name in _ENCODING.findall(content[:2000])]
    if named[:1] == ["usascii"] and len(named) > 1:
        named = named[1:]
    encoding = "utf-8-sig"
    if named and named[0] not in ("utf-8", "utf8"):
        encoding = _NAMES.get(named[0], named[0]) or "utf-8-sig"
    if encoding not in ("utf-8-sig", "utf-8", "cp1252", "latin-1", "gb18030", "gbk", "gb2312", "iso-8859-1"):
        raise BadEncoding(encoding=encoding)
    try:
        return content.decode(encoding)
    except UnicodeError:
        raise BadEncoding(encoding=encoding.removesuffix("-sig")) from None


class _Builder:
    """Puts tags together. A tag with text is a leaf; its end may be left out."""

    def __init__(self) -> None:
        self.root: _Node | None = None
        self.open: list[_Node] = []
        self._count = 0

    def begin(self, node: _Node, is_leaf: bool) -> None:
        if self.open:
            self.open[-1].add(node)
        elif self.root is None:
            self.root = node
        if not is_leaf:
            self.open.append(node)
            if len(self.open) > _DEEPEST:
                raise BadPart(line=node.line, part="OFX", text=node.name)
        self._count += node.name == "STMTTRN"
        if self._count > MAX_LINES:
            raise FileTooLarge(megabytes=MAX_BYTES >> 20, lines=MAX_LINES)

    def end(self, name: str) -> None:
        if name in (node.name for node in self.open):
            while self.open.pop().name != name:
                continue


def _tree(text: str) -> _Node:
    """What is below `<OFX>`. Raises UnsafeXml, CutFile."""
    if re.search(r"<!(?!\[CDATA\[)", text):
        raise UnsafeXml()
    start = re.search(r"<OFX>", text, re.IGNORECASE)
    if start is None:
        raise MissingPart(line=1, part="OFX")
    builder = _Builder()
    at, line = 0, 1
    for found in _TAG.finditer(text, start.start()):
        line += text.count("\n", at, found.start())
        at = found.start()
        name, value = found[2].upper(), found[4].strip()
        if found[1]:
            builder.end(name)
        else:
            text_of = html.unescape(value) if "&" in value else value
            builder.begin(_Node(name, line, text_of), bool(value or found[3] or name in _MAYBE_EMPTY))
        if not builder.open:
            break
    if builder.root is None or builder.open:
        raise CutFile(line=text.count("\n") + 1)
    return builder.root


def _statement(node: _Node, account: _Node) -> Statement:
    default = node.need("CURDEF")
    currency = currency_code(default.text, default.line)
    balance = node.first("LEDGERBAL", "BALAMT")
    listed = node.first("BANKTRANLIST")
    found = Statement(
        account=account_number(account.value("ACCTID")),
        currency=currency,
        closing=None if balance is None else minor(_decimal(balance.text), currency, balance.line),
    )
    if listed is not None:
        found.from_on, found.to_on = (_perhaps(listed.first(name)) for name in ("DTSTART", "DTEND"))
        found.lines = [_line(child, currency) for child in listed.children if child.name == "STMTTRN"]
    if found.lines and not found.to_on:
        found.to_on = max(line.booked_on for line in found.lines)
    return found


def _line(node: _Node, currency: str) -> Line:
    """An amount in another currency is told with its rate; one without a rate cannot be booked."""
    amount, posted = node.need("TRNAMT"), node.need("DTPOSTED")
    own = node.value("CURRENCY", "CURSYM")
    if own and own != currency:
        raise BadPart(line=node.line, part="CURRENCY", text=shorten(own))
    kind = node.value("TRNTYPE").upper()
    return Line(
        booked_on=_day(posted),
        value_on=_perhaps(node.first("DTAVAIL")),
        amount=minor(_decimal(amount.text), currency, amount.line),
        currency=currency,
        name=clean(node.value("NAME") or node.value("PAYEE", "NAME"), 200),
        account=account_number(node.value("BANKACCTTO", "ACCTID") or node.value("BANKACCTFROM", "ACCTID")),
        text=clean(node.value("MEMO")),
        reference=clean(node.value("CHECKNUM") or node.value("REFNUM"), 140),
        bank_reference=clean(node.value("FITID"), 64),
        kind=LineKind.CHARGES if kind in _CHARGES else LineKind.NORMAL,
    )


def _decimal(text: str) -> str:
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


def _day(node: _Node) -> date:
    """`20260131`, `20260131120000.000[+8:CST]`: the day where the bank is."""
    return day(node.text[:8], node.line)


def _perhaps(node: _Node | None) -> date | None:
    return None if node is None or not node.text else _day(node)
