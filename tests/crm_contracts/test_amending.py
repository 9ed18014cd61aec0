"""Amendments: versions of one contract that follow each other, billed without a gap and nothing twice."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.amending import first_day
from crm_contracts.billing_models import Usage
from crm_contracts.choices import ContractState
from crm_contracts.models import Contract
from crm_contracts.outlook import recurring_revenue
from crm_contracts.passing import begin, run_out
from crm_contracts.services import take_due_charges
from guanxi import (
    Company,
    Conflict,
    Forbidden,
    GuanxiError,
    InvalidInput,
    NotFound,
    clock,
    create,
    current_company,
    delete,
    fetch,
    fetch_value,
    get,
    read,
    today,
    transaction,
    update,
    use_actor,
)
from guanxi.context import SYSTEM, use_company
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import YES, act, active, charges, confirmed, customer, draft, line, monthly, sign, user

START = date(2026, 1, 1)


def at(day: date) -> Any:
    return clock.travel(datetime.combine(day, time(4), UTC))


async def bill() -> None:
    while await take_due_charges(today(), 50):
        pass


async def amended(contract: Contract, from_on: date | None = None) -> Contract:
    resource = current_company().catalog.resource_of[Contract]
    outcome = await run_action(resource, find_action(resource, "amend", "record"), contract.id, {"from_on": from_on})
    return await get(Contract, outcome.data["id"])


async def in_force(contract: Contract, **values: Any) -> Contract:
    """Change the draft of an amendment, then have it signed today."""
    if values:
        await update(Contract, contract.id, values)
    return await sign(await act(contract, "confirm", YES), on=today())


async def lines_of(contract: Contract) -> list[dict[str, Any]]:
    return list((await read(current_company().catalog.resource_of[Contract], contract.id))["lines"])


async def test_the_next_version_takes_over_terms_and_recurring_lines(inside: Company) -> None:
    with at(date(2026, 3, 10)):
        contract = await active(
            line(500), monthly(333, free_periods=1), title="A", ends_on=date(2026, 12, 31), annex="x"
        )
        made = await amended(contract, date(2026, 4, 1))
        assert (made.state, made.version, made.amends_id, made.number) == ("draft", 2, contract.id, None)
        assert (made.title, made.annex, made.customer_id) == ("A", "", contract.customer_id)
        assert (made.starts_on, made.ends_on) == (date(2026, 4, 1), date(2026, 12, 31))
        [kept] = await lines_of(made)
        assert (kept["unit_price"], kept["free_periods"], kept["recurrence"]) == (333, 1, "month")


async def test_signing_ends_the_version_before_it_the_day_before(inside: Company) -> None:
    with at(date(2026, 3, 10)):
        contract = await active(monthly(3_100), starts_on=START, ends_on=date(2026, 12, 31))
        await bill()
        made = await amended(contract)
        assert made.starts_on == date(2026, 4, 1), "the first day that is not charged"
        [old] = await lines_of(made)
        made = await in_force(made, lines=[{"id": old["id"], "unit_price": 6_200}])
        assert (made.state, made.number) == ("signed", f"{contract.number}-2")
        before = await get(Contract, contract.id)
        assert (before.state, before.amended_on, before.terminated_on) == (
            "active",
            date(2026, 4, 1),
            date(2026, 3, 31),
        )
    with at(date(2026, 5, 2)):
        await begin(today())
        await run_out(today())
        assert (await get(Contract, contract.id)).state == "amended"
        assert (await get(Contract, made.id)).state == "active"
        await bill()
        assert [each[2] for each in await charges(contract)] == [3_100] * 3
        assert [each[2] for each in await charges(made)] == [6_200] * 2


async def test_within_a_period_each_version_costs_its_share(inside: Company) -> None:
    with at(date(2026, 2, 1)):
        contract = await active(monthly(3_100, billing="arrears"), starts_on=date(2026, 1, 1))
        await bill()
        made = await amended(contract, date(2026, 2, 1))
        made = await in_force(made)
        assert (await get(Contract, contract.id)).state == "amended", "at once"
    with at(date(2026, 3, 20)):
        nxt = await amended(await get(Contract, made.id), date(2026, 3, 11))
        await in_force(nxt)
    with at(date(2026, 4, 1)):
        await bill()
        assert await charges(contract) == [(date(2026, 1, 1), date(2026, 1, 31), 3_100)]
        assert await charges(made) == [
            (date(2026, 2, 1), date(2026, 2, 28), 3_100),
            (date(2026, 3, 1), date(2026, 3, 10), 1_000),
        ]
        assert await charges(nxt) == [(date(2026, 3, 11), date(2026, 3, 31), 2_100)]


async def test_charged_days_cannot_be_amended_away(inside: Company) -> None:
    with at(date(2026, 3, 10)):
        contract = await active(monthly(3_100), starts_on=START)
        await bill()
        with pytest.raises(InvalidInput) as refused:
            await amended(contract, date(2026, 3, 31))
        assert "April 1, 2026" in str(refused.value.fields["from_on"]) or "Apr 1, 2026" in str(
            refused.value.fields["from_on"]
        )
        made = await act(await amended(contract, date(2026, 4, 1)), "confirm", YES)
    with at(date(2026, 4, 1)):
        await bill()
        with pytest.raises(Conflict):
            await sign(made, on=today())
        assert (await get(Contract, contract.id)).amended_on is None
        made = await act(made, "revise", {"reason": "later"})
        made = await in_force(made, starts_on=date(2026, 5, 1))
        assert made.number == f"{contract.number}-2"


async def test_usage_that_was_recorded_stays_with_its_version(inside: Company) -> None:
    with at(date(2026, 3, 10)):
        contract = await active(monthly(10, billing="usage", description="GB"), starts_on=START)
        used = {"line": "GB", "used_on": date(2026, 3, 9), "quantity": Decimal(3), "reference": "a"}
        await create(Usage, {"contract": contract.id, **used})
        assert await first_day(contract) == date(2026, 3, 10)


async def test_a_cap_has_what_is_left(inside: Company) -> None:
    with at(date(2026, 3, 10)):
        contract = await active(monthly(100, cap=1_000), monthly(100, cap=300), starts_on=START)
        await bill()
        assert [each["cap"] for each in await lines_of(await amended(contract))] == [700]


async def test_there_is_one_amendment_at_a_time(inside: Company) -> None:
    contract = await active(monthly(), starts_on=today())
    results = await asyncio.gather(*(amended(contract) for _ in range(4)), return_exceptions=True)
    made = [each for each in results if isinstance(each, Contract)]
    assert len(made) == 1
    assert all(isinstance(each, Conflict | InvalidInput) for each in results if each is not made[0])
    await delete(Contract, made[0].id)
    assert (await amended(contract)).version == 2


async def test_a_void_version_keeps_its_number(inside: Company) -> None:
    contract = await active(monthly(), starts_on=today())
    void = await act(await act(await amended(contract), "confirm", YES), "cancel", {"reason": "r"})
    made = await in_force(await amended(contract))
    third = await in_force(await amended(made, today() + timedelta(days=40)))
    assert [void.number, made.number, third.number] == [f"{contract.number}-{n}" for n in (2, 3, 4)]
    assert await fetch_value("SELECT count(*) FROM crm_contracts_number") == 1
    assert (await confirmed(monthly())).number[-6:] == "000002", "versions take none of the series"


async def test_what_amendments_refuse(inside: Company) -> None:
    contract = await active(monthly(), starts_on=today(), ends_on=today() + timedelta(days=300))
    with pytest.raises(Conflict):
        await amended(await draft(monthly()))
    with pytest.raises(InvalidInput):
        await amended(contract, today() + timedelta(days=301))
    with pytest.raises(InvalidInput):
        await amended(contract, today() - timedelta(days=1))
    made = await amended(contract)
    with pytest.raises(InvalidInput) as refused:
        await update(Contract, made.id, {"customer": await customer("另一家公司"), "currency": "EUR"})
    assert set(refused.value.fields) == {"customer", "currency"}
    await act(contract, "suspend", {"from_on": today() + timedelta(days=5), "reason": "r"})
    with pytest.raises(Conflict):
        await act(made, "confirm", YES)


async def test_an_ended_contract_is_not_amended(inside: Company) -> None:
    contract = await active(monthly(), starts_on=today(), ends_on=today() + timedelta(days=300))
    made = await act(await amended(contract, today() + timedelta(days=30)), "confirm", YES)
    await act(contract, "end", {"ends_on": today() + timedelta(days=10), "reason": "r"})
    with pytest.raises(Conflict):
        await sign(made, on=today())
    await act(contract, "keep", {"reason": "r"})
    await sign(made, on=today())
    for name in ("end", "keep", "suspend", "amend", "renew"):
        with pytest.raises(GuanxiError):
            await act(contract, name, {"ends_on": today(), "from_on": None, "reason": "r", "percent": None})


async def test_a_draft_for_the_next_term_goes_over_to_the_new_version(inside: Company) -> None:
    contract = await active(monthly(), starts_on=today(), ends_on=today() + timedelta(days=300))
    resource = current_company().catalog.resource_of[Contract]
    outcome = await run_action(resource, find_action(resource, "renew", "record"), contract.id, {"percent": None})
    made = await in_force(await amended(contract, today() + timedelta(days=3)))
    assert (await get(Contract, outcome.data["id"])).renews_id == made.id
    noted = await fetch_value(
        "SELECT after FROM guanxi_audit WHERE record_id = $1 ORDER BY id DESC", outcome.data["id"]
    )
    assert noted == {"renews": made.id}


async def test_who_may_not_see_or_draw_up_contracts(inside: Company) -> None:
    contract = await active(monthly(), starts_on=today())
    with use_actor(await user("other")), pytest.raises(NotFound):
        await amended(contract)
    reader = await user("reader", ["crm_contracts.contracts.read", "crm_contracts.contracts.see_all"])
    with use_actor(reader), pytest.raises(Forbidden):
        await amended(contract)


async def test_an_amendment_of_words_alone_needs_no_lines(inside: Company) -> None:
    contract = await active(line(500), starts_on=today())
    made = await in_force(await amended(contract), annex="more")
    assert (made.state, made.total, await lines_of(made)) == ("active", 0, [])


async def test_revenue_counts_each_day_once(inside: Company) -> None:
    with at(date(2026, 6, 15)):
        contract = await active(monthly(600), starts_on=date(2026, 1, 10))
        await in_force(await amended(contract, date(2026, 4, 10)))
        months = {row.month.month: row.amount for row in await recurring_revenue() if row.month.year == 2026}
        assert [months[n] for n in range(1, 7)] == [600] * 6


class Undone(Exception):
    """All that an example wrote is rolled back."""


async def _tiles(root: int, root_start: date) -> None:
    rows = await fetch(
        "SELECT c.version, c.starts_on, l.description, g.period_start, g.period_end, g.amount"
        " FROM crm_contracts_contract c JOIN crm_contracts_line l ON l.contract_id = c.id"
        " JOIN crm_contracts_charge g ON g.contract_line_id = l.id WHERE c.verify_token IS NOT NULL AND c.title = $1"
        " ORDER BY l.description, g.period_start",
        str(root),
    )
    for name in {row["description"] for row in rows}:
        parts = [row for row in rows if row["description"] == name]
        assert parts[0]["period_start"] == root_start
        assert all(b["period_start"] == a["period_end"] + timedelta(days=1) for a, b in pairwise(parts)), name
        assert all(part["period_start"] >= part["starts_on"] for part in parts)
        if name == "same":  # whole months at one price, however they were cut
            months = {(p["period_start"].year, p["period_start"].month): 0 for p in parts}
            for part in parts:
                months[part["period_start"].year, part["period_start"].month] += part["amount"]
            assert set(list(months.values())[:-1]) <= {1_000}


async def _example(chance: random.Random) -> None:
    day = START
    billing = chance.choice(("advance", "arrears"))
    with at(day):
        lines = [
            monthly(1_000, description="same", billing=billing),
            line(777, description="other", recurrence=chance.choice(("week", "quarter", "year"))),
        ]
        contract = await active(*lines, starts_on=START, ends_on=None)
        await update_title(contract)
    version = contract
    for _step in range(chance.randint(2, 7)):
        day += timedelta(days=chance.choice((0, 1, 13, 31, 45, 100)))
        with at(day):
            if chance.random() < 0.6:
                while await take_due_charges(today(), chance.choice((1, 3, 50))):
                    if chance.random() < 0.2:
                        break
            if chance.random() < 0.6:
                while await begin(today()) or await run_out(today()):
                    pass
            version = await get(Contract, version.id)
            if version.state in (ContractState.ACTIVE, ContractState.SIGNED) and chance.random() < 0.7:
                first = await first_day(version)
                made = await amended(version, first + timedelta(days=chance.choice((0, 0, 1, 9, 40))))
                prices = [{"id": each["id"], "unit_price": each["unit_price"]} for each in await lines_of(made)]
                for each in prices[1:]:
                    each["unit_price"] = chance.randint(0, 5_000)
                version = await in_force(made, lines=prices)
    with at(day + timedelta(days=70)):
        while await begin(today()) or await run_out(today()):
            pass
        await bill()
        await _tiles(contract.id, START)


async def update_title(contract: Contract) -> None:
    """All versions take it over: how the check finds them."""
    await fetch("UPDATE crm_contracts_contract SET title = id::text WHERE id = $1", contract.id)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
async def test_charges_of_all_versions_tile_the_days(company: Company, chance: random.Random) -> None:
    with use_company(company), use_actor(SYSTEM), pytest.raises(Undone):
        async with transaction():
            await _example(chance)
            raise Undone
