"""A model for the tests of the database room."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Item(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.TextField(null=True)
    size = fields.IntField(null=True)
    data: Any = fields.JSONField(null=True)

    class Meta:
        table = "item"
