"""Doubles that somebody reported, for those who may merge them (CUST-02: 如有重复立即上报修改)."""

from __future__ import annotations

from typing import Any

from crm_core.choices import RequestState
from crm_core.duplicates import find_duplicates
from crm_core.merging_models import MergeRequest
from crm_core.models import Customer
from guanxi import (
    Conflict,
    Outcome,
    Text,
    _,
    audit,
    author_id,
    clock,
    current_actor,
    elevated,
    fetch,
    fetch_value,
    notify,
)

KEY = "crm_core/merge-requests"
_LIKELY = 70
"""percent of confidence from which on what looks alike is taken for what was meant"""


async def report(customer: Customer, other_id: int | None, note: str) -> int:
    """The id of the request: a new one, or the open one about the same two.

    Where no other customer is named, the surest double is taken, which whoever reports it may not see.
    """
    if other_id == customer.id:
        raise Conflict(_("Choose two different customers."))
    other_id = other_id or await _surest(customer)
    existing = await fetch_value(
        "SELECT id FROM crm_core_merge_request WHERE state = 'open' AND ((customer_id = $1 AND"
        " other_id IS NOT DISTINCT FROM $2) OR (customer_id = $2 AND other_id = $1)) ORDER BY id LIMIT 1",
        customer.id,
        other_id,
    )
    if existing is not None:
        return int(existing)
    now = clock.now()
    id = int(
        await fetch_value(
            "INSERT INTO crm_core_merge_request (customer_id, other_id, note, state, answer, reporter_id, revision,"
            " created_at, updated_at, created_by_id, name) VALUES ($1, $2, $3, 'open', '', $4, 1, $5, $5, $4, $6)"
            " RETURNING id",
            customer.id,
            other_id,
            note[:500],
            author_id(),
            now,
            customer.name,
        )
    )
    await audit("create", KEY, id, label=customer.name, after={"customer": customer.id, "note": note[:500]})
    return id


async def _surest(customer: Customer) -> int | None:
    with elevated():
        found = await find_duplicates(
            name=customer.name,
            phones=(customer.phone, customer.mobile),
            email=customer.email,
            tax_number=customer.tax_number,
            kind=customer.kind,
            country=customer.country,
            besides=customer.id,
        )
    return found[0].id if found and found[0].confidence >= _LIKELY else None


async def reject(request: MergeRequest, values: dict[str, Any]) -> Outcome:
    await _decide([request.id], RequestState.REJECTED, values["reason"])
    title = _("“{name}” was not merged: {reason}", name=request.name, reason=values["reason"])
    await _tell(request.reporter_id, title, request.customer_id)
    return Outcome(_("The report was rejected."))


async def settle(survivor_id: int, loser_id: int) -> None:
    """The two were merged: open reports of them are answered."""
    rows = await fetch(
        "SELECT id, reporter_id, customer_id, name FROM crm_core_merge_request WHERE state = 'open'"
        " AND ((customer_id = $1 AND other_id = $2) OR (customer_id = $2 AND other_id = $1)) ORDER BY id FOR UPDATE",
        survivor_id,
        loser_id,
    )
    if rows:
        await _decide([row["id"] for row in rows], RequestState.MERGED, "")
        for row in rows:
            title = _("The double of “{name}” that you reported was merged.", name=row["name"])
            await _tell(row["reporter_id"], title, row["customer_id"])


async def reopen(survivor_id: int, loser_id: int) -> None:
    """The merge was undone: the reports that it answered are open again."""
    rows = await fetch(
        "UPDATE crm_core_merge_request SET state = 'open', decided_by_id = NULL, decided_at = NULL,"
        " revision = revision + 1, updated_at = $3 WHERE state = 'merged'"
        " AND ((customer_id = $1 AND other_id = $2) OR (customer_id = $2 AND other_id = $1))"
        " RETURNING id, reporter_id, customer_id, name",
        survivor_id,
        loser_id,
        clock.now(),
    )
    for row in rows:
        await audit("update", KEY, row["id"], before={"state": "merged"}, after={"state": "open"})
        title = _("The merge of “{name}” that you asked for was undone.", name=row["name"])
        await _tell(row["reporter_id"], title, row["customer_id"])


async def _decide(ids: list[int], state: RequestState, answer: str) -> None:
    await fetch(
        "UPDATE crm_core_merge_request SET state = $2, answer = $3, decided_by_id = $4, decided_at = $5,"
        " revision = revision + 1, updated_at = $5 WHERE id = ANY($1::bigint[]) AND state = 'open' RETURNING id",
        ids,
        state.value,
        answer[:500],
        author_id(),
        clock.now(),
    )
    for id in ids:
        await audit("update", KEY, id, before={"state": "open"}, after={"state": state.value}, reason=answer)


async def _tell(reporter_id: int | None, title: Text, customer_id: int) -> None:
    if reporter_id is not None and reporter_id != current_actor().id:
        await notify([reporter_id], "merge", title, href=f"/crm_core/customers/{customer_id}")
