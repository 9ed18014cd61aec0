"""Tables of months that are closed."""

from __future__ import annotations

from datetime import date
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_receivables.choices import Account, CloseState
from guanxi import Record


class MonthClose(Record):
    """While it is closed, the database takes no journal entry of this day or an earlier one."""

    until: date = fields.DateField(unique=True)
    """the last day of a month"""
    state = fields.CharEnumField(CloseState, default=CloseState.CLOSED, max_length=8)
    closed_by: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)

    class Meta:
        table = "crm_receivables_close"


class CloseBalance(Model):
    """What an account came to at the end of that day, when the month was closed last."""

    id = fields.BigIntField(primary_key=True)
    close: Any = fields.ForeignKeyField("crm_receivables.MonthClose", related_name=False, on_delete=fields.RESTRICT)
    account = fields.CharEnumField(Account, max_length=12)
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    """a debit, or a credit where negative"""

    class Meta:
        table = "crm_receivables_close_balance"
        unique_together = (("close_id", "account", "currency"),)
