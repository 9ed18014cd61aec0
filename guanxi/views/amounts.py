"""Which currency an amount on a screen is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guanxi.context import current_company
from guanxi.db import fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.sql import column_of, table_of

Currencies = Mapping[tuple[str, int], str]
"""By the path that a field declares (`contract.currency`) and the id that the relation holds."""


async def currencies_of(declared: Resource | Lines, rows: Iterable[Mapping[str, Any]]) -> Currencies:
    """The codes for amounts whose currency stands in another record; one statement for each such relation."""
    rows = list(rows)
    shapes = shapes_of(declared)
    paths = {
        shape.field.currency
        for shape in shapes.values()
        if shape.kind is Kind.MONEY and shape.field.currency and "." in shape.field.currency
    }
    found: dict[tuple[str, int], str] = {}
    for path in paths:
        relation, _dot, name = path.partition(".")
        model = _target(declared, shapes, relation)
        ids = {row[relation]["id"] for row in rows if row.get(relation)}
        if model is not None and ids:
            column = column_of(model, name)
            sql = f'SELECT id, "{column}" AS currency FROM {table_of(model)} WHERE id = ANY($1)'
            for record in await fetch(sql, list(ids)):
                found[path, record["id"]] = record["currency"]
    return found


Codes = Mapping[int, Mapping[str, str]]
"""Codes of currencies by the id of a record, and by what its fields declare."""


async def logged_currencies(declared: Resource, rows: Iterable[Mapping[str, Any]]) -> Codes:
    """The currencies that entries of the audit log do not say themselves: those that their records have now."""
    paths = _paths(declared)
    wanted: dict[str, set[int]] = {}
    for row in rows:
        said = {**(row["before"] or {}), **(row["after"] or {})}
        for path in {path for name in said.keys() & paths.keys() for path in paths[name]} - said.keys():
            if row["record_id"] is not None:
                wanted.setdefault(path, set()).add(row["record_id"])
    found: dict[int, dict[str, str]] = {}
    for path, ids in wanted.items():
        for record in await fetch(_currency_sql(declared, path), list(ids)):
            found.setdefault(record["id"], {})[path] = record["currency"]
    return found


def _paths(declared: Resource) -> dict[str, set[str]]:
    """What leads from a record to the currencies of its amounts, by field, and of those of its lines by their name."""
    shapes = shapes_of(declared)
    paths = {name: {shape.field.currency or ""} for name, shape in shapes.items() if shape.kind is Kind.MONEY}
    for lines in declared.lines:
        amounts = (shape for shape in shapes_of(lines).values() if shape.kind is Kind.MONEY)
        paths[lines.name] = {(each.field.currency or "").removeprefix(f"{lines.parent}.") for each in amounts}
    return {name: {path for path in found if _leads(declared, shapes, path)} for name, found in paths.items()}


def _leads(declared: Resource, shapes: Mapping[str, Shape], path: str) -> bool:
    """A line may say its currency itself, which its parent does not."""
    relation, dot, _name = path.rpartition(".")
    return _target(declared, shapes, relation) is not None if dot else path in shapes


def _currency_sql(declared: Resource, path: str) -> str:
    relation, dot, name = path.rpartition(".")
    table = table_of(declared.model)
    if not dot:
        return f'SELECT id, "{column_of(declared.model, name)}" AS currency FROM {table} WHERE id = ANY($1)'
    target = _target(declared, shapes_of(declared), relation)
    assert target is not None
    return (
        f'SELECT r.id, t."{column_of(target, name)}" AS currency FROM {table} r JOIN {table_of(target)} t'
        f' ON t.id = r."{column_of(declared.model, relation)}" WHERE r.id = ANY($1)'
    )


def _target(declared: Resource | Lines, shapes: Mapping[str, Shape], relation: str) -> Any | None:
    shape = shapes.get(relation)
    if shape is None or shape.field.to is None:
        return None
    target = current_company().catalog.resources.get(shape.field.to)
    return None if target is None else target.model


def currency_of(
    shape: Shape, row: Mapping[str, Any], currencies: Currencies, parent: Mapping[str, Any] | None = None
) -> str | None:
    """The code for `row`'s amount; None means the company's. `parent`: the record that a line belongs to."""
    declared = shape.field.currency
    if shape.kind is not Kind.MONEY or not declared:
        return None
    if declared.startswith("="):
        return declared[1:]
    relation, dot, name = declared.partition(".")
    if not dot:
        return row.get(declared) or (parent or {}).get(declared)
    target = row.get(relation)
    if target:
        return currencies.get((declared, target["id"]))
    return (parent or {}).get(name)
