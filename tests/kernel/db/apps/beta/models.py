from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Account(Model):
    """Its `place` is another app's."""

    place: Any = fields.OneToOneField("alpha.Place", primary_key=True, related_name="account")
    points = fields.BigIntField(default=0)

    class Meta:
        table = "beta_account"
