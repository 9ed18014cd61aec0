"""Jobs and schedules as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guanxi.context import current_company
from guanxi.db import fetch
from guanxi.declare.resources import Resource
from guanxi.declare.where import in_
from guanxi.i18n import Text, _
from guanxi.jobs.models import JobRow, JobState
from guanxi.records import ListQuery, get, page
from guanxi.views.formats import show_datetime, show_number
from guanxi.views.parts import Button
from guanxi.views.stages import record_buttons

LIMIT = 50
_LAST = """
SELECT s.job, s.next_at, j.id, j.state, j.finished_at FROM guanxi_schedule s
LEFT JOIN LATERAL (SELECT id, state, finished_at FROM guanxi_job WHERE name = s.job ORDER BY id DESC LIMIT 1) j ON true
ORDER BY s.next_at
"""
_COLUMNS = ("name", "state", "run_at", "tries", "done_steps", "total_steps", "actor_name", "finished_at", "error")
_DAYS = (_("Sunday"), _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"))


@dataclass(slots=True)
class JobLine:
    id: int
    title: str
    state: JobState
    done: int
    total: int | None
    tries: str
    when: Text
    who: str
    error: str
    """its first line"""

    @property
    def unfinished(self) -> bool:
        return self.state in (JobState.WAITING, JobState.RUNNING)


@dataclass(slots=True)
class JobView:
    line: JobLine
    name: str
    addon: str
    created: str
    finished: str
    error: str
    result: list[tuple[str, str]]
    actions: list[Button] = field(default_factory=list)


@dataclass(slots=True)
class ScheduleLine:
    title: str
    when: str
    next: str
    last_id: int | None
    last_state: JobState | None
    last_at: str


@dataclass(slots=True)
class JobsPage:
    lines: list[JobLine]
    counts: dict[str, int]
    next_cursor: str | None


def title_of(name: str) -> str:
    """In the user's language; the bare name where its add-on is not enabled."""
    job = current_company().catalog.jobs.get(name)
    return str(job.title) if job is not None else name


def _line(row: Mapping[str, Any]) -> JobLine:
    state, job = JobState(row["state"]), current_company().catalog.jobs.get(row["name"])
    tries = f"{row['tries']} / {job.tries}" if job is not None else str(row["tries"])
    error = str(row["error"] or "").strip().partition("\n")[0]
    who = str(row["actor_name"] or "")
    shown = str(_("The system")) if who in ("", "system") else who
    done, total, when = row["done_steps"], row["total_steps"], _when(row, state)
    return JobLine(row["id"], title_of(row["name"]), state, done, total, tries, when, shown, error)


def _when(row: Mapping[str, Any], state: JobState) -> Text:
    if state is JobState.WAITING:
        label = _("next try {time}") if row["tries"] else _("from {time}", context="a job runs")
        return label.format(time=show_datetime(row["run_at"]))
    if state is JobState.RUNNING:
        return _("since {time}", context="a job runs").format(time=show_datetime(row["run_at"]))
    return _("at {time}", context="a job ended").format(time=show_datetime(row["finished_at"] or row["run_at"]))


async def jobs_page(resource: Resource, states: Sequence[JobState], after: str) -> JobsPage:
    """Newest first. Raises InvalidInput on a cursor that is none."""
    where = in_("state", [str(state) for state in states])
    found = await page(resource, ListQuery(where=where, limit=LIMIT, after=after, columns=_COLUMNS))
    counted = await fetch("SELECT state, count(*) AS jobs FROM guanxi_job GROUP BY state")
    counts = {row["state"]: int(row["jobs"]) for row in counted}
    return JobsPage([_line(row) for row in found.rows], counts, found.next_cursor)


async def job_view(resource: Resource, id: int) -> JobView:
    """Raises NotFound."""
    job = await get(JobRow, id)
    row = {name: getattr(job, name) for name in ("id", *_COLUMNS)}
    finished = show_datetime(job.finished_at) if job.finished_at else ""
    result = list(plain_pairs(job.result)) if job.result else []
    addon = next((str(o.title) for o in current_company().catalog.offers if o.addon == job.addon), job.addon)
    return JobView(
        _line(row),
        job.name,
        addon,
        show_datetime(job.created_at),
        finished,
        job.error.strip(),
        result,
        record_buttons(resource, job),
    )


def plain_pairs(value: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A result without braces: numbers in the user's way, lists as how many they are."""
    return [(str(_RESULT.get(key) or Text(key.replace("_", " ").capitalize())), _plain(value[key])) for key in value]


_RESULT: dict[str, Text] = {
    "created": _("New"),
    "updated": _("Changed"),
    "unchanged": _("Unchanged"),
    "skipped": _("Not taken"),
    "deleted": _("Deleted"),
    "rows": _("Rows"),
    "problem_count": _("Problems"),
    "problems": _("Problems"),
    "rejected": _("Rows that were not taken"),
    "loaded": _("Loaded"),
    "sealed": _("Sealed"),
    "count": _("Number", context="how many"),
}
"""what the results of jobs hold; another name is shown as the catalogue of its add-on has it (`Points`)"""


def _plain(value: Any) -> str:
    match value:
        case bool():
            return str(_("Yes") if value else _("No"))
        case int():
            return show_number(value)
        case None | "":
            return "—"
        case list() | dict():
            return str(_("{count} entries", count=show_number(len(value))))
    return str(value)[:500]


async def schedule_lines() -> list[ScheduleLine]:
    """Those of enabled add-ons, the next one first; a schedule that no worker has seen yet is not there."""
    schedules, made = current_company().catalog.schedules, []
    for row in await fetch(_LAST):
        if row["job"] in schedules:
            state = JobState(row["state"]) if row["state"] else None
            last = show_datetime(row["finished_at"]) if row["finished_at"] else ""
            when = cron_words(schedules[row["job"]].cron)
            made.append(ScheduleLine(title_of(row["job"]), when, show_datetime(row["next_at"]), row["id"], state, last))
    return made


def cron_words(cron: str) -> str:
    """The usual patterns in words, others as they are written."""
    minute, hour, day, month, weekday = cron.split()
    if cron == "* * * * *":
        return str(_("every minute"))
    if month == "*" and (every := re.fullmatch(r"\*/(\d+)", minute)) and (hour, day, weekday) == ("*", "*", "*"):
        return str(_("every {count} minutes", count=every[1]))
    if month == "*" and minute.isdigit() and (hour, day, weekday) == ("*", "*", "*"):
        return str(_("every hour at minute {minute}", minute=minute))
    if month == "*" and minute.isdigit() and hour.isdigit():
        time = f"{int(hour):02}:{int(minute):02}"
        if (day, weekday) == ("*", "*"):
            return str(_("every day at {time}", time=time))
        if day == "*" and weekday.isdigit():
            return str(_("every {day} at {time}", day=str(_DAYS[int(weekday) % 7]), time=time))
        if weekday == "*" and day.isdigit():
            return str(_("on day {day} of each month at {time}", day=day, time=time))
    return cron
