"""Names of customers for other add-ons that have to recognize them, such as on statements of banks."""

from __future__ import annotations

from crm_core import name_similarity
from crm_core.company_names import name_key, parse_company_name

__all__ = ["customer_names_sql", "name_key", "name_likeness", "trade_name"]


def customer_names_sql() -> str:
    """A relation `id, code, name, name_key, trade_name` of customers that are not archived, not narrowed to a scope."""
    return "(SELECT id, code, name, name_key, trade_name FROM crm_core_customer WHERE NOT archived)"


def trade_name(name: str) -> str:
    """As customers have it: what to look for among them before `name_likeness` says how alike two are."""
    return parse_company_name(name).trade_name


def name_likeness(one: str, other: str) -> int:
    """Percent; 100 only for the same name."""
    if name_key(one) == name_key(other):
        return 100
    return name_similarity.compare(name_similarity.compared(one), name_similarity.compared(other)).confidence
