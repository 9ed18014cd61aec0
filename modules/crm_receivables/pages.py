"""The aging page: by customer, owner or region, down to the open installments of a customer; as a table or as CSV."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from crm_receivables.aging import BUCKETS, MOST, Aging, AgingFilter, aging, open_as_of
from crm_receivables.choices import AgingGroup
from crm_receivables.permissions import ReceivablesPermission
from guanxi import InvalidInput, Page, Text, _, attachment, plain_amount, read_day, read_id, render, today, write_csv

LABELS: dict[str, Text] = {
    "current": _("Not due"),
    "days_30": _("1–30 days"),
    "days_60": _("31–60 days"),
    "days_90": _("61–90 days"),
    "older": _("Over 90 days"),
    "credit": _("On account"),
    "outstanding": _("Outstanding"),
}
FILTERS = (AgingGroup.CUSTOMER, AgingGroup.OWNER, AgingGroup.REGION)
AT_ONCE = 200
"""rows of the page"""


def _id(params: QueryParams, name: str) -> int | None:
    text = params.get(name)
    if not text:
        return None
    if not (id := read_id(text)):
        raise InvalidInput({name: _("There is no such record.")})
    return id


def _by(text: str | None) -> AgingGroup:
    try:
        return AgingGroup(text or AgingGroup.CUSTOMER)
    except ValueError as error:
        raise InvalidInput({"by": _("Choose one of the values.")}) from error


async def _page(request: Request) -> Response:
    params = request.query_params
    day, by = read_day(params.get("as_of"), today(), "as_of"), _by(params.get("by"))
    only = AgingFilter(_id(params, "customer"), _id(params, "owner"), _id(params, "region"))
    if params.get("format") == "csv":
        return _csv(await aging(day, by=by, only=only))
    found = await aging(day, by=by, only=only, limit=AT_ONCE)
    parts, offset = [], read_id(params.get("from", ""))
    if only.customer is not None and found.rows:
        parts = await open_as_of(day, only.customer, AT_ONCE + 1, offset)

    def link(**changes: Any) -> str:
        """This page with other choices."""
        chosen: dict[str, Any] = {
            "as_of": str(day),
            "by": by.value,
            **{name: getattr(only, name) for name in FILTERS},
            **changes,
        }
        return "?" + urlencode({name: value for name, value in chosen.items() if value is not None})

    return render(
        request,
        "crm_receivables/aging.html",
        found=found,
        labels=LABELS,
        groups=AgingGroup,
        filters=FILTERS,
        only=only,
        one=found.rows[0].name if only.customer is not None and found.rows else "",
        link=link,
        parts=parts[:AT_ONCE],
        next=offset + AT_ONCE if len(parts) > AT_ONCE else None,
        more=sum(total.count for total in found.totals) > len(found.rows),
        today=today(),
    )


def _csv(found: Aging) -> Response:
    """Raises InvalidInput where it would not be all."""
    if sum(total.count for total in found.totals) > len(found.rows):
        raise InvalidInput(message=_("At most {number} rows at once; narrow the choice.", number=MOST))
    head = [str(_("Currency")), str(found.by.label), *(str(label) for label in LABELS.values())]
    rows = [
        [row.currency, row.name, *(plain_amount(getattr(row, name), row.currency) for name in BUCKETS)]
        for row in found.rows
    ]
    headers = {"Content-Disposition": attachment(f"aging-{found.as_of}.csv")}
    return Response(write_csv([head, *rows]), headers=headers, media_type="text/csv; charset=utf-8")


AGING_PAGE = Page(path="/crm_receivables/aging", handler=_page, access=ReceivablesPermission.READ)
