"""What tax invoices tell in a customer's timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.tax_invoice_choices import TaxInvoiceKind
from guanxi import TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch, show_money

_DRAWN = """
SELECT t.id, t.created_at AS at, t.number, t.kind, t.total, t.issued_on, t.remark, u.name AS by
FROM crm_receivables_tax_invoice t LEFT JOIN guanxi_user u ON u.id = t.created_by_id
WHERE t.customer_id = ANY($1::bigint[]) AND (t.created_at, t.id) < ($2, $3)
ORDER BY t.created_at DESC, t.id DESC LIMIT $4
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_DRAWN, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    red = row["total"] < 0
    kind = str(TaxInvoiceKind(row["kind"]).label)
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Red letter noted") if red else _("Tax invoice noted", "timeline"),
        text=" · ".join((row["number"], show_money(row["total"], "CNY"), kind)),
        note=row["remark"],
        who=row["by"] or "",
        href=f"/crm_receivables/tax_invoices/{row['id']}",
        icon="file",
        tone=Tone.WARN if red else Tone.INFO,
        on=row["issued_on"],
    )


SOURCE = TimelineSource(
    name="tax-invoices",
    label=_("Tax invoices"),
    access=ReceivablesPermission.READ,
    load=_load,
    icon="file",
    order=42,
)
