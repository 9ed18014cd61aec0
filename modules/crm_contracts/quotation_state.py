"""Until when a quotation is open, and what takes it back: whatever its paper says, once that is changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from crm_contracts.children import INSTALLMENTS, LINES, Row, children
from crm_contracts.settings import ContractSettings
from guanxi import Change, current_actor, settings_of, today

_ON_PAPER = frozenset(
    {
        *("title", "customer_id", "currency", "total", "subtotal", "tax", "yearly", "starts_on", "ends_on"),
        *("payment_method", "language", "template_id", "terms", "terms_en", "annex", "annex_en", "quoted_until"),
    }
)


NOT_DECLINED = {"declined_on": None, "declined_because": ""}
"""Of a quotation that goes out. A yes stays: it is gone already where anything was changed since."""


def open_until() -> date:
    """The last day of a quotation that goes out today."""
    return today() + timedelta(days=settings_of(ContractSettings).quotation_days)


def is_open(contract: Any) -> bool:
    """Whether a contract is a quotation that the customer may still accept."""
    return bool(
        contract.quoted_on
        and contract.quoted_until
        and contract.quoted_until >= today()
        and contract.declined_on is None
    )


async def take_back_quotation(change: Change) -> None:
    """A customer sees and accepts what was sent, and nothing else: what somebody changed has to be sent again."""
    before = change.before
    if before is None or before.quoted_on is None or current_actor().elevated:
        return
    if any(name in _ON_PAPER and getattr(before, name) != value for name, value in change.values.items()) or (
        await _differ(change, "lines", LINES) or await _differ(change, "installments", INSTALLMENTS)
    ):
        change.values.update(quoted_on=None, accepted_on=None)


async def _differ(change: Change, name: str, sql: str) -> bool:
    rows: list[Row] | None = change.lines.get(name)
    if rows is None:
        return False
    present = await children(change, sql)
    return [row.get("id") for row in rows] != list(present) or any(
        present[row["id"]][key] != value for row in rows for key, value in row.items()
    )
