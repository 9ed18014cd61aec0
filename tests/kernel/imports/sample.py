"""The models of an add-on `sample` with regions and members, as an import meets them."""

from __future__ import annotations

from datetime import date
from typing import Any

from tortoise import fields

from guanxi.declare.labels import Choice
from guanxi.i18n import Text
from guanxi.records.models import Record


class Stage(Choice):
    LEAD = "lead", Text("Prospect")
    WON = "won", Text("Won over")


class Way(Choice):
    CALL = "call", Text("By phone")
    VISIT = "visit", Text("A visit")


class Region(Record):
    code = fields.CharField(max_length=20, unique=True)
    name = fields.CharField(max_length=80)

    class Meta:
        table = "sample_region"


class Member(Record):
    code = fields.CharField(max_length=20, unique=True)
    name = fields.CharField(max_length=80)
    stage = fields.CharEnumField(Stage, default=Stage.LEAD, max_length=12)
    region: Any = fields.ForeignKeyField("sample.Region", null=True)
    currency = fields.CharField(max_length=3, default="CNY")
    limit = fields.BigIntField(default=0)
    active = fields.BooleanField(default=True)
    since: date | None = fields.DateField(null=True)
    note = fields.TextField(default="")
    owner_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "sample_member"


class Area(Record):
    name = fields.CharField(max_length=80)

    class Meta:
        table = "sample_area"


class Task(Record):
    title = fields.CharField(max_length=80)
    number: Any = fields.CharField(max_length=20, null=True, unique=True)
    kind: Any = fields.CharEnumField(Way, max_length=12, null=True)
    region: Any = fields.ForeignKeyField("sample.Region", null=True)
    area: Any = fields.ForeignKeyField("sample.Area", null=True)
    done = fields.BooleanField(default=False)
    owner_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "sample_task"
        unique_together = (("title", "kind"),)
