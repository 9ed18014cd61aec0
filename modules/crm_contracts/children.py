"""The lines and installments of a contract that is about to change, as they are."""

from __future__ import annotations

from typing import Any

from guanxi import Change, fetch

Row = dict[str, Any]
LINES = "SELECT * FROM crm_contracts_line WHERE contract_id = $1 ORDER BY id"
INSTALLMENTS = "SELECT * FROM crm_contracts_installment WHERE contract_id = $1 ORDER BY id"


async def children(change: Change, sql: str) -> dict[int, Row]:
    """By id; none of a new contract."""
    if change.before is None:
        return {}
    return {row["id"]: dict(row) for row in await fetch(sql, change.before.id)}
