"""`GET …/{id}/timeline`: what happened to a record, for resources that declare a timeline."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from guanxi import records
from guanxi.api.endpoints import parse_query
from guanxi.api.http import json_answer
from guanxi.api.schemas import Schema
from guanxi.declare.fields import Field, Kind
from guanxi.declare.labels import Tone
from guanxi.declare.resources import Resource
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.views.history import Entry
from guanxi.views.timeline import LIMIT, choices_of, read_position, sources_of, timeline

MOST = 100
QUERY = (
    Field("before", _("Page"), kind=Kind.TEXT, required=False, max_length=300, help=_("`next` of the page before.")),
    Field("show", _("What is shown"), kind=Kind.TEXT, required=False, max_length=60),
    Field("limit", _("Entries"), kind=Kind.INTEGER, required=False, minimum=1, maximum=MOST, default=lambda: LIMIT),
)
_TEXT: Schema = {"type": "string"}
_CHANGE: Schema = {"type": "object", "properties": dict.fromkeys(("label", "before", "after"), _TEXT)}
_ENTRY: Schema = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "description": "Of the entry among those of its source."},
        "source": {**_TEXT, "description": "What `show` narrows the timeline to: `notes`, `changes`, or a source."},
        "at": {**_TEXT, "format": "date-time"},
        "day": {"type": ["string", "null"], "format": "date", "description": "Where only the day is known."},
        **dict.fromkeys(("title", "text", "note", "who"), _TEXT),
        "href": {"type": ["string", "null"]},
        "tone": {**_TEXT, "enum": [*map(str, Tone)]},
        "changes": {"type": "array", "items": _CHANGE},
    },
}
ANSWER: Schema = {
    "type": "object",
    "properties": {
        "data": {"type": "array", "items": _ENTRY},
        "next": {"type": ["string", "null"]},
        "missing": {"type": "array", "items": _TEXT, "description": "Sources that could not be read now."},
    },
    "required": ["data", "next", "missing"],
}


def shown_schema(resource: Resource) -> Schema:
    return {"type": "string", "enum": [choice.key for choice in choices_of(sources_of(resource)) if choice.key]}


async def answer_timeline(request: Request, resource: Resource, id: int) -> Response:
    """Raises NotFound, InvalidInput."""
    query = parse_query(QUERY, request.query_params.multi_items())
    await records.get(resource.model, id)
    shown = query["show"] or ""
    if shown not in {choice.key for choice in choices_of(sources_of(resource))}:
        raise InvalidInput({"show": _("This is none of the choices.")})
    before = read_position(query["before"]) if query["before"] else None
    found = await timeline(resource, id, shown=shown, before=before, limit=query["limit"])
    following = str(found.earlier) if found.earlier is not None else None
    return json_answer(
        {"data": [*map(_as_json, found.entries)], "next": following, "missing": [*map(str, found.failed)]}
    )


def _as_json(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "source": entry.source,
        "at": entry.at,
        "day": entry.on.isoformat() if entry.on is not None else None,
        "title": entry.title,
        "text": entry.line,
        "note": entry.written,
        "who": entry.who,
        "href": entry.href,
        "tone": entry.tone or Tone.NEUTRAL.value,
        "changes": [
            {"label": str(change.label), "before": change.before, "after": change.after} for change in entry.changes
        ],
    }
