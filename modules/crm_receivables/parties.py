"""Who bills whom: what an invoice says of the two stays as it was when it was posted."""

from __future__ import annotations

import msgspec

from crm_core.services import OurCompany, customer_address
from crm_receivables.models import Invoice
from guanxi import current_company, settings_of


class Party(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    tax_number: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2"""
    postcode: str = ""
    province: str = ""
    """posted invoices of before this was kept have none"""
    city: str = ""
    address: str = ""
    """street and number, or all of it where it is Chinese"""


class Parties(msgspec.Struct, frozen=True):
    seller: Party
    buyer: Party


def seller_now() -> Party:
    own = settings_of(OurCompany)
    return Party(
        name=current_company().title,
        tax_number=own.tax_number,
        country=own.country,
        postcode=own.postcode,
        city=own.city,
        address=own.street,
    )


async def buyer_now(customer_id: int) -> Party:
    return msgspec.convert(await customer_address(customer_id), Party, from_attributes=True)


async def parties_of(invoice: Invoice) -> Parties:
    """As they were when it was posted; of drafts, and where a person's data were erased since, as they are now."""
    kept = invoice.parties or {}
    return Parties(
        seller=msgspec.convert(kept["seller"], Party) if "seller" in kept else seller_now(),
        buyer=msgspec.convert(kept["buyer"], Party) if "buyer" in kept else await buyer_now(invoice.customer_id),
    )
