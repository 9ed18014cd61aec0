"""Which resources, rows and fields the current actor may touch."""

from __future__ import annotations

from typing import Any

from guanxi.context import current_actor, current_company, require
from guanxi.declare.fields import Field
from guanxi.declare.resources import Lines, Resource
from guanxi.declare.where import ALWAYS, Condition
from guanxi.errors import Forbidden, NotFound


def resource_of(model: type[Any]) -> Resource:
    """Raises NotFound where the model's add-on is not enabled, or declares no resource for it."""
    found = current_company().catalog.resource_of.get(model)
    if found is None:
        raise NotFound()
    return found


def visible(resource: Resource) -> Condition:
    """The rows of `resource` that the current actor may see. Raises Forbidden or Unauthenticated for none at all."""
    require(resource.read)
    return ALWAYS if current_actor().elevated else resource.scope()


def readable(field: Field) -> bool:
    """Whether the actor may see the field as it is, and look for records by it."""
    return shown(field) and not covered(field)


def shown(field: Field) -> bool:
    """Whether the actor sees something of the field: it is readable, or covered."""
    return not field.secret and (field.read is None or current_actor().has(field.read))


def covered(field: Field) -> bool:
    """Whether the actor sees no more of the field than that it is filled in, and its ends."""
    return field.mask is not None and not current_actor().has(field.mask)


def writable(field: Field) -> bool:
    """Whether input may set the field."""
    actor = current_actor()
    if actor.elevated:
        return True
    return not field.readonly and all(actor.has(need) for need in (field.read, field.write) if need is not None)


def readable_fields(declared: Resource | Lines) -> list[Field]:
    return [field for field in declared.fields if readable(field)]


def shown_fields(declared: Resource | Lines) -> list[Field]:
    return [field for field in declared.fields if shown(field)]


def require_write(resource: Resource, kind: str) -> None:
    """`kind` is create, update or delete. Raises Forbidden where nobody, or not this actor, may."""
    permission = getattr(resource, kind)
    if permission is None and not current_actor().elevated:
        raise Forbidden()
    if permission is not None:
        require(permission)
