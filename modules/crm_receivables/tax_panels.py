"""What each tax rate comes to, on the forms of invoices and credit notes; of drafts also what has no tax."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.printing import tax_by_rate
from guanxi import Figure, Kind, Panel, PanelData, Table, Tone, _, current_locale, fetch, format_money

_OF_INVOICE = """
SELECT v.currency, v.state = 'draft' AS draft, l.tax_rate, sum(l.amount)::bigint AS amount, sum(l.tax)::bigint AS tax,
    count(*) AS number
FROM crm_receivables_line l JOIN crm_receivables_invoice v ON v.id = l.invoice_id
WHERE v.id = $1 GROUP BY v.id, l.tax_rate
"""
_OF_NOTE = """
SELECT n.currency, false AS draft, l.tax_rate, sum(l.amount)::bigint AS amount, sum(l.tax)::bigint AS tax,
    count(*) AS number
FROM crm_receivables_credit_line l JOIN crm_receivables_credit_note n ON n.id = l.note_id
WHERE n.id = $1 GROUP BY n.id, l.tax_rate
"""


def _load(sql: str) -> Callable[[int], Awaitable[PanelData]]:
    async def load(id: int) -> PanelData:
        rows = await fetch(sql, id)
        return _data(rows) if rows else PanelData()

    return load


def _data(rows: Sequence[Any]) -> PanelData:
    currency, locale = rows[0]["currency"], current_locale()
    untaxed = sum(row["number"] for row in rows if row["draft"] and not row["tax_rate"] and row["amount"])
    warning = [Figure(_("Lines without tax"), str(untaxed), Tone.WARN)] if untaxed else []
    by_rate = tax_by_rate(rows, lambda amount: format_money(amount, currency, locale))
    return PanelData(
        figures=warning,
        table=Table(
            columns=(_("Tax, %"), _("Without tax"), _("Tax"), _("With tax")),
            rows=[tuple(part.values()) for part in by_rate],
            kinds=(Kind.TEXT, Kind.MONEY, Kind.MONEY, Kind.MONEY),
        ),
    )


def _panel(sql: str) -> Panel:
    return Panel(
        name="tax_by_rate", title=_("Tax by rate"), access=ReceivablesPermission.READ, load=_load(sql), order=5
    )


PANEL, CREDIT_PANEL = _panel(_OF_INVOICE), _panel(_OF_NOTE)
