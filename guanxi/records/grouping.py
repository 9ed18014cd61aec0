"""Counts and sums by group, of exactly the records that a list shows: one statement for lists, boards and pivots."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from guanxi.context import current_company
from guanxi.db import fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import Condition, all_of, eq, is_null
from guanxi.i18n import _
from guanxi.records.periods import UNITS, after, name_of
from guanxi.records.reading import label_of
from guanxi.records.rules import readable, visible
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.sql import Statement, column_of, table_of
from guanxi.records.terms import DATES, during, shape_named
from guanxi.records.values import Wrong

MAX_GROUPS = 2000
MAX_LEVELS = 2
_KINDS = frozenset({Kind.CHOICE, Kind.RELATION, Kind.BOOLEAN, Kind.CURRENCY, *DATES})
Amount = int | Decimal


@dataclass(frozen=True, slots=True)
class Grouping:
    shape: Shape
    period: str = ""
    """for dates: one of UNITS"""

    @property
    def name(self) -> str:
        """As an address has it: `signed_on:month`."""
        return f"{self.shape.name}:{self.period}" if self.period else self.shape.name


@dataclass(slots=True)
class GroupRow:
    keys: tuple[Any, ...]
    """a choice's value, a record's id, a bool, the first day of a period; None for "nothing entered" """
    names: tuple[str, ...]
    """of the records that relations point to; empty for all else"""
    count: int
    sums: dict[str, list[tuple[str | None, Amount]]] = field(default_factory=dict)
    """by measure: amounts by currency, other numbers with None"""


def groupable(resource: Resource) -> list[Shape]:
    """What the actor may group by."""
    shapes = shapes_of(resource)
    return [shapes[f.name] for f in resource.fields if f.filter and readable(f) and shapes[f.name].kind in _KINDS]


def measures_of(resource: Resource) -> list[Shape]:
    shapes = shapes_of(resource)
    return [shapes[f.name] for f in resource.fields if f.measure and readable(f)]


def parse_groups(resource: Resource, text: str, *, limit: int = MAX_LEVELS) -> tuple[Grouping, ...]:
    """`stage,signed_on:month`. Raises Wrong."""
    parts = [part for part in text.split(",") if part]
    if len(parts) > limit:
        raise Wrong(_("At most {limit} levels of groups.", limit=limit))
    return tuple(_grouping(resource, part) for part in dict.fromkeys(parts))


def _grouping(resource: Resource, text: str) -> Grouping:
    name, _colon, unit = text.partition(":")
    shape = shape_named(resource, name)
    if shape.kind not in _KINDS or (name not in {s.name for s in groupable(resource)} and shape.kind not in DATES):
        raise Wrong(_("The list cannot be grouped by this."))
    if shape.kind in DATES:
        unit = unit or "month"
        if unit not in UNITS:
            raise Wrong(_("The list cannot be grouped by this."))
        return Grouping(shape, unit)
    return Grouping(shape)


async def totals(
    resource: Resource,
    where: Condition,
    groups: tuple[Grouping, ...] = (),
    measures: tuple[str, ...] | None = None,
    *,
    cap: int | None = None,
) -> list[GroupRow]:
    """The groups of what `where` leaves and the actor may see, in the order in which people read them.

    `measures`: all that are declared where None. At most MAX_GROUPS rows come back, the largest groups first.
    `cap`: no more records than these are looked at, whichever they are.
    """
    shapes = [s for s in measures_of(resource) if measures is None or s.name in measures]
    statement = Statement()
    keys = [_key_sql(statement, grouping) for grouping in groups]
    names = [label_of(g.shape) if g.shape.kind is Kind.RELATION else "''" for g in groups]
    codes = list(dict.fromkeys(sql for shape in shapes if (sql := _currency_sql(resource, shape)) is not None))
    by = [*keys, *codes]
    select = [*by, *names, "count(*)", *(f'sum(t."{shape.column}")' for shape in shapes)]
    condition = statement.where(all_of(visible(resource), where), resource.model)
    group_by = f" GROUP BY {', '.join(str(n + 1) for n in range(len(by)))}" if by else ""
    source = f"{table_of(resource.model)} t WHERE {condition}"
    if cap is not None:
        source = f"(SELECT t.* FROM {source} LIMIT {statement.bind(cap)}) t"
    rows = await fetch(
        f"SELECT {', '.join(select)} FROM {source}{group_by} ORDER BY count(*) DESC LIMIT {MAX_GROUPS}",
        *statement.args,
    )
    merged = _merge([tuple(row) for row in rows], resource, groups, shapes, codes)
    return sorted(
        merged, key=lambda row: [order_of(g, k, n) for g, k, n in zip(groups, row.keys, row.names, strict=True)]
    )


def _key_sql(statement: Statement, grouping: Grouping) -> str:
    column = f't."{grouping.shape.column}"'
    if grouping.shape.kind is Kind.DATETIME:
        local = f"{column} AT TIME ZONE {statement.bind(str(current_company().zone))}::text"
        return f"date_trunc('{grouping.period}', {local})::date"
    if grouping.shape.kind is Kind.DATE and grouping.period != "day":
        return f"date_trunc('{grouping.period}', {column}::timestamp)::date"
    return column


def _currency_sql(resource: Resource, shape: Shape) -> str | None:
    """Where an amount's currency stands; None for a fixed one, and for what is no amount."""
    declared = shape.field.currency
    if shape.kind is not Kind.MONEY or not declared or declared.startswith("="):
        return None
    relation, dot, name = declared.partition(".")
    if not dot:
        return f't."{column_of(resource.model, declared)}"'
    target = current_company().catalog.resources.get(shapes_of(resource)[relation].field.to or "")
    if target is None:
        return "NULL::text"
    column = f't."{shapes_of(resource)[relation].column}"'
    return f'(SELECT c."{column_of(target.model, name)}" FROM {table_of(target.model)} c WHERE c.id = {column})'


