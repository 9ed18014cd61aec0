"""Links that were sent, and who came by them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import clock


class Link(Model):
    """Whom a sign-in link is for: the subject of its one-time token. Deleted when it is too old to be used."""

    id = fields.BigIntField(primary_key=True)
    email = fields.CharField(max_length=254)
    """the address that it was sent to, in lower case; empty for a link that was handed over otherwise"""
    customer: Any = fields.ForeignKeyField("crm_core.Customer", related_name=False, null=True, on_delete=fields.CASCADE)
    """for this customer alone; else for all that have the address when the link is used"""
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_portal_link"
        indexes = (("email", "created_at"), ("created_at",))


class Entry(Model):
    """By which address a session was opened. Deleted when the session must be over."""

    id = fields.BigIntField(primary_key=True)
    session_id: int = fields.BigIntField(unique=True)
    email = fields.CharField(max_length=254)
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_portal_entry"
        indexes = (("created_at",),)


class Visit(Model):
    """When a customer last signed in, and how often."""

    id = fields.BigIntField(primary_key=True)
    customer: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.CASCADE)
    last_at: datetime = fields.DatetimeField(default=clock.now)
    count = fields.IntField(default=1)

    class Meta:
        table = "crm_portal_visit"
