"""What a contract that follows another one takes over from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import asyncpg

from crm_contracts.choices import Renewal
from crm_contracts.models import Contract
from guanxi import fetch

_SAME = (
    *("title", "customer_id", "owner_id", "type_id", "currency", "payment_method", "invoicing"),
    *("template_id", "language", "our_signatory", "their_signatory", "terms", "terms_en", "annex", "annex_en"),
    *("notice_days", "term_months", "price_revision", "revision_percent", "price_index_id", "index_month"),
)
_LINE = (
    *("product_id", "description", "unit", "quantity", "unit_price"),
    *("discount", "tax_rate", "recurrence", "interval", "billing", "cap", "included", "period_cap"),
)
_LINES = "SELECT * FROM crm_contracts_line WHERE contract_id = $1 AND recurrence <> 'none' ORDER BY id"


def same_values(contract: Contract) -> dict[str, Any]:
    """By field. Notice that was given was for this one alone."""
    renewal = Renewal.NONE if contract.renewal is Renewal.NONE else Renewal.AUTOMATIC
    return {name.removesuffix("_id"): getattr(contract, name) for name in _SAME} | {"renewal": renewal.value}


async def recurring_lines(contract_id: int) -> list[asyncpg.Record]:
    """What is charged once is not for another time."""
    return await fetch(_LINES, contract_id)


def same_line(row: Mapping[str, Any]) -> dict[str, Any]:
    """By field, without free periods: they are for the first term alone."""
    return {name.removesuffix("_id"): row[name] for name in _LINE}
