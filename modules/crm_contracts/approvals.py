"""Who has to approve a contract, and what they decide.

Steps come one after the other; within one, all rules have to agree. Nobody approves what they handed in themselves.
"""

from __future__ import annotations

from typing import Any

from crm_contracts.choices import ApprovalState
from crm_contracts.discounts import measure
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from guanxi import (
    AuditItem,
    Conflict,
    Text,
    _,
    audit_many,
    base_address,
    clock,
    current_actor,
    current_company,
    execute,
    fetch,
    fetch_value,
    notify,
    send_mail,
    today,
)

RESOURCE = "crm_contracts/approvals"

_ASK = """
INSERT INTO crm_contracts_approval (contract_id, rule, step, state, approver_id, role_id, assigned_to, asked_by_id,
    comment, revision, created_at, updated_at, created_by_id, measured, reason)
SELECT c.id, r.name, r.step, CASE WHEN r.step = min(r.step) OVER () THEN 'pending' ELSE 'waiting' END,
    r.approver_id, CASE WHEN r.approver_id IS NULL THEN r.role_id END,
    COALESCE(u.name, CASE WHEN $4 AND g.name_zh <> '' THEN g.name_zh ELSE g.name END), $2, '', 1, $3, $3, $2,
    CASE WHEN $6 THEN $5 END, $7
FROM crm_contracts_contract c
JOIN crm_contracts_approval_rule r ON r.active
    AND (r.type_id IS NULL OR r.type_id = c.type_id)
    AND (r.minimum IS NULL OR CASE WHEN r.currency = c.currency THEN c.total + c.yearly >= r.minimum
        ELSE NOT EXISTS (SELECT FROM crm_contracts_approval_rule o
            WHERE o.active AND o.minimum IS NOT NULL AND o.currency = c.currency) END
        OR EXISTS (SELECT FROM crm_contracts_line l WHERE l.contract_id = c.id AND l.billing = 'usage'))
    AND (r.discount IS NULL OR r.discount <= (
        SELECT max(crm_contracts_discount(l.list_price, l.unit_price, l.discount)) FROM crm_contracts_line l
        WHERE l.contract_id = c.id))
    AND CASE WHEN $6 THEN r.discount IS NOT NULL ELSE r.discount IS NULL OR r.minimum IS NOT NULL
        OR r.type_id IS NOT NULL OR NOT EXISTS (SELECT FROM crm_contracts_approval a
            WHERE a.contract_id = c.id AND a.rule = r.name AND a.measured = $5 AND a.state = 'approved') END
LEFT JOIN guanxi_user u ON u.id = r.approver_id
JOIN guanxi_role g ON g.id = r.role_id
WHERE c.id = $1 ORDER BY r.step, r.id
RETURNING id
"""
"""A rule by value also asks where the value is not known: usage to come, a currency that no such rule is in.

$6: the rules by discount alone are asked, for the lines $5. What they approved for these lines is not asked again.
"""
_ASK_ROLE = """
INSERT INTO crm_contracts_approval (contract_id, rule, step, state, role_id, assigned_to, asked_by_id,
    comment, revision, created_at, updated_at, created_by_id, measured, reason)
SELECT $1, $8, 1, 'pending', g.id, CASE WHEN $4 AND g.name_zh <> '' THEN g.name_zh ELSE g.name END, $2,
    '', 1, $3, $3, $2, $5, $7
FROM guanxi_role g WHERE g.id = $6 RETURNING id
"""
_ACTING = """
SELECT $2::bigint AS id
UNION SELECT d.user_id FROM crm_contracts_delegation d JOIN guanxi_user u ON u.id = d.user_id AND u.active
WHERE d.delegate_id = $2 AND $3 BETWEEN d.from_on AND d.until_on
"""
"""$2 and whoever $2 stands in for on the day $3, with what they may themselves"""
_DECIDE = f"""
WITH acting AS ({_ACTING})
UPDATE crm_contracts_approval a SET state = $4, decided_by_id = $2, decided_at = $5, comment = $6,
    revision = revision + 1, updated_at = $5
WHERE a.contract_id = $1 AND a.state = 'pending' AND a.asked_by_id IS DISTINCT FROM $2 AND ($7
    OR EXISTS (SELECT FROM acting WHERE acting.id IS DISTINCT FROM a.asked_by_id AND (a.approver_id = acting.id
        OR a.role_id IN (SELECT r.role_id FROM guanxi_user_role r WHERE r.user_id = acting.id))))
RETURNING id, rule
"""  # noqa: S608
_GO_ON = """
WITH open AS (SELECT id, step, state FROM crm_contracts_approval
    WHERE contract_id = $1 AND state IN ('pending', 'waiting')),
next AS (UPDATE crm_contracts_approval a SET state = 'pending', revision = revision + 1, updated_at = $2
    WHERE a.id IN (SELECT id FROM open WHERE step = (SELECT min(step) FROM open))
    AND a.state = 'waiting' RETURNING a.id)
SELECT (SELECT count(*) FROM open) AS open, ARRAY(SELECT id FROM next) AS next
"""
_DROP = """
UPDATE crm_contracts_approval SET state = 'dropped', revision = revision + 1, updated_at = $2
WHERE contract_id = $1 AND state IN ('pending', 'waiting')
"""
_ASKED_BY = "SELECT asked_by_id FROM crm_contracts_approval WHERE contract_id = $1 ORDER BY id DESC LIMIT 1"
_TOLD = """
SELECT DISTINCT u.id, u.name, u.email, u.locale FROM crm_contracts_approval a
JOIN crm_contracts_approver v ON v.approval_id = a.id JOIN guanxi_user u ON u.id = v.user_id AND u.active
WHERE a.id = ANY($1) AND u.id IS DISTINCT FROM a.asked_by_id ORDER BY u.id
"""


