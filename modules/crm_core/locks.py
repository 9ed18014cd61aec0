"""Waiting for each other, so that two people never register one customer at the same moment."""

from __future__ import annotations

from guanxi import execute

_CUSTOMERS = 0x6378_0001


async def one_by_one(*keys: str) -> None:
    """Until the transaction ends nobody else registers one of these names or numbers, and no import writes."""
    await execute("SELECT pg_advisory_xact_lock_shared($1)", _CUSTOMERS)
    for key in sorted(f"crm_core {part}" for part in {*keys} if part):
        await execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", key)


async def in_bulk() -> None:
    """Until the transaction ends nobody else registers a customer at all."""
    await execute("SELECT pg_advisory_xact_lock($1)", _CUSTOMERS)


async def customer(id: int) -> None:
    """Until the transaction ends nobody else follows up this customer, changes its team or hands it over."""
    await execute("SELECT 1 FROM crm_core_customer WHERE id = $1 FOR NO KEY UPDATE", id)
