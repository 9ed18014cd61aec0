"""What this add-on refuses."""

from __future__ import annotations

from guanxi import Conflict, _


class OverAllocated(Conflict):
    """More than is left of a payment, or owed on an installment; or the two do not belong together."""

    code = "over_allocated"
    message = _("The payment does not have this much left, or this much is not owed any more.")


class ReferenceUsed(Conflict):
    """A payment of the same method has this reference, and says something else."""

    code = "reference_used"
    message = _("Another payment of this method has the reference {reference}.")


class RefundTooLarge(Conflict):
    code = "refund_too_large"
    message = _(
        "Only what is on account, and not being given back already, can be refunded; take back allocations first."
    )


class InvoicePaid(Conflict):
    code = "invoice_paid"
    message = _("Payments are allocated to this invoice; take them back first.")


class NothingAllocated(Conflict):
    code = "nothing_allocated"
    message = _("There is no allocation to take back.")


class NotReversible(Conflict):
    code = "not_reversible"
    message = _("This cannot be reversed: part of it was refunded, or it was reversed before.")


class OverCredited(Conflict):
    """More than is left of the invoice or one of its lines, or a line of another invoice."""

    code = "over_credited"
    message = _("This much of the invoice is not left to be credited.")


class NotOwed(Conflict):
    code = "not_owed"
    message = _("This much is not owed on the invoice, or a write-off of it waits for approval already.")


class SecondPerson(Conflict):
    code = "second_person"
    message = _("Somebody else has to approve this.")


class WriteOffStays(Conflict):
    code = "write_off_stays"
    message = _("A write-off is not allocated anew; reverse it.")


class BooksDoNotTie(Conflict):
    code = "books_do_not_tie"
    message = _("The journal in {currency} is not what customers owe and have on account on that day.")


class RateMissing(Conflict):
    """Something moved in a foreign currency before its first rate."""

    code = "rate_missing"
    message = _("There is no exchange rate of {currency} on or before {day}.")


class RateUsed(Conflict):
    code = "rate_used"
    message = _("A month was closed with this rate. Enter one for {day} or a later day, or reopen the month.")


class RateAbsurd(Conflict):
    code = "rate_absurd"
    message = _("At these exchange rates, something is worth more than an amount can be. Correct the rates.")
