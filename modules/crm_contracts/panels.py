"""What this add-on shows on contracts and on customers."""

from __future__ import annotations

from datetime import date, timedelta

from crm_contracts.forecast import charges_ahead
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.states import IN_FORCE, values
from guanxi import (
    Figure,
    Kind,
    Panel,
    PanelData,
    Table,
    Tone,
    _,
    count,
    fetch,
    find,
    format_money,
    get,
    show_date,
    show_year_month,
    today,
    where,
)

_LIST = "/crm_contracts/contracts"
_SHOWN = 12
_MONTH_ROWS = 60


def _days(start: date, end: date) -> str:
    return f"{show_date(start)} – {show_date(end)}"


async def _ahead(contract_id: int) -> PanelData:
    """What is charged in each of the next twelve months."""
    contract = await get(Contract, contract_id)
    rows = [row for row in await charges_ahead(contract_id, today() + timedelta(days=364)) if row["amount"]]
    if not rows:
        return PanelData()
    sums: dict[tuple[date, int], int] = {}
    for row in rows:
        key = row["due_on"].replace(day=1), row["id"]
        sums[key] = sums.get(key, 0) + row["amount"]
    names = {row["id"]: row["description"] for row in rows}
    total = format_money(sum(sums.values()), contract.currency)
    return PanelData(
        figures=[Figure(_("Charges"), str(len(rows))), Figure(_("In total"), total)],
        table=Table(
            columns=(_("Month"), _("Line"), _("Amount")),
            rows=[
                (show_year_month(month), names[line], format_money(amount, contract.currency))
                for (month, line), amount in sorted(sums.items())[:_MONTH_ROWS]
            ],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.MONEY),
        ),
    )


async def _charged(contract_id: int) -> PanelData:
    """The periods that were given out for billing last."""
    contract = await get(Contract, contract_id)
    rows = await fetch(
        "SELECT l.description, g.period_start, g.period_end, g.amount, count(*) OVER () AS number"
        " FROM crm_contracts_charge g JOIN crm_contracts_line l ON l.id = g.contract_line_id"
        " WHERE l.contract_id = $1 ORDER BY g.period_start DESC, g.id DESC LIMIT $2",
        contract_id,
        _SHOWN,
    )
    if not rows:
        return PanelData()
    return PanelData(
        figures=[Figure(_("Periods"), str(rows[0]["number"]))],
        table=Table(
            columns=(_("Period"), _("Line"), _("Amount")),
            rows=[
                (
                    _days(row["period_start"], row["period_end"]),
                    row["description"],
                    format_money(row["amount"], contract.currency),
                )
                for row in rows
            ],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.MONEY),
        ),
    )


async def _pauses(contract_id: int) -> PanelData:
    """The days that are not charged."""
    rows = await fetch(
        "SELECT starts_on, ends_on, reason FROM crm_contracts_pause WHERE contract_id = $1"
        " ORDER BY starts_on DESC LIMIT $2",
        contract_id,
        _SHOWN,
    )
    if not rows:
        return PanelData()
    return PanelData(
        table=Table(
            columns=(_("From", "date"), _("Through", "date"), _("Reason")),
            rows=[
                (show_date(row["starts_on"]), show_date(row["ends_on"]) if row["ends_on"] else "", row["reason"])
                for row in rows
            ],
            kinds=(Kind.DATE, Kind.DATE, Kind.TEXT),
        )
    )


CONTRACT_PANEL_ITEMS = (
    Panel(name="ahead", title=_("Next twelve months"), access=ContractPermission.READ, load=_ahead, order=10),
    Panel(name="charged", title=_("Charged periods"), access=ContractPermission.READ, load=_charged, order=20),
    Panel(name="pauses", title=_("Suspended"), access=ContractPermission.READ, load=_pauses, order=25),
)


def contract_table(contracts: list[Contract]) -> Table:
    return Table(
        columns=(_("Number"), _("Title"), _("State"), _("Total")),
        rows=[
            (item.number or "", item.title, str(item.state.label), format_money(item.total, item.currency))
            for item in contracts
        ],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.MONEY),
        hrefs=[f"{_LIST}/{item.id}" for item in contracts],
    )


async def _of_customer(customer_id: int) -> PanelData:
    contracts = await find(Contract, where.eq("customer", customer_id), order="-id", limit=8)
    if not contracts:
        return PanelData(empty=_("No contracts yet."))
    number = await count(Contract, where.eq("customer", customer_id))
    in_force = await count(
        Contract, where.all_of(where.eq("customer", customer_id), where.in_("state", values(IN_FORCE)))
    )
    return PanelData(
        figures=[
            Figure(_("Contracts"), str(number), href=f"{_LIST}?customer={customer_id}"),
            Figure(_("In force"), str(in_force), Tone.OK),
        ],
        table=contract_table(contracts),
    )


CUSTOMER_PANEL = Panel(
    name="contracts", title=_("Contracts"), access=ContractPermission.READ, load=_of_customer, order=20
)
