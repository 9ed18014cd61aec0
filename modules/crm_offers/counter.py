"""The page for the counter: codes of coupons and others, typed or photographed, their worth, and taking them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_offers import services
from crm_offers.extensions import COUNTER_CODES, CounterCode, CounterCodes
from crm_offers.permissions import OfferPermission
from crm_offers.services import Order, Quote, Redeemed
from crm_offers.trying import tries
from guanxi import (
    Conflict,
    GuanxiError,
    InvalidInput,
    NotFound,
    Page,
    TooManyRequests,
    _,
    current_actor,
    current_company,
    find,
    form_of,
    parse_amount,
    render,
    transaction,
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


async def _sorted(text: str) -> tuple[list[str], list[CounterCode], list[CounterCodes]]:
    """Coupons' codes, and those that others take, once each, with who takes them. Raises InvalidInput."""
    coupons: list[str] = []
    others: dict[str, tuple[CounterCode, CounterCodes]] = {}
    codes = services.codes_in(text[:_LONGEST])
    if not codes:
        raise InvalidInput({"codes": _("This field is required.")})
    if len(codes) > services.MAX_CODES:
        raise InvalidInput({"codes": _("Enter from 1 to {count} codes.", count=services.MAX_CODES)})
    for code in codes:
        for kind in current_company().catalog.extensions(COUNTER_CODES):
            found = await kind.find(code)
            if found is not None:
                others[found.code] = (found, kind)
                break
        else:
            coupons.append(code)
    return coupons, [found for found, _kind in others.values()], [kind for _found, kind in others.values()]


async def _order(codes: Sequence[str], form: Mapping[str, str], currency: str) -> Order:
    try:
        amount = parse_amount(form.get("amount", ""), currency)
    except InvalidInput as error:
        raise InvalidInput({"amount": error.text}) from error
    customer = await _customer(form.get("customer", "").strip()[:20])
    return Order(tuple(codes), amount, currency, customer, _source(form))


def _source(form: Mapping[str, str]) -> str:
    token = "".join(each for each in form.get("token", "") if each.isalnum())[:40]
    return f"counter:{current_actor().id}:{token or secrets.token_hex(16)}"


@dataclass(slots=True)
class _Answer:
    found: Quote | None = None
    done: Redeemed | None = None
    others: list[CounterCode] = field(default_factory=list)
    taken: list[CounterCode] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return self.done is not None or bool(self.taken)

    @property
    def ready(self) -> bool:
        """Whether everything that was asked about can be redeemed now."""
        refused: list[object] = [line.refused for line in self.found.lines] if self.found is not None else []
        refused += [other.refused for other in self.others]
        return bool(refused) and not any(refused)


async def _answer(form: Mapping[str, str], currency: str) -> _Answer:
    """Raises InvalidInput, Conflict, NotFound, TooManyRequests."""
    coupons, others, kinds = await _sorted(form.get("codes", ""))
    order = await _order(coupons, form, currency) if coupons else None
    if "redeem" not in form:
        answer = _Answer(others=others)
        if order is not None:
            async with tries() as quotes:
                answer.found = await services.quote(order)
                quotes.append(answer.found)
        return answer
    source = order.source if order is not None else _source(form)
    answer = _Answer()
    async with tries(), transaction():
        if order is not None:
            answer.done = await services.redeem(order)
        for other, kind in zip(others, kinds, strict=True):
            answer.taken.append(await kind.take(other.code, source))
    return answer


async def counter(request: Request) -> Response:
    """A POST with `redeem` redeems, any other says what the codes are worth; the same form redeems once."""
    currency = current_company().currency
    form: Mapping[str, str] = await form_of(request) if request.method == "POST" else request.query_params
    answer = _Answer()
    errors: dict[str, Any] = {}
    refused: GuanxiError | None = None
    status = 200
    if request.method == "POST":
        try:
            answer = await _answer(form, currency)
        except InvalidInput as error:
            errors, status = error.fields, error.status
        except (Conflict, NotFound, TooManyRequests) as error:
            refused, status = error, error.status
    token = "" if answer.is_done or answer.found is not None or answer.others else form.get("token", "")
    return render(
        request,
        "crm_offers/counter.html",
        status=status,
        form={} if answer.is_done else form,
        errors=errors,
        refused=refused,
        found=answer.found,
        done=answer.done,
        others=answer.others,
        taken=answer.taken,
        ready=answer.ready,
        currency=currency,
        token=token or secrets.token_hex(16),
        longest=_LONGEST,
    )


COUNTER_PAGE = Page(path=PATH, handler=counter, access=OfferPermission.REDEEM, methods=("GET", "POST"))
