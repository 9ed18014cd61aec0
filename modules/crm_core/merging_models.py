"""Tables of doubles: what was reported, what was found to be none, and what was merged."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_core.choices import RequestState
from guanxi import Record


def _customer(**options: Any) -> Any:
    return fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT, **options)


def _user() -> Any:
    return fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)


class Merge(Record):
    """One customer merged into another. At most one that stands for each `loser` (migration 5)."""

    name = fields.CharField(max_length=200)
    """the loser's"""
    survivor: Any = _customer()
    survivor_id: int
    loser: Any = _customer()
    loser_id: int
    reason = fields.CharField(max_length=500, default="")
    changes: Any = fields.JSONField(default=dict)
    """`{"survivor": {column: [before, after]}, "loser": {…}}`"""
    merged_by: Any = _user()
    until: datetime = fields.DatetimeField()
    """until then it can be undone"""
    undone_at: datetime | None = fields.DatetimeField(null=True)
    undone_by: Any = _user()
    kept = fields.BooleanField(default=True)
    """the data for undoing it is there"""

    class Meta:
        table = "crm_core_merge"
        indexes = (("survivor_id", "id"), ("loser_id", "id"), ("kept", "until"))


class Moved(Model):
    """What one follower moved at a merge: all that it needs to move it back."""

    id = fields.BigIntField(primary_key=True)
    merge: Any = fields.ForeignKeyField("crm_core.Merge", related_name=False, on_delete=fields.CASCADE)
    follower = fields.CharField(max_length=80)
    memory: Any = fields.JSONField()

    class Meta:
        table = "crm_core_merge_moved"
        indexes = (("merge_id", "id"),)


class MergeRequest(Record):
    """A double that somebody reported (CUST-02)."""

    name = fields.CharField(max_length=200)
    """the customer's"""
    customer: Any = _customer()
    customer_id: int
    other: Any = _customer(null=True)
    other_id: int | None
    """none: whoever reported it could not name it, and nothing alike was found"""
    note = fields.CharField(max_length=500, default="")
    state = fields.CharEnumField(RequestState, default=RequestState.OPEN, max_length=8)
    answer = fields.CharField(max_length=500, default="")
    reporter: Any = _user()
    reporter_id: int | None
    decided_by: Any = _user()
    decided_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "crm_core_merge_request"
        indexes = (("state", "id"), ("customer_id", "id"), ("other_id", "id"), ("reporter_id", "id"))


class NotDouble(Record):
    """Two customers that look alike and are not the same; `one` has the lower id. Who and when: the record's own."""

    one: Any = _customer()
    other: Any = _customer()

    class Meta:
        table = "crm_core_not_double"
        unique_together = (("one", "other"),)
        indexes = (("other_id",),)


class Alike(Model):
    """Two customers that look like the same one; `one` has the lower id. A job writes it: `crm_core.find_doubles`."""

    id = fields.BigIntField(primary_key=True)
    one: Any = _customer()
    other: Any = _customer()
    confidence = fields.SmallIntField()
    """percent, by `duplicates`"""
    reasons: Any = fields.JSONField()

    class Meta:
        table = "crm_core_alike"
        unique_together = (("one", "other"),)
        indexes = (("other_id",),)


class Changed(Model):
    """A customer whose doubles are to be looked for: the database adds it when a name or a number changes."""

    id = fields.BigIntField(primary_key=True)
    customer_id: int = fields.BigIntField()

    class Meta:
        table = "crm_core_changed"
