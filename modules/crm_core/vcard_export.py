"""Contacts and customers as .vcf files: from their lists, and by the API."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from crm_core.choices import CustomerKind
from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.vcard import Version
from crm_core.vcard_cards import contact_card, customer_card
from crm_core.vcard_import import uids
from crm_core.vcard_writing import MEDIA_TYPE, format_cards
from guanxi import (
    Call,
    Choice,
    Endpoint,
    Field,
    FileFormat,
    InvalidInput,
    Kind,
    _,
    audit,
    current_actor,
    current_company,
    fetch,
    find,
    limit,
    transaction,
    where,
)

MAX_CARDS = 5000
PER_MINUTE = 120
_CONTACTS = """
SELECT p.*, c.name AS customer_name, c.address, c.postcode, c.country
FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
JOIN crm_core_contact p ON p.id = wanted.id JOIN crm_core_customer c ON c.id = p.customer_id ORDER BY place
"""
_CUSTOMERS = """
SELECT c.* FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
JOIN crm_core_customer c ON c.id = wanted.id ORDER BY place
"""


class VCardVersion(Choice):
    V3 = "3.0", _("vCard 3.0")
    V4 = "4.0", _("vCard 4.0")


async def contacts_file(ids: list[int], version: Version = "3.0") -> bytes:
    """The contacts in this order; the caller has checked that they may be seen."""
    known = await uids("contacts", ids)
    cards = [contact_card({**row, "uid": known[row["id"]]}) for row in await fetch(_CONTACTS, ids)]
    return format_cards(cards, version, product=_product())


async def customers_file(ids: list[int], version: Version = "3.0") -> bytes:
    known = await uids("customers", ids)
    cards = [customer_card({**row, "uid": known[row["id"]]}) for row in await fetch(_CUSTOMERS, ids)]
    return format_cards(cards, version, product=_product())


def _product() -> str:
    """Every card says who took it out."""
    return f"-//Guanxi//{current_company().title}: {current_actor().name}//EN"


async def _answer(call: Call[Any], model: Any, condition: where.Condition) -> Response:
    key = "contacts" if model is Contact else "customers"
    await limit(f"export:{current_actor().id}", PER_MINUTE)
    version: Version = "4.0" if call.query.get("version") == "4.0" else "3.0"
    async with transaction():
        found = await find(model, condition, order="name", limit=MAX_CARDS + 1)
        if len(found) > MAX_CARDS:
            raise InvalidInput(message=_("At most {limit} cards in a file.", limit=MAX_CARDS))
        write = contacts_file if model is Contact else customers_file
        content = await write([record.id for record in found], version)
        await audit("export", f"crm_core/{key}", None, after={"rows": len(found), "format": "vcf", "version": version})
    headers = {"Content-Disposition": f'attachment; filename="{key}.vcf"', "Cache-Control": "no-store"}
    return Response(content, media_type=MEDIA_TYPE, headers=headers)


async def _contacts(call: Call[Any]) -> Response:
    customer = call.query.get("customer")
    chosen = where.eq("customer", customer) if customer else where.ALWAYS
    return await _answer(call, Contact, where.all_of(where.eq("archived", False), chosen))


async def _customers(call: Call[Any]) -> Response:
    kind = call.query.get("kind")
    chosen = where.eq("kind", str(kind)) if kind else where.ALWAYS
    return await _answer(call, Customer, where.all_of(where.eq("archived", False), chosen))


_VERSION = Field("version", _("Version"), kind=Kind.CHOICE, choices=VCardVersion, required=False)
CONTACTS_FORMAT = FileFormat(name="vcf", label=_("vCard file"), media_type=MEDIA_TYPE, write=contacts_file)
CUSTOMERS_FORMAT = FileFormat(name="vcf", label=_("vCard file"), media_type=MEDIA_TYPE, write=customers_file)
ENDPOINTS = (
    Endpoint(
        path="/contacts.vcf",
        method="GET",
        handler=_contacts,
        access=CorePermission.READ,
        summary=_("Contacts as vCards"),
        query=(
            _VERSION,
            Field("customer", _("Customer"), kind=Kind.RELATION, to="crm_core/customers", required=False),
        ),
    ),
    Endpoint(
        path="/customers.vcf",
        method="GET",
        handler=_customers,
        access=CorePermission.READ,
        summary=_("Customers as vCards"),
        query=(_VERSION, Field("kind", _("Kind"), kind=Kind.CHOICE, choices=CustomerKind, required=False)),
    ),
)
