"""Tables of following up: teams of customers, who took part in a visit, plans of contact, and who was reminded."""

from __future__ import annotations

from datetime import date
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_core.choices import CadenceUnit, MemberPart, PlanWay
from guanxi import Record


def _term() -> Any:
    return fields.ForeignKeyField("crm_core.Term", related_name=False, null=True, on_delete=fields.RESTRICT)


def _user() -> Any:
    return fields.ForeignKeyField("guanxi.User", related_name=False, on_delete=fields.RESTRICT)


class Member(Record):
    """Somebody beside the owner who follows a customer, and sees it as the owner does (CUST-37)."""

    name = fields.CharField(max_length=200)
    """the user's when the user was added"""
    customer_id: int
    customer: Any = fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    user_id: int
    user: Any = _user()
    part = fields.CharEnumField(MemberPart, default=MemberPart.OTHER, max_length=12)

    class Meta:
        table = "crm_core_member"
        unique_together = (("customer", "user"),)
        indexes = (("user_id", "customer_id"),)


class Participant(Model):
    """A colleague who took part in a contact with a customer."""

    id = fields.BigIntField(primary_key=True)
    activity: Any = fields.ForeignKeyField("crm_core.Activity", related_name=False, on_delete=fields.CASCADE)
    user: Any = _user()

    class Meta:
        table = "crm_core_participant"
        unique_together = (("activity", "user"),)


class ContactPlan(Record):
    """How often customers of a class and a level are contacted, and in what way (定期回访, SVC-13)."""

    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    value_class_id: int | None
    value_class: Any = _term()
    """None: all"""
    level_id: int | None
    level: Any = _term()
    way = fields.CharEnumField(PlanWay, default=PlanWay.CALL, max_length=12)
    every: int = fields.SmallIntField(default=1)
    unit = fields.CharEnumField(CadenceUnit, default=CadenceUnit.MONTH, max_length=5)
    position = fields.IntField(default=100)
    """of two plans that say equally much, the first holds"""
    active = fields.BooleanField(default=False)

    class Meta:
        table = "crm_core_contact_plan"


class ToldContact(Model):
    """Of which next contact of a customer somebody was reminded, so that nobody hears of the same one twice."""

    id = fields.BigIntField(primary_key=True)
    customer_id: int = fields.BigIntField(unique=True)
    user_id: int = fields.BigIntField()
    day: date = fields.DateField()

    class Meta:
        table = "crm_core_told_contact"
