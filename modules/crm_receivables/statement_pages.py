"""The page of a customer's statement of account, its PDF, and its endpoint."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts.services import DocumentLanguage
from crm_core.services import CustomerSummary, customer_summary, visible_customer
from crm_receivables.account_statement import SUMS, AccountStatement, account_statement, currencies_of
from crm_receivables.aging import aging
from crm_receivables.mailing import first_values, send_statement
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.statement_document import build_statement
from guanxi import (
    Call,
    Endpoint,
    Field,
    InvalidInput,
    Kind,
    NotFound,
    Page,
    _,
    current_actor,
    current_company,
    form_of,
    go_to,
    inline,
    limit,
    may,
    read_day,
    read_id,
    render,
    render_pdf,
    require,
    today,
)

SHOWN = 50
"""customers to choose from at once"""
PER_MINUTE = 30
"""documents of one user"""
_LANGUAGES = ("zh_CN", "en", "both")


async def _customer(customer_id: int) -> CustomerSummary:
    """Whose receivables the actor may see. Raises NotFound."""
    if not may(ReceivablesPermission.SEE_ALL):
        return await visible_customer(customer_id)
    found = await customer_summary(customer_id)
    if found is None:
        raise NotFound()
    return found


async def _page(request: Request) -> Response:
    params = request.query_params
    if not params.get("customer") and request.method == "GET":
        return await _choose(request)
    customer = await _customer(read_id(params.get("customer", "")))
    currencies = await currencies_of(customer.id) or [current_company().currency]
    currency = params.get("currency") or currencies[0]
    if currency not in currencies:
        raise InvalidInput({"currency": _("Choose one of the values.")})
    until = read_day(params.get("until"), today(), "until")
    since = read_day(params.get("since"), until.replace(month=1, day=1), "since")
    if request.method == "POST":
        return await _send(request, customer.id, currency, since, until)
    found = await account_statement(customer.id, currency, since, until)
    if language := params.get("pdf"):
        return await _pdf(found, language)
    return render(
        request,
        "crm_receivables/statement.html",
        found=found,
        sums=SUMS,
        customer=customer,
        currencies=currencies,
        languages=list(DocumentLanguage),
        proposed=await first_values(customer.id),
        may_send=may(ReceivablesPermission.ISSUE),
    )


async def _choose(request: Request) -> Response:
    """Whose statement: those who owe most, or any by name, which without the script is looked for in the list."""
    if typed := request.query_params.get("customer.text", "").strip():
        return go_to(request, "/crm_core/customers?" + urlencode({"q": typed[:100]}))
    found = await aging(limit=SHOWN)
    return render(request, "crm_receivables/statements.html", rows=found.rows)


async def _send(request: Request, customer_id: int, currency: str, since: date, until: date) -> Response:
    require(ReceivablesPermission.ISSUE)
    form = await form_of(request)
    values = {name: form.get(name, "").strip() for name in ("to", "copy_to", "language", "message")}
    if values["language"] not in {each.value for each in DocumentLanguage}:
        raise InvalidInput({"language": _("Choose one of the values.")})
    await _limited()
    outcome = await send_statement(customer_id, currency, since, until, values)
    asked = urlencode({"customer": customer_id, "currency": currency, "since": since, "until": until})
    return go_to(request, f"/crm_receivables/statement?{asked}", outcome.message)


async def _limited() -> None:
    await limit(f"statement:{current_actor().id}", PER_MINUTE)


async def _pdf(found: AccountStatement, language: str) -> Response:
    if language not in _LANGUAGES:
        raise InvalidInput({"pdf": _("Choose one of the values.")})
    await _limited()
    content = await render_pdf(await build_statement(found, language))
    name = f"statement-{found.customer_id}-{found.since}-{found.until}.pdf"
    headers = {"Content-Disposition": inline(name), "Cache-Control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


async def _endpoint(call: Call[Any]) -> AccountStatement:
    customer = await _customer(call.query["customer"])
    return await account_statement(customer.id, call.query["currency"], call.query["since"], call.query["until"])


STATEMENT_PAGE = Page(
    path="/crm_receivables/statement", handler=_page, access=ReceivablesPermission.READ, methods=("GET", "POST")
)
ENDPOINT = Endpoint(
    path="/statement",
    method="GET",
    handler=_endpoint,
    access=ReceivablesPermission.READ,
    summary=_("A customer's statement of account"),
    output=AccountStatement,
    query=(
        Field("customer", _("Customer"), kind=Kind.INTEGER, minimum=1, required=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, required=True),
        Field("since", _("From", "day"), kind=Kind.DATE, required=True),
        Field("until", _("Until", "day"), kind=Kind.DATE, required=True),
    ),
)
