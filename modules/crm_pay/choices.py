"""Values that this add-on chooses among."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class ProviderName(Choice):
    TEST = "test", _("Test provider")
    STRIPE = "stripe", _("Stripe")
    ALIPAY = "alipay", _("Alipay")
    WECHAT = "wechat", _("WeChat Pay")


class EventKind(Choice):
    PAID = "paid", _("Paid"), Tone.OK
    FAILED = "failed", _("Failed"), Tone.BAD
    REFUNDED = "refunded", _("Refunded"), Tone.WARN
    CHARGEBACK = "chargeback", _("Chargeback"), Tone.BAD
    REFUND_FAILED = "refund_failed", _("Refund failed"), Tone.BAD


class AttemptState(Choice):
    """What the events of an attempt come to, in whatever order they came."""

    STARTED = "started", _("Started"), Tone.INFO
    FAILED = "failed", _("Failed"), Tone.BAD
    PAID = "paid", _("Paid"), Tone.OK
    PART_REFUNDED = "part_refunded", _("Refunded in part"), Tone.WARN
    REFUNDED = "refunded", _("Refunded"), Tone.WARN
    CHARGED_BACK = "charged_back", _("Charged back"), Tone.BAD


class ProblemKind(Choice):
    DIFFERENT = "different", _("Another amount or currency than asked for: kept on account"), Tone.WARN
    OVERPAID = "overpaid", _("More than was still owed: the rest is on account"), Tone.WARN
    PAID_TWICE = "paid_twice", _("Paid a second time: kept on account"), Tone.WARN
    OTHER_BACK = "other_back", _("Money of the second payment was given back: reverse or refund it by hand"), Tone.BAD
    EXCESS = "excess", _("More was given back than was paid, or in another currency"), Tone.BAD
    TAKEN_BACK = "taken_back", _("A refund failed after it was booked"), Tone.BAD
    NOT_BOOKED = "not_booked", _("The provider's message could not be booked"), Tone.BAD


class ProblemState(Choice):
    OPEN = "open", _("Open"), Tone.WARN
    DONE = "done", _("Done"), Tone.OK


class RefundState(Choice):
    """DONE holds whatever else was said before it."""

    REQUESTED = "requested", _("Requested"), Tone.INFO
    DONE = "done", _("Done"), Tone.OK
    FAILED = "failed", _("Failed"), Tone.BAD
