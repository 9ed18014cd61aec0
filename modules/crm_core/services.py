"""What other add-ons may call."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crm_core.birthdays import birthday_error, celebrating, days_of, next_birthday
from crm_core.bulk import NewCustomer, ensure
from crm_core.buyers import Buyer, buyers_called, persons_among
from crm_core.celebrants import Celebrant, Celebrants, celebrants, year_of
from crm_core.choices import Calendar, Stage
from crm_core.consent import consenting, has_consent
from crm_core.contact_keys import contact_keys_sql
from crm_core.deals import deals_changed
from crm_core.models import Customer
from crm_core.naming import customer_names_sql, name_key, name_likeness, trade_name
from crm_core.our_company import OurCompany
from crm_core.own_consent import (
    OwnConsent,
    OwnDecision,
    give_own_consent,
    own_consents,
    own_decisions,
    withdraw_own_consent,
)
from crm_core.own_data import OwnData, change_own_address, change_own_data, own_address, own_data, own_file
from crm_core.queries import (
    Grouping,
    ScopeArguments,
    grouped_customers_sql,
    of_visible_customers,
    scope_arguments,
    value_class_sql,
    visible_customers,
    visible_customers_sql,
)
from crm_core.reach import reach_sql
from crm_core.rules import country_code
from guanxi import NotFound, _, elevated, fetch, fetch_row, get, lock, transaction, update

_SIGNED = _("contract signed", "reason")
__all__ = [
    "Buyer",
    "Calendar",
    "Celebrant",
    "Celebrants",
    "CustomerAddress",
    "CustomerDetails",
    "CustomerSummary",
    "Grouping",
    "NewCustomer",
    "OurCompany",
    "OwnConsent",
    "OwnData",
    "OwnDecision",
    "ScopeArguments",
    "birthday_error",
    "buyers_called",
    "celebrants",
    "celebrating",
    "change_own_address",
    "change_own_data",
    "consenting",
    "contact_keys_sql",
    "country_code",
    "customer_address",
    "customer_address_sql",
    "customer_addresses",
    "customer_by_email",
    "customer_details",
    "customer_names",
    "customer_names_sql",
    "customer_summary",
    "customers_by_address",
    "customers_by_external_id",
    "customers_with_address",
    "days_of",
    "deals_changed",
    "ensure_customers",
    "give_own_consent",
    "grouped_customers_sql",
    "has_consent",
    "make_formal",
    "name_key",
    "name_likeness",
    "next_birthday",
    "of_visible_customers",
    "own_address",
    "own_consents",
    "own_data",
    "own_decisions",
    "own_file",
    "persons_among",
    "reach_sql",
    "scope_arguments",
    "trade_name",
    "value_class_sql",
    "visible_customer",
    "visible_customers",
    "visible_customers_sql",
    "withdraw_own_consent",
    "year_of",
]


@dataclass(frozen=True, slots=True)
class CustomerSummary:
    id: int
    name: str
    email: str
    locale: str


@dataclass(frozen=True, slots=True)
class CustomerAddress:
    """Whom an invoice is for."""

    name: str
    tax_number: str
    country: str
    """ISO 3166-1 alpha-2"""
    postcode: str
    province: str
    city: str
    address: str


@dataclass(frozen=True, slots=True)
class CustomerDetails:
    """What a customer may see of itself."""

    id: int
    code: str
    name: str
    phone: str
    mobile: str
    email: str
    address: str
    postcode: str
    tax_number: str


async def make_formal(customer_id: int) -> None:
    """A contract was signed: the customer is a formal one from now on. Safe to repeat. Raises NotFound."""
    with elevated():
        async with transaction():
            customer = await lock(Customer, customer_id)
            if customer.stage != Stage.FORMAL:
                await update(Customer, customer_id, {"stage": Stage.FORMAL.value}, reason=_SIGNED.message)


async def ensure_customers(rows: Sequence[NewCustomer]) -> dict[str, int]:
    """Makes the customers that are not there yet, set-based; returns all ids by external id.

    One that is there without an external id, with the same tax number or name, gets this one. Asks for no
    permission: for programs that have already decided that these customers are to be there.
    """
    await ensure(rows)
    return await customers_by_external_id([row.external_id for row in rows])


async def customers_by_external_id(external_ids: Collection[str]) -> dict[str, int]:
    """Ids of the customers that are there, by external id, whatever the current actor may see.

    The id of a customer that was merged into another is the other's.
    """
    rows = await fetch(
        "SELECT external_id, crm_core_survivor(id) AS id FROM crm_core_customer WHERE external_id = ANY($1::text[])",
        list(external_ids),
    )
    return {row["external_id"]: row["id"] for row in rows}


async def customer_names(ids: Collection[int]) -> dict[int, str]:
    """Whatever the current actor may see."""
    rows = await fetch("SELECT id, name FROM crm_core_customer WHERE id = ANY($1::bigint[])", list(ids))
    return {row["id"]: row["name"] for row in rows}


async def customer_by_email(email: str) -> CustomerSummary | None:
    """The one customer with this address, whoever asks; None where none or several have it."""
    rows = await fetch(
        "SELECT id, name, email, locale FROM crm_core_customer"
        " WHERE email = lower($1) AND email <> '' AND NOT archived ORDER BY id LIMIT 2",
        email.strip(),
    )
    return CustomerSummary(**rows[0]) if len(rows) == 1 else None


async def customer_summary(customer_id: int) -> CustomerSummary | None:
    """A customer's name, address for mails and language, whatever the current actor may see."""
    row = await fetch_row("SELECT id, name, email, locale FROM crm_core_customer WHERE id = $1", customer_id)
    return None if row is None else CustomerSummary(**row)


