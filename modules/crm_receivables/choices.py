"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class InvoiceState(Choice):
    DRAFT = "draft", _("Draft")
    POSTED = "posted", _("Posted"), Tone.OK
    VOID = "void", _("Voided"), Tone.BAD


class InvoiceStatus(Choice):
    """What people want to know of an invoice; kept by `locks.REFRESH_INVOICES`."""

    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open", "invoice"), Tone.INFO
    PARTLY_PAID = "partly_paid", _("Partly settled"), Tone.WARN
    PAID = "paid", _("Settled"), Tone.OK
    """by whatever it was: money, credit notes, write-offs"""
    OVERDUE = "overdue", _("Overdue"), Tone.BAD
    VOID = "void", _("Voided")


class Direction(Choice):
    """What a payment is. All but the outgoing ones are credit of the customer, to be allocated."""

    IN = "in", _("Received"), Tone.OK
    OUT = "out", _("Paid out"), Tone.WARN
    NOTE = "note", _("Credit note"), Tone.INFO
    LOSS = "loss", _("Write-off"), Tone.BAD


class PaymentMethod(Choice):
    BANK_TRANSFER = "bank_transfer", _("Bank transfer")
    ALIPAY = "alipay", _("Alipay")
    WECHAT = "wechat", _("WeChat Pay")
    CHECK = "check", _("Check")
    CASH = "cash", _("Cash")
    CARD = "card", _("Card")
    IMPORTED = "imported", _("Imported")
    STORED_VALUE = "stored_value", _("Stored value")
    """what the customer paid ahead: the add-on that keeps it pays with it, and gets refunds back"""


class MoneyMethod(Choice):
    """The payment methods that people record: all but stored value."""

    BANK_TRANSFER = "bank_transfer", _("Bank transfer")
    ALIPAY = "alipay", _("Alipay")
    WECHAT = "wechat", _("WeChat Pay")
    CHECK = "check", _("Check")
    CASH = "cash", _("Cash")
    CARD = "card", _("Card")
    IMPORTED = "imported", _("Imported")


class EntryKind(Choice):
    INVOICE = "invoice", _("Invoice")
    VOID = "void", _("Invoice voided")
    PAYMENT = "payment", _("Payment")
    ALLOCATION = "allocation", _("Allocation")
    UNALLOCATION = "unallocation", _("Allocation taken back")
    REFUND = "refund", _("Refund")
    CREDIT_NOTE = "credit_note", _("Credit note")
    WRITE_OFF = "write_off", _("Write-off")
    REVERSAL = "reversal", _("Reversal")
    EXCHANGE = "exchange", _("Exchange difference")
    TRANSFER = "transfer", _("Handed to another customer")
    """of a merge: what a customer owes and has on account, day by day, over to the other one"""


class Account(Choice):
    """What the journal is kept in; amounts are debits, negative ones credits."""

    RECEIVABLE = "receivable", _("Receivable")
    REVENUE = "revenue", _("Revenue")
    TAX = "tax", _("Tax payable")
    CASH = "cash", _("Cash and bank")
    CREDIT = "credit", _("Customer credit")
    STORED_VALUE = "stored_value", _("Stored value")
    """spent on invoices; what was paid ahead is in the books of the add-on that keeps it"""
    BAD_DEBT = "bad_debt", _("Bad debt")
    REALIZED = "realized", _("Exchange differences, realized")
    UNREALIZED = "unrealized", _("Exchange differences, unrealized")
    VALUATION = "valuation", _("Exchange valuation")
    """what receivables and customer credit in foreign currencies are worth beside their historical value"""


class ReversalCause(Choice):
    """Why what was recorded does not count any more."""

    BOUNCED = "bounced", _("Bounced"), Tone.BAD
    CHARGEBACK = "chargeback", _("Chargeback"), Tone.BAD
    MISTAKE = "mistake", _("Recorded by mistake"), Tone.WARN


class CreditNoteState(Choice):
    POSTED = "posted", _("Posted"), Tone.OK
    REVERSED = "reversed", _("Reversed"), Tone.BAD


class WriteOffState(Choice):
    REQUESTED = "requested", _("To be approved"), Tone.WARN
    APPROVED = "approved", _("Written off"), Tone.BAD
    REJECTED = "rejected", _("Rejected")
    REVERSED = "reversed", _("Reversed")


class CloseState(Choice):
    CLOSED = "closed", _("Closed"), Tone.OK
    OPEN = "open", _("Reopened"), Tone.WARN


class AgingGroup(Choice):
    CUSTOMER = "customer", _("Customer")
    OWNER = "owner", _("Owner", "customer")
    REGION = "region", _("Region")
    CONTRACT = "contract", _("Contract")
