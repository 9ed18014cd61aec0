"""Tables of consent, web forms, retention and anonymization."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_core.privacy_choices import Channel, Decision, Purpose, RetainedStage
from guanxi import Record, clock


def _customer() -> Any:
    return fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)


def _user() -> Any:
    return fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)


class ConsentText(Record):
    """A version of what is asked for a purpose. The database refuses to change it: a new version follows it."""

    purpose = fields.CharEnumField(Purpose, max_length=20)
    version = fields.IntField()
    """from 1, given by the system"""
    text = fields.TextField()
    text_zh = fields.TextField()

    class Meta:
        table = "crm_core_consent_text"
        unique_together = (("purpose", "version"),)


class Consent(Record):
    """What a customer decided on a purpose. The database refuses changes: the latest row counts."""

    customer: Any = _customer()
    customer_id: int
    purpose = fields.CharEnumField(Purpose, max_length=20)
    decision = fields.CharEnumField(Decision, max_length=10)
    text: Any = fields.ForeignKeyField("crm_core.ConsentText", related_name=False, null=True, on_delete=fields.RESTRICT)
    """the version that the customer was shown; none for a withdrawal"""
    text_id: int | None
    version: int | None = fields.IntField(null=True)
    """of that text, noted with the decision"""
    channel = fields.CharEnumField(Channel, max_length=12)
    at: datetime = fields.DatetimeField(default=clock.now)
    user: Any = _user()
    user_id: int | None
    """who noted it; none where the customer did it without help"""

    class Meta:
        table = "crm_core_consent"
        indexes = (("customer_id", "purpose", "id"), ("at", "id"))


class WebForm(Record):
    """A public page that asks visitors for their data."""

    name = fields.CharField(max_length=120)
    token = fields.CharField(max_length=32, unique=True)
    """its address: 96 random bits"""
    title = fields.CharField(max_length=120)
    title_zh = fields.CharField(max_length=120, default="")
    thanks = fields.TextField(default="")
    thanks_zh = fields.TextField(default="")
    ask_organization = fields.BooleanField(default=False)
    ask_email = fields.BooleanField(default=True)
    ask_address = fields.BooleanField(default=False)
    ask_message = fields.BooleanField(default=True)
    consent_marketing = fields.BooleanField(default=True)
    consent_service = fields.BooleanField(default=False)
    consent_partners = fields.BooleanField(default=False)
    consent_profiling = fields.BooleanField(default=False)
    country = fields.CharField(max_length=2, default="CN", db_default="CN")
    """ISO 3166-1 alpha-2: of numbers without the code of a country"""
    confirm_address = fields.BooleanField(default=False, db_default=False)
    """consents count once a mailed link was opened (double opt-in)"""
    owner: Any = _user()
    owner_id: int | None
    source: Any = fields.ForeignKeyField("crm_core.Term", related_name=False, null=True, on_delete=fields.RESTRICT)
    source_id: int | None
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_core_web_form"


class WebFormEntry(Record):
    """What a visitor sent, and the campaign that led there."""

    form: Any = fields.ForeignKeyField("crm_core.WebForm", related_name=False, on_delete=fields.RESTRICT)
    customer: Any = _customer()
    customer_id: int
    name = fields.CharField(max_length=200, default="")
    mobile = fields.CharField(max_length=30, default="")
    phone = fields.CharField(max_length=30, default="")
    email = fields.CharField(max_length=254, default="")
    """what the visitor entered, also where the customer keeps what it had"""
    message = fields.TextField(default="")
    known = fields.BooleanField(default=False)
    """the customer was there already"""
    utm_source = fields.CharField(max_length=100, default="")
    utm_medium = fields.CharField(max_length=100, default="")
    utm_campaign = fields.CharField(max_length=100, default="")
    utm_term = fields.CharField(max_length=100, default="")
    utm_content = fields.CharField(max_length=100, default="")

    class Meta:
        table = "crm_core_web_form_entry"
        indexes = (("customer_id", "id"), ("form_id", "id"), ("utm_campaign", "id"))


class ConsentRequest(Model):
    """Consents that wait until the visitor opens a mailed link; afterwards the evidence that the address agreed."""

    id = fields.BigIntField(primary_key=True)
    form: Any = fields.ForeignKeyField("crm_core.WebForm", related_name=False, on_delete=fields.RESTRICT)
    customer: Any = _customer()
    customer_id: int
    email = fields.CharField(max_length=254)
    locale = fields.CharField(max_length=10)
    texts: Any = fields.JSONField()
    """ids of the texts that were ticked, by purpose"""
    asked_at: datetime = fields.DatetimeField()
    asked_from = fields.CharField(max_length=64, default="")
    """network address, of IPv6 the network"""
    expires_at: datetime = fields.DatetimeField()
    confirmed_at: datetime | None = fields.DatetimeField(null=True)
    confirmed_from = fields.CharField(max_length=64, default="")
    withdrawn_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "crm_core_consent_request"
        indexes = (("customer_id", "id"), ("email", "asked_at"), ("expires_at",))


class RetentionRule(Record):
    """After how long without contact customers of a stage are anonymized. Off until somebody has seen the preview."""

    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    stage = fields.CharEnumField(RetainedStage, max_length=12, unique=True)
    months = fields.SmallIntField(default=36)
    active = fields.BooleanField(default=False)

    class Meta:
        table = "crm_core_retention_rule"


class Anonymization(Model):
    """That a customer was anonymized: when, by whom and why. It is never undone."""

    id = fields.BigIntField(primary_key=True)
    customer: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    at: datetime = fields.DatetimeField(default=clock.now)
    user: Any = _user()
    reason = fields.CharField(max_length=20)
    """`request` of the person, or `retention`"""

    class Meta:
        table = "crm_core_anonymization"
