"""Tables of stored value. Amounts are minor units; only the functions of the migrations write the ledger.

Wallet, entries, lots, consumptions and holds of a customer change under the wallet's row lock. At every commit
`principal` = Σ entries' principal, and `bonus` = Σ entries' bonus = Σ lots' `remaining`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_wallet.choices import AdjustmentState, EntryKind, HoldState, PaidBy
from guanxi import Record, clock


def key(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def optional_key(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class Offer(Record):
    """What a top-up of `pays` gives on top, on days from `valid_from` to `valid_until`."""

    name = fields.CharField(max_length=80)
    name_zh = fields.CharField(max_length=80, default="")
    currency = fields.CharField(max_length=3)
    pays = fields.BigIntField()
    bonus = fields.BigIntField()
    bonus_days: int | None = fields.IntField(null=True)
    """the bonus is over at the end of the day so many days later; None: never"""
    valid_from: date = fields.DateField()
    valid_until: date | None = fields.DateField(null=True)
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_wallet_offer"
        indexes = (("name", "id"),)


class Wallet(Record):
    number = fields.CharField(max_length=20, unique=True)
    customer: Any = key("crm_core.Customer")
    customer_id: int
    currency = fields.CharField(max_length=3)
    principal = fields.BigIntField(default=0)
    bonus = fields.BigIntField(default=0)
    held_principal = fields.BigIntField(default=0)
    """Σ of open holds"""
    held_bonus = fields.BigIntField(default=0)
    paid = fields.BigIntField(default=0)
    """what the customer paid in, less what was refunded in money: no refund exceeds it"""

    class Meta:
        table = "crm_wallet_wallet"
        unique_together = (("customer_id", "currency"),)


class Entry(Record):
    """One movement of stored value. The database refuses to change or delete it."""

    wallet: Any = key("crm_wallet.Wallet")
    kind = fields.CharEnumField(EntryKind, max_length=16)
    currency = fields.CharField(max_length=3)
    principal = fields.BigIntField()
    bonus = fields.BigIntField()
    paid = fields.BigIntField(default=0)
    """what it adds to the wallet's `paid`"""
    principal_after = fields.BigIntField()
    bonus_after = fields.BigIntField()
    source = fields.CharField(max_length=200, unique=True)
    """`order:12`: what caused it, once"""
    reverses: Any = optional_key("crm_wallet.Entry")
    """the spend that it gives back; the entry that it goes with"""
    offer: Any = optional_key("crm_wallet.Offer")
    paid_by: Any = fields.CharEnumField(PaidBy, max_length=16, null=True)
    reason = fields.CharField(max_length=300, default="")
    at: datetime = fields.DatetimeField(default=clock.now)
    actor = fields.CharField(max_length=200, default="")

    class Meta:
        table = "crm_wallet_entry"
        indexes = (("wallet_id", "id"), ("at", "id"))


class Lot(Record):
    """Bonus that came together and expires together. Principal has no lots: it never expires."""

    wallet: Any = key("crm_wallet.Wallet")
    entry: Any = key("crm_wallet.Entry")
    currency = fields.CharField(max_length=3)
    granted_at: datetime = fields.DatetimeField()
    expires_at: datetime | None = fields.DatetimeField(null=True)
    """the first instant at which it is over"""
    bonus = fields.BigIntField()
    remaining = fields.BigIntField()

    class Meta:
        table = "crm_wallet_lot"
        indexes = (("entry_id",), ("wallet_id", "id"))


class Consumption(Model):
    """How much bonus of a lot an entry took; negative where it was given back. Append-only."""

    id = fields.BigIntField(primary_key=True)
    entry: Any = key("crm_wallet.Entry")
    lot: Any = key("crm_wallet.Lot")
    bonus = fields.BigIntField()

    class Meta:
        table = "crm_wallet_consumption"
        indexes = (("entry_id",), ("lot_id",))


class Hold(Record):
    """Stored value set aside for a purchase under way."""

    wallet: Any = key("crm_wallet.Wallet")
    currency = fields.CharField(max_length=3)
    principal = fields.BigIntField()
    bonus = fields.BigIntField()
    state = fields.CharEnumField(HoldState, default=HoldState.OPEN, max_length=12)
    expires_at: datetime = fields.DatetimeField()
    source = fields.CharField(max_length=200, unique=True)
    entry: Any = optional_key("crm_wallet.Entry")
    """the spend that captured it"""

    class Meta:
        table = "crm_wallet_hold"
        indexes = (("wallet_id", "id"),)


class Adjustment(Record):
    """A correction by hand, proposed by one and approved by another person."""

    wallet: Any = key("crm_wallet.Wallet")
    wallet_id: int
    currency = fields.CharField(max_length=3)
    principal = fields.BigIntField()
    bonus = fields.BigIntField()
    reason = fields.CharField(max_length=300)
    state = fields.CharEnumField(AdjustmentState, default=AdjustmentState.REQUESTED, max_length=12)
    decided_by_id: int | None = fields.BigIntField(null=True)
    remark = fields.CharField(max_length=300, default="")
    entry: Any = optional_key("crm_wallet.Entry")

    class Meta:
        table = "crm_wallet_adjustment"
        indexes = (("wallet_id", "id"),)
