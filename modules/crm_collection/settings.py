"""How patient a company is."""

from __future__ import annotations

import msgspec

from crm_collection.permissions import CollectionPermission
from guanxi import Field, Kind, SettingsForm, _


class CollectionSettings(msgspec.Struct):
    grace_days: int = 2
    """days after the day of a promise until it counts as broken"""


SETTINGS = SettingsForm(
    type=CollectionSettings,
    title=_("Collection"),
    permission=CollectionPermission.POLICIES,
    fields=(
        Field(
            "grace_days",
            _("Days of grace for promises"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=30,
            help=_("A promise counts as broken when so many days have passed after its day."),
        ),
    ),
)
