"""SQL of aging as of a day: what is open now, with all that came after the day taken back.

A million open items are read once, from an index that holds all that is asked of them; of what was allocated later,
another index gives those only whose installment or payment was there on the day. The first argument is the day.
"""

from __future__ import annotations

from crm_contracts.services import contract_numbers_sql
from crm_core.services import Grouping, grouped_customers_sql
from crm_receivables.choices import AgingGroup

LATER = """
    SELECT installment_id, payment_id, invoiced_on, received_on,
        CASE WHEN reverses_id IS NULL THEN amount ELSE -amount END AS amount
    FROM crm_receivables_allocation WHERE effective_on > $1 AND least(invoiced_on, received_on) <= $1
"""
_OWED = (
    ("i.outstanding", "crm_receivables_installment i", "i.outstanding > 0 AND i.posted_on <= $1"),
    ("i.amount", "crm_receivables_installment i", "i.voided_on > $1 AND i.posted_on <= $1"),
    (
        "l.amount",
        "later l JOIN crm_receivables_installment i ON i.id = l.installment_id",
        "l.invoiced_on <= $1 AND (i.voided_on IS NULL OR i.voided_on > $1)",
    ),
)
"""What is open now, what was voided later, and what was allocated later: an amount, where it is, and when it counts."""
_REFUNDS = "crm_receivables_refund r JOIN crm_receivables_payment p ON p.id = r.payment_id"
_REVERSALS = "crm_receivables_reversal r JOIN crm_receivables_payment p ON p.id = r.payment_id"
_CREDIT = (
    ("p.on_account", "crm_receivables_payment p", "p.on_account > 0 AND p.received_on <= $1"),
    ("l.amount", "later l JOIN crm_receivables_payment p ON p.id = l.payment_id", "l.received_on <= $1"),
    ("r.amount", _REFUNDS, "r.refunded_on > $1 AND p.received_on <= $1"),
    ("r.amount", _REVERSALS, "r.reversed_on > $1 AND p.received_on <= $1"),
)
_AGES = {
    "current": "i.due_on >= $1",
    "days_30": "i.due_on BETWEEN $1::date - 30 AND $1::date - 1",
    "days_60": "i.due_on BETWEEN $1::date - 60 AND $1::date - 31",
    "days_90": "i.due_on BETWEEN $1::date - 90 AND $1::date - 61",
    "older": "i.due_on < $1::date - 90",
}
_ALL = (*_AGES, "credit", "outstanding")
_CUSTOMERS_BY: dict[AgingGroup, Grouping] = {AgingGroup.OWNER: "owner", AgingGroup.REGION: "region"}


def _sums(contract: str, customer: bool) -> str:
    """What each customer, or contract, owed and had on account in each currency, in some rows."""
    parts = []
    for amount, place, when in _OWED:
        invoices = "JOIN crm_receivables_invoice v ON v.id = i.invoice_id" if contract else ""
        ages = ", ".join(f"coalesce(sum({amount}) FILTER (WHERE {age}), 0)" for age in _AGES.values())
        parts.append(f"""
    SELECT i.customer_id, {contract or "NULL::bigint"} AS contract_id, i.currency, {ages}, 0, sum({amount})
    FROM {place} {invoices} WHERE {when} {"AND i.customer_id = $5" if customer else ""}
    GROUP BY i.customer_id, i.currency{", " + contract if contract else ""}""")  # noqa: S608
    for amount, place, when in _CREDIT:
        parts.append(f"""
    SELECT p.customer_id, NULL, p.currency, 0, 0, 0, 0, 0, -sum({amount}), -sum({amount})
    FROM {place} WHERE {when} {"AND p.customer_id = $5" if customer else ""} GROUP BY p.customer_id, p.currency""")  # noqa: S608
    return " UNION ALL ".join(parts)


def aging_sql(by: AgingGroup, customer: bool) -> str:
    """Sums by currency and group, who owes most first, $8 of them, and a row with `place` 0 for each currency.

    $2 to $4: the scope. $5 to $7: only this customer, owner, region. `customer`: there is a $5, worth an index.
    """
    contract, group, join = "", "c.group_id, c.group_name", ""
    if by is AgingGroup.CONTRACT:
        contract, group = "v.contract_id", "s.contract_id, k.number"
        join = f"LEFT JOIN {contract_numbers_sql()} k ON k.id = s.contract_id"
    customers = grouped_customers_sql(2, _CUSTOMERS_BY.get(by, "customer"))
    totals = ", ".join(f"sum({name})::bigint" for name in _ALL)
    return f"""
WITH later AS MATERIALIZED ({LATER}),
summed (customer_id, contract_id, currency, {", ".join(_ALL)}) AS ({_sums(contract, customer)}),
grouped (currency, group_id, group_name, {", ".join(_ALL)}) AS MATERIALIZED (
    SELECT s.currency, {group}, {totals}
    FROM summed s JOIN {customers} c ON c.id = s.customer_id {join}
    WHERE ($5::bigint IS NULL OR c.id = $5) AND ($6::bigint IS NULL OR c.owner_id = $6)
        AND ($7::bigint IS NULL OR c.region_id = $7)
    GROUP BY s.currency, {group}
    HAVING {" OR ".join(f"sum({name}) <> 0" for name in _ALL)}
), shown AS (
    SELECT *, row_number() OVER (ORDER BY currency, outstanding DESC, group_name, group_id) AS place FROM grouped
)
SELECT * FROM (SELECT * FROM shown ORDER BY place LIMIT $8) AS first
UNION ALL SELECT currency, count(*), '', {totals}, 0 FROM grouped GROUP BY currency
ORDER BY place, currency
"""  # noqa: S608


OPEN_PARTS = " UNION ALL ".join(
    f"SELECT i.id, {amount} AS amount FROM {place} WHERE {when}"  # noqa: S608
    for amount, place, when in _OWED
)
"""Installments and parts of what was open of them; with `later` before."""
CREDIT_PARTS = " UNION ALL ".join(
    f"SELECT p.customer_id, p.currency, {amount} AS amount FROM {place} WHERE {when}"  # noqa: S608
    for amount, place, when in _CREDIT
)
_ITEMS = " UNION ALL ".join(
    f"SELECT i.id, {amount} AS amount FROM {place} WHERE {when} AND i.customer_id = $2"  # noqa: S608
    for amount, place, when in _OWED
)
OPEN_AS_OF = f"""
WITH later AS MATERIALIZED ({LATER}), part AS (
    SELECT id, sum(amount)::bigint AS outstanding FROM ({_ITEMS}) AS each GROUP BY id HAVING sum(amount) <> 0
)
SELECT v.id, v.number, i.label, i.due_on, i.currency, i.amount, part.outstanding
FROM part JOIN crm_receivables_installment i ON i.id = part.id JOIN crm_receivables_invoice v ON v.id = i.invoice_id
ORDER BY i.due_on, i.id LIMIT $3 OFFSET $4
"""  # noqa: S608
"""The open installments of a customer, the longest due first."""
