"""Tables of the documents that are kept as they were sent or signed, and of the company's seal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_contracts.choices import DocumentLanguage, KeptKind
from guanxi import Record, clock


class KeptDocument(Record):
    """A document whose bytes never change. The database refuses to change or delete rows; the file lies by its hash."""

    contract_id: int

    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    kind = fields.CharEnumField(KeptKind, max_length=8)
    language = fields.CharEnumField(DocumentLanguage, max_length=5)
    version = fields.IntField()
    """the contract's `document_version` then"""
    sha256 = fields.CharField(max_length=64, db_index=True)
    size = fields.IntField()
    """bytes"""
    name = fields.CharField(max_length=255)
    fingerprint = fields.CharField(max_length=64, default="", db_default="")
    """sha256 of the certificate that signed it; empty: none did"""

    class Meta:
        table = "crm_contracts_kept_document"
        indexes = (("contract_id", "id"),)


class Seal(Model):
    """A picture of the company's seal (公章). The newest, if not taken away, goes on what is signed from then on."""

    id = fields.BigIntField(primary_key=True)
    sha256 = fields.CharField(max_length=64)
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)
    removed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "crm_contracts_seal"
