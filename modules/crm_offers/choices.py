"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class Worth(Choice):
    AMOUNT = "amount", _("Amount off")
    PERCENT = "percent", _("Percent off")
    GIFT = "gift", _("Free gift")


class Stacking(Choice):
    """What else may be redeemed on the same order."""

    EXCLUSIVE = "exclusive", _("Alone on an order")
    ONE_EACH = "one_each", _("With coupons of other campaigns, one of this")
    ANY = "any", _("With any others, also of this campaign")


class CampaignState(Choice):
    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open", "campaign"), Tone.OK
    CLOSED = "closed", _("Closed", "campaign"), Tone.NEUTRAL
    """nothing more is issued; what customers have stays good"""


class CouponState(Choice):
    ISSUED = "issued", _("Issued", "coupon"), Tone.INFO
    HELD = "held", _("Held", "coupon"), Tone.WARN
    REDEEMED = "redeemed", _("Redeemed", "coupon"), Tone.OK
    EXPIRED = "expired", _("Expired", "coupon"), Tone.NEUTRAL
    VOID = "void", _("Void", "coupon"), Tone.BAD


class EventKind(Choice):
    ISSUE = "issue", _("Issued", "coupon"), Tone.INFO
    HOLD = "hold", _("Held", "coupon"), Tone.WARN
    RELEASE = "release", _("Released", "coupon"), Tone.NEUTRAL
    REDEEM = "redeem", _("Redeemed", "coupon"), Tone.OK
    REVERSE = "reverse", _("Given back", "coupon"), Tone.WARN
    EXPIRE = "expire", _("Expired", "coupon"), Tone.NEUTRAL
    VOID = "void", _("Void", "coupon"), Tone.BAD


class BatchState(Choice):
    WAITING = "waiting", _("Being issued"), Tone.INFO
    DONE = "done", _("Done"), Tone.OK
    SHORT = "short", _("Stock used up"), Tone.WARN


class LotteryState(Choice):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published", "lottery"), Tone.OK
    ENDED = "ended", _("Ended", "lottery"), Tone.NEUTRAL


class PrizeKind(Choice):
    NOTHING = "nothing", _("No prize")
    COUPON = "coupon", _("Coupon")
    POINTS = "points", _("Points")
    TEXT = "text", _("Goods")


class Reason(Choice):
    """Why a coupon does not apply to an order."""

    UNKNOWN = "unknown", _("There is no such code.")
    TWICE = "twice", _("This code is named twice.")
    REDEEMED = "redeemed", _("It is redeemed already.")
    HELD = "held", _("Another order holds it.")
    VOID = "void", _("It is void.")
    NOT_YET = "not_yet", _("It is not valid yet.")
    EXPIRED = "expired", _("It has expired.")
    NOT_OPEN = "not_open", _("The campaign is not open.")
    OUT_OF_STOCK = "out_of_stock", _("All coupons of the campaign are gone.")
    CUSTOMER = "customer", _("It belongs to another customer.")
    NAME_CUSTOMER = "name_customer", _("Say for which customer it is.")
    NOT_FOR = "not_for", _("It is not for customers of this kind.")
    LIMIT = "limit", _("The customer has had as many as one may have.")
    CURRENCY = "currency", _("The order is in another currency.")
    MINIMUM = "minimum", _("The order is below the minimum spend.")
    STACKING = "stacking", _("It does not go together with the others.")
    NOTHING_LEFT = "nothing_left", _("Nothing is left to take it off.")
