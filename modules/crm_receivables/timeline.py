"""What invoices and payments tell in a customer's timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_receivables.choices import PaymentMethod
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Text, TimelineEvent, TimelineMark, TimelineSource, Tone, _, current_company, fetch, show_money

_MOVES = """
WITH move AS (
    SELECT e.id * 2 AS id, e.kind AS what, e.created_at AS noted_at, e.posted_on AS day, e.created_by_id AS by_id,
        v.id AS record_id, v.number, v.total AS amount, v.currency, '' AS method, '' AS note
    FROM crm_receivables_invoice v JOIN crm_receivables_entry e ON e.invoice_id = v.id
    WHERE v.customer_id = ANY($1::bigint[]) AND v.state <> 'draft' AND e.kind IN ('invoice', 'void')
    UNION ALL
    SELECT e.id * 2, 'reversed ' || p.direction, e.created_at, e.posted_on, e.created_by_id, coalesce(n.id, w.id, p.id),
        coalesce(n.number, w.number, p.number), p.amount, p.currency, '', r.reason
    FROM crm_receivables_payment p JOIN crm_receivables_reversal r ON r.payment_id = p.id
    JOIN crm_receivables_entry e ON e.id = r.entry_id
    LEFT JOIN crm_receivables_credit_note n ON n.payment_id = p.id
    LEFT JOIN crm_receivables_write_off w ON w.payment_id = p.id
    WHERE p.customer_id = ANY($1::bigint[]) AND p.reversed > 0
    UNION ALL
    SELECT p.id * 2 + 1, p.direction, p.created_at, p.received_on, p.created_by_id, coalesce(n.id, w.id, p.id),
        coalesce(n.number, w.number, p.number), p.amount, p.currency, p.method, coalesce(n.reason, w.reason, p.note)
    FROM crm_receivables_payment p
    LEFT JOIN crm_receivables_credit_note n ON n.payment_id = p.id
    LEFT JOIN crm_receivables_write_off w ON w.payment_id = p.id
    WHERE p.customer_id = ANY($1::bigint[])
), dated AS (
    SELECT *, LEAST(noted_at, (day + 1)::timestamp AT TIME ZONE $5 - interval '1 microsecond') AS at FROM move
), shown AS (
    SELECT * FROM dated WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
)
SELECT s.*, u.name AS by FROM shown s LEFT JOIN guanxi_user u ON u.id = s.by_id ORDER BY s.at DESC, s.id DESC
"""
"""A move that was noted on a later day than it is of, such as an imported one, stands at the end of its own day.

Credit notes and write-offs go by their own numbers, not by that of the credit that they gave.
"""
_KINDS: Mapping[str, tuple[Text, str, Tone, str]] = {
    "invoice": (_("Invoice posted"), "file", Tone.INFO, "invoices"),
    "void": (_("Invoice voided"), "close", Tone.BAD, "invoices"),
    "in": (_("Payment received"), "money", Tone.OK, "payments"),
    "out": (_("Payment refunded"), "retry", Tone.WARN, "payments"),
    "note": (_("Credit note given"), "file", Tone.WARN, "credit_notes"),
    "loss": (_("Written off"), "close", Tone.BAD, "write_offs"),
    "reversed in": (_("Payment reversed"), "close", Tone.BAD, "payments"),
    "reversed note": (_("Credit note reversed"), "close", Tone.BAD, "credit_notes"),
    "reversed loss": (_("Write-off reversed"), "close", Tone.WARN, "write_offs"),
}


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_MOVES, list(customer_ids), mark.at, mark.id, limit, current_company().zone.key)
    return [_event(row) for row in rows]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    title, icon, tone, resource = _KINDS[row["what"]]
    method = str(PaymentMethod(row["method"]).label) if row["method"] else ""
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=title,
        text=" · ".join(filter(None, (row["number"], show_money(row["amount"], row["currency"]), method))),
        note=row["note"],
        who=row["by"] or "",
        href=f"/crm_receivables/{resource}/{row['record_id']}",
        icon=icon,
        tone=tone,
        on=row["day"] if row["at"] != row["noted_at"] else None,
    )


SOURCE = TimelineSource(
    name="receivables",
    label=_("Invoices and payments"),
    access=ReceivablesPermission.READ,
    load=_load,
    icon="money",
    order=40,
)
