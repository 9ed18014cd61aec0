"""Credit notes: they take back part or all of a posted invoice, line by line, and settle what is open of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from crm_core.services import deals_changed
from crm_receivables import credit_sql
from crm_receivables.allocating import settle_invoice
from crm_receivables.choices import Direction, EntryKind
from crm_receivables.errors import OverCredited
from crm_receivables.events import InvoiceTakenBack
from crm_receivables.open_days import refuse_closed
from crm_receivables.posting import refuse_future
from guanxi import (
    InvalidInput,
    _,
    allocate,
    audit,
    author_id,
    clock,
    execute,
    fetch,
    fetch_row,
    next_number,
    publish,
    round_half_away,
    today,
    transaction,
)

SERIES = "crm_receivables.credit_notes"
NUMBER = "CN-{year}-{number:06}"
RESOURCE = "crm_receivables/credit_notes"
Amounts = Mapping[int, int]
"""what to credit of each line of the invoice: {line id: minor units, tax included}"""


async def credit_invoice(
    invoice_id: int, amounts: int | Amounts | None = None, *, reason: str, on: date | None = None
) -> int:
    """A credit note over these lines, over an amount spread over all lines, or over all that is left; its id.

    It settles what is open of the invoice, the longest due first; the rest is on the customer's account. Credited in
    any parts and any order, an invoice comes to exactly its total and its tax. Raises OverCredited.
    """
    day, now = on or today(), clock.now()
    refuse_future(day, "posted_on")
    async with transaction():
        await refuse_closed(day, "posted_on")
        invoice = await fetch_row(credit_sql.LOCK_INVOICE, invoice_id)
        if invoice is None:
            raise OverCredited()
        if day < invoice["posted_on"]:
            raise InvalidInput({"posted_on": _("This is before the invoice.")})
        parts = _parts(await fetch(credit_sql.LINES_LEFT, invoice_id), amounts)
        total, tax = (sum(part[n] for part in parts) for n in (1, 2))
        credited = await fetch_row(credit_sql.CREDIT_INVOICE, invoice_id, total, now)
        if credited is None:
            raise OverCredited()
        number = await next_number(SERIES, day.year, NUMBER)
        credit = await give_credit(invoice_id, Direction.NOTE, total, day, number)
        await book_credit(credit, EntryKind.CREDIT_NOTE, {"revenue": total - tax, "tax": tax})
        note = await fetch_row(
            *(credit_sql.INSERT_NOTE, invoice_id, number, credit, day, total, tax, reason[:300], now, author_id()),
            *([part[n] for part in parts] for n in range(3)),
        )
        assert note is not None
        note_id: int = note["id"]
        await settle_invoice(credit, invoice_id, total, day)
        said = {"invoice": invoice["number"], "total": total, "tax": tax}
        await audit("create", RESOURCE, note_id, label=number, after=said, reason=reason)
        await deals_changed([invoice["customer_id"]])
        if credited["taken_back"]:
            await publish(InvoiceTakenBack(invoice_id))
    return note_id


async def give_credit(invoice_id: int, kind: Direction, amount: int, day: date, reference: str = "") -> int:
    """The customer's credit of a credit note or write-off: the id of a payment without money."""
    row = await fetch_row(
        *(credit_sql.INSERT_CREDIT, invoice_id, kind.value, reference, day, amount, clock.now(), author_id())
    )
    assert row is not None
    id: int = row["id"]
    return id


async def book_credit(credit: int, kind: EntryKind, debits: Mapping[str, int]) -> None:
    await execute(
        *(credit_sql.BOOK_CREDIT, credit, kind.value, [*debits], [*debits.values()], clock.now(), author_id())
    )


def _parts(lines: Sequence[Any], amounts: int | Amounts | None) -> list[tuple[int, int, int]]:
    """Line, amount and tax of each part. Raises OverCredited, InvalidInput."""
    left = {line["id"]: line["amount"] - line["credited"] for line in lines}
    wanted = dict(amounts) if isinstance(amounts, Mapping) else _spread(left, amounts)
    if any(amount <= 0 for amount in wanted.values()):
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    if not wanted or any(amount > left.get(id, 0) for id, amount in wanted.items()):
        raise OverCredited()
    credited = [line for line in lines if line["id"] in wanted]
    taxes = _taxes(credited, wanted)
    return [(line["id"], wanted[line["id"]], tax) for line, tax in zip(credited, taxes, strict=True)]


def _spread(left: Mapping[int, int], amount: int | None) -> dict[int, int]:
    """An amount over what is left of the lines, in proportion; all that is left for None."""
    whole = sum(left.values())
    if amount is None:
        amount = whole
    if amount > whole or not whole:
        raise OverCredited()
    shares = allocate(amount, list(left.values()))
    if amount <= 0:
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    return {id: share for id, share in zip(left, shares, strict=True) if share}


def _taxes(lines: Sequence[Any], wanted: Amounts) -> list[int]:
    """What the credited part of each line's tax grows by: all parts of a line together are exactly its tax (A5).

    What rounding leaves of a line is handed to the next one of its rate, so that many lines are not off by more than
    one (EN 16931, BR-CO-17).
    """
    left: dict[Decimal, Fraction] = defaultdict(Fraction)
    taxes = []
    for line in lines:
        amount, rate = wanted[line["id"]], line["tax_rate"]
        open_tax = line["tax"] - line["credited_tax"]
        exact = Fraction(line["tax"] * (line["credited"] + amount), line["amount"]) - line["credited_tax"]
        sought = exact + left[rate]
        least = max(0, open_tax - (line["amount"] - line["credited"] - amount))
        tax = max(least, min(amount, open_tax, round_half_away(sought.numerator, sought.denominator)))
        left[rate] += exact - tax
        taxes.append(tax)
    return taxes
