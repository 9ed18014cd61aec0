"""What bank lines hold about a person: who paid, from which account, with which words. Amounts and days stay."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from guanxi import Field, Kind, _, execute, fetch


async def _load(customer_id: int) -> list[dict[str, Any]]:
    rows = await fetch(
        "SELECT booked_on, currency, amount, name, counterparty, text FROM crm_bank_line WHERE customer_id = $1"
        " ORDER BY booked_on, id",
        customer_id,
    )
    return [dict(row) for row in rows]


async def _erase(customer_id: int) -> None:
    """The file of a statement stays for the accounts: it is the bank's."""
    await execute(
        "UPDATE crm_bank_line SET name = '', counterparty = '', text = '', end_to_end_id = '' WHERE customer_id = $1",
        customer_id,
    )
    await execute("DELETE FROM crm_bank_learned WHERE customer_id = $1", customer_id)


PERSONAL = PersonalData(
    name="bank",
    title=_("Bank lines"),
    load=_load,
    erase=_erase,
    order=42,
    fields=(
        Field("booked_on", _("Booked on"), kind=Kind.DATE),
        Field("currency", _("Currency")),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency"),
        Field("name", _("Counterparty")),
        Field("counterparty", _("Its account")),
        Field("text", _("Text")),
    ),
)
