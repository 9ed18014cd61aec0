"""Going on from a contract: a draft for the term after it, with the same lines at the same or other prices."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crm_contracts.amounts import hundredths
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.states import AGREED
from guanxi import Action, Conflict, Field, Kind, Outcome, _, create, elevated, fetch, fetch_value, round_half_away

_SAME = (
    *("title", "customer_id", "owner_id", "type_id", "currency", "payment_method", "invoicing"),
    *("template_id", "language", "our_signatory", "their_signatory", "terms", "terms_en", "annex", "annex_en"),
)
_LINE = (
    *("product_id", "description", "unit", "quantity", "unit_price"),
    *("discount", "tax_rate", "recurrence", "interval", "billing", "cap", "included", "period_cap"),
)
"""free periods are for the first term alone"""
_LINES = "SELECT * FROM crm_contracts_line WHERE contract_id = $1 AND recurrence <> 'none' ORDER BY id"


async def renew(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Draw up the next term: from the day after this one's last, as long as this one, recurring lines only.

    Raises Conflict for a contract without an end or with a draft for its next term already.
    """
    if contract.ends_on is None or contract.starts_on is None:
        raise Conflict(_("The contract has no agreed end: it goes on by itself."))
    if await fetch_value(
        "SELECT EXISTS (SELECT FROM crm_contracts_contract WHERE renews_id = $1 AND state <> 'cancelled')", contract.id
    ):
        raise Conflict(_("There is a contract for the next term already."))
    starts_on = contract.ends_on + timedelta(days=1)
    drawn_up = {name.removesuffix("_id"): getattr(contract, name) for name in _SAME} | {
        "renews": contract.id,
        "starts_on": starts_on,
        "ends_on": _last_day(contract.starts_on, contract.ends_on),
        "lines": await _lines(contract, values["percent"] or Decimal(0)),
    }
    with elevated():
        made = await create(Contract, drawn_up)
    return Outcome(
        _("The contract for the next term was drawn up."),
        data={"id": made.id},
        go_to=f"/crm_contracts/contracts/{made.id}",
    )


def _last_day(start: date, end: date) -> date:
    """Of the next term: it has as many months as the one from `start` to `end`, else as many days."""
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if months and _months_later(start, months) == after:
        return _months_later(start, 2 * months) - timedelta(days=1)
    return end + (after - start)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


async def _lines(contract: Contract, percent: Decimal) -> list[dict[str, Any]]:
    factor = 10_000 + hundredths(percent)
    rows = await fetch(_LINES, contract.id)
    return [
        {name.removesuffix("_id"): row[name] for name in _LINE}
        | {"unit_price": round_half_away(row["unit_price"] * factor, 10_000)}
        for row in rows
    ]


RENEW = Action(
    name="renew",
    label=_("Draw up the next term"),
    permission=ContractPermission.CREATE,
    run=renew,
    when=lambda contract: contract.state in AGREED and contract.terminated_on is None,
    fields=(
        Field(
            "percent",
            _("Change of prices (%)"),
            kind=Kind.DECIMAL,
            decimals=2,
            required=False,
            minimum=-100,
            maximum=1000,
            help=_("5 makes every price five percent higher. Left empty: the same prices."),
        ),
    ),
)
