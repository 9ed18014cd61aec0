"""What other add-ons may call."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crm_core.bulk import NewCustomer, ensure
from crm_core.choices import Stage
from crm_core.duplicates import scope_arguments
from crm_core.models import Customer
from crm_core.queries import of_visible_customers, visible_customers
from guanxi import elevated, fetch, fetch_row, lock, transaction, update

__all__ = [
    "CustomerSummary",
    "NewCustomer",
    "customer_by_email",
    "customer_summary",
    "customers_by_external_id",
    "ensure_customers",
    "make_formal",
    "of_visible_customers",
    "scope_arguments",
    "visible_customers",
]


@dataclass(frozen=True, slots=True)
class CustomerSummary:
    id: int
    name: str
    email: str
    locale: str


async def make_formal(customer_id: int) -> None:
    """A contract was signed: the customer is a formal one from now on. Safe to repeat. Raises NotFound."""
    with elevated():
        async with transaction():
            customer = await lock(Customer, customer_id)
            if customer.stage != Stage.FORMAL:
                await update(Customer, customer_id, {"stage": Stage.FORMAL.value}, reason="contract signed")


async def ensure_customers(rows: Sequence[NewCustomer]) -> dict[str, int]:
    """Makes the customers that are not there yet, set-based; returns all ids by external id.

    One that is there without an external id, with the same tax number or name, gets this one. Asks for no
    permission: for programs that have already decided that these customers are to be there.
    """
    await ensure(rows)
    return await customers_by_external_id([row.external_id for row in rows])


async def customers_by_external_id(external_ids: Collection[str]) -> dict[str, int]:
    """Ids of the customers that are there, by external id, whatever the current actor may see."""
    rows = await fetch(
        "SELECT external_id, id FROM crm_core_customer WHERE external_id = ANY($1::text[])",
        list(external_ids),
    )
    return {row["external_id"]: row["id"] for row in rows}


async def customer_by_email(email: str) -> CustomerSummary | None:
    """The one customer that has this address, whatever the current actor may see; None where none or several have it."""
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
