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


class TooOften(Conflict):
    """`detail` is how often a member may redeem in a day."""

    code = "loyalty_too_often"
    message = _("This member may redeem {detail} times a day, and has done so.")
    sqlstate: ClassVar[str] = "GX013"


class TooManyPoints(Conflict):
    code = "loyalty_too_many_points"
    message = _("This member may redeem only {detail} more points today.")
    sqlstate: ClassVar[str] = "GX014"


class CodeNeeded(Conflict):
    code = "loyalty_code_needed"
    message = _("For more than {detail} points the member has to tell a code: send one, or let the portal show it.")


class CodeWrong(Conflict):
    code = "loyalty_code_wrong"
    message = _("The code is wrong. Tries that are left: {detail}.")


class CodeGone(Conflict):
    code = "loyalty_code_gone"
    message = _("There is no code for so many points that still works: ask for a new one.")


class TooManyCodes(Conflict):
    code = "loyalty_too_many_codes"
    message = _("This member had too many codes in an hour. Please wait.")


class NoAddress(Conflict):
    code = "loyalty_no_address"
    message = _("This customer has no e-mail address; the portal shows a code, too.")


class CannotGive(Conflict):
    code = "loyalty_cannot_give"
    message = _("What this reward gives comes from an add-on that is not enabled.")


class NoSuchVoucher(NotFound):
    code = "loyalty_no_voucher"
    message = _("There is no such voucher.")


class VoucherTaken(Conflict):
    code = "loyalty_voucher_taken"
    message = _("This voucher was taken already, or is void.")


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
    TooOften,
    TooManyPoints,
)
