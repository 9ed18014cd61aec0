"""Writing many customers at once: one statement for all new ones, one for all changes, their audit in one more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from crm_core import locks, rules
from crm_core.choices import Calendar, CustomerKind
from crm_core.company_names import name_key
from crm_core.events import CustomerCreated
from crm_core.name_words import sound_columns
from crm_core.places import new_place
from crm_core.queries import scope_arguments, scope_condition
from crm_core.writing import CODE, SERIES
from guanxi import (
    AuditItem,
    Resource,
    audit_many,
    author_id,
    clock,
    current_company,
    execute,
    fetch,
    next_numbers,
    publish,
    today,
    transaction,
)

RESOURCE = "crm_core/customers"
COMPARED = ("name_key", "name_sound", "name_place")
TEXT_COLUMNS = (
    *("kind", "name", *COMPARED, *rules.PARTS, "country", "phone", "mobile", "email", "fax", "website"),
    *("province", "city", "district", "address", "postcode", "tax_number", "introduction", "external_id"),
)
ID_COLUMNS = ("value_class_id", "level_id", "industry_id", "region_id", "source_id", "owner_id", "department_id")
_COLUMNS = (*TEXT_COLUMNS, *ID_COLUMNS, "tags", "gender", "birth_calendar", "birth_month", "birth_day")


def columns() -> tuple[str, ...]:
    """What an import writes: the fields that the company added, too."""
    return _columns(current_company().catalog.resources[RESOURCE])


@lru_cache(maxsize=100)
def _columns(resource: Resource) -> tuple[str, ...]:
    """Asked for each row, and the same as long as the resource is."""
    return (*_COLUMNS, *(field.name for field in resource.fields if field.custom))


_INSERT = """
INSERT INTO crm_core_customer ({columns}, code, stage, trading, locale, archived,
    revision, created_at, updated_at, created_by_id)
SELECT {columns}, code, 'potential', false, CASE WHEN country = 'CN' THEN 'zh_CN' ELSE 'en' END, false, 1, $2, $2, $3
FROM jsonb_populate_recordset(NULL::crm_core_customer, $1::jsonb)
ON CONFLICT (external_id) DO NOTHING
RETURNING id, code, name
"""
_UPDATE = """
UPDATE crm_core_customer c SET {changes}, revision = c.revision + 1, updated_at = $2
FROM jsonb_populate_recordset(NULL::crm_core_customer, $1::jsonb) AS n WHERE c.id = n.id
"""
_MATCH = f"""
SELECT c.*, u.name AS holder, {scope_condition(4)} IS TRUE AS visible,
    EXISTS (SELECT FROM crm_core_merge m WHERE m.loser_id = c.id AND m.undone_at IS NULL) AS merged
FROM crm_core_customer c LEFT JOIN guanxi_user u ON u.id = c.owner_id
WHERE c.id IN (
    SELECT id FROM crm_core_customer WHERE external_id = ANY($1::text[])
    UNION SELECT id FROM crm_core_customer WHERE tax_number = ANY($2::text[])
    UNION SELECT id FROM crm_core_customer WHERE name_key = ANY($3::text[])
) ORDER BY merged, c.id
"""  # noqa: S608
"""Customers that were merged into others come last: a row that means both means the one that is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCustomer:
    """What another add-on knows of a customer that it needs. Texts as they are; an unusable number is left out."""

    external_id: str
    name: str
    kind: CustomerKind = CustomerKind.ORGANIZATION
    country: str = "CN"
    phone: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    tax_number: str = ""
    owner_id: int | None = None


class Known:
    """The customers that rows may mean, by the three keys in the order in which they count."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._external: dict[str, dict[str, Any]] = {}
        self._tax: dict[str, dict[str, Any]] = {}
        self._name: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            self.add(dict(row))

    def add(self, row: dict[str, Any]) -> None:
        if row.get("external_id"):
            self._external.setdefault(row["external_id"], row)
        if row.get("tax_number"):
            self._tax.setdefault(row["tax_number"], row)
        self._name.setdefault(row["name_key"], []).append(row)

    def find(self, values: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
        """The field that matched, and the customer."""
        if (external := values.get("external_id")) and external in self._external:
            return "external_id", self._external[external]
        if (tax := values.get("tax_number")) and tax in self._tax:
            return "tax_number", self._tax[tax]
        same = (row for row in self._name.get(values["name_key"], ()) if _may_be_one(values, row))
        found = next(same, None)
        return None if found is None else ("name", found)


def _may_be_one(values: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Of two that have one name: people are the same where a number or an address agrees, or none is given."""
    if CustomerKind.PERSON not in (values.get("kind") or CustomerKind.ORGANIZATION, row["kind"]):
        return True
    given = [name for name in ("phone", "mobile", "email") if values.get(name)]
    return not given or any(values[name] == row[name] for name in given)


