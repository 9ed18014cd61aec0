"""What a company gives for referrals."""

from __future__ import annotations

import msgspec

from crm_referrals.permissions import ReferralPermission
from guanxi import Field, Kind, SettingsForm, _, current_company, exponent, settings_of


class ReferralSettings(msgspec.Struct, frozen=True):
    referrer_points: int = 200
    referred_points: int = 100
    minimum: int = 100
    """whole units of the company's currency that an order leaves after refunds"""
    yearly_cap: int = 20
    """rewards of one referrer in a calendar year; 0: no limit"""
    new_days: int = 30
    """how long after it was registered a customer counts as new; 0: for ever"""
    portal: bool = True
    """new customers say in the portal who recommended them"""


def least_left() -> int:
    """Minor units that have to be left of an order."""
    return max(1, settings_of(ReferralSettings).minimum * int(10 ** exponent(current_company().currency)))


_MOST = 10**9
SETTINGS = SettingsForm(
    type=ReferralSettings,
    title=_("Referrals"),
    permission=ReferralPermission.MANAGE,
    fields=(
        Field("referrer_points", _("Points for the referrer"), kind=Kind.INTEGER, minimum=0, maximum=_MOST),
        Field("referred_points", _("Points for the new customer"), kind=Kind.INTEGER, minimum=0, maximum=_MOST),
        Field(
            "minimum",
            _("Least amount of the first order"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=_MOST,
            help=_("In whole units of the company's currency, after refunds. 0: any."),
        ),
        Field(
            "yearly_cap",
            _("Most rewards of a referrer in a year"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=_MOST,
            help=_("0: no limit. The new customer gets points all the same."),
        ),
        Field(
            "new_days",
            _("Days that a customer counts as new"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=3650,
            help=_("Since it was registered. 0: as long as it has not bought anything."),
        ),
        Field("portal", _("New customers may enter a code in the portal"), kind=Kind.BOOLEAN),
    ),
)
