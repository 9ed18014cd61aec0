"""What can be refused. `sqlstate` is what the functions of the migrations raise."""

from __future__ import annotations

from typing import ClassVar

from crm_offers.choices import Reason
from guanxi import Conflict, NotFound, _


class CouponRefused(Conflict):
    """GX200, whose detail is the reason; one class with a code of its own for each."""

    code = "offers_coupon_refused"
    message = _("This coupon cannot be redeemed.")
    sqlstate: ClassVar[str] = "GX200"


REFUSED: dict[str, type[CouponRefused]] = {
    reason.value: type(
        f"Refused_{reason.value}", (CouponRefused,), {"code": f"offers_{reason}", "message": reason.label}
    )
    for reason in Reason
}


class NoSuchCampaign(NotFound):
    code = "offers_no_campaign"
    message = _("There is no such campaign.")
    sqlstate: ClassVar[str] = "GX201"


class SourceTaken(Conflict):
    """The same source with another body."""

    code = "offers_source_taken"
    message = _("{detail} was booked already, with other values.")
    sqlstate: ClassVar[str] = "GX202"


class AlreadyReversed(Conflict):
    code = "offers_already_reversed"
    message = _("This redemption was taken back already.")
    sqlstate: ClassVar[str] = "GX203"


class NoSuchRedemption(NotFound):
    code = "offers_no_redemption"
    message = _("There is no such redemption.")
    sqlstate: ClassVar[str] = "GX204"


class CouponSpent(Conflict):
    code = "offers_coupon_spent"
    message = _("Only coupons that nobody has redeemed or holds can be made void.")
    sqlstate: ClassVar[str] = "GX205"


class NoSuchLottery(NotFound):
    code = "offers_no_lottery"
    message = _("There is no such lottery.")
    sqlstate: ClassVar[str] = "GX210"


class LotteryNotOpen(Conflict):
    code = "offers_lottery_not_open"
    message = _("The lottery is not open for draws now.")
    sqlstate: ClassVar[str] = "GX211"


class NoDrawLeft(Conflict):
    code = "offers_no_draw_left"
    message = _("No draw is left for this customer.")
    sqlstate: ClassVar[str] = "GX212"


class DailyDrawsUsed(Conflict):
    code = "offers_daily_draws_used"
    message = _("No draw is left for this customer today.")
    sqlstate: ClassVar[str] = "GX213"


class OddsWrong(Conflict):
    code = "offers_odds_wrong"
    message = _("All odds together must make exactly 1,000,000; they make {detail}.")
    sqlstate: ClassVar[str] = "GX214"


class OneNothing(Conflict):
    code = "offers_one_nothing"
    message = _("A lottery needs exactly one row “no prize”, without a limit to its number.")
    sqlstate: ClassVar[str] = "GX215"


class Published(Conflict):
    code = "offers_published"
    message = _("A published lottery does not change any more.")
    sqlstate: ClassVar[str] = "GX216"


class NoPoints(Conflict):
    code = "offers_no_points"
    message = _("Points can be taken and given only where the points program is enabled.")


REFUSALS = (
    NoSuchCampaign,
    SourceTaken,
    AlreadyReversed,
    NoSuchRedemption,
    CouponSpent,
    NoSuchLottery,
    LotteryNotOpen,
    NoDrawLeft,
    DailyDrawsUsed,
    OddsWrong,
    OneNothing,
    Published,
)
