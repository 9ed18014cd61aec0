"""What users do with lotteries."""

from __future__ import annotations

from typing import Any

from crm_offers import lotteries
from crm_offers.actions import once
from crm_offers.choices import LotteryState
from crm_offers.lottery_models import Lottery
from crm_offers.permissions import OfferPermission as P
from guanxi import Action, Field, Kind, Outcome, Text, _, audit

_LOTTERIES = "crm_offers/lotteries"


def told(drawn: lotteries.Drawn) -> Text:
    if drawn.code:
        return _(
            "Draw {number}: {prize}. The coupon has the code {code}.",
            number=drawn.number,
            prize=drawn.prize,
            code=drawn.code,
        )
    return _("Draw {number}: {prize}.", number=drawn.number, prize=drawn.prize)


async def _publish(lottery: Lottery, values: dict[str, Any]) -> Outcome:
    seed_hash = await lotteries.publish(lottery.id)
    await audit("publish", _LOTTERIES, lottery.id, label=lottery.name, after={"seed_hash": seed_hash})
    return Outcome(_("The lottery is published: nothing of it changes any more."))


async def _end(lottery: Lottery, values: dict[str, Any]) -> Outcome:
    await lotteries.end(lottery.id)
    await audit("end", _LOTTERIES, lottery.id, label=lottery.name)
    return Outcome(_("The lottery has ended, and its seed is told."), go_to=f"/crm_offers/verify/{lottery.id}")


async def _draw(lottery: Lottery, values: dict[str, Any]) -> Outcome:
    drawn = await lotteries.draw(lottery.id, values["customer"], once())
    after = {"draw": drawn.draw_id, "number": drawn.number, "prize": drawn.prize}
    await audit("draw", _LOTTERIES, lottery.id, label=lottery.name, after=after)
    return Outcome(told(drawn), data={**after, "code": drawn.code})


LOTTERY_ACTIONS = (
    Action(
        name="publish",
        label=_("Publish", "lottery action"),
        permission=P.MANAGE,
        run=_publish,
        when=lambda lottery: lottery.state == LotteryState.DRAFT,
        moves_to=LotteryState.PUBLISHED,
        confirm=_("Prizes, odds and limits do not change any more after this."),
        primary=True,
    ),
    Action(
        name="draw",
        label=_("Draw for a customer"),
        permission=P.DRAW,
        run=_draw,
        when=lambda lottery: lottery.state == LotteryState.PUBLISHED,
        fields=(Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to="crm_core/customers"),),
        primary=True,
    ),
    Action(
        name="end",
        label=_("End and tell the seed"),
        permission=P.MANAGE,
        run=_end,
        when=lambda lottery: lottery.state == LotteryState.PUBLISHED,
        moves_to=LotteryState.ENDED,
        confirm=_("Nobody can draw any more after this."),
        danger=True,
    ),
)
