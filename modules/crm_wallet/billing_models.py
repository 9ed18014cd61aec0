"""Where stored value meets invoices. Invoices and payments are named by their ids: their add-on may not be there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_wallet.choices import CashBackState
from crm_wallet.models import key
from guanxi import Record, clock


class InvoicePayment(Model):
    """The payment of an invoice that a spend became. Append-only."""

    id = fields.BigIntField(primary_key=True)
    entry: Any = fields.OneToOneField("crm_wallet.Entry", related_name=False, on_delete=fields.RESTRICT)
    payment_id = fields.BigIntField(unique=True)
    invoice_id = fields.BigIntField()

    class Meta:
        table = "crm_wallet_invoice_payment"


class CashBack(Record):
    """An amount that waits for a customer's next invoice."""

    customer: Any = key("crm_core.Customer")
    customer_id: int
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    remaining = fields.BigIntField()
    state = fields.CharEnumField(CashBackState, default=CashBackState.WAITING, max_length=12)
    """follows from `remaining`"""
    source = fields.CharField(max_length=200, unique=True)
    reason = fields.CharField(max_length=300, default="")
    granted_on = fields.DateField()
    """settles invoices of this day and later"""

    class Meta:
        table = "crm_wallet_cash_back"
        indexes = (("customer_id", "id"),)


class CashBackUse(Model):
    """What of a grant settled an invoice; negative where it came back. Without one, it was taken back. Append-only."""

    id = fields.BigIntField(primary_key=True)
    cash_back: Any = key("crm_wallet.CashBack")
    amount = fields.BigIntField()
    payment_id: int | None = fields.BigIntField(null=True)
    invoice_id: int | None = fields.BigIntField(null=True)
    source = fields.CharField(max_length=200)
    """with the grant, unique"""
    at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_wallet_cash_back_use"
        unique_together = (("cash_back_id", "source"),)
        indexes = (("payment_id",), ("at", "id"))
