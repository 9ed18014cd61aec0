"""Every kind of field, for the tests of the kernel."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import Choice, Record, Tone, _


class Stage(Choice):
    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open"), Tone.INFO
    CLOSED = "closed", _("Closed"), Tone.OK


class Priority(Choice):
    LOW = "low", _("Low")
    HIGH = "high", _("High"), Tone.WARN
    URGENT = "urgent", _("Urgent"), Tone.BAD


class Shop(Record):
    name = fields.CharField(max_length=60)
    code = fields.CharField(max_length=20, unique=True, null=True)

    class Meta:
        table = "sample_shop_shop"


class Order(Record):
    name = fields.CharField(max_length=60)
    notes = fields.TextField(default="")
    stage = fields.CharEnumField(Stage, default=Stage.DRAFT, max_length=10)
    shop: fields.ForeignKeyNullableRelation[Shop] = fields.ForeignKeyField(
        "sample_shop.Shop", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    owner: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    currency = fields.CharField(max_length=3, default="CNY")
    total = fields.BigIntField(default=0)
    weight: Decimal = fields.DecimalField(max_digits=12, decimal_places=3, default=Decimal(0))
    rush = fields.BooleanField(default=False)
    due_on: date | None = fields.DateField(null=True)
    shipped_at: datetime | None = fields.DatetimeField(null=True)
    margin = fields.IntField(default=0)
    email = fields.CharField(max_length=200, default="")
    pin = fields.CharField(max_length=20, default="")
    priority = fields.CharEnumField(Priority, null=True, max_length=10)

    class Meta:
        table = "sample_shop_order"


class OrderLine(Model):
    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField(
        "sample_shop.Order", related_name=False, on_delete=fields.RESTRICT
    )
    text = fields.CharField(max_length=100)
    quantity: Decimal = fields.DecimalField(max_digits=10, decimal_places=2, default=Decimal(1))
    price = fields.BigIntField(default=0)

    class Meta:
        table = "sample_shop_order_line"
