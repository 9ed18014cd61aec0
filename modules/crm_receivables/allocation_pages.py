"""Allocating a payment by hand: the customer's open installments, the longest due first, with an amount for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_receivables.allocating import allocate_payment
from crm_receivables.choices import Direction
from crm_receivables.errors import OverAllocated
from crm_receivables.models import Payment
from crm_receivables.permissions import ReceivablesPermission
from guanxi import (
    Conflict,
    Figure,
    InvalidInput,
    Kind,
    Page,
    Panel,
    PanelData,
    Table,
    Text,
    _,
    fetch,
    fetch_value,
    form_of,
    format_money,
    get,
    go_to,
    may,
    parse_amount,
    plain_amount,
    render,
    show_date,
)

PATH = "/crm_receivables/payments/{id}/allocation"
AT_ONCE, _IN_PANEL = 100, 5
"""rows of the page, and of the panel"""
_PREFIX = "amount."
_OPEN = """
SELECT id, number, invoice_id, due_on, currency, outstanding FROM crm_receivables_installment
WHERE customer_id = $1 AND currency = $2 AND outstanding > 0 ORDER BY due_on, id LIMIT $3
"""
_COUNT = """
SELECT count(*) FROM crm_receivables_installment WHERE customer_id = $1 AND currency = $2 AND outstanding > 0
"""


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    number: str
    invoice_id: int
    due_on: Any
    outstanding: int
    amount: str
    """as typed, or as proposed"""
    wrong: Text | None = None


def proposed(outstanding: list[int], on_account: int) -> list[int]:
    """Oldest first, as far as the money goes."""
    shares = []
    for each in outstanding:
        shares.append(min(each, on_account))
        on_account -= shares[-1]
    return shares


def entered(form: Mapping[str, str], currency: str) -> dict[int, int]:
    """Minor units by installment, where something above zero was typed. Raises InvalidInput by input."""
    amounts: dict[int, int] = {}
    wrong: dict[str, Text] = {}
    for name, text in form.items():
        id = name.removeprefix(_PREFIX)
        if not name.startswith(_PREFIX) or not text.strip() or not (id.isascii() and id.isdigit() and len(id) < 19):
            continue
        try:
            amounts[int(id)] = parse_amount(text, currency)
        except InvalidInput as error:
            wrong[name] = error.text
            continue
        if amounts[int(id)] < 0:
            wrong[name] = _("Enter an amount above zero.")
    if wrong:
        raise InvalidInput(wrong)
    return {id: amount for id, amount in amounts.items() if amount}


async def _page(request: Request) -> Response:
    payment = await get(Payment, request.path_params["id"])
    if not _is_open(payment):
        raise Conflict(_("Nothing of this payment is on account any more."))
    form: Mapping[str, str] = {}
    error: InvalidInput | Conflict | None = None
    if request.method == "POST":
        form = await form_of(request)
        try:
            amounts = entered(form, payment.currency)
            if not amounts:
                raise InvalidInput(message=_("Enter an amount for at least one installment."))
            if sum(amounts.values()) > payment.on_account:
                raise InvalidInput(message=_("This is more than the payment has on account."))
            total = await allocate_payment(payment.id, amounts)
            said = _("{amount} allocated.").format(amount=format_money(total, payment.currency))
            return go_to(request, f"/crm_receivables/payments/{payment.id}", said)
        except (InvalidInput, OverAllocated) as found:
            error = found
    return render(
        request,
        "crm_receivables/allocation.html",
        status=200 if error is None else error.status,
        payment=payment,
        rows=await _rows(payment, form, error),
        problem=None if error is None else error.text,
        more=await fetch_value(_COUNT, payment.customer_id, payment.currency) - AT_ONCE,
    )


async def _rows(payment: Any, form: Mapping[str, str], error: InvalidInput | Conflict | None) -> list[Row]:
    found = await fetch(_OPEN, payment.customer_id, payment.currency, AT_ONCE)
    shares = proposed([row["outstanding"] for row in found], payment.on_account)
    wrong = error.fields if isinstance(error, InvalidInput) else {}
    rows = []
    for row, share in zip(found, shares, strict=True):
        name = f"{_PREFIX}{row['id']}"
        text = form.get(name, "") if form else plain_amount(share, payment.currency) if share else ""
        rows.append(
            Row(row["id"], row["number"], row["invoice_id"], row["due_on"], row["outstanding"], text, wrong.get(name))
        )
    return rows


def _is_open(payment: Any) -> bool:
    return bool(payment.direction != Direction.OUT and payment.on_account > 0)


async def _panel(payment_id: int) -> PanelData:
    """What the payment may settle; hidden where nothing of it is left or nothing is owed."""
    payment = await get(Payment, payment_id)
    found = await fetch(_OPEN, payment.customer_id, payment.currency, _IN_PANEL) if _is_open(payment) else []
    if not found:
        return PanelData()
    path = PATH.format(id=payment_id)
    figures = [Figure(_("On account"), format_money(payment.on_account, payment.currency))]
    if may(ReceivablesPermission.ALLOCATE):
        figures.append(Figure(_("Allocate by hand"), str(_("Choose amounts")), href=path))
    table = Table(
        columns=(_("Installment"), _("Due"), _("Outstanding")),
        rows=[
            (row["number"], show_date(row["due_on"]), format_money(row["outstanding"], row["currency"]))
            for row in found
        ],
        kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY),
        hrefs=[f"/crm_receivables/invoices/{row['invoice_id']}" for row in found],
    )
    return PanelData(figures=figures, table=table)


PAGE = Page(
    path="/crm_receivables/payments/{id:int}/allocation",
    handler=_page,
    access=ReceivablesPermission.ALLOCATE,
    methods=("GET", "POST"),
)
PANEL = Panel(name="open_items", title=_("May settle"), access=ReceivablesPermission.READ, load=_panel)
