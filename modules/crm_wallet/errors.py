"""What can be refused. `sqlstate` is what the functions of the migrations raise."""

from __future__ import annotations

from typing import ClassVar

from guanxi import Conflict, InvalidInput, NotFound, _


class NoWallet(NotFound):
    code = "wallet_none"
    message = _("This customer has no stored value in this currency.")
    sqlstate: ClassVar[str] = "GW001"


class NotEnough(Conflict):
    """`detail` is what is there, in minor units."""

    code = "wallet_not_enough"
    message = _("There is not enough stored value.")
    sqlstate: ClassVar[str] = "GW002"


class SourceTaken(Conflict):
    """The same source with another body."""

    code = "wallet_source_taken"
    message = _("{detail} was booked already, with other values.")
    sqlstate: ClassVar[str] = "GW003"


class HoldClosed(Conflict):
    code = "wallet_hold_closed"
    message = _("The hold is not open any more ({detail}).")
    sqlstate: ClassVar[str] = "GW004"


class MoreThanHeld(Conflict):
    code = "wallet_more_than_held"
    message = _("Less than this is held.")
    sqlstate: ClassVar[str] = "GW005"


class NothingToGiveBack(Conflict):
    code = "wallet_nothing_to_give_back"
    message = _("Less than this is left of the purchase to be given back.")
    sqlstate: ClassVar[str] = "GW006"


class OverCeiling(Conflict):
    code = "wallet_over_ceiling"
    message = _("This would be more than one customer or one gift card may hold; see the settings of stored value.")
    sqlstate: ClassVar[str] = "GW007"


class NotPaidIn(Conflict):
    code = "wallet_not_paid_in"
    message = _("Only principal that was paid in and is not spent can be refunded in money.")
    sqlstate: ClassVar[str] = "GW008"


class NoSuchHold(NotFound):
    code = "wallet_no_hold"
    message = _("There is no such hold.")
    sqlstate: ClassVar[str] = "GW009"


class NoSuchSpend(NotFound):
    code = "wallet_no_spend"
    message = _("There is no such purchase.")
    sqlstate: ClassVar[str] = "GW010"


class ValueSpent(Conflict):
    """Of a merge that is undone."""

    code = "wallet_value_spent"
    message = _("Stored value that this merge moved was spent since.")
    sqlstate: ClassVar[str] = "GW011"


class CardNotUsable(Conflict):
    """`detail` is the card's state."""

    code = "gift_card_not_usable"
    message = _("This gift card cannot be used: it is not sold yet, used up, blocked or over.")
    sqlstate: ClassVar[str] = "GW012"


class OpenHolds(Conflict):
    code = "wallet_open_holds"
    message = _("Stored value is held for purchases under way; capture or release that first.")
    sqlstate: ClassVar[str] = "GW013"


class NoSuchCard(Conflict):
    """Also for a wrong PIN: who asks learns nothing of codes."""

    code = "gift_card_unknown"
    message = _("There is no gift card with this code and PIN.")
    sqlstate: ClassVar[str] = "GW014"


class PaidAnInvoice(Conflict):
    code = "wallet_paid_an_invoice"
    message = _("This paid an invoice: refund the payment there.")


class MoreThanOwed(Conflict):
    code = "wallet_more_than_owed"
    message = _("Less than this is open on the invoice.")


class SecondPerson(Conflict):
    code = "wallet_second_person"
    message = _("Somebody else has to approve this.")


class CodesGone(Conflict):
    code = "gift_card_codes_gone"
    message = _("The codes are not ready yet, or were fetched before: they are shown once.")


class CashBackUsed(Conflict):
    code = "wallet_cash_back_used"
    message = _("This cash-back was used on an invoice already.")


class BadAmount(InvalidInput):
    code = "wallet_bad_amount"
    message = _("Enter an amount above zero.")


REFUSALS = (
    NoWallet,
    NotEnough,
    SourceTaken,
    HoldClosed,
    MoreThanHeld,
    NothingToGiveBack,
    OverCeiling,
    NotPaidIn,
    NoSuchHold,
    NoSuchSpend,
    ValueSpent,
    CardNotUsable,
    OpenHolds,
    NoSuchCard,
)
