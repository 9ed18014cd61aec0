"""What a plan gives, through the add-ons that are enabled."""

from __future__ import annotations

import re

from crm_care.choices import Gift
from crm_care.extensions import GIFT_BANKS, GiftBank
from guanxi import current_company

_NUMBER = re.compile(r"\s*([0-9]{1,18})(?![0-9])")


def bank_of(gift: Gift) -> GiftBank | None:
    """None where its add-on is not enabled, or nothing is given."""
    catalog = current_company().catalog
    banks = catalog.extensions(GIFT_BANKS)
    return next((bank for bank in banks if bank.gift == gift and catalog.has(bank.addon)), None)


async def campaigns() -> dict[int, str]:
    bank = bank_of(Gift.COUPON)
    return {} if bank is None else await bank.campaigns()


async def campaign_names() -> list[str]:
    """As a plan writes them down."""
    return [f"{number} · {name}"[:160] for number, name in (await campaigns()).items()]


def number_in(text: str) -> int | None:
    found = _NUMBER.match(text)
    return int(found[1]) if found else None
