"""What can be refused. `sqlstate` is what the trigger of the migrations raises."""

from __future__ import annotations

from typing import ClassVar

from guanxi import Conflict, NotFound, _


class CircularReferral(Conflict):
    code = "referral_circular"
    message = _("The referrer was recommended by this customer, at first or second hand.")
    sqlstate: ClassVar[str] = "GR001"


class SamePerson(Conflict):
    code = "referral_same_person"
    message = _("Nobody recommends oneself: the two share a number or an address for mail, or are one customer.")


class AlreadyReferred(Conflict):
    code = "referral_taken"
    message = _("This customer was recommended by somebody else already.")


class NotNew(Conflict):
    code = "referral_not_new"
    message = _("Only new customers who have not bought yet can be recommended.")


class CustomerGone(Conflict):
    code = "referral_customer_gone"
    message = _("An archived customer neither recommends nor is recommended.")


class NoSuchCode(NotFound):
    code = "referral_no_code"
    message = _("There is no such referral code.")


class NoSuchOrder(NotFound):
    code = "referral_no_order"
    message = _("No referral waits for this order.")


class OrderTaken(Conflict):
    """The same source with another body."""

    code = "referral_source_taken"
    message = _("{detail} was reported already, with other values.")


class RefundTooLarge(Conflict):
    code = "referral_refund_too_large"
    message = _("More is refunded than was paid.")
