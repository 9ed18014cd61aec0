"""What the JSON API offers beside the resources: for shops and tills.

A customer out of the caller's sight is not found. Amounts are minor units.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import msgspec

from crm_referrals import codes, orders
from crm_referrals.attributing import attribute
from crm_referrals.choices import Channel
from crm_referrals.errors import NoSuchOrder
from crm_referrals.permissions import ReferralPermission as P
from crm_referrals.rings import Ring, suspicious
from crm_referrals.views import see
from guanxi import Call, Endpoint, InvalidInput, NotFound, _, current_actor, is_currency, limit, today

TRIES_PER_MINUTE = 60
_Id = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]
_Amount = Annotated[int, msgspec.Meta(ge=1, le=10**15, description="Minor units.")]
_Source = Annotated[
    str,
    msgspec.Meta(min_length=1, max_length=180, pattern=r"^[^\x00-\x1f]+$", description="Such as `order:12`; once."),
]


class CodeInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    customer_id: _Id


class CodeOutput(msgspec.Struct, frozen=True):
    customer_id: int
    code: str
    link: str


class AttributeInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: Annotated[str, msgspec.Meta(min_length=1, max_length=39)]
    customer_id: _Id
    """the new customer"""


class AttributeOutput(msgspec.Struct, frozen=True):
    referral_id: int
    fresh: bool


class OrderInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    customer_id: _Id
    amount: _Amount
    currency: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    source: _Source
    paid_on: date | None = None


class OrderOutput(msgspec.Struct, frozen=True):
    referral_id: int | None


class OrderRefundInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    order: _Source
    source: _Source
    amount: _Amount


class OrderRefundOutput(msgspec.Struct, frozen=True):
    state: str


async def _make_code(call: Call[CodeInput]) -> CodeOutput:
    customer_id = await see(call.input.customer_id)
    code = await codes.ensure_code(customer_id)
    return CodeOutput(customer_id, code, codes.link_of(code))


async def _attribute(call: Call[AttributeInput]) -> AttributeOutput:
    await limit(f"referral_code:user:{current_actor().id}", TRIES_PER_MINUTE)
    customer_id = await see(call.input.customer_id)
    found = await attribute(await codes.customer_of(call.input.code), customer_id, Channel.API)
    return AttributeOutput(found.referral_id, found.fresh)


async def _order(call: Call[OrderInput]) -> OrderOutput:
    given = call.input
    paid_on = given.paid_on or today()
    if not is_currency(given.currency):
        raise InvalidInput({"currency": _("This is no ISO 4217 currency code, such as CNY.")})
    if not date(2000, 1, 1) <= paid_on <= today():
        raise InvalidInput({"paid_on": _("This is in the future.")})
    await see(given.customer_id)
    return OrderOutput(
        await orders.report_order(orders.Order(given.customer_id, given.amount, given.currency, paid_on, given.source))
    )


async def _refund(call: Call[OrderRefundInput]) -> OrderRefundOutput:
    given = call.input
    customer_id = await orders.customer_of_order(given.order)
    if customer_id is not None:
        try:
            await see(customer_id)
        except NotFound as error:
            raise NoSuchOrder() from error
    return OrderRefundOutput(await orders.report_refund(orders.OrderRefund(given.order, given.source, given.amount)))


async def _rings(call: Call[Any]) -> list[Ring]:
    return await suspicious()


ENDPOINTS = (
    Endpoint(
        path="/make_code",
        method="POST",
        handler=_make_code,
        access=P.WRITE,
        summary=_("A customer's referral code and link, made where there is none"),
        input=CodeInput,
        output=CodeOutput,
    ),
    Endpoint(
        path="/attribute",
        method="POST",
        handler=_attribute,
        access=P.WRITE,
        summary=_("Note by whose code a new customer came"),
        input=AttributeInput,
        output=AttributeOutput,
    ),
    Endpoint(
        path="/orders",
        method="POST",
        handler=_order,
        access=P.ORDERS,
        summary=_("Report a paid order of a new customer"),
        input=OrderInput,
        output=OrderOutput,
    ),
    Endpoint(
        path="/refunds",
        method="POST",
        handler=_refund,
        access=P.ORDERS,
        summary=_("Report what was given back of such an order"),
        input=OrderRefundInput,
        output=OrderRefundOutput,
    ),
    Endpoint(
        path="/rings",
        method="GET",
        handler=_rings,
        access=P.READ,
        summary=_("Referrers whose referrals look like one's own"),
        output=list[Ring],
    ),
)
