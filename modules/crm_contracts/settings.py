"""How a company draws up its contracts."""

from __future__ import annotations

from typing import Annotated

import msgspec

from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import usable_templates
from crm_contracts.standard_terms import TERMS_EN, TERMS_ZH
from guanxi import Field, Kind, SettingsForm, _

SIGNATURE_DAYS = _("Days to sign on line")
REMIND_DAYS = _("Remind signatories every so many days (0: never)")
MOST_DAYS = 90


class ContractSettings(msgspec.Struct):
    template: int | None = None
    """what the form of a new contract proposes"""
    any_tax_rate: bool = False
    """whether lines may have rates of tax that are not in the dictionary"""
    quotation_days: int = 30
    """for how long a quotation is open"""
    signature_days: int = 14
    """how long a request for signatures stays open"""
    signature_remind_days: int = 3
    """0: no reminders"""
    expiry_days: Annotated[str, msgspec.Meta(pattern="^([0-9]{1,3}([,，、 ]+[0-9]{1,3}){0,9})?$")] = "90, 30, 7"
    """so many days before a contract's last one its owner is told"""
    notice_reminder: int = 14
    """so many days before the last one for notice; 0: never"""
    terms: str = TERMS_ZH
    terms_en: str = TERMS_EN


SETTINGS = SettingsForm(
    type=ContractSettings,
    title=_("Contracts"),
    permission=ContractPermission.SETTINGS,
    fields=(
        Field(
            "template",
            _("Template of new contracts"),
            kind=Kind.RELATION,
            to="crm_contracts/templates",
            required=False,
            among=usable_templates,
        ),
        Field(
            "quotation_days",
            _("Days for which a quotation is open"),
            kind=Kind.INTEGER,
            minimum=1,
            maximum=999,
        ),
        Field("any_tax_rate", _("Allow tax rates that are not in the dictionary"), kind=Kind.BOOLEAN, required=False),
        Field("signature_days", SIGNATURE_DAYS, kind=Kind.INTEGER, required=True, minimum=1, maximum=MOST_DAYS),
        Field("signature_remind_days", REMIND_DAYS, kind=Kind.INTEGER, required=True, minimum=0, maximum=MOST_DAYS),
        Field(
            "expiry_days",
            _("Remind of the end of contracts (days before)"),
            kind=Kind.TEXT,
            required=False,
            max_length=60,
            help=_("Several with commas, such as 90, 30, 7. The owner is told once for each. Left empty: never."),
        ),
        Field(
            "notice_reminder",
            _("Remind of the last day for notice (days before)"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=365,
            help=_("0: never."),
        ),
        Field("terms", _("Standard terms (Chinese)"), kind=Kind.MULTILINE, required=False, max_length=20000),
        Field("terms_en", _("Standard terms (English)"), kind=Kind.MULTILINE, required=False, max_length=20000),
    ),
)
