"""What the JSON API offers beside the resources."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_receivables.aging import Aging, AgingFilter, aging
from crm_receivables.allocating import allocate_payment
from crm_receivables.choices import AgingGroup
from crm_receivables.models import Payment
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Call, Endpoint, Field, InvalidInput, Kind, _, lock


class InstallmentAmount(msgspec.Struct, frozen=True):
    installment_id: int
    amount: int
    """minor units, above zero"""


class AllocationInput(msgspec.Struct, frozen=True):
    installments: list[InstallmentAmount]
    """empty: oldest first"""


class AllocationOutput(msgspec.Struct, frozen=True):
    allocated: int
    """minor units, by this call"""


async def _aging(call: Call[Any]) -> Aging:
    only = AgingFilter(call.query["customer"], call.query["owner"], call.query["region"])
    by = AgingGroup(call.query["by"] or AgingGroup.CUSTOMER)
    return await aging(call.query["as_of"], by=by, only=only)


async def _allocate(call: Call[AllocationInput]) -> AllocationOutput:
    payment = await lock(Payment, call.path["id"])
    amounts: dict[int, int] = {}
    for part in call.input.installments:
        if not 0 < part.installment_id < 2**63 or not 0 < part.amount <= 10**15 or part.installment_id in amounts:
            raise InvalidInput({"installments": _("Each installment comes once, with an amount above zero.")})
        amounts[part.installment_id] = part.amount
    return AllocationOutput(await allocate_payment(payment.id, amounts or None))


ENDPOINTS = (
    Endpoint(
        path="/aging",
        method="GET",
        handler=_aging,
        access=ReceivablesPermission.READ,
        summary=_("Who owes what since when, as of any day"),
        output=Aging,
        query=(
            Field("as_of", _("As of"), kind=Kind.DATE, required=False),
            Field("by", _("Group by"), kind=Kind.CHOICE, choices=AgingGroup, required=False),
            Field("customer", _("Customer"), kind=Kind.RELATION, to="crm_core/customers", required=False),
            Field("owner", _("Owner", "customer"), kind=Kind.INTEGER, minimum=1, required=False),
            Field("region", _("Region"), kind=Kind.INTEGER, minimum=1, required=False),
        ),
    ),
    Endpoint(
        path="/payments/{id:int}/allocate",
        method="POST",
        handler=_allocate,
        access=ReceivablesPermission.ALLOCATE,
        summary=_("Allocate a payment to several installments at once"),
        input=AllocationInput,
        output=AllocationOutput,
    ),
)
