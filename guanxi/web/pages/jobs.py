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


OPEN = (JobState.WAITING, JobState.RUNNING, JobState.DEAD)
VIEWS: dict[str, tuple[Text, tuple[JobState, ...]]] = {
    "open": (_("Open", context="jobs"), OPEN),
    **{str(state): (state.label, (state,)) for state in JobState},
    "all": (_("All"), tuple(JobState)),
}
"""by the value of `state` in the address; without one, what is not done"""


async def show(request: Request) -> Response:
    current, after = request.query_params.get("state") or "open", request.query_params.get("after", "")
    if current not in VIEWS:
        raise InvalidInput({"state": _("This is none of the choices.")})
    found = await jobs_page(JOBS, VIEWS[current][1], after)
    tabs = [
        (label, f"{PATH}?state={name}", sum(found.counts.get(state, 0) for state in states), name == current)
        for name, (label, states) in VIEWS.items()
    ]
    next_href = f"{PATH}?{urlencode({'state': current, 'after': found.next_cursor})}" if found.next_cursor else ""
    return render(
        request,
        "guanxi/jobs.html",
        resource=JOBS,
        page=found,
        tabs=tabs,
        current=current,
        schedules=await schedule_lines() if current == "open" and not after else [],
        next_href=next_href,
    )


async def one(request: Request) -> Response:
    found = await job_view(JOBS, request.path_params["id"])
    return render(request, "guanxi/job.html", resource=JOBS, job=found)
