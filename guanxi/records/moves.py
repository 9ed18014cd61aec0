"""Moving a record from one column of a board to another: by saving the field, or by the action that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guanxi.context import may
from guanxi.db import transaction
from guanxi.declare.labels import Choice
from guanxi.declare.resources import Action, Outcome, Resource
from guanxi.errors import Conflict, InvalidInput, Stale
from guanxi.i18n import _
from guanxi.records.actions import run_action
from guanxi.records.reading import lock, read
from guanxi.records.rules import writable
from guanxi.records.shape import Shape
from guanxi.records.writing import get_own, update


@dataclass(frozen=True, slots=True)
class Move:
    """One way for a record into the column `to`; without an action it is a plain change of the field."""

    to: Choice
    action: Action | None = None

    @property
    def asks(self) -> bool:
        """Whether the action wants input or a yes, on its own page."""
        return self.action is not None and bool(self.action.fields or self.action.confirm)


@dataclass(frozen=True, slots=True)
class Moved:
    record: Any
    before: str
    """the value that the field had"""
    outcome: Outcome | None = None
    """what the action said, where one ran"""


def may_move(resource: Resource, by: Shape) -> bool:
    """Whether the actor may move any record at all."""
    return _may_set(resource, by) or any(_leads(a, by) and may(a.permission) for a in resource.actions)


def _may_set(resource: Resource, by: Shape) -> bool:
    return resource.update is not None and may(resource.update) and writable(by.field) and not by.field.fixed


def _leads(action: Action, by: Shape) -> bool:
    return action.on == "record" and by.choices is not None and isinstance(action.moves_to, by.choices)


def moves_of(resource: Resource, by: Shape, record: Any) -> dict[str, Move]:
    """The columns that the actor can bring `record` to, in the order of the choices."""
    now = getattr(record, by.column)
    sets = _may_set(resource, by) and resource.editable(record)
    found: dict[str, Move] = {}
    for choice in by.choices or ():
        if choice == now:
            continue
        if sets:
            found[str(choice)] = Move(choice)
            continue
        for action in resource.actions:
            if _leads(action, by) and action.moves_to == choice and may(action.permission) and action.when(record):
                found[str(choice)] = Move(choice, action)
                break
    return found


async def move(resource: Resource, by: Shape, id: int, to: str, revision: int) -> Moved | Move:
    """Bring the record into the column `to`. A `Move` as the answer: nothing was done, its action asks for more.

    Raises NotFound, Stale, InvalidInput for a column that does not exist, Conflict for one it cannot go to.
    """
    if by.choices is None or to not in {str(choice) for choice in by.choices}:
        raise InvalidInput({"to": _("This is none of the choices.")})
    async with transaction():
        record = await lock(resource.model, id)
        if getattr(record, "revision", 1) != revision:
            raise Stale(await read(resource, id))
        before = str(getattr(record, by.column) or "")
        if before == to:
            return Moved(record, before)
        found = moves_of(resource, by, record).get(to)
        if found is None:
            raise Conflict(_("This record cannot be moved there."))
        if found.action is None:
            return Moved(await update(resource.model, id, {by.name: to}, revision=revision), before)
        if found.asks:
            return found
        outcome = await run_action(resource, found.action, id, {})
        return Moved(await get_own(resource.model, id), before, outcome)
