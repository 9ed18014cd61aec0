"""The stage bar of a form: where the record stands, and where an action can take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guanxi.context import may
from guanxi.declare.resources import Action, Resource
from guanxi.records.rules import readable
from guanxi.records.shape import shapes_of
from guanxi.views.parts import Button


@dataclass(slots=True)
class Stage:
    label: str
    state: str
    """past, current or ahead"""
    button: Button | None = None
    """the action that leads there"""


def action_button(resource: Resource, action: Action, id: int, revision: int) -> Button:
    """`revision`: of the record as the page shows it."""
    href = f"{resource.path}/{id}/actions/{action.name}" + (f"?revision={revision}" if action.as_seen else "")
    return Button(action.label, href, action.primary, action.danger, action.confirm, bool(action.fields))


def record_buttons(resource: Resource, record: Any) -> list[Button]:
    return [
        action_button(resource, action, record.id, getattr(record, "revision", 0))
        for action in possible_actions(resource, record)
    ]


def possible_actions(resource: Resource, record: Any) -> list[Action]:
    """What the actor may do with a record in its present state."""
    return [a for a in resource.actions if a.on == "record" and may(a.permission) and a.when(record)]


def stages_of(resource: Resource, row: Mapping[str, Any], actions: list[Action]) -> list[Stage]:
    """`actions`: those that are possible."""
    shape = shapes_of(resource).get(resource.form.stage or "")
    if shape is None or not readable(shape.field) or shape.choices is None:
        return []
    members = list(shape.choices)
    now = next((i for i, choice in enumerate(members) if choice == row.get(shape.name)), -1)
    leads = {
        member: action
        for action in reversed(actions)
        for member in members
        if isinstance(action.moves_to, shape.choices) and action.moves_to == member
    }
    made = []
    for index, member in enumerate(members):
        state = "past" if index < now else "current" if index == now else "ahead"
        action = leads.get(member) if index != now else None
        button = action_button(resource, action, row["id"], row["revision"]) if action is not None else None
        made.append(Stage(str(member.label), state, button))
    return made
