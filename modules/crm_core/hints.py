"""Said while a customer is typed in: whom it may be a double of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_core import rules
from crm_core.choices import CustomerKind
from crm_core.duplicates import Duplicate, Reason, find_duplicates
from crm_core.places import place_of
from guanxi import Hint, Text, Tone, _, fetch_value, listed, read_id


async def customer_hints(values: Mapping[str, str], id: int | None) -> list[Hint]:
    """Numbers that break the rules, where these are no errors; at most ten doubles, the surest first; what is missing.

    That a customer exists and who holds it is told to all; the rest by scope.
    """
    country = (values.get("country") or "CN").upper()[:2]
    wrong = [Hint(text, Tone.WARN) for text in rules.warnings(values, country).values()]
    new = id is None and values.get("name", "").strip()
    found = await find_duplicates(
        name=values.get("name", ""),
        phones=(values.get("phone", ""), values.get("mobile", "")),
        email=values.get("email", ""),
        tax_number=values.get("tax_number", ""),
        kind=values.get("kind") or CustomerKind.ORGANIZATION.value,
        country=country,
        besides=id or 0,
    )
    return [*wrong, *map(_hint, found), *(_missing(values) if new else ())]


def _missing(values: Mapping[str, str]) -> list[Hint]:
    person = values.get("kind") == CustomerKind.PERSON
    place = place_of(values.get("address", ""))._asdict()
    missing = rules.missing(
        {**values, **{name: values.get(name) or found for name, found in place.items()}}, person=person
    )
    return [Hint(_("Still missing: {fields}.", fields=listed(missing.values())), Tone.INFO)] if missing else []


async def contact_hints(values: Mapping[str, str], id: int | None) -> list[Hint]:
    """Other customers that have the contact's number or address, or a contact who has (CUST-21)."""
    customer_id = read_id(values.get("customer", ""))
    if id is not None:
        customer_id = await fetch_value("SELECT customer_id FROM crm_core_contact WHERE id = $1", id) or 0
    country = await fetch_value("SELECT country FROM crm_core_customer WHERE id = $1", customer_id)
    found = await find_duplicates(
        phones=(values.get("phone", ""), values.get("mobile", "")),
        email=values.get("email", ""),
        country=country or "CN",
        besides=customer_id,
    )
    return [_hint(double) for double in found]


def _hint(double: Duplicate) -> Hint:
    tone = Tone.BAD if double.blocks else Tone.WARN if double.probable else Tone.INFO
    href = None if double.id is None else f"/crm_core/customers/{double.id}"
    return Hint(_text(double), tone, href)


def _text(double: Duplicate) -> Text:
    """How sure, whom, who holds it, and what agrees."""
    likely = _("Already there") if double.blocks else _("Probably the same") if double.probable else _("Similar")
    said: dict[str, Any] = {
        "likely": str(likely),
        "confidence": double.confidence,
        "reasons": listed(Reason(reason).label for reason in double.reasons),
        "name": double.name,
        "code": double.code,
        "holder": double.holder,
    }
    match double.name, double.holder:
        case None, None:
            return _("{likely} ({confidence} %): a customer without an owner. {reasons}.", **said)
        case None, _holder:
            return _("{likely} ({confidence} %): a customer that {holder} holds. {reasons}.", **said)
        case _name, None:
            return _("{likely} ({confidence} %): {name} ({code}), without an owner. {reasons}.", **said)
    return _("{likely} ({confidence} %): {name} ({code}), held by {holder}. {reasons}.", **said)
