"""What other add-ons may call."""

from __future__ import annotations

from crm_contracts.capital import capital_amount
from crm_contracts.catalog_views import tax_percents
from crm_contracts.choices import DocumentLanguage, Invoicing
from crm_contracts.locks import DueCharge, PeriodCharge, take_due_charges
from crm_contracts.queries import (
    contract_number,
    contract_numbers_sql,
    contracts_of_customer,
    count_due_charges,
    lines_of_contract,
    visible_contracts,
)

__all__ = [
    "DocumentLanguage",
    "DueCharge",
    "Invoicing",
    "PeriodCharge",
    "capital_amount",
    "contract_number",
    "contract_numbers_sql",
    "contracts_of_customer",
    "count_due_charges",
    "lines_of_contract",
    "take_due_charges",
    "tax_percents",
    "visible_contracts",
]
