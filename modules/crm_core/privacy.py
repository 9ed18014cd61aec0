"""A person's data as a file (PIPL Art. 45), and anonymization (Art. 47): irreversible, with ledgers kept tied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from crm_core.extensions import PERSONAL_DATA, PersonalData
from crm_core.merging import taken_in
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from guanxi import (
    Conflict,
    Text,
    _,
    audit,
    author_id,
    clock,
    current_company,
    elevated,
    execute,
    fetch_value,
    get,
    lock,
    require,
    show_number,
    show_values,
    transaction,
    write_csv,
)

Reason = Literal["request", "retention"]
FileKind = Literal["json", "csv"]
RESOURCE = "crm_core/customers"
ANONYMIZED = _("This customer was anonymized.")
LOCKED = _("This customer was anonymized. What is left is kept for the accounts and cannot be changed.")
ANONYMIZED_ACTION = _("Anonymized")
FILE_MADE = _("Personal data given out")
"""in the customer's history"""
_REASONS: dict[Reason, Text] = {
    "request": _("At the person's request", context="reason"),
    "retention": _("By a retention rule", context="reason"),
}
_MARK = "***"


def blank_name(code: str) -> str:
    """What an anonymized customer is called, in every language."""
    return f"{_MARK} {code}"


def is_anonymized(customer: Customer) -> bool:
    return bool(customer.archived) and customer.name == blank_name(customer.code)


def holders() -> list[PersonalData]:
    return sorted(current_company().catalog.extensions(PERSONAL_DATA), key=lambda each: each.order)


async def personal_data(customer_id: int) -> dict[str, list[dict[str, Any]]]:
    """All that is held about a customer whom the user may see, by part. Raises Forbidden, NotFound."""
    require(CorePermission.PRIVACY)
    await get(Customer, customer_id)
    with elevated():
        return {holder.name: await holder.load(customer_id) for holder in holders()}


async def personal_file(customer_id: int, kind: FileKind) -> bytes:
    """The data as one file: CSV in the reader's language, JSON by the names of fields for programs.

    That it was taken out stands in the audit log. Raises Forbidden, NotFound.
    """
    async with transaction():
        data = await personal_data(customer_id)
        after = {"format": kind, "rows": sum(map(len, data.values()))}
        await audit(FILE_MADE.message, RESOURCE, customer_id, after=after)
    if kind == "json":
        company = current_company()
        head = {"company": company.title, "made_at": clock.now(), "customer_id": customer_id}
        return msgspec.json.format(msgspec.json.encode({**head, "data": data}), indent=2)
    rows = [
        [str(holder.title), str(number), label, text]
        for holder in holders()
        for number, record in enumerate(data[holder.name], 1)
        for label, text in _shown(holder, record)
    ]
    return write_csv([[str(_("Part")), str(_("Row")), str(_("Field")), str(_("Value"))], *rows])


def _shown(holder: PersonalData, record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Labels and values as people read them."""
    resource = current_company().catalog.resources.get(holder.resource(record))
    return show_values(record, resource, holder.fields)


async def obstacles(customer_id: int) -> list[Text]:
    """Why the customer cannot be anonymized now."""
    with elevated():
        return [reason for holder in holders() for reason in await holder.obstacles(customer_id)]


async def anonymize(customer_id: int, reason: Reason) -> None:
    """Replaces what tells who the customer is, in every add-on, at once and for good; money and points stay.

    Raises Forbidden, NotFound, and Conflict where that was done before or something stands against it.
    """
    require(CorePermission.PRIVACY)
    async with transaction():
        customer = await lock(Customer, customer_id)
        if await was_anonymized(customer_id):
            raise Conflict(ANONYMIZED)
        against = await obstacles(customer_id)
        if against:
            raise Conflict(_("Not possible now: {reasons}", reasons="; ".join(map(str, against))))
        ids = [customer_id, *await taken_in(customer_id)]
        with elevated():
            for holder in holders():
                for id in ids:
                    await holder.erase(id)
        await execute(
            "INSERT INTO crm_core_anonymization (customer_id, at, user_id, reason)"
            " SELECT id, $2, $3, $4 FROM unnest($1::bigint[]) AS id",
            ids,
            clock.now(),
            author_id(),
            reason,
        )
        await audit(
            ANONYMIZED_ACTION.message,
            RESOURCE,
            customer_id,
            label=blank_name(customer.code),
            reason=_REASONS[reason].message,
        )


async def was_anonymized(customer_id: int) -> bool:
    found = await fetch_value("SELECT 1 FROM crm_core_anonymization WHERE customer_id = $1", customer_id)
    return found is not None


def counts(data: Mapping[str, list[dict[str, Any]]]) -> list[tuple[Text, str]]:
    """What is held, as people read it."""
    return [(holder.title, show_number(len(data[holder.name]))) for holder in holders() if data.get(holder.name)]
