"""A board: the values of a choice field as columns, records as cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.declare.labels import Tone
from guanxi.declare.resources import Resource
from guanxi.declare.where import Condition, all_of, eq, in_
from guanxi.errors import NotFound
from guanxi.i18n import Text, _
from guanxi.records import find, page
from guanxi.records.columns import Rows, first_of_each
from guanxi.records.grouping import Amount, Grouping, GroupRow, group_param, measures_of, totals
from guanxi.records.moves import Move, may_move, moves_of
from guanxi.records.query import ListQuery
from guanxi.records.rules import readable
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.amounts import Currencies, currencies_of
from guanxi.views.cells import cell, column_shapes, naming_fields, needed_columns, record_name
from guanxi.views.formats import show_money, show_number
from guanxi.views.parts import Cell, Params, address

CARDS = 20
"""shown in each column; the list has the rest"""
FACTS = 4
"""on a card, where the resource does not say which"""
MEASURES = 2
"""sums in the head of a column"""
_AVATARS = 5
UNSET = ""
"""the column of records whose choice is empty"""


@dataclass(slots=True)
class Fact:
    label: Text
    cell: Cell


@dataclass(slots=True)
class Person:
    label: Text
    name: str
    initials: str
    color: int


@dataclass(slots=True)
class Ticket:
    """One card."""

    id: int
    revision: int
    name: str
    href: str
    facts: list[Fact]
    person: Person | None
    moves: list[Move]
    action: str
    """where its menu posts to"""

    def can(self, to: str) -> bool:
        return any(move.to == to for move in self.moves)


@dataclass(slots=True)
class Sum:
    label: Text
    text: str


@dataclass(slots=True)
class Head:
    count: int = 0
    sums: list[Sum] = field(default_factory=list)


@dataclass(slots=True)
class Column:
    value: str
    label: Text
    tone: str
    head: Head
    cards: list[Ticket]
    href: str
    """the list of all that it holds"""


@dataclass(slots=True)
class Board:
    by: Shape
    columns: list[Column]
    movable: bool

    def card(self, id: int) -> Ticket | None:
        """None where the board does not show it."""
        return next((card for column in self.columns for card in column.cards if card.id == id), None)


def board_fields(resource: Resource) -> list[Shape]:
    """The choice fields that make boards for the actor."""
    shapes = shapes_of(resource)
    return [shapes[f.name] for f in resource.fields if f.filter and readable(f) and shapes[f.name].kind is Kind.CHOICE]


def board_by(resource: Resource, name: str = "") -> Shape:
    """The field whose values are the columns: `name`, else what the resource says. Raises NotFound for none."""
    offered = {shape.name: shape for shape in board_fields(resource)}
    if name:
        if name not in offered:
            raise NotFound()
        return offered[name]
    declared = (resource.board.by if resource.board else "", resource.form.stage or "", *offered)
    found = next((offered[each] for each in declared if each in offered), None)
    if found is None:
        raise NotFound()
    return found


async def board_of(
    resource: Resource, by: Shape, where: Condition, params: Params, sort: str = "", also: int | None = None
) -> Board:
    """`where`: filters and search; `params`: the address's, without `by` and paging.

    `also`: a record that is to be seen on top of its column where it comes too late in it.
    """
    heads = await heads_of(resource, by, where)
    choices: list[tuple[str, Text, str]] = [(str(c), c.label, str(c.tone)) for c in by.choices or ()]
    if UNSET in heads:
        choices.append((UNSET, _("Not set"), str(Tone.NEUTRAL)))
    keys = [value or None for value, _label, _tone in choices]
    names = needed_columns(resource, _names(resource, by))
    found = await first_of_each(resource, by, keys, where, limit=CARDS, sort=sort, names=names)
    if also is not None and not any(row["id"] == also for rows in found.values() for row in rows):
        query = ListQuery(where=all_of(eq("id", also), where), sort="id", limit=1, columns=names)
        for row in (await page(resource, query)).rows:
            found.get(row[by.name] or None, []).insert(0, row)
    tickets = await _tickets(resource, by, [row for key in keys for row in found[key]], params)
    columns = [
        Column(
            value,
            label,
            tone,
            heads.get(value, Head()),
            [tickets[row["id"]] for row in found[value or None]],
            _all_href(resource, by, value, params),
        )
        for value, label, tone in choices
    ]
    return Board(by, columns, may_move(resource, by))


async def heads_of(resource: Resource, by: Shape, where: Condition) -> dict[str, Head]:
    """Counts and sums by column, of exactly what `where` leaves and the actor may see; none for empty columns."""
    measures = _measures(resource)
    groups = await totals(resource, where, (Grouping(by),), measures)
    return {str(row.keys[0] or UNSET): Head(row.count, _sums(resource, measures, row)) for row in groups}


def _measures(resource: Resource) -> tuple[str, ...]:
    """Those of the list's columns before others."""
    listed = resource.list.columns
    names = sorted((shape.name for shape in measures_of(resource)), key=lambda name: name not in listed)
    return tuple(names[:MEASURES])


