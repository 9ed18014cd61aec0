"""What stored value tells in a customer's timeline."""

from __future__ import annotations

from collections.abc import Sequence

from crm_wallet.choices import EntryKind
from crm_wallet.permissions import WalletPermission
from crm_wallet.texts import signed
from guanxi import TimelineEvent, TimelineMark, TimelineSource, _, fetch

_MOVES = """
SELECT e.id, e.at, e.kind, e.currency, e.principal, e.bonus, e.reason, e.actor, e.created_by_id
FROM crm_wallet_wallet w JOIN crm_wallet_entry e ON e.wallet_id = w.id
WHERE w.customer_id = ANY($1::bigint[]) AND (e.at, e.id) < ($2, $3) ORDER BY e.at DESC, e.id DESC LIMIT $4
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [
        TimelineEvent(
            at=row["at"],
            id=row["id"],
            title=_("Stored value: {kind}", kind=EntryKind(row["kind"]).label),
            text=" · ".join(filter(None, (signed(row["principal"] + row["bonus"], row["currency"]), row["reason"]))),
            who=row["actor"] if row["created_by_id"] is not None else "",
            href=f"/crm_wallet/entries/{row['id']}",
            icon="money",
            tone=EntryKind(row["kind"]).tone,
        )
        for row in await fetch(_MOVES, list(customer_ids), mark.at, mark.id, limit)
    ]


SOURCE = TimelineSource(
    name="wallet", label=_("Stored value"), access=WalletPermission.READ, load=_load, icon="money", order=55
)
