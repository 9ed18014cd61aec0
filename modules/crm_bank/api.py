"""Matching for programs: what a line may pay, and what is to become of it."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_bank import queries
from crm_bank.candidates import SHOWN
from crm_bank.choices import Category
from crm_bank.confirming import Match, confirm, set_aside
from crm_bank.finding import find_candidates
from crm_bank.permissions import BankPermission
from crm_bank.scope import scope_of_candidates
from crm_core.services import visible_customer
from guanxi import Call, Endpoint, InvalidInput, NotFound, _, fetch

_LARGEST_ID = 2**63 - 1
_MOST = 10**15


class PortionOutput(msgspec.Struct, frozen=True):
    installment_id: int
    number: str
    amount: int
    """minor units"""
    outstanding: int


class CandidateOutput(msgspec.Struct, frozen=True):
    customer_id: int
    portions: list[PortionOutput]
    reasons: list[str]
    score: int
    exact: bool
    """the portions come to just the line's amount"""


class PortionInput(msgspec.Struct, frozen=True):
    installment_id: int
    amount: int
    """minor units, above zero"""


class ConfirmInput(msgspec.Struct, frozen=True):
    customer_id: int
    portions: list[PortionInput] = []
    """what they do not use stays on account"""


class ConfirmOutput(msgspec.Struct, frozen=True):
    payment_id: int


class AsideInput(msgspec.Struct, frozen=True):
    category: str


class AsideOutput(msgspec.Struct, frozen=True):
    category: str


async def _candidates(call: Call[Any]) -> list[CandidateOutput]:
    lines = await fetch(queries.LINES_BY_ID, [_id(call.path["id"])])
    if not lines:
        raise NotFound()
    if lines[0]["amount"] <= 0:
        return []
    found = (await find_candidates(lines, scope_of_candidates()))[lines[0]["id"]]
    return [
        CandidateOutput(
            each.customer_id,
            [PortionOutput(item.id, item.number, amount, item.outstanding) for item, amount in each.portions],
            [reason.value for reason in each.reasons],
            each.score,
            each.exact,
        )
        for each in found[:SHOWN]
    ]


async def _confirm(call: Call[ConfirmInput]) -> ConfirmOutput:
    customer = await visible_customer(_id(call.input.customer_id))
    amounts: dict[int, int] = {}
    for part in call.input.portions:
        if not 0 < part.installment_id <= _LARGEST_ID or not 0 < part.amount <= _MOST or part.installment_id in amounts:
            raise InvalidInput({"portions": _("Each installment comes once, with an amount above zero.")})
        amounts[part.installment_id] = part.amount
    return ConfirmOutput(await confirm(Match(_id(call.path["id"]), customer.id, amounts)))


async def _aside(call: Call[AsideInput]) -> AsideOutput:
    if call.input.category not in {each.value for each in Category}:
        raise InvalidInput({"category": _("Choose what it is.")})
    await set_aside(_id(call.path["id"]), Category(call.input.category))
    return AsideOutput(call.input.category)


def _id(number: int) -> int:
    if not 0 < number <= _LARGEST_ID:
        raise NotFound()
    return number


ENDPOINTS = (
    Endpoint(
        path="/lines/{id:int}/candidates",
        method="GET",
        handler=_candidates,
        access=BankPermission.MATCH,
        summary=_("What a bank line may pay, the likeliest first"),
        output=list[CandidateOutput],
    ),
    Endpoint(
        path="/lines/{id:int}/confirm",
        method="POST",
        handler=_confirm,
        access=BankPermission.MATCH,
        summary=_("Confirm whose payment a bank line is, and what it pays"),
        input=ConfirmInput,
        output=ConfirmOutput,
    ),
    Endpoint(
        path="/lines/{id:int}/set-aside",
        method="POST",
        handler=_aside,
        access=BankPermission.MATCH,
        summary=_("Set a bank line aside that is of no customer"),
        input=AsideInput,
        output=AsideOutput,
    ),
)