async def ask(contract: Contract, *, discount: bool = False, reason: str = "") -> bool:
    """Whether any rule applies; those of the first step are told. `discount`: the rules by discount alone."""
    rows = await fetch(_ASK, *await _who_asks(contract), discount, reason)
    if rows:
        await _tell(contract, [row["id"] for row in rows], reason)
    return bool(rows)


async def ask_role(contract: Contract, role_id: int, rule: str, reason: str) -> None:
    """Ask any one user of a role for the discount, where no rule says who decides."""
    [row] = await fetch(_ASK_ROLE, *await _who_asks(contract), role_id, reason, rule)
    await _tell(contract, [row["id"]], reason)


async def _who_asks(contract: Contract) -> tuple[Any, ...]:
    chinese = current_company().locale == "zh_CN"
    return contract.id, current_actor().id, clock.now(), chinese, await measure(contract)


async def is_for_discount(contract: Contract) -> bool:
    """Whether the review that it is in is about its discount alone."""
    last = "SELECT measured IS NOT NULL FROM crm_contracts_approval WHERE contract_id = $1 ORDER BY id DESC LIMIT 1"
    return bool(await fetch_value(last, contract.id))


async def approve(contract: Contract, comment: str) -> bool:
    """Decide all that the current actor may at this step; whether nothing is left to decide.

    Raises Conflict where it is not the actor's turn.
    """
    await _decide(contract, ApprovalState.APPROVED, comment)
    [row] = await fetch(_GO_ON, contract.id, clock.now())
    if row["next"]:
        await _tell(contract, row["next"])
    return not row["open"]


async def reject(contract: Contract, comment: str) -> None:
    """One rejection is enough. Raises Conflict where it is not the actor's turn."""
    await _decide(contract, ApprovalState.REJECTED, comment)
    await drop(contract)
    await tell_back(contract, _("Your contract was rejected: {title}", title=contract.title), comment)


async def tell_back(contract: Contract, text: Text, detail: str = "") -> None:
    """What was decided, to the owner and to whoever handed it in."""
    people = {contract.owner_id, await fetch_value(_ASKED_BY, contract.id)} - {None, current_actor().id}
    await notify(sorted(people), "approval", text, href=_path(contract), detail=detail)


async def drop(contract: Contract) -> None:
    """Nothing is asked any more: the contract was taken back, rejected or declared void."""
    await execute(_DROP, contract.id, clock.now())


async def _decide(contract: Contract, state: ApprovalState, comment: str) -> None:
    actor, day = current_actor(), today()
    anyone = actor.has(ContractPermission.APPROVE_ALL)
    rows = await fetch(_DECIDE, contract.id, actor.id, day, state.value, clock.now(), comment, anyone)
    if not rows:
        raise Conflict(_("It is not your turn to decide on this contract, or you handed it in yourself."))
    entries = [AuditItem(row["id"], row["rule"], {"state": "pending"}, {"state": state.value}) for row in rows]
    await audit_many("update", RESOURCE, entries, reason=comment)


def _path(contract: Contract) -> str:
    return f"/crm_contracts/contracts/{contract.id}"


async def _tell(contract: Contract, approval_ids: list[int], reason: str = "") -> None:
    """By a notification and, where they have an address, by a mail that links to the contract."""
    people = await fetch(_TOLD, approval_ids)
    text = _("A contract waits for your approval: {title}", title=contract.title)
    await notify([person["id"] for person in people], "approval", text, href=_path(contract), detail=reason)
    for person in people:
        if person["email"]:
            await send_mail(
                person["email"],
                "crm_contracts/approval",
                {"name": person["name"], "title": contract.title, "link": f"{base_address()}{_path(contract)}"},
                locale=person["locale"] or current_company().locale,
                to_name=person["name"],
            )
