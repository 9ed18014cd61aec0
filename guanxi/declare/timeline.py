"""What other add-ons tell in the timeline of a record."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guanxi.declare.access import Access
from guanxi.declare.labels import Tone
from guanxi.i18n import Text

NOTES, CHANGES = "notes", "changes"
"""the kernel's own choices above a timeline, beside the names of sources"""


@dataclass(frozen=True, slots=True, order=True)
class TimelineMark:
    """A place in the timeline: only events with a lower `(at, id)` come after it."""

    at: datetime
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """Something that happened. `text` and `who` are ready to show, in the user's language."""

    at: datetime
    """by which it is ordered; aware"""
    id: int
    """above zero; no two events of a source have the same `at` and `id`"""
    title: Text
    text: str = ""
    note: str = ""
    """what somebody wrote about it, in lines"""
    who: str = ""
    """empty: the system"""
    href: str | None = None
    icon: str = ""
    """empty: the source's"""
    tone: Tone = Tone.NEUTRAL
    on: date | None = None
    """shown in place of the time, where only the day is known"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSource:
    """One kind of events on a record's timeline, with a choice of its own above it.

    `load(record_ids, mark, limit)` gets the record's id and those of records that it has taken in. It answers up to
    `limit` events below `mark`, by `at` and `id`, highest first: `WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC`.
    """

    name: str
    """in the address: lowercase letters, digits and `-`"""
    label: Text
    access: Access
    load: Callable[[Sequence[int], TimelineMark, int], Awaitable[list[TimelineEvent]]]
    icon: str = "clock"
    order: int = 50
    tells: tuple[str, ...] = ()
    """actions of the record's own audit log that are among the events, and not shown a second time"""
