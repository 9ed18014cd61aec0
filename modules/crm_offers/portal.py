"""What customers see: coupons, lotteries with odds, their draws. Only imported where crm_portal is there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from crm_offers import lotteries, lottery_queries, queries
from crm_offers.choices import CouponState, LotteryState
from crm_offers.lottery_actions import told
from crm_offers.offering import name_of
from crm_offers.portal_coupon import PATH as COUPON_PATH
from crm_offers.texts import RULE, grouped, last_day, percent, worth
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink, PortalSection
from guanxi import Conflict, Figure, Kind, NotFound, PanelData, Table, Text, _, clock, show_date, show_number, today

NAME = "offers"
_COUPONS = 50
_DRAWS = 20
_ENDED_DAYS = 60
"""how long a lottery that has ended is shown, with its seed"""


async def _summary(customer_id: int) -> PanelData:
    usable = await queries.open_coupons(customer_id)
    running = [row for row in await _lotteries() if row["state"] == LotteryState.PUBLISHED]
    if not usable and not running:
        return PanelData(empty=_("No offers at present."))
    figures = [Figure(_("Coupons to use"), show_number(usable))]
    figures += [Figure(_("Lottery"), name_of(row)) for row in running]
    return PanelData(figures=figures)


async def _lotteries() -> list[Any]:
    now = clock.now()
    return await lottery_queries.shown_to_members(now, now - timedelta(days=_ENDED_DAYS))


def _coupons(rows: list[Any]) -> PanelData:
    table = Table(
        columns=(_("Coupon"), _("Worth", "coupon"), _("Code", "coupon"), _("State"), _("Last day")),
        rows=[
            (
                name_of(row),
                worth(row),
                row["code"],
                str(CouponState(row["state"]).label),
                last_day(row["valid_until"]) or str(_("No end")),
            )
            for row in rows
        ],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE),
        hrefs=[f"{COUPON_PATH}/{row['id']}" for row in rows],
    )
    return PanelData(table=table if rows else None, empty=_("No coupons yet."))


async def _lottery(customer_id: int, lottery: Any) -> PortalBlock:
    rows: list[tuple[str, ...]] = [
        (name_of(prize), percent(prize["odds"], 1_000_000, exact=True))
        for prize in await lottery_queries.prizes(lottery["id"])
    ]
    left = await _left(customer_id, lottery)
    figures = []
    if lottery["ends_at"] is not None:
        figures.append(Figure(_("Ends"), last_day(lottery["ends_at"])))
    if lottery["ticket_points"]:
        figures.append(Figure(_("Points that a draw costs"), show_number(lottery["ticket_points"])))
    if left is not None:
        figures.append(Figure(_("Draws left"), show_number(left)))
    may_draw = _runs(lottery, clock.now()) and left != 0
    return PortalBlock(
        _("Lottery: {name}", name=name_of(lottery)),
        PanelData(figures=figures, table=Table((_("Prize"), _("Odds")), rows, (Kind.TEXT, Kind.DECIMAL))),
        (PortalLink(_("Draw", "button"), f"/portal/{NAME}/{lottery['id']}/draw", primary=True),) if may_draw else (),
    )


def _runs(lottery: Any, now: datetime) -> bool:
    starts, ends = lottery["starts_at"], lottery["ends_at"]
    return bool(
        lottery["state"] == LotteryState.PUBLISHED
        and (starts is None or starts <= now)
        and (ends is None or ends > now)
    )


def _check(lottery: Any) -> PortalBlock:
    """What a member checks the draws by, when the lottery has ended."""
    rows: list[tuple[str, ...]] = [(str(_("SHA-256 of the seed")), grouped(lottery["seed_hash"]))]
    if lottery["state"] == LotteryState.ENDED:
        rows.append((str(_("Seed")), grouped(lottery["seed"])))
    return PortalBlock(_("To check the draws by"), PanelData(table=Table((_("What"), _("Value")), rows)))


async def _left(customer_id: int, lottery: Any) -> int | None:
    """None: no limit."""
    if lottery["state"] != LotteryState.PUBLISHED:
        return None
    done, on_day = await lottery_queries.counts(customer_id, lottery["id"], today())
    limits = ((lottery["per_customer"], done), (lottery["per_day"], on_day))
    return min((max(0, limit - used) for limit, used in limits if limit is not None), default=None)


async def _blocks(customer_id: int) -> list[PortalBlock]:
    shown = await _lotteries()
    blocks = [PortalBlock(_("Coupons"), _coupons(await queries.coupons_of(customer_id, _COUPONS)))]
    for each in shown:
        blocks += [await _lottery(customer_id, each), _check(each)]
    names = {each["id"]: name_of(each) for each in shown}
    draws = await lottery_queries.own_draws(customer_id, list(names), _DRAWS)
    if draws:
        own: list[tuple[str, ...]] = [
            (
                show_date(row["day"]),
                names[row["lottery_id"]],
                str(row["number"]),
                row["entrant"],
                f"{row['roll']:06}",
                name_of(row),
                row["code"] or "",
            )
            for row in draws
        ]
        columns = (
            _("Date"),
            _("Lottery"),
            _("Number"),
            _("Customer number"),
            _("Roll"),
            _("Prize"),
            _("Code", "coupon"),
        )
        blocks.append(PortalBlock(_("My draws"), PanelData(table=Table(columns, own, (Kind.DATE, *[Kind.TEXT] * 6)))))
    if shown:
        blocks.append(PortalBlock(_("How draws are checked"), PanelData(empty=RULE)))
    return blocks


async def _running(lottery_id: int) -> Any:
    lottery = await lottery_queries.lottery(lottery_id)
    if lottery is None or not _runs(lottery, clock.now()):
        raise NotFound()
    return lottery


async def _question(customer_id: int, lottery_id: int) -> Text:
    lottery = await _running(lottery_id)
    if lottery["ticket_points"]:
        return _("Draw once for {points} points?", points=show_number(lottery["ticket_points"]))
    return _("Draw once?")


async def _next(customer_id: int, lottery_id: int) -> int:
    return (await lottery_queries.counts(customer_id, lottery_id, today()))[0] + 1


async def _draw(customer_id: int, lottery_id: int, written: str, number: int) -> Text:
    """`number`: the customer's first, second … draw; the same one pressed twice is drawn once."""
    await _running(lottery_id)
    if not 1 <= number <= await _next(customer_id, lottery_id):
        raise Conflict(_("Please try again."))
    return told(await lotteries.draw(lottery_id, customer_id, f"portal:{lottery_id}:{customer_id}:{number}"))


OFFERS_SECTION = PortalSection(
    name=NAME,
    title=_("Offers"),
    icon="gift",
    order=45,
    summary=_summary,
    blocks=_blocks,
    actions=(PortalAction(name="draw", label=_("Draw", "button"), question=_question, run=_draw, revision=_next),),
)
