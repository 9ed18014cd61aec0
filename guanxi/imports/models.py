"""Tables of imports."""

from __future__ import annotations

from tortoise import fields
from tortoise.models import Model


class ExternalKey(Model):
    """The name that another system has for a record: a second import finds the record by it."""

    id = fields.BigIntField(primary_key=True)
    resource = fields.CharField(max_length=120)
    key = fields.CharField(max_length=200)
    record_id = fields.BigIntField()

    class Meta:
        table = "guanxi_external_key"
        unique_together = (("resource", "key"),)
        indexes = (("resource", "record_id"),)
