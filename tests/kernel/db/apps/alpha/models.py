from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Place(Model):
    """A place, in another one or not."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=80, db_index=True)
    within: Any = fields.ForeignKeyField("alpha.Place", related_name=False, null=True)

    class Meta:
        table = "alpha_place"


class Guest(Model):
    id = fields.BigIntField(primary_key=True)
    place: Any = fields.ForeignKeyField("alpha.Place", related_name=False)
    tags: Any = fields.ManyToManyField("alpha.Place", related_name="tagged", through="alpha_guest_tag")

    class Meta:
        table = "alpha_guest"
