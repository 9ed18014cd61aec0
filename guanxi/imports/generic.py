"""The import of a resource's records, row by row through the gateway."""

from __future__ import annotations

from typing import Any

from guanxi.context import current_company
from guanxi.db import transaction
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Importer, ImportProblem, ImportResult, ImportRow
from guanxi.declare.where import in_
from guanxi.errors import GuanxiError
from guanxi.i18n import _
from guanxi.imports.problems import problems_of
from guanxi.records import create, find, update
from guanxi.records.rules import writable
from guanxi.records.shape import Shape, shapes_of

BATCH = 200
_SEVERAL = _("Several records are called so.")
_NO_KEY = _("This finds the record, so it cannot be empty.")
_OTHER_CURRENCY = _("The record is in {currency}: the file needs a column with the currency.")
_MOST_RECORDS = 100_000

Key = tuple[Any, ...]


def importable_fields(resource: Resource) -> tuple[Field, ...]:
    """The fields that a file may set: those the current actor may write."""
    return tuple(
        shape.field
        for shape in shapes_of(resource).values()
        if shape.kind is not Kind.JSON and not shape.readonly and not shape.field.secret and writable(shape.field)
    )


def generic_importer(resource: Resource) -> Importer:
    """Finds each row's record by `import_key`, creates it where there is none, and changes what differs.

    An empty cell leaves a field as it is; in a new record it takes the default.
    """
    permission = resource.create or resource.update
    assert permission is not None and resource.import_key

    async def write(rows: list[ImportRow]) -> ImportResult:
        return await _Writer(resource).write(rows)

    return Importer(
        name=resource.name,
        title=resource.title,
        permission=permission,
        fields=importable_fields(resource),
        write=write,
        batch=BATCH,
    )


class _Writer:
    def __init__(self, resource: Resource) -> None:
        self._resource = resource
        self._shapes = shapes_of(resource)
        self._known: dict[Key, list[Any]] = {}

    async def write(self, rows: list[ImportRow]) -> ImportResult:
        result = ImportResult()
        await self._find(rows)
        for row in rows:
            try:
                async with transaction():
                    await self._write_row(row, result)
            except GuanxiError as error:
                if error.status >= 500:
                    raise
                result.problems += problems_of(error, row.number)
        return result

    async def _find(self, rows: list[ImportRow]) -> None:
        """The records of all rows at once, by the first field of the key."""
        first = self._resource.import_key[0]
        wanted = list({row.values[first] for row in rows if row.values.get(first) not in (None, "")})
        for record in await find(self._resource.model, in_(first, wanted), limit=_MOST_RECORDS):
            self._remember(record)

    def _remember(self, record: Any) -> None:
        columns = (self._shapes[name].column for name in self._resource.import_key)
        self._known.setdefault(tuple(getattr(record, column) for column in columns), []).append(record)

    async def _write_row(self, row: ImportRow, result: ImportResult) -> None:
        key = tuple(row.values.get(name) for name in self._resource.import_key)
        for name, value in zip(self._resource.import_key, key, strict=True):
            if value in (None, ""):
                result.problems.append(ImportProblem(row.number, name, _NO_KEY))
                return
        values = {name: value for name, value in row.values.items() if value not in (None, "")}
        found = self._known.get(key, [])
        if len(found) > 1:
            result.problems.append(ImportProblem(row.number, self._resource.import_key[0], _SEVERAL))
        elif found:
            await self._update(found[0], values, row.number, result)
        else:
            record = await create(self._resource.model, values, reason="import")
            self._remember(record)
            result.created += 1

    async def _update(self, record: Any, values: dict[str, Any], number: int, result: ImportResult) -> None:
        different = {
            name: value for name, value in values.items() if getattr(record, self._shapes[name].column) != value
        }
        for name in different:
            if other := self._other_currency(record, self._shapes[name], values):
                result.problems.append(ImportProblem(number, name, _OTHER_CURRENCY.format(currency=other)))
                return
        if not different:
            result.unchanged += 1
            return
        after = await update(self._resource.model, record.id, different, reason="import")
        if after.revision == record.revision:
            result.unchanged += 1
            return
        for shape in self._shapes.values():
            setattr(record, shape.column, getattr(after, shape.column))
        record.revision = after.revision
        result.updated += 1

    def _other_currency(self, record: Any, shape: Shape, values: dict[str, Any]) -> str | None:
        """The currency of a record whose amounts were read as if they were in the company's."""
        name = shape.field.currency or ""
        if shape.kind is not Kind.MONEY or name not in self._shapes or name in values:
            return None
        theirs = str(getattr(record, name))
        return theirs if theirs != current_company().currency else None
