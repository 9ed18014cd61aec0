"""The lines of a record's form: a row of inputs for each, what is folded away below it, and some empty rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guanxi.declare.resources import Lines
from guanxi.i18n import Text
from guanxi.records.rules import readable
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.values import number_from
from guanxi.views.amounts import Currencies, currencies_of, currency_of
from guanxi.views.drafts import Draft, initial
from guanxi.views.formats import NUMERIC, show
from guanxi.views.inputs import Form, make_input
from guanxi.views.parts import Column, Input

EMPTY_ROWS = 3
_INDEX = "__index__"


@dataclass(slots=True)
class LineRow:
    id: int | None
    inputs: list[Input]
    folded: list[Input] = field(default_factory=list)
    told: list[Input] = field(default_factory=list)
    """what is folded away and not as in a new line"""

    @property
    def wrong(self) -> bool:
        return any(item.error for item in self.folded)


@dataclass(slots=True)
class LinesTable:
    name: str
    label: Text
    columns: list[Column]
    rows: list[LineRow]
    readonly: bool
    error: Text | None = None
    blank: LineRow | None = None
    """what the script copies to add a row; its index is written `__index__`"""
    fill: str = ""
    """where a row asks what a choice in it proposes"""
    fill_by: str = ""
    """fields of the row that it goes by, with spaces between them"""
    fill_given: str = ""
    """fields of the record that it tells of"""


async def lines_table(draft: Draft, lines: Lines) -> LinesTable:
    shapes = [shape for shape in shapes_of(lines).values() if readable(shape.field)]
    locked = draft.locked or lines.readonly
    rows: list[Mapping[str, Any]] = list(draft.row.get(lines.name) or [])
    currencies = await currencies_of(lines, rows)
    posted = draft.form is not None and f"{lines.name}-count" in draft.form
    count = typed_count(lines, draft.form or {}) if posted and not locked else len(rows)
    made = [
        _line(draft, lines, shapes, _row_at(draft, lines, rows, index), f"{lines.name}-{index}-", currencies, locked)
        for index in range(count)
    ]
    columns = [Column(s.name, s.field.label, s.kind in NUMERIC) for s in _in_row(lines, shapes)]
    table = LinesTable(lines.name, lines.label, columns, made, locked, draft.errors.get(lines.name))
    if not locked:
        if not posted:
            blanks = range(count, min(count + EMPTY_ROWS, max(count, lines.maximum)))
            made += [_line(draft, lines, shapes, {}, f"{lines.name}-{index}-", {}, False) for index in blanks]
        table.blank = _line(draft, lines, shapes, {}, f"{lines.name}-{_INDEX}-", {}, False)
        if lines.fill is not None:
            table.fill = f"{draft.resource.path}/fill?lines={lines.name}"
            table.fill_by = " ".join((lines.fill.by, *lines.fill.row))
            table.fill_given = " ".join(lines.fill.given)
    return table


def typed_count(lines: Lines, form: Mapping[str, Any]) -> int:
    """How many rows of lines the form has."""
    return min(number_from(str(form.get(f"{lines.name}-count"))) or 0, lines.maximum)


def _row_at(draft: Draft, lines: Lines, rows: list[Mapping[str, Any]], index: int) -> Mapping[str, Any]:
    if draft.form is None or f"{lines.name}-count" not in draft.form:
        return rows[index]
    id = str(draft.form.get(f"{lines.name}-{index}-id") or "")
    return next((row for row in rows if str(row["id"]) == id), {})


def _in_row(lines: Lines, shapes: list[Shape]) -> list[Shape]:
    known = {shape.name: shape for shape in shapes}
    return [known[name] for name in lines.row or known if name in known]


def _line(
    draft: Draft,
    lines: Lines,
    shapes: list[Shape],
    row: Mapping[str, Any],
    prefix: str,
    currencies: Currencies,
    locked: bool,
) -> LineRow:
    form: Form | None = None if _INDEX in prefix else draft.form
    inputs, told = {}, []
    for shape in shapes:
        value, currency = row.get(shape.name), currency_of(shape, row, currencies, draft.row)
        if not row and shape.field.default is not None and shape.kind == "boolean":
            value = shape.field.default()
        made = make_input(
            shape,
            value,
            prefix=prefix,
            currency=currency,
            form=form,
            errors=draft.errors,
            targets=draft.targets,
            new=not row,
            locked=locked,
        )
        inputs[shape.name] = made
        if row and made.text not in ("", show(shape, initial(shape, lines.model), currency)):
            told.append(made)
    shown = [inputs.pop(shape.name) for shape in _in_row(lines, shapes)]
    folded = list(inputs.values())
    return LineRow(row.get("id"), shown, folded, [item for item in told if item in folded])
