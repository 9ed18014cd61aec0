from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Account(Model):
    """Its `place` is another app's."""

    place: Any = fields.OneToOneField("alpha.Place", primary_key=True, related_name=False)
    points = fields.BigIntField(default=0)
    note = fields.TextField(null=True)
    second: Any = fields.ForeignKeyField("alpha.Place", related_name=False, null=True)

    class Meta:
        table = "beta_account"
