"""Demo data: offers, and stored value of some of the demo customers."""

from __future__ import annotations

from datetime import timedelta

from crm_wallet import services
from crm_wallet.choices import PaidBy
from crm_wallet.models import Offer
from guanxi import clock, create, current_company, elevated, exponent, fetch, today

_OFFERS = (("Pay 500, get 50 more", "充500送50", 500, 50), ("Pay 2,000, get 300 more", "充2000送300", 2000, 300))
"""whole units"""


async def make_demo() -> None:
    """Everything through the services, with sources that make a second run change nothing."""
    code = current_company().currency
    unit = 10 ** exponent(code)
    with elevated():
        offers = [
            await create(
                Offer,
                {
                    "name": name,
                    "name_zh": name_zh,
                    "currency": code,
                    "pays": pays * unit,
                    "bonus": bonus * unit,
                    "bonus_days": 365,
                    "valid_from": today() - timedelta(days=90),
                },
            )
            for name, name_zh, pays, bonus in _OFFERS
        ]
        rows = await fetch("SELECT id FROM crm_core_customer WHERE NOT archived ORDER BY id LIMIT 12")
        for n, customer in enumerate(row["id"] for row in rows):
            with clock.travel(clock.now() - timedelta(days=75 - 6 * n)):
                offer = offers[n % 2]
                await services.top_up(
                    customer, offer.pays, code, f"demo:{customer}:top_up", offer_id=offer.id, paid_by=PaidBy.WECHAT
                )
                if n % 3:
                    await services.spend(customer, 128 * unit, code, f"demo:{customer}:spend", reason="门店消费 Shop")