def _sums(resource: Resource, measures: tuple[str, ...], row: GroupRow) -> list[Sum]:
    shapes = shapes_of(resource)
    return [
        Sum(shapes[name].field.label, " + ".join(_amount(code, amount) for code, amount in row.sums[name]))
        for name in measures
        if row.sums.get(name)
    ]


def _amount(code: str | None, amount: Amount) -> str:
    return show_number(amount) if code is None else show_money(int(amount), code)


def _all_href(resource: Resource, by: Shape, value: str, params: Params) -> str:
    rest = [(name, given) for name, given in params if name.partition(".")[0] != by.name]
    return address(resource.path, [*rest, group_param(Grouping(by), value or None)])


def _names(resource: Resource, by: Shape) -> tuple[str, ...]:
    """The fields to read for a card."""
    owner = _owner(resource)
    return (*_facts(resource, by), by.name, *((owner.name,) if owner else ()))


def _facts(resource: Resource, by: Shape) -> tuple[str, ...]:
    """The fields below a card's name."""
    if resource.board is not None and resource.board.card:
        return resource.board.card
    owner = _owner(resource)
    apart = {by.name, *naming_fields(resource), owner.name if owner else ""}
    names = [name for name in resource.list.columns if name not in apart]
    return tuple(names[:FACTS])


def _owner(resource: Resource) -> Shape | None:
    """The relation that says whose the record is."""
    people = [
        shape for shape in shapes_of(resource).values() if shape.field.to == "guanxi/users" and readable(shape.field)
    ]
    return next((shape for shape in people if shape.name == "owner"), people[0] if people else None)


async def _tickets(resource: Resource, by: Shape, rows: Rows, params: Params) -> dict[int, Ticket]:
    currencies = await currencies_of(resource, rows)
    moves: dict[int, list[Move]] = {}
    if rows and may_move(resource, by):
        ids = [row["id"] for row in rows]
        for record in await find(resource.model, in_("id", ids), limit=len(ids)):
            moves[record.id] = list(moves_of(resource, by, record).values())
    query = [*params, ("by", by.name)]
    return {row["id"]: _ticket(resource, by, row, currencies, moves.get(row["id"], []), query) for row in rows}


def _ticket(
    resource: Resource, by: Shape, row: Mapping[str, Any], currencies: Currencies, moves: list[Move], query: Params
) -> Ticket:
    path, owner = f"{resource.path}/{row['id']}", _owner(resource)
    shapes = column_shapes(resource, _facts(resource, by))
    facts = [Fact(shape.field.label, cell(shape, row, currencies)) for shape in shapes]
    person = row.get(owner.name) if owner is not None else None
    return Ticket(
        row["id"],
        row["revision"],
        record_name(resource, row) or f"#{row['id']}",
        path,
        [fact for fact in facts if fact.cell.text],
        Person(owner.field.label, person["label"], initials(person["label"]), person["id"] % _AVATARS)
        if owner is not None and person
        else None,
        moves,
        address(f"{path}/move", query),
    )


def initials(name: str) -> str:
    """陈 of 陈思远, AL of Ada Lovelace."""
    words = name.split()
    if not words or not words[0][0].isascii():
        return name[:1]
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper()
