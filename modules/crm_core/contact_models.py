"""Further addresses of a customer, and further ways to reach it."""

from __future__ import annotations

from typing import Any

from tortoise import fields

from crm_core.choices import AddressKind, PointKind
from guanxi import Record


def _customer() -> Any:
    return fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)


class Address(Record):
    """Beside the main one, which stands in the customer itself."""

    customer_id: int
    customer: Any = _customer()
    kind = fields.CharEnumField(AddressKind, default=AddressKind.OFFICE, max_length=12)
    country = fields.CharField(max_length=2, default="CN")
    """ISO 3166-1 alpha-2"""
    province = fields.CharField(max_length=60, default="")
    city = fields.CharField(max_length=60, default="")
    district = fields.CharField(max_length=60, default="")
    address = fields.CharField(max_length=300)
    """in full, as it is written on a parcel"""
    postcode = fields.CharField(max_length=12, default="")
    recipient = fields.CharField(max_length=120, default="")
    phone = fields.CharField(max_length=30, default="")
    notes = fields.CharField(max_length=300, default="")

    class Meta:
        table = "crm_core_address"
        indexes = (("customer_id", "id"),)


class ContactPoint(Record):
    """A number or address for mail beside those in the customer and its contacts."""

    customer_id: int
    customer: Any = _customer()
    contact: Any = fields.ForeignKeyField("crm_core.Contact", related_name=False, null=True, on_delete=fields.RESTRICT)
    contact_id: int | None
    """whose it is; None: the customer's own"""
    kind = fields.CharEnumField(PointKind, default=PointKind.OTHER, max_length=8)
    value = fields.CharField(max_length=254)
    """in the one spelling of its kind"""
    label = fields.CharField(max_length=60, default="")

    class Meta:
        table = "crm_core_contact_point"
        unique_together = (("customer_id", "kind", "value"),)
        indexes = (("value",), ("contact_id",))
