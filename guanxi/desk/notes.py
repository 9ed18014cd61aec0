"""Notes on records: whoever may read the record may write one; those whom it mentions are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guanxi.auth import limit
from guanxi.auth.grants import actor_is_administrator
from guanxi.context import author_id, current_actor, require
from guanxi.db import execute, fetch, fetch_row, fetch_value, transaction
from guanxi.declare.access import SIGNED_IN
from guanxi.declare.fields import Field, Kind
from guanxi.desk.mentions import Mentioned, mentioned_in
from guanxi.desk.notifications import notify
from guanxi.desk.reach import label_of, reach, who_may_see
from guanxi.errors import NotFound
from guanxi.i18n import _
from guanxi.records import audit

MAX_NOTE = 5000
PER_MINUTE = 60
_PREVIEW = 200
TEXT = Field("text", _("Note"), kind=Kind.MULTILINE, required=True, max_length=MAX_NOTE)


@dataclass(frozen=True, slots=True)
class WrittenNote:
    id: int
    told: list[str]
    """names of the mentioned people who were notified"""
    blind: list[str]
    """names of the mentioned people who may not see the record, and were not told"""


async def add_note(key: str, record_id: int, text: str) -> WrittenNote:
    """`text` is checked input of the field TEXT. Raises NotFound for a record that the actor may not see."""
    require(SIGNED_IN)
    actor = current_actor()
    await limit(f"note:{actor.id}", PER_MINUTE)
    async with transaction():
        resource = await reach(key, record_id)
        people = [person for person in await mentioned_in(text) if person.id != actor.id]
        seeing = await who_may_see((person.id for person in people), resource, record_id)
        label = await label_of(resource, record_id)
        note_id = await _write(key, record_id, label, text, [person.id for person in people])
        told = [person for person in people if person.id in seeing]
        await _tell(told, label, text, f"{resource.path}/{record_id}#timeline")
    return WrittenNote(note_id, [p.name for p in told], [p.name for p in people if p.id not in seeing])


async def keep_note(key: str, record_id: int, text: str) -> int:
    """Keep what somebody who is no user wrote about a record, such as a customer in a portal, in the actor's name.

    For the program, elevated, which has checked the text. Mentions nobody. Returns the note's id. Raises NotFound.
    """
    async with transaction():
        resource = await reach(key, record_id)
        return await _write(key, record_id, await label_of(resource, record_id), text, [])


async def _write(key: str, record_id: int, label: str, text: str, mentions: list[int]) -> int:
    note_id: int = await fetch_value(
        "INSERT INTO guanxi_note (resource, record_id, text, author_id, mentions, revision, created_at, updated_at,"
        " created_by_id) VALUES ($1, $2, $3, $4, $5, 1, now(), now(), $4) RETURNING id",
        key,
        record_id,
        text,
        author_id(),
        mentions,
    )
    await audit("note.add", key, record_id, label=label, after={"note": note_id, "text": text})
    return note_id


async def _tell(people: list[Mentioned], label: str, text: str, href: str) -> None:
    if people:
        title = _("{name} mentioned you: {record}", name=current_actor().name, record=label)
        await notify([person.id for person in people], "mention", title, href=href, detail=text[:_PREVIEW])


async def delete_note(id: int) -> str:
    """Deletes a note of one's own, as an administrator anybody's; the audit log keeps it.

    Returns the path of its record. Raises NotFound.
    """
    async with transaction():
        note = await fetch_row("SELECT * FROM guanxi_note WHERE id = $1 FOR UPDATE", id)
        if note is None:
            raise NotFound()
        resource = await reach(note["resource"], note["record_id"])
        if note["author_id"] != current_actor().id and not await actor_is_administrator():
            raise NotFound()
        await execute("DELETE FROM guanxi_note WHERE id = $1", id)
        label = await label_of(resource, note["record_id"])
        before = {"note": id, "text": note["text"]}
        await audit("note.delete", resource.key, note["record_id"], label=label, before=before)
    return f"{resource.path}/{note['record_id']}"


@dataclass(frozen=True, slots=True)
class ShownNote:
    id: int
    text: str
    author: str
    at: datetime


async def notes_of(key: str, record_id: int, *, before: int | None = None, limit: int = 50) -> list[ShownNote]:
    """The notes of a record, newest first, from those older than the note `before`. Raises NotFound."""
    await reach(key, record_id)
    rows: list[Any] = await fetch(
        "SELECT n.id, n.text, u.name, n.created_at FROM guanxi_note n LEFT JOIN guanxi_user u ON u.id = n.author_id"
        " WHERE n.resource = $1 AND n.record_id = $2 AND ($3::bigint IS NULL OR n.id < $3) ORDER BY n.id DESC LIMIT $4",
        key,
        record_id,
        before,
        limit,
    )
    return [ShownNote(row["id"], row["text"], row["name"] or "", row["created_at"]) for row in rows]
