"""The kernel's lists that no room below declares, and its menu."""

from __future__ import annotations

from typing import Any

from guanxi.auth.permissions import KernelPermission
from guanxi.context import current_company, may
from guanxi.declare.access import SIGNED_IN
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Action, FormView, ListView, Outcome, Resource, Section
from guanxi.declare.routes import Menu
from guanxi.i18n import _
from guanxi.jobs.control import discard, retry
from guanxi.jobs.models import JobRow, JobState
from guanxi.records.models import AuditEntry

_JOBS = KernelPermission.JOBS_MANAGE


async def _retry(job: Any, values: dict[str, Any]) -> Outcome:
    await retry(job.id)
    return Outcome(message=_("The job will run again."))


async def _discard(job: Any, values: dict[str, Any]) -> Outcome:
    await discard(job.id)
    return Outcome(message=_("The job will not run any more."))


JOBS = Resource(
    name="jobs",
    model=JobRow,
    title=_("Jobs"),
    singular=_("Job"),
    fields=(
        Field("name", _("Name"), readonly=True, search=True, filter=True),
        Field("addon", _("Add-on"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("run_at", _("Runs at"), readonly=True),
        Field("tries", _("Tries"), readonly=True),
        Field("done_steps", _("Steps done"), readonly=True),
        Field("total_steps", _("Steps in all"), readonly=True),
        Field("actor_name", _("Started by"), readonly=True),
        Field("created_at", _("Created on"), readonly=True),
        Field("finished_at", _("Finished at"), readonly=True),
        Field("error", _("Error"), readonly=True),
        Field("result", _("Result"), readonly=True),
    ),
    list=ListView(
        columns=("name", "state", "run_at", "tries", "done_steps", "total_steps", "actor_name", "finished_at")
    ),
    form=FormView(
        sections=(
            Section(fields=("name", "addon", "state", "run_at", "tries", "done_steps", "total_steps")),
            Section(fields=("actor_name", "created_at", "finished_at", "result", "error")),
        )
    ),
    read=_JOBS,
    actions=(
        Action(
            name="retry",
            label=_("Run again"),
            permission=_JOBS,
            run=_retry,
            when=lambda job: job.state in (JobState.WAITING, JobState.DEAD, JobState.DISCARDED),
            primary=True,
        ),
        Action(
            name="discard",
            label=_("Discard"),
            permission=_JOBS,
            run=_discard,
            when=lambda job: job.state in (JobState.WAITING, JobState.RUNNING, JobState.DEAD),
            danger=True,
            confirm=_("The job does not run any more. What it has done stays."),
        ),
    ),
)

AUDIT = Resource(
    name="audit",
    model=AuditEntry,
    title=_("Audit log"),
    singular=_("Audit entry"),
    label="label",
    fields=(
        Field("at", _("At"), readonly=True),
        Field("actor_name", _("Who"), readonly=True, search=True, filter=True),
        Field("actor_kind", _("Kind of actor"), readonly=True, filter=True),
        Field("action", _("Action"), readonly=True, filter=True),
        Field("resource", _("Kind of record"), readonly=True, filter=True),
        Field("record_id", _("Record"), kind=Kind.INTEGER, readonly=True, filter=True),
        Field("label", _("Name"), readonly=True, search=True),
        Field("reason", _("Reason"), readonly=True),
        Field("before", _("Before"), readonly=True),
        Field("after", _("After"), readonly=True),
        Field("request_id", _("Request"), readonly=True, filter=True),
    ),
    list=ListView(columns=("action", "resource", "label", "actor_name", "at", "reason")),
    form=FormView(
        sections=(
            Section(fields=("at", "actor_name", "actor_kind", "action", "resource", "record_id", "label", "reason")),
            Section(fields=("before", "after", "request_id")),
        )
    ),
    read=KernelPermission.AUDIT_READ,
)

RESOURCES: tuple[Resource, ...] = (JOBS, AUDIT)


def _may_set_something() -> bool:
    forms = current_company().catalog.settings.values()
    return may(KernelPermission.SETTINGS_MANAGE) or any(may(form.permission) for _addon, form in forms)


_SYSTEM = _("System")
MENUS: tuple[Menu, ...] = (
    Menu(label=_("Home"), href="/", access=SIGNED_IN, section=_("Workspace"), order=0, icon="home"),
    Menu(
        label=_("Users"),
        href="/guanxi/users",
        access=KernelPermission.USERS_MANAGE,
        section=_SYSTEM,
        order=910,
        icon="users",
    ),
    Menu(
        label=_("Roles"),
        href="/guanxi/roles",
        access=KernelPermission.USERS_MANAGE,
        section=_SYSTEM,
        order=911,
        icon="shield",
    ),
    Menu(
        label=_("Departments"),
        href="/guanxi/departments",
        access=KernelPermission.USERS_MANAGE,
        section=_SYSTEM,
        order=912,
        icon="building",
    ),
    Menu(
        label=_("API keys"),
        href="/guanxi/api_keys",
        access=KernelPermission.API_KEYS_MANAGE,
        section=_SYSTEM,
        order=913,
        icon="key",
    ),
    Menu(
        label=_("Add-ons"),
        href="/addons",
        access=KernelPermission.ADDONS_MANAGE,
        section=_SYSTEM,
        order=920,
        icon="puzzle",
    ),
    Menu(label=_("Jobs"), href="/guanxi/jobs", access=_JOBS, section=_SYSTEM, order=930, icon="clock"),
    Menu(
        label=_("Audit log"),
        href="/guanxi/audit",
        access=KernelPermission.AUDIT_READ,
        section=_SYSTEM,
        order=931,
        icon="list",
    ),
    Menu(
        label=_("Mailbox"),
        href="/guanxi/mails",
        access=KernelPermission.MAIL_READ,
        section=_SYSTEM,
        order=932,
        icon="mail",
    ),
    Menu(
        label=_("System health"),
        href="/system-health",
        access=KernelPermission.SETTINGS_MANAGE,
        section=_SYSTEM,
        order=940,
        icon="info",
    ),
    Menu(
        label=_("Settings"),
        href="/settings",
        access=SIGNED_IN,
        section=_SYSTEM,
        order=990,
        icon="gear",
        shown=_may_set_something,
    ),
)
