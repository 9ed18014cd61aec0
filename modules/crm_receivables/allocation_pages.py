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
from crm_receivables.open_items import OpenItem, open_items
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.shares import INPUT, oldest_first, typed_amounts
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
    fetch_value,
    form_of,
    format_money,
    get,
    go_to,
    may,
    plain_amount,
    render,
    show_date,
)

PATH = "/crm_receivables/payments/{id}/allocation"
AT_ONCE, _IN_PANEL = 100, 5
"""rows of the page, and of the panel"""
_COUNT = """
SELECT count(*) FROM crm_receivables_installment WHERE customer_id = $1 AND currency = $2 AND outstanding > 0
"""


@dataclass(frozen=True, slots=True)
class Row:
    item: OpenItem
    amount: str
    """as typed, or as proposed"""
    wrong: Text | None = None


async def _page(request: Request) -> Response:
    payment = await get(Payment, request.path_params["id"])
    if not _is_open(payment):
        raise Conflict(_("Nothing of this payment is on account any more."))
    form: Mapping[str, str] = {}
    error: InvalidInput | Conflict | None = None
    if request.method == "POST":
        form = await form_of(request)
        try:
            amounts = typed_amounts(form, payment.currency)
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
    found = await _open(payment, AT_ONCE)
    shares = oldest_first([item.outstanding for item in found], payment.on_account)
    wrong = error.fields if isinstance(error, InvalidInput) else {}
    rows = []
    for item, share in zip(found, shares, strict=True):
        name = f"{INPUT}{item.installment_id}"
        text = form.get(name, "") if form else plain_amount(share, payment.currency) if share else ""
        rows.append(Row(item, text, wrong.get(name)))
    return rows


async def _open(payment: Any, limit: int) -> list[OpenItem]:
    return await open_items([payment.customer_id], currency=payment.currency, limit=limit)


def _is_open(payment: Any) -> bool:
    return bool(payment.direction != Direction.OUT and payment.on_account > 0)


async def _panel(payment_id: int) -> PanelData:
    """What the payment may settle; hidden where nothing of it is left or nothing is owed."""
    payment = await get(Payment, payment_id)
    found = await _open(payment, _IN_PANEL) if _is_open(payment) else []
    if not found:
        return PanelData()
    path = PATH.format(id=payment_id)
    figures = [Figure(_("On account"), format_money(payment.on_account, payment.currency))]
    if may(ReceivablesPermission.ALLOCATE):
        figures.append(Figure(_("Allocate by hand"), str(_("Choose amounts")), href=path))
    table = Table(
        columns=(_("Installment"), _("Due"), _("Outstanding")),
        rows=[(item.number, show_date(item.due_on), format_money(item.outstanding, item.currency)) for item in found],
        kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY),
        hrefs=[f"/crm_receivables/invoices/{item.invoice_id}" for item in found],
    )
    return PanelData(figures=figures, table=table)


PAGE = Page(
    path="/crm_receivables/payments/{id:int}/allocation",
    handler=_page,
    access=ReceivablesPermission.ALLOCATE,
    methods=("GET", "POST"),
)
PANEL = Panel(name="open_items", title=_("May settle"), access=ReceivablesPermission.READ, load=_panel)
