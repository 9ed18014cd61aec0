"""Jobs are rows, written in the transaction that wants them done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import clock
from guanxi.declare.labels import Choice, Tone
from guanxi.i18n import _


class JobState(Choice):
    WAITING = "waiting", _("Waiting"), Tone.INFO
    RUNNING = "running", _("Running"), Tone.INFO
    DONE = "done", _("Done"), Tone.OK
    DEAD = "dead", _("Failed"), Tone.BAD
    DISCARDED = "discarded", _("Discarded")


class JobRow(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=120)
    """`crm_loyalty.expire_points`"""
    addon = fields.CharField(max_length=80)
    payload: Any = fields.JSONField(default=dict)
    key = fields.CharField(max_length=200, null=True, unique=True)
    """no two jobs have the same key"""
    state = fields.CharEnumField(JobState, default=JobState.WAITING, max_length=12)
    run_at: datetime = fields.DatetimeField(default=clock.now)
    tries = fields.IntField(default=0)
    lease = fields.CharField(max_length=32, null=True)
    """token of the worker's claim; only its holder may complete the job"""
    lease_until: datetime | None = fields.DatetimeField(null=True)
    done_steps = fields.BigIntField(default=0)
    total_steps: int | None = fields.BigIntField(null=True)
    cursor: Any = fields.JSONField(null=True)
    """where a stepwise job goes on"""
    result: Any = fields.JSONField(null=True)
    error = fields.TextField(default="")
    actor_id: int | None = fields.BigIntField(null=True)
    actor_name = fields.CharField(max_length=200, default="")
    created_at: datetime = fields.DatetimeField(default=clock.now)
    finished_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "guanxi_job"
        indexes = (("state", "run_at", "id"), ("name", "id"))


class ScheduleRow(Model):
    """When a scheduled job is due next; advanced by compare-and-set."""

    job = fields.CharField(max_length=120, primary_key=True)
    cron = fields.CharField(max_length=80)
    next_at: datetime = fields.DatetimeField()
    last_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "guanxi_schedule"
