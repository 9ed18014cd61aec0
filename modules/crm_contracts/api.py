"""What the JSON API offers beside the resources."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec

from crm_contracts.forecast import charges_ahead
from crm_contracts.models import Contract
from crm_contracts.outlook import Outlook, outlook
from crm_contracts.permissions import ContractPermission
from guanxi import Call, Endpoint, _, get, today


class ChargeAhead(msgspec.Struct, frozen=True):
    due_on: date
    contract_line_id: int
    description: str
    period_start: date
    period_end: date
    amount: int
    """minor units, tax included"""


class ChargesAhead(msgspec.Struct, frozen=True):
    currency: str
    charges: list[ChargeAhead]


async def _outlook(call: Call[Any]) -> Outlook:
    return await outlook()


async def _ahead(call: Call[Any]) -> ChargesAhead:
    contract = await get(Contract, call.path["id"])
    rows = await charges_ahead(contract.id, today() + timedelta(days=364))
    names = ("description", "period_start", "period_end", "amount")
    charges = [ChargeAhead(row["due_on"], row["id"], *(row[name] for name in names)) for row in rows]
    return ChargesAhead(contract.currency, charges)


ENDPOINTS = (
    Endpoint(
        path="/outlook",
        method="GET",
        handler=_outlook,
        access=ContractPermission.READ,
        summary=_("Recurring revenue, what will be billed and what expires, by month"),
        output=Outlook,
    ),
    Endpoint(
        path="/contracts/{id:int}/charges-ahead",
        method="GET",
        handler=_ahead,
        access=ContractPermission.READ,
        summary=_("What a contract will be charged for in the next twelve months"),
        output=ChargesAhead,
    ),
)
