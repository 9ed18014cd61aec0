"""What contracts hold about a person. What was signed stays as it was signed: the law wants it kept."""

from __future__ import annotations

from typing import Any

from crm_contracts.states import RUNNING, UNSIGNED, values
from crm_core.extensions import PersonalData
from guanxi import Field, Text, _, clock, execute, fetch

_OPEN = values(UNSIGNED | RUNNING)

_BUYER = (
    Field("name", _("Name")),
    Field("address", _("Address")),
    Field("tax_number", _("Tax number")),
    Field("phone", _("Phone")),
    Field("mobile", _("Mobile")),
)
"""the customer as it stands in the contract"""


async def _load(customer_id: int) -> list[dict[str, Any]]:
    rows = await fetch(
        "SELECT number, title, state, currency, total, starts_on, ends_on, signed_on, their_signatory,"
        " parties -> 'buyer' AS buyer FROM crm_contracts_contract WHERE customer_id = $1 ORDER BY id",
        customer_id,
    )
    return [dict(row) for row in rows]


async def _obstacles(customer_id: int) -> list[Text]:
    rows = await fetch(
        "SELECT COALESCE(number, title) AS number FROM crm_contracts_contract"
        " WHERE customer_id = $1 AND state = ANY($2::text[]) ORDER BY id",
        customer_id,
        _OPEN,
    )
    return [_("Contract {number} runs.", number=row["number"]) for row in rows]


async def _erase(customer_id: int) -> None:
    """Drafts were never agreed to: they lose the name of who would have signed."""
    await execute(
        "UPDATE crm_contracts_contract SET their_signatory = '', revision = revision + 1, updated_at = $2"
        " WHERE customer_id = $1 AND number IS NULL",
        customer_id,
        clock.now(),
    )


PERSONAL = PersonalData(
    name="contracts",
    title=_("Contracts"),
    load=_load,
    erase=_erase,
    obstacles=_obstacles,
    order=30,
    resource=lambda row: "crm_contracts/contracts",
    fields=_BUYER,
)
