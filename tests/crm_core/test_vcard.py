"""vCards: what is written is read again as it was, and what phones and other programs write is understood."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from crm_core.vcard import PHONE_KINDS, Address, Birthday, Card, Name, Number, UnreadableCard
from crm_core.vcard_reading import is_vcard, parse_cards
from crm_core.vcard_writing import format_cards

_characters = st.characters(exclude_categories=("Cs", "Cc"))
_text = st.text(st.one_of(_characters, st.sampled_from('\n;,:\\"= \t王欧é')), max_size=60)
_filled = _text.filter(bool)
_address = st.builds(Address, _text, _text, _text, _text, _text).filter(lambda place: not place.empty)
_kinds = st.sets(st.sampled_from(PHONE_KINDS)).map(lambda kinds: tuple(sorted(kinds)))
_numbers = st.builds(Number, _filled.filter(lambda text: not text.lower().startswith("tel:")), _kinds)
_days = st.dates().map(lambda day: Birthday(day.month, day.day, day.year))
_yearless = st.dates().map(lambda day: Birthday(day.month, day.day))
_cards = st.builds(
    Card,
    full_name=_filled,
    name=st.builds(Name, _text, _text, _text, _text, _text),
    is_organization=st.booleans(),
    organization=st.lists(_filled, max_size=3).map(tuple),
    title=_text,
    phones=st.lists(_numbers, max_size=3).map(tuple),
    emails=st.lists(_filled, max_size=2).map(tuple),
    addresses=st.lists(_address, max_size=2).map(tuple),
    birthday=st.one_of(st.none(), _days, _yearless),
    note=_text,
    url=_text,
    wechat=_text,
    tags=st.lists(_filled, max_size=3).map(tuple),
    uid=_text,
)


@given(st.lists(_cards, max_size=3), st.sampled_from(["3.0", "4.0"]), _text)
@settings(max_examples=300)
def test_what_is_written_is_read_again_as_it_was(cards: list[Card], version: Any, product: str) -> None:
    written = format_cards(cards, version, product=product)
    assert parse_cards(written) == cards
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert not cards or is_vcard(written)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(noise: bytes) -> None:
    for content in (noise, b"BEGIN:VCARD\nVERSION:3.0\n" + noise + b"\nEND:VCARD\n"):
        try:
            parse_cards(content)
        except UnreadableCard:
            continue


def test_an_old_phone_s_card_in_quoted_printable_is_read() -> None:
    content = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=E6=98=8E;;;\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E7=AC=AC=E4=B8=80=\r\n=E8=A1=8C=0D=0Asecond\r\n"
        b"TEL;CELL;VOICE:138 1234 5678\r\nTEL;WORK:0512-62881234\r\nTEL;WORK;FAX:0512-62881235\r\n"
        b"PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg\r\n\r\nEND:VCARD\r\n"
    )
    [card] = parse_cards(content)
    assert card.full_name == "王小明"
    assert card.note == "第一行\nsecond"
    assert card.phones == (
        Number("138 1234 5678", ("cell",)),
        Number("0512-62881234", ("work",)),
        Number("0512-62881235", ("fax", "work")),
    )


def test_other_character_sets_groups_folded_lines_and_uris_are_read() -> None:
    gbk = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=GBK:李娜\nORG:春意空调;销售部\nEND:VCARD\n".encode("gb18030")
    [card] = parse_cards(gbk)
    assert (card.full_name, card.organization) == ("李娜", ("春意空调", "销售部"))
    new = (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\\, the\r\n  first\r\nKIND:individual\r\n"
        'item1.TEL;VALUE=uri;TYPE="voice,cell":tel:+86-138-1234-5678;ext=1\r\nBDAY:--0203\r\n'
        "UID:urn:uuid:1\r\nADR;TYPE=work:PO 1;;1 Main St;Springfield;IL;62701;USA\r\nEND:VCARD\r\n"
    )
    for content in (new.encode(), new.encode("utf-16"), b"\xef\xbb\xbf" + new.encode()):
        [card] = parse_cards(content)
        assert card.full_name == "Ann, the first"
        assert card.phones == (Number("+86-138-1234-5678", ("cell",)),)
        assert (card.birthday, card.uid) == (Birthday(2, 3), "urn:uuid:1")
        assert card.addresses == (Address("PO 1 1 Main St", "Springfield", "IL", "62701", "USA"),)


def test_a_card_inside_of_a_card_is_left_out() -> None:
    nested = (
        b"BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTITLE:CEO\nEND:VCARD\nBEGIN:VCARD\nFN:C\nEND:VCARD"
    )
    assert [(card.full_name, card.title) for card in parse_cards(nested)] == [("A", "CEO"), ("C", "")]


@pytest.mark.parametrize(
    "content", [b"BEGIN:VCARD\nFN:A\n", b"BEGIN:VCARD\nEND:VCARD\n" * 5001, b"\xff\xfeB\x00E\x00x"]
)
def test_files_that_are_cut_off_or_too_large_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableCard):
        parse_cards(content)
