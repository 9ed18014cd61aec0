"""Tables of what a company sells and for how much: product lines, units, rates of tax, price lists, discount limits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tortoise import fields

from crm_contracts.choices import TaxCategory
from guanxi import Record


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def _perhaps_to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class ProductLine(Record):
    """产品线"""

    parent_id: int | None

    name = fields.CharField(max_length=100, unique=True)
    name_zh = fields.CharField(max_length=100, default="")
    parent: Any = _perhaps_to("crm_contracts.ProductLine")
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_product_line"
        indexes = (("parent_id",),)


class Unit(Record):
    """A unit that forms propose. Documents hold its name as a text, and keep it."""

    name = fields.CharField(max_length=20, unique=True)
    name_zh = fields.CharField(max_length=20, default="")
    code = fields.CharField(max_length=3)
    """UN/ECE Recommendation 20: C62, KGM, HUR"""
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_unit"


class TaxRate(Record):
    """A rate that lines may have. They hold the percentage itself, and keep it."""

    name = fields.CharField(max_length=60, unique=True)
    name_zh = fields.CharField(max_length=60, default="")
    percent: Decimal = fields.DecimalField(max_digits=5, decimal_places=2)
    category = fields.CharEnumField(TaxCategory, default=TaxCategory.STANDARD, max_length=2)
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_tax_rate"


class PriceList(Record):
    """价格表. At most one standard list for each currency (migration 6)."""

    name = fields.CharField(max_length=100, unique=True)
    name_zh = fields.CharField(max_length=100, default="")
    currency = fields.CharField(max_length=3)
    standard = fields.BooleanField(default=False)
    """for whoever has no list of their own"""
    active = fields.BooleanField(default=True)
    valid_from: date | None = fields.DateField(null=True)
    valid_until: date | None = fields.DateField(null=True)
    """the last day"""

    class Meta:
        table = "crm_contracts_price_list"


class Price(Record):
    """What a product costs from a quantity on, on some days. No two of them hold at once (migration 6)."""

    price_list_id: int
    product_id: int

    price_list: Any = _to("crm_contracts.PriceList")
    product: Any = _to("crm_contracts.Product")
    from_quantity: Decimal = fields.DecimalField(max_digits=14, decimal_places=4, default=Decimal(0))
    unit_price = fields.BigIntField()
    """minor units, tax included"""
    currency = fields.CharField(max_length=3)
    """the list's, which never changes"""
    valid_from: date | None = fields.DateField(null=True)
    """none: always was"""
    valid_until: date | None = fields.DateField(null=True)
    """the last day; none: until further notice"""

    class Meta:
        table = "crm_contracts_price"
        indexes = (("product_id", "id"), ("price_list_id", "id"))


class PriceAssignment(Record):
    """Who buys by a list: a customer, or all of a value class; one list each for a currency."""

    price_list_id: int
    customer_id: int | None
    value_class_id: int | None

    price_list: Any = _to("crm_contracts.PriceList")
    customer: Any = _perhaps_to("crm_core.Customer")
    value_class: Any = _perhaps_to("crm_core.Term")
    """exactly one of `customer` and `value_class` is there"""
    currency = fields.CharField(max_length=3)
    """the list's, which never changes"""

    class Meta:
        table = "crm_contracts_price_assignment"
        unique_together = (("customer", "currency"), ("value_class", "currency"))
        indexes = (("price_list_id", "id"),)


class DiscountLimit(Record):
    """How much less than the list price users of a role may confirm: of a product line, or of all that has no limit
    of its own."""

    role: Any = _to("guanxi.Role")
    line: Any = _perhaps_to("crm_contracts.ProductLine")
    percent: Decimal = fields.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        table = "crm_contracts_discount_limit"
        indexes = (("role_id", "id"),)
