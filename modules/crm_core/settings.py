"""What a company decides about its customers' data."""

from __future__ import annotations

import msgspec

from crm_core.permissions import CorePermission
from guanxi import Choice, Field, Kind, SettingsForm, _


class Strictness(Choice):
    REFUSE = "refuse", _("Refuse them")
    WARN = "warn", _("Warn, and save them")


class CoreSettings(msgspec.Struct, frozen=True):
    wrong_numbers: Strictness = Strictness.REFUSE
    """of phones, postcodes and tax numbers (CUST-18 to CUST-20)"""
    incomplete: Strictness = Strictness.WARN
    """new customers without address, industry and introduction; people without gender, province and city"""
    check_after: int = 12
    """months after which a customer's data should be looked through again (CUST-33); 0: never"""


SETTINGS = SettingsForm(
    type=CoreSettings,
    title=_("Customers"),
    permission=CorePermission.TERMS,
    fields=(
        Field(
            "wrong_numbers",
            _("Phones, postcodes and tax numbers that break the rules"),
            kind=Kind.CHOICE,
            choices=Strictness,
        ),
        Field(
            "incomplete",
            _("New customers without what a first entry needs"),
            kind=Kind.CHOICE,
            choices=Strictness,
            help=_(
                "Of organizations address, industry and introduction; of people gender, province and city."
                " Imports and web forms are never refused for it."
            ),
        ),
        Field(
            "check_after",
            _("Ask to check a customer's data after so many months"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=120,
            help=_("0: never."),
        ),
    ),
)
