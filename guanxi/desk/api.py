"""Notes over the API. To-dos are a resource and need nothing of their own."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import msgspec

from guanxi.declare.access import SIGNED_IN
from guanxi.declare.fields import Field, Kind
from guanxi.declare.routes import Call, Endpoint
from guanxi.desk.notes import TEXT, ShownNote, add_note, notes_of
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records.input import parse_json_fields

PAGE = 50


class NoteRecord(msgspec.Struct, frozen=True):
    id: int
    text: str
    author: str
    at: str
    """ISO 8601, UTC"""


class Notes(msgspec.Struct, frozen=True):
    data: list[NoteRecord]
    next: int | None
    """`before` of the page of older notes"""


class NewNote(msgspec.Struct, frozen=True):
    resource: str
    record: int
    text: str


class AddedNote(msgspec.Struct, frozen=True):
    id: int
    told: list[str]
    not_told: list[str]
    """mentioned people who may not see the record"""


def _record(note: ShownNote) -> NoteRecord:
    at = note.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return NoteRecord(note.id, note.text, note.author, at)


async def _list(call: Call[Any]) -> Notes:
    query = call.query
    found = await notes_of(query["resource"], query["record"], before=query["before"], limit=PAGE + 1)
    more = found[PAGE - 1].id if len(found) > PAGE else None
    return Notes([_record(note) for note in found[:PAGE]], more)


async def _add(call: Call[NewNote]) -> AddedNote:
    given = call.input
    if not 0 < given.record < 2**63:
        raise InvalidInput({"record": _("There is no such record.")})
    values = parse_json_fields((TEXT,), {"text": given.text})
    note = await add_note(given.resource, given.record, values["text"])
    return AddedNote(note.id, note.told, note.blind)


ENDPOINTS = (
    Endpoint(
        path="/notes",
        method="GET",
        handler=_list,
        access=SIGNED_IN,
        summary=_("Notes of a record, newest first"),
        output=Notes,
        query=(
            Field("resource", _("Kind of record"), kind=Kind.TEXT, required=True, max_length=120),
            Field("record", _("Record"), kind=Kind.INTEGER, required=True, minimum=1, maximum=2**63 - 1),
            Field("before", _("Older than this note"), kind=Kind.INTEGER, required=False, minimum=1, maximum=2**63 - 1),
        ),
    ),
    Endpoint(
        path="/notes",
        method="POST",
        handler=_add,
        access=SIGNED_IN,
        summary=_("Write a note on a record"),
        input=NewNote,
        output=AddedNote,
        status=201,
    ),
)
