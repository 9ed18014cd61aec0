"""What this add-on refuses."""

from __future__ import annotations

from guanxi import Conflict, _


class CreditExceeded(Conflict):
    """A contract or an invoice would let its customer owe more than agreed."""

    code = "credit_exceeded"
    message = _("{customer} would owe {owed}, the credit limit is {limit}. Raise the limit, or let the contract pass.")
    without_contract = _("{customer} would owe {owed}, the credit limit is {limit}. Raise the limit.")
    """of an invoice that belongs to none"""


class CustomerOnHold(Conflict):
    code = "customer_on_hold"
    message = _("{customer} is on hold: nothing is sold until the hold is lifted. {note}")
