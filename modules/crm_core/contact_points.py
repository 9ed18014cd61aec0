"""What happens around a write of a further address, or of a further number or address for mail."""

from __future__ import annotations

import re

from crm_core import numbers, rules
from crm_core.choices import PointKind
from crm_core.company_names import normalize
from crm_core.places import Place, new_place
from crm_core.privacy import ANONYMIZED
from guanxi import Change, Conflict, Text, _, fetch_row, fetch_value, nfkc

_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
WRONG_MAIL = _("Enter an address such as name@example.com.")
_CHECKS = {PointKind.MOBILE: numbers.mobile, PointKind.PHONE: numbers.landline, PointKind.FAX: numbers.landline}
_CUSTOMER = """
SELECT c.country, a.id AS anonymized FROM crm_core_customer c
LEFT JOIN crm_core_anonymization a ON a.customer_id = c.id WHERE c.id = $1
"""


async def country_of(customer_id: int | None) -> str:
    """Of the customer that something is added to. Raises Conflict for one that was anonymized."""
    row = await fetch_row(_CUSTOMER, customer_id)
    if row is not None and row["anonymized"] is not None:
        raise Conflict(ANONYMIZED)
    return "CN" if row is None else str(row["country"])


async def prepare_address(change: Change) -> None:
    await country_of(change.now("customer_id"))
    values, country = change.values, change.now("country") or "CN"
    phone = values.pop("phone", None)
    errors = rules.clean(values, country)
    if phone is not None:
        kind, values["phone"] = kind_of(phone, country) if phone else (PointKind.PHONE, "")
        if kind not in _CHECKS and rules.strict():
            errors["phone"] = _("Enter a mobile number or a landline number.")
    rules.refuse(errors)
    fill_place(change)


def fill_place(change: Change) -> None:
    """Of a customer or a further address."""
    names = ("country", "address", *Place._fields)
    old = {} if change.before is None else {name: getattr(change.before, name) for name in names}
    change.values.update(new_place(old, change.values))


async def prepare_point(change: Change) -> None:
    values, country = change.values, await country_of(change.now("customer_id"))
    errors: dict[str, Text] = {}
    if "value" in values or "kind" in values:
        kind, text = PointKind(change.now("kind") or PointKind.OTHER), change.now("value") or ""
        if kind is PointKind.OTHER:  # what it is can be seen
            kind, text = kind_of(text, country)
            values["kind"] = kind
        try:
            values["value"] = spelled(kind, text, country)
        except numbers.WrongNumber as wrong:
            if rules.strict() or kind is PointKind.EMAIL:
                errors["value"] = wrong.text
    if values.get("contact_id") is not None:
        owner = await fetch_value("SELECT customer_id FROM crm_core_contact WHERE id = $1", values["contact_id"])
        if owner != change.now("customer_id"):
            errors["contact"] = _("This contact belongs to another customer.")
    rules.refuse(errors)


def spelled(kind: PointKind, text: str, country: str) -> str:
    """In the one spelling that doubles are found by. Raises WrongNumber."""
    check = _CHECKS.get(kind)
    if check is not None:
        return check(text, country)
    if kind is PointKind.EMAIL:
        text = nfkc(text).strip().lower()
        if not _MAIL.fullmatch(text):
            raise numbers.WrongNumber(WRONG_MAIL)
        return text
    return normalize(text)


def kind_of(text: str, country: str) -> tuple[PointKind, str]:
    """What a number or an address for mail is, in its one spelling; `other` where it is neither."""
    for kind in (PointKind.EMAIL, PointKind.MOBILE, PointKind.PHONE):
        try:
            return kind, spelled(kind, text, country)
        except numbers.WrongNumber:
            continue
    return PointKind.OTHER, normalize(text)[:254]
