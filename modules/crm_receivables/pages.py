"""The aging page: all customers, or one with the open installments; as a table or as CSV."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_receivables import queries
from crm_receivables.aging import BUCKETS, Aging, aging
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.posting import today
from guanxi import InvalidInput, Page, Text, _, attachment, fetch, plain_amount, render, write_csv

LABELS: dict[str, Text] = {
    "current": _("Not due"),
    "days_30": _("1–30 days"),
    "days_60": _("31–60 days"),
    "days_90": _("61–90 days"),
    "older": _("Over 90 days"),
    "credit": _("On account"),
    "outstanding": _("Outstanding"),
}


def _as_of(text: str | None) -> date:
    if not text:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput({"as_of": _("Enter a date such as 2026-01-31.")}) from error


def _customer(text: str | None) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 0 < len(text) < 19:
        raise InvalidInput({"customer": _("There is no such record.")})
    return int(text)


async def _page(request: Request) -> Response:
    params = request.query_params
    day, customer_id = _as_of(params.get("as_of")), _customer(params.get("customer"))
    found = await aging(day, customer_id)
    if params.get("format") == "csv":
        return _csv(found)
    parts: list[Any] = []
    name = ""
    if customer_id is not None and found.rows:
        name = found.rows[0].customer
        parts = await fetch(queries.OPEN_AS_OF, day, customer_id)
    return render(
        request,
        "crm_receivables/aging.html",
        found=found,
        labels=LABELS,
        customer_id=customer_id,
        customer=name,
        parts=parts,
        today=today(),
    )


def _csv(found: Aging) -> Response:
    head = [str(_("Currency")), str(_("Customer")), *(str(label) for label in LABELS.values())]
    rows = [
        [row.currency, row.customer, *(plain_amount(getattr(row, name), row.currency) for name in BUCKETS)]
        for row in found.rows
    ]
    headers = {"Content-Disposition": attachment(f"aging-{found.as_of}.csv")}
    return Response(write_csv([head, *rows]), headers=headers, media_type="text/csv; charset=utf-8")


AGING_PAGE = Page(path="/crm_receivables/aging", handler=_page, access=ReceivablesPermission.READ)
