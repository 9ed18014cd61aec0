"""The page for the counter: a coupon's code, typed or photographed, what it is worth, and its redemption."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_offers import services
from crm_offers.permissions import OfferPermission
from crm_offers.services import Order, Quote, Redeemed
from crm_offers.trying import tries
from guanxi import (
    Conflict,
    InvalidInput,
    Page,
    TooManyRequests,
    _,
    current_actor,
    current_company,
    find,
    form_of,
    parse_amount,
    render,
    where,
)

PATH = "/crm_offers/counter"
_LONGEST = 600
"""of all codes, in characters"""


async def _customer(number: str) -> int | None:
    """Of those the user may see. Raises InvalidInput."""
    if not number:
        return None
    model = current_company().catalog.resources["crm_core/customers"].model
    found = await find(model, where.eq("code", number.upper()), limit=1)
    if not found:
        raise InvalidInput({"customer": _("There is no such customer.")})
    return int(found[0].id)


async def _order(form: Mapping[str, str], currency: str) -> Order:
    codes = services.codes_in(form.get("codes", "")[:_LONGEST])
    if not codes:
        raise InvalidInput({"codes": _("This field is required.")})
    try:
        amount = parse_amount(form.get("amount", ""), currency)
    except InvalidInput as error:
        raise InvalidInput({"amount": error.text}) from error
    customer = await _customer(form.get("customer", "").strip()[:20])
    token = "".join(each for each in form.get("token", "") if each.isalnum())[:40]
    return Order(
        tuple(codes), amount, currency, customer, f"counter:{current_actor().id}:{token or secrets.token_hex(16)}"
    )


async def counter(request: Request) -> Response:
    """A POST with `redeem` redeems, any other says what the codes are worth; the same form redeems once."""
    currency = current_company().currency
    form: Mapping[str, str] = await form_of(request) if request.method == "POST" else request.query_params
    found: Quote | None = None
    done: Redeemed | None = None
    errors: dict[str, Any] = {}
    refused: Conflict | TooManyRequests | None = None
    status = 200
    if request.method == "POST":
        try:
            order = await _order(form, currency)
            async with tries() as quotes:
                if "redeem" in form:
                    done = await services.redeem(order)
                else:
                    found = await services.quote(order)
                    quotes.append(found)
        except InvalidInput as error:
            errors, status = error.fields, error.status
        except (Conflict, TooManyRequests) as error:
            refused, status = error, error.status
    token = form.get("token", "") if done is None and found is None else ""
    return render(
        request,
        "crm_offers/counter.html",
        status=status,
        form={} if done is not None else form,
        errors=errors,
        refused=refused,
        found=found,
        done=done,
        currency=currency,
        token=token or secrets.token_hex(16),
        longest=_LONGEST,
    )


COUNTER_PAGE = Page(path=PATH, handler=counter, access=OfferPermission.REDEEM, methods=("GET", "POST"))
