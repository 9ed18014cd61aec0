"""Search in texts and files over the API."""

from __future__ import annotations

from typing import Any

import msgspec

from guanxi.auth.limits import limit
from guanxi.context import current_actor, current_company, may
from guanxi.declare.access import SIGNED_IN
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Call, Endpoint
from guanxi.errors import NotFound
from guanxi.fulltext.finding import find_texts
from guanxi.i18n import _

PER_MINUTE = 60


class TextHit(msgspec.Struct, frozen=True):
    record: int
    label: str
    file: str
    """the name of the file that has the words; empty: the record's own text has them"""
    file_token: str
    """its address: `/files/<token>`"""
    excerpt: str


class TextHits(msgspec.Struct, frozen=True):
    data: list[TextHit]


def searched(key: str) -> Resource:
    """Raises NotFound for a resource without full text, and for one that the actor may not read."""
    resource = current_company().catalog.resources.get(key)
    if resource is None or resource.full_text is None or not may(resource.read):
        raise NotFound()
    return resource


async def _find(call: Call[Any]) -> TextHits:
    resource = searched(call.query["resource"])
    await limit(f"texts:{current_actor().id}", PER_MINUTE)
    hits = await find_texts(resource, call.query["q"])
    return TextHits([TextHit(hit.record_id, hit.label, hit.file, hit.token, hit.excerpt) for hit in hits])


ENDPOINT = Endpoint(
    path="/texts",
    method="GET",
    handler=_find,
    access=SIGNED_IN,
    summary=_("Search in the texts of records and in their files"),
    output=TextHits,
    query=(
        Field("resource", _("Resource"), kind=Kind.TEXT, max_length=120),
        Field("q", _("Search"), kind=Kind.TEXT, max_length=200),
    ),
)
