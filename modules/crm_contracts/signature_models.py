"""Tables of signing on line: requests, signatories, their secret links, and the company's certificate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_contracts.choices import DocumentLanguage
from crm_contracts.signature_choices import RequestState, Side, SignatoryState, SignChannel, SignMethod
from guanxi import Record, clock


class SignatureRequest(Record):
    """A contract that goes from one signatory to the next. One of a contract is open at a time."""

    contract_id: int
    kept_id: int | None

    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    title = fields.CharField(max_length=200)
    """the contract's"""
    state = fields.CharEnumField(RequestState, default=RequestState.DRAFT, max_length=9)
    language = fields.CharEnumField(DocumentLanguage, max_length=5)
    days = fields.SmallIntField()
    """how long it stays open"""
    remind_days = fields.SmallIntField()
    """whoever is asked is reminded every so many days; 0: never"""
    version = fields.IntField(default=0)
    """the contract's `document_version` when it was sent; what follows was fixed then, too"""
    kept: Any = fields.ForeignKeyField(
        "crm_contracts.KeptDocument", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """the document that is signed"""
    sha256 = fields.CharField(max_length=64, default="")
    consent = fields.CharField(max_length=10, default="")
    """the version of the text that signatories agree to"""
    consent_sha256 = fields.CharField(max_length=64, default="")
    asked_at: datetime | None = fields.DatetimeField(null=True)
    expires_at: datetime | None = fields.DatetimeField(null=True)
    ended_at: datetime | None = fields.DatetimeField(null=True)
    reason = fields.CharField(max_length=500, default="")
    """why it was declined or withdrawn"""

    class Meta:
        table = "crm_contracts_signature_request"
        indexes = (("contract_id", "id"), ("state", "expires_at"))


class Signatory(Model):
    """Who signs, in the order of ids, and what is known of the signing."""

    id = fields.BigIntField(primary_key=True)
    request: Any = fields.ForeignKeyField(
        "crm_contracts.SignatureRequest", related_name=False, on_delete=fields.RESTRICT
    )
    name = fields.CharField(max_length=100, default="")
    email = fields.CharField(max_length=254, default="")
    side = fields.CharEnumField(Side, default=Side.THEIRS, max_length=6)
    capacity = fields.CharField(max_length=100, default="")
    """as what they sign: managing director"""
    state = fields.CharEnumField(SignatoryState, default=SignatoryState.WAITING, max_length=8)
    asked_at: datetime | None = fields.DatetimeField(null=True)
    reminded_at: datetime | None = fields.DatetimeField(null=True)
    seen_at: datetime | None = fields.DatetimeField(null=True)
    acted_at: datetime | None = fields.DatetimeField(null=True)
    """when they signed or declined"""
    address = fields.CharField(max_length=64, default="")
    """the network address that it came from"""
    user_agent = fields.CharField(max_length=200, default="")
    channel = fields.CharEnumField(SignChannel, null=True, max_length=6)
    method = fields.CharEnumField(SignMethod, null=True, max_length=5)
    signed_name = fields.CharField(max_length=100, default="")
    """as they typed it"""
    strokes: Any = fields.JSONField(null=True)
    """of a drawn signature; see `strokes`"""

    class Meta:
        table = "crm_contracts_signatory"
        indexes = (("request_id", "id"), ("email",))


class SigningLink(Model):
    """A secret link that was mailed to a signatory: all of them work until the request ends."""

    id = fields.BigIntField(primary_key=True)
    signatory: Any = fields.ForeignKeyField("crm_contracts.Signatory", related_name=False, on_delete=fields.CASCADE)
    hash = fields.CharField(max_length=64, unique=True)
    """sha256 of the token"""
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_contracts_signing_link"
        indexes = (("signatory_id",),)


class Certificate(Model):
    """A certificate of the company with its private key. The newest, if not taken away, signs documents."""

    id = fields.BigIntField(primary_key=True)
    subject = fields.CharField(max_length=500)
    issuer = fields.CharField(max_length=500)
    valid_from: datetime = fields.DatetimeField()
    valid_until: datetime = fields.DatetimeField()
    fingerprint = fields.CharField(max_length=64)
    """sha256 of the certificate"""
    secret = fields.TextField()
    """key and certificates, encrypted"""
    self_made = fields.BooleanField()
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)
    warned_at: datetime | None = fields.DatetimeField(null=True)
    """when people were told that it ends soon"""
    removed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "crm_contracts_certificate"
