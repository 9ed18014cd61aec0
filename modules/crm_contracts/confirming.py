"""From a draft to a contract that may be sent: complete, approved by whom the rules name, numbered and frozen."""

from __future__ import annotations

from typing import Any

from crm_contracts import approvals, numbers
from crm_contracts.choices import ContractState, KeptKind
from crm_contracts.completeness import check_complete
from crm_contracts.discount_approvals import give_back
from crm_contracts.discounts import check_limits
from crm_contracts.keeping import keep_later
from crm_contracts.models import Contract
from crm_contracts.parties import current_parties, customer_facts
from crm_contracts.states import UNSIGNED
from crm_contracts.steps import SIGNING_STAGES, move
from crm_contracts.template_texts import fix_template_version
from crm_contracts.withdrawing import withdraw_requests
from guanxi import Conflict, InvalidInput, Outcome, _


async def confirm(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Check that the contract is complete and hand it in (CONT-01, CONT-03, CONT-07, CONT-09).

    Without a rule that asks for somebody's approval it is approved at once.
    """
    if not values["annex_complete"]:
        raise InvalidInput({"annex_complete": _("Write all gifts and promises into the annex first.")})
    await _check_stage(contract)
    await check_complete(contract)
    await check_limits(contract)
    contract = await fix_template_version(contract)
    if contract.drawn_id is not None and contract.number is None:
        await numbers.check_drawn(contract.drawn_id, contract.owner_id)
    if await approvals.ask(contract):
        await move(contract, ContractState.IN_REVIEW)
        return Outcome(_("The contract waits for approval."))
    return await _approved(contract)


async def _check_stage(contract: Contract) -> None:
    customer = await customer_facts(contract.customer_id)
    if customer["stage"] not in SIGNING_STAGES:
        raise Conflict(_("Only intent and formal customers may get a contract. Convert the customer first."))


async def _approved(contract: Contract) -> Outcome:
    """Give it its number and freeze it, buyer and seller included."""
    number = await numbers.give_number(contract)
    await move(contract, ContractState.APPROVED, {"number": number, "parties": await current_parties(contract)})
    await keep_later(contract, KeptKind.SENT)
    return Outcome(
        _("The contract has the number {number}.").format(number=number),
        data={"number": number},
        go_to=f"/crm_contracts/contracts/{contract.id}",
    )


async def approve(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Raises Conflict where it is not the actor's turn."""
    if not await approvals.approve(contract, values["comment"] or ""):
        return Outcome(_("Approved. Others still have to decide."))
    if await approvals.is_for_discount(contract):
        return await give_back(contract)
    outcome = await _approved(contract)
    await approvals.tell_back(contract, _("Your contract was approved: {title}", title=contract.title))
    return outcome


async def reject(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Back to whoever drew it up, with the reason. Raises Conflict where it is not the actor's turn."""
    await approvals.reject(contract, values["reason"])
    await move(contract, ContractState.DRAFT, reason=values["reason"])
    return Outcome(_("The contract is a draft again."))


async def revise(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Back to a draft before anybody signed. A number that it has stays its own; approval starts anew."""
    assert contract.state in UNSIGNED
    await approvals.drop(contract)
    await withdraw_requests(contract.id, values["reason"])
    await move(contract, ContractState.DRAFT, {"sent_on": None, "parties": None}, values["reason"])
    return Outcome(_("The contract is a draft again."))


async def cancel(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Void a contract that was never in force. It keeps its number, so that the series has no gap."""
    await approvals.drop(contract)
    await withdraw_requests(contract.id, values["reason"])
    await numbers.void_number(contract, values["reason"])
    paper_is_good = contract.number is None and contract.drawn_id is not None
    drawn = {"drawn_id": None} if paper_is_good else {}
    await move(contract, ContractState.CANCELLED, drawn, values["reason"])
    return Outcome(_("The contract is void."))
