"""Tables of the records room, and the base class of all business records."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import clock


class Record(Model):
    """Base of business records: read and written through the gateway only."""

    id = fields.BigIntField(primary_key=True)
    revision = fields.IntField(default=1)
    created_at: datetime = fields.DatetimeField(default=clock.now)
    updated_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        abstract = True


class AuditEntry(Model):
    """One write: who, when, why, before and after. The database refuses to change or delete rows."""

    id = fields.BigIntField(primary_key=True)
    at: datetime = fields.DatetimeField(default=clock.now)
    actor_kind = fields.CharField(max_length=12)
    actor_id: int | None = fields.BigIntField(null=True)
    actor_name = fields.CharField(max_length=200, default="")
    action = fields.CharField(max_length=80)
    resource = fields.CharField(max_length=120)
    """`crm_core/customers`"""
    record_id: int | None = fields.BigIntField(null=True)
    label = fields.CharField(max_length=300, default="")
    reason = fields.CharField(max_length=500, default="")
    before: Any = fields.JSONField(null=True)
    after: Any = fields.JSONField(null=True)
    request_id = fields.CharField(max_length=64, default="")

    class Meta:
        table = "guanxi_audit"
        indexes = (("resource", "record_id", "id"),)


class AuditSeal(Model):
    """One link of the hash chain over the audit log: sha256(previous hash + the entry's canonical JSON)."""

    sequence = fields.BigIntField(primary_key=True, generated=False)
    entry_id = fields.BigIntField(unique=True)
    hash = fields.BinaryField()

    class Meta:
        table = "guanxi_audit_seal"


class NumberSeries(Model):
    """The last number used of a series in a year; a row is locked until the number's transaction ends."""

    id = fields.BigIntField(primary_key=True)
    series = fields.CharField(max_length=80)
    year = fields.IntField()
    last_number = fields.BigIntField(source_field="last", default=0)

    class Meta:
        table = "guanxi_number_series"
        unique_together = (("series", "year"),)


class StoredFile(Model):
    """A file that belongs to a record; who may read the record may read it. Contents lie by hash on disk."""

    id = fields.BigIntField(primary_key=True)
    token = fields.CharField(max_length=32, unique=True)
    """128 random bits: its address"""
    sha256 = fields.CharField(max_length=64, db_index=True)
    size = fields.BigIntField()
    name = fields.CharField(max_length=255)
    mime = fields.CharField(max_length=100)
    resource = fields.CharField(max_length=120)
    record_id = fields.BigIntField()
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "guanxi_file"
        indexes = (("resource", "record_id"),)


class IdempotencyKey(Model):
    """The answer to an API call that carried an Idempotency-Key, kept for a day."""

    id = fields.BigIntField(primary_key=True)
    actor = fields.CharField(max_length=80)
    key = fields.CharField(max_length=200)
    request_hash = fields.CharField(max_length=64)
    status = fields.IntField()
    body = fields.BinaryField()
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "guanxi_idempotency_key"
        unique_together = (("actor", "key"),)
