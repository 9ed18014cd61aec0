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
    message = _("Only what is on account can be refunded; take back allocations first.")


class InvoicePaid(Conflict):
    code = "invoice_paid"
    message = _("Payments are allocated to this invoice; take them back first.")


class NothingAllocated(Conflict):
    code = "nothing_allocated"
    message = _("There is no allocation to take back.")
