"""Sending a draft to the customer as a quotation, and the customer's yes to it (SALE-03). It stays a draft."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_contracts.choices import ContractState, DocumentLanguage
from crm_contracts.discounts import check_limits
from crm_contracts.models import Contract
from crm_contracts.parties import customer_facts
from crm_contracts.permissions import ContractPermission
from crm_contracts.quotation_state import is_open, open_until
from crm_contracts.sending import first_values, has_portal
from crm_contracts.steps import today
from guanxi import (
    Action,
    Conflict,
    Field,
    InvalidInput,
    Kind,
    NotFound,
    Outcome,
    Text,
    _,
    base_address,
    current_company,
    elevated,
    fetch_value,
    get,
    lock,
    notify,
    send_mail,
    show_date,
    transaction,
    update,
)


async def _first_values(contract: Contract) -> dict[str, Any]:
    open_still = contract.quoted_until is not None and contract.quoted_until >= today()
    return {**await first_values(contract), "quoted_until": contract.quoted_until if open_still else open_until()}


async def quote(contract: Contract, values: dict[str, Any]) -> Outcome:
    """The customer sees it as it is now, until it is changed or its day has passed."""
    until: date = values["quoted_until"]
    if until < today():
        raise InvalidInput({"quoted_until": _("This day has passed.")})
    if not await fetch_value("SELECT EXISTS (SELECT FROM crm_contracts_line WHERE contract_id = $1)", contract.id):
        raise Conflict(_("The contract has no lines yet."))
    await check_limits(contract)
    if values["mail"]:
        await _mail(contract, until)
    with elevated():
        await update(Contract, contract.id, {"quoted_on": today(), "quoted_until": until, "accepted_on": None})
    return Outcome(_("The customer was told by mail.") if values["mail"] else _("The quotation counts as sent."))


async def _mail(contract: Contract, until: date) -> None:
    facts = await customer_facts(contract.customer_id)
    if not has_portal():
        raise InvalidInput({"mail": _("Customers read quotations in the customer portal, which is not enabled.")})
    if not facts["email"]:
        raise InvalidInput({"mail": _("The customer has no e-mail address.")})
    data = {
        "name": facts["name"],
        "company": current_company().title,
        "title": contract.title,
        "until": until.isoformat(),
        "link": f"{base_address()}/portal/quotations",
    }
    locale = "en" if contract.language == DocumentLanguage.EN else "zh_CN"
    await send_mail(facts["email"], "crm_contracts/quotation", data, locale=locale, to_name=facts["name"])


def is_offered(contract: Contract, customer_id: int) -> bool:
    """Whether a customer may read and accept it."""
    return contract.customer_id == customer_id and contract.state == ContractState.DRAFT and is_open(contract)


async def accept(customer_id: int, contract_id: int) -> Text:
    """The customer's yes; twice is once. The owner hears of it and confirms the contract. Raises NotFound."""
    async with transaction():
        with elevated():
            contract = await lock(Contract, contract_id)
            if not is_offered(contract, customer_id):
                raise NotFound()
            if contract.accepted_on is None:
                await update(Contract, contract_id, {"accepted_on": today()})
                await _tell_owner(contract)
    return _("Thank you. We were told and get in touch with you.")


async def _tell_owner(contract: Contract) -> None:
    if contract.owner_id is not None:
        text = _("The customer accepted the quotation: {title}", title=contract.title)
        await notify([contract.owner_id], "quotation", text, href=f"/crm_contracts/contracts/{contract.id}")


async def question(customer_id: int, contract_id: int) -> Text:
    """What the customer is asked before accepting. Raises NotFound."""
    contract = await get(Contract, contract_id)
    if not is_offered(contract, customer_id):
        raise NotFound()
    assert contract.quoted_until is not None
    day = show_date(contract.quoted_until)
    return _("Accept the quotation “{title}”, open through {day}?", title=contract.title, day=day)


QUOTE = Action(
    name="quote",
    label=_("Send quotation"),
    permission=ContractPermission.CONFIRM,
    run=quote,
    when=lambda contract: contract.state == ContractState.DRAFT,
    start=_first_values,
    fields=(
        Field("quoted_until", _("Quotation open through"), kind=Kind.DATE, required=True, default=open_until),
        Field(
            "mail",
            _("Tell the customer by mail"),
            kind=Kind.BOOLEAN,
            required=False,
            help=_("With a link to the quotation in the customer portal. Otherwise it only counts as sent."),
        ),
    ),
)
