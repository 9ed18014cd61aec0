"""Which column of a file is which field: guessed from the headings, or as the user chose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field as attribute, replace
from operator import itemgetter

from guanxi.declare.fields import Field, Kind
from guanxi.declare.routes import Existing
from guanxi.i18n import LOCALES, Text, _, translate
from guanxi.imports.errors import WrongColumns
from guanxi.imports.generic import generic_importer
from guanxi.imports.keys import NO_KEY, Key, usual_key
from guanxi.imports.normal import normalize
from guanxi.imports.relations import CREATE, EMPTY, REJECT, may_create
from guanxi.imports.table import Table
from guanxi.imports.target import Target

SAMPLES = 3
_LOOKED_AT = 200
"""rows that samples are taken from"""
_LONGEST = 80
"""characters of a value beside its problem"""


@dataclass(frozen=True, slots=True)
class Plan:
    target: Target
    table: Table
    columns: dict[int, str]
    """field names by index of the column"""
    key: Key = NO_KEY
    unmatched: dict[str, str] = attribute(default_factory=dict)
    """by relation: what to do where no record is called so, `reject` (also where left out), `empty` or `create`"""
    existing: Existing = Existing.CHANGE

    @property
    def unknown(self) -> list[str]:
        """Headings of columns that are not imported."""
        return [heading for index, heading in enumerate(self.table.headings) if heading and index not in self.columns]

    @property
    def missing(self) -> list[Field]:
        """Required fields that no column gives."""
        given = set(self.columns.values())
        return [
            shape.field
            for name, shape in self.target.shapes.items()
            if name not in given and self.target.is_required(name, self.key)
        ]

    @property
    def samples(self) -> list[list[str]]:
        """For each column the first different texts in it."""
        rows = self.table.rows[:_LOOKED_AT]
        found: list[list[str]] = []
        for index in range(len(self.table.headings)):
            texts = dict.fromkeys(cells[index].strip()[:200] for _row, cells in rows if index < len(cells))
            found.append([text for text in texts if text][:SAMPLES])
        return found

    def value_of(self, row: int, column: str) -> str:
        """What the row with this number has in the column of the field, shortened; empty where it has none."""
        index = next((index for index, name in self.columns.items() if name == column), None)
        rows = self.table.rows
        place = bisect_left(rows, row, key=itemgetter(0))
        if index is None or place == len(rows) or rows[place][0] != row or index >= len(rows[place][1]):
            return ""
        text = rows[place][1][index].strip()
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    def check(self) -> None:
        """Raises WrongColumns where a required field has no column or a field has two."""
        errors: dict[str, Text] = {
            field.name: _("No column gives {field}, which is required.", field=field.label) for field in self.missing
        }
        names = list(self.columns.values())
        for name in {name for name in names if names.count(name) > 1}:
            label = self.target.shapes[name].field.label
            errors[name] = _("Two columns give {field}.", field=label)
        if errors:
            raise WrongColumns(errors)


def read_plan(
    table: Table,
    target: Target,
    mapping: Mapping[int, str] | None = None,
    *,
    key: str | None = None,
    unmatched: Mapping[str, str] | None = None,
    existing: str | None = None,
) -> Plan:
    """`mapping` has field names by index of the column; without it they are guessed, and so is the `key` by its name.

    `existing`: a value of `Existing`, for importers that change what is there.

    Raises WrongColumns.
    """
    if mapping is None:
        columns = guess(table.headings, target)
    else:
        errors = {
            str(index): _("There is no such column or field.")
            for index, name in mapping.items()
            if not 0 <= index < len(table.headings) or name not in target.shapes
        }
        if errors:
            raise WrongColumns(errors)
        columns = dict(sorted(mapping.items()))
    plan = Plan(target, table, columns, unmatched=_unmatched(target, unmatched or {}))
    return _with_key(replace(plan, existing=_existing(target, existing)), key)


def _with_key(plan: Plan, name: str | None) -> Plan:
    target = plan.target
    if target.resource is None:
        if name:
            raise WrongColumns({"key": _("Records cannot be found by this.")})
        return plan
    key = next((key for key in target.keys if key.name == name), None)
    if key is None:
        if name:
            raise WrongColumns({"key": _("Records cannot be found by this.")})
        key = usual_key(target.keys, set(plan.columns.values()), target.resource.import_key)
    return replace(plan, key=key, target=replace(target, importer=generic_importer(target.resource, key)))


def _existing(target: Target, wanted: str | None) -> Existing:
    if wanted and wanted not in (existing_choices(target) or (Existing.CHANGE,)):
        raise WrongColumns({"existing": _("This cannot be chosen here.")})
    return Existing(wanted) if wanted else Existing.CHANGE


def existing_choices(target: Target) -> tuple[Existing, ...]:
    """What may be done with records that are there; nothing where that is the importer's own rule."""
    return tuple(Existing) if target.importer.changes_existing else ()


def _unmatched(target: Target, wanted: Mapping[str, str]) -> dict[str, str]:
    errors = {
        name: _("This cannot be chosen here.") for name in wanted if wanted[name] not in choices_for(target, name)
    }
    if errors:
        raise WrongColumns(errors)
    return {name: choice for name, choice in wanted.items() if choice != REJECT}


def choices_for(target: Target, name: str) -> tuple[str, ...]:
    """What may be done with a row that names a record which is not there; nothing for what is no relation."""
    shape = target.shapes.get(name)
    if shape is None or shape.kind is not Kind.RELATION:
        return ()
    empty = () if target.is_required(name) else (EMPTY,)
    create = (CREATE,) if target.resource is not None and may_create(shape) else ()
    return (REJECT, *empty, *create)


def guess(headings: list[str], target: Target) -> dict[int, str]:
    """By field name, label in every language, and aliases. The first column that fits a field gets it."""
    meanings: dict[str, str] = {}
    for name, shape in target.shapes.items():
        labels = [translate(shape.field.label, locale) for locale in LOCALES]
        for word in (name, shape.column, *labels, *target.importer.aliases.get(name, ())):
            meanings.setdefault(normalize(word), name)
    columns: dict[int, str] = {}
    for index, heading in enumerate(headings):
        name = meanings.get(normalize(heading), "") if heading else ""
        if name and name not in columns.values():
            columns[index] = name
    return columns
