"""What contracts hold about a person. What was signed stays as it was signed: the law wants it kept."""

from __future__ import annotations

from typing import Any

from crm_contracts.choices import ContractState
from crm_contracts.states import AGREED, RUNNING, UNSIGNED, values
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
        " declined_because,"
        " parties -> 'buyer' AS buyer, ARRAY(SELECT to_jsonb(s) - 'id' - 'request_id' - 'strokes'"
        " FROM crm_contracts_signatory s JOIN crm_contracts_signature_request r ON r.id = s.request_id"
        " WHERE r.contract_id = c.id AND s.side = 'theirs' ORDER BY s.id) AS signatories"
        " FROM crm_contracts_contract c WHERE customer_id = $1 ORDER BY id",
        customer_id,
    )
    return [dict(row) for row in rows]


async def _own(customer_id: int) -> list[dict[str, Any]]:
    """What is still being drawn up is none of the customer's business yet."""
    inside = (ContractState.DRAFT, ContractState.IN_REVIEW, ContractState.APPROVED)
    return [row for row in await _load(customer_id) if row["state"] not in inside]


async def _obstacles(customer_id: int) -> list[Text]:
    rows = await fetch(
        "SELECT COALESCE(number, title) AS number FROM crm_contracts_contract"
        " WHERE customer_id = $1 AND state = ANY($2::text[]) ORDER BY id",
        customer_id,
        _OPEN,
    )
    return [_("Contract {number} runs.", number=row["number"]) for row in rows]


async def _erase(customer_id: int) -> None:
    """What nobody signed was never agreed to: it loses who it was for, and requests that nobody followed, too."""
    await execute(
        "UPDATE crm_contracts_contract SET their_signatory = '', parties = NULL, revision = revision + 1,"
        " updated_at = $2 WHERE customer_id = $1 AND state <> ALL($3::text[])",
        customer_id,
        clock.now(),
        values(AGREED),
    )
    await execute("UPDATE crm_contracts_contract SET declined_because = '' WHERE customer_id = $1", customer_id)
    await execute(
        "UPDATE crm_contracts_signatory s SET name = '', email = '', capacity = '', address = '', user_agent = ''"
        " FROM crm_contracts_signature_request r, crm_contracts_contract c WHERE r.id = s.request_id"
        " AND c.id = r.contract_id AND c.customer_id = $1 AND s.side = 'theirs' AND s.state <> 'signed'",
        customer_id,
    )


PERSONAL = PersonalData(
    name="contracts",
    title=_("Contracts"),
    load=_load,
    own=_own,
    erase=_erase,
    obstacles=_obstacles,
    order=30,
    resource=lambda row: "crm_contracts/contracts",
    fields=_BUYER,
)
