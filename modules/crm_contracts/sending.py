"""Giving an approved contract to the customer."""

from __future__ import annotations

from typing import Any

from crm_contracts.choices import ContractState, DocumentLanguage
from crm_contracts.models import Contract
from crm_contracts.parties import customer_facts
from crm_contracts.steps import move
from guanxi import InvalidInput, Outcome, _, base_address, current_company, send_mail, today


async def first_values(contract: Contract) -> dict[str, Any]:
    """What the button's inputs hold at first."""
    facts = await customer_facts(contract.customer_id)
    return {"mail": bool(facts["email"]) and has_portal()}


async def send(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Mark it as sent; on demand, tell the customer by mail where to read it: in the portal (SALE-03)."""
    if values["mail"]:
        await _mail(contract)
    await move(contract, ContractState.SENT, {"sent_on": today()})
    return Outcome(_("The customer was told by mail.") if values["mail"] else _("The contract counts as sent."))


def has_portal() -> bool:
    return current_company().catalog.has("crm_portal")


async def _mail(contract: Contract) -> None:
    facts = await customer_facts(contract.customer_id)
    if not has_portal():
        raise InvalidInput({"mail": _("Customers read contracts in the customer portal, which is not enabled.")})
    if not facts["email"]:
        raise InvalidInput({"mail": _("The customer has no e-mail address.")})
    data = {
        "name": facts["name"],
        "company": current_company().title,
        "number": contract.number,
        "title": contract.title,
        "link": f"{base_address()}/portal/contracts",
    }
    locale = "en" if contract.language == DocumentLanguage.EN else "zh_CN"
    await send_mail(facts["email"], "crm_contracts/sent", data, locale=locale, to_name=facts["name"])
