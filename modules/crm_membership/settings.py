"""How memberships are sold."""

from __future__ import annotations

import msgspec

from crm_membership.permissions import MembershipPermission
from guanxi import Field, Kind, SettingsForm, _


class MembershipSettings(msgspec.Struct, frozen=True):
    days_to_pay: int = 14
    """from the order on"""
    grace_days: int = 7
    """for payments that are recorded late; then what is not paid is canceled, its invoice voided"""


SETTINGS = SettingsForm(
    type=MembershipSettings,
    title=_("Paid membership"),
    permission=MembershipPermission.MANAGE,
    fields=(
        Field(
            "days_to_pay",
            _("Days to pay an order"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=366,
        ),
        Field(
            "grace_days",
            _("Days of grace after that"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=366,
            help=_("An order of which nothing is paid by then is canceled, and its invoice voided."),
        ),
    ),
)
