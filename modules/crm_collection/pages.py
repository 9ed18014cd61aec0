"""The work list, and the preview of what the next run sends."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from crm_collection.permissions import CollectionPermission as P
from crm_collection.planning import Planned, next_customers, plan
from crm_collection.scope import scope_of_sql
from crm_collection.work import FORMULA, PAGE, WorkRow, next_step, work, work_totals
from crm_core.permissions import CorePermission
from guanxi import InvalidInput, Page, Text, _, current_company, may, plain_amount, read_day, render, today

_WINDOW, _SHOWN = 200, 100
_LATEST = 366


def _number(text: str | None, most: int = 2**62) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or int(text[:20]) > most:
        raise InvalidInput(message=_("There is no such page."))
    return int(text)


async def _work(request: Request) -> Response:
    params = request.query_params
    totals = await work_totals()
    codes = [total.currency for total in totals]
    given = params.get("currency", current_company().currency)
    drawn = given if given in codes or not codes else codes[0]
    page = _number(params.get("page"), 10_000)
    rows = await work(drawn, page * PAGE, PAGE + 1)
    return render(
        request,
        "crm_collection/work.html",
        rows=[(row, next_step(row), _buttons(row)) for row in rows[:PAGE]],
        total=next((total for total in totals if total.currency == drawn), None),
        codes=codes,
        drawn=drawn,
        page=page,
        more=len(rows) > PAGE,
        formula=FORMULA,
    )


def _buttons(row: WorkRow) -> list[tuple[Text, str]]:
    """What the reader may note about a customer."""
    customer = {"customer": row.customer_id}
    promise = {**customer, "currency": row.currency, "amount": plain_amount(row.overdue, row.currency)}
    made: list[tuple[Text, str]] = []
    if may(CorePermission.UPDATE):
        back = urlencode({"back": "/crm_collection/work"})
        made.append((_("Log contact"), f"/crm_core/customers/{row.customer_id}/actions/log_contact?{back}"))
    if may(P.WORK):
        made += [
            (_("Promise"), f"/crm_collection/promises/new?{urlencode(promise)}"),
            (_("Dispute"), f"/crm_collection/disputes/new?{urlencode({'installment': row.oldest_id})}"),
            (_("Block", "action"), f"/crm_collection/blocks/new?{urlencode(customer)}"),
        ]
    return made


def preview_day(text: str | None) -> date:
    """Tonight's run is tomorrow's first. Raises InvalidInput."""
    day = read_day(text, today() + timedelta(days=1), "on")
    if not today() <= day <= today() + timedelta(days=_LATEST):
        raise InvalidInput({"on": _("Enter a day from today on, within a year.")})
    return day


async def preview(day: date, after: int = 0) -> tuple[list[Planned], int | None]:
    """What the run of a day would send, as things stand, in the current actor's scope, and where more begins."""
    found: list[Planned] = []
    while len(found) < _SHOWN:
        customers = await next_customers(after, _WINDOW, scope_of_sql())
        if not customers:
            return found, None
        found += await plan(day, customers)
        after = customers[-1]
    return found, after


async def _preview(request: Request) -> Response:
    day = preview_day(request.query_params.get("on"))
    found, following = await preview(day, _number(request.query_params.get("after")))
    return render(
        request,
        "crm_collection/preview.html",
        found=found,
        day=day,
        first=today(),
        last=today() + timedelta(days=_LATEST),
        following=following,
        can_run=may(P.RUN),
    )


PAGES = (
    Page(path="/crm_collection/work", handler=_work, access=P.READ),
    Page(path="/crm_collection/preview", handler=_preview, access=P.READ),
)
