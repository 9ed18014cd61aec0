"""What the desk hangs on: a record of any resource, and who may see it."""

from __future__ import annotations

from collections.abc import Iterable

from guanxi.auth.actors import actors_of
from guanxi.context import current_company, may, use_actor
from guanxi.declare.resources import Resource
from guanxi.errors import NotFound
from guanxi.records import get, labels
from guanxi.records.reading import visible_ids


async def reach(key: str, record_id: int) -> Resource:
    """The resource of a record that the current actor may read. Raises NotFound, whatever the reason."""
    resource = current_company().catalog.resources.get(key)
    if resource is None or not may(resource.read):
        raise NotFound()
    await get(resource.model, record_id)
    return resource


async def within_reach(key: str, record_id: int) -> bool:
    """Whether the current actor may read the record."""
    try:
        await reach(key, record_id)
    except NotFound:
        return False
    return True


async def label_of(resource: Resource, record_id: int) -> str:
    """What a record that the actor may see is called, for texts that others read: no name that is covered for some."""
    if any(field.mask is not None for field in resource.fields if field.name == resource.label):
        return f"#{record_id}"
    found = await labels(resource, [record_id])
    return found.get(record_id) or f"#{record_id}"


async def who_may_see(user_ids: Iterable[int], resource: Resource, record_id: int) -> set[int]:
    """Those of the users that are active and have the record in their scope."""
    seeing: set[int] = set()
    for actor in await actors_of(set(user_ids)):
        with use_actor(actor):
            if may(resource.read) and await visible_ids(resource, {record_id}):
                seeing.add(actor.id or 0)
    return seeing
