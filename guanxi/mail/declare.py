"""What this room adds to the kernel's offer."""

from __future__ import annotations

from guanxi.declare.jobs import Job, Schedule
from guanxi.declare.resources import Resource
from guanxi.mail.outbox import SEND_MAIL
from guanxi.mail.passwords import MAIL_PASSWORD_LINK
from guanxi.mail.resources import MAILS

JOBS: tuple[Job, ...] = (SEND_MAIL, MAIL_PASSWORD_LINK)
SCHEDULES: tuple[Schedule, ...] = ()
RESOURCES: tuple[Resource, ...] = (MAILS,)
