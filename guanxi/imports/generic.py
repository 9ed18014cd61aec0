"""The import of a resource's records, row by row through the gateway."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from guanxi.context import current_company
from guanxi.db import transaction
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Existing, ImportChange, Importer, ImportProblem, ImportResult, ImportRow
from guanxi.declare.where import in_
from guanxi.errors import GuanxiError
from guanxi.i18n import Text, _
from guanxi.imports.external import keep_keys, records_by_key
from guanxi.imports.keys import EXTERNAL_KEY, NO_KEY, Key, import_shapes, importable
from guanxi.imports.problems import problems_of
from guanxi.imports.relations import NewRecord
from guanxi.records import create, find, update
from guanxi.records.shape import Shape, shapes_of

BATCH = 200
_SEVERAL = _("Several records are called so.")
_NO_KEY = _("This finds the record, so it cannot be empty.")
_NOT_FOUND = _("There is no such record.")
_OTHER = _("This stands for another record.")
IMPORT_REASON = _("import", "reason").message
_TWICE = _("Row {row} is about the same record.")
_OTHER_CURRENCY = _("The record is in {currency}: the file needs a column with the currency.")
_MOST_RECORDS = 100_000


def generic_importer(resource: Resource, key: Key = NO_KEY) -> Importer:
    """Finds each row's record by `key`, creates it where there is none, and changes what differs and may change.

    An empty cell leaves a field as it is; in a new record it takes the default.
    """
    permission = resource.create or resource.update
    assert permission is not None

    async def write(rows: list[ImportRow]) -> ImportResult:
        return await _Writer(resource, key).write(rows)

    return Importer(
        name=resource.name,
        title=resource.title,
        permission=permission,
        fields=tuple(shape.field for shape in import_shapes(resource).values()),
        write=write,
        batch=BATCH,
        changes_existing=True,
    )


class _Refused(Exception):
    def __init__(self, column: str, reason: Text) -> None:
        self.column, self.reason = column, reason
        super().__init__(reason.message)


@dataclass(slots=True)
class _Known:
    """Records that rows of the batch may be about."""

    by_key: dict[tuple[Any, ...], list[Any]] = field(default_factory=dict)
    by_external_key: dict[str, int] = field(default_factory=dict)
    """ids, also of records that the actor may not see"""
    by_id: dict[int, Any] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)
    """the row that is about a record, by its id"""


@dataclass(slots=True)
class _Done:
    """What one row brings about."""

    outcome: str = "unchanged"
    """which count of the result it adds to"""
    made: dict[tuple[str, str], int] = field(default_factory=dict)
    """ids of records that it named and that were not there, by resource and name"""
    change: ImportChange | None = None


class _Writer:
    """One batch."""

    def __init__(self, resource: Resource, key: Key) -> None:
        self._resource, self._key = resource, key
        self._shapes = shapes_of(resource)
        self._settable = {name: shape for name, shape in self._shapes.items() if importable(shape)}
        self._known = _Known()
        self._made: dict[tuple[str, str], int] = {}
        """ids of records that rows named and that were not there, by resource and name"""

    async def write(self, rows: list[ImportRow]) -> ImportResult:
        result = ImportResult()
        await self._find(rows)
        for row in rows:
            done = _Done()
            try:
                async with transaction():
                    await self._write_row(row, done)
            except _Refused as refused:
                result.problems.append(ImportProblem(row.number, refused.column, refused.reason))
            except GuanxiError as error:
                if error.status >= 500:
                    raise
                result.problems += problems_of(error, row.number)
            else:
                self._made |= done.made
                setattr(result, done.outcome, getattr(result, done.outcome) + 1)
                result.changes += [done.change] if done.change is not None else []
        return result

    async def _find(self, rows: list[ImportRow]) -> None:
        """The records of all rows, in a statement or two."""
        named = [row.values[EXTERNAL_KEY.name] for row in rows if row.values.get(EXTERNAL_KEY.name)]
        if named:
            self._known.by_external_key = await records_by_key(self._resource, named)
            ids = sorted(set(self._known.by_external_key.values()))
            found = await find(self._resource.model, in_("id", ids), limit=len(ids)) if ids else []
            self._known.by_id = {record.id: record for record in found}
        if not self._key.fields or self._key.external:
            return
        probe = max(self._key.fields, key=lambda name: self._shapes[name].kind is Kind.TEXT)
        wanted = list({row.values[probe] for row in rows if row.values.get(probe) not in (None, "")} - {None, ""})
        plain = [value for value in wanted if not isinstance(value, NewRecord)]
        for record in await find(self._resource.model, in_(probe, plain), limit=_MOST_RECORDS) if plain else []:
            columns = (self._shapes[name].column for name in self._key.fields)
            self._known.by_key.setdefault(tuple(getattr(record, column) for column in columns), []).append(record)

    async def _write_row(self, row: ImportRow, done: _Done) -> None:
        """Raises _Refused, and what the gateway raises."""
        record = self._record_of(row)
        external = row.values.get(EXTERNAL_KEY.name) or ""
        owner = self._known.by_external_key.get(external)
        if owner is not None and (record is None or owner != record.id):
            raise _Refused(EXTERNAL_KEY.name, _OTHER)
        if record is not None and record.id in self._known.taken:
            raise _Refused(self._key.fields[0], _TWICE.format(row=self._known.taken[record.id]))
        values = self._values(row, record)
        for name, value in values.items():
            if isinstance(value, NewRecord):
                values[name] = await self._make(value, done.made)
        known = record is not None
        if record is None:
            record, done.outcome = await self._create(values), "created"
        else:
            await self._update(record, values, row, done)
        if external and owner is None and not (known and row.existing is Existing.LEAVE):
            await keep_keys(self._resource, {external: record.id})
            done.outcome = "updated" if done.outcome == "unchanged" else done.outcome
        self._remember(row, record)

    def _values(self, row: ImportRow, record: Any | None) -> dict[str, Any]:
        """What the row says, as far as it may change the record that is there."""
        return {
            name: row.values[name]
            for name, shape in self._settable.items()
            if row.values.get(name) not in (None, "")
            and (record is None or row.may_change(getattr(record, shape.column)))
        }

    async def _create(self, values: dict[str, Any]) -> Any:
        defaults = {name: self._shapes[name].field.default for name in self._settable.keys() - values.keys()}
        given = {name: default() for name, default in defaults.items() if default is not None}
        return await create(self._resource.model, {**given, **values}, reason=IMPORT_REASON)

    def _remember(self, row: ImportRow, record: Any) -> None:
        """Another row of the batch with the same key is refused."""
        if external := row.values.get(EXTERNAL_KEY.name):
            self._known.by_external_key[external] = record.id
            self._known.by_id[record.id] = record
        if self._key.fields:
            self._known.by_key[tuple(row.values.get(name) for name in self._key.fields)] = [record]
            self._known.taken[record.id] = row.number

    def _record_of(self, row: ImportRow) -> Any | None:
        """The record that is there already. Raises _Refused where the row does not say clearly which."""
        values = tuple(row.values.get(name) for name in self._key.fields)
        for name, value in zip(self._key.fields, values, strict=True):
            if value in (None, "") and name in (*self._settable, EXTERNAL_KEY.name):
                raise _Refused(name, _NO_KEY)
        if self._key.external:
            id = self._known.by_external_key.get(str(values[0]))
            if id is not None and id not in self._known.by_id:
                raise _Refused(EXTERNAL_KEY.name, _OTHER)
            return self._known.by_id.get(id) if id is not None else None
        found = self._known.by_key.get(values, []) if values else []
        if len(found) > 1:
            raise _Refused(self._key.fields[0], _SEVERAL)
        given_by_program = not self._settable.keys() >= set(self._key.fields)
        if not found and given_by_program and any(value not in (None, "") for value in values):
            raise _Refused(self._key.fields[0], _NOT_FOUND)
        return found[0] if found else None

    async def _make(self, new: NewRecord, made: dict[tuple[str, str], int]) -> int:
        place = new.resource.key, new.name
        id = self._made.get(place) or made.get(place)
        if id is None:
            record = await create(new.resource.model, {new.resource.label: new.name}, reason=IMPORT_REASON)
            id = made[place] = record.id
        return int(id)

    async def _update(self, record: Any, values: dict[str, Any], row: ImportRow, done: _Done) -> None:
        different = {
            name: value for name, value in values.items() if getattr(record, self._shapes[name].column) != value
        }
        for name in different:
            if other := self._other_currency(record, self._shapes[name], values, row):
                raise _Refused(name, _OTHER_CURRENCY.format(currency=other))
        if not different:
            return
        after = await update(self._resource.model, record.id, different, reason=IMPORT_REASON)
        if after.revision != record.revision:
            done.outcome = "updated"
            done.change = self._change(row, record, after, different)

    def _change(self, row: ImportRow, before: Any, after: Any, different: dict[str, Any]) -> ImportChange:
        pairs, currencies = {}, {}
        for name, value in different.items():
            shape = self._shapes[name]
            pairs[name] = getattr(before, shape.column), value
            if shape.kind is Kind.MONEY and shape.field.currency in self._shapes:
                currencies[name] = getattr(before, shape.field.currency), getattr(after, shape.field.currency)
        return ImportChange(row.number, self._resource.key, before.id, pairs, currencies)

    def _other_currency(self, record: Any, shape: Shape, values: dict[str, Any], row: ImportRow) -> str | None:
        """The currency of a record whose amounts were read as if they were in the row's or the company's."""
        name = shape.field.currency or ""
        if shape.kind is not Kind.MONEY or name not in self._shapes:
            return None
        theirs = str(values.get(name) or getattr(record, name))
        read_as = row.values.get(name) or current_company().currency
        return theirs if theirs != read_as else None
