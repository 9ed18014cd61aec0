"""The page that recomputes every draw of a lottery that has ended."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from crm_offers import fairness, lotteries, lottery_queries
from crm_offers.choices import LotteryState
from crm_offers.offering import name_of
from crm_offers.permissions import OfferPermission
from crm_offers.texts import RULE, percent
from guanxi import NotFound, Page, _, render

_LARGEST_ID = 2**63 - 1
_SHOWN = 1000


async def verify(request: Request) -> Response:
    id = request.path_params["id"]
    lottery = await lottery_queries.lottery(id) if id <= _LARGEST_ID else None
    if lottery is None or lottery["state"] == LotteryState.DRAFT:
        raise NotFound()
    prizes = await lottery_queries.prizes(id)
    names = {row["id"]: name_of(row) for row in prizes}
    ended = lottery["state"] == LotteryState.ENDED
    draws = (await lottery_queries.draws(id))[:_SHOWN] if ended else []
    seed = bytes.fromhex(lottery["seed"])
    return render(
        request,
        "crm_offers/verify.html",
        lottery=lottery,
        name=name_of(lottery),
        ended=ended,
        wrong=await lotteries.verify(id) if ended else [],
        odds=[(name_of(row), percent(row["odds"], fairness.MILLION, exact=True)) for row in prizes],
        draws=[
            (
                str(row["number"]),
                row["entrant"],
                f"{row['roll']:06}",
                f"{fairness.roll(seed, row['number'], row['entrant']):06}",
                names[row["drawn_id"]],
                names[row["given_id"]],
            )
            for row in draws
        ],
        shown=_SHOWN,
        rule=RULE,
        columns=(
            _("Number"),
            _("Customer number"),
            _("Roll"),
            _("Recomputed"),
            _("Drawn", "prize"),
            _("Given", "prize"),
        ),
    )


VERIFY_PAGE = Page(path="/crm_offers/verify/{id:int}", handler=verify, access=OfferPermission.READ)
