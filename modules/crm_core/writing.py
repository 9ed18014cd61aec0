"""What happens around a write of a customer, a contact or a follow-up."""

from __future__ import annotations

from typing import Any

from crm_core import locks, rules
from crm_core.birthdays import birthday_error
from crm_core.choices import Calendar, CustomerKind
from crm_core.company_names import name_key
from crm_core.contact_points import country_of, fill_place
from crm_core.duplicates import Duplicate, find_duplicates
from crm_core.events import CustomerCreated
from crm_core.merging import refuse_merged
from crm_core.models import Contact, Customer
from crm_core.name_words import compared_columns
from crm_core.permissions import CorePermission
from crm_core.privacy import ANONYMIZED, is_anonymized
from crm_core.settings import CoreSettings, Strictness
from crm_core.team import drop_places
from crm_core.terms import wrong_terms
from guanxi import (
    Change,
    Conflict,
    InvalidInput,
    Text,
    _,
    ask,
    clock,
    current_actor,
    execute,
    fetch_row,
    may,
    next_number,
    publish,
    settings_of,
    today,
)

SERIES = "crm_core.customers"
_TERMS = ("value_class", "level", "industry", "region", "source")
CODE = "C{year}-{number:05}"


async def prepare_customer(change: Change) -> None:
    """Raises InvalidInput by field, and Conflict for a customer that was anonymized."""
    if change.before is not None and is_anonymized(change.before):
        raise Conflict(ANONYMIZED)
    values, new = change.values, change.before is None
    if change.before is not None and change.before.archived and not current_actor().elevated:
        await refuse_merged(change.before.id)
    country = change.now("country") or "CN"
    errors = rules.clean(values, country)
    kind = str(change.now("birth_calendar") or Calendar.SOLAR)
    wrong_day = birthday_error(kind, change.now("birth_month"), change.now("birth_day"))
    if wrong_day is not None:
        errors["birth_day"] = wrong_day
    if not current_actor().elevated and not change.now("mobile") and not change.now("phone"):
        errors.setdefault("mobile", rules.NO_NUMBER)
    fill_place(change)
    if new and not current_actor().elevated and settings_of(CoreSettings).incomplete == Strictness.REFUSE:
        errors = {**_incomplete(change), **errors}
    rules.refuse(errors)
    _set_name(change)
    rules.refuse(await wrong_terms(values, _TERMS))
    if new or "owner_id" in values:
        await _set_owner(change)
    if new or "name_key" in values or values.get("tax_number") or _new_reach(change):
        await _refuse_double(change)
    if new:
        values["code"] = await next_code()


def _incomplete(change: Change) -> dict[str, Text]:
    values = {name.removesuffix("_id"): value for name, value in change.values.items()}
    missing = rules.missing(values, person=change.now("kind") == CustomerKind.PERSON)
    return dict.fromkeys(missing, _("Enter this when you register a customer."))


async def next_code() -> str:
    return await next_number(SERIES, today().year, CODE)


def _set_name(change: Change) -> None:
    """The key to compare by, and the parts: typed ones stay, others follow the name."""
    values = change.values
    name = change.now("name")
    if not name or not {"name", "kind"} & values.keys():
        return
    kind = change.now("kind") or CustomerKind.ORGANIZATION
    values.update(compared_columns(name, kind))
    if change.before is None:
        follow = not any(values.get(part) for part in rules.PARTS)
    else:
        old = {part: getattr(change.before, part) for part in rules.PARTS}
        parsed = rules.name_parts(change.before.name, change.before.kind)
        follow = not any(part in values for part in rules.PARTS) and old == parsed
    if follow:
        values.update(rules.name_parts(name, kind))


async def _set_owner(change: Change) -> None:
    """The owner is who registers the customer, unless another was chosen; the department is the owner's."""
    values, actor = change.values, current_actor()
    if change.before is None and values.get("owner_id") is None and actor.signed_in:
        values["owner_id"] = actor.id
    if values.get("owner_id") is not None:
        row = await fetch_row("SELECT active, department_id FROM guanxi_user WHERE id = $1", values["owner_id"])
        if row is None or not row["active"]:
            raise InvalidInput({"owner": _("There is no such active user.")})
        values["department_id"] = row["department_id"]


_REACH = ("mobile", "phone", "email")


def _new_reach(change: Change) -> list[str]:
    """Numbers and the address that a person gets now: beside the name they say who it is."""
    if change.now("kind") != CustomerKind.PERSON:
        return []
    return [name for name in _REACH if change.values.get(name) and change.values[name] != _former(change, name)]


def _former(change: Change, name: str) -> Any:
    return None if change.before is None else getattr(change.before, name)


async def _refuse_double(change: Change) -> None:
    """Whoever may save a double is asked once. Raises InvalidInput, Unconfirmed."""
    if current_actor().elevated:
        return
    name, tax = change.now("name") or "", change.now("tax_number") or ""
    await locks.one_by_one(name_key(name), tax)
    kind = change.now("kind") or CustomerKind.ORGANIZATION
    person = kind == CustomerKind.PERSON
    found = await find_duplicates(
        name=name,
        phones=(change.now("phone") or "", change.now("mobile") or "") if person else (),
        email=(change.now("email") or "") if person else "",
        tax_number=tax,
        kind=kind,
        country=change.now("country") or "CN",
        besides=change.before.id if change.before is not None else 0,
    )
    renamed = change.before is None or "name_key" in change.values
    marked = "name" if renamed or not (reached := _new_reach(change)) else reached[0]
    errors: dict[str, Text] = {}
    if may(CorePermission.FORCE):
        known = next((double_text(double) for double in found if double.blocks), None)
        if known is not None:
            ask(_("{name}: {known} Save it all the same?", name=name, known=known))
        return
    for double in found:
        if double.blocks:
            for reason, field in (("tax_number", "tax_number"), ("name", marked)):
                if reason in double.reasons:
                    errors.setdefault(field, double_text(double))
    rules.refuse(errors)


def double_text(double: Duplicate) -> Text:
    """That the customer is there and who holds it; nothing else."""
    if double.holder is None:
        return _("This customer is there already, without an owner.")
    return _("This customer is there already; {holder} holds it.", holder=double.holder)


async def customer_written(change: Change, customer: Customer) -> None:
    if change.before is None:
        await publish(CustomerCreated(customer.id))
    elif "owner_id" in change.values and customer.owner_id is not None:
        await drop_places([customer.id], customer.owner_id)


async def prepare_contact(change: Change) -> None:
    country = await country_of(change.now("customer_id"))
    rules.refuse(rules.clean(change.values, country))


async def contact_written(change: Change, contact: Contact) -> None:
    """One main contact a customer."""
    if contact.main:
        await execute(
            "UPDATE crm_core_contact SET main = false, revision = revision + 1, updated_at = $3"
            " WHERE customer_id = $1 AND id <> $2 AND main",
            contact.customer_id,
            contact.id,
            clock.now(),
        )
