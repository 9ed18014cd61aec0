"""Contracts that go on by themselves: at the end of a term the next one comes into force, unsigned, exactly once."""

from __future__ import annotations

import logging
import secrets
from datetime import date
from typing import Any

from crm_contracts import numbers
from crm_contracts.choices import ContractState, RenewalReason
from crm_contracts.models import Contract
from crm_contracts.parties import current_parties
from crm_contracts.renewal_models import RenewalProblem
from crm_contracts.renewing import next_term
from crm_contracts.revising import revision_of
from crm_contracts.signing import bind
from crm_contracts.states import AGREED, RUNNING, values
from crm_contracts.steps import move
from guanxi import (
    Job,
    Outcome,
    Run,
    _,
    clock,
    elevated,
    execute,
    fetch,
    fetch_value,
    get,
    lock,
    notify,
    today,
    transaction,
)

log = logging.getLogger(__name__)

_BATCH = 500
_DUE = """
SELECT c.id FROM crm_contracts_contract c
WHERE c.renewal = 'automatic' AND c.ends_on < $1 AND c.terminated_on IS NULL AND c.state = ANY($2::text[])
    AND NOT EXISTS (SELECT FROM crm_contracts_contract n WHERE n.renews_id = c.id AND n.state = ANY($3::text[]))
"""
_NEXT_DUE = f"{_DUE} AND c.id > $4 ORDER BY c.id LIMIT $5"
_IS_DUE = f"SELECT EXISTS ({_DUE} AND c.id = $4)"
_DRAWN_UP = "SELECT EXISTS (SELECT FROM crm_contracts_contract WHERE renews_id = $1 AND state <> 'cancelled')"
_PAUSED = """
SELECT EXISTS (SELECT FROM crm_contracts_pause WHERE contract_id = $1 AND (ends_on > $2 OR ends_on IS NULL))
"""
_NOTE = """
INSERT INTO crm_contracts_renewal_problem (contract_id, title, due_on, reason, state, revision, created_at, updated_at)
SELECT id, title, ends_on + 1, $2, 'open', 1, $3, $3 FROM crm_contracts_contract WHERE id = $1
ON CONFLICT (contract_id) WHERE state = 'open' DO UPDATE SET
    reason = EXCLUDED.reason, due_on = EXCLUDED.due_on, updated_at = EXCLUDED.updated_at,
    revision = crm_contracts_renewal_problem.revision + 1
WHERE (crm_contracts_renewal_problem.reason, crm_contracts_renewal_problem.due_on)
    IS DISTINCT FROM (EXCLUDED.reason, EXCLUDED.due_on)
"""
_CLEAR = f"""
UPDATE crm_contracts_renewal_problem p SET state = 'cleared', revision = p.revision + 1, updated_at = $4
WHERE p.state = 'open' AND NOT EXISTS ({_DUE} AND c.id = p.contract_id)
"""  # noqa: S608
"""Renewed, ended, signed by hand: whatever made it wait is no concern any more."""


def _due_arguments() -> tuple[date, list[str], list[str]]:
    return today(), values(RUNNING), values(AGREED)


async def renew(contract_id: int) -> RenewalReason | None:
    """Put the next term in force if it is due; why not, where it has to wait. All or nothing."""
    try:
        async with transaction():
            with elevated():
                contract = await lock(Contract, contract_id)
            if not await fetch_value(_IS_DUE, *_due_arguments(), contract_id):
                return None
            reason = await _renew(contract)
    except Exception:  # whatever one contract stumbles over, the others go on
        log.exception("contract %d could not be renewed", contract_id)
        reason = RenewalReason.FAILED
    if reason is not None:
        await execute(_NOTE, contract_id, reason.value, clock.now())
    return reason


async def _renew(contract: Contract) -> RenewalReason | None:
    if await fetch_value(_DRAWN_UP, contract.id):
        return RenewalReason.DRAFT
    if await fetch_value(_PAUSED, contract.id, contract.ends_on):
        return RenewalReason.PAUSED
    revision = await revision_of(contract)
    if isinstance(revision, RenewalReason):
        return revision
    made = await next_term(contract, revision.numerator, revision.denominator, index_month=revision.month)
    await _put_in_force(made, contract)
    await move(contract, ContractState.RENEWED)
    if contract.owner_id is not None:
        text = _("A contract went on by itself: {title}", title=contract.title)
        await notify([contract.owner_id], "contract", text, href=f"/crm_contracts/contracts/{made.id}")
    return None


async def _put_in_force(made: Contract, before: Contract) -> None:
    """Under the very texts of the contract before it, and without a signature of its own."""
    facts: dict[str, Any] = {
        "number": await numbers.give_number(made),
        "parties": await current_parties(made),
        "signed_on": made.starts_on,
        "renewed_unsigned": True,
        "document_version": 1,
        "verify_token": secrets.token_urlsafe(24),
        "template_version_id": before.template_version_id,
        "clause_versions": before.clause_versions,
    }
    await move(made, ContractState.ACTIVE, facts)
    with elevated():
        made = await get(Contract, made.id)
    assert made.starts_on is not None
    await bind(made, made.starts_on)


async def _renew_all(run: Run) -> None:
    """One after the other, each in a transaction of its own. A term that is over itself comes again as the next."""
    last = run.cursor or 0
    while rows := await fetch(_NEXT_DUE, *_due_arguments(), last, _BATCH):
        for row in rows:
            last = row["id"]
            async with run.step(cursor=last):
                await renew(last)
    async with run.step():
        await execute(_CLEAR, *_due_arguments(), clock.now())


async def try_again(problem: RenewalProblem, values: dict[str, Any]) -> Outcome:
    reason = await renew(problem.contract_id)
    await execute(_CLEAR, *_due_arguments(), clock.now())
    return Outcome(_("The contract goes on.") if reason is None else reason.label)


async def lock_contract(problem_id: int) -> None:
    """Before its problem, as the nightly run does."""
    await execute(
        "SELECT FROM crm_contracts_contract WHERE id = (SELECT contract_id FROM crm_contracts_renewal_problem"
        " WHERE id = $1) FOR UPDATE",
        problem_id,
    )


RENEW_CONTRACTS = Job(
    name="crm_contracts.renew_contracts",
    title=_("Renew contracts that go on by themselves"),
    run=_renew_all,
    steps=True,
    timeout=3600,
)
