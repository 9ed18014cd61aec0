"""Lotteries with their prizes, and draws, as people meet them."""

from __future__ import annotations

from typing import Any

from crm_core.services import of_visible_customers
from crm_offers.choices import LotteryState, PrizeKind
from crm_offers.extensions import LOTTERY_PANELS
from crm_offers.lottery_actions import LOTTERY_ACTIONS
from crm_offers.lottery_models import Draw, Lottery, Prize
from crm_offers.permissions import OfferPermission as P
from guanxi import Change, Field, FormView, InvalidInput, Kind, Lines, ListView, RelatedList, Resource, Section, Text, _

_LOTTERY = "crm_offers/lotteries"
_PRIZE = "crm_offers/prizes"


def _wrong(row: dict[str, Any]) -> tuple[str, Text] | None:
    kind = row.get("kind")
    if kind == PrizeKind.COUPON and row.get("campaign_id") is None:
        return "campaign", _("Say of which campaign the coupon is.")
    if kind == PrizeKind.POINTS and not row.get("points"):
        return "points", _("Say how many points.")
    return None


async def _prepare(change: Change) -> None:
    starts, ends = change.now("starts_at"), change.now("ends_at")
    if starts is not None and ends is not None and starts >= ends:
        raise InvalidInput({"ends_at": _("The end comes after the start.")})
    found = {n: _wrong(row) for n, row in enumerate(change.lines.get("prizes", []))}
    wrong = {f"prizes.{n}.{each[0]}": each[1] for n, each in found.items() if each is not None}
    if wrong:
        raise InvalidInput(wrong)


_PRIZES = Lines(
    name="prizes",
    label=_("Prizes"),
    model=Prize,
    parent="lottery",
    maximum=50,
    row=("name", "kind", "odds", "stock"),
    fields=(
        Field("name", _("Prize")),
        Field("name_zh", _("Chinese name")),
        Field("kind", _("Kind")),
        Field("odds", _("Odds (parts per million)"), minimum=0, maximum=1_000_000),
        Field("stock", _("Stock"), minimum=1, maximum=10**9),
        Field("campaign", _("Coupon campaign"), to="crm_offers/campaigns"),
        Field("points", _("Points"), minimum=0, maximum=10**9),
        Field("given", _("Given", "prize"), readonly=True),
    ),
)

LOTTERIES = Resource(
    name="lotteries",
    model=Lottery,
    title=_("Lotteries"),
    singular=_("Lottery"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("starts_at", _("Starts"), help=_("Empty: at publication.")),
        Field("ends_at", _("Ends"), help=_("Empty: when somebody ends it.")),
        Field("per_day", _("Draws of a customer a day"), minimum=1, maximum=10**6, help=_("Empty: no limit.")),
        Field("per_customer", _("Draws of a customer in all"), minimum=1, maximum=10**6, help=_("Empty: no limit.")),
        Field("ticket_points", _("Points that a draw costs"), minimum=0, maximum=10**9),
        Field("draws", _("Draws"), readonly=True, measure=True),
        Field("seed_hash", _("SHA-256 of the seed"), readonly=True),
        Field("seed", _("Seed"), readonly=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "state", "starts_at", "ends_at", "draws")),
    form=FormView(
        stage="state",
        sections=(
            Section(fields=("name", "name_zh", "starts_at", "ends_at", "per_day", "per_customer", "ticket_points")),
            Section(title=_("To check the draws by"), fields=("draws", "seed_hash", "seed")),
        ),
        related=(
            RelatedList(
                resource="crm_offers/draws",
                field="lottery",
                title=_("Draws"),
                columns=("number", "customer", "given", "at"),
            ),
        ),
    ),
    lines=(_PRIZES,),
    read=P.READ,
    create=P.MANAGE,
    update=P.MANAGE,
    delete=P.MANAGE,
    panels=LOTTERY_PANELS,
    prepare=_prepare,
    actions=LOTTERY_ACTIONS,
    editable=lambda lottery: lottery.state == LotteryState.DRAFT,
    locked=_("A published lottery does not change any more."),
)

PRIZES = Resource(
    name="prizes",
    model=Prize,
    title=_("Prizes"),
    singular=_("Prize"),
    fields=(
        Field("name", _("Prize"), readonly=True),
        Field("name_zh", _("Chinese name"), readonly=True),
        Field("lottery", _("Lottery"), to=_LOTTERY, readonly=True, filter=True),
        Field("kind", _("Kind"), readonly=True, filter=True),
        Field("odds", _("Odds (parts per million)"), readonly=True),
        Field("stock", _("Stock"), readonly=True),
        Field("given", _("Given", "prize"), readonly=True, measure=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "lottery", "kind", "odds", "stock", "given")),
    form=FormView(sections=(Section(fields=("name", "name_zh", "lottery", "kind", "odds", "stock", "given")),)),
    read=P.READ,
)

DRAWS = Resource(
    name="draws",
    model=Draw,
    title=_("Draws"),
    singular=_("Draw"),
    label="number",
    fields=(
        Field("at", _("Time"), kind=Kind.DATETIME, readonly=True),
        Field("lottery", _("Lottery"), to=_LOTTERY, readonly=True, filter=True),
        Field("number", _("Number"), readonly=True),
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True),
        Field("entrant", _("Customer number"), readonly=True),
        Field(
            "roll", _("Roll"), readonly=True, help=_("0 to 999,999: the prizes in their order take it by their odds.")
        ),
        Field("drawn", _("Drawn", "prize"), to=_PRIZE, readonly=True),
        Field("given", _("Given", "prize"), to=_PRIZE, readonly=True, filter=True),
        Field("coupon", _("Coupon"), to="crm_offers/coupons", readonly=True),
        Field("source", _("Caused by"), readonly=True),
        Field("actor", _("Booked by"), readonly=True),
    ),
    list=ListView(columns=("number", "lottery", "customer", "given", "roll", "at")),
    form=FormView(
        sections=(
            Section(
                fields=(
                    "lottery",
                    "number",
                    "customer",
                    "entrant",
                    "roll",
                    "drawn",
                    "given",
                    "coupon",
                    "at",
                    "source",
                    "actor",
                )
            ),
        )
    ),
    read=P.READ,
    scope=of_visible_customers,
)

RESOURCES = (LOTTERIES, PRIZES, DRAWS)
