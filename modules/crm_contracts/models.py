"""Tables of products, contracts and their charges. Amounts are integers of minor units, prices include tax."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_contracts.choices import (
    Billing,
    ContractState,
    DeliveryStatus,
    DocumentLanguage,
    Invoicing,
    NoticeBy,
    PaymentMethod,
    PriceRevision,
    ProblemReason,
    ProblemState,
    Recurrence,
    Renewal,
)
from guanxi import Record, clock


def _percent(default: str) -> Any:
    return fields.DecimalField(max_digits=5, decimal_places=2, default=Decimal(default))


class Product(Record):
    code = fields.CharField(max_length=40, unique=True)
    name = fields.CharField(max_length=200)
    name_en = fields.CharField(max_length=200, default="")
    unit = fields.CharField(max_length=20, default="")
    unit_price = fields.BigIntField(default=0)
    """minor units, tax included"""
    currency = fields.CharField(max_length=3)
    tax_rate: Decimal = _percent("6.00")
    active = fields.BooleanField(default=True)
    line: Any = fields.ForeignKeyField(
        "crm_contracts.ProductLine", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """the product line (产品线)"""
    line_id: int | None

    class Meta:
        table = "crm_contracts_product"
        indexes = (("name", "id"), ("line_id", "id"))


class ContractType(Record):
    name = fields.CharField(max_length=100, unique=True)
    name_zh = fields.CharField(max_length=100, default="")
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_type"


class Contract(Record):
    customer_id: int
    type_id: int | None
    owner_id: int | None
    drawn_id: int | None
    renews_id: int | None
    amends_id: int | None
    price_index_id: int | None

    number: Any = fields.CharField(max_length=30, null=True, unique=True)
    """HT-2026-000001, given once it is approved and kept for good; the register has it too"""
    title = fields.CharField(max_length=200)
    customer: Any = fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    owner: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    type: Any = fields.ForeignKeyField(
        "crm_contracts.ContractType", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    drawn: Any = fields.ForeignKeyField(
        "crm_contracts.ContractNumber", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """the number that was drawn for it beforehand (预领合同)"""
    renews: Any = fields.ForeignKeyField(
        "crm_contracts.Contract", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """the contract that it goes on from"""
    renewed_unsigned = fields.BooleanField(default=False)
    """put in force by automatic renewal, under the terms of the contract that it goes on from"""
    amends: Any = fields.ForeignKeyField(
        "crm_contracts.Contract", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """the version that it takes the place of (变更)"""
    version = fields.SmallIntField(default=1)
    """of the contract; from 2 on the last part of its number"""
    counted_from: date | None = fields.DateField(null=True)
    """where the periods of an amendment's lines are counted from: the first version's start; none: its own"""
    amended_on: date | None = fields.DateField(null=True)
    """the first day on which the next version holds in its place"""
    state = fields.CharEnumField(ContractState, default=ContractState.DRAFT, max_length=12)
    currency = fields.CharField(max_length=3)
    price_list: Any = fields.ForeignKeyField(
        "crm_contracts.PriceList", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """where prices come from that nobody typed; chosen, or found for the customer and the currency"""
    price_list_id: int | None
    total = fields.BigIntField(default=0)
    """of the lines that are charged once, tax included"""
    subtotal = fields.BigIntField(default=0)
    """`total` without tax"""
    tax = fields.BigIntField(default=0)
    yearly = fields.BigIntField(default=0)
    """what the recurring lines come to in a year, tax included; never booked"""
    starts_on: date | None = fields.DateField(null=True)
    ends_on: date | None = fields.DateField(null=True)
    """the last day of the agreed term; none: until terminated"""
    terminated_on: date | None = fields.DateField(null=True)
    """the last day where the contract was ended before its agreed term"""
    suspended_on: date | None = fields.DateField(null=True)
    """the first day of the pause that is agreed or on"""
    quoted_on: date | None = fields.DateField(null=True)
    """when the draft went out as a quotation, as it is now"""
    quoted_until: date | None = fields.DateField(null=True)
    """the last day that the quotation is open"""
    accepted_on: date | None = fields.DateField(null=True)
    """when the customer accepted the quotation in the portal"""
    declined_on: date | None = fields.DateField(null=True)
    """when the customer declined it there; sent again, it is open again"""
    declined_because = fields.CharField(max_length=500, default="", db_default="")
    renewal = fields.CharEnumField(Renewal, default=Renewal.NONE, max_length=9)
    notice_days = fields.SmallIntField(default=30)
    """so many days before its last one notice may be given at the latest"""
    notice_given_on: date | None = fields.DateField(null=True)
    notice_by: Any = fields.CharEnumField(NoticeBy, null=True, max_length=8)
    term_months: int | None = fields.SmallIntField(null=True)
    """of each next term; none: as long as this one"""
    price_revision = fields.CharEnumField(PriceRevision, default=PriceRevision.NONE, max_length=7)
    revision_percent: Decimal | None = fields.DecimalField(max_digits=6, decimal_places=2, null=True)
    """by index: at most so much more"""
    price_index: Any = fields.ForeignKeyField(
        "crm_contracts.PriceIndex", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    index_month: date | None = fields.DateField(null=True)
    """the first day of the month that the prices are from"""
    delivery = fields.CharEnumField(DeliveryStatus, default=DeliveryStatus.NONE, max_length=9)
    """of all its deliveries, set by `delivery_status.refresh`"""
    sent_on: date | None = fields.DateField(null=True)
    signed_on: date | None = fields.DateField(null=True)
    payment_method = fields.CharEnumField(PaymentMethod, default=PaymentMethod.BANK_TRANSFER, max_length=20)
    invoicing = fields.CharEnumField(Invoicing, default=Invoicing.CONTRACT, max_length=8)
    language = fields.CharEnumField(DocumentLanguage, default=DocumentLanguage.ZH_CN, max_length=5)
    our_signatory = fields.CharField(max_length=100, default="")
    their_signatory = fields.CharField(max_length=100, default="")
    terms = fields.TextField(default="")
    terms_en = fields.TextField(default="")
    annex = fields.TextField(default="")
    """gifts and all else that was promised (CONT-03)"""
    annex_en = fields.TextField(default="")
    parties: Any = fields.JSONField(null=True)
    """buyer and seller as they were when it was approved: the document says the same ever after"""
    template: Any = fields.ForeignKeyField(
        "crm_contracts.Template", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """where the terms come from; none: they are its own"""
    template_id: int | None
    template_version: Any = fields.ForeignKeyField(
        "crm_contracts.TemplateVersion", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """fixed when the contract leaves the draft"""
    template_version_id: int | None
    clause_versions: Any = fields.JSONField(null=True)
    """by code, the id of the version that was fixed: `{"payment": 3}`"""
    document_version = fields.IntField(default=0, db_default=0)
    """how often the contract left the draft"""
    verify_token: Any = fields.CharField(max_length=32, null=True, unique=True)
    """the address of its public page; 192 random bits"""
    seal: Any = fields.ForeignKeyField("crm_contracts.Seal", related_name=False, null=True, on_delete=fields.RESTRICT)
    """on the document since it was signed"""
    seal_id: int | None

    class Meta:
        table = "crm_contracts_contract"
        indexes = (
            ("customer_id", "id"),
            ("renews_id",),
            ("amends_id",),
            ("delivery", "id"),
            ("owner_id", "id"),
            ("state", "id"),
            ("title", "id"),
            ("total", "id"),
            ("starts_on", "id"),
            ("ends_on", "id"),
            ("signed_on", "id"),
            ("price_list_id",),
        )


class ContractLine(Model):
    """A line; the columns from `anchor_on` on are the billing schedule of a recurring one, kept by `locks`."""

    id = fields.BigIntField(primary_key=True)
    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    product: Any = fields.ForeignKeyField(
        "crm_contracts.Product", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    description = fields.CharField(max_length=300, default="")
    unit = fields.CharField(max_length=20, default="")
    quantity: Decimal = fields.DecimalField(max_digits=14, decimal_places=4, default=Decimal(1))
    unit_price = fields.BigIntField(default=0)
    list_price: int | None = fields.BigIntField(null=True)
    """of a unit, when the line was drawn up; none: there was none"""
    discount: Decimal = _percent("0.00")
    tax_rate: Decimal = _percent("6.00")
    amount = fields.BigIntField(default=0)
    """of one period where the line recurs; tax included"""
    recurrence = fields.CharEnumField(Recurrence, default=Recurrence.NONE, max_length=8)
    interval = fields.SmallIntField(default=1)
    billing = fields.CharEnumField(Billing, default=Billing.ADVANCE, max_length=8)
    free_periods = fields.SmallIntField(default=0)
    """so many periods from the first on cost nothing"""
    cap: int | None = fields.BigIntField(null=True)
    """what all periods together cost at most; billing stops there"""
    included: Decimal = fields.DecimalField(max_digits=14, decimal_places=4, default=Decimal(0))
    """of a line billed by usage: the quantity of a period that costs nothing"""
    period_cap: int | None = fields.BigIntField(null=True)
    """of a line billed by usage: what a period costs at most"""
    anchor_on: date | None = fields.DateField(null=True)
    """where period 0 starts; set by signing"""
    last_on: date | None = fields.DateField(null=True)
    """the last day that is charged; none: no end"""
    next_period = fields.IntField(default=0)
    """k: the period charged next starts at anchor + k × interval"""
    charged_through: date | None = fields.DateField(null=True)
    next_due_on: date | None = fields.DateField(null=True)
    """when the next charge is due; none: nothing more to charge"""
    charged = fields.BigIntField(default=0)
    """the sum of its charges"""
    blocked = fields.BooleanField(default=False)
    """a billing problem is open"""
    stopped = fields.BooleanField(default=False)
    """somebody decided that it is never charged again"""

    class Meta:
        table = "crm_contracts_line"
        indexes = (("contract_id", "id"), ("product_id",))


class Installment(Model):
    """A part of the payment plan: a fixed amount, or a share of what the fixed amounts leave."""

    id = fields.BigIntField(primary_key=True)
    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    label = fields.CharField(max_length=100, default="")
    due_on: date | None = fields.DateField(null=True)
    """none: due on the day of signing"""
    percent: Decimal | None = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    amount = fields.BigIntField(default=0)

    class Meta:
        table = "crm_contracts_installment"
        indexes = (("contract_id", "id"),)


class Charge(Model):
    """A period of a recurring line that was given out for billing: append-only, one for each line and start."""

    id = fields.BigIntField(primary_key=True)
    contract_line: Any = fields.ForeignKeyField(
        "crm_contracts.ContractLine", related_name=False, on_delete=fields.RESTRICT
    )
    period_start: date = fields.DateField()
    period_end: date = fields.DateField()
    """the last day, included"""
    amount = fields.BigIntField()
    quantity: Decimal | None = fields.DecimalField(max_digits=20, decimal_places=4, null=True)
    """what was used, where the line is billed by usage"""
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_contracts_charge"
        unique_together = (("contract_line", "period_start"),)


class BillingProblem(Record):
    """A recurring line that could not be charged. It waits; all others go on."""

    contract_id: int
    contract_line_id: int

    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    contract_line: Any = fields.ForeignKeyField(
        "crm_contracts.ContractLine", related_name=False, on_delete=fields.RESTRICT
    )
    line = fields.CharField(max_length=300, default="")
    """the line's description"""
    reason = fields.CharEnumField(ProblemReason, max_length=12)
    state = fields.CharEnumField(ProblemState, default=ProblemState.OPEN, max_length=8)

    class Meta:
        table = "crm_contracts_billing_problem"
        indexes = (("state", "id"), ("contract_id", "id"), ("contract_line_id",))
