"""The journal page: what accounts came to over some days, and the files of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from crm_receivables.choices import Account
from crm_receivables.closing import last_month_end
from crm_receivables.journal import TrialBalance, trial_balance
from crm_receivables.journal_files import beancount, csv_rows
from crm_receivables.permissions import ReceivablesPermission
from guanxi import (
    Call,
    Endpoint,
    Field,
    InvalidInput,
    Kind,
    Page,
    _,
    attachment,
    audit,
    csv_chunks,
    current_actor,
    form_of,
    limit,
    read_day,
    render,
    transaction,
)

PER_MINUTE = 20
"""files of one user"""
RESOURCE = "crm_receivables/journal"
_PATH = f"/{RESOURCE}"


def _checked(since: date, until: date) -> tuple[date, date]:
    if since > until:
        raise InvalidInput({"until": _("This is before the first day.")})
    return since, until


async def _asked(params: Mapping[str, str]) -> TrialBalance:
    last = last_month_end()
    since = read_day(params.get("since"), last.replace(day=1), "since")
    return await trial_balance(*_checked(since, read_day(params.get("until"), last, "until")))


async def _page(request: Request) -> Response:
    balance = await _asked(request.query_params)
    labels = {account.value: account.label for account in Account}
    return render(request, "crm_receivables/journal.html", balance=balance, labels=labels)


async def _export(request: Request) -> Response:
    """The file, and a line in the audit log that it was given out."""
    form = await form_of(request)
    balance, kind = await _asked(form), form.get("format")
    if kind not in ("csv", "beancount"):
        raise InvalidInput({"format": _("Choose one of the values.")})
    await limit(f"journal:{current_actor().id}", PER_MINUTE)
    name = f"journal-{balance.since}-{balance.until}.{kind}"
    async with transaction():
        await audit("export", RESOURCE, None, label=name)
    headers = {"Content-Disposition": attachment(name), "Cache-Control": "no-store"}
    if kind == "csv":
        rows = csv_chunks(csv_rows(balance.since, balance.until))
        return StreamingResponse(rows, media_type="text/csv; charset=utf-8", headers=headers)
    return StreamingResponse(beancount(balance), media_type="text/plain; charset=utf-8", headers=headers)


async def _balance(call: Call[Any]) -> TrialBalance:
    return await trial_balance(*_checked(call.query["since"], call.query["until"]))


PAGES = (
    Page(path=_PATH, handler=_page, access=ReceivablesPermission.JOURNAL),
    Page(path=f"{_PATH}/export", handler=_export, access=ReceivablesPermission.JOURNAL, methods=("POST",)),
)
ENDPOINT = Endpoint(
    path="/journal",
    method="GET",
    handler=_balance,
    access=ReceivablesPermission.JOURNAL,
    summary=_("What the journal's accounts came to over some days"),
    output=TrialBalance,
    query=(
        Field("since", _("From", "day"), kind=Kind.DATE, required=True),
        Field("until", _("Until", "day"), kind=Kind.DATE, required=True),
    ),
)
