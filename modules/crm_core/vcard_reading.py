"""Text as cards: vCard 2.1 as old phones write it, 3.0 and 4.0; several in a file, in any usual character set."""

from __future__ import annotations

import calendar
import quopri
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from crm_core.vcard import (
    ORDINARY_YEAR,
    PHONE_KINDS,
    Address,
    Birthday,
    Card,
    Name,
    Number,
    UnreadableCard,
    plain_value,
    split_value,
)
from guanxi import _

MAX_CARDS = 5000
MAX_VALUE = 20_000
"""characters of one value; pictures are longer, and left out"""
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FALLBACKS = ("utf-8", "gb18030")
_CJK = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_DATE = re.compile(r"(\d{4}|--)-?(\d\d)-?(\d\d)(?:T.*)?", re.ASCII)
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_CHARSETS = frozenset({"utf-8", "utf8", "gbk", "gb2312", "gb18030", "big5", "iso-8859-1", "us-ascii", "windows-1252"})


@dataclass(slots=True)
class _Line:
    name: str
    params: dict[str, list[str]]
    raw: bytes

    def has(self, param: str, value: str) -> bool:
        return value in self.params.get(param, ()) or value in self.params.get("", ())

    def text(self) -> str:
        """The value as it stands there, decoded but not unescaped."""
        raw = self.raw
        if self.has("ENCODING", "quoted-printable"):
            raw = quopri.decodestring(raw)
        named = next(iter(self.params.get("CHARSET", ())), "")
        for charset in ((named,) if named in _CHARSETS else ()) + _FALLBACKS:
            try:
                return raw.decode(charset).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
            except UnicodeDecodeError:
                continue
        return raw.decode("utf-8", "replace").replace("\x00", "")


@dataclass(slots=True)
class _Found:
    """The lines of one card."""

    lines: list[_Line] = field(default_factory=list)

    def all(self, name: str) -> list[_Line]:
        return [line for line in self.lines if line.name == name]


def parse_cards(content: bytes) -> list[Card]:
    """Blocks: use a thread for large files. Raises UnreadableCard."""
    if any(content.startswith(bom) for bom, _charset in _BOMS):
        try:
            content = content.decode("utf-16").encode()
        except UnicodeDecodeError as error:
            raise UnreadableCard(message=_("This file cannot be read as vCards.")) from error
    return [_card(found) for found in _found(content.removeprefix(b"\xef\xbb\xbf"))]