async def customer_details(customer_id: int) -> CustomerDetails | None:
    """None where there is no such customer any more, or it is archived; whatever the current actor may see."""
    row = await fetch_row(
        "SELECT id, code, name, phone, mobile, email, address, postcode, tax_number"
        " FROM crm_core_customer WHERE id = $1 AND NOT archived",
        customer_id,
    )
    return None if row is None else CustomerDetails(**row)


def customer_address_sql(customer: str) -> str:
    """The fields of a `CustomerAddress` as columns, for SQL written by hand; `customer`: an expression for its id."""
    columns = "name, tax_number, country, postcode, province, city, address"
    return f"(SELECT {columns} FROM crm_core_customer WHERE id = {customer})"  # noqa: S608


async def customer_address(customer_id: int) -> CustomerAddress:
    """Whatever the current actor may see. Raises NotFound."""
    row = await fetch_row(f"SELECT * FROM {customer_address_sql('$1')} c", customer_id)  # noqa: S608
    if row is None:
        raise NotFound()
    return CustomerAddress(**row)


async def visible_customer(customer_id: int) -> CustomerSummary:
    """Raises NotFound for a customer that the current actor may not see."""
    customer = await get(Customer, customer_id)
    return CustomerSummary(customer.id, customer.name, customer.email, customer.locale.value)


async def customers_by_address(email: str) -> list[CustomerSummary]:
    """The customers that have this address, or a contact who has it; nothing archived counts.

    `email` of the result is the address as it is stored. Whatever the current actor may see.
    """
    rows = await fetch(
        "SELECT DISTINCT ON (id) id, name, address AS email, locale FROM ("
        " SELECT id, name, email AS address, locale FROM crm_core_customer"
        " WHERE email = $1 AND email <> '' AND NOT archived"
        " UNION ALL SELECT c.id, c.name, p.email, c.locale FROM crm_core_contact p"
        " JOIN crm_core_customer c ON c.id = p.customer_id"
        " WHERE lower(p.email) = $1 AND p.email <> '' AND NOT p.archived AND NOT c.archived) AS found ORDER BY id",
        email.strip().lower(),
    )
    return [CustomerSummary(**row) for row in rows]


async def customer_addresses(customer_id: int) -> list[str]:
    """Where a customer that is not archived gets mail: its own address, then its contacts', the main one first."""
    rows = await fetch(
        "SELECT email FROM ("
        " SELECT email, 0 AS rank, 0 AS position FROM crm_core_customer WHERE id = $1 AND NOT archived"
        " UNION ALL SELECT p.email, CASE WHEN p.main THEN 1 ELSE 2 END, p.id FROM crm_core_contact p"
        " JOIN crm_core_customer c ON c.id = p.customer_id"
        " WHERE c.id = $1 AND NOT p.archived AND NOT c.archived) AS found"
        " WHERE email <> '' GROUP BY email ORDER BY min(rank), min(position)",
        customer_id,
    )
    return [row["email"] for row in rows]


async def customers_to_mail(ids: Collection[int]) -> list[CustomerSummary]:
    """Those of these that have an e-mail address and are not archived; whatever the current actor may see."""
    rows = await fetch(
        "SELECT id, name, email, locale FROM crm_core_customer"
        " WHERE id = ANY($1::bigint[]) AND email <> '' AND NOT archived ORDER BY id",
        list(ids),
    )
    return [CustomerSummary(**row) for row in rows]


async def customers_with_address(limit: int) -> list[CustomerSummary]:
    """Some customers that can get mail, formal ones first; whatever the current actor may see."""
    rows = await fetch(
        "SELECT id, name, email, locale FROM crm_core_customer WHERE email <> '' AND NOT archived"
        " ORDER BY stage <> 'formal', id LIMIT $1",
        limit,
    )
    return [CustomerSummary(**row) for row in rows]
