"""The writing half of the gateway: checked, scoped, with revision and audit entry, in one transaction."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, ParamSpec, TypeVar

import asyncpg
from tortoise.models import Model

from guanxi import clock
from guanxi.context import current_actor, current_company
from guanxi.db import execute, fetch_row, transaction
from guanxi.declare.fields import CUSTOM_NAME, Kind
from guanxi.declare.resources import Change, Resource
from guanxi.declare.where import ALWAYS, all_of, eq
from guanxi.errors import Conflict, Forbidden, InvalidInput, NotFound, Stale
from guanxi.i18n import Text, _
from guanxi.records.audit import audit
from guanxi.records.lines import change_lines, check_lines
from guanxi.records.reading import get, lock_first, possible_id, read, visible_ids
from guanxi.records.rules import require_write, resource_of, visible, writable
from guanxi.records.shape import Shape, as_record, row_sql, shapes_of
from guanxi.records.sql import Statement, column_of, table_of
from guanxi.records.tags import TagChange
from guanxi.records.values import REQUIRED, Wrong, check, invalid

M = TypeVar("M", bound=Model)
P = ParamSpec("P")
R = TypeVar("R")


def refusing(write: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    """Turn what the database refuses into the error that the input deserves."""

    @functools.wraps(write)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await write(*args, **kwargs)
        except asyncpg.UniqueViolationError as error:
            raise InvalidInput(dict.fromkeys(_columns(error), _("This exists already."))) from error
        except asyncpg.ExclusionViolationError as error:  # ranges of days that may not overlap
            raise InvalidInput(message=_("Another record holds for some of these days already.")) from error
        except asyncpg.RestrictViolationError as error:  # PostgreSQL 18; before, a ForeignKeyViolationError
            raise Conflict(_("Other records still refer to it.")) from error
        except asyncpg.ForeignKeyViolationError as error:
            if "still referenced" in (error.detail or ""):
                raise Conflict(_("Other records still refer to it.")) from error
            raise InvalidInput(dict.fromkeys(_columns(error), _("There is no such record."))) from error
        except asyncpg.NotNullViolationError as error:
            raise InvalidInput({(error.column_name or "").removesuffix("_id"): REQUIRED}) from error
        except asyncpg.CheckViolationError as error:
            raise InvalidInput(message=_("These values do not fit together.")) from error
        except asyncpg.DataError as error:
            raise InvalidInput(message=_("A value cannot be stored.")) from error

    return wrapper


def _columns(error: asyncpg.PostgresError) -> list[str]:
    """The fields of a detail such as `Key (login)=(x) already exists.`"""
    inside = (error.detail or "").partition("(")[2].partition(")")[0]
    return [part.strip().removesuffix("_id") for part in inside.split(",") if part.strip()]


def checked_values(
    resource: Resource, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Values by column and lines by name; refuses unknown and forbidden fields."""
    shapes, line_names = shapes_of(resource), {lines.name: lines for lines in resource.lines}
    by_column = {shape.column: shape for shape in shapes.values()}
    columns: dict[str, Any] = {}
    children: dict[str, list[dict[str, Any]]] = {}
    errors: dict[str, Text] = {}
    for name, value in values.items():
        if name in line_names:
            children[name] = check_lines(line_names[name], value, errors)
            continue
        shape = shapes.get(name) or by_column.get(name)
        if shape is None:
            if current_actor().elevated and name in resource.model._meta.fields_map:
                columns[column_of(resource.model, name)] = value
            else:
                errors[name] = _("There is no such field, or you may not set it.")
        elif not writable(shape.field):
            errors[shape.name] = _("There is no such field, or you may not set it.")
        else:
            _check_into(shape, value, columns, errors)
    invalid(errors)
    return columns, children


def _check_into(shape: Shape, value: Any, columns: dict[str, Any], errors: dict[str, Text]) -> None:
    try:
        columns[shape.column] = check(shape, value)
    except Wrong as wrong:
        errors[shape.name] = wrong.text


