"""How a company keeps order in its community."""

from __future__ import annotations

import msgspec

from crm_community.permissions import CommunityPermission
from guanxi import Field, Kind, SettingsForm, _


class CommunitySettings(msgspec.Struct, frozen=True):
    approve: bool = False
    """what customers write is shown once staff let it through"""


SETTINGS = SettingsForm(
    type=CommunitySettings,
    title=_("Clubs and community"),
    permission=CommunityPermission.MANAGE,
    fields=(
        Field(
            "approve",
            _("Approve what customers write before others see it"),
            kind=Kind.BOOLEAN,
            help=_("Moderators are told when something waits."),
        ),
    ),
)
