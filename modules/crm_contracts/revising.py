"""What prices become when a contract goes on by itself: the same, by a percentage, or by an index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from crm_contracts.amounts import hundredths
from crm_contracts.choices import PriceRevision, RenewalReason
from crm_contracts.models import Contract
from guanxi import fetch

_VALUES = "SELECT month, value FROM crm_contracts_index_value WHERE price_index_id = $1 AND month = ANY($2::date[])"


@dataclass(frozen=True, slots=True)
class Revision:
    """New price = old price × numerator ÷ denominator."""

    numerator: int = 1
    denominator: int = 1
    month: date | None = None
    """the first day of the month that prices by index are from then"""


def month_before(day: date) -> date:
    """The first day of the month before the one of `day`."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


async def revision_of(contract: Contract) -> Revision | RenewalReason:
    """For the term that begins after the contract's last day, or why nobody can tell yet."""
    assert contract.ends_on is not None
    match contract.price_revision:
        case PriceRevision.PERCENT:
            return by_percent(contract.revision_percent or Decimal(0), contract.index_month)
        case PriceRevision.INDEX:
            return await _by_index(contract, month_before(contract.ends_on + timedelta(days=1)))
    return Revision(month=contract.index_month)


def by_percent(percent: Decimal, month: date | None = None) -> Revision:
    return Revision(10_000 + hundredths(percent), 10_000, month)


async def _by_index(contract: Contract, month: date) -> Revision | RenewalReason:
    """The value of the month before the renewal ÷ that of the month that the prices are from, at most the limit."""
    rows = await fetch(_VALUES, contract.price_index_id, [contract.index_month, month])
    values = {row["month"]: int(row["value"] * 10_000) for row in rows}
    before, now = values.get(contract.index_month), values.get(month)
    if before is None or now is None:
        return RenewalReason.BASE if before is None else RenewalReason.VALUE
    if contract.revision_percent is not None:
        limit = by_percent(contract.revision_percent, month)
        if now * limit.denominator > before * limit.numerator:
            return limit
    return Revision(now, before, month)
