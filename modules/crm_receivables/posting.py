"""Posting invoices: any number of them in a constant number of statements, in the caller's transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import msgspec

from crm_core.services import deals_changed
from crm_receivables import queries
from crm_receivables.events import InvoicesPosted, PostedInvoice
from crm_receivables.open_days import refuse_closed
from crm_receivables.parties import seller_now
from guanxi import (
    AuditItem,
    Conflict,
    InvalidInput,
    _,
    audit_many,
    author_id,
    clock,
    execute,
    fetch,
    next_numbers,
    publish,
    today,
    transaction,
)

SERIES = "crm_receivables.invoices"
NUMBER = "INV-{year}-{number:06}"
RESOURCE = "crm_receivables/invoices"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    description: str
    amount: int
    """tax included"""
    tax: int = 0
    tax_rate: Decimal = Decimal(0)
    contract_line_id: int | None = None
    period_start: date | None = None
    period_end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInstallment:
    due_on: date
    amount: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvoice:
    """Lines and installments both sum to the total; an invoice over nothing has no installment."""

    customer_id: int
    currency: str
    posted_on: date
    lines: tuple[NewLine, ...]
    installments: tuple[NewInstallment, ...]
    contract_id: int | None = None
    reference: str | None = None
    source: str | None = None

    @property
    def total(self) -> int:
        return sum(line.amount for line in self.lines)

    @property
    def tax(self) -> int:
        return sum(line.tax for line in self.lines)


@dataclass(frozen=True, slots=True)
class Draft:
    """An invoice that is there with its lines, about to be posted."""

    id: int
    posted_on: date
    installments: tuple[NewInstallment, ...]


def refuse_future(day: date, field: str) -> None:
    if day > today():
        raise InvalidInput({field: _("This is in the future.")})


async def post_invoices(invoices: Sequence[NewInvoice], *, settled: bool = False) -> list[int | None]:
    """Ids in the order of `invoices`; None where one with this reference or source was there already.

    `settled`: the caller settles them in the same transaction, and nobody else is told.

    Raises InvalidInput where sums or dates do not fit together.
    """
    if not invoices:
        return []
    _check(invoices)
    async with transaction():
        rows = await fetch(queries.NEW_INVOICE_IDS, len(invoices))
        ids = [row["id"] for row in rows]
        made = await _insert_drafts(ids, invoices)
        fresh = [(id, invoice) for id, invoice in zip(ids, invoices, strict=True) if id in made]
        if fresh:
            await _insert_lines(fresh)
            drafts = [Draft(id, invoice.posted_on, invoice.installments) for id, invoice in fresh]
            await post_drafts(drafts, settled=settled)
    return [id if id in made else None for id in ids]


def _check(invoices: Sequence[NewInvoice]) -> None:
    latest = today()
    for invoice in invoices:
        if sum(part.amount for part in invoice.installments) != invoice.total:
            raise InvalidInput(message=_("The installments do not sum to the invoice."))
        if invoice.posted_on > latest:
            raise InvalidInput({"posted_on": _("This is in the future.")})


async def _insert_drafts(ids: list[int], invoices: Sequence[NewInvoice]) -> set[int]:
    rows = await fetch(
        queries.INSERT_INVOICES,
        ids,
        [invoice.customer_id for invoice in invoices],
        [invoice.contract_id for invoice in invoices],
        [invoice.currency for invoice in invoices],
        [invoice.total for invoice in invoices],
        [invoice.tax for invoice in invoices],
        [invoice.reference for invoice in invoices],
        [invoice.source for invoice in invoices],
        clock.now(),
        author_id(),
    )
    return {row["id"] for row in rows}


async def _insert_lines(fresh: list[tuple[int, NewInvoice]]) -> None:
    lines = [(id, line) for id, invoice in fresh for line in invoice.lines]
    await execute(
        queries.INSERT_LINES,
        [id for id, _line in lines],
        [line.description for _id, line in lines],
        [line.amount for _id, line in lines],
        [line.tax for _id, line in lines],
        [line.tax_rate for _id, line in lines],
        [line.contract_line_id for _id, line in lines],
        [line.period_start for _id, line in lines],
        [line.period_end for _id, line in lines],
    )


async def post_drafts(drafts: Sequence[Draft], *, settled: bool = False) -> None:
    """Number the drafts, book them, close them to changes and publish InvoicesPosted.

    Raises Conflict where one is none any more, InvalidInput for a day of a closed month.

    Numbers are taken year after year, so that two batches never wait for each other in a ring.
    """
    await refuse_closed(min(draft.posted_on for draft in drafts), "posted_on")
    numbers: dict[int, list[int]] = {}
    for year, count in sorted(Counter(draft.posted_on.year for draft in drafts).items()):
        numbers[year] = list(reversed(await next_numbers(SERIES, year, count)))
    given = [NUMBER.format(year=draft.posted_on.year, number=numbers[draft.posted_on.year].pop()) for draft in drafts]
    ids, now = [draft.id for draft in drafts], clock.now()
    await _insert_installments(drafts, given)
    days, seller = [draft.posted_on for draft in drafts], msgspec.to_builtins(seller_now())
    rows = await fetch(queries.POST_INVOICES, ids, given, days, today(), now, seller)
    if len(rows) != len(drafts):
        raise Conflict(_("The invoice is not a draft any more."))
    await execute(queries.BOOK_INVOICES, ids, now, author_id())
    entries = [
        AuditItem(row["id"], row["number"], after={"number": row["number"], "total": row["total"]}) for row in rows
    ]
    await audit_many("post", RESOURCE, entries)
    await deals_changed([row["customer_id"] for row in rows])
    if not settled:
        posted = [PostedInvoice(r["id"], r["customer_id"], r["currency"], r["total"], r["posted_on"]) for r in rows]
        await publish(InvoicesPosted(tuple(sorted(posted, key=lambda each: each.invoice_id))))


async def _insert_installments(drafts: Sequence[Draft], numbers: Sequence[str]) -> None:
    parts = [
        (draft.id, f"{number}/{index}", part, draft.posted_on)
        for draft, number in zip(drafts, numbers, strict=True)
        for index, part in enumerate(draft.installments, 1)
    ]
    await execute(
        queries.INSERT_INSTALLMENTS,
        [id for id, _number, _part, _day in parts],
        [number for _id, number, _part, _day in parts],
        [part.label[:100] for _id, _number, part, _day in parts],
        [part.due_on for _id, _number, part, _day in parts],
        [part.amount for _id, _number, part, _day in parts],
        clock.now(),
        author_id(),
        [day for _id, _number, _part, day in parts],
    )
