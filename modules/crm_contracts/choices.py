"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class ContractState(Choice):
    """Which step leads from one to another stands in `states`."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review", "contract"), Tone.WARN
    APPROVED = "approved", _("Approved", "contract"), Tone.INFO
    SENT = "sent", _("Sent", "contract"), Tone.INFO
    SIGNED = "signed", _("Signed", "contract state"), Tone.OK
    ACTIVE = "active", _("In force"), Tone.OK
    SUSPENDED = "suspended", _("Suspended", "contract"), Tone.WARN
    EXPIRED = "expired", _("Expired", "contract"), Tone.NEUTRAL
    TERMINATED = "terminated", _("Terminated", "contract"), Tone.NEUTRAL
    RENEWED = "renewed", _("Renewed", "contract"), Tone.NEUTRAL
    AMENDED = "amended", _("Amended", "contract"), Tone.NEUTRAL
    CANCELLED = "cancelled", _("Void", "contract"), Tone.BAD


class ApprovalState(Choice):
    WAITING = "waiting", _("Later step", "approval"), Tone.NEUTRAL
    PENDING = "pending", _("To decide", "approval"), Tone.WARN
    APPROVED = "approved", _("Approved", "approval"), Tone.OK
    REJECTED = "rejected", _("Rejected", "approval"), Tone.BAD
    DROPPED = "dropped", _("Not needed any more", "approval"), Tone.NEUTRAL


class NumberState(Choice):
    """Of a contract number in the register (预领合同登记)."""

    DRAWN = "drawn", _("Drawn", "contract number"), Tone.INFO
    USED = "used", _("Used", "contract number"), Tone.OK
    RETURNED = "returned", _("Returned", "contract number"), Tone.WARN
    VOID = "void", _("Void", "contract number"), Tone.BAD


class PaymentMethod(Choice):
    BANK_TRANSFER = "bank_transfer", _("Bank transfer")
    ALIPAY = "alipay", _("Alipay")
    WECHAT = "wechat", _("WeChat Pay")
    CHECK = "check", _("Check", "payment")
    CASH = "cash", _("Cash")


class DocumentLanguage(Choice):
    ZH_CN = "zh_CN", _("Simplified Chinese")
    EN = "en", _("English")
    BOTH = "both", _("Chinese and English side by side")


class KeptKind(Choice):
    """Why a document is kept."""

    SENT = "sent", _("Sent", "document"), Tone.INFO
    SIGNED = "signed", _("Signed", "document"), Tone.OK
    SCAN = "scan", _("Signed copy", "document"), Tone.OK


class Recurrence(Choice):
    """How often a line is charged; `interval` counts these units."""

    NONE = "none", _("Once", "recurrence")
    DAY = "day", _("Day", "recurrence")
    WEEK = "week", _("Week", "recurrence")
    MONTH = "month", _("Month", "recurrence")
    QUARTER = "quarter", _("Quarter", "recurrence")
    YEAR = "year", _("Year", "recurrence")


class Billing(Choice):
    ADVANCE = "advance", _("In advance")
    ARREARS = "arrears", _("In arrears")
    USAGE = "usage", _("By usage, in arrears")


class Invoicing(Choice):
    """What a billing run puts on one invoice."""

    CONTRACT = "contract", _("One for the contract")
    CUSTOMER = "customer", _("One for the customer")


class ProblemState(Choice):
    OPEN = "open", _("Open", "problem"), Tone.BAD
    CLEARED = "cleared", _("Cleared", "problem"), Tone.OK


class ProblemReason(Choice):
    """Why a recurring line could not be charged. The values are written by `locks.take`."""

    NO_START = "no_start", _("The line has no start date.")
    PERIOD = "period", _("The period to charge cannot be told.")
    AMOUNT = "amount", _("The amount is negative or too large.")


class TaxCategory(Choice):
    """Of a rate of tax, by the codes of EN 16931 (UNCL 5305)."""

    STANDARD = "S", _("Standard rate", "tax")
    ZERO = "Z", _("Zero rate", "tax")
    EXEMPT = "E", _("Exempt", "tax")
    REVERSE_CHARGE = "AE", _("Reverse charge", "tax")
    INTRA_COMMUNITY = "K", _("Supply within the EU", "tax")
    EXPORT = "G", _("Export", "tax")
    OUT_OF_SCOPE = "O", _("Not subject to tax", "tax")


class Renewal(Choice):
    """What happens at the end of a term."""

    NONE = "none", _("Ends with its term")
    AUTOMATIC = "automatic", _("Goes on automatically")
    STOPPED = "stopped", _("Notice was given"), Tone.WARN


class NoticeBy(Choice):
    US = "us", _("Us", "notice")
    CUSTOMER = "customer", _("The customer", "notice")


class PriceRevision(Choice):
    """How an automatic renewal changes prices."""

    NONE = "none", _("Same prices")
    PERCENT = "percent", _("By a percentage")
    INDEX = "index", _("By a price index")


class RenewalReason(Choice):
    """Why a contract was not renewed when its term was over."""

    BASE = "base", _("The index has no value for the month that the prices are from.")
    VALUE = "value", _("The index has no value for the month before the renewal yet.")
    DRAFT = "draft", _("A contract for the next term was drawn up by hand and is not signed.")
    PAUSED = "paused", _("The contract is suspended.")
    FAILED = "failed", _("The next term could not be drawn up.")


class ReminderKind(Choice):
    EXPIRY = "expiry", _("Expiry")
    NOTICE = "notice", _("Notice", "contract")


class DeliveryStatus(Choice):
    """Of all that a contract is to deliver together."""

    NONE = "none", _("Nothing planned", "delivery"), Tone.NEUTRAL
    PLANNED = "planned", _("Planned", "delivery"), Tone.INFO
    PARTLY = "partly", _("Partly delivered"), Tone.INFO
    DELIVERED = "delivered", _("Delivered"), Tone.OK
    ACCEPTED = "accepted", _("Accepted", "delivery"), Tone.OK
    LATE = "late", _("Late", "delivery"), Tone.BAD


class DeliveryState(Choice):
    """Of one delivery."""

    PLANNED = "planned", _("Planned", "delivery"), Tone.INFO
    PARTLY = "partly", _("Partly delivered"), Tone.WARN
    DELIVERED = "delivered", _("Delivered"), Tone.OK
    ACCEPTED = "accepted", _("Accepted", "delivery"), Tone.OK
