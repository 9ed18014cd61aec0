"""The screen on which people match: open lines on one side, what the chosen one may pay on the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_bank import queries
from crm_bank.candidates import SHOWN, Candidate
from crm_bank.choices import Category, LineState
from crm_bank.confirming import Match, confirm, match_paid_out, reopen, set_aside
from crm_bank.finding import find_candidates
from crm_bank.permissions import BankPermission
from crm_bank.scope import scope_of_candidates
from crm_core.services import visible_customer
from crm_receivables.services import OpenItem, oldest_first, open_items, typed_amounts
from guanxi import (
    Conflict,
    InvalidInput,
    ListQuery,
    MarkId,
    NotFound,
    Page,
    Text,
    _,
    current_company,
    fetch,
    fetch_value,
    form_of,
    go_to,
    page,
    plain_amount,
    read_id,
    read_mark,
    render,
    show_money,
    write_mark,
)

PATH = "/crm_bank/match"
_LINES, _CUSTOMERS, _ITEMS = 20, 8, 40
_START = (date(1, 1, 1), 0)
_SAID = {
    Category.FEES: ("手续费", "服务费", "工本费", "管理费", "FEE", "CHARGE", "GEBÜHR", "KONTOFÜHRUNG"),
    Category.INTEREST: ("利息", "结息", "INTEREST", "ZINS"),
}
"""words that banks use, which say what a line is"""


@dataclass(slots=True)
class Work:
    """What the page shows."""

    lines: list[Any]
    open_count: int
    line: Any | None = None
    proposals: list[Candidate] = field(default_factory=list)
    items: list[OpenItem] = field(default_factory=list)
    """of the customer that was chosen"""
    customer: Any | None = None
    names: dict[int, Any] = field(default_factory=dict)
    refunds: list[Any] = field(default_factory=list)
    found: list[Any] = field(default_factory=list)
    """customers that the search found"""
    search: str = ""
    next_mark: str = ""
    category: Category = Category.OTHER

    def beside(self, step: int) -> int | None:
        """The id of the line before or after the chosen one."""
        ids = [line["id"] for line in self.lines]
        if self.line is None or self.line["id"] not in ids:
            return None
        at = ids.index(self.line["id"]) + step
        return ids[at] if 0 <= at < len(ids) else None


async def work_page(request: Request) -> Response:
    error: InvalidInput | Conflict | None = None
    if request.method == "POST":
        form = await form_of(request)
        line_id = read_id(form.get("line", ""))
        try:
            message = await _settle(line_id, form)
            target = _address(form.get("account", ""), read_id(form.get("next", "")))
            return go_to(request, target, message, undo=f"{PATH}/{line_id}/undo")
        except (InvalidInput, Conflict) as wrong:
            error = wrong
            params = {"line": str(line_id), **{name: form.get(name, "") for name in ("account", "customer")}}
    else:
        params = dict(request.query_params)
    work = await _work(params)
    status = error.status if error is not None else 200
    return render(
        request,
        "crm_bank/match.html",
        status=status,
        work=work,
        problem=None if error is None else _said(error),
        shares=_shares(work),
        proposed=lambda candidate: _proposed(candidate, work),
        categories=[each for each in Category if each is not Category.NONE],
        account=params.get("account", ""),
        after=params.get("after", ""),
    )


def _said(error: InvalidInput | Conflict) -> Text:
    fields = error.fields if isinstance(error, InvalidInput) else {}
    return next(iter(fields.values()), error.text)


def _proposed(candidate: Candidate, work: Work) -> list[tuple[Any, ...]]:
    """(number, due on, installment, outstanding, amount as one would type it)"""
    return [
        (item.number, item.due_on, item.id, item.outstanding, plain_amount(amount, item.currency))
        for item, amount in candidate.portions
    ]


def _shares(work: Work) -> list[tuple[Any, ...]]:
    """The same of all that the chosen customer owes, the longest due first as far as the money goes."""
    shares = oldest_first([item.outstanding for item in work.items], work.line["amount"] if work.line else 0)
    return [
        (
            item.number,
            item.due_on,
            item.installment_id,
            item.outstanding,
            plain_amount(share, item.currency) * bool(share),
        )
        for item, share in zip(work.items, shares, strict=True)
    ]


def _address(account: str, line_id: int) -> str:
    parts = [f"account={account}"] * account.isdigit() + [f"line={line_id}"] * bool(line_id)
    return PATH + ("?" + "&".join(parts) if parts else "")


async def _settle(line_id: int, form: Mapping[str, str]) -> Text:
    match form.get("do"):
        case "confirm":
            return await _confirm(line_id, form)
        case "refund":
            await _check_refund(line_id, read_id(form.get("payment", "")))
            return _("Matched with the refund.")
        case "aside":
            category = form.get("category", "")
            if category not in {each.value for each in Category}:
                raise InvalidInput({"category": _("Choose what it is.")})
            await set_aside(line_id, Category(category))
            return _("Set aside.")
        case _:
            raise InvalidInput(message=_("Choose what to do with the line."))


async def _confirm(line_id: int, form: Mapping[str, str]) -> Text:
    customer = await visible_customer(read_id(form.get("customer", "")))
    (line,) = await _one(line_id)
    amounts = typed_amounts(form, line["currency"])
    await confirm(Match(line_id, customer.id, amounts))
    rest = line["amount"] - sum(amounts.values())
    if rest:
        return _("{name}: {amount} on account.", name=customer.name, amount=show_money(rest, line["currency"]))
    return _("Matched with {name}.", name=customer.name)


async def _check_refund(line_id: int, payment_id: int) -> None:
    (line,) = await _one(line_id)
    if payment_id not in {row["payment_id"] for row in await _refunds(line)}:
        raise NotFound()
    await match_paid_out(line_id, payment_id)


async def _one(line_id: int) -> list[Any]:
    rows = await fetch(queries.LINES_BY_ID, [line_id])
    if not rows:
        raise NotFound()
    return rows


async def _work(params: Mapping[str, str]) -> Work:
    account = read_id(params["account"]) if params.get("account") else None
    after: tuple[Any, ...] | None = read_mark(params["after"], tuple[date, MarkId]) if params.get("after") else None
    lines = await fetch(queries.WORK_LINES, account, *(after or _START), _LINES + 1)
    count = await fetch_value(queries.COUNT_OPEN, account)
    work = Work(lines[:_LINES], count, search=params.get("q", "").strip()[:200])
    if len(lines) > _LINES:
        work.next_mark = write_mark(work.lines[-1]["booked_on"], work.lines[-1]["id"])
    if params.get("line"):
        (work.line,) = await _one(read_id(params["line"]))
        if work.line["state"] != LineState.OPEN:
            work.line = None
    if work.line is None and work.lines:
        work.line = work.lines[0]
    if work.line is not None:
        await _propose(work, params)
    return work


async def _propose(work: Work, params: Mapping[str, str]) -> None:
    line = work.line
    assert line is not None
    work.category = _guessed(line)
    if line["amount"] <= 0:
        work.refunds = await _refunds(line)
        customers = {row["customer_id"] for row in work.refunds}
    elif params.get("customer"):
        work.customer = await visible_customer(read_id(params["customer"]))
        work.items = await open_items([work.customer.id], currency=line["currency"], limit=_ITEMS)
        customers = set()
    else:
        work.proposals = (await find_candidates([line], scope_of_candidates()))[line["id"]][:SHOWN]
        customers = {candidate.customer_id for candidate in work.proposals}
    work.names = {row["id"]: row for row in await fetch(queries.NAMES, sorted(customers))}
    work.proposals = [each for each in work.proposals if each.customer_id in work.names]
    if work.search and line["amount"] > 0:
        resource = current_company().catalog.resources["crm_core/customers"]
        work.found = (await page(resource, ListQuery(search=work.search, limit=_CUSTOMERS))).rows


async def _refunds(line: Any) -> list[Any]:
    """What was paid out to customers that the user may see."""
    rows = await fetch(queries.PAID_OUT, [line["id"]])
    scope = scope_of_candidates()
    if scope[0] is None:
        return rows
    seen = await fetch(queries.VISIBLE, [row["customer_id"] for row in rows], *scope)
    return [row for row in rows if row["customer_id"] in {each["id"] for each in seen}]


def _guessed(line: Any) -> Category:
    said = f"{line['text']} {line['name']}".upper()
    return next((each for each, words in _SAID.items() if any(word in said for word in words)), Category.OTHER)


async def undo_page(request: Request) -> Response:
    line_id = read_id(str(request.path_params["id"]))
    await reopen(line_id)
    return go_to(request, _address("", line_id), _("The line is open again."))


PAGES = (
    Page(path=PATH, handler=work_page, access=BankPermission.MATCH, methods=("GET", "POST")),
    Page(path=PATH + "/{id:int}/undo", handler=undo_page, access=BankPermission.MATCH, methods=("POST",)),
)
