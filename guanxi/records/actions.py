"""Running a declared action on a record, for pages and API alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guanxi.context import require
from guanxi.db import whole
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Action, Outcome, Resource
from guanxi.errors import Conflict, NotFound, Stale
from guanxi.i18n import Text, _
from guanxi.records.reading import lock, read
from guanxi.records.shape import input_shape
from guanxi.records.values import invalid
from guanxi.records.writing import refusing, target_visible


def find_action(resource: Resource, name: str, on: str) -> Action:
    """`on` is record or list. Raises NotFound."""
    found = next((action for action in resource.actions if action.name == name and action.on == on), None)
    if found is None:
        raise NotFound()
    return found


@refusing
async def run_action(
    resource: Resource, action: Action, id: int | None, values: Mapping[str, Any], *, revision: int | None = None
) -> Outcome:
    """`values`: checked input by field; `revision`: what the caller has read of the record, if it says so.

    Raises Forbidden, NotFound, InvalidInput, Stale, and Conflict in a wrong state.
    """
    require(resource.read)

    async def run() -> Outcome:
        record = None if id is None else await lock(resource.model, id)
        if id is not None and revision is not None and getattr(record, "revision", revision) != revision:
            raise Stale(await read(resource, id))
        return await _run(action, record, values)

    return await whole(run)


async def _run(action: Action, record: Any, values: Mapping[str, Any]) -> Outcome:
    require(action.permission)
    if record is not None and not action.when(record):
        raise Conflict(_("This is not possible in the record's present state."))
    await _check_relations(action, values)
    return await action.run(record, dict(values)) or Outcome()


async def _check_relations(action: Action, values: Mapping[str, Any]) -> None:
    """What a user points to must be visible to that user."""
    errors: dict[str, Text] = {}
    for field in action.fields:
        shape = input_shape(field)
        id = values.get(field.name)
        if shape.kind is Kind.RELATION and isinstance(id, int) and not await target_visible(shape, {id}):
            errors[field.name] = _("There is no such record.")
    invalid(errors)
