"""The company's seal (公章): which one goes on a contract that is signed, and who may change it."""

from __future__ import annotations

from hashlib import sha256

from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from guanxi import (
    audit,
    clean_picture,
    clock,
    current_actor,
    fetch_row,
    fetch_value,
    require,
    store_file,
    transaction,
)

KEY = "crm_contracts/seal"
"""files below this key belong to no resource: nobody can download them"""


async def current_seal() -> int | None:
    """What is signed now gets this one."""
    found: int | None = await fetch_value(
        "SELECT id FROM crm_contracts_seal WHERE removed_at IS NULL ORDER BY id DESC LIMIT 1"
    )
    return found


async def seal_hash(id: int | None) -> str:
    """Empty without a seal."""
    return await fetch_value("SELECT sha256 FROM crm_contracts_seal WHERE id = $1", id) or ""


async def seal_of(contract: Contract) -> str:
    """The hash of the picture on a signed contract; empty where there is none."""
    return await seal_hash(contract.seal_id) if contract.seal_id and contract.signed_on else ""


async def save_seal(content: bytes) -> None:
    """Raises Forbidden, InvalidInput where it is no picture, PayloadTooLarge."""
    require(ContractPermission.SEAL)
    picture = await clean_picture(content)
    async with transaction():
        await _take_away()
        row = await fetch_row(
            "INSERT INTO crm_contracts_seal (sha256, created_at, created_by_id) VALUES ($1, $2, $3) RETURNING id",
            sha256(picture).hexdigest(),
            clock.now(),
            current_actor().id,
        )
        assert row is not None
        await store_file(KEY, row["id"], "seal.png", picture)


async def remove_seal() -> None:
    """What is signed from now on has none. Raises Forbidden."""
    require(ContractPermission.SEAL)
    async with transaction():
        await _take_away()


async def _take_away() -> None:
    row = await fetch_row(
        "UPDATE crm_contracts_seal SET removed_at = $1 WHERE removed_at IS NULL RETURNING id", clock.now()
    )
    if row is not None:
        await audit("remove", KEY, row["id"])
