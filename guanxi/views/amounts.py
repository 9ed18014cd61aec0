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
