"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class ContractState(Choice):
    DRAFT = "draft", _("Draft")
    CONFIRMED = "confirmed", _("Confirmed", "contract"), Tone.INFO
    ACTIVE = "active", _("In force"), Tone.OK
    ENDED = "ended", _("Ended"), Tone.NEUTRAL
    CANCELLED = "cancelled", _("Void", "contract"), Tone.BAD


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
