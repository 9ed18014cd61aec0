"""What this room adds to the kernel's offer."""

from __future__ import annotations

from guanxi.declare.access import SIGNED_IN
from guanxi.declare.jobs import Job, Schedule
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Endpoint, Menu
from guanxi.desk import api
from guanxi.desk.digest import CLEAN_NOTIFICATIONS, MAIL_DIGESTS
from guanxi.desk.reminders import REMIND
from guanxi.desk.resources import ABOUT, TODO_PANELS, TODOS
from guanxi.i18n import _

JOBS: tuple[Job, ...] = (MAIL_DIGESTS, CLEAN_NOTIFICATIONS, REMIND)
SCHEDULES: tuple[Schedule, ...] = (
    Schedule(job=MAIL_DIGESTS, cron="0 * * * *"),
    Schedule(job=CLEAN_NOTIFICATIONS, cron="29 3 * * *"),
    Schedule(job=REMIND, cron="0 7 * * *"),
)
RESOURCES: tuple[Resource, ...] = (TODOS,)
ENDPOINTS: tuple[Endpoint, ...] = api.ENDPOINTS
MENUS: tuple[Menu, ...] = (
    Menu(label=_("To-dos"), href=TODOS.path, access=SIGNED_IN, section=_("Workspace"), order=5, icon="check"),
)
EXTENSIONS = ((TODO_PANELS, ABOUT),)
