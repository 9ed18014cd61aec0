"""Tables of exchange rates, and of exchange differences that closed months booked."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import Record, clock


class ExchangeRate(Record):
    """Holds from its day until the next one's. Once a closed month used it, the database refuses to change it."""

    currency = fields.CharField(max_length=3)
    day: date = fields.DateField()
    rate: Decimal = fields.DecimalField(max_digits=20, decimal_places=10)
    """units of the company's own currency for one unit of this one"""

    class Meta:
        table = "crm_receivables_rate"
        unique_together = (("currency", "day"),)
        indexes = (("day", "id"),)


class ExchangeDifference(Model):
    """What closing a month booked for a foreign currency; append-only.

    A month that was reopened and closed again has one of each closing: the positions and values of the last one hold,
    the differences of all are summed.
    """

    id = fields.BigIntField(primary_key=True)
    close: Any = fields.ForeignKeyField("crm_receivables.MonthClose", related_name=False, on_delete=fields.RESTRICT)
    close_revision = fields.IntField()
    entry: Any = fields.ForeignKeyField(
        "crm_receivables.JournalEntry", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """null: there was nothing to book"""
    currency = fields.CharField(max_length=3)
    own_currency = fields.CharField(max_length=3)
    position = fields.BigIntField()
    """minor units of `currency`: receivables less money on account"""
    rate_on: date = fields.DateField()
    rate: Decimal = fields.DecimalField(max_digits=20, decimal_places=10)
    value = fields.BigIntField()
    """the position at that rate; here and below minor units of the own currency"""
    historic = fields.BigIntField()
    """what is open, each at the rate of its day"""
    realized = fields.BigIntField()
    """gains, or losses where negative; `unrealized` likewise"""
    unrealized = fields.BigIntField()
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_receivables_exchange"
        unique_together = (("close_id", "currency", "close_revision"),)
        indexes = (("entry_id",), ("currency",))
