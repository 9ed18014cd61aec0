"""Batches of gift cards: made in parts, their codes fetched once, by who had them made."""

from __future__ import annotations

import json

from crm_wallet.card_models import Batch
from crm_wallet.choices import BatchState
from crm_wallet.errors import CodesGone
from crm_wallet.gift_cards import check_value, make_cards
from guanxi import (
    Forbidden,
    NotFound,
    audit,
    clock,
    current_actor,
    decrypt_secret,
    encrypt_secret,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    transaction,
)

RESOURCE = "crm_wallet/batches"
PART = 500
_NEW = """
INSERT INTO crm_wallet_batch (revision, created_at, updated_at, created_by_id, name, currency, value, size, with_pin,
    state)
VALUES (1, $6, $6, $7, $1, $2, $3, $4, $5, 'running') RETURNING id
"""


async def new_batch(name: str, value: int, currency: str, size: int, *, with_pin: bool) -> int:
    """Its cards are made by a job. Raises OverCeiling."""
    check_value(value, currency)
    id: int = await fetch_value(_NEW, name, currency, value, size, with_pin, clock.now(), current_actor().id)
    await audit("create", RESOURCE, id, label=name, after={"value": value, "currency": currency, "size": size})
    return id


async def make_part(batch_id: int) -> int:
    """The next cards of a batch with their codes, encrypted; how many. In the caller's transaction."""
    batch = await fetch_row("SELECT * FROM crm_wallet_batch WHERE id = $1 FOR NO KEY UPDATE", batch_id)
    if batch is None or batch["state"] != BatchState.RUNNING.value:
        return 0
    first: int = await fetch_value(
        "SELECT coalesce(max(position), 0) + 1 FROM crm_wallet_card WHERE batch_id = $1", batch_id
    )
    positions = list(range(first, min(first + PART, batch["size"] + 1)))
    if positions:
        secrets = await make_cards(
            batch["value"],
            batch["currency"],
            positions,
            with_pin=batch["with_pin"],
            batch_id=batch_id,
            author_id=batch["created_by_id"],
        )
        lines = [[each.number, each.code, each.pin] for each in sorted(secrets, key=lambda each: each.position or 0)]
        sealed = await encrypt_secret(json.dumps(lines).encode())
        await execute("INSERT INTO crm_wallet_sheet (batch_id, sealed) VALUES ($1, $2)", batch_id, sealed)
    if first + len(positions) > batch["size"]:
        await _set_state(batch_id, BatchState.READY)
    return len(positions)


async def fetch_codes(batch_id: int) -> tuple[Batch, list[list[str]]]:
    """Number, code and PIN of each card, once: they are deleted. Raises CodesGone, Forbidden but for the maker."""
    async with transaction():
        row = await fetch_row("SELECT * FROM crm_wallet_batch WHERE id = $1 FOR NO KEY UPDATE", batch_id)
        if row is None:
            raise NotFound()
        batch = Batch._init_from_db(**row)
        if batch.created_by_id is None or batch.created_by_id != current_actor().id:
            raise Forbidden()
        if batch.state != BatchState.READY:
            raise CodesGone()
        sheets = await fetch("SELECT sealed FROM crm_wallet_sheet WHERE batch_id = $1 ORDER BY id", batch_id)
        lines = [line for sheet in sheets for line in json.loads(await decrypt_secret(sheet["sealed"]))]
        await execute("DELETE FROM crm_wallet_sheet WHERE batch_id = $1", batch_id)
        await _set_state(batch_id, BatchState.FETCHED)
        await audit("fetch_codes", RESOURCE, batch_id, label=batch.name, after={"cards": len(lines)})
    return batch, lines


async def _set_state(batch_id: int, state: BatchState) -> None:
    await execute(
        "UPDATE crm_wallet_batch SET state = $2, revision = revision + 1, updated_at = $3 WHERE id = $1",
        batch_id,
        state.value,
        clock.now(),
    )
