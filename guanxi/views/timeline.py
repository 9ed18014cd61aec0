"""A record's timeline: its own history and what other add-ons tell of it, in one order and in pages.

The order is by time, then by source, then by id, each descending. A page's end is a place in that order, so that no
entry is lost or shown twice, also where many have the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec

from guanxi.context import current_company, may
from guanxi.declare.resources import Resource
from guanxi.declare.timeline import CHANGES, NOTES, TimelineEvent, TimelineMark, TimelineSource
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.records.marks import MarkId, read_mark, write_mark
from guanxi.views.formats import show_date, show_datetime
from guanxi.views.history import SYSTEM_NAME, Entry, history_entries, history_rows, iso
from guanxi.views.loading import load

LIMIT = 30
OWN = ""
"""the record's own history among the sources, the last one at the same time"""
_FIRST = TimelineMark(datetime(9999, 12, 31, tzinfo=UTC), 2**63 - 1)
_Time = Annotated[datetime, msgspec.Meta(tz=True)]
_Name = Annotated[str, msgspec.Meta(max_length=60)]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the order of all sources: the last entry of a page."""

    at: datetime
    source: str
    id: int

    def mark_for(self, source: str) -> TimelineMark:
        """Where a source goes on."""
        if source == self.source:
            return TimelineMark(self.at, self.id)
        return TimelineMark(self.at, 2**63 - 1 if source < self.source else 0)

    def __str__(self) -> str:
        return write_mark(self.at, self.source, self.id)


def read_position(text: str) -> Position:
    """Raises InvalidInput on a text that no timeline gave out."""
    at, source, id = read_mark(text, tuple[_Time, _Name, MarkId], "before")
    try:
        return Position(at.astimezone(UTC), source, id)
    except ArithmeticError as error:
        raise InvalidInput({"before": _("This page mark is not valid.")}) from error


@dataclass(frozen=True, slots=True)
class Choice:
    """What the timeline may be narrowed to. `key` is empty for everything."""

    key: str
    label: Text


@dataclass(slots=True)
class Timeline:
    entries: list[Entry]
    shown: str
    """the key of a choice"""
    choices: list[Choice]
    before: Position | None
    """older than this one; None: the newest"""
    earlier: Position | None
    """`before` of the next page, where there is one"""
    failed: list[Text] = field(default_factory=list)
    """sources that could not be loaded"""


def sources_of(resource: Resource) -> list[TimelineSource]:
    """Those whose events the current actor may see."""
    if resource.timeline is None:
        return []
    found = current_company().catalog.extensions(resource.timeline)
    return sorted((source for source in found if may(source.access)), key=lambda source: source.order)


def choices_of(sources: Sequence[TimelineSource]) -> list[Choice]:
    own = [Choice("", _("All")), Choice(NOTES, _("Notes")), Choice(CHANGES, _("Changes"))]
    return own + [Choice(source.name, source.label) for source in sources]


async def timeline(
    resource: Resource, id: int, *, shown: str = "", before: Position | None = None, limit: int = LIMIT
) -> Timeline:
    """Of a record that the caller has already been allowed to read, newest first."""
    sources = sources_of(resource)
    choices = choices_of(sources)
    if shown not in {choice.key for choice in choices}:
        shown = ""
    made = Timeline([], shown, choices, before, None)
    ids = [id, *(await resource.past(id) if resource.past is not None else ())]
    found: list[tuple[Position, Any]] = []
    if shown in ("", NOTES, CHANGES):
        told = [action for source in sources for action in source.tells]
        rows = await history_rows(resource, ids, _mark(before, OWN), limit + 1, part=shown, told=told)
        found += [(Position(row["at"], OWN, row["id"]), row) for row in rows]
    for source in sources:
        if shown in ("", source.name):
            entries = await load(source.name, _events(source, ids, _mark(before, source.name), limit + 1))
            if entries is None:
                made.failed.append(source.label)
            else:
                found += entries
    found.sort(key=lambda pair: pair[0], reverse=True)
    if len(found) > limit:
        made.earlier = found[limit - 1][0]
    own = iter(await history_entries(resource, [item for at, item in found[:limit] if at.source == OWN]))
    made.entries = [next(own) if at.source == OWN else item for at, item in found[:limit]]
    return made


def _mark(before: Position | None, source: str) -> TimelineMark:
    return before.mark_for(source) if before is not None else _FIRST


async def _events(
    source: TimelineSource, ids: Sequence[int], mark: TimelineMark, limit: int
) -> list[tuple[Position, Entry]]:
    events = await source.load(ids, mark, limit)
    return [
        (Position(event.at, source.name, event.id), _entry(source, event))
        for event in events
        if TimelineMark(event.at, event.id) < mark
    ]


def _entry(source: TimelineSource, event: TimelineEvent) -> Entry:
    return Entry(
        title=str(event.title),
        icon=event.icon or source.icon,
        who=event.who or str(SYSTEM_NAME),
        when=show_datetime(event.at) if event.on is None else show_date(event.on),
        line=event.text,
        at=iso(event.at),
        id=event.id,
        source=source.name,
        href=event.href,
        tone=event.tone.value,
        on=event.on,
        written=event.note,
    )
