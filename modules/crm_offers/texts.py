"""Coupons and lotteries in words, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from babel.numbers import format_percent

from crm_offers.choices import Worth
from guanxi import _, current_company, current_locale, format_money, show_date

RULE = _(
    "Draw n of the customer with the number c rolls HMAC-SHA-256(seed, “n:c:0”): its first 63 bits modulo 1,000,000;"
    " a value from 9,223,372,036,854,000,000 on is drawn again with “n:c:1”. The prizes in their order take the rolls"
    " from 0 on, each as many as its odds."
)


def last_day(valid_until: datetime | None) -> str:
    """The last day on which it can be used: it is over at the start of the next one. Empty: no end."""
    if valid_until is None:
        return ""
    return show_date((valid_until - timedelta(seconds=1)).astimezone(current_company().zone).date())


def percent(parts: int, whole: int, *, exact: bool = False) -> str:
    """With one decimal, or exact to four: odds of one in a million are 0.0001%."""
    shape = "#,##0.####%" if exact else "#,##0.#%"
    return format_percent(Decimal(parts) / Decimal(whole), format=shape, locale=current_locale())


def grouped(digits: str) -> str:
    """A long hexadecimal number in groups of sixteen, so that it breaks on a phone."""
    return " ".join(digits[n : n + 16] for n in range(0, len(digits), 16))


def worth(row: Mapping[str, Any]) -> str:
    match Worth(row["worth"]):
        case Worth.AMOUNT:
            return f"-{format_money(row['amount'], row['currency'])}"
        case Worth.PERCENT:
            return f"-{percent(row['percent'], 10_000, exact=True)}"
        case Worth.GIFT:
            return str(row["gift"])
