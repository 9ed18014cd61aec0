"""What the JSON API offers beside the resources."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from crm_collection.charging import charge_customer
from crm_collection.pages import preview, preview_day
from crm_collection.permissions import CollectionPermission as P
from crm_collection.work import WorkRow, work
from guanxi import Call, Endpoint, Field, InvalidInput, Kind, _, current_company


class PlannedItem(msgspec.Struct, frozen=True):
    """Amounts are minor units."""

    installment_id: int
    number: str
    due_on: date
    currency: str
    outstanding: int
    interest: int
    fee: int


class PlannedNotice(msgspec.Struct, frozen=True):
    customer_id: int
    customer: str
    level: int
    channel: str
    address: str
    subject: str
    problem: str
    """why it cannot be sent; empty: it can"""
    items: list[PlannedItem]


class PreviewOutput(msgspec.Struct, frozen=True):
    day: date
    notices: list[PlannedNotice]
    next: int | None
    """the `after` of the next part"""


class WorkOutput(msgspec.Struct, frozen=True):
    rows: list[WorkRow]


class ChargeInput(msgspec.Struct, forbid_unknown_fields=True):
    due_since: date | None = None
    """nothing that was due before is charged"""
    confirmed: bool = False
    """without it nothing is charged: the answer is 409 with what would be"""


class ChargeOutput(msgspec.Struct, frozen=True):
    invoices: list[int]


async def _preview(call: Call[Any]) -> PreviewOutput:
    day = preview_day(str(call.query["on"]) if call.query["on"] else None)
    after = call.query["after"] or 0
    found, following = await preview(day, after)
    notices = [
        PlannedNotice(
            customer_id=each.customer_id,
            customer=each.customer,
            level=each.level_number,
            channel=each.channel.value,
            address=each.address,
            subject=each.subject,
            problem=str(each.problem or ""),
            items=[
                PlannedItem(
                    item.installment_id,
                    item.number,
                    item.due_on,
                    item.currency,
                    item.outstanding,
                    item.interest,
                    item.fee,
                )
                for item in each.items
            ],
        )
        for each in found
    ]
    return PreviewOutput(day, notices, following)


async def _work(call: Call[Any]) -> WorkOutput:
    offset = call.query["offset"] or 0
    if offset > 10**6:
        raise InvalidInput({"offset": _("There is no such page.")})
    return WorkOutput(await work(call.query["currency"] or current_company().currency, offset))


async def _charge(call: Call[ChargeInput]) -> ChargeOutput:
    given = call.input
    return ChargeOutput(await charge_customer(call.path["id"], given.due_since, confirmed=given.confirmed))


ENDPOINTS = (
    Endpoint(
        path="/preview",
        method="GET",
        handler=_preview,
        access=P.READ,
        summary=_("What the dunning run of a day would send"),
        output=PreviewOutput,
        query=(
            Field("on", _("Day of the run"), kind=Kind.DATE, required=False),
            Field("after", _("After the customer"), kind=Kind.INTEGER, required=False, minimum=0),
        ),
    ),
    Endpoint(
        path="/work",
        method="GET",
        handler=_work,
        access=P.READ,
        summary=_("Customers by what chasing them is expected to bring"),
        output=WorkOutput,
        query=(
            Field("currency", _("Currency"), kind=Kind.CURRENCY, required=False),
            Field("offset", _("Rows to skip"), kind=Kind.INTEGER, required=False, minimum=0),
        ),
    ),
    Endpoint(
        path="/customers/{id:int}/charge",
        method="POST",
        handler=_charge,
        access=P.CHARGE,
        summary=_("Charge a customer late interest and dunning fees"),
        input=ChargeInput,
        output=ChargeOutput,
    ),
)
