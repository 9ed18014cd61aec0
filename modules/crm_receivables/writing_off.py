"""Writing off what will not be paid any more. Somebody else has to agree, but for small amounts."""

from __future__ import annotations

from crm_receivables import credit_sql
from crm_receivables.allocating import settle_invoice
from crm_receivables.choices import Direction, EntryKind, WriteOffState
from crm_receivables.credit_models import WriteOff
from crm_receivables.crediting import book_credit, give_credit
from crm_receivables.errors import NotOwed, SecondPerson
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.settings import ReceivablesSettings
from guanxi import (
    Conflict,
    InvalidInput,
    _,
    audit,
    author_id,
    clock,
    exponent,
    fetch_row,
    fetch_value,
    lock,
    may,
    settings_of,
    today,
    transaction,
)

RESOURCE = "crm_receivables/write_offs"


async def request_write_off(invoice_id: int, amount: int, reason: str) -> tuple[int, bool]:
    """Propose to write off part or all of what is open of an invoice: its id, and whether that was approved at once.

    It is where the actor may approve and the amount needs no second person. Raises NotOwed.
    """
    if amount <= 0:
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    async with transaction():
        row = await fetch_row(
            *(credit_sql.REQUEST_WRITE_OFF, invoice_id, amount, reason[:300], clock.now(), author_id())
        )
        if row is None:
            raise NotOwed()
        write_off = await lock(WriteOff, row["id"])
        await audit("create", RESOURCE, write_off.id, after={"amount": amount}, reason=reason)
        alone = may(ReceivablesPermission.APPROVE_WRITE_OFF) and await needs_nobody_else(write_off)
        if alone:
            await approve_write_off(write_off, "")
    return write_off.id, alone


async def needs_nobody_else(write_off: WriteOff) -> bool:
    """The limit is the invoice's: many small write-offs of it are a large one."""
    limit = settings_of(ReceivablesSettings).write_off_limit * 10 ** exponent(write_off.currency)
    alone: int = await fetch_value(credit_sql.WRITTEN_OFF_ALONE, write_off.invoice_id)
    return bool(alone + write_off.amount <= limit)


async def approve_write_off(write_off: WriteOff, remark: str) -> None:
    """Books the loss and settles the invoice. Raises SecondPerson, NotOwed where less is open by now."""
    if write_off.created_by_id == author_id() and not await needs_nobody_else(write_off):
        raise SecondPerson()
    async with transaction():
        day = today()
        credit = await give_credit(write_off.invoice_id, Direction.LOSS, write_off.amount, day)
        await _decide(write_off, WriteOffState.APPROVED, remark, credit)
        await book_credit(credit, EntryKind.WRITE_OFF, {"bad_debt": write_off.amount})
        if await settle_invoice(credit, write_off.invoice_id, write_off.amount, day) < write_off.amount:
            raise NotOwed()


async def reject_write_off(write_off: WriteOff, remark: str) -> None:
    await _decide(write_off, WriteOffState.REJECTED, remark, None)


async def _decide(write_off: WriteOff, state: WriteOffState, remark: str, credit: int | None) -> None:
    async with transaction():
        row = await fetch_row(
            *(credit_sql.DECIDE_WRITE_OFF, write_off.id, state.value, credit, author_id(), today()),
            *(remark[:300], clock.now()),
        )
        if row is None:
            raise Conflict(_("Somebody has decided on this already."))
        action = "approve" if state is WriteOffState.APPROVED else "reject"
        await audit(action, RESOURCE, write_off.id, after={"state": state.value}, reason=remark)
