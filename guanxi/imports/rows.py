"""Rows of text into rows of checked values, a batch at a time and column by column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.declare.routes import Existing, ImportProblem, ImportRow
from guanxi.i18n import Text, _
from guanxi.imports.cells import parser_for
from guanxi.imports.normal import normalize
from guanxi.imports.numbers import plain_amount
from guanxi.imports.plan import Plan
from guanxi.imports.relations import CREATE, EMPTY, NewRecord, currencies_of, find_named, target_of
from guanxi.money import is_currency
from guanxi.records.input import parse_text
from guanxi.records.shape import Shape
from guanxi.records.values import REQUIRED, Wrong

SourceRow = tuple[int, list[str]]
_NOT_FOUND = _("There is no such record.")
_SEVERAL = _("Several records are called so.")
_EXTRA = _("The row has more cells than there are headings.")
_REPEATED = _("Row {row} has the same here.")


class RowParser:
    """Prepared once for a plan. `parse` gives the good rows, and problems of the others by row and field."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._width = len(plan.table.headings)
        shapes = plan.target.shapes
        self._columns = [(index, shapes[name]) for index, name in plan.columns.items()]
        defaults = plan.target.resource is None  # else an update would set what the row does not say
        self._parsers = {
            index: parser_for(shape, _column(plan, index, shape), defaults=defaults)
            for index, shape in self._columns
            if shape.kind not in (Kind.RELATION, Kind.MONEY)
        }
        given = set(plan.columns.values())
        self._defaults = {
            name: shape.field.default if defaults else None for name, shape in shapes.items() if name not in given
        }
        self._repeats = _repeats(plan)

    async def parse(self, rows: list[SourceRow]) -> tuple[list[ImportRow], list[ImportProblem]]:
        batch = _Batch(rows, self._width)
        for number in self._repeats.keys() & {number for number, _cells in rows}:
            batch.reject_row(number, self._plan.key.fields[0], _REPEATED.format(row=self._repeats[number]))
        for index, parse in self._parsers.items():
            batch.read_column(self._shape(index), batch.cells(index), parse)
        for index, shape in self._columns:
            if shape.kind is Kind.RELATION:
                by_id = normalize(self._plan.table.headings[index]).endswith("id")
                await batch.read_relations(shape, batch.cells(index), self._plan.unmatched.get(shape.name, ""), by_id)
        batch.fill(self._defaults)
        for index, shape in self._columns:
            if shape.kind is Kind.MONEY:
                currencies = await self._currencies(shape, batch)
                batch.read_money(shape, batch.cells(index), currencies)
        return batch.good_rows(self._plan.existing), batch.problems

    def _shape(self, index: int) -> Shape:
        return self._plan.target.shapes[self._plan.columns[index]]

    async def _currencies(self, shape: Shape, batch: _Batch) -> list[str]:
        """The currency of each row's amount: fixed, in the row, of a record it names, or the company's."""
        declared, fallback = shape.field.currency or "", current_company().currency
        if declared.startswith("="):
            return [declared[1:]] * len(batch.values)
        relation, dot, field = declared.partition(".")
        if not dot:
            found = [values.get(declared) or fallback for values in batch.values]
        else:
            shapes, resources = self._plan.target.shapes, current_company().catalog.resources
            target = resources.get(shapes[relation].field.to or "") if relation in shapes else None
            ids = [values.get(relation) for values in batch.values]
            known = await currencies_of(target, field, (id for id in ids if isinstance(id, int))) if target else {}
            found = [known.get(id, fallback) if isinstance(id, int) else fallback for id in ids]
        return [code if is_currency(code) else fallback for code in found]


def _column(plan: Plan, index: int, shape: Shape) -> list[str]:
    """All cells of a column that is read as a whole."""
    if shape.kind not in (Kind.DATE, Kind.DATETIME):
        return []
    return [cells[index] for _number, cells in plan.table.rows if index < len(cells)]


def _repeats(plan: Plan) -> dict[int, int]:
    """Rows whose key an earlier row has, with that row."""
    places = {name: index for index, name in plan.columns.items()}
    indexes = [places[name] for name in plan.key.fields if name in places]
    if not indexes or len(indexes) < len(plan.key.fields):
        return {}
    first: dict[tuple[str, ...], int] = {}
    found: dict[int, int] = {}
    for number, cells in plan.table.rows:
        texts = tuple(cells[index].strip() if index < len(cells) else "" for index in indexes)
        if all(texts) and (earlier := first.setdefault(texts, number)) != number:
            found[number] = earlier
    return found


class _Batch:
    def __init__(self, rows: list[SourceRow], width: int) -> None:
        self._numbers = [number for number, _cells in rows]
        self._cells = [cells if len(cells) >= width else cells + [""] * (width - len(cells)) for _n, cells in rows]
        self.values: list[dict[str, Any]] = [{} for _row in rows]
        self.problems: list[ImportProblem] = []
        self._bad: set[int] = set()
        for row, cells in enumerate(self._cells):
            if len(cells) > width and any(map(str.strip, cells[width:])):
                self._reject(row, "", _EXTRA)

    def cells(self, index: int) -> list[str]:
        return [cells[index] for cells in self._cells]

    def _reject(self, row: int, column: str, reason: Text) -> None:
        self._bad.add(row)
        self.problems.append(ImportProblem(self._numbers[row], column, reason))

    def read_column(self, shape: Shape, cells: list[str], parse: Callable[[str], Any]) -> None:
        name, values = shape.name, self.values
        for row, text in enumerate(cells):
            try:
                values[row][name] = parse(text)
            except Wrong as wrong:
                self._reject(row, name, wrong.text)

    def reject_row(self, number: int, column: str, reason: Text) -> None:
        self._reject(self._numbers.index(number), column, reason)

    async def read_relations(self, shape: Shape, cells: list[str], unmatched: str, by_id: bool) -> None:
        texts = [text.strip() for text in cells]
        found = await find_named(shape, (text for text in texts if text), by_id=by_id)
        target = target_of(shape)
        for row, text in enumerate(texts):
            value: int | NewRecord | None = None
            if not text:
                if shape.required:
                    self._reject(row, shape.name, REQUIRED)
            elif text in found:
                value = found[text]
                if value is None:
                    self._reject(row, shape.name, _SEVERAL)
            elif unmatched == CREATE and target is not None:
                value = NewRecord(target, text)
            elif unmatched != EMPTY:
                self._reject(row, shape.name, _NOT_FOUND)
            self.values[row][shape.name] = value

    def read_money(self, shape: Shape, cells: list[str], currencies: list[str]) -> None:
        for row, (text, currency) in enumerate(zip(cells, currencies, strict=True)):
            try:
                self.values[row][shape.name] = parse_text(shape, plain_amount(text, currency), currency=currency)
            except Wrong as wrong:
                self._reject(row, shape.name, wrong.text)

    def fill(self, defaults: dict[str, Callable[[], Any] | None]) -> None:
        """Fields that have no column."""
        for values in self.values:
            for name, default in defaults.items():
                values[name] = default() if default is not None else None

    def good_rows(self, existing: Existing) -> list[ImportRow]:
        return [
            ImportRow(number, values, existing)
            for row, (number, values) in enumerate(zip(self._numbers, self.values, strict=True))
            if row not in self._bad
        ]
