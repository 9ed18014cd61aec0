"""What collection tells in a customer's timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_collection.choices import Channel, DisputeState, PromiseState
from crm_collection.permissions import CollectionPermission
from guanxi import Text, TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch, show_date, show_money

_MOVES = """
WITH move AS (
    SELECT id * 3 AS id, 'notices' AS what, id AS record_id, created_at AS at, created_by_id AS by_id, channel AS state,
        subject AS text, NULL::bigint AS amount, '' AS currency, run_on AS day
    FROM crm_collection_notice WHERE customer_id = ANY($1::bigint[])
    UNION ALL
    SELECT id * 3 + 1, 'promises', id, created_at, created_by_id, state, note, amount, currency, due_on
    FROM crm_collection_promise WHERE customer_id = ANY($1::bigint[])
    UNION ALL
    SELECT id * 3 + 2, 'disputes', id, created_at, created_by_id, state, reason, amount, currency, NULL
    FROM crm_collection_dispute WHERE customer_id = ANY($1::bigint[])
), shown AS (
    SELECT * FROM move WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
)
SELECT s.*, u.name AS by FROM shown s LEFT JOIN guanxi_user u ON u.id = s.by_id ORDER BY s.at DESC, s.id DESC
"""
_KINDS: Mapping[str, tuple[Text, str, Any]] = {
    "notices": (_("Dunning notice"), "mail", Channel),
    "promises": (_("Promise to pay"), "clock", PromiseState),
    "disputes": (_("Dispute"), "alert", DisputeState),
}


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_MOVES, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    title, icon, kind = _KINDS[row["what"]]
    state = kind(row["state"])
    parts = [str(state.label)]
    if row["amount"] is not None:
        parts.append(show_money(row["amount"], row["currency"]))
    if row["what"] == "promises":
        parts.append(show_date(row["day"]))
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=title,
        text=" · ".join(parts),
        note=row["text"],
        who=row["by"] or "",
        href=f"/crm_collection/{row['what']}/{row['record_id']}",
        icon=icon,
        tone=Tone.WARN if row["what"] == "notices" else state.tone,
    )


SOURCE = TimelineSource(
    name="collection",
    label=_("Collection"),
    access=CollectionPermission.READ,
    load=_load,
    icon="clock",
    order=45,
)
