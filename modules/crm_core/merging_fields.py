"""Which values a merged customer has: rows are dicts of a customer's columns, as PostgreSQL makes JSON of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from crm_core.choices import Stage
from crm_core.permissions import CorePermission
from guanxi import current_company, may

Row = Mapping[str, Any]
Changes = dict[str, list[Any]]
"""[before, after] by column"""

_CHOOSABLE: dict[str, tuple[str, ...]] = {
    "name": ("name", "name_key", "name_sound", "name_place"),
    **{name: (name,) for name in ("kind", "trade_name", "name_region", "name_business", "legal_form")},
    **{name: (f"{name}_id",) for name in ("value_class", "level", "industry", "region", "source")},
    **{name: (name,) for name in ("country", "phone", "mobile", "email", "fax", "website", "postcode")},
    "address": ("address", "province", "city", "district"),
    **{name: (name,) for name in ("gender", "preferred_channel", "preferred_time", "interests", "habits")},
    **{name: (name,) for name in ("life_notes", "price_sensitivity", "loyalty_potential", "verified_on")},
    **{name: (name,) for name in ("tax_number", "introduction", "trading", "next_contact_on", "locale", "external_id")},
    "owner": ("owner_id", "department_id"),
    "birth_month": ("birth_month", "birth_day", "birth_calendar"),
}
"""What is chosen from one customer or the other: the columns by the field that stands for them"""
KEY = "crm_core/customers"
_GUARDED = {
    "owner": CorePermission.ASSIGN,
    "trading": CorePermission.TRADING,
    "life_notes": CorePermission.SEE_PRIVATE,
}


_GO_ALONG = frozenset(
    ("name_key", "name_sound", "name_place", "birth_day", "birth_calendar", "province", "city", "district")
) | {"department_id"}


def choosable() -> dict[str, tuple[str, ...]]:
    """With the fields that the company has added itself."""
    own = current_company().catalog.resources[KEY].fields
    return {**_CHOOSABLE, **{field.name: (field.name,) for field in own if field.custom}}


def field_of(column: str) -> str | None:
    """What people know a column by, in the history; None for those that only go along with another."""
    if column in _GO_ALONG:
        return None
    return column.removesuffix("_id") if column != "external_id" else column


def _filled(row: Row, name: str) -> bool:
    return row[choosable()[name][0]] not in (None, "", False, [])


def different(survivor: Row, loser: Row) -> list[str]:
    """The fields that are to be chosen: the values differ, and the current actor may set them."""
    return [
        name
        for name, columns in choosable().items()
        if any(survivor[column] != loser[column] for column in columns)
        and (name not in _GUARDED or may(_GUARDED[name]))
    ]


def suggested(survivor: Row, loser: Row) -> set[str]:
    """The fields to take from the loser where nobody chooses: those that the survivor has nothing in."""
    return {name for name in different(survivor, loser) if not _filled(survivor, name) and _filled(loser, name)}


def changes_of(survivor: Row, loser: Row, take: Collection[str]) -> tuple[Changes, Changes]:
    """What becomes of both. Tags are united, the latest contact counts, and whoever was a formal customer stays one."""
    after = dict(survivor)
    for name in take:
        after.update({column: loser[column] for column in choosable()[name]})
    after["tags"] = list(dict.fromkeys([*survivor["tags"], *loser["tags"]]))
    after["last_contact_on"] = max(filter(None, (survivor["last_contact_on"], loser["last_contact_on"])), default=None)
    after["archived"] = survivor["archived"] and loser["archived"]
    if Stage.FORMAL in (survivor["stage"], loser["stage"]):
        after["stage"] = Stage.FORMAL.value
    gone = {**loser, "archived": True}
    if "external_id" in take:
        gone["external_id"] = None
    return _differences(survivor, after), _differences(loser, gone)


def _differences(before: Row, after: Row) -> Changes:
    return {name: [before[name], value] for name, value in after.items() if before[name] != value}


def taken_back(now: Row, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The former values of what nobody has changed since; columns that stand together go back together."""
    kept = {name for name, (_before, after) in changes.items() if now.get(name) != after}
    for columns in choosable().values():
        if kept & set(columns):
            kept |= set(columns)
    return {name: before for name, (before, _after) in changes.items() if name not in kept}
