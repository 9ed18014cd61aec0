"""What a company's database knows of itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import clock


class CompanyState(Model):
    """One row. `revision` rises with whatever changes what a process may keep in memory."""

    id = fields.IntField(primary_key=True, generated=False)
    revision = fields.BigIntField(default=1)
    title = fields.CharField(max_length=200)
    zone = fields.CharField(max_length=60, default="Asia/Shanghai")
    currency = fields.CharField(max_length=3, default="CNY")
    locale = fields.CharField(max_length=10, default="zh_CN")
    color = fields.CharField(max_length=7, default="")
    """of the brand, `#3152e5`; empty: ours"""
    logo = fields.CharField(max_length=64, default="")
    """the hash of a stored picture; empty: the first letter of the title"""
    greeted = fields.BooleanField(default=False)
    """the first steps were done or put away"""

    class Meta:
        table = "guanxi_company"


class AddonState(Model):
    """An add-on that was ever enabled here. Disabled, its tables and rows stay."""

    name = fields.CharField(max_length=80, primary_key=True)
    enabled = fields.BooleanField(default=True)
    version = fields.CharField(max_length=40)
    enabled_at: datetime = fields.DatetimeField(default=clock.now)
    """when it was last enabled or disabled"""

    class Meta:
        table = "guanxi_addon"


class StoredSettings(Model):
    addon = fields.CharField(max_length=80, primary_key=True)
    values: Any = fields.JSONField(default=dict)

    class Meta:
        table = "guanxi_settings"
