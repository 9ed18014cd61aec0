"""Jobs: what waits, runs and failed, and what runs by itself when."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.jobs.models import JobState
from guanxi.views.jobs import job_view, jobs_page, schedule_lines
from guanxi.views.kernel import JOBS
from guanxi.web.templating import render

PATH = "/guanxi/jobs"


def _state(request: Request) -> JobState | None:
    wanted = request.query_params.get("state", "")
    if wanted and wanted not in set(JobState):
        raise InvalidInput({"state": _("This is none of the choices.")})
    return JobState(wanted) if wanted else None


async def show(request: Request) -> Response:
    state, after = _state(request), request.query_params.get("after", "")
    found = await jobs_page(JOBS, state, after)
    tabs: list[tuple[Text, str, int, bool]] = [(_("All"), PATH, sum(found.counts.values()), state is None)]
    for each in JobState:
        tabs.append((each.label, f"{PATH}?state={each}", found.counts.get(each, 0), state is each))
    more = {"state": state or "", "after": found.next_cursor or ""}
    next_href = f"{PATH}?{urlencode(more)}" if found.next_cursor else ""
    schedules = await schedule_lines() if state is None and not after else []
    return render(
        request, "guanxi/jobs.html", resource=JOBS, page=found, tabs=tabs, schedules=schedules, next_href=next_href
    )


async def one(request: Request) -> Response:
    found = await job_view(JOBS, request.path_params["id"])
    return render(request, "guanxi/job.html", resource=JOBS, job=found)
