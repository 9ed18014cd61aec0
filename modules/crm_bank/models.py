"""Tables of this add-on. Amounts are integers of minor units; money in is positive, money out negative."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_bank.choices import Category, Flaw, LineKind, LineState
from guanxi import Record


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


class BankAccount(Record):
    """An account of ours: at a bank, Alipay or WeChat Pay."""

    name = fields.CharField(max_length=100)
    number = fields.CharField(max_length=64, default="")
    """IBAN or number; a file of another account is refused. Empty: any is taken"""
    currency = fields.CharField(max_length=3)
    method = fields.CharField(max_length=20, default="bank_transfer")
    """a `PaymentMethod` of crm_receivables: what payments from its lines are recorded as"""
    columns: Any = fields.JSONField(default=dict)
    """`formats.Columns`: how CSV of a bank that is not known is read"""
    archived = fields.BooleanField(default=False)

    class Meta:
        table = "crm_bank_account"


class Statement(Record):
    account_id: int

    account: Any = _to("crm_bank.BankAccount")
    number = fields.CharField(max_length=40, default="")
    currency = fields.CharField(max_length=3)
    from_on: date | None = fields.DateField(null=True)
    to_on: date | None = fields.DateField(null=True)
    opening: int | None = fields.BigIntField(null=True)
    closing: int | None = fields.BigIntField(null=True)
    difference = fields.BigIntField(default=0)
    """closing − opening − Σ lines of the file"""
    flaw = fields.CharEnumField(Flaw, default=Flaw.NONE, max_length=8)
    lines_read = fields.IntField(default=0)
    lines_new = fields.IntField(default=0)
    """those that no statement brought before"""
    file_name = fields.CharField(max_length=255, default="")
    sha256 = fields.CharField(max_length=64)
    """of the file, which is kept with the first of its statements"""

    class Meta:
        table = "crm_bank_statement"
        indexes = (("account_id", "to_on", "id"), ("account_id", "sha256"))


class BankLine(Model):
    """What the bank said never changes (migration 1); what became of it does, by `locks` alone."""

    account_id: int
    customer_id: int | None

    id = fields.BigIntField(primary_key=True)
    account: Any = _to("crm_bank.BankAccount")
    statement: Any = _to("crm_bank.Statement")
    booked_on: date = fields.DateField()
    value_on: date | None = fields.DateField(null=True)
    amount = fields.BigIntField()
    currency = fields.CharField(max_length=3)
    name = fields.CharField(max_length=200, default="")
    """of the counterparty"""
    counterparty = fields.CharField(max_length=64, default="")
    """its account"""
    text = fields.TextField(default="")
    reference = fields.CharField(max_length=140, default="")
    end_to_end_id = fields.CharField(max_length=64, default="")
    bank_reference = fields.CharField(max_length=64, default="")
    charges = fields.BigIntField(default=0)
    kind = fields.CharEnumField(LineKind, default=LineKind.NORMAL, max_length=10)
    fingerprint = fields.CharField(max_length=64)
    """what makes it the same line in another file; see `storing`"""
    occurrence = fields.IntField()
    """which one it is of the lines of a file that are all alike, from 0"""
    state = fields.CharEnumField(LineState, default=LineState.OPEN, max_length=10)
    category = fields.CharEnumField(Category, default=Category.NONE, max_length=10)
    """of one that is set aside"""
    customer: Any = fields.ForeignKeyField(
        "crm_core.Customer", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    payment_id: int | None = fields.BigIntField(null=True, unique=True)
    """the payment of crm_receivables that it was recorded as"""
    matched_by_id: int | None = fields.BigIntField(null=True)
    """None: by itself"""
    settled_at: datetime | None = fields.DatetimeField(null=True)
    """when it was matched or set aside"""

    class Meta:
        table = "crm_bank_line"
        unique_together = (("account_id", "fingerprint", "occurrence"),)
        indexes = (("statement_id", "id"), ("booked_on", "id"), ("customer_id",))


class Learned(Model):
    """Whose a counterparty is, as somebody confirmed; the latest row of a counterparty counts."""

    customer_id: int

    id = fields.BigIntField(primary_key=True)
    line: Any = fields.OneToOneField("crm_bank.BankLine", related_name=False, on_delete=fields.RESTRICT)
    """that it was learned from: goes when that match is taken back"""
    counterparty = fields.CharField(max_length=64, default="")
    """an account; or empty, where the name says it"""
    name_key = fields.CharField(max_length=200, default="")
    customer: Any = _to("crm_core.Customer")
    learned_at: datetime = fields.DatetimeField()

    class Meta:
        table = "crm_bank_learned"
        indexes = (("counterparty", "name_key", "id"), ("customer_id",))