def is_vcard(content: bytes) -> bool:
    head = content[:200]
    for bom, charset in _BOMS:
        if head.startswith(bom):
            head = head[: len(head) // 2 * 2].decode(charset, "ignore").encode()
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(b"BEGIN:VCARD")


def _found(content: bytes) -> list[_Found]:
    cards: list[_Found] = []
    depth = 0
    for line in map(_line, _unfolded(content)):
        if line is None:
            continue
        mark = line.raw.strip().upper() == b"VCARD" and line.name
        if mark == "BEGIN":
            depth += 1
            if depth == 1:
                cards.append(_Found())
                if len(cards) > MAX_CARDS:
                    raise UnreadableCard(message=_("At most {limit} cards in a file.", limit=MAX_CARDS))
        elif mark == "END":
            depth = max(0, depth - 1)
        elif depth == 1 and line.name not in _BINARY:
            cards[-1].lines.append(line)
    if depth:
        raise UnreadableCard(message=_("Card {number} has no end: the file is not complete.", number=len(cards)))
    return cards


def _unfolded(content: bytes) -> list[bytes]:
    """Logical lines: white space goes on with the line before, as does what follows the `=` of quoted-printable.

    Bytes are joined before they are decoded, since old phones fold inside of characters.
    """
    lines: list[bytearray] = []
    soft = False
    for raw in re.split(b"\r\n|\n|\r", content):
        if soft:
            lines[-1] += raw
        elif raw[:1] in (b" ", b"\t") and lines:
            lines[-1] += raw[1:]
        else:
            lines.append(bytearray(raw))
        quoted = b"QUOTED-PRINTABLE" in bytes(lines[-1].partition(b":")[0]).upper()
        soft = quoted and lines[-1].endswith(b"=")
        if soft:
            del lines[-1][-1]
    return [bytes(line) for line in lines if line.strip()]


def _line(raw: bytes) -> _Line | None:
    """`item1.TEL;TYPE="work,voice":…`; None for what is no property."""
    end = _colon(raw)
    if end is None or len(raw) > MAX_VALUE * 4:
        return None
    head = raw[:end].decode("utf-8", "replace")
    name, *texts = _outside_quotes(head, ";")
    params: dict[str, list[str]] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        values = _outside_quotes(value if equals else key, ",")
        params.setdefault(key.strip().upper() if equals else "", []).extend(
            each.lower() for value in values for each in value.strip().strip('"').split(",")
        )
    return _Line(name.rpartition(".")[2].strip().upper(), params, raw[end + 1 :])


def _colon(raw: bytes) -> int | None:
    quoted = False
    for index, char in enumerate(raw):
        if char == ord('"'):
            quoted = not quoted
        elif char == ord(":") and not quoted:
            return index
    return None


def _outside_quotes(text: str, separator: str) -> list[str]:
    parts, quoted = [""], False
    for char in text:
        if char == '"':
            quoted = not quoted
        if char == separator and not quoted:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _card(found: _Found) -> Card:
    old = any(line.text().strip() == "2.1" for line in found.all("VERSION"))

    def texts(name: str) -> list[str]:
        return [text for line in found.all(name) if (text := plain_value(line.text(), old=old))]

    def first(name: str) -> str:
        return next(iter(texts(name)), "")

    def parts(line: _Line) -> list[str]:
        return split_value(line.text(), ";", old=old)

    name = next((_name(parts(line)) for line in found.all("N")), Name())
    units = next((parts(line) for line in found.all("ORG")), [])
    while units and not units[-1]:
        units.pop()
    kinds = [text.lower() for text in (*texts("KIND"), *texts("X-ABSHOWAS"))]
    places = [_address(parts(line)) for line in found.all("ADR")]
    days = [day for line in found.all("BDAY") if (day := _birthday(line)) is not None]
    return Card(
        full_name=first("FN") or _full_name(name),
        name=name,
        is_organization="org" in kinds or "company" in kinds,
        organization=tuple(units),
        title=first("TITLE"),
        phones=tuple(number for line in found.all("TEL") if (number := _number(line, old)).text),
        emails=tuple(texts("EMAIL")),
        addresses=tuple(place for place in places if not place.empty),
        birthday=days[0] if days else None,
        note="\n".join(texts("NOTE")),
        url=first("URL"),
        wechat=first("X-WECHAT"),
        tags=tuple(tag for line in found.all("CATEGORIES") for tag in split_value(line.text(), ",", old=old) if tag),
        uid=first("UID"),
    )


def _name(parts: list[str]) -> Name:
    return Name(*[*parts, *[""] * 5][:5])


def _full_name(name: Name) -> str:
    """For cards without FN: 王小明 where it is Chinese, else first name first."""
    if _CJK.search(name.family + name.given):
        return name.family + name.additional + name.given
    given = (name.prefix, name.given, name.additional, name.family, name.suffix)
    return " ".join(part for part in given if part)


def _address(parts: list[str]) -> Address:
    box, more, street, city, region, postcode, country = [*parts, *[""] * 7][:7]
    return Address(" ".join(filter(None, (box, more, street))), city, region, postcode, country)


def _number(line: _Line, old: bool) -> Number:
    text = plain_value(line.text(), old=old)
    if text.lower().startswith("tel:"):
        text = unquote(text[4:].partition(";")[0])
    given = {"cell": ("cell", "iphone"), "fax": ("fax",), "home": ("home",), "work": ("work",)}
    return Number(text, tuple(kind for kind in PHONE_KINDS if any(line.has("TYPE", word) for word in given[kind])))


def _birthday(line: _Line) -> Birthday | None:
    """None for what is no day of the calendar, such as `circa 1800`."""
    matched = _DATE.fullmatch(line.text().strip())
    if matched is None:
        return None
    year, month, day = matched[1], int(matched[2]), int(matched[3])
    no_year = year == "--" or (int(year) == ORDINARY_YEAR and "X-APPLE-OMIT-YEAR" in line.params)
    if not no_year and int(year) == 0:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2024 if no_year else int(year), month)[1]:
        return None
    return Birthday(month, day, None if no_year else int(year))
