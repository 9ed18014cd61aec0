"""Demo data: two campaigns, some coupons of demo customers, a lottery that runs."""

from __future__ import annotations

from datetime import timedelta

from crm_offers import lotteries, services
from crm_offers.choices import CampaignState, PrizeKind, Stacking, Worth
from crm_offers.lottery_models import Lottery
from crm_offers.models import Campaign
from crm_offers.services import Order
from guanxi import clock, create, current_company, elevated, exponent, fetch_value, find, update, where


async def make_demo() -> None:
    """Everything through the services, with sources that make a second run change nothing."""
    if await fetch_value("SELECT count(*) FROM crm_offers_campaign"):
        return
    company = current_company()
    unit = 10 ** exponent(company.currency)
    model = company.catalog.resources["crm_core/customers"].model
    with elevated():
        season = await create(
            Campaign,
            {
                "name": "Season opening: 50 off 500",
                "name_zh": "换季满500减50",
                "worth": Worth.AMOUNT,
                "currency": company.currency,
                "amount": 50 * unit,
                "minimum_spend": 500 * unit,
                "valid_days": 30,
                "stock": 500,
                "per_customer": 2,
                "stacking": Stacking.ONE_EACH,
            },
        )
        members = await create(
            Campaign,
            {
                "name": "Members' ten percent",
                "name_zh": "会员九折",
                "worth": Worth.PERCENT,
                "currency": company.currency,
                "percent": 1000,
                "cap": 200 * unit,
                "per_customer": 1,
                "public_code": "MEMBER10",
            },
        )
        for campaign in (season, members):
            await update(Campaign, campaign.id, {"state": CampaignState.OPEN})
        customers = [each.id for each in await find(model, where.eq("archived", False), order="id", limit=12)]
        for n, customer_id in enumerate(customers):
            made = await services.issue(season.id, customer_id, f"demo:{customer_id}")
            if n % 3 == 0:
                amount = (600 + 45 * n) * unit
                await services.redeem(Order((made.code,), amount, company.currency, customer_id, f"demo:{customer_id}"))
        await _lottery(season.id, customers)


async def _lottery(campaign_id: int, customers: list[int]) -> None:
    prizes = (
        {"name": "Air purifier", "name_zh": "空气净化器", "kind": PrizeKind.TEXT, "odds": 2_000, "stock": 2},
        {
            "name": "50 off 500",
            "name_zh": "满500减50券",
            "kind": PrizeKind.COUPON,
            "odds": 98_000,
            "campaign": campaign_id,
        },
        {"name": "Tote bag", "name_zh": "环保袋", "kind": PrizeKind.TEXT, "odds": 200_000, "stock": 100},
        {"name": "Better luck next time", "name_zh": "谢谢参与", "kind": PrizeKind.NOTHING, "odds": 700_000},
    )
    made = await create(
        Lottery,
        {
            "name": "Anniversary lottery",
            "name_zh": "周年抽奖",
            "ends_at": clock.now() + timedelta(days=60),
            "per_day": 1,
            "per_customer": 5,
            "prizes": [dict(prize) for prize in prizes],
        },
    )
    await lotteries.publish(made.id)
    for customer_id in customers[:6]:
        await lotteries.draw(made.id, customer_id, f"demo:{customer_id}")
