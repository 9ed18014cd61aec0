"""A pivot's numbers as tables, one for each currency; every number leads to the list of its records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast

from guanxi.declare.extensions import Chart, Series
from guanxi.declare.resources import Resource
from guanxi.i18n import Text, _
from guanxi.money import plain_amount
from guanxi.records.grouping import Amount, Grouping, GroupRow, group_param, order_of
from guanxi.records.periods import after
from guanxi.records.rules import readable_fields
from guanxi.records.shape import Shape
from guanxi.views.charts import MOST_SERIES, Drawing, draw
from guanxi.views.formats import show_money, show_number
from guanxi.views.groups import key_label, key_tone
from guanxi.views.parts import Params, address

MOST_ROWS, MOST_COLUMNS = 50, 24
Key = Any
"""of a group, as `GroupRow.keys` has it"""
TOTAL: Key = object()


@dataclass(frozen=True, slots=True)
class Layout:
    resource: Resource
    rows: Grouping
    columns: Grouping | None
    measure: Shape | None
    chart: str
    along: Params
    """the filters of the address"""


@dataclass(frozen=True, slots=True)
class Head:
    label: str
    href: str
    tone: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    text: str
    plain: str
    """for files"""
    href: str = ""


@dataclass(slots=True)
class PivotRow:
    head: Head
    cells: list[Number]
    total: Number


@dataclass(slots=True)
class PivotTable:
    currency: str | None
    title: Text
    corner: Text
    columns: list[Head]
    rows: list[PivotRow]
    totals: PivotRow
    chart: Drawing | None = None
    rows_left: int = 0
    """rows that did not fit; the totals include them"""
    columns_left: int = 0


@dataclass(slots=True)
class _Sums:
    """The amounts of one currency by row and column, with their totals under TOTAL."""

    amounts: dict[tuple[Key, Key], Amount] = field(default_factory=dict)

    def add(self, row: Key, column: Key, amount: Amount) -> None:
        for at in {(row, column), (row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)}:
            self.amounts[at] = self.amounts.get(at, 0) + amount


def tables_of(layout: Layout, found: list[GroupRow]) -> list[PivotTable]:
    """None where there is nothing to show."""
    by_currency: dict[str | None, _Sums] = {}
    names: list[dict[Key, str]] = [{}, {}]
    for row in found:
        keys = (*row.keys, TOTAL)[:2]
        for place, key in enumerate(row.keys):
            names[place][key] = row.names[place]
        for code, amount in _amounts(layout, row):
            by_currency.setdefault(code, _Sums()).add(keys[0], keys[1], amount)
    return [
        _table(layout, code, sums, names) for code, sums in sorted(by_currency.items(), key=lambda item: item[0] or "")
    ]


def _amounts(layout: Layout, row: GroupRow) -> Iterable[tuple[str | None, Amount]]:
    return row.sums.get(layout.measure.name, []) if layout.measure is not None else [(None, row.count)]


def _table(layout: Layout, code: str | None, sums: _Sums, names: list[dict[Key, str]]) -> PivotTable:
    rows, rows_left = _keys(layout.rows, sums, 0, names[0], MOST_ROWS)
    columns, columns_left = (
        _keys(layout.columns, sums, 1, names[1], MOST_COLUMNS) if layout.columns is not None else ([], 0)
    )

    def number(row: Key, column: Key) -> Number:
        return _number(layout, code, sums.amounts.get((row, column)), row, column)

    def line(key: Key, head: Head) -> PivotRow:
        return PivotRow(head, [number(key, column) for column in columns], number(key, TOTAL))

    made = PivotTable(
        code,
        _title(layout),
        layout.rows.shape.field.label,
        [_head(layout, code, TOTAL, key, names[1]) for key in columns],
        [line(key, _head(layout, code, key, TOTAL, names[0])) for key in rows],
        line(TOTAL, Head(str(_("Total", "sum")), "")),
        rows_left=rows_left,
        columns_left=columns_left,
    )
    made.chart = _chart(layout, made, sums, rows, columns)
    return made


def _title(layout: Layout) -> Text:
    measure = layout.measure.field.label if layout.measure is not None else _("Number of records")
    field = layout.rows.shape.field.label
    if layout.columns is None:
        return _("{measure} by {field}", measure=measure, field=field)
    other = layout.columns.shape.field.label
    return _("{measure} by {field} and {other}", measure=measure, field=field, other=other)


def _keys(grouping: Grouping, sums: _Sums, place: int, names: dict[Key, str], most: int) -> tuple[list[Key], int]:
    """In the order in which people read them: the latest days, of all else the largest, and how many are left out."""
    found = {at[place] for at in sums.amounts if at[place] is not TOTAL}
    keys = sorted(found, key=lambda key: order_of(grouping, key, names.get(key, "")))
    if len(keys) <= most:
        return _without_gaps(grouping, keys, most), 0
    if grouping.period:
        return keys[-most:], len(keys) - most
    size = {key: abs(Decimal(sums.amounts[(key, TOTAL) if place == 0 else (TOTAL, key)])) for key in keys}
    kept = set(sorted(keys, key=lambda key: size[key], reverse=True)[:most])
    return [key for key in keys if key in kept], len(keys) - most


def _without_gaps(grouping: Grouping, keys: list[Key], most: int) -> list[Key]:
    """Months in which there was nothing count in time, where they fit."""
    days = [cast(date, key) for key in keys if key is not None]
    if not grouping.period or len(days) < 2:
        return keys
    every = [days[0]]
    while every[-1] < days[-1] and len(every) <= most:
        every.append(after(every[-1], grouping.period))
    rest = [key for key in keys if key is None]
    return [*every, *rest] if len(every) + len(rest) <= most else keys


def _head(layout: Layout, code: str | None, row: Key, column: Key, names: dict[Key, str]) -> Head:
    grouping, key = (layout.rows, row) if column is TOTAL else (cast(Grouping, layout.columns), column)
    label = key_label(grouping, key, names.get(key, "")) or str(_("Not set"))
    return Head(label, _href(layout, code, row, column), key_tone(grouping, key))


def _number(layout: Layout, code: str | None, amount: Amount | None, row: Key, column: Key) -> Number:
    if amount is None:
        return Number("", "")
    href = _href(layout, code, row, column)
    if code:
        return Number(show_money(int(amount), code), plain_amount(int(amount), code), href)
    return Number(show_number(amount), f"{amount:f}" if not isinstance(amount, int) else str(amount), href)


def _href(layout: Layout, code: str | None, row: Key, column: Key) -> str:
    added = [group_param(layout.rows, row)] if row is not TOTAL else []
    if column is not TOTAL and layout.columns is not None:
        added.append(group_param(layout.columns, column))
    added += _currency_param(layout, code, added)
    return address(layout.resource.path, narrowed(layout.along, added) or [("view", "0")])


def _currency_param(layout: Layout, code: str | None, added: Params) -> Params:
    """Where the record itself says its currency."""
    declared = layout.measure.field.currency if layout.measure is not None else None
    if not code or not declared or declared not in {f.name for f in readable_fields(layout.resource)}:
        return []
    return [(declared, code)] if declared not in dict(added) else []


def narrowed(params: Params, added: Params) -> Params:
    """Both must hold: values of one name would be alternatives, so the first become an or-group of their own."""
    there = [item for item in params if item not in added or [n for n, _v in params].count(item[0]) > 1]
    names, taken = {name for name, _value in added}, {name.partition(".")[0] for name, _value in there}
    free = iter([f"any{n}" for n in range(1, 10) if f"any{n}" not in taken])
    moved = {name: next(free, "any9") for name in dict(there) if name in names}
    return [*((f"{moved[n]}.{n}" if n in moved else n, v) for n, v in there), *added]


def _chart(layout: Layout, table: PivotTable, sums: _Sums, rows: list[Key], columns: list[Key]) -> Drawing | None:
    """Time runs along the axis where it can; of too many series only the totals."""
    if layout.chart == "none" or not rows:
        return None
    heads = [row.head for row in table.rows]
    series = [Series(table.title, [sums.amounts.get((row, TOTAL), 0) for row in rows])]
    if layout.chart != "shares" and layout.columns is not None:
        if layout.columns.period and len(rows) <= MOST_SERIES:
            series = [
                Series(_plain(head.label), [sums.amounts.get((row, column), 0) for column in columns])
                for row, head in zip(rows, heads, strict=True)
            ]
            heads = table.columns
        elif len(columns) <= MOST_SERIES:
            series = [
                Series(_plain(head.label), [sums.amounts.get((row, column), 0) for row in rows])
                for column, head in zip(columns, table.columns, strict=True)
            ]
    kind = cast(Any, layout.chart)
    return draw(Chart(table.title, [h.label for h in heads], series, kind, table.currency, [h.href for h in heads]))


def _plain(text: str) -> Text:
    """A name of people's own, which is not translated."""
    return Text("{name}", {"name": text})
