"""Demo data: points of the demo customers, some that expire soon, rewards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from crm_loyalty import queries, services, tiering
from crm_loyalty.campaign_choices import Activity, Birthday, Trigger
from crm_loyalty.campaign_models import Campaign
from crm_loyalty.models import Reward, Tier
from guanxi import clock, create, current_company, elevated, fetch, update

_REWARDS = (
    ("Thermos cup", "保温杯", 300, 40),
    ("Fifty-yuan voucher", "五十元代金券", 500, 200),
    ("On-site maintenance", "上门保养一次", 1200, 30),
)
_BENEFITS = {
    "Gold": (0, "VIP 1", "Free delivery", "免费送货"),
    "Platinum": (300, "VIP 2", "Free delivery and one maintenance a year", "免费送货，每年免费保养一次"),
    "Diamond": (500, "VIP 3", "Free delivery and two maintenances a year", "免费送货，每年免费保养两次"),
}
"""discount in basis points, service class, what else"""
_CAMPAIGNS: tuple[dict[str, Any], ...] = (
    {"name": "Double points on tea", "name_zh": "茶品双倍积分", "amount": 100, "points": 1, "products": ["TEA"]},
    {"name": "Welcome: first purchase", "name_zh": "首购礼", "points": 100, "first_purchase": True, "minimum": 10_000},
    {
        "name": "Month of the birthday",
        "name_zh": "生日月加赠",
        "points": 88,
        "birthday": Birthday.MONTH,
        "per_member": 88,
    },
    {
        "name": "Daily check-in",
        "name_zh": "每日签到",
        "trigger": Trigger.CHECK_IN,
        "points": 2,
        "streak_days": 7,
        "streak_points": 20,
    },
    {
        "name": "Thank you for your review",
        "name_zh": "评价有礼",
        "trigger": Trigger.ACTIVITY,
        "activity": Activity.REVIEW,
        "points": 10,
        "per_day": 30,
    },
)
_PURCHASES = ((350, 128_800), (210, 356_000), (90, 99_900), (12, 268_050))
"""days ago, fen"""


async def make_demo() -> None:
    """Everything through the services, with sources that make a second run change nothing."""
    with elevated():
        type_id = await queries.main_type()
        for name, name_zh, points, stock in _REWARDS:
            await create(
                Reward, {"name": name, "name_zh": name_zh, "type_id": type_id, "points": points, "stock": stock}
            )
        for tier in await tiering.all_tiers():
            if tier.name in _BENEFITS:
                discount, service, text, text_zh = _BENEFITS[tier.name]
                values = {"discount": discount, "service_class": service, "benefits": text, "benefits_zh": text_zh}
                await update(Tier, tier.id, values)
        rows = await fetch("SELECT id FROM crm_core_customer WHERE NOT archived ORDER BY id LIMIT 40")
        ids = [row["id"] for row in rows]
        now, currency = clock.now(), current_company().currency
        for terms in _CAMPAIGNS:
            await create(Campaign, {"trigger": Trigger.PURCHASE, "currency": currency, **terms})
        await services.earn_for_purchases(
            [
                services.Purchase(
                    customer_id,
                    amount * (1 + n % 4),
                    currency,
                    f"demo:{customer_id}:{days}",
                    now - timedelta(days=days),
                )
                for n, customer_id in enumerate(ids)
                for days, amount in _PURCHASES[: 1 + n % 4]
            ]
        )
        for customer_id in ids[::3]:
            await services.redeem(customer_id, 200, f"demo:{customer_id}:redeem", reason="积分换礼 Gift")
