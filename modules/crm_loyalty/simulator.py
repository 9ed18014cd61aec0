"""The page that tells what an order would earn, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_loyalty import purchases
from crm_loyalty.earning import Line, Purchase
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.purchases import Earned
from crm_loyalty.texts import name_in, number
from guanxi import (
    InvalidInput,
    Kind,
    Page,
    PanelData,
    Table,
    Text,
    _,
    clock,
    current_company,
    find,
    format_money,
    parse_amount,
    render,
    where,
)

PATH = "/crm_loyalty/simulator"
_NOBODY = 0
"""no customer's id: a member of no tier, who has never bought anything"""
_LINES = 50
AMOUNTS: dict[str, Text] = {
    "amount": _("Order amount"),
    "tax": _("Tax in it"),
    "freight": _("Freight in it"),
    "coupons": _("Paid by coupons"),
    "points": _("Paid by points"),
    "stored_value": _("Paid by stored value"),
}


def _amount(form: Mapping[str, str], name: str, currency: str) -> int:
    text = form.get(name, "").strip()[:40]
    if not text and name != "amount":
        return 0
    try:
        return parse_amount(text, currency)
    except InvalidInput as error:
        raise InvalidInput({name: error.text}) from error


def _lines(text: str, currency: str) -> list[Line]:
    """`CODE 12.50` on each line."""
    rows = [row.split() for row in text.splitlines() if row.strip()]
    if len(rows) > _LINES or any(len(row) != 2 or len(row[0]) > 60 for row in rows):
        raise InvalidInput({"lines": _("On each line a product's code, a space and its amount.")})
    try:
        return [Line(code, parse_amount(amount, currency)) for code, amount in rows]
    except InvalidInput as error:
        raise InvalidInput({"lines": error.text}) from error


async def _customer(code: str) -> int:
    """Of those the user may see. Raises InvalidInput."""
    if not code:
        return _NOBODY
    found = await find(
        current_company().catalog.resources["crm_core/customers"].model, where.eq("code", code.upper()), limit=1
    )
    if not found:
        raise InvalidInput({"customer": _("There is no such customer.")})
    return int(found[0].id)


async def _purchase(form: Mapping[str, str]) -> Purchase:
    currency = current_company().currency
    amounts = {name: _amount(form, name, currency) for name in AMOUNTS}
    customer_id = await _customer(form.get("customer", "").strip()[:20])
    lines = _lines(form.get("lines", "")[:5000], currency)
    return Purchase(customer_id, currency=currency, source="simulator", at=clock.now(), lines=lines, **amounts)


def _name(earned: Earned) -> str:
    terms = earned.campaign
    return str(_("Earning rule")) if terms is None else name_in(terms.name, terms.name_zh)


def _href(earned: Earned) -> str:
    return "/crm_loyalty/rules" if earned.campaign is None else f"/crm_loyalty/campaigns/{earned.campaign.id}"


def _table(found: list[Earned]) -> PanelData:
    currency = current_company().currency
    rows: list[tuple[str, ...]] = [
        (
            _name(each),
            format_money(each.reward.basis, currency),
            number(each.reward.points),
            str(each.reward.why.label),
        )
        for each in found
    ]
    hrefs = [_href(each) for each in found]
    columns = (_("Rule"), _("What counts"), _("Points"), _("Why"))
    return PanelData(
        table=Table(columns, rows, (Kind.TEXT, Kind.MONEY, Kind.INTEGER, Kind.TEXT), hrefs=hrefs),
    )


async def simulator(request: Request) -> Response:
    """With an amount in the address, what such an order would earn now; nothing is booked."""
    form = request.query_params
    found: list[Earned] | None = None
    errors: dict[str, Any] = {}
    if "amount" in form:
        try:
            found = await purchases.explain(await _purchase(form))
        except InvalidInput as error:
            errors = error.fields
    return render(
        request,
        "crm_loyalty/simulator.html",
        status=422 if errors else 200,
        form=form,
        errors=errors,
        amounts=AMOUNTS,
        total=None if found is None else sum(each.reward.points for each in found),
        data=None if found is None else _table(found),
    )


SIMULATOR_PAGE = Page(path=PATH, handler=simulator, access=LoyaltyPermission.READ)
