"""Tables of payment online. Amounts are integers of minor units."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_pay.choices import AttemptState, EventKind, ProblemKind, ProblemState, ProviderName, RefundState
from guanxi import Record, clock


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


class ProviderAccount(Record):
    """Ours with a payment provider."""

    provider = fields.CharEnumField(ProviderName, max_length=10)
    title = fields.CharField(max_length=80, unique=True)
    active = fields.BooleanField(default=True)
    test_mode = fields.BooleanField(default=True)
    secret = fields.TextField(default="")
    """what the provider gave us, encrypted: the company's key is in no backup"""

    class Meta:
        table = "crm_pay_account"


class PayLink(Record):
    """An address at which whoever has it can pay one invoice."""

    invoice_id: int

    invoice: Any = _to("crm_receivables.Invoice")
    token_hash = fields.CharField(max_length=64, unique=True)
    secret = fields.TextField()
    """the token, encrypted, to show the address once more"""
    expires_at: datetime | None = fields.DatetimeField(null=True)
    """None: as long as the invoice is open"""
    revoked = fields.BooleanField(default=False)

    class Meta:
        table = "crm_pay_link"
        indexes = (("invoice_id", "id"),)


class Attempt(Record):
    """Somebody chose a provider on a pay link. Its state is a function of the events of it."""

    invoice_id: int
    account_id: int

    reference = fields.CharField(max_length=32, unique=True)
    """ours, which the provider repeats in each event"""
    link: Any = _to("crm_pay.PayLink")
    invoice: Any = _to("crm_receivables.Invoice")
    account: Any = _to("crm_pay.ProviderAccount")
    provider = fields.CharEnumField(ProviderName, max_length=10)
    """of the account"""
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    """asked for: what was owed when it began"""
    state = fields.CharEnumField(AttemptState, default=AttemptState.STARTED, max_length=14)
    provider_reference: Any = fields.CharField(max_length=120, null=True)
    """the provider's number of the money"""
    payment: Any = fields.ForeignKeyField(
        "crm_receivables.Payment", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    captured = fields.BigIntField(default=0)
    """what came, of `captured_currency`"""
    captured_currency = fields.CharField(max_length=3, default="")
    returned = fields.BigIntField(default=0)
    """refunded or charged back, and booked so; at most `captured`"""
    refunding = fields.BigIntField(default=0)
    """asked back, and not yet answered"""
    code = fields.CharField(max_length=512, default="")
    """what the payer scans, where the provider gave one"""
    asked_at: datetime | None = fields.DatetimeField(null=True)
    """when the provider was asked last what became of it"""

    class Meta:
        table = "crm_pay_attempt"
        indexes = (("invoice_id", "id"), ("account_id", "provider_reference"))


class ProviderMessage(Model):
    """What a provider has told us, under a good signature; append-only."""

    id = fields.BigIntField(primary_key=True)
    account: Any = _to("crm_pay.ProviderAccount")
    event_id = fields.CharField(max_length=120)
    kind = fields.CharEnumField(EventKind, max_length=14)
    reference = fields.CharField(max_length=32)
    """of the attempt; may be empty where `provider_reference` is not"""
    provider_reference = fields.CharField(max_length=120)
    amount = fields.BigIntField()
    currency = fields.CharField(max_length=3)
    total = fields.BooleanField(default=False)
    """of refunds: all until then, not this one alone"""
    refund = fields.CharField(max_length=64, default="")
    """of refunds: its number, which is ours where we asked for it"""
    detail = fields.CharField(max_length=300, default="")
    happened_at: datetime = fields.DatetimeField()
    received_at: datetime = fields.DatetimeField(default=clock.now)
    body_sha256 = fields.CharField(max_length=64)

    class Meta:
        table = "crm_pay_event"
        unique_together = (("account_id", "event_id"),)
        indexes = (("account_id", "reference"), ("account_id", "provider_reference"))


class Refund(Record):
    """Money of a payment that somebody asked the provider to give back. Its state is a function of the events of it."""

    attempt_id: int

    number = fields.CharField(max_length=32, unique=True)
    """ours, with which the provider does nothing twice"""
    attempt: Any = _to("crm_pay.Attempt")
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    reason = fields.CharField(max_length=300)
    state = fields.CharEnumField(RefundState, default=RefundState.REQUESTED, max_length=10)
    detail = fields.CharField(max_length=300, default="")
    """why it failed, in the provider's words"""
    asked_at: datetime | None = fields.DatetimeField(null=True)
    """when the provider was asked last what became of it"""

    class Meta:
        table = "crm_pay_refund"
        indexes = (("attempt_id", "id"),)


class LinkKey(Model):
    """One row: what links are made with that nobody had to make before, such as printed ones."""

    id = fields.SmallIntField(primary_key=True)
    secret = fields.CharField(max_length=64)

    class Meta:
        table = "crm_pay_link_key"


class Problem(Record):
    """What a person has to look at. One of each kind for an attempt."""

    attempt_id: int

    attempt: Any = _to("crm_pay.Attempt")
    kind = fields.CharEnumField(ProblemKind, max_length=12)
    state = fields.CharEnumField(ProblemState, default=ProblemState.OPEN, max_length=6)
    detail = fields.CharField(max_length=300, default="")
    remark = fields.CharField(max_length=300, default="")

    class Meta:
        table = "crm_pay_problem"
        unique_together = (("attempt_id", "kind"),)
        indexes = (("state", "id"),)
