"""The table of texts that are searched."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model


class IndexedText(Model):
    """The text of a record, or of a file that hangs on it. It can be made anew at any time."""

    id = fields.BigIntField(primary_key=True)
    resource = fields.CharField(max_length=120)
    record_id = fields.BigIntField()
    file: Any = fields.ForeignKeyField("guanxi.StoredFile", related_name=False, null=True, on_delete=fields.CASCADE)
    revision: int | None = fields.IntField(null=True)
    """of the record that was read; of a file, none: files never change"""
    problem = fields.CharField(max_length=40, default="")
    """why there is no text in a file: a key of `documents.errors.REASONS`, `time` or `gone`"""
    body = fields.TextField(default="")

    class Meta:
        table = "guanxi_text"
        indexes = (("resource", "record_id"),)
