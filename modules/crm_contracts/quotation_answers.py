"""What a customer answers to a quotation in the portal: yes, no with the reason, or a question.

The owner hears of it. All three raise NotFound where the customer is not offered the quotation (any more); yes and no
raise Conflict where it is another one by now than the customer was asked about.
"""

from __future__ import annotations

from crm_contracts.choices import ContractState
from crm_contracts.models import Contract
from crm_contracts.parties import customer_facts
from crm_contracts.quotation_state import is_open
from guanxi import (
    Conflict,
    NotFound,
    Text,
    _,
    elevated,
    get,
    keep_note,
    limit,
    lock,
    notify,
    show_date,
    show_money,
    today,
    transaction,
    update,
)

QUESTIONS_PER_MINUTE = 5
_RESOURCE = "crm_contracts/contracts"


def is_offered(contract: Contract, customer_id: int) -> bool:
    """Whether a customer may read and answer it."""
    return contract.customer_id == customer_id and contract.state == ContractState.DRAFT and is_open(contract)


async def accept(customer_id: int, contract_id: int, _written: str, revision: int) -> Text:
    """The customer's yes; twice is once. The owner confirms the contract."""
    async with transaction():
        contract = await _locked(customer_id, contract_id)
        if contract.accepted_on is None:
            _check_same(contract, revision)
            with elevated():
                await update(Contract, contract_id, {"accepted_on": today()})
            await _tell_owner(contract, _("The customer accepted the quotation: {title}", title=contract.title))
    return _("Thank you. We were told and get in touch with you.")


async def decline(customer_id: int, contract_id: int, reason: str, revision: int) -> Text:
    """The customer's no: the quotation is closed until it is sent again. Raises Conflict after a yes; twice is once."""
    done = _("You declined the quotation. Thank you for telling us why.")
    async with transaction():
        with elevated():
            contract = await lock(Contract, contract_id)
        if contract.customer_id == customer_id and _is_declined(contract, reason):
            return done
        _check_offered(contract, customer_id)
        if contract.accepted_on is not None:
            raise Conflict(_("You accepted this quotation already. Ask us if something is to change."))
        _check_same(contract, revision)
        with elevated():
            await update(Contract, contract_id, {"declined_on": today(), "declined_because": reason})
        await _tell_owner(contract, _("The customer declined the quotation: {title}", title=contract.title), reason)
    return done


async def ask(customer_id: int, contract_id: int, text: str, _revision: int = 0) -> Text:
    """The customer's question is a note on the contract."""
    await limit(f"quotation_question:{customer_id}", QUESTIONS_PER_MINUTE)
    async with transaction():
        contract = await _locked(customer_id, contract_id)
        with elevated():
            await keep_note(_RESOURCE, contract_id, text)
        await _tell_owner(contract, _("The customer asks about the quotation: {title}", title=contract.title), text)
    return _("Thank you. We read your question and get in touch with you.")


async def _locked(customer_id: int, contract_id: int) -> Contract:
    with elevated():
        contract = await lock(Contract, contract_id)
    _check_offered(contract, customer_id)
    return contract


def _is_declined(contract: Contract, reason: str) -> bool:
    """Whether it was just declined in these words."""
    same = contract.declined_on is not None and contract.declined_because == reason
    return same and contract.state == ContractState.DRAFT


def _check_offered(contract: Contract, customer_id: int) -> None:
    if not is_offered(contract, customer_id):
        raise NotFound()


def _check_same(contract: Contract, revision: int) -> None:
    if contract.revision != revision:
        raise Conflict(_("The quotation was changed after you opened this page. Read it again before you answer."))


async def _tell_owner(contract: Contract, text: Text, detail: str = "") -> None:
    """Of the contract, else of the customer."""
    owner_id = contract.owner_id
    if owner_id is None:
        owner_id = ((await customer_facts(contract.customer_id)).get("owner") or {}).get("id")
    if owner_id is not None:
        href = f"/crm_contracts/contracts/{contract.id}"
        await notify([owner_id], "quotation", text, href=href, detail=detail)


async def accept_question(customer_id: int, contract_id: int) -> Text:
    """What the customer is asked before accepting, with what it comes to."""
    contract = await _offered(customer_id, contract_id)
    assert contract.quoted_until is not None
    day, total = show_date(contract.quoted_until), show_money(contract.total, contract.currency)
    if not contract.yearly:
        return _(
            "Accept the quotation “{title}” for {total}, open through {day}?",
            title=contract.title,
            total=total,
            day=day,
        )
    yearly = show_money(contract.yearly, contract.currency)
    return _(
        "Accept the quotation “{title}” for {total} and {yearly} a year, open through {day}?",
        title=contract.title,
        total=total,
        yearly=yearly,
        day=day,
    )


async def decline_question(customer_id: int, contract_id: int) -> Text:
    """What the customer is asked before declining."""
    contract = await _offered(customer_id, contract_id)
    return _("Decline the quotation “{title}”?", title=contract.title)


async def ask_question(customer_id: int, contract_id: int) -> Text:
    """What stands above a question."""
    contract = await _offered(customer_id, contract_id)
    return _("What do you want to know about the quotation “{title}”?", title=contract.title)


async def revision(customer_id: int, contract_id: int) -> int:
    """Of the quotation that the customer is asked about."""
    return (await _offered(customer_id, contract_id)).revision


async def _offered(customer_id: int, contract_id: int) -> Contract:
    contract = await get(Contract, contract_id)
    _check_offered(contract, customer_id)
    return contract