async def read_known(rows: Sequence[Mapping[str, Any]]) -> Known:
    """Waits until nobody else registers customers, then reads those that `rows` may mean."""
    await locks.in_bulk()
    found = await fetch(
        _MATCH,
        [row["external_id"] for row in rows if row.get("external_id")],
        [row["tax_number"] for row in rows if row.get("tax_number")],
        [row["name_key"] for row in rows],
        *scope_arguments(),
    )
    return Known(found)


def complete(values: dict[str, Any]) -> dict[str, Any]:
    """A new row with every column; the parts of the name come from it."""
    kind = values.get("kind") or CustomerKind.ORGANIZATION.value
    parts = {**rules.name_parts(values["name"], kind), **sound_columns(values["name"], kind)}
    row: dict[str, Any] = {name: values.get(name) or parts.get(name, "") for name in TEXT_COLUMNS}
    row.update({name: values.get(name) for name in ID_COLUMNS})
    row.update(kind=str(kind), country=values.get("country") or "CN", external_id=values.get("external_id") or None)
    row.update({name: values.get(name) for name in columns() if name not in row}, tags=values.get("tags") or [])
    row["birth_calendar"] = str(values.get("birth_calendar") or Calendar.SOLAR)
    row.update(new_place({}, values))
    return row


async def insert_customers(rows: Sequence[dict[str, Any]]) -> None:
    """Makes the customers, complete rows, in the caller's transaction; gives each its code."""
    if not rows:
        return
    year = today().year
    codes = [CODE.format(year=year, number=number) for number in await next_numbers(SERIES, year, len(rows))]
    given = dict(zip(codes, rows, strict=True))
    made = await fetch(
        _INSERT.format(columns=", ".join(columns())),
        [{**_plain(row), "code": code} for code, row in given.items()],
        clock.now(),
        author_id(),
    )
    items = [AuditItem(row["id"], row["name"], after=_given(row["code"], given[row["code"]])) for row in made]
    await audit_many("create", RESOURCE, items)
    for row in made:
        await publish(CustomerCreated(row["id"]))


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """As JSON takes it."""
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in row.items()}


def _given(code: str, row: Mapping[str, Any]) -> dict[str, Any]:
    filled = {
        _field(name): value for name, value in row.items() if value not in (None, "", []) and name not in COMPARED
    }
    return {"code": code, **filled}


def _field(column: str) -> str:
    return column.removesuffix("_id") if column in ID_COLUMNS else column


async def change_customers(changes: Sequence[tuple[Mapping[str, Any], dict[str, Any]]]) -> None:
    """Writes the second of each pair over the first, both whole rows; the caller has compared them."""
    if not changes:
        return
    written = columns()
    sql = _UPDATE.format(changes=", ".join(f"{name} = n.{name}" for name in written))
    await execute(sql, [_plain({name: new[name] for name in ("id", *written)}) for _old, new in changes], clock.now())
    items = []
    for old, new in changes:
        different = differences(old, new)
        before = {name: value for name, (value, _then) in different.items()}
        after = {name: value for name, (_now, value) in different.items()}
        items.append(AuditItem(new["id"], new["name"], before=before, after=after))
    await audit_many("update", RESOURCE, items)


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """By field, what the one row holds and the other."""
    return {
        _field(name): (old[name], new[name]) for name in columns() if old[name] != new[name] and name not in COMPARED
    }


async def ensure(rows: Sequence[NewCustomer]) -> None:
    """See `services.ensure_customers`."""
    async with transaction():
        prepared = {row.external_id: _prepared(row) for row in rows}
        known = await read_known(list(prepared.values()))
        fresh: list[dict[str, Any]] = []
        adopted: dict[int, tuple[Mapping[str, Any], dict[str, Any]]] = {}
        for values in prepared.values():
            found = known.find(values)
            if found is None:
                fresh.append(complete(values))
                continue
            field, row = found
            if field == "external_id":
                continue
            if row["external_id"] is None and row["id"] not in adopted:
                adopted[row["id"]] = (row, {**row, "external_id": values["external_id"]})
            else:
                fresh.append(complete(values))
        await insert_customers(fresh)
        await change_customers(list(adopted.values()))


def _prepared(row: NewCustomer) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: getattr(row, name) for name in ("external_id", "name", "country", "phone", "mobile", "email", "address")
    }
    values.update(kind=row.kind.value, tax_number=row.tax_number, owner_id=row.owner_id)
    for name in rules.clean(values, row.country):
        values[name] = "" if name != "name" else row.name or row.external_id
    values["name_key"] = name_key(values["name"]) or name_key(row.external_id)
    return values
