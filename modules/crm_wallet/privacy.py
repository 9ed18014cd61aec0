"""What stored value holds about a person: the wallet and its movements, and words that people wrote."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_wallet import services
from guanxi import Field, Kind, Text, _, execute, fetch, show_money

_HELD = """
SELECT w.number, e.at, e.kind, e.currency, e.principal, e.bonus, e.reason
FROM crm_wallet_wallet w JOIN crm_wallet_entry e ON e.wallet_id = w.id WHERE w.customer_id = $1
ORDER BY e.id
"""
_ERASE = (
    "UPDATE crm_wallet_cash_back SET reason = '', revision = revision + 1 WHERE customer_id = $1",
    "UPDATE crm_wallet_adjustment SET reason = '', remark = '', revision = revision + 1"
    " WHERE wallet_id IN (SELECT id FROM crm_wallet_wallet WHERE customer_id = $1)",
)


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_HELD, customer_id)]


async def _erase(customer_id: int) -> None:
    for statement in _ERASE:
        await execute(statement, customer_id)


async def _obstacles(customer_id: int) -> list[Text]:
    """What is still owed to a person cannot be owed to nobody."""
    return [
        _("{amount} of stored value is left: spend or refund it first.", amount=show_money(each.total, each.currency))
        for each in await services.balances(customer_id)
        if each.total
    ]


PERSONAL = PersonalData(
    name="wallet",
    title=_("Stored value"),
    load=_load,
    own=_load,
    erase=_erase,
    obstacles=_obstacles,
    order=55,
    resource=lambda row: "crm_wallet/entries",
    fields=(Field("number", _("Number")), Field("at", _("Time"), kind=Kind.DATETIME)),
)
