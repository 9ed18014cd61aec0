"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class EntryKind(Choice):
    """What moved points. The sign follows from the kind, but for adjustments."""

    EARN = "earn", _("Earned"), Tone.OK
    BONUS = "bonus", _("Campaign points"), Tone.OK
    REDEEM = "redeem", _("Redeemed"), Tone.INFO
    EXPIRE = "expire", _("Expired"), Tone.WARN
    REVERSE_REDEEM = "reverse_redeem", _("Redemption reversed"), Tone.OK
    GRACE = "grace", _("Granted again"), Tone.OK
    """points of a reversed redemption whose lot had expired, in a new lot"""
    TAKE_BACK = "take_back", _("Taken back"), Tone.WARN
    DEBT = "debt", _("Owed points"), Tone.BAD
    """taken back, but spent already: later points repay it"""
    WAIVE = "waive", _("Debt waived"), Tone.NEUTRAL
    ADJUST = "adjust", _("Adjusted"), Tone.NEUTRAL
    TRANSFER_OUT = "transfer_out", _("Transferred", "points out"), Tone.INFO
    TRANSFER_IN = "transfer_in", _("Received", "points in"), Tone.OK
    MERGE = "merge", _("Customers merged"), Tone.NEUTRAL
    """points and growth that went over to another account, or came back"""


class HoldState(Choice):
    OPEN = "open", _("Held"), Tone.INFO
    CAPTURED = "captured", _("Captured"), Tone.OK
    RELEASED = "released", _("Released")
    EXPIRED = "expired", _("Expired"), Tone.WARN


class RequestKind(Choice):
    ADJUST = "adjust", _("Adjustment")
    TRANSFER = "transfer", _("Transfer", "points")


class RequestState(Choice):
    REQUESTED = "requested", _("To be approved"), Tone.WARN
    APPROVED = "approved", _("Approved", "approval"), Tone.OK
    REJECTED = "rejected", _("Rejected")


class RewardKind(Choice):
    """What customers get for points."""

    VOUCHER = "voucher", _("Voucher")
    COUPON = "coupon", _("Coupon")
    CASH_BACK = "cash_back", _("Cash-back")


class GiftKind(Choice):
    """What members get beside points for reaching a tier; the values are those of RewardKind."""

    COUPON = "coupon", _("Coupon")
    CASH_BACK = "cash_back", _("Cash-back")


class Expiry(Choice):
    """When earned points are over; always at the end of a day in the company's time zone."""

    NEVER = "never", _("Never", "expiry")
    DAYS = "days", _("After a number of days")
    MONTHS = "months", _("After a number of months")
    MONTH_END = "month_end", _("At the end of the month, after a number of months")
    QUARTER_END = "quarter_end", _("At the end of the quarter, after a number of months")
    YEAR_END = "year_end", _("At the end of the year, after a number of months")


class TakeBackPolicy(Choice):
    """What happens to points that are to be taken back but were spent already."""

    DEBT = "debt", _("The balance goes below zero; the next points repay it")
    CLAMP = "clamp", _("Only what is there is taken; the rest is waived")


class ExpiredLotPolicy(Choice):
    """What happens to points of a reversed redemption that would have expired meanwhile."""

    GRACE = "grace", _("They are granted again for some days")
    FORFEIT = "forfeit", _("They expire at once")


class TierMeasure(Choice):
    """What decides about tiers. Purchases count at their own time, less what was refunded of them since."""

    GROWTH = "growth", _("Growth")
    SPEND = "spend", _("Amount spent")
    COUNT = "count", _("Number of purchases")


class TierWindow(Choice):
    ALL_TIME = "all_time", _("All time")
    ROLLING = "rolling", _("The last months")
    CALENDAR = "calendar", _("The calendar year")


class TierStep(Choice):
    """Where a tier goes that its review did not confirm."""

    FIGURE = "figure", _("To the tier that the figure gives")
    ONE = "one", _("One tier down at a time")


class TierReason(Choice):
    REACHED = "reached", _("Reached", "tier"), Tone.OK
    LOST = "lost", _("The figure fell"), Tone.WARN
    REVIEW = "review", _("Review"), Tone.WARN
    GIVEN = "given", _("Given", "tier"), Tone.INFO
    ENDED = "ended", _("Given tier ended"), Tone.WARN
    PROGRAM = "program", _("Tiers changed"), Tone.NEUTRAL
