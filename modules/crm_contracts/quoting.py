"""Sending a draft to the customer as a quotation (SALE-03). It stays a draft."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_contracts.choices import ContractState, DocumentLanguage
from crm_contracts.completeness import check_complete
from crm_contracts.discounts import check_limits
from crm_contracts.models import Contract
from crm_contracts.parties import customer_facts
from crm_contracts.permissions import ContractPermission
from crm_contracts.quotation_state import NOT_DECLINED, open_until
from crm_contracts.sending import first_values, has_portal
from guanxi import (
    Action,
    Field,
    InvalidInput,
    Kind,
    Outcome,
    _,
    base_address,
    current_company,
    elevated,
    send_mail,
    today,
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
    await check_complete(contract)
    await check_limits(contract)
    if values["mail"]:
        await _mail(contract, until)
    with elevated():
        await update(Contract, contract.id, {"quoted_on": today(), "quoted_until": until, **NOT_DECLINED})
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