def _tagged(resource: Resource, columns: dict[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of tags as what they make of the tags that `row` has."""
    errors: dict[str, Text] = {}
    made = dict(columns)
    for name, value in columns.items():
        if isinstance(value, TagChange):
            try:
                made[name] = value.applied(row.get(name) or [])
            except Wrong as wrong:
                errors[name] = wrong.text
    invalid(errors)
    return made


async def check_relations(resource: Resource, columns: Mapping[str, Any]) -> None:
    """What a user points to must be visible to that user."""
    if current_actor().elevated:
        return
    errors: dict[str, Text] = {}
    for shape in shapes_of(resource).values():
        target_id = columns.get(shape.column)
        if shape.kind is not Kind.RELATION or target_id is None:
            continue
        if not await target_visible(shape, {target_id}):
            errors[shape.name] = _("There is no such record.")
    invalid(errors)


async def target_visible(shape: Shape, ids: set[int]) -> bool:
    """Whether the actor may see all records of `ids` that a relation is to point to."""
    target = current_company().catalog.resources.get(shape.field.to or "")
    if target is None:
        return False
    try:
        return await visible_ids(target, ids) == ids
    except Forbidden:
        return False


def _with_defaults(model: type[Model], columns: dict[str, Any]) -> dict[str, Any]:
    """All columns of a new row: given, default or null."""
    meta = model._meta
    full: dict[str, Any] = {}
    for name, column in meta.fields_db_projection.items():
        field = meta.fields_map[name]
        if name == "id" and column not in columns:
            continue
        value = columns.get(column)
        if value is None and (column not in columns or not field.null):
            value = field.default() if callable(field.default) else field.default
        full[column] = value
    full |= {column: value for column, value in columns.items() if CUSTOM_NAME.fullmatch(column)}
    full["created_by_id"] = current_actor().id if current_actor().signed_in else None
    return full


def _required(resource: Resource, columns: Mapping[str, Any]) -> None:
    """A field that the company added binds people, and no record from before it came."""
    lenient = current_actor().elevated or "id" in columns
    errors: dict[str, Text] = {
        shape.name: REQUIRED
        for shape in shapes_of(resource).values()
        if shape.required and columns.get(shape.column) in (None, "") and not (shape.field.custom and lenient)
    }
    invalid(errors)


@refusing
async def create(model: type[M], values: Mapping[str, Any], *, reason: str = "") -> M:
    """Make a record. Raises Forbidden, InvalidInput by field."""
    resource = resource_of(model)
    require_write(resource, "create")
    columns, children = checked_values(resource, values)
    async with transaction():
        await check_relations(resource, columns)
        change = Change(None, _tagged(resource, columns, {}), children)
        if resource.prepare is not None:
            await resource.prepare(change)
        _required(resource, change.values)
        full = _with_defaults(model, change.values)
        names = ", ".join(f'"{name}"' for name in full)
        marks = ", ".join(f"${index + 1}" for index in range(len(full)))
        row = await fetch_row(
            f"INSERT INTO {table_of(model)} ({names}) VALUES ({marks}) RETURNING {row_sql(resource)}", *full.values()
        )
        assert row is not None
        record: M = as_record(resource, row)
        for lines in resource.lines:
            if lines.name in change.lines:
                await change_lines(lines, row["id"], change.lines[lines.name])
        await _stay_visible(resource, row["id"])
        await audit(
            "create",
            resource.key,
            row["id"],
            label=_label(resource, row),
            reason=reason,
            after=_shown(resource, row) | dict(change.lines),
        )
        if resource.written is not None:
            await resource.written(change, record)
            record = await get_own(model, row["id"])
    return record


async def get_own(model: type[M], id: int) -> M:
    """A record that this transaction has just written, whatever the scope says now."""
    resource = resource_of(model)
    row = await fetch_row(f"SELECT {row_sql(resource)} FROM {table_of(model)} WHERE id = $1", id)
    assert row is not None
    made: M = as_record(resource, row)
    return made


async def _stay_visible(resource: Resource, id: int) -> None:
    """Nobody writes a record out of their own sight."""
    if current_actor().elevated or resource.scope() is ALWAYS:
        return
    try:
        await get(resource.model, id)
    except NotFound as error:
        raise Forbidden(_("You may not put a record where you cannot see it.")) from error


def _label(resource: Resource, row: Mapping[str, Any]) -> str:
    return str(row.get(column_of(resource.model, resource.label)) or "")


def _shown(resource: Resource, row: Mapping[str, Any], only: frozenset[str] | None = None) -> dict[str, Any]:
    """The values of declared fields for the audit log, by field; secrets only as a mark."""
    shown = {}
    for shape in shapes_of(resource).values():
        if only is None or shape.column in only:
            secret = shape.field.secret and row[shape.column] not in (None, "")
            shown[shape.name] = "***" if secret else row[shape.column]
    return shown


async def locked_row(resource: Resource, id: int) -> Mapping[str, Any]:
    """The row, which nobody else changes until the transaction ends. Raises NotFound."""
    await lock_first(resource, id)
    statement = Statement()
    condition = statement.where(all_of(eq("id", possible_id(id)), visible(resource)), resource.model)
    row = await fetch_row(
        f"SELECT {row_sql(resource, 't')} FROM {table_of(resource.model)} t WHERE {condition} FOR UPDATE OF t",
        *statement.args,
    )
    if row is None:
        raise NotFound()
    return dict(row)


async def _check_present(resource: Resource, row: Mapping[str, Any], revision: int | None) -> Any:
    """The record as it is; raises Stale or, where its state forbids saving, Conflict."""
    if revision is not None and row["revision"] != revision:
        raise Stale(await read(resource, row["id"]))
    record = as_record(resource, row)
    if not current_actor().elevated and not resource.editable(record):
        raise Conflict(resource.locked or _("In this state the record cannot be changed any more."))
    return record


def refuse_fixed(resource: Resource, changed: Mapping[str, Any]) -> None:
    """Fields that are set once and for all. Raises InvalidInput."""
    if not current_actor().elevated:
        fixed = [s.name for s in shapes_of(resource).values() if s.field.fixed and s.column in changed]
        invalid(dict.fromkeys(fixed, _("This cannot be changed any more.")))


@refusing
async def update(
    model: type[M], id: int, values: Mapping[str, Any], *, revision: int | None = None, reason: str = ""
) -> M:
    """Change a record; what does not differ is not written. Raises NotFound, Stale, Conflict, InvalidInput."""
    resource = resource_of(model)
    async with transaction():
        row = await locked_row(resource, id)
        require_write(resource, "update")
        before = await _check_present(resource, row, revision)
        columns, children = checked_values(resource, values)
        columns = _tagged(resource, columns, row)
        changed = {name: value for name, value in columns.items() if row[name] != value}
        refuse_fixed(resource, changed)
        await check_relations(resource, changed)
        change = Change(before, changed, children)
        if resource.prepare is not None:
            await resource.prepare(change)
        _required(resource, {**row, **change.values})
        lines_before: dict[str, Any] = {}
        for lines in resource.lines:
            if lines.name in change.lines:
                old = await change_lines(lines, id, change.lines[lines.name])
                if old is not None:
                    lines_before[lines.name] = old
        final = {name: value for name, value in change.values.items() if row[name] != value}
        if not final and not lines_before:
            return as_record(resource, row)  # type: ignore[no-any-return]
        after = await _write(resource, id, final)
        await _stay_visible(resource, id)
        names = frozenset(final)
        await audit(
            "update",
            resource.key,
            id,
            label=_label(resource, after),
            reason=reason,
            before=_shown(resource, row, names) | lines_before,
            after=_shown(resource, after, names) | {name: change.lines[name] for name in lines_before},
        )
        if resource.written is not None:
            await resource.written(change, as_record(resource, after))
        return await get_own(model, id)


async def _write(resource: Resource, id: int, columns: Mapping[str, Any]) -> Mapping[str, Any]:
    statement = Statement()
    sets = [f'"{name}" = {statement.bind(value)}' for name, value in columns.items()]
    sets += ["revision = revision + 1", f"updated_at = {statement.bind(clock.now())}"]
    row = await fetch_row(
        f"UPDATE {table_of(resource.model)} SET {', '.join(sets)} WHERE id = {statement.bind(id)}"
        f" RETURNING {row_sql(resource)}",
        *statement.args,
    )
    assert row is not None
    return dict(row)


@refusing
async def delete(model: type[Model], id: int, *, revision: int | None = None, reason: str = "") -> None:
    """Remove a record and its lines. Raises NotFound, Forbidden, Stale, Conflict where others refer to it."""
    resource = resource_of(model)
    async with transaction():
        row = await locked_row(resource, id)
        require_write(resource, "delete")
        await _check_present(resource, row, revision)
        for lines in (each for each in resource.lines if not each.readonly):
            await execute(
                f'DELETE FROM {table_of(lines.model)} WHERE "{column_of(lines.model, lines.parent)}" = $1', id
            )
        await execute(f"DELETE FROM {table_of(model)} WHERE id = $1", id)
        await execute("DELETE FROM guanxi_file WHERE resource = $1 AND record_id = $2", resource.key, id)
        await audit(
            "delete",
            resource.key,
            id,
            label=_label(resource, row),
            before=_shown(resource, row),
            reason=reason,
        )
