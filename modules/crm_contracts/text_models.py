"""Tables of contract templates and of the clauses that they share.

What one edits is the record itself; publishing copies its texts into a version, which the database refuses to change.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import Record, clock


class Clause(Record):
    """A text that templates put in by its code: `{{ clause("payment") }}`."""

    code = fields.CharField(max_length=40, unique=True)
    name = fields.CharField(max_length=200)
    name_en = fields.CharField(max_length=200, default="")
    body = fields.TextField(default="")
    """Chinese; a paragraph a line"""
    body_en = fields.TextField(default="")
    version = fields.IntField(default=0)
    """the last one published; 0: none"""
    changed = fields.BooleanField(default=True)
    """the texts differ from those published last"""
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_clause"
        indexes = (("name", "id"),)


class ClauseVersion(Model):
    id = fields.BigIntField(primary_key=True)
    clause: Any = fields.ForeignKeyField("crm_contracts.Clause", related_name=False, on_delete=fields.RESTRICT)
    number = fields.IntField()
    body = fields.TextField()
    body_en = fields.TextField()
    published_at: datetime = fields.DatetimeField(default=clock.now)
    published_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "crm_contracts_clause_version"
        unique_together = (("clause", "number"),)


class Template(Record):
    """The terms of a kind of contract, with variables, conditions and clauses."""

    name = fields.CharField(max_length=200)
    name_en = fields.CharField(max_length=200, default="")
    body = fields.TextField(default="")
    """Chinese; a paragraph a line, headings begin with `# `"""
    body_en = fields.TextField(default="")
    version = fields.IntField(default=0)
    """the last one published; 0: none"""
    changed = fields.BooleanField(default=True)
    """the texts differ from those published last"""
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_template"
        indexes = (("name", "id"),)


class TemplateVersion(Model):
    id = fields.BigIntField(primary_key=True)
    template: Any = fields.ForeignKeyField("crm_contracts.Template", related_name=False, on_delete=fields.RESTRICT)
    number = fields.IntField()
    body = fields.TextField()
    body_en = fields.TextField()
    published_at: datetime = fields.DatetimeField(default=clock.now)
    published_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "crm_contracts_template_version"
        unique_together = (("template", "number"),)
