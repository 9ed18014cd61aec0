"""Random lives of contracts: no illegal state, nothing written by what is refused, periods that tile."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.approval_models import ApprovalRule
from crm_contracts.auto_renewing import renew as renew_due
from crm_contracts.choices import ContractState
from crm_contracts.models import Contract
from crm_contracts.passing import begin, run_out, settle
from crm_contracts.services import take_due_charges
from crm_contracts.states import STEPS
from guanxi import Actor, GuanxiError, clock, create, elevated, fetch, fetch_row, fetch_value, get, today, transaction
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.crm_contracts.support import YES, act, draft, line, monthly, sign, user

WALKS = int(os.environ.get("GUANXI_WALKS", "40"))
START = date(2026, 1, 15)
_SIGNED = {"our_signatory": "周敏", "their_signatory": "王建国"}


class Undone(Exception):
    """Ends a walk: all that it wrote is rolled back."""


def _values(name: str, chance: random.Random) -> dict[str, Any]:
    day = today() + timedelta(days=chance.randint(-40, 200))
    values: dict[str, dict[str, Any]] = {
        "confirm": {"annex_complete": chance.random() < 0.9},
        "approve": {"comment": None},
        "send": {"mail": chance.random() < 0.1},
        "sign": {"signed_on": today() - timedelta(days=chance.randint(-1, 3)), **_SIGNED},
        "end": {"ends_on": day, "reason": "r"},
        "suspend": {"from_on": day, "reason": "r"},
        "resume": {"from_on": day, "reason": "r"},
        "amend": {"from_on": day if chance.random() < 0.5 else None},
        "give_notice": {"by": "us", "given_on": today(), "reason": "r"},
        "renew": {"percent": Decimal(chance.randint(-10, 20))},
    }
    return values.get(name, {"reason": "r"})


_NAMES = (
    *("confirm", "confirm", "approve", "approve", "reject", "revise", "send", "sign", "sign", "sign"),
    *("end", "keep", "suspend", "suspend", "resume", "cancel", "renew", "pass", "pass", "pass", "bill", "bill"),
    *("amend", "amend", "give_notice", "withdraw_notice"),
)


async def _take(contract: Contract, name: str, chance: random.Random, boss: Actor) -> None:
    match name:
        case "pass":
            await renew_due(contract.id)
            while await begin(today()) or await settle(today()) or await run_out(today()):
                pass
        case "bill":
            while await take_due_charges(today(), chance.choice((1, 2, 50))):
                pass
        case "amend":
            await act(contract, name, _values(name, chance))
            if chance.random() < 0.6:
                await _sign_next(contract, boss)
        case "approve" | "reject":
            with use_actor(boss):
                await act(contract, name, _values(name, chance))
        case _:
            await act(contract, name, _values(name, chance))


async def _sign_next(contract: Contract, boss: Actor) -> None:
    made = await get(
        Contract, await fetch_value("SELECT max(id) FROM crm_contracts_contract WHERE amends_id = $1", contract.id)
    )
    made = await act(made, "confirm", YES)
    if made.state == ContractState.IN_REVIEW:
        with use_actor(boss):
            made = await act(made, "approve", {"comment": None})
    await sign(made, on=today())


async def _snapshot(contract: Contract) -> tuple[Any, ...]:
    row = await fetch_row("SELECT * FROM crm_contracts_contract WHERE id = $1", contract.id)
    assert row is not None
    return tuple(row.values())


async def _state(contract: Contract) -> ContractState:
    return ContractState(await fetch_value("SELECT state FROM crm_contracts_contract WHERE id = $1", contract.id))


def _possible(name: str, before: ContractState) -> frozenset[ContractState]:
    if name == "pass":
        steps = [STEPS["begin"], STEPS["settle"], STEPS["run_out"]]
        return frozenset({before}).union(*(step.target for step in steps if before in step.source))
    if name in ("bill", "renew"):
        return frozenset({before})
    return STEPS[name].target if before in STEPS[name].source else frozenset()


async def _check(contract: Contract) -> None:
    row = await fetch_row(
        "SELECT c.*, n.state AS registered, LEAST(ends_on, terminated_on) AS last_on FROM crm_contracts_contract c"
        " LEFT JOIN crm_contracts_number n ON n.number = c.number WHERE c.id = $1",
        contract.id,
    )
    assert row is not None
    unnumbered = {ContractState.DRAFT, ContractState.IN_REVIEW, ContractState.CANCELLED}
    assert row["number"] is not None or row["state"] in unnumbered
    expected = "void" if row["state"] == ContractState.CANCELLED else "used"
    assert row["registered"] == (expected if row["number"] is not None else None)
    rows = await fetch(
        "SELECT l.id, l.anchor_on, l.charged_through, g.period_start, g.period_end FROM crm_contracts_line l"
        " JOIN crm_contracts_charge g ON g.contract_line_id = l.id WHERE l.contract_id = $1 ORDER BY l.id, 4",
        contract.id,
    )
    for line_id in {each["id"] for each in rows}:
        periods = [each for each in rows if each["id"] == line_id]
        assert periods[0]["period_start"] == periods[0]["anchor_on"]
        assert periods[-1]["period_end"] == periods[-1]["charged_through"]
        assert all(b["period_start"] == a["period_end"] + timedelta(days=1) for a, b in pairwise(periods))


def _clocks(chance: random.Random) -> Iterator[datetime]:
    """Noon of days that go on, by up to two months at a step."""
    day = START
    while True:
        yield datetime.combine(day, time(4), UTC)
        day += timedelta(days=chance.choice((0, 0, 1, 3, 28, 31, 62)))


async def _walk(chance: random.Random, boss: Actor) -> None:
    ends_on = START + timedelta(days=chance.choice((20, 100, 400))) if chance.random() < 0.8 else None
    term: dict[str, Any] = {"ends_on": ends_on, "renewal": "automatic" if ends_on and chance.random() < 0.4 else "none"}
    starts_on = START + timedelta(days=chance.choice((-40, 0, 10)))
    with clock.travel(datetime.combine(START, time(4), UTC)):
        lines = [line(500), monthly(chance.randint(0, 10_000)), line(700, recurrence="week", billing="arrears")]
        contract = await act(await draft(*lines, starts_on=starts_on, **term), "confirm", YES)
        assert contract.state is not ContractState.DRAFT
    for moment, _step in zip(_clocks(chance), range(chance.randint(4, 14)), strict=False):
        name = chance.choice(_NAMES)
        with clock.travel(moment):
            before, kept = await _state(contract), await _snapshot(contract)
            try:
                async with transaction():
                    await _take(contract, name, chance, boss)
            except GuanxiError:
                assert await _snapshot(contract) == kept, name
            else:
                assert await _state(contract) in _possible(name, before), (name, before)
            await _check(contract)


async def _people(with_rule: bool) -> tuple[Actor, Actor]:
    """Who draws contracts up and who approves them, both allowed everything."""
    people = [replace(await user(name), elevated=True) for name in ("seller", "boss")]
    if with_rule:
        role = await fetch_value("SELECT min(id) FROM guanxi_role")
        with elevated():
            await create(ApprovalRule, {"name": "all", "currency": "CNY", "role": role})
    return people[0], people[1]


@settings(max_examples=WALKS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
async def test_random_lives(company: Company, chance: random.Random) -> None:
    with use_company(company), use_actor(SYSTEM), pytest.raises(Undone):
        async with transaction():
            seller, boss = await _people(chance.random() < 0.5)
            with use_actor(seller):
                await _walk(chance, boss)
            raise Undone
