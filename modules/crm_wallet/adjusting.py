"""Corrections by hand. Somebody else has to agree, but for small amounts."""

from __future__ import annotations

from crm_wallet import ledger, queries
from crm_wallet.choices import AdjustmentState
from crm_wallet.errors import SecondPerson
from crm_wallet.models import Adjustment, Wallet
from crm_wallet.permissions import WalletPermission
from crm_wallet.settings import WalletSettings
from guanxi import (
    Conflict,
    InvalidInput,
    _,
    audit,
    author_id,
    clock,
    exponent,
    fetch_row,
    lock,
    may,
    notify,
    settings_of,
    show_money,
    transaction,
    users_with,
)

RESOURCE = "crm_wallet/adjustments"
_REQUEST = """
INSERT INTO crm_wallet_adjustment (revision, created_at, updated_at, created_by_id, wallet_id, currency, principal,
    bonus, reason, state, remark)
SELECT 1, $5, $5, $6, id, currency, $2, $3, $4, 'requested', '' FROM crm_wallet_wallet WHERE id = $1
ON CONFLICT (wallet_id) WHERE state = 'requested' DO NOTHING RETURNING id
"""
_DECIDE = """
UPDATE crm_wallet_adjustment SET state = $2, entry_id = $3, decided_by_id = $4, remark = $5, revision = revision + 1,
    updated_at = $6 WHERE id = $1 AND state = 'requested' RETURNING id
"""


async def request_adjustment(wallet: Wallet, principal: int, bonus: int, reason: str) -> tuple[int, bool]:
    """Propose a correction: its id, and whether that was booked at once.

    It is where the actor may approve and the amount needs no second person.
    """
    if principal == 0 and bonus == 0:
        raise InvalidInput({"principal": _("Enter an amount.")})
    for name, amount in (("principal", principal), ("bonus", bonus)):
        if abs(amount) > ledger.MAX_AMOUNT:
            raise InvalidInput({name: _("This amount is too large.")})
    async with transaction():
        row = await fetch_row(_REQUEST, wallet.id, principal, bonus, reason[:300], clock.now(), author_id())
        if row is None:
            raise Conflict(_("A correction of this waits for approval already."))
        adjustment = await lock(Adjustment, row["id"])
        after = {"principal": principal, "bonus": bonus}
        await audit("create", RESOURCE, adjustment.id, after=after, reason=reason)
        alone = may(WalletPermission.APPROVE) and await needs_nobody_else(adjustment)
        if alone:
            await approve(adjustment, "")
        else:
            await _tell(adjustment, wallet.number)
    return adjustment.id, alone


async def _tell(adjustment: Adjustment, number: str) -> None:
    """All who may approve it; not who proposed it."""
    amount = show_money(adjustment.principal + adjustment.bonus, adjustment.currency)
    text = _("A correction of stored value waits for your approval: {number}, {amount}", number=number, amount=amount)
    people = set(await users_with(WalletPermission.APPROVE)) - {adjustment.created_by_id}
    await notify(people, "approval", text, href=f"/{RESOURCE}/{adjustment.id}", detail=adjustment.reason)


async def needs_nobody_else(adjustment: Adjustment) -> bool:
    """Many small corrections are a large one."""
    limit = settings_of(WalletSettings).adjust_limit * 10 ** exponent(adjustment.currency)
    own = abs(adjustment.principal) + abs(adjustment.bonus)
    return bool(await queries.adjusted_alone(adjustment.wallet_id) + own <= limit)


async def approve(adjustment: Adjustment, remark: str) -> None:
    """Books it. Raises SecondPerson, NotEnough where less is there by now."""
    async with transaction():
        source = f"{ledger.OWN}adjustment:{adjustment.id}"
        entry = await ledger.adjust(
            adjustment.wallet_id, adjustment.principal, adjustment.bonus, source, adjustment.reason
        )  # from here on, the wallet is locked
        if adjustment.created_by_id == author_id() and not await needs_nobody_else(adjustment):
            raise SecondPerson()
        await _decide(adjustment, AdjustmentState.APPROVED, remark, entry["id"])


async def reject(adjustment: Adjustment, remark: str) -> None:
    async with transaction():
        await _decide(adjustment, AdjustmentState.REJECTED, remark, None)


async def _decide(adjustment: Adjustment, state: AdjustmentState, remark: str, entry_id: int | None) -> None:
    row = await fetch_row(
        *(_DECIDE, adjustment.id, state.value, entry_id, author_id(), remark[:300], clock.now()),
    )
    if row is None:
        raise Conflict(_("Somebody has decided on this already."))
    action = "approve" if state is AdjustmentState.APPROVED else "reject"
    await audit(action, RESOURCE, adjustment.id, after={"state": state.value}, reason=remark)
