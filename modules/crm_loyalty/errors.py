"""What can be refused. `sqlstate` is what the functions of the migrations raise."""

from __future__ import annotations

from typing import ClassVar

from guanxi import Conflict, InvalidInput, NotFound, _


class NoAccount(NotFound):
    code = "loyalty_no_account"
    message = _("This customer has no points account.")
    sqlstate: ClassVar[str] = "GX001"


class NotEnoughPoints(Conflict):
    code = "loyalty_not_enough_points"
    message = _("Not enough points: {detail} are available.")
    sqlstate: ClassVar[str] = "GX002"


class SourceTaken(Conflict):
    """The same source with another body."""

    code = "loyalty_source_taken"
    message = _("{detail} was booked already, with other values.")
    sqlstate: ClassVar[str] = "GX003"


class HoldClosed(Conflict):
    """`detail` is the hold's state."""

    code = "loyalty_hold_closed"
    message = _("The hold is not open any more ({detail}).")
    sqlstate: ClassVar[str] = "GX004"


class MoreThanHeld(Conflict):
    code = "loyalty_more_than_held"
    message = _("Only {detail} points are held.")
    sqlstate: ClassVar[str] = "GX005"


class NothingToReverse(Conflict):
    code = "loyalty_nothing_to_reverse"
    message = _("Only {detail} points of this redemption can be reversed.")
    sqlstate: ClassVar[str] = "GX006"


class RewardGone(Conflict):
    code = "loyalty_reward_gone"
    message = _("This reward is not available any more.")
    sqlstate: ClassVar[str] = "GX007"


class VoucherUsed(Conflict):
    code = "loyalty_voucher_used"
    message = _("The voucher was used, or only a part of it is to be reversed.")
    sqlstate: ClassVar[str] = "GX008"


class NoSuchHold(NotFound):
    code = "loyalty_no_hold"
    message = _("There is no such hold.")
    sqlstate: ClassVar[str] = "GX009"


class NoSuchRedemption(NotFound):
    code = "loyalty_no_redemption"
    message = _("There is no such redemption.")
    sqlstate: ClassVar[str] = "GX010"


class PointsSpent(Conflict):
    """Of a merge that is undone; `detail` is how many are missing."""

    code = "loyalty_points_spent"
    message = _("{detail} of the points that this merge moved were spent since, and the account has no others.")
    sqlstate: ClassVar[str] = "GX011"


class NoSuchType(NotFound):
    code = "loyalty_no_type"
    message = _("There is no type of points named {detail}.")
    sqlstate: ClassVar[str] = "GX012"


class SecondPerson(Conflict):
    code = "loyalty_second_person"
    message = _("Somebody else has to approve this.")


class NothingToExtend(Conflict):
    code = "loyalty_nothing_to_extend"
    message = _("No points of this account expire before.")


class TierNotGiven(Conflict):
    code = "loyalty_tier_not_given"
    message = _("No tier was given to this member.")


class BadPoints(InvalidInput):
    code = "loyalty_bad_points"
    message = _("Enter a number of points from 1 to {limit}.")


REFUSALS = (
    NoAccount,
    NotEnoughPoints,
    SourceTaken,
    HoldClosed,
    MoreThanHeld,
    NothingToReverse,
    RewardGone,
    VoucherUsed,
    NoSuchHold,
    NoSuchRedemption,
    PointsSpent,
    NoSuchType,
)
