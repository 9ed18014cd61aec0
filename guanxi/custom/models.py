"""The table of a company's own fields."""

from __future__ import annotations

from tortoise import fields

from guanxi.custom.choices import CustomKind
from guanxi.records.models import Record


class CustomField(Record):
    resource = fields.CharField(max_length=120)
    """`crm_core/customers`"""
    name = fields.CharField(max_length=40)
    """the column and the name in the API, `x_color`"""
    label = fields.CharField(max_length=60)
    label_zh = fields.CharField(max_length=60, default="")
    kind = fields.CharEnumField(CustomKind, max_length=12)
    choices = fields.TextField(default="")
    """CHOICE: a line for each, `Red | 红`; what stands before the bar is stored"""
    help = fields.CharField(max_length=200, default="")
    required = fields.BooleanField(default=False)
    position = fields.IntField(default=100)
    active = fields.BooleanField(default=True)
    """put away, a field is on no screen; its values stay"""

    class Meta:
        table = "guanxi_custom_field"
        unique_together = (("resource", "name"),)
