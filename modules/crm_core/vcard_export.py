"""Contacts and customers as .vcf files: from their lists, and by the API."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.vcard import Version
from crm_core.vcard_cards import contact_card, customer_card
from crm_core.vcard_import import uids
from crm_core.vcard_writing import MEDIA_TYPE, format_cards
from guanxi import (
    Call,
    Endpoint,
    FileFormat,
    InvalidInput,
    _,
    audit,
    check_limit,
    current_actor,
    current_company,
    fetch,
    find,
    get,
    limit,
    may,
    where,
)

MAX_CARDS = 5000
PER_MINUTE = 120
_NUMBERS = ("mobile", "phone", "fax", "email", "wechat")
_POINTS = """
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'value', n.value) ORDER BY n.id), '[]')
     FROM crm_core_contact_point n WHERE {}) AS points"""
_CONTACTS = f"""
SELECT p.*, c.name AS customer_name, c.address, c.postcode, c.country, {_POINTS.format("n.contact_id = p.id")}
FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
JOIN crm_core_contact p ON p.id = wanted.id JOIN crm_core_customer c ON c.id = p.customer_id ORDER BY place
"""  # noqa: S608
_CUSTOMERS = f"""
SELECT c.*, {_POINTS.format("n.customer_id = c.id AND n.contact_id IS NULL")},
    (SELECT coalesce(jsonb_agg(jsonb_build_object('address', a.address, 'postcode', a.postcode, 'country', a.country)
     ORDER BY a.id), '[]') FROM crm_core_address a WHERE a.customer_id = c.id) AS places
FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
JOIN crm_core_customer c ON c.id = wanted.id ORDER BY place
"""  # noqa: S608


_Id = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]


class ContactCards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    customer: _Id | None = None
    """id; none: of all customers in sight"""
    version: Version = "3.0"


class CustomerCards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: Literal["organization", "person"] | None = None
    version: Version = "3.0"


class Cards(msgspec.Struct, frozen=True):
    count: int
    vcards: str
    """the content of a .vcf file"""


async def contacts_file(ids: list[int], version: Version = "3.0") -> bytes:
    """The contacts in this order; the caller has checked that they may be seen."""
    known = await uids("contacts", ids)
    cards = [contact_card({**row, **_covered(), "uid": known[row["id"]]}) for row in await fetch(_CONTACTS, ids)]
    return format_cards(cards, version, product=_product())


async def customers_file(ids: list[int], version: Version = "3.0") -> bytes:
    known = await uids("customers", ids)
    cards = [customer_card({**row, **_covered(), "uid": known[row["id"]]}) for row in await fetch(_CUSTOMERS, ids)]
    return format_cards(cards, version, product=_product())


def _covered() -> dict[str, Any]:
    """What cards leave out for users who may not see numbers and addresses for mail."""
    return {} if may(CorePermission.SEE_NUMBERS) else {**dict.fromkeys(_NUMBERS, ""), "points": []}


def _product() -> str:
    """Every card says who took it out."""
    return f"-//Guanxi//{current_company().title}: {current_actor().name}//EN"


async def _contacts(call: Call[ContactCards]) -> Cards:
    id = call.input.customer
    chosen = where.ALWAYS if id is None else where.eq("customer", (await get(Customer, id)).id)
    ids = await _ids(Contact, chosen)
    return await _answer("contacts", ids, call.input.version, await contacts_file(ids, call.input.version))


async def _customers(call: Call[CustomerCards]) -> Cards:
    kind = call.input.kind
    ids = await _ids(Customer, where.ALWAYS if kind is None else where.eq("kind", kind))
    return await _answer("customers", ids, call.input.version, await customers_file(ids, call.input.version))


async def _ids(model: Any, chosen: where.Condition) -> list[int]:
    """Raises InvalidInput on more than fit into a file."""
    await limit(f"export:{current_actor().id}", PER_MINUTE)
    found = await find(model, where.all_of(where.eq("archived", False), chosen), order="name", limit=MAX_CARDS + 1)
    if len(found) > MAX_CARDS:
        raise InvalidInput(message=_("At most {limit} cards in a file.", limit=MAX_CARDS))
    return [record.id for record in found]


async def _answer(kind: str, ids: list[int], version: Version, content: bytes) -> Cards:
    """In the caller's transaction: that cards were taken out stands in the audit log. Raises ExportLimit."""
    await check_limit(len(ids))
    await audit("export", f"crm_core/{kind}", None, after={"rows": len(ids), "format": "vcf", "version": version})
    return Cards(len(ids), content.decode())


CONTACTS_FORMAT = FileFormat(name="vcf", label=_("vCard file"), media_type=MEDIA_TYPE, write=contacts_file)
CUSTOMERS_FORMAT = FileFormat(name="vcf", label=_("vCard file"), media_type=MEDIA_TYPE, write=customers_file)
ENDPOINTS = (
    Endpoint(
        path="/vcards/contacts",
        method="POST",
        handler=_contacts,
        access=CorePermission.READ,
        summary=_("Contacts as vCards"),
        input=ContactCards,
        output=Cards,
    ),
    Endpoint(
        path="/vcards/customers",
        method="POST",
        handler=_customers,
        access=CorePermission.READ,
        summary=_("Customers as vCards"),
        input=CustomerCards,
        output=Cards,
    ),
)
