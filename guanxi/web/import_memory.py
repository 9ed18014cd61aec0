"""What a user chose for the columns of an import, taken up again where the headings are the same."""

from __future__ import annotations

from dataclasses import dataclass, field as attribute
from typing import Any

import msgspec

from guanxi.desk.preferences import prefer, preference
from guanxi.errors import InvalidInput
from guanxi.imports import Plan, Target, WrongColumns, read_plan
from guanxi.imports.normal import normalize
from guanxi.imports.table import Table

MOST_HEADINGS = 300


class Memory(msgspec.Struct):
    """`fields` has field names by heading, empty for columns that were left out."""

    fields: dict[str, str] = {}
    key: str = ""
    unmatched: dict[str, str] = {}
    existing: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose on the page; `mapping` is None before they could choose."""

    mapping: dict[int, str] | None = None
    key: str = ""
    unmatched: dict[str, str] = attribute(default_factory=dict)
    existing: str = ""


def _name(target: Target) -> str:
    return f"import:{target.key}"


def plan_of(table: Table, target: Target, choices: Choices) -> Plan:
    """Raises WrongColumns."""
    return read_plan(
        table,
        target,
        choices.mapping,
        key=choices.key or None,
        unmatched=choices.unmatched,
        existing=choices.existing or None,
    )


async def remembered(table: Table, target: Target) -> Plan:
    """The guess, bettered by what the user chose for the same headings before."""
    guessed = read_plan(table, target)
    memory = _read(await preference(_name(target), None))
    columns: dict[int, str] = {}
    for index, heading in enumerate(table.headings):
        name = memory.fields.get(normalize(heading), guessed.columns.get(index, "")) if heading else ""
        if name in target.shapes and name not in columns.values():
            columns[index] = name
    if not memory.fields:
        return guessed
    try:
        return plan_of(table, target, Choices(columns, memory.key, memory.unmatched, memory.existing))
    except WrongColumns:  # the fields, keys or rights have changed since
        return read_plan(table, target, columns)


async def remember(plan: Plan) -> None:
    """Newer choices replace older ones for the same headings."""
    memory = _read(await preference(_name(plan.target), None))
    fields = {normalize(heading): plan.columns.get(index, "") for index, heading in enumerate(plan.table.headings)}
    fields.pop("", None)
    older = {heading: name for heading, name in memory.fields.items() if heading not in fields}
    kept = dict([*fields.items(), *older.items()][:MOST_HEADINGS])
    key = plan.key.name if plan.target.keys else ""
    now = Memory(kept, key, {**memory.unmatched, **plan.unmatched}, str(plan.existing))
    try:
        await prefer(_name(plan.target), msgspec.to_builtins(now))
    except InvalidInput:
        return  # very long headings: the next import is guessed


def _read(value: Any) -> Memory:
    try:
        return msgspec.convert(value, Memory) if value is not None else Memory()
    except msgspec.ValidationError:
        return Memory()
