"""What online payment holds about a person: why money was given back, what was found out; amounts stay."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_receivables.services import invoices_of_customer
from guanxi import Choice, Field, Kind, _, clock, execute, fetch


class _Kind(Choice):
    REFUND = "refund", _("Refund")
    PROBLEM = "problem", _("To be looked at")


_LOAD = """
SELECT 'refund' AS kind, r.created_at::date AS day, r.currency, r.amount, r.reason AS note
FROM crm_pay_refund r JOIN crm_pay_attempt t ON t.id = r.attempt_id WHERE t.invoice_id = ANY($1::bigint[])
UNION ALL SELECT 'problem', p.created_at::date, NULL, NULL, concat_ws(' · ', nullif(p.detail, ''), nullif(p.remark, ''))
FROM crm_pay_problem p JOIN crm_pay_attempt t ON t.id = p.attempt_id WHERE t.invoice_id = ANY($1::bigint[])
ORDER BY day, kind
"""
_ERASE = (
    """
    UPDATE crm_pay_refund r SET reason = '', detail = '', revision = r.revision + 1, updated_at = $2
    FROM crm_pay_attempt t WHERE t.id = r.attempt_id AND t.invoice_id = ANY($1::bigint[])
    """,
    """
    UPDATE crm_pay_problem p SET detail = '', remark = '', revision = p.revision + 1, updated_at = $2
    FROM crm_pay_attempt t WHERE t.id = p.attempt_id AND t.invoice_id = ANY($1::bigint[])
    """,
)


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, await invoices_of_customer(customer_id))]


async def _erase(customer_id: int) -> None:
    invoices = await invoices_of_customer(customer_id)
    for statement in _ERASE:
        await execute(statement, invoices, clock.now())


PERSONAL = PersonalData(
    name="online_payment",
    title=_("Online payment"),
    load=_load,
    erase=_erase,
    order=47,
    fields=(
        Field("kind", _("Kind"), choices=_Kind),
        Field("day", _("Date"), kind=Kind.DATE),
        Field("currency", _("Currency")),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency"),
        Field("note", _("Text")),
    ),
)
