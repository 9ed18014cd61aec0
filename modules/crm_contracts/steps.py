"""What all steps of a contract's life share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_contracts.choices import ContractState
from crm_contracts.models import Contract
from guanxi import elevated, update

SIGNING_STAGES = frozenset({"intent", "formal"})
"""of customers that may get a contract (CONT-01)"""


async def move(
    contract: Contract, state: ContractState, values: Mapping[str, Any] | None = None, reason: str = ""
) -> None:
    """Write the step and what it sets. Whether it may be taken is asked by the action, on the locked contract."""
    with elevated():
        await update(Contract, contract.id, {"state": state.value, **(values or {})}, reason=reason)
