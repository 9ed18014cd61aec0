"""What this add-on shows on the home page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from crm_contracts.choices import ContractState
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import SEEN, scope_of_sql
from guanxi import (
    Card,
    Chart,
    Figure,
    Kind,
    PanelData,
    Series,
    Table,
    Tone,
    _,
    clock,
    current_company,
    fetch,
    format_money,
    recent_months,
    show_date,
    show_month,
    show_number,
)

_LIST = "/crm_contracts/contracts"
_PROBLEMS = "/crm_contracts/billing-problems?state=open"
_SIGNED = f"{_LIST}?state=active&state=ended"
_ENDING_DAYS = 30
_SHOWN = 6
_WATCHED = f"""
WITH watched AS (
    SELECT k.id, k.title, k.state, k.ends_on FROM crm_contracts_contract k
    WHERE {SEEN} AND (k.state = 'confirmed' OR k.state = 'active' AND k.ends_on BETWEEN $5 AND $6)
)
SELECT n.*, w.* FROM (
    SELECT (SELECT count(*) FROM watched WHERE state = 'confirmed') AS to_sign,
        (SELECT count(*) FROM watched WHERE state = 'active') AS ending,
        (SELECT count(*) FROM crm_contracts_billing_problem p JOIN crm_contracts_contract k ON k.id = p.contract_id
            WHERE p.state = 'open' AND {SEEN}) AS problems
) n LEFT JOIN (SELECT * FROM watched ORDER BY state, ends_on, id DESC LIMIT {_SHOWN}) w ON true
"""  # noqa: S608
_BY_MONTH = f"""
SELECT date_trunc('month', k.signed_on::timestamp)::date AS month, k.currency, sum(k.total)::bigint AS amount,
    count(*) AS number
FROM crm_contracts_contract k
WHERE k.signed_on >= $5 AND k.state IN ('active', 'ended') AND {SEEN} GROUP BY 1, 2 ORDER BY 2
"""  # noqa: S608


async def _watch() -> PanelData:
    """What waits for a signature, what runs out, and lines that could not be charged."""
    today = clock.today(current_company().zone)
    last = today + timedelta(days=_ENDING_DAYS)
    rows = await fetch(_WATCHED, *scope_of_sql(), today, last)
    number = rows[0]
    ending = f"{_LIST}?state=active&ends_on.ge={today}&ends_on.le={last}&sort=ends_on"
    figures = [
        Figure(_("To sign"), show_number(number["to_sign"]), Tone.INFO, f"{_LIST}?state=confirmed"),
        Figure(
            _("Ending within 30 days"),
            show_number(number["ending"]),
            Tone.WARN if number["ending"] else Tone.NEUTRAL,
            ending,
        ),
    ]
    if number["problems"]:
        figures.append(Figure(_("Billing problems"), show_number(number["problems"]), Tone.BAD, _PROBLEMS))
    return PanelData(figures=figures, table=_table([row for row in rows if row["id"] is not None]))


def _table(rows: Sequence[Any]) -> Table | None:
    if not rows:
        return None
    return Table(
        columns=(_("Title"), _("State"), _("Ends on")),
        rows=[
            (row["title"], str(ContractState(row["state"]).label), show_date(row["ends_on"]) if row["ends_on"] else "")
            for row in rows
        ],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.DATE),
        hrefs=[f"{_LIST}/{row['id']}" for row in rows],
    )


async def _signed() -> PanelData:
    """The value of what was signed in each of the last months: drawn in one currency, this month in all."""
    months = recent_months()
    rows = await fetch(_BY_MONTH, *scope_of_sql(), months[0])
    if not rows:
        return PanelData(empty=_("Nothing was signed in the last months."))
    codes = [row["currency"] for row in rows]
    drawn = current_company().currency if current_company().currency in codes else codes[0]
    amounts = {row["month"]: row["amount"] for row in rows if row["currency"] == drawn}
    return PanelData(
        figures=_this_month([row for row in rows if row["month"] == months[-1]], months[-1]),
        chart=Chart(
            _("Signed by month"),
            [show_month(month) for month in months],
            [Series(_("Signed", "contracts"), [amounts.get(month, 0) for month in months])],
            currency=drawn,
            hrefs=[f"{_SIGNED}&signed_on={month:%Y-%m}&currency={drawn}" for month in months],
        ),
    )


def _this_month(rows: Sequence[Any], month: date) -> list[Figure]:
    href = f"{_SIGNED}&signed_on={month:%Y-%m}"
    amounts = [
        Figure(_("This month"), format_money(r["amount"], r["currency"]), Tone.OK, f"{href}&currency={r['currency']}")
        for r in rows
    ]
    return [*amounts, Figure(_("Contracts"), show_number(sum(row["number"] for row in rows)), href=href)]


HOME = (
    Card(name="contracts", title=_("Contracts"), access=ContractPermission.READ, load=_watch, href=_LIST, order=30),
    Card(name="signed", title=_("Signed"), access=ContractPermission.READ, load=_signed, href=_SIGNED, order=31),
)
