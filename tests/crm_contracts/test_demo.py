"""The demo shows contracts in every state, with lines that began months ago."""

from __future__ import annotations

from crm_contracts.choices import ContractState
from crm_contracts.services import count_due_charges
from guanxi import fetch, fetch_value, today, transaction
from guanxi.context import Company


async def test_contracts_in_every_state(inside: Company) -> None:
    async with transaction():
        for offer in inside.catalog.offers:
            if offer.addon in ("crm_core", "crm_contracts"):
                for demo in offer.demos:
                    await demo()
    rows = await fetch("SELECT state, count(*) AS number FROM crm_contracts_contract GROUP BY state")
    found = {row["state"]: row["number"] for row in rows}
    assert found.keys() == {str(state) for state in ContractState}
    quoted = await fetch("SELECT state FROM crm_contracts_contract WHERE quoted_on IS NOT NULL")
    assert [row["state"] for row in quoted] == ["draft"]
    assert sum(found.values()) == 32
    assert await fetch_value("SELECT count(*) FROM crm_contracts_contract WHERE renewed_unsigned") == 1
    assert await fetch_value("SELECT count(*) FROM crm_contracts_renewal_problem") == 0
    rows = await fetch("SELECT DISTINCT delivery FROM crm_contracts_contract")
    assert {row["delivery"] for row in rows} == {"none", "planned", "partly", "delivered", "late"}
    assert await count_due_charges(today()) > 50
