"""Cards as text: vCard 3.0 (RFC 2426) or 4.0 (RFC 6350)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crm_core.vcard import ORDINARY_YEAR, Birthday, Card, Version, escape

MEDIA_TYPE = "text/vcard; charset=utf-8"
_WIDTH = 75
"""octets in a line"""


def format_cards(cards: Iterable[Card], version: Version = "3.0", *, product: str = "") -> bytes:
    """`product` says in every card what wrote it."""
    return b"".join(fold(line) for card in cards for line in _lines(card, version, product))


def fold(line: str) -> bytes:
    """A line and its end: never longer than 75 octets, never broken inside of a character."""
    parts, room = [bytearray()], _WIDTH
    for char in line:
        encoded = char.encode("utf-8", "replace")
        if len(parts[-1]) + len(encoded) > room:
            parts.append(bytearray())
            room = _WIDTH - 1
        parts[-1] += encoded
    return b"\r\n ".join(parts) + b"\r\n"


def _lines(card: Card, version: Version, product: str) -> Iterator[str]:
    new = version == "4.0"
    yield from ("BEGIN:VCARD", f"VERSION:{version}")
    if product:
        yield f"PRODID:{escape(_one_line(product))}"
    if card.uid:
        yield f"UID:{_text(card.uid)}"
    if card.is_organization:
        yield "KIND:org" if new else "X-ABSHOWAS:COMPANY"
    name = card.name
    yield f"FN:{_text(card.full_name)}"
    yield "N:" + ";".join(map(_text, (name.family, name.given, name.additional, name.prefix, name.suffix)))
    if card.organization:
        yield "ORG:" + ";".join(map(_text, card.organization))
    yield from (f"{key}:{_text(value)}" for key, value in _simple(card) if value)
    for phone in card.phones:
        yield f"TEL{_types(phone.kinds)}:{_text(phone.text)}"
    yield from (f"EMAIL:{_text(email)}" for email in card.emails)
    for place in card.addresses:
        parts = ("", "", place.street, place.city, place.region, place.postcode, place.country)
        yield "ADR:" + ";".join(map(_text, parts))
    if card.birthday:
        yield _birthday(card.birthday, new)
    if card.tags:
        yield "CATEGORIES:" + ",".join(map(_text, card.tags))
    yield "END:VCARD"


def _simple(card: Card) -> tuple[tuple[str, str], ...]:
    return (("TITLE", card.title), ("NOTE", card.note), ("URL", card.url), ("X-WECHAT", card.wechat))


def _types(kinds: tuple[str, ...]) -> str:
    return "".join(f";TYPE={kind}" for kind in kinds)


def _birthday(day: Birthday, new: bool) -> str:
    if new:
        return f"BDAY:{day.year:04}{day.month:02}{day.day:02}" if day.year else f"BDAY:--{day.month:02}{day.day:02}"
    if day.year:
        return f"BDAY:{day.year:04}-{day.month:02}-{day.day:02}"
    return f"BDAY;X-APPLE-OMIT-YEAR={ORDINARY_YEAR}:{ORDINARY_YEAR}-{day.month:02}-{day.day:02}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _text(text: str) -> str:
    return escape(text.replace("\r\n", "\n").replace("\r", "\n"))
