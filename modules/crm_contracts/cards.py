"""What this add-on shows on the home page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from crm_contracts.choices import ContractState, Renewal
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import SEEN, scope_of_sql
from crm_contracts.states import AGREED, TO_SIGN, values
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
    current_actor,
    current_company,
    fetch,
    format_money,
    recent_months,
    show_date,
    show_money,
    show_month,
    show_number,
    today,
)

_LIST = "/crm_contracts/contracts"
_PROBLEMS = "/crm_contracts/billing-problems?state=open"
_WAITING = "/crm_contracts/renewal-problems?state=open"
_SIGNED = f"{_LIST}?" + "&".join(f"state={state}" for state in values(AGREED))
_TO_SIGN = f"{_LIST}?" + "&".join(f"state={state}" for state in values(TO_SIGN))
_ENDING_DAYS = 30
_SHOWN = 6
_WATCHED = f"""
WITH watched AS (
    SELECT k.id, k.title, k.state, k.ends_on, k.renewal FROM crm_contracts_contract k
    WHERE {SEEN} AND (k.state = ANY($7::text[]) OR k.state = 'active' AND k.ends_on BETWEEN $5 AND $6)
)
SELECT n.*, w.* FROM (
    SELECT (SELECT count(*) FROM watched WHERE state <> 'active') AS to_sign,
        (SELECT count(*) FROM watched WHERE state = 'active' AND renewal <> 'automatic') AS ending,
        (SELECT count(*) FROM watched WHERE state = 'active' AND renewal = 'automatic') AS going_on,
        (SELECT count(*) FROM crm_contracts_renewal_problem p JOIN crm_contracts_contract k ON k.id = p.contract_id
            WHERE p.state = 'open' AND {SEEN}) AS waiting,
        (SELECT count(*) FROM crm_contracts_billing_problem p JOIN crm_contracts_contract k ON k.id = p.contract_id
            WHERE p.state = 'open' AND {SEEN}) AS problems
) n LEFT JOIN (SELECT * FROM watched ORDER BY state, ends_on, id DESC LIMIT {_SHOWN}) w ON true
"""  # noqa: S608
_BY_MONTH = f"""
SELECT date_trunc('month', k.signed_on::timestamp)::date AS month, k.currency, sum(k.total)::bigint AS amount,
    count(*) AS number
FROM crm_contracts_contract k
WHERE k.signed_on >= $5 AND k.state = ANY($6::text[]) AND {SEEN} GROUP BY 1, 2 ORDER BY 2
"""  # noqa: S608

_MINE = """
SELECT c.id, c.title, c.total, c.currency, min(a.created_at)::date AS asked_on, count(*) OVER () AS number
FROM crm_contracts_approver v JOIN crm_contracts_approval a ON a.id = v.approval_id AND a.state = 'pending'
JOIN crm_contracts_contract c ON c.id = a.contract_id
WHERE v.user_id = $1 AND a.asked_by_id IS DISTINCT FROM $1 GROUP BY c.id ORDER BY min(a.created_at), c.id LIMIT $2
"""


async def _watch() -> PanelData:
    """What waits for a signature, what runs out, and lines that could not be charged."""
    day = today()
    last = day + timedelta(days=_ENDING_DAYS)
    rows = await fetch(_WATCHED, *scope_of_sql(), day, last, values(TO_SIGN))
    number = rows[0]
    within = f"{_LIST}?state=active&ends_on.ge={day}&ends_on.le={last}&sort=ends_on"
    figures = [
        Figure(_("To sign"), show_number(number["to_sign"]), Tone.INFO, _TO_SIGN),
        Figure(
            _("Ending within 30 days"),
            show_number(number["ending"]),
            Tone.WARN if number["ending"] else Tone.NEUTRAL,
            f"{within}&renewal=none&renewal=stopped",
        ),
    ]
    if number["going_on"]:
        label = _("Going on automatically within 30 days")
        figures.append(Figure(label, show_number(number["going_on"]), Tone.INFO, f"{within}&renewal=automatic"))
    if number["waiting"]:
        figures.append(Figure(_("Waiting renewals"), show_number(number["waiting"]), Tone.WARN, _WAITING))
    if number["problems"]:
        figures.append(Figure(_("Billing problems"), show_number(number["problems"]), Tone.BAD, _PROBLEMS))
    return PanelData(figures=figures, table=_table([row for row in rows if row["id"] is not None]))


def _table(rows: Sequence[Any]) -> Table | None:
    if not rows:
        return None
    return Table(
        columns=(_("Title"), _("State"), _("Ends on")),
        rows=[(row["title"], _state(row), show_date(row["ends_on"]) if row["ends_on"] else "") for row in rows],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.DATE),
        hrefs=[f"{_LIST}/{row['id']}" for row in rows],
    )


def _state(row: Any) -> str:
    goes_on = row["state"] == ContractState.ACTIVE and row["renewal"] == Renewal.AUTOMATIC
    return str((Renewal.AUTOMATIC if goes_on else ContractState(row["state"])).label)


async def _signed() -> PanelData:
    """The value of what was signed in each of the last months: drawn in one currency, this month in all."""
    months = recent_months()
    rows = await fetch(_BY_MONTH, *scope_of_sql(), months[0], values(AGREED))
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


async def _to_approve() -> PanelData:
    """What waits for the user's decision, the longest waiting first."""
    rows = await fetch(_MINE, current_actor().id, _SHOWN)
    if not rows:
        return PanelData(empty=_("Nothing waits for your approval."))
    table = Table(
        columns=(_("Contract"), _("Handed in"), _("Total")),
        rows=[(row["title"], show_date(row["asked_on"]), show_money(row["total"], row["currency"])) for row in rows],
        kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY),
        hrefs=[f"{_LIST}/{row['id']}" for row in rows],
    )
    return PanelData(figures=[Figure(_("To approve"), show_number(rows[0]["number"]), Tone.WARN)], table=table)


HOME = (
    Card(name="approvals", title=_("Approvals"), access=ContractPermission.APPROVE, load=_to_approve, order=29),
    Card(name="contracts", title=_("Contracts"), access=ContractPermission.READ, load=_watch, href=_LIST, order=30),
    Card(name="signed", title=_("Signed"), access=ContractPermission.READ, load=_signed, href=_SIGNED, order=31),
)
