"""Child records written with their parent: the full new set is compared with what is there."""

from __future__ import annotations

from typing import Any

from guanxi.context import current_actor, current_company
from guanxi.db import execute, fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Lines
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.records.reading import visible_ids
from guanxi.records.rules import writable
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.sql import column_of, table_of
from guanxi.records.values import Wrong, check, invalid


def check_lines(lines: Lines, rows: Any, errors: dict[str, Text]) -> list[dict[str, Any]]:
    """Rows with values by column (and `id` for existing ones); adds to `errors` by path, `lines.0.price`."""
    if not isinstance(rows, list) or (lines.readonly and not current_actor().elevated):
        errors[lines.name] = _("There is no such field, or you may not set it.")
        return []
    if not lines.minimum <= len(rows) <= lines.maximum:
        errors[lines.name] = _("From {low} to {high} rows.", low=lines.minimum, high=lines.maximum)
        return []
    return [_check_row(lines, row, f"{lines.name}.{index}.", errors) for index, row in enumerate(rows)]


def _check_row(lines: Lines, row: dict[str, Any], path: str, errors: dict[str, Text]) -> dict[str, Any]:
    shapes = shapes_of(lines)
    by_column = {shape.column: shape for shape in shapes.values()}
    checked: dict[str, Any] = {"id": row["id"]} if row.get("id") is not None else {}
    for name, value in row.items():
        if name == "id":
            continue
        shape = shapes.get(name) or by_column.get(name)
        if shape is None or not writable(shape.field):
            errors[f"{path}{name}"] = _("There is no such field, or you may not set it.")
            continue
        try:
            checked[shape.column] = check(shape, value)
        except Wrong as wrong:
            errors[f"{path}{name}"] = wrong.text
    if "id" not in checked:
        for shape in shapes.values():
            if shape.required and shape.column not in checked and not shape.readonly:
                errors.setdefault(f"{path}{shape.name}", _("This field is required."))
    return checked


async def _check_targets(lines: Lines, rows: list[dict[str, Any]]) -> None:
    if current_actor().elevated:
        return
    errors: dict[str, Text] = {}
    for shape in shapes_of(lines).values():
        if shape.kind is Kind.RELATION:
            ids = {row[shape.column] for row in rows if row.get(shape.column) is not None}
            allowed = await _allowed(shape, ids)
            for index, row in enumerate(rows):
                if row.get(shape.column) is not None and row[shape.column] not in allowed:
                    errors[f"{lines.name}.{index}.{shape.name}"] = _("There is no such record.")
    invalid(errors)


async def _allowed(shape: Shape, ids: set[int]) -> set[int]:
    target = current_company().catalog.resources.get(shape.field.to or "")
    return await visible_ids(target, ids) if target is not None and ids else set()


async def change_lines(lines: Lines, parent_id: int, rows: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    """Make the children of `parent_id` equal `rows`. Returns them as they were, None where nothing changed."""
    table, parent = table_of(lines.model), column_of(lines.model, lines.parent)
    present = {row["id"]: dict(row) for row in await fetch(f'SELECT * FROM {table} WHERE "{parent}" = $1', parent_id)}
    kept = [row["id"] for row in rows if "id" in row]
    if len(set(kept)) != len(kept) or not set(kept) <= set(present):
        raise InvalidInput({lines.name: _("A row is not one of this record.")})
    await _check_targets(lines, rows)
    gone = set(present) - set(kept)
    new = [row for row in rows if "id" not in row]
    changed = [row for row in rows if "id" in row and any(present[row["id"]][key] != row[key] for key in row)]
    if not gone and not new and not changed:
        return None
    if gone:
        await execute(f"DELETE FROM {table} WHERE id = ANY($1)", list(gone))
    for row in changed:
        await _update_row(table, row)
    await _insert_rows(lines, parent_id, parent, new)
    columns = {shape.column for shape in shapes_of(lines).values()} | {"id"}
    return [{key: value for key, value in row.items() if key in columns} for row in present.values()]


async def _update_row(table: str, row: dict[str, Any]) -> None:
    names = [name for name in row if name != "id"]
    sets = ", ".join(f'"{name}" = ${index + 2}' for index, name in enumerate(names))
    await execute(f"UPDATE {table} SET {sets} WHERE id = $1", row["id"], *(row[name] for name in names))


async def _insert_rows(lines: Lines, parent_id: int, parent: str, rows: list[dict[str, Any]]) -> None:
    """One statement for all new rows."""
    if not rows:
        return
    meta = lines.model._meta
    columns = {column: meta.fields_map[name] for name, column in meta.fields_db_projection.items() if name != "id"}
    args: list[Any] = []
    tuples = []
    for row in rows:
        marks = []
        for column, field in columns.items():
            value = parent_id if column == parent else row.get(column)
            if value is None and (column not in row or not field.null):
                value = field.default() if callable(field.default) else field.default
            args.append(value)
            marks.append(f"${len(args)}")
        tuples.append(f"({', '.join(marks)})")
    names = ", ".join(f'"{name}"' for name in columns)
    await execute(f"INSERT INTO {table_of(lines.model)} ({names}) VALUES {', '.join(tuples)}", *args)
