"""What of late interest and fees was not charged yet: one statement for what is asked, shown and charged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crm_collection.choices import ChargeKind
from crm_collection.due_sql import disputed, policy_sql
from crm_collection.interest import HISTORY, Owed, accrued_of, history_sql
from crm_receivables.services import NewLine, late_items_sql
from guanxi import Text, _, fetch, translate

_BEFORE = "(SELECT count(*) FROM crm_collection_charge g WHERE g.kind = '{kind}' AND g.{key})::int"
_CHARGEABLE = f"""
SELECT 'interest' AS kind, o.installment_id, o.invoice_id, o.number, o.currency, o.due_on, o.amount, p.daily_rate,
    NULL::bigint AS step_id, {_BEFORE.format(kind="interest", key="installment_id = o.installment_id")} AS before,
    {HISTORY}
FROM {late_items_sql()} o {policy_sql()} {history_sql()}
WHERE o.customer_id = $1 AND o.due_on < $2 AND o.due_on >= $3 AND p.daily_rate > 0 AND NOT {disputed()}
UNION ALL
SELECT 'fee', s.installment_id, NULL, s.number, s.currency, s.run_on, s.fee, NULL, s.id,
    {_BEFORE.format(kind="fee", key="step_id = s.id")}, NULL, NULL, NULL, NULL
FROM crm_collection_step s JOIN crm_collection_notice n ON n.id = s.notice_id
WHERE n.customer_id = $1 AND s.fee > 0 AND s.due_on >= $3 AND NOT EXISTS (
    SELECT FROM crm_collection_charge g WHERE g.step_id = s.id AND g.released_on IS NULL)
ORDER BY currency, kind DESC, due_on, installment_id, step_id
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Part:
    """Interest of an installment for the days after `starts_on` up to `ends_on`, or a fee. Minor units."""

    kind: ChargeKind
    installment_id: int
    invoice_id: int | None
    """that bears the interest"""
    number: str
    """of the installment"""
    currency: str
    starts_on: date
    ends_on: date
    days: int
    """with a balance; 1 for a fee"""
    daily_rate: Decimal | None
    """percent; None for a fee"""
    amount: int
    before: int
    """how many charges there were of the installment, or of the fee: no two that are made at once differ in it"""
    step_id: int | None = None

    @property
    def first_on(self) -> date:
        return self.starts_on + timedelta(days=1)

    def line(self, locale: str) -> NewLine:
        if self.kind is ChargeKind.INTEREST:
            text: Text = _("Late interest on {number}, {first} – {last}").format(
                number=self.number, first=self.first_on, last=self.ends_on
            )
        else:
            text = _("Dunning fee of {day}, {number}").format(day=self.ends_on, number=self.number)
        return NewLine(description=translate(text, locale), amount=self.amount)


async def chargeable(customer_id: int, until: date, due_since: date | None = None) -> list[Part]:
    """By currency, interest of the days up to and with `until`, the longest due first, then fees."""
    parts: list[Part] = []
    for row in await fetch(_CHARGEABLE, customer_id, until, due_since or date.min):
        parts += [_fee(row)] if row["kind"] == ChargeKind.FEE else _interest(row, until)
    return parts


def _interest(row: Any, until: date) -> list[Part]:
    owed = Owed(row["installment_id"], row["amount"], row["due_on"], row["daily_rate"])
    return [
        Part(
            ChargeKind.INTEREST,
            row["installment_id"],
            row["invoice_id"],
            row["number"],
            row["currency"],
            span.starts_on,
            span.ends_on,
            span.days,
            row["daily_rate"],
            span.amount,
            row["before"],
        )
        for span in accrued_of(owed, row, until).spans
    ]


def _fee(row: Any) -> Part:
    return Part(
        ChargeKind.FEE,
        row["installment_id"],
        None,
        row["number"],
        row["currency"],
        row["due_on"],
        row["due_on"],
        1,
        None,
        row["amount"],
        row["before"],
        row["step_id"],
    )
