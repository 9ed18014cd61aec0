"""Tables of gift cards. A code is kept as its hash alone, but for the codes of a batch until its maker fetches them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_wallet.choices import BatchState, CardEntryKind, CardState
from crm_wallet.models import key, optional_key
from guanxi import Record, clock


class Batch(Record):
    """`size` cards of one kind, made by a job."""

    name = fields.CharField(max_length=80)
    currency = fields.CharField(max_length=3)
    value = fields.BigIntField()
    size = fields.IntField()
    with_pin = fields.BooleanField(default=False)
    state = fields.CharEnumField(BatchState, default=BatchState.RUNNING, max_length=12)

    class Meta:
        table = "crm_wallet_batch"
        indexes = (("name", "id"),)


class Sheet(Model):
    """Codes of some cards of a batch, encrypted; deleted when they are fetched."""

    id = fields.BigIntField(primary_key=True)
    batch: Any = key("crm_wallet.Batch")
    sealed = fields.TextField()

    class Meta:
        table = "crm_wallet_sheet"
        indexes = (("batch_id", "id"),)


class Card(Record):
    number = fields.CharField(max_length=20, unique=True)
    code_hash = fields.CharField(max_length=64, unique=True)
    pin_hash = fields.CharField(max_length=64, default="")
    last4 = fields.CharField(max_length=4)
    currency = fields.CharField(max_length=3)
    value = fields.BigIntField()
    """what it is to be sold for"""
    balance = fields.BigIntField(default=0)
    state = fields.CharEnumField(CardState, default=CardState.INACTIVE, max_length=12)
    sold_at: datetime | None = fields.DatetimeField(null=True)
    valid_until: date | None = fields.DateField(null=True)
    """the last day; None: no end. What is on it then stays owed: staff prolong it"""
    batch: Any = optional_key("crm_wallet.Batch")
    position: int | None = fields.IntField(null=True)
    """1 … size in its batch"""
    wallet: Any = optional_key("crm_wallet.Wallet")
    """the wallet it was redeemed into"""

    class Meta:
        table = "crm_wallet_card"
        unique_together = (("batch_id", "position"),)
        indexes = (("wallet_id",),)


class CardEntry(Record):
    """One movement on a card; Σ amounts = the card's balance. The database refuses to change or delete it."""

    card: Any = key("crm_wallet.Card")
    kind = fields.CharEnumField(CardEntryKind, max_length=12)
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    balance_after = fields.BigIntField()
    source = fields.CharField(max_length=200, unique=True)
    reverses: Any = optional_key("crm_wallet.CardEntry")
    reason = fields.CharField(max_length=300, default="")
    at: datetime = fields.DatetimeField(default=clock.now)
    actor = fields.CharField(max_length=200, default="")

    class Meta:
        table = "crm_wallet_card_entry"
        indexes = (("card_id", "id"), ("at", "id"))
