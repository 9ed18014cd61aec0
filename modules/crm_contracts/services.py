"""What other add-ons may call."""

from __future__ import annotations

from crm_contracts.locks import DueCharge, PeriodCharge, take_due_charges
from crm_contracts.queries import contract_number, contracts_of_customer, count_due_charges, visible_contracts

__all__ = [
    "DueCharge",
    "PeriodCharge",
    "contract_number",
    "contracts_of_customer",
    "count_due_charges",
    "take_due_charges",
    "visible_contracts",
]
