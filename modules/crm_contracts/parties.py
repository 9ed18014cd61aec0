"""Who the two parties of a contract are."""

from __future__ import annotations

from typing import Any

from crm_contracts.models import Contract
from crm_core.services import OurCompany
from guanxi import current_company, elevated, read, settings_of

_CUSTOMER_FACTS = ("name", "address", "tax_number", "phone", "mobile")


async def customer_facts(customer_id: int) -> dict[str, Any]:
    """The customer as the API shows it, whatever the current actor may see of it."""
    with elevated():
        return await read(current_company().catalog.resources["crm_core/customers"], customer_id)


async def current_parties(contract: Contract) -> dict[str, dict[str, str]]:
    """Buyer and seller as they are now: `{"buyer": {"name": …}, "seller": {…}}`."""
    customer = await customer_facts(contract.customer_id)
    own = settings_of(OurCompany)
    buyer = {name: str(customer.get(name) or "") for name in _CUSTOMER_FACTS}
    buyer["phone"] = buyer["phone"] or buyer.pop("mobile")
    return {
        "buyer": buyer,
        "seller": {
            "name": current_company().title,
            "name_en": own.name_en,
            "address": own.one_line,
            "tax_number": own.tax_number,
            "phone": own.phone,
            "bank": own.bank,
            "bank_account": own.bank_account,
            "logo": current_company().logo,
        },
    }


async def parties_of(contract: Contract) -> dict[str, dict[str, str]]:
    """As they were at confirmation; of a draft, as they are now."""
    return contract.parties or await current_parties(contract)
