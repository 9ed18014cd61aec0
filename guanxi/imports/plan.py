"""Which column of a file is which field: guessed from the headings, or as the user chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guanxi.declare.fields import Field
from guanxi.i18n import LOCALES, Text, _, translate
from guanxi.imports.errors import WrongColumns
from guanxi.imports.normal import normalize
from guanxi.imports.table import Table
from guanxi.imports.target import Target


@dataclass(frozen=True, slots=True)
class Plan:
    target: Target
    table: Table
    columns: dict[int, str]
    """field names by index of the column"""

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
            if name not in given and self.target.is_required(name)
        ]

    @property
    def samples(self) -> list[str]:
        """For each column the first text in it."""
        return [
            next((cells[i] for _row, cells in self.table.rows[:100] if i < len(cells) and cells[i].strip()), "")
            for i in range(len(self.table.headings))
        ]

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


def read_plan(table: Table, target: Target, mapping: Mapping[int, str] | None = None) -> Plan:
    """`mapping` has field names by index of the column; without it they are guessed. Raises WrongColumns."""
    if mapping is None:
        return Plan(target, table, guess(table.headings, target))
    errors = {
        str(index): _("There is no such column or field.")
        for index, name in mapping.items()
        if not 0 <= index < len(table.headings) or name not in target.shapes
    }
    if errors:
        raise WrongColumns(errors)
    return Plan(target, table, dict(sorted(mapping.items())))


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
