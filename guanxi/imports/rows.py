"""Rows of text into rows of checked values, a batch at a time and column by column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.declare.routes import ImportProblem, ImportRow
from guanxi.i18n import Text, _
from guanxi.imports.cells import parser_for
from guanxi.imports.plan import Plan
from guanxi.imports.relations import currencies_of, find_named
from guanxi.money import is_currency
from guanxi.records.input import parse_text
from guanxi.records.shape import Shape
from guanxi.records.values import REQUIRED, Wrong

SourceRow = tuple[int, list[str]]
_NOT_FOUND = _("There is no such record.")
_SEVERAL = _("Several records are called so.")
_EXTRA = _("The row has more cells than there are headings.")


class RowParser:
    """Prepared once for a plan. `parse` gives the good rows, and problems of the others by row and field."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._width = len(plan.table.headings)
        shapes = plan.target.shapes
        self._columns = [(index, shapes[name]) for index, name in plan.columns.items()]
        self._parsers = {
            index: parser_for(shape) for index, shape in self._columns if shape.kind not in (Kind.RELATION, Kind.MONEY)
        }
        given = set(plan.columns.values())
        self._defaults = {name: shape.field.default for name, shape in shapes.items() if name not in given}

    async def parse(self, rows: list[SourceRow]) -> tuple[list[ImportRow], list[ImportProblem]]:
        batch = _Batch(rows, self._width)
        for index, parse in self._parsers.items():
            batch.read_column(self._shape(index), batch.cells(index), parse)
        for index, shape in self._columns:
            if shape.kind is Kind.RELATION:
                await batch.read_relations(shape, batch.cells(index))
        batch.fill(self._defaults)
        for index, shape in self._columns:
            if shape.kind is Kind.MONEY:
                currencies = await self._currencies(shape, batch)
                batch.read_money(shape, batch.cells(index), currencies)
        return batch.good_rows(), batch.problems

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
            known = await currencies_of(target, field, (id for id in ids if id)) if target else {}
            found = [known.get(id, fallback) if id else fallback for id in ids]
        return [code if is_currency(code) else fallback for code in found]


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

    async def read_relations(self, shape: Shape, cells: list[str]) -> None:
        texts = [text.strip() for text in cells]
        found = await find_named(shape, (text for text in texts if text))
        for row, text in enumerate(texts):
            if not text:
                self.values[row][shape.name] = None
                if shape.required:
                    self._reject(row, shape.name, REQUIRED)
            elif text not in found:
                self._reject(row, shape.name, _NOT_FOUND)
            elif found[text] is None:
                self._reject(row, shape.name, _SEVERAL)
            else:
                self.values[row][shape.name] = found[text]

    def read_money(self, shape: Shape, cells: list[str], currencies: list[str]) -> None:
        for row, (text, currency) in enumerate(zip(cells, currencies, strict=True)):
            try:
                self.values[row][shape.name] = parse_text(shape, text, currency=currency)
            except Wrong as wrong:
                self._reject(row, shape.name, wrong.text)

    def fill(self, defaults: dict[str, Callable[[], Any] | None]) -> None:
        """Fields that have no column."""
        for values in self.values:
            for name, default in defaults.items():
                values[name] = default() if default is not None else None

    def good_rows(self) -> list[ImportRow]:
        return [
            ImportRow(number, values)
            for row, (number, values) in enumerate(zip(self._numbers, self.values, strict=True))
            if row not in self._bad
        ]
