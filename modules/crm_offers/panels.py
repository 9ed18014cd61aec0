"""What this add-on shows on forms: a customer's coupons, a campaign's figures, what a lottery gave."""

from __future__ import annotations

from crm_offers import lottery_queries, queries
from crm_offers.choices import CouponState, LotteryState
from crm_offers.offering import name_of
from crm_offers.permissions import OfferPermission
from crm_offers.texts import last_day, percent, worth
from guanxi import Figure, Kind, Panel, PanelData, Table, Tone, _, fetch_row, format_money, show_number

_COUPONS = "/crm_offers/coupons"


async def _of_customer(customer_id: int) -> PanelData:
    rows = await queries.coupons_of(customer_id, 5)
    if not rows:
        return PanelData(empty=_("No coupons yet."))
    usable = await queries.open_coupons(customer_id)
    return PanelData(
        figures=[Figure(_("Coupons to use"), show_number(usable), href=f"{_COUPONS}?customer={customer_id}")],
        table=Table(
            columns=(_("Coupon"), _("Worth", "coupon"), _("State"), _("Last day")),
            rows=[
                (name_of(row), worth(row), str(CouponState(row["state"]).label), last_day(row["valid_until"]))
                for row in rows
            ],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE),
            hrefs=[f"{_COUPONS}/{row['id']}" for row in rows],
        ),
    )


async def _of_campaign(campaign_id: int) -> PanelData:
    """What the campaign cost, and what it brought."""
    row = await fetch_row(
        "SELECT issued, redeemed, discount, ordered, currency FROM crm_offers_campaign WHERE id = $1", campaign_id
    )
    if row is None or not row["issued"]:
        return PanelData(empty=_("Nothing is issued yet."))
    href = f"{_COUPONS}?campaign={campaign_id}"
    figures = [
        Figure(_("Issued", "coupon"), show_number(row["issued"]), href=href),
        Figure(_("Redeemed", "coupon"), show_number(row["redeemed"]), Tone.OK, f"{href}&state=redeemed"),
        Figure(_("Redemption rate"), percent(row["redeemed"], row["issued"])),
        Figure(_("Discounts given"), format_money(row["discount"], row["currency"])),
        Figure(_("Orders brought"), format_money(row["ordered"], row["currency"])),
    ]
    if row["ordered"]:
        figures.append(Figure(_("Discount in orders"), percent(row["discount"], row["ordered"])))
    return PanelData(figures=figures)


async def _of_lottery(lottery_id: int) -> PanelData:
    lottery = await lottery_queries.lottery(lottery_id)
    if lottery is None or lottery["state"] == LotteryState.DRAFT:
        return PanelData(empty=_("Nothing is drawn yet."))
    drawn = lottery["draws"]
    rows: list[tuple[str, ...]] = [
        (
            name_of(row),
            percent(row["odds"], 1_000_000, exact=True),
            show_number(row["given"]),
            percent(row["given"], drawn or 1),
        )
        for row in await lottery_queries.prizes(lottery_id)
    ]
    figures = [Figure(_("Draws"), show_number(drawn), href=f"/crm_offers/draws?lottery={lottery_id}")]
    if lottery["state"] == LotteryState.ENDED:
        figures.append(Figure(_("Check of all draws"), str(_("Recompute")), href=f"/crm_offers/verify/{lottery_id}"))
    return PanelData(
        figures=figures,
        table=Table(
            columns=(_("Prize"), _("Odds"), _("Given", "prize"), _("Share of draws")),
            rows=rows,
            kinds=(Kind.TEXT, Kind.DECIMAL, Kind.INTEGER, Kind.DECIMAL),
        ),
    )


CUSTOMER = Panel(name="offers", title=_("Offers"), access=OfferPermission.READ, load=_of_customer, order=62)
CAMPAIGN = Panel(name="figures", title=_("Cost and return"), access=OfferPermission.READ, load=_of_campaign)
LOTTERY = Panel(name="given", title=_("Odds and what was given"), access=OfferPermission.READ, load=_of_lottery)
