"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class EntryKind(Choice):
    """What moved stored value. The sign follows from the kind, but for adjustments and merges."""

    TOP_UP = "top_up", _("Top-up"), Tone.OK
    GIFT_CARD = "gift_card", _("Gift card redeemed"), Tone.OK
    SPEND = "spend", _("Spent", "stored value"), Tone.INFO
    GIVE_BACK = "give_back", _("Given back", "stored value"), Tone.OK
    CASH_REFUND = "cash_refund", _("Refunded in money"), Tone.WARN
    FORFEIT = "forfeit", _("Bonus forfeited"), Tone.WARN
    """with a refund in money"""
    EXPIRE = "expire", _("Bonus expired"), Tone.WARN
    GRACE = "grace", _("Bonus granted again"), Tone.OK
    """bonus that was given back after its lot was over, in a new lot"""
    ADJUST = "adjust", _("Adjusted"), Tone.NEUTRAL
    MERGE = "merge", _("Customers merged"), Tone.NEUTRAL


class SpendOrder(Choice):
    PROPORTION = "proportion", _("Principal and bonus in proportion")
    PRINCIPAL = "principal", _("Principal first")
    BONUS = "bonus", _("Bonus first")


class RefundedBonus(Choice):
    """What happens to the bonus where principal is refunded in money."""

    FORFEIT = "forfeit", _("It is forfeited in proportion")
    KEEP = "keep", _("It stays")


class PaidBy(Choice):
    CASH = "cash", _("Cash")
    CARD = "card", _("Card")
    ALIPAY = "alipay", _("Alipay")
    WECHAT = "wechat", _("WeChat Pay")
    BANK_TRANSFER = "bank_transfer", _("Bank transfer")


class HoldState(Choice):
    OPEN = "open", _("Held"), Tone.INFO
    CAPTURED = "captured", _("Captured", "stored value"), Tone.OK
    RELEASED = "released", _("Released")
    EXPIRED = "expired", _("Expired"), Tone.WARN


class AdjustmentState(Choice):
    REQUESTED = "requested", _("To be approved"), Tone.WARN
    APPROVED = "approved", _("Approved"), Tone.OK
    REJECTED = "rejected", _("Rejected")


class CardState(Choice):
    INACTIVE = "inactive", _("Not sold yet")
    ACTIVE = "active", _("Active"), Tone.OK
    USED = "used", _("Used up"), Tone.INFO
    BLOCKED = "blocked", _("Blocked"), Tone.BAD


class CardEntryKind(Choice):
    ACTIVATE = "activate", _("Sold", "gift card"), Tone.OK
    SPEND = "spend", _("Spent", "stored value"), Tone.INFO
    GIVE_BACK = "give_back", _("Given back", "stored value"), Tone.OK
    REDEEM = "redeem", _("Redeemed into stored value"), Tone.INFO


class BatchState(Choice):
    RUNNING = "running", _("Being made"), Tone.INFO
    READY = "ready", _("Codes to be fetched"), Tone.WARN
    FETCHED = "fetched", _("Codes fetched"), Tone.OK


class CashBackState(Choice):
    WAITING = "waiting", _("Waits for the next invoice"), Tone.INFO
    USED = "used", _("Used up"), Tone.OK
    TAKEN_BACK = "taken_back", _("Taken back"), Tone.NEUTRAL
