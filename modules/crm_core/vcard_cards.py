"""Contacts and customers as cards, and cards as the rows of an import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from crm_core.choices import Calendar, CustomerKind, PointKind
from crm_core.vcard import Address, Birthday, Card, Name, Number
from guanxi import ImportWords, _, nfkc, translate

COLUMNS = (
    *("full_name", "organization", "kind", "job_title", "mobile", "phone", "fax", "email", "wechat"),
    *("address", "postcode", "country", "website", "birth_month", "birth_day", "tags", "notes", "uid"),
    *("more_numbers", "more_addresses"),
)
MAX_NOTES = 5000
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]{2,}")
_COMPOUND = frozenset(
    (
        *("欧阳", "太史", "上官", "端木", "司马", "东方", "独孤", "南宫", "夏侯", "诸葛", "尉迟", "皇甫"),
        *("公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "司空", "轩辕", "百里", "呼延", "东郭"),
    )
)
"""family names of two characters"""
_KINDS: dict[str, tuple[str, ...]] = {
    PointKind.MOBILE: ("cell",),
    PointKind.PHONE: ("work",),
    PointKind.FAX: ("fax", "work"),
}
_MOBILE = re.compile(r"1\d{10}", re.ASCII)


def split_name(text: str) -> Name:
    """欧阳|娜娜, 王|小明, Mary Ann|Smith: address books sort by the family name."""
    if _CHINESE.fullmatch(text):
        length = 2 if text[:2] in _COMPOUND and len(text) > 2 else 1
        return Name(text[:length], text[length:])
    given, _space, family = text.rpartition(" ")
    return Name(family, given)


def contact_card(row: Mapping[str, Any]) -> Card:
    """`row`: a contact with its customer's `customer_name`, `address`, `postcode` and `country`, and its `points`."""
    return Card(
        full_name=row["name"],
        name=split_name(row["name"]),
        organization=(row["customer_name"],),
        title=row["job_title"],
        phones=(*_phones(row["mobile"], row["phone"], ""), *_more_phones(row["points"])),
        emails=(*_filled(row["email"]), *_more_emails(row["points"])),
        addresses=_addresses(row),
        note=row["notes"],
        wechat=row["wechat"],
        uid=row["uid"],
    )


def customer_card(row: Mapping[str, Any]) -> Card:
    """`row`: a customer with its further `points` and `places`. A lunar birthday has no place in a card."""
    solar = row["birth_calendar"] == Calendar.SOLAR
    person = row["kind"] == CustomerKind.PERSON
    month, day = row["birth_month"], row["birth_day"]
    return Card(
        full_name=row["name"],
        name=split_name(row["name"]) if person else Name(),
        is_organization=not person,
        organization=() if person else (row["name"],),
        phones=(*_phones(row["mobile"], row["phone"], row["fax"]), *_more_phones(row["points"])),
        emails=(*_filled(row["email"]), *_more_emails(row["points"])),
        addresses=(*_addresses(row), *(place for each in row["places"] for place in _addresses(each))),
        birthday=Birthday(month, day) if month and day and solar else None,
        note=row["introduction"],
        url=row["website"],
        tags=tuple(row["tags"]),
        uid=row["uid"],
    )


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _phones(mobile: str, phone: str, fax: str) -> tuple[Number, ...]:
    found = ((mobile, ("cell",)), (phone, ("work",)), (fax, ("fax", "work")))
    return tuple(Number(text, kinds) for text, kinds in found if text)


def _more_phones(points: Iterable[Mapping[str, str]]) -> tuple[Number, ...]:
    return tuple(Number(each["value"], _KINDS[each["kind"]]) for each in points if each["kind"] in _KINDS)


def _more_emails(points: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    return tuple(each["value"] for each in points if each["kind"] == PointKind.EMAIL)


def _addresses(row: Mapping[str, Any]) -> tuple[Address, ...]:
    if not row["address"] and not row["postcode"]:
        return ()
    return (Address(street=row["address"], postcode=row["postcode"], country=row["country"]),)


def card_row(card: Card) -> list[str]:
    """One cell for each of COLUMNS."""
    mobile, phone, fax, more = _sorted_numbers(card.phones)
    place = card.addresses[0] if card.addresses else Address()
    country = place.country.strip().upper()
    full = card.is_organization and card.organization and not card.full_name
    values = {
        "full_name": card.organization[0] if full else card.full_name,
        "organization": "" if card.is_organization or not card.organization else card.organization[0],
        "kind": translate(CustomerKind.ORGANIZATION.label, "en") if card.is_organization else "",
        "job_title": card.title,
        **{"mobile": mobile, "phone": phone, "fax": fax, "email": next(iter(card.emails), ""), "wechat": card.wechat},
        "address": _one_line(place),
        "postcode": place.postcode,
        "country": country if re.fullmatch("[A-Z]{2}", country) else "",
        "website": card.url,
        "birth_month": str(card.birthday.month) if card.birthday else "",
        "birth_day": str(card.birthday.day) if card.birthday else "",
        "tags": ", ".join(card.tags),
        "notes": card.note[:MAX_NOTES],
        "uid": card.uid,
        "more_numbers": ", ".join([*more, *card.emails[1:]]),
        "more_addresses": "\n".join(filter(None, map(_one_line, card.addresses[1:]))),
    }
    return [values[name] for name in COLUMNS]


def _one_line(place: Address) -> str:
    """In the order of the language: from the largest part to the smallest in Chinese."""
    parts = (
        [place.region, place.city, place.street]
        if _CHINESE.search(place.street + place.city)
        else [place.street, place.city, place.region]
    )
    return " ".join(dict.fromkeys(part.replace("\n", " ") for part in parts if part))


def _sorted_numbers(phones: tuple[Number, ...]) -> tuple[str, str, str, list[str]]:
    """Mobile, landline, fax, and what is left."""
    mobile = phone = fax = ""
    more: list[str] = []
    for number in phones:
        text = _national(number.text)
        if "fax" in number.kinds and not fax:
            fax = text
        elif not mobile and (_MOBILE.fullmatch(text) or "cell" in number.kinds):
            mobile = text
        elif not phone and "fax" not in number.kinds and not _MOBILE.fullmatch(text):
            phone = text
        else:
            more.append(number.text)
    return mobile, phone, fax, more


def _national(text: str) -> str:
    """+86 512 6288 1234 as 051262881234; numbers of other countries as they are."""
    text = nfkc(text).strip()
    digits = re.sub(r"[\s\-()]", "", text)
    bare = re.sub(r"^(\+86|0086)", "", digits)
    if _MOBILE.fullmatch(bare):
        return bare
    if bare != digits and not bare.startswith("0"):
        return f"0{bare}"
    return bare if bare != digits else text


HELP = _(
    "A .vcf file with any number of contacts, as phones, mail programs and other address books write it. A contact with"
    " an organization becomes a contact of that customer, who is registered where it is new; others become customers."
)
WORDS = ImportWords(
    name=_("vCards"),
    accept=".vcf,.vcard,text/vcard,text/x-vcard",
    choose=_("Choose a .vcf file. Nothing is written before you have seen what would happen."),
    offered=_("What is taken from a card"),
    columns=_("Parts of the card"),
    column=_("Part of the card"),
    change=_("Change what goes where"),
    become=_("How cards become records"),
    row=_("Card", "vCard"),
    value=_("Part and value"),
    rows=_("{count} cards"),
    tried=_("Only the first {count} cards were tried on the database."),
    take=_("Import {count} cards"),
    progress=_("{done} of {total} cards"),
    problems=_("Cards with problems"),
    rejected=_("Cards that were not taken"),
)
