"""Late interest and fees on an invoice: each day of an installment, and each fee, once."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import groupby

from crm_collection import locks
from crm_collection.chargeable import Part, chargeable
from crm_collection.texts import sums
from crm_core.services import customer_summary, visible_customer
from crm_receivables.services import MAX_LINES, NewInstallment, NewInvoice, hold_invoices, post_invoices
from guanxi import (
    Conflict,
    Text,
    _,
    ask,
    author_id,
    clock,
    current_locale,
    execute,
    refusing,
    show_date,
    show_money,
    show_number,
    today,
    transaction,
)

TERM_DAYS = 10
"""to pay an invoice over late interest"""


async def charge_customer(customer_id: int, due_since: date | None = None, *, confirmed: bool = False) -> list[int]:
    """Posts an invoice for each currency over late interest up to yesterday and fees not charged yet; their ids.

    Today's balance is not over. `due_since`: nothing that was due before. Raises NotFound, Conflict where there is
    nothing to charge, and Unconfirmed, which names all that would be charged, until that was agreed to.
    """
    await visible_customer(customer_id)
    customer = await customer_summary(customer_id)
    locale = "en" if customer is not None and customer.locale == "en" else "zh_CN"
    async with transaction():
        found = await chargeable(customer_id, today() - timedelta(days=1), due_since)
        parts, left = _at_once(found)
        if not parts:
            raise Conflict(_("There is nothing to charge."))
        if not confirmed:
            ask(*question(customer.name if customer is not None else "", parts, left))
        await hold_invoices({part.invoice_id for part in parts if part.invoice_id is not None})
        return [
            await _post(customer_id, currency, list(same), locale)
            for currency, same in groupby(parts, key=lambda part: part.currency)
        ]


def _at_once(found: list[Part]) -> tuple[list[Part], int]:
    """What an invoice for each currency has room for, the longest due first, and how much waits for another one."""
    by_currency: dict[str, list[Part]] = defaultdict(list)
    for part in found:
        by_currency[part.currency].append(part)
    parts = [part for code in sorted(by_currency) for part in by_currency[code][:MAX_LINES]]
    return parts, len(found) - len(parts)


def question(customer: str, parts: list[Part], left: int) -> tuple[Text, list[tuple[Text, int]]]:
    """Whether to charge all of this: each part with how many days it is for, each fee as one."""
    total = sums([(part.currency, part.amount) for part in parts], current_locale())
    text = _("{customer} is charged {total}. Post the invoice?", customer=customer, total=total)
    if left:
        text = _(
            "{customer} is charged {total}. Lines left for another invoice: {left}. Post this one?",
            customer=customer,
            total=total,
            left=left,
        )
    return text, [(_said(customer, part), part.days) for part in parts]


def _said(customer: str, part: Part) -> Text:
    amount = show_money(part.amount, part.currency)
    if part.daily_rate is None:
        day = show_date(part.ends_on)
        return _(
            "{customer}, {number}: {amount}, fee of {day}; fees",
            customer=customer,
            number=part.number,
            amount=amount,
            day=day,
        )
    return _(
        "{customer}, {number}: {amount}, {first} – {last} at {rate} % a day; days",
        customer=customer,
        number=part.number,
        amount=amount,
        first=show_date(part.first_on),
        last=show_date(part.ends_on),
        rate=show_number(part.daily_rate),
    )


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
        source=f"late:{first.kind}:{first.step_id or first.installment_id}:{first.starts_on}:{first.before}",
    )
    (id,) = await post_invoices([invoice])
    if id is None:
        raise Conflict(_("This was charged already."))
    await execute(
        locks.INSERT_CHARGES,
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
