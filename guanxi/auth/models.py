"""Users, roles, sessions and keys."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import clock
from guanxi.declare.labels import Choice
from guanxi.i18n import _
from guanxi.records.models import Record


class Locale(Choice):
    EN = "en", _("English")
    ZH_CN = "zh_CN", _("Simplified Chinese")


class Department(Record):
    name = fields.CharField(max_length=120, unique=True)

    class Meta:
        table = "guanxi_department"


class Role(Record):
    key = fields.CharField(max_length=80, null=True, unique=True)
    """the preset that it came from"""
    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    permissions: Any = fields.JSONField(default=list)
    """permission values; an unknown one (of an add-on that is not enabled) is kept and has no effect"""
    export_rows: int | None = fields.IntField(null=True)
    """how many rows of lists its users may export in a day; null: any number"""

    class Meta:
        table = "guanxi_role"


class User(Record):
    login = fields.CharField(max_length=200, unique=True)
    """an e-mail address or a name, NFKC-casefolded"""
    name = fields.CharField(max_length=120)
    email = fields.CharField(max_length=254, default="")
    password_hash = fields.CharField(max_length=200, default="")
    """argon2id; empty: cannot sign in by password"""
    active = fields.BooleanField(default=True)
    administrator = fields.BooleanField(default=False)
    """has every permission"""
    locale = fields.CharEnumField(Locale, default=Locale.EN, max_length=10)
    department: fields.ForeignKeyNullableRelation[Department] = fields.ForeignKeyField(
        "guanxi.Department", related_name=False, null=True, on_delete=fields.RESTRICT
    )

    class Meta:
        table = "guanxi_user"


class UserRole(Model):
    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "guanxi.User", related_name=False, on_delete=fields.CASCADE
    )
    role: fields.ForeignKeyRelation[Role] = fields.ForeignKeyField(
        "guanxi.Role", related_name=False, on_delete=fields.RESTRICT
    )

    class Meta:
        table = "guanxi_user_role"
        unique_together = (("user", "role"),)


class Session(Model):
    """A signed-in browser. Only the hash of the cookie's value is stored."""

    id = fields.BigIntField(primary_key=True)
    hash = fields.CharField(max_length=64, unique=True)
    """sha256 in hexadecimal"""
    csrf = fields.CharField(max_length=43)
    user_id: int | None = fields.BigIntField(null=True, db_index=True)
    realm = fields.CharField(max_length=40, null=True)
    subject_id: int | None = fields.BigIntField(null=True)
    """in a realm: whom it stands for, such as a customer's id"""
    name = fields.CharField(max_length=200, default="")
    locale = fields.CharField(max_length=10, default="")
    created_at: datetime = fields.DatetimeField(default=clock.now)
    seen_at: datetime = fields.DatetimeField(default=clock.now)
    expires_at: datetime = fields.DatetimeField()
    user_agent = fields.CharField(max_length=200, default="")

    class Meta:
        table = "guanxi_session"


class OneTimeToken(Model):
    """A link that works once: password reset, invitation, a customer's sign-in. Only its hash is stored."""

    id = fields.BigIntField(primary_key=True)
    hash = fields.CharField(max_length=64, unique=True)
    """sha256 in hexadecimal"""
    purpose = fields.CharField(max_length=40)
    subject_id = fields.BigIntField()
    expires_at: datetime = fields.DatetimeField()
    used_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "guanxi_one_time_token"
        indexes = (("purpose", "subject_id"),)


class ApiKey(Record):
    name = fields.CharField(max_length=120)
    prefix = fields.CharField(max_length=12, unique=True)
    hash = fields.CharField(max_length=64)
    """sha256 of the secret part in hexadecimal, which has 256 random bits"""
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "guanxi.User", related_name=False, on_delete=fields.CASCADE
    )
    permissions: Any = fields.JSONField(default=list)
    """the subset of its owner's permissions that it has; empty: all of them"""
    expires_at: datetime | None = fields.DatetimeField(null=True)
    used_at: datetime | None = fields.DatetimeField(null=True)
    active = fields.BooleanField(default=True)

    class Meta:
        table = "guanxi_api_key"


class Attempt(Model):
    """Failed sign-ins and other limited acts, counted per key and minute where Redis is away."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=200)
    window: datetime = fields.DatetimeField()
    count = fields.IntField(default=0)

    class Meta:
        table = "guanxi_attempt"
        unique_together = (("key", "window"),)
