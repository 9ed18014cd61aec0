"""Tables of how is dunned: policies, their levels, and what was agreed with single customers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_collection.choices import Basis, Channel
from guanxi import Record


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def _perhaps_to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class Policy(Record):
    """Which one holds for an installment: the customer's own, else the one of value class and currency, of the value
    class, of the currency, else the standard one (`due_sql.POLICY`)."""

    name = fields.CharField(max_length=80)
    name_zh = fields.CharField(max_length=80, default="")
    standard = fields.BooleanField(default=False)
    """the one that holds where no other does; there is always exactly one, made by the seed"""
    value_class: Any = _perhaps_to("crm_core.Term")
    currency: Any = fields.CharField(max_length=3, null=True)
    daily_rate: Decimal = fields.DecimalField(max_digits=9, decimal_places=6, default=Decimal("0.05"))
    """percent of late interest for each day"""
    gap_days = fields.SmallIntField(default=7)
    """at least so many days lie between two levels of an installment"""
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_collection_policy"


class Level(Record):
    """What is sent `days` after `basis`; below zero: a friendly reminder before the day it is due."""

    policy_id: int

    policy: Any = _to("crm_collection.Policy")
    number = fields.SmallIntField()
    basis = fields.CharEnumField(Basis, default=Basis.DUE, max_length=10)
    days = fields.SmallIntField()
    channel = fields.CharEnumField(Channel, default=Channel.MAIL, max_length=8)
    interest = fields.BooleanField(default=False)
    """late interest is named"""
    subject = fields.CharField(max_length=200)
    subject_zh = fields.CharField(max_length=200)
    text = fields.TextField(default="")
    text_zh = fields.TextField(default="")

    class Meta:
        table = "crm_collection_level"
        unique_together = (("policy", "number"),)


class LevelFee(Model):
    """What a notice of the level costs the customer, once for each notice."""

    id = fields.BigIntField(primary_key=True)
    level: Any = _to("crm_collection.Level")
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()

    class Meta:
        table = "crm_collection_level_fee"
        unique_together = (("level", "currency"),)


class Terms(Record):
    """What holds for one customer alone."""

    customer_id: int

    customer: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    policy: Any = _perhaps_to("crm_collection.Policy")
    daily_rate: Decimal | None = fields.DecimalField(max_digits=9, decimal_places=6, null=True)
    """percent of late interest for each day, as agreed"""
    note = fields.CharField(max_length=300, default="")

    class Meta:
        table = "crm_collection_terms"
