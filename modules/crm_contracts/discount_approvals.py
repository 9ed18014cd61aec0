"""A discount beyond one's limit is handed in: who decides on it, and what follows (折扣审批)."""

from __future__ import annotations

from typing import Any

from crm_contracts import approvals
from crm_contracts.choices import ContractState
from crm_contracts.completeness import check_complete
from crm_contracts.discounts import beyond_limit, covers, is_granted
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.states import may
from crm_contracts.steps import move
from crm_contracts.template_texts import fix_template_version
from guanxi import (
    Action,
    Conflict,
    Field,
    Kind,
    Outcome,
    _,
    current_actor,
    current_company,
    fetch,
    use_locale,
)

DISCOUNT_APPROVED = _("discount approved", "reason")
"""in the audit log, why the contract is a draft again"""
_ABOVE = """
SELECT g.id, jsonb_exists(g.permissions, $3) AS any FROM guanxi_role g
WHERE jsonb_exists(g.permissions, $2) AND (jsonb_exists(g.permissions, $3)
        OR EXISTS (SELECT FROM crm_contracts_discount_limit d WHERE d.role_id = g.id))
    AND EXISTS (SELECT FROM guanxi_user_role r JOIN guanxi_user u ON u.id = r.user_id AND u.active
        WHERE r.role_id = g.id AND u.id IS DISTINCT FROM $1)
ORDER BY 2, (SELECT max(d.percent) FROM crm_contracts_discount_limit d WHERE d.role_id = g.id), g.id
"""
"""Roles that somebody else than $1 has and that approve contracts: those with limits, the lowest first, then those with
any discount"""


async def hand_in(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Ask those whom the rules by discount name, else the lowest role whose limits are enough.

    Raises Conflict where nothing is beyond the actor's limit, or is approved, and where nobody could approve it.
    """
    await check_complete(contract)
    if await beyond_limit(contract) is None:
        raise Conflict(_("No discount is beyond your limit. You need no approval for it."))
    if await is_granted(contract):
        raise Conflict(_("This discount is approved already."))
    contract, reason = await fix_template_version(contract), values["reason"]
    if not await approvals.ask(contract, discount=True, reason=reason):
        with use_locale(current_company().locale):
            rule = str(_("Discount beyond the limit"))
        await approvals.ask_role(contract, await _role_above(contract), rule, reason)
    await move(contract, ContractState.IN_REVIEW, reason=reason)
    return Outcome(_("The contract waits for approval."))


async def _role_above(contract: Contract) -> int:
    rows = await fetch(
        _ABOVE, current_actor().id, ContractPermission.APPROVE.value, ContractPermission.ANY_DISCOUNT.value
    )
    for row in rows:
        if row["any"] or await covers(row["id"], contract):
            return int(row["id"])
    raise Conflict(_("Nobody may approve this discount: no approval rule is for it, and no role has such a limit."))


async def give_back(contract: Contract) -> Outcome:
    """All agreed: a draft again, whose lines may be quoted and confirmed as they are."""
    await move(contract, ContractState.DRAFT, reason=DISCOUNT_APPROVED.message)
    await approvals.tell_back(contract, _("The discount of your contract was approved: {title}", title=contract.title))
    return Outcome(_("Approved. The contract is a draft again, and may go out and be confirmed with this discount."))


HAND_IN = Action(
    name="hand_in",
    label=_("Hand in discount for approval"),
    permission=ContractPermission.CONFIRM,
    run=hand_in,
    when=lambda contract: may("hand_in")(contract) and not current_actor().has(ContractPermission.ANY_DISCOUNT),
    moves_to=ContractState.IN_REVIEW,
    fields=(
        Field(
            "reason",
            _("Reason"),
            kind=Kind.MULTILINE,
            required=True,
            max_length=500,
            help=_("Where a discount is beyond your limit. Whoever decides on it reads why."),
        ),
    ),
)
