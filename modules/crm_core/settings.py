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
    ),
)
