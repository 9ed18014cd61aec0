"""Late interest and fees on an invoice: each day of an installment, and each fee, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from crm_collection.choices import ChargeKind
from crm_collection.due_sql import disputed, policy_sql
from crm_collection.interest import Accrued, Owed, accrued
from crm_core.services import customer_summary, visible_customer
from crm_receivables.services import NewInstallment, NewInvoice, NewLine, open_items_sql, post_invoices
from guanxi import (
    Conflict,
    Text,
    _,
    author_id,
    clock,
    execute,
    fetch,
    refusing,
    today,
    transaction,
    translate,
)

TERM_DAYS = 10
"""to pay an invoice over late interest"""
LATE = f"""
SELECT o.installment_id, o.number, o.customer_id, o.currency, o.due_on, o.amount, p.daily_rate
FROM {open_items_sql()} o {policy_sql()}
WHERE o.customer_id = ANY($1::bigint[]) AND o.due_on < $2 AND p.daily_rate > 0 AND NOT {disputed()}
ORDER BY o.customer_id, o.currency, o.due_on, o.installment_id
"""  # noqa: S608
_FEES = """
SELECT s.id AS step_id, s.installment_id, s.number, s.run_on, s.currency, s.fee
FROM crm_collection_step s JOIN crm_collection_notice n ON n.id = s.notice_id
WHERE n.customer_id = $1 AND s.fee > 0 AND NOT EXISTS (SELECT FROM crm_collection_charge g WHERE g.step_id = s.id)
ORDER BY s.currency, s.id
"""
_INSERT = """
INSERT INTO crm_collection_charge (kind, installment_id, starts_on, ends_on, step_id, amount, currency, invoice_id,
    created_at, created_by_id)
SELECT kind, installment_id, starts_on, ends_on, step_id, amount, currency, $7, $8, $9
FROM unnest($1::text[], $2::bigint[], $3::date[], $4::date[], $5::bigint[], $6::bigint[], $10::text[])
    AS new (kind, installment_id, starts_on, ends_on, step_id, amount, currency)
"""


@dataclass(frozen=True, slots=True)
class Part:
    kind: ChargeKind
    installment_id: int
    number: str
    currency: str
    starts_on: date
    ends_on: date
    amount: int
    step_id: int | None = None

    def line(self, locale: str) -> NewLine:
        if self.kind is ChargeKind.INTEREST:
            text: Text = _("Late interest on {number}, {first} – {last}").format(
                number=self.number, first=self.starts_on + timedelta(days=1), last=self.ends_on
            )
        else:
            text = _("Dunning fee of {day}, {number}").format(day=self.ends_on, number=self.number)
        return NewLine(description=translate(text, locale), amount=self.amount)


async def charge_customer(customer_id: int) -> list[int]:
    """Posts an invoice for each currency over late interest up to yesterday and fees not charged yet; their ids.

    Today's balance is not over. Raises NotFound, and Conflict where there is nothing to charge.
    """
    await visible_customer(customer_id)
    customer = await customer_summary(customer_id)
    locale = "en" if customer is not None and customer.locale == "en" else "zh_CN"
    async with transaction():
        parts = sorted(await _parts(customer_id), key=lambda part: part.currency)
        if not parts:
            raise Conflict(_("There is nothing to charge."))
        return [
            await _post(customer_id, currency, list(found), locale)
            for currency, found in groupby(parts, key=lambda part: part.currency)
        ]


async def _parts(customer_id: int) -> list[Part]:
    rows = await fetch(LATE, [customer_id], today())
    found = await accrued(owed(rows), today() - timedelta(days=1))
    parts = [_interest(row, found[row["installment_id"]]) for row in rows if found[row["installment_id"]].amount > 0]
    return [*parts, *(_fee(row) for row in await fetch(_FEES, customer_id))]


def owed(rows: list[Any]) -> list[Owed]:
    return [Owed(row["installment_id"], row["amount"], row["due_on"], row["daily_rate"]) for row in rows]


def _interest(row: Any, late: Accrued) -> Part:
    kind = ChargeKind.INTEREST
    return Part(kind, row["installment_id"], row["number"], row["currency"], late.starts_on, late.ends_on, late.amount)


def _fee(row: Any) -> Part:
    kind, day = ChargeKind.FEE, row["run_on"]
    return Part(kind, row["installment_id"], row["number"], row["currency"], day, day, row["fee"], row["step_id"])


@refusing
async def _post(customer_id: int, currency: str, parts: list[Part], locale: str) -> int:
    """Raises Conflict or InvalidInput where another charge of the same came first."""
    lines = tuple(part.line(locale) for part in parts)
    total = sum(part.amount for part in parts)
    first = parts[0]
    invoice = NewInvoice(
        customer_id=customer_id,
        currency=currency,
        posted_on=today(),
        lines=lines,
        installments=(NewInstallment(due_on=today() + timedelta(days=TERM_DAYS), amount=total),),
        source=f"late:{first.kind}:{first.step_id or first.installment_id}:{first.starts_on}",
    )
    (id,) = await post_invoices([invoice])
    if id is None:
        raise Conflict(_("This was charged already."))
    await execute(
        _INSERT,
        [part.kind.value for part in parts],
        [part.installment_id for part in parts],
        [part.starts_on for part in parts],
        [part.ends_on for part in parts],
        [part.step_id for part in parts],
        [part.amount for part in parts],
        id,
        clock.now(),
        author_id(),
        [part.currency for part in parts],
    )
    return id
