"""Going on from a contract: a draft for the term after it, with the same lines at the same or other prices."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crm_contracts.amounts import hundredths
from crm_contracts.copying import recurring_lines, same_line, same_values
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.states import AGREED
from guanxi import Action, Conflict, Field, Kind, Outcome, _, create, elevated, fetch_value, round_half_away

_DAY = timedelta(days=1)


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
    made = await next_term(contract, 10_000 + hundredths(values["percent"] or Decimal(0)), 10_000)
    return Outcome(
        _("The contract for the next term was drawn up."),
        data={"id": made.id},
        go_to=f"/crm_contracts/contracts/{made.id}",
    )


async def next_term(contract: Contract, numerator: int, denominator: int, **values: Any) -> Contract:
    """The draft for it. Every price times the fraction is rounded once, halves away from zero."""
    assert contract.starts_on is not None and contract.ends_on is not None
    lines = [
        same_line(row) | {"unit_price": round_half_away(row["unit_price"] * numerator, denominator)}
        for row in await recurring_lines(contract.id)
    ]
    drawn_up = same_values(contract) | {
        "renews": contract.id,
        "starts_on": contract.ends_on + _DAY,
        "ends_on": last_day(contract.counted_from or contract.starts_on, contract.ends_on, contract.term_months),
        "lines": lines,
    }
    with elevated():
        return await create(Contract, drawn_up | values)


def last_day(start: date, end: date, term_months: int | None = None) -> date:
    """Of the next term: of so many months, else of as many as the one from `start` to `end`, else of as many days.

    Months are counted from `start`, so that the 31st comes back after a shorter month.
    """
    after = end + _DAY
    months = (after.year - start.year) * 12 + after.month - start.month
    whole = months > 0 and _months_later(start, months) == after
    if term_months is not None:
        return (_months_later(start, months + term_months) if whole else _months_later(after, term_months)) - _DAY
    return _months_later(start, 2 * months) - _DAY if whole else end + (after - start)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


RENEW = Action(
    name="renew",
    label=_("Draw up the next term"),
    permission=ContractPermission.CREATE,
    run=renew,
    when=lambda contract: contract.state in AGREED and contract.terminated_on is None and contract.amended_on is None,
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
