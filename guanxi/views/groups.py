"""A grouped list: heads with counts and sums of exactly what is filtered, and the first records below each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.declare.where import all_of
from guanxi.records.columns import first_of_groups
from guanxi.records.grouping import Amount, Grouping, GroupRow, group_param, group_where, measures_of, totals
from guanxi.records.shape import Shape
from guanxi.views.formats import NO, YES, choice_label, show_money, show_number
from guanxi.views.frame import Frame
from guanxi.views.parts import Row, address
from guanxi.views.periods import unit_label

MOST = 30
"""groups with records on one page"""
ROWS = {1: 8, 2: 5}
"""records shown below each group, by the number of levels"""


@dataclass(slots=True)
class SumText:
    name: str
    label: str
    text: str


@dataclass(slots=True)
class GroupView:
    level: int
    label: str
    field_label: str
    """what it is grouped by"""
    count: int
    sums: list[SumText]
    href: str
    """the list of all its records"""
    tone: str | None = None
    rows: list[Row] = field(default_factory=list)
    more: int = 0
    """records that are not shown"""


@dataclass(slots=True)
class Groups:
    views: list[GroupView]
    total: GroupRow
    left_out: int = 0
    """groups that did not fit on the page"""


def key_label(grouping: Grouping, key: Any, name: str = "") -> str:
    """What a group is called; empty for "nothing entered"."""
    if key is None:
        return ""
    if grouping.period:
        return unit_label(key, grouping.period)
    if grouping.shape.kind is Kind.RELATION:
        return name or f"#{key}"
    if grouping.shape.kind is Kind.BOOLEAN:
        return str(YES if key else NO)
    return choice_label(grouping.shape, key)


def key_tone(grouping: Grouping, key: Any) -> str | None:
    return next((str(choice.tone) for choice in grouping.shape.choices or () if choice == key), None)


def sum_texts(shapes: list[Shape], sums: dict[str, list[tuple[str | None, Amount]]]) -> list[SumText]:
    """Each measure; amounts of several currencies stand side by side, never added."""
    return [
        SumText(
            shape.name, str(shape.field.label), " · ".join(_amount(code, value) for code, value in sums[shape.name])
        )
        for shape in shapes
        if sums.get(shape.name)
    ]


def _amount(code: str | None, value: Amount) -> str:
    return show_money(int(value), code) if code else show_number(value)


async def groups_of(frame: Frame, names: tuple[str, ...]) -> tuple[Groups, list[list[dict[str, Any]]]]:
    """The heads, and for each lowest one the rows below it; two statements."""
    found = await totals(frame.resource, frame.where, frame.groups)
    shown = found[:MOST]
    conditions = [
        all_of(frame.where, *(group_where(g, key) for g, key in zip(frame.groups, row.keys, strict=True)))
        for row in shown
    ]
    limit = ROWS[len(frame.groups)]
    rows = await first_of_groups(frame.resource, conditions, limit=limit, sort=frame.query.sort, names=names)
    return Groups(_heads(frame, shown), _in_all(found), len(found) - len(shown)), rows


def _heads(frame: Frame, shown: list[GroupRow]) -> list[GroupView]:
    """The lowest level of groups, the first of an upper one preceded by its own head."""
    views: list[GroupView] = []
    above: Any = object()
    for row in shown:
        if len(frame.groups) == 2 and row.keys[0] != above:
            above = row.keys[0]
            views.append(_head(frame, _in_all([r for r in shown if r.keys[0] == above]), row, 1))
        views.append(_head(frame, row, row, len(frame.groups)))
    return views


def _head(frame: Frame, counted: GroupRow, row: GroupRow, level: int) -> GroupView:
    grouping, key = frame.groups[level - 1], row.keys[level - 1]
    params = [(n, v) for n, v in frame.params if n not in ("group", "view")]
    params += [group_param(g, k) for g, k in list(zip(frame.groups, row.keys, strict=True))[:level]]
    if level < len(frame.groups):
        params.append(("group", frame.groups[1].name))
    return GroupView(
        level,
        key_label(grouping, key, row.names[level - 1]),
        str(grouping.shape.field.label),
        counted.count,
        sum_texts(measures_of(frame.resource), counted.sums),
        address(frame.path, params),
        key_tone(grouping, key),
    )


def _in_all(rows: list[GroupRow]) -> GroupRow:
    total = GroupRow((), (), 0)
    for row in rows:
        total.count += row.count
        for name, amounts in row.sums.items():
            kept = dict(total.sums.get(name, []))
            for code, value in amounts:
                kept[code] = kept.get(code, 0) + value
            total.sums[name] = sorted(kept.items(), key=lambda item: item[0] or "")
    return total
