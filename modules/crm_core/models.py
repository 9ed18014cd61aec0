"""Tables of customers and what hangs on them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields

from crm_core.choices import (
    ActivityKind,
    ActivityOutcome,
    Calendar,
    CustomerKind,
    Degree,
    Gender,
    Language,
    PreferredChannel,
    Stage,
    TermKind,
)
from guanxi import Record, clock


def _term() -> Any:
    return fields.ForeignKeyField("crm_core.Term", related_name=False, null=True, on_delete=fields.RESTRICT)


class Term(Record):
    """A word of a dictionary that users extend: a level, an industry, a region, a source, a value class."""

    kind = fields.CharEnumField(TermKind, max_length=20)
    name = fields.CharField(max_length=60)
    name_zh = fields.CharField(max_length=60, default="")
    position = fields.IntField(default=100)
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_core_term"
        unique_together = (("kind", "name"),)


class Customer(Record):
    code = fields.CharField(max_length=20, unique=True)
    """C2026-00001, given by the system (CUST-07)"""
    kind = fields.CharEnumField(CustomerKind, default=CustomerKind.ORGANIZATION, max_length=12)
    name = fields.CharField(max_length=200)
    """the full legal name"""
    name_key = fields.CharField(max_length=200)
    """the name as compared with others: NFKC, casefolded, without spaces and punctuation"""
    name_sound = fields.CharField(max_length=120, default="", db_default="")
    """how the trade name is said: what doubles are looked for by; empty until a job has filled it"""
    name_place = fields.CharField(max_length=60, default="", db_default="")
    """the smallest place of the region: 靖江"""
    name_region = fields.CharField(max_length=60, default="")
    """行政区划: the first part of a Chinese company's name"""
    trade_name = fields.CharField(max_length=120, default="")
    """字号: what people search for (CUST-03)"""
    name_business = fields.CharField(max_length=60, default="")
    """行业特点"""
    legal_form = fields.CharField(max_length=60, default="")
    """组织形式"""
    stage = fields.CharEnumField(Stage, default=Stage.POTENTIAL, max_length=12)
    value_class: Any = _term()
    level: Any = _term()
    industry: Any = _term()
    region: Any = _term()
    region_id: int | None
    source: Any = _term()
    country = fields.CharField(max_length=2, default="CN")
    """ISO 3166-1 alpha-2"""
    phone = fields.CharField(max_length=30, default="")
    mobile = fields.CharField(max_length=30, default="")
    email = fields.CharField(max_length=254, default="")
    fax = fields.CharField(max_length=30, default="")
    website = fields.CharField(max_length=200, default="")
    province = fields.CharField(max_length=60, default="", db_default="")
    city = fields.CharField(max_length=60, default="", db_default="")
    district = fields.CharField(max_length=60, default="", db_default="")
    address = fields.CharField(max_length=300, default="")
    """of the main address, in full; province, city and district are read from it where it is Chinese"""
    postcode = fields.CharField(max_length=12, default="")
    tax_number = fields.CharField(max_length=30, default="")
    """统一社会信用代码, or what a foreign company has in its place"""
    introduction = fields.TextField(default="")
    owner: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    owner_id: int | None
    department: Any = fields.ForeignKeyField(
        "guanxi.Department", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    department_id: int | None
    """the owner's when the customer came to the owner"""
    tags: Any = fields.JSONField(default=list)
    trading = fields.BooleanField(default=False)
    """set by administration alone (CUST-13)"""
    next_contact_on: date | None = fields.DateField(null=True)
    last_contact_on: date | None = fields.DateField(null=True)
    gender: Any = fields.CharEnumField(Gender, null=True, max_length=8)
    birth_calendar = fields.CharEnumField(Calendar, default=Calendar.SOLAR, db_default="solar", max_length=8)
    birth_month: int | None = fields.SmallIntField(null=True)
    birth_day: int | None = fields.SmallIntField(null=True)
    preferred_channel: Any = fields.CharEnumField(PreferredChannel, null=True, max_length=8)
    preferred_time = fields.CharField(max_length=60, default="", db_default="")
    interests: Any = fields.JSONField(default=list, db_default=[])
    habits = fields.TextField(default="", db_default="")
    """what the customer likes, where and when it buys (CUST-24, CUST-38)"""
    life_notes = fields.TextField(default="", db_default="")
    """what makes service warm, for those alone who may read it (CUST-39)"""
    price_sensitivity: Any = fields.CharEnumField(Degree, null=True, max_length=8)
    loyalty_potential: Any = fields.CharEnumField(Degree, null=True, max_length=8)
    """how willing the customer is to enter a lasting relationship"""
    verified_on: date | None = fields.DateField(null=True)
    """when somebody last found all data right (CUST-33)"""
    value = fields.BigIntField(default=0, db_default=0)
    """客户价值: what was sold to the customer, in minor units of `value_currency`, as other add-ons tell (CUST-12)"""
    value_currency = fields.CharField(max_length=3, default="", db_default="")
    """the company's when it was counted last; empty: never"""
    last_deal_on: date | None = fields.DateField(null=True)
    locale = fields.CharEnumField(Language, default=Language.ZH_CN, max_length=10)
    """of mails and documents for the customer"""
    external_id = fields.CharField(max_length=80, null=True, unique=True)
    """the customer's number in another system: the key of imports"""
    archived = fields.BooleanField(default=False)
    """no customer is ever deleted (CUST-22)"""
    completeness = fields.SmallIntField(default=0)
    """percent of what a record should hold (CUST-04, CUST-32); the database keeps it"""

    class Meta:
        table = "crm_core_customer"
        indexes = (
            ("name", "id"),
            ("owner_id", "name", "id"),
            ("owner_id", "id"),
            ("department_id", "name", "id"),
            ("next_contact_on", "id"),
            ("stage", "name", "id"),
            ("name_key",),
            ("trade_name",),
            ("completeness", "id"),
            ("level_id", "archived", "stage"),
            ("industry_id", "archived", "stage"),
            ("next_contact_on", "owner_id"),
            ("value", "id"),
            ("last_deal_on", "id"),
            ("province", "city"),
        )


class Contact(Record):
    """A person at a customer."""

    customer_id: int
    customer: Any = fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    name = fields.CharField(max_length=120)
    job_title = fields.CharField(max_length=120, default="")
    mobile = fields.CharField(max_length=30, default="")
    phone = fields.CharField(max_length=30, default="")
    email = fields.CharField(max_length=254, default="")
    wechat = fields.CharField(max_length=60, default="")
    notes = fields.TextField(default="")
    main = fields.BooleanField(default=False)
    archived = fields.BooleanField(default=False)

    class Meta:
        table = "crm_core_contact"
        indexes = (("customer_id", "name", "id"), ("name", "id"))


class Activity(Record):
    """One contact with a customer: a call, a visit, a mail, or a note about it (CUST-27)."""

    customer_id: int
    customer: Any = fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    contact: Any = fields.ForeignKeyField("crm_core.Contact", related_name=False, null=True, on_delete=fields.RESTRICT)
    kind = fields.CharEnumField(ActivityKind, max_length=12)
    at: datetime = fields.DatetimeField(default=clock.now)
    subject = fields.CharField(max_length=200)
    outcome = fields.CharEnumField(ActivityOutcome, default=ActivityOutcome.NONE, max_length=20)
    details = fields.TextField(default="")
    next_contact_on: date | None = fields.DateField(null=True)
    """mandatory after a call or a visit"""
    user_id: int | None
    user: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    """who was in contact"""

    class Meta:
        table = "crm_core_activity"
        indexes = (("customer_id", "at", "id"), ("at", "id"), ("user_id", "at", "id"))
