"""Customers in bulk, the same ones in every run."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from crm_core.name_words import compared_columns
from guanxi import clock
from guanxi.db import copy_rows, execute, fetch

_CITIES = ("苏州市", "靖江市", "上海", "南京市", "杭州市", "无锡市", "常州市", "宁波市")
_TRADES = ("春意", "恒达", "华通", "金桥", "瑞丰", "长青", "明远", "天合", "云帆", "博雅")
_BUSINESS = ("空调", "暖通设备", "机电", "电子", "环境科技", "建筑安装")
_STAGES = ("potential", "intent", "formal", "lost")
COLUMNS = (
    *(
        "code",
        "kind",
        "name",
        "name_key",
        "name_sound",
        "name_place",
        "name_region",
        "trade_name",
        "name_business",
        "legal_form",
        "stage",
    ),
    *("level_id", "industry_id", "country", "phone", "mobile", "email", "fax", "website", "address", "postcode"),
    *("tax_number", "introduction", "owner_id", "trading", "next_contact_on", "last_contact_on", "locale"),
    *("archived", "revision", "created_at", "updated_at"),
)


def company_name(number: int) -> tuple[str, str, str]:
    """City, trade name and business of one of a million companies, no two alike."""
    dice = random.Random(number)
    trade = dice.choice(_TRADES) + chr(0x4E00 + number % 5000) + chr(0x4E00 + number // 5000 * 37 % 20000)
    return dice.choice(_CITIES), trade, dice.choice(_BUSINESS)


async def load_customers(count: int, owners: list[int]) -> None:
    """So many customers by COPY, dealt out to the owners in turn."""
    levels = [row["id"] for row in await fetch("SELECT id FROM crm_core_term WHERE kind = 'level' ORDER BY id")]
    industries = [row["id"] for row in await fetch("SELECT id FROM crm_core_term WHERE kind = 'industry' ORDER BY id")]
    rows = (_row(number, owners, levels, industries) for number in range(count))
    await copy_rows("crm_core_customer", COLUMNS, rows)
    await execute("ANALYZE crm_core_customer")


def _row(number: int, owners: list[int], levels: list[int], industries: list[int]) -> tuple[Any, ...]:
    dice = random.Random(number)
    city, trade, business = company_name(number)
    name = f"{city}{trade}{business}有限公司"
    compared = compared_columns(name, "organization")
    today = date(2026, 1, 1) + timedelta(days=dice.randrange(365))
    now = clock.now()
    return (
        *(f"C2026-{number:06}", "organization", name, *compared.values(), city, trade, business, "有限公司"),
        *(dice.choice(_STAGES), dice.choice(levels), dice.choice(industries), "CN"),
        *(f"0512-{62000000 + number}", f"139{number:08}", f"c{number}@example.com", "", "", f"{city}人民路{number}号"),
        *("214500", "", "", owners[number % len(owners)], False, today if number % 3 else None, today, "zh_CN"),
        *(number % 50 == 0, 1, now, now),
    )


def full_name(number: int) -> str:
    city, trade, business = company_name(number)
    return f"{city}{trade}{business}有限公司"
