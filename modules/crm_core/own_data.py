"""What customers see and change of themselves without a user's help; whoever calls this has proven who they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from crm_core import rules
from crm_core.choices import Calendar, CustomerKind, Language
from crm_core.models import Customer
from crm_core.privacy import FILE_MADE, RESOURCE, holders
from guanxi import (
    InvalidInput,
    NotFound,
    _,
    audit,
    check_address,
    clock,
    current_company,
    elevated,
    fetch_row,
    nfkc,
    transaction,
    update,
)

OWN_FIELDS = ("mobile", "phone", "address", "postcode", "locale")
OWN_BIRTHDAY = ("birth_calendar", "birth_month", "birth_day")
"""of people"""
_CHANGED = _("by the customer", "reason")
_OWN = """
SELECT revision, kind, mobile, phone, email, address, postcode, locale, birth_calendar, birth_month, birth_day
FROM crm_core_customer WHERE id = $1 AND NOT archived
"""


@dataclass(frozen=True, slots=True)
class OwnData:
    """As it was at `revision`."""

    revision: int
    person: bool
    mobile: str
    phone: str
    email: str
    address: str
    postcode: str
    locale: Language
    birth_calendar: Calendar
    birth_month: int | None
    birth_day: int | None


async def own_data(customer_id: int) -> OwnData:
    """Raises NotFound, also for a customer that is archived."""
    row = await fetch_row(_OWN, customer_id)
    if row is None:
        raise NotFound()
    values = dict(row)
    values["person"] = values.pop("kind") == CustomerKind.PERSON
    values["locale"], values["birth_calendar"] = Language(row["locale"]), Calendar(row["birth_calendar"])
    return OwnData(**values)


async def change_own_data(customer_id: int, typed: Mapping[str, str], revision: int) -> None:
    """Those of `OWN_FIELDS`, and of people `OWN_BIRTHDAY`, that are in `typed`; others are left alone.

    Raises InvalidInput by field, Stale where somebody changed the customer since `revision`, and NotFound.
    """
    async with transaction():
        present = await own_data(customer_id)
        names = (*OWN_FIELDS, *OWN_BIRTHDAY) if present.person else OWN_FIELDS
        values: dict[str, Any] = {name: _line(typed[name]) for name in names if name in typed}
        for name in ("birth_month", "birth_day"):
            if name in values:
                values[name] = _number(name, values[name])
        if not values.get("mobile", present.mobile) and not values.get("phone", present.phone):
            raise InvalidInput({"mobile": rules.NO_NUMBER})
        with elevated():
            await update(Customer, customer_id, values, revision=revision, reason=_CHANGED.message)


def _line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _number(name: str, text: str) -> int | None:
    text = nfkc(text)
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 3):
        raise InvalidInput({name: _("Enter a whole number.")})
    return int(text)


def own_address(typed: str) -> str:
    """An e-mail address in the spelling in which it is stored. Raises InvalidInput."""
    try:
        return check_address(nfkc(typed).strip().lower())
    except InvalidInput as error:
        raise InvalidInput({"email": next(iter(error.fields.values()), error.text)}) from error


async def change_own_address(customer_id: int, email: str) -> str:
    """The e-mail address, which has been confirmed; returns the one before. Raises InvalidInput, NotFound."""
    async with transaction():
        before = (await own_data(customer_id)).email
        with elevated():
            await update(Customer, customer_id, {"email": own_address(email)}, reason=_CHANGED.message)
    return before


async def own_file(customer_id: int) -> bytes:
    """What is held about the customer and is its own to take out, as JSON. That stands in the audit log."""
    async with transaction():
        with elevated():
            data = {holder.name: await holder.own(customer_id) for holder in holders() if holder.own is not None}
        after = {"format": "json", "rows": sum(map(len, data.values()))}
        await audit(FILE_MADE.message, RESOURCE, customer_id, after=after, reason=_CHANGED.message)
    head = {"company": current_company().title, "made_at": clock.now(), "customer_id": customer_id}
    return msgspec.json.format(msgspec.json.encode({**head, "data": data}), indent=2)