def _fixed_currency(shape: Shape) -> str | None:
    if shape.kind is not Kind.MONEY:
        return None
    declared = shape.field.currency or ""
    return declared[1:] if declared.startswith("=") else current_company().currency


def _merge(
    rows: list[tuple[Any, ...]],
    resource: Resource,
    groups: tuple[Grouping, ...],
    shapes: list[Shape],
    codes: list[str],
) -> list[GroupRow]:
    """One row for each group from the rows of its currencies."""
    found: dict[tuple[Any, ...], GroupRow] = {}
    depth, sums_at = len(groups), 2 * len(groups) + len(codes) + 1
    for values in rows:
        keys = tuple(_key(g, value) for g, value in zip(groups, values[:depth], strict=True))
        names = tuple(str(name or "") for name in values[depth + len(codes) : sums_at - 1])
        group = found.setdefault(keys, GroupRow(keys, names, 0))
        group.count += values[sums_at - 1]
        for shape, value in zip(shapes, values[sums_at:], strict=True):
            if value is not None:
                sql = _currency_sql(resource, shape)
                code = values[depth + codes.index(sql)] if sql is not None else _fixed_currency(shape)
                _add(group, shape, code, value)
    return list(found.values())


def _key(grouping: Grouping, value: Any) -> Any:
    return None if value == "" and grouping.shape.kind is Kind.CHOICE else value


def _add(group: GroupRow, shape: Shape, code: str | None, value: Any) -> None:
    amounts = dict(group.sums.get(shape.name, []))
    exact = value if shape.kind is Kind.DECIMAL else int(value)
    amounts[code] = amounts.get(code, 0) + exact
    group.sums[shape.name] = sorted(amounts.items(), key=lambda item: item[0] or "")


def order_of(grouping: Grouping, key: Any, name: str) -> tuple[Any, ...]:
    """Choices as declared, records by name, dates in time; nothing entered last."""
    if key is None:
        return (1,)
    if grouping.shape.choices is not None:
        members = [str(choice) for choice in grouping.shape.choices]
        return (0, members.index(key) if key in members else len(members), str(key))
    if grouping.shape.kind is Kind.RELATION:
        return (0, name.casefold(), key)
    return (0, key)


def group_where(grouping: Grouping, key: Any) -> Condition:
    """The records of one group."""
    if key is None:
        empty = is_null(grouping.shape.column)
        return empty if grouping.shape.null or grouping.shape.kind is not Kind.CHOICE else eq(grouping.shape.column, "")
    if grouping.period:
        return during(grouping.shape, (key, after(key, grouping.period)))
    return eq(grouping.shape.column, key)


def group_param(grouping: Grouping, key: Any) -> tuple[str, str]:
    """The filter of an address that leaves exactly one group."""
    if key is None:
        return f"{grouping.shape.name}.null", "1"
    if isinstance(key, date):
        return grouping.shape.name, name_of(key, grouping.period or "day")
    if isinstance(key, bool):
        return grouping.shape.name, "1" if key else "0"
    return grouping.shape.name, str(key)
