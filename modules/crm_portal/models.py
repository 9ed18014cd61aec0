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
    way = fields.CharField(max_length=8, default="mail", db_default="mail")
    """how whoever uses it proves who they are: `mail`, or `password`, where only a choice is left to make"""
    created_at: datetime = fields.DatetimeField(default=clock.now)
    used_at: datetime | None = fields.DatetimeField(null=True)
    """by the link or by its code, whichever came first"""

    class Meta:
        table = "crm_portal_link"
        indexes = (("email", "created_at"), ("created_at",))


class Entry(Model):
    """By which address a session was opened. Deleted when the session must be over."""

    id = fields.BigIntField(primary_key=True)
    session_id: int = fields.BigIntField(unique=True)
    email = fields.CharField(max_length=254)
    by_mail = fields.BooleanField(default=True, db_default=True)
    """by a mailed link or code, which proves that the address is theirs"""
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_portal_entry"
        indexes = (("created_at",), ("email",))


class Challenge(Model):
    """A browser that asked for a link, and the code that it may type instead; there for strange addresses, too."""

    id = fields.BigIntField(primary_key=True)
    hash = fields.CharField(max_length=64, unique=True)
    """of the browser's cookie: sha256 in hexadecimal"""
    email = fields.CharField(max_length=254)
    """as it was typed, in lower case"""
    link: Any = fields.ForeignKeyField("crm_portal.Link", related_name=False, null=True, on_delete=fields.CASCADE)
    """that was sent with the code; none: no code is right"""
    code_hash = fields.CharField(max_length=200, default="")
    """argon2id, of the code with the cookie's hash before it"""
    tries = fields.SmallIntField(default=0)
    expires_at: datetime = fields.DatetimeField()

    class Meta:
        table = "crm_portal_challenge"
        indexes = (("expires_at",), ("email",))


class Password(Model):
    """The password of an address, for a customer that had it when the password was set: for no later one."""

    id = fields.BigIntField(primary_key=True)
    email = fields.CharField(max_length=254)
    customer: Any = fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.CASCADE)
    hash = fields.CharField(max_length=200)
    """argon2id; the same in all rows of an address"""
    changed_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_portal_password"
        unique_together = (("email", "customer_id"),)
        indexes = (("customer_id",),)


class NewAddress(Model):
    """An e-mail address that a customer wants to have, until its link is used. The subject of a one-time token."""

    id = fields.BigIntField(primary_key=True)
    customer: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.CASCADE)
    email = fields.CharField(max_length=254)
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_portal_new_address"
        indexes = (("created_at",),)


class Visit(Model):
    """When a customer last signed in, and how often."""

    id = fields.BigIntField(primary_key=True)
    customer: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.CASCADE)
    last_at: datetime = fields.DatetimeField(default=clock.now)
    count = fields.IntField(default=1)

    class Meta:
        table = "crm_portal_visit"
