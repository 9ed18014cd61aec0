"""What a company decides about its points, beside the versions of the earning rule."""

from __future__ import annotations

from typing import Annotated

import msgspec

from crm_loyalty.choices import ExpiredLotPolicy, TakeBackPolicy
from crm_loyalty.permissions import LoyaltyPermission
from guanxi import Field, Kind, SettingsForm, Text, _


class LoyaltySettings(msgspec.Struct, frozen=True):
    take_back: TakeBackPolicy = TakeBackPolicy.DEBT
    expired_lots: ExpiredLotPolicy = ExpiredLotPolicy.GRACE
    grace_days: int = 30
    pending_days: int = 0
    """points of a purchase cannot be spent for these days: until it cannot be returned any more"""
    hold_minutes: int = 30
    adjust_alone: int = 1000
    """points that one person may give or take of a member by hand in a day; above, somebody else has to approve"""
    warn_days: Annotated[str, msgspec.Meta(pattern="^([0-9]{1,3}([,，、 ]+[0-9]{1,3}){0,9})?$")] = ""
    """so many days before points expire their member gets a mail; empty: none"""
    worth: int = 0
    """what 1,000 points cost, in minor units of the company's currency; 0: points are not valued"""
    soon_days: int = 30
    """points that expire within these days are shown as expiring soon"""
    redemptions_a_day: int = 0
    """of one member and type of points; 0: no limit"""
    points_a_day: int = 0
    """that one member may redeem, of each type; 0: no limit"""
    code_above: int = 0
    """what a member redeems in a day at the counter above so many points needs a code of theirs; 0: never"""
    refunds: int = 3
    """so many refunds within `refund_days` make a member suspicious"""
    refund_days: int = 30


def _limit(name: str, label: Text, help: Text) -> Field:
    return Field(name, label, kind=Kind.INTEGER, minimum=0, maximum=10**9, help=help)


SETTINGS = SettingsForm(
    type=LoyaltySettings,
    title=_("Points"),
    permission=LoyaltyPermission.MANAGE,
    fields=(
        Field(
            "take_back",
            _("When points to be taken back were spent already"),
            kind=Kind.CHOICE,
            choices=TakeBackPolicy,
        ),
        Field(
            "expired_lots",
            _("When points of a reversed redemption are over"),
            kind=Kind.CHOICE,
            choices=ExpiredLotPolicy,
        ),
        Field("grace_days", _("Days for points granted again"), kind=Kind.INTEGER, minimum=1, maximum=3650),
        Field(
            "pending_days",
            _("Days before points of a purchase can be spent"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=365,
            help=_("As long as purchases can be returned. 0: at once."),
        ),
        Field("hold_minutes", _("Minutes that a hold lasts"), kind=Kind.INTEGER, minimum=1, maximum=10_080),
        Field(
            "adjust_alone",
            _("Points that one person may adjust a day"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=10**9,
            help=_("Of one member. What is above, and every transfer, somebody else has to approve."),
        ),
        Field(
            "warn_days",
            _("Mail to members, days before their points expire"),
            required=False,
            max_length=60,
            help=_("Such as 30, 7. Empty: no mail."),
        ),
        Field(
            "worth",
            _("What 1,000 points cost"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=10**9,
            help=_("In the smallest unit of the company's currency, such as fen. 0: points are not valued."),
        ),
        Field("soon_days", _("Days before the end that count as soon"), kind=Kind.INTEGER, minimum=1, maximum=365),
        _limit("redemptions_a_day", _("Redemptions of one member a day"), _("Of each type of points. 0: no limit.")),
        _limit("points_a_day", _("Points that one member may redeem a day"), _("Of each type of points. 0: no limit.")),
        _limit(
            "code_above",
            _("Points a day above which the member's code is needed"),
            _("At the counter and by programs; members get it by mail or in the portal. 0: never."),
        ),
        Field("refunds", _("Refunds that make a member suspicious"), kind=Kind.INTEGER, minimum=1, maximum=1000),
        Field("refund_days", _("Days in which refunds are counted"), kind=Kind.INTEGER, minimum=1, maximum=365),
    ),
)
