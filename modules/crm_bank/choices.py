"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class LineState(Choice):
    OPEN = "open", _("To be matched"), Tone.WARN
    MATCHED = "matched", _("Matched", "bank line"), Tone.OK
    SET_ASIDE = "set_aside", _("Set aside")


class Category(Choice):
    """What a line is that is of no customer."""

    NONE = "none", _("None")
    FEES = "fees", _("Bank fees")
    INTEREST = "interest", _("Interest")
    TRANSFER = "transfer", _("Between own accounts")
    SUPPLIER = "supplier", _("To suppliers")
    WAGES = "wages", _("Wages and social security")
    TAXES = "taxes", _("Taxes")
    BOOKED = "booked", _("Booked already")
    OTHER = "other", _("Other")


class LineKind(Choice):
    """As `formats.LineKind`, for people."""

    NORMAL = "normal", _("Entry", "bank line")
    REVERSAL = "reversal", _("Reversal", "bank line"), Tone.WARN
    CHARGES = "charges", _("Charges of the bank")
    DIFFERENCE = "difference", _("Difference")


class Flaw(Choice):
    """What is wrong with a statement; never repaired."""

    NONE = "none", _("Ties"), Tone.OK
    SUM = "sum", _("Does not tie"), Tone.BAD
    TORN = "torn", _("Parts do not follow"), Tone.BAD
    UNKNOWN = "unknown", _("Without balances")


class Reason(Choice):
    """Why a customer's installments may be what a line pays."""

    REFERENCE = "reference", _("The text names the invoice"), Tone.OK
    ACCOUNT = "account", _("Known account"), Tone.OK
    KNOWN_NAME = "known_name", _("Known name"), Tone.INFO
    NAME = "name", _("Same name"), Tone.INFO
    SIMILAR = "similar", _("Similar name")
    AMOUNT = "amount", _("Same amount"), Tone.OK
    SUM = "sum", _("Several make the amount"), Tone.INFO
    LESS = "less", _("Less than is owed"), Tone.WARN
    MORE = "more", _("More than is owed"), Tone.WARN
