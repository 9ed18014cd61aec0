"""Tables of care. A message is written together with its gift and its mail, or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

from tortoise import fields

from crm_care.choices import Gift, Occasion, PlanCalendar
from guanxi import Record


class Plan(Record):
    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    occasion = fields.CharEnumField(Occasion, max_length=8)
    calendar: Any = fields.CharEnumField(PlanCalendar, null=True, max_length=5)
    """of a holiday, like `month` and `day`; birthdays have the customer's own"""
    month: int | None = fields.SmallIntField(null=True)
    day: int | None = fields.SmallIntField(null=True)
    days_before = fields.SmallIntField(default=0)
    tag = fields.CharField(max_length=60, default="")
    """only customers with it; empty: all"""
    subject = fields.CharField(max_length=150)
    text = fields.TextField()
    subject_zh = fields.CharField(max_length=150)
    text_zh = fields.TextField()
    gift = fields.CharEnumField(Gift, default=Gift.NONE, max_length=8)
    points: int | None = fields.IntField(null=True)
    campaign = fields.CharField(max_length=160, default="")
    """of coupons: its number first, then its name"""
    campaign_number: int | None = fields.BigIntField(null=True)
    active = fields.BooleanField(default=False)

    class Meta:
        table = "crm_care_plan"
        indexes = (("name", "id"),)


class Message(Record):
    """Wishes that a customer got of a plan, once a year by the occasion's calendar."""

    plan: Any = fields.ForeignKeyField("crm_care.Plan", related_name=False, on_delete=fields.RESTRICT)
    plan_id: int
    customer: Any = fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    customer_id: int
    year = fields.IntField()
    on_day: date = fields.DateField()
    """of the birthday or holiday"""
    gift = fields.CharEnumField(Gift, default=Gift.NONE, max_length=8)
    points = fields.IntField(default=0)
    coupon = fields.CharField(max_length=40, default="")
    doubled = fields.BooleanField(default=False, db_default=False)
    """stayed with a merged customer, since the other one had this year's already"""

    class Meta:
        table = "crm_care_message"
        unique_together = (("plan", "customer", "year"),)
        indexes = (("customer_id", "id"), ("on_day", "id"))
