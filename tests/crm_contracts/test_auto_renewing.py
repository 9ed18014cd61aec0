"""Automatic renewal: terms that follow each other exactly once, at exact prices; notice; what waits and why."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.auto_renewing import RENEW_CONTRACTS, renew
from crm_contracts.choices import RenewalReason
from crm_contracts.document import build_contract
from crm_contracts.models import Contract
from crm_contracts.paper import read_paper
from crm_contracts.passing import PASS_DAYS
from crm_contracts.renewal_models import IndexValue, PriceIndex, RenewalProblem
from crm_contracts.renewal_views import WAITING_PANEL
from crm_contracts.services import take_due_charges
from guanxi import (
    Company,
    Conflict,
    InvalidInput,
    clock,
    create,
    current_company,
    elevated,
    enqueue,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    get,
    today,
    transaction,
    update,
    use_actor,
)
from guanxi.context import SYSTEM, use_company
from guanxi.jobs import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import YES, act, active, charges, draft, line, monthly, sign, user

START, END = date(2026, 1, 1), date(2026, 12, 31)
NEXT = date(2027, 1, 1)

_PRICE = "SELECT unit_price FROM crm_contracts_line WHERE contract_id = $1"


def at(day: date) -> Any:
    return clock.travel(datetime.combine(day, time(4), UTC))


async def going_on(*lines: dict[str, Any], **values: Any) -> Contract:
    with at(START):
        return await active(
            *(lines or [monthly(1_000)]), **{"starts_on": START, "ends_on": END, "renewal": "automatic", **values}
        )


async def night() -> None:
    """These two jobs alone: what else waits, such as printing, is no concern here."""
    await execute("DELETE FROM guanxi_job")
    await execute("UPDATE guanxi_schedule SET next_at = '9999-01-01'")
    for job in (RENEW_CONTRACTS, PASS_DAYS):
        await enqueue(job)
    assert await run_pending(2) == 2


async def following(contract: Contract) -> Contract | None:
    id = await fetch_value("SELECT id FROM crm_contracts_contract WHERE renews_id = $1", contract.id)
    return None if id is None else await get(Contract, id)


async def terms_after(contract: Contract) -> Contract:
    found = await following(contract)
    assert found is not None
    return found


async def reasons() -> list[tuple[int, str, str]]:
    rows = await fetch("SELECT contract_id, reason, state FROM crm_contracts_renewal_problem ORDER BY id")
    return [tuple(row) for row in rows]


async def index_of(**months: str) -> int:
    """`m202512="100"`"""
    with elevated():
        index = await create(PriceIndex, {"name": f"CPI {len(await fetch('SELECT FROM crm_contracts_price_index'))}"})
        for month, value in months.items():
            day = date(int(month[1:5]), int(month[5:]), 15)
            await create(IndexValue, {"price_index": index.id, "month": day, "value": Decimal(value)})
    return int(index.id)


async def test_the_next_term_comes_into_force_at_night(inside: Company) -> None:
    owner = await user("owner")
    contract = await going_on(line(700), monthly(1_000, free_periods=1), owner=owner.id, our_signatory="周敏")
    with at(END):
        await night()
        assert await following(contract) is None and (await get(Contract, contract.id)).state == "active"
    with at(NEXT):
        await night()
        made = await terms_after(contract)
        assert (made.state, made.starts_on, made.ends_on) == ("active", NEXT, date(2027, 12, 31))
        assert (made.renewed_unsigned, made.signed_on, made.seal_id, made.total) == (True, NEXT, None, 0)
        assert made.number is not None and made.number.startswith("HT-2027-")
        assert (made.renewal, made.our_signatory, made.document_version) == ("automatic", "周敏", 1)
        assert (await get(Contract, contract.id)).state == "renewed"
        told = await fetch("SELECT kind, href FROM guanxi_notification WHERE user_id = $1", owner.id)
        assert ("contract", f"/crm_contracts/contracts/{made.id}") in [tuple(row) for row in told]
        while await take_due_charges(today(), 100):
            pass
        assert [each[2] for each in await charges(contract)] == [0] + [1_000] * 11
        assert [each[:2] for each in await charges(made)] == [(NEXT, date(2027, 1, 31))], "without a gap"
        await night()
        assert await fetch_value("SELECT count(*) FROM crm_contracts_contract") == 2


async def test_after_an_outage_all_terms_are_there(inside: Company) -> None:
    contract = await going_on(term_months=6, price_revision="percent", revision_percent=Decimal("2.5"))
    with at(date(2028, 2, 1)):
        await night()
        rows = await fetch("SELECT id, starts_on, ends_on, state FROM crm_contracts_contract ORDER BY starts_on")
        assert all(b["starts_on"] == a["ends_on"] + timedelta(days=1) for a, b in pairwise(rows))
        assert [row["state"] for row in rows] == ["renewed"] * 3 + ["active"]
        assert rows[-1]["ends_on"] == date(2028, 6, 30) and rows[0]["id"] == contract.id
        paper = await read_paper(await get(Contract, rows[-1]["id"]))
        assert paper.basis is not None and paper.basis["number"] == contract.number, "whose signatures it goes by"
        assert paper.signed_on == contract.signed_on and b'"renews":{"number":"HT-2026-' in paper.canonical()
        printed = (await build_contract(paper.contract, "en")).data
        assert printed["unsigned"] and "without a new signature" in printed["basis"]["main"]
        prices = await fetch("SELECT unit_price FROM crm_contracts_line ORDER BY contract_id")
        assert [row["unit_price"] for row in prices] == [1_000, 1_025, 1_051, 1_077]


async def test_two_workers_renew_once(inside: Company) -> None:
    contract = await going_on()
    with at(NEXT):
        assert await asyncio.gather(*(renew(contract.id) for _ in range(6))) == [None] * 6
    assert await fetch_value("SELECT count(*) FROM crm_contracts_contract WHERE renews_id = $1", contract.id) == 1
    assert await reasons() == []


async def test_a_crash_leaves_nothing_half_renewed(inside: Company) -> None:
    contract = await going_on()
    with at(NEXT):
        with pytest.raises(RuntimeError):
            async with transaction():
                await renew(contract.id)
                raise RuntimeError("kill")
        assert await following(contract) is None and (await get(Contract, contract.id)).state == "active"
        await night()
        assert await following(contract) is not None


async def test_prices_by_an_index(inside: Company) -> None:
    index = await index_of(m202512="100", m202612="103.3")
    contract = await going_on(monthly(995), price_revision="index", price_index=index)
    assert contract.index_month == date(2025, 12, 1), "the month before it starts"
    limited = await going_on(
        monthly(995), price_revision="index", price_index=index, revision_percent=Decimal(2), title="limited"
    )
    with at(NEXT):
        await night()
        for old, price in ((contract, 1_028), (limited, 1_015)):
            made = await terms_after(old)
            assert made.index_month == date(2026, 12, 1)
            assert (
                await fetch_value("SELECT unit_price FROM crm_contracts_line WHERE contract_id = $1", made.id) == price
            )


async def test_what_cannot_be_renewed_waits_in_a_list_and_blocks_nobody(inside: Company) -> None:
    waiting = await going_on(price_revision="index", price_index=await index_of(m202512="100"))
    baseless = await going_on(price_revision="index", price_index=await index_of(m202612="100"))
    paused = await going_on()
    broken = await going_on()
    good = await going_on()
    with at(END):
        await act(paused, "suspend", {"from_on": END, "reason": "r"})
        await execute(
            "UPDATE crm_contracts_line SET interval = 1, unit_price = 10^15 WHERE contract_id = $1", broken.id
        )
        await execute(
            "UPDATE crm_contracts_contract SET price_revision = 'percent', revision_percent = 900 WHERE id = $1",
            broken.id,
        )
    with at(NEXT):
        await night()
        assert await following(good) is not None
        assert await reasons() == [
            (waiting.id, "value", "open"),
            (baseless.id, "base", "open"),
            (paused.id, "paused", "open"),
            (broken.id, "failed", "open"),
        ]
        assert (await get(Contract, waiting.id)).state == "active", "it is not over"
        await night()
        assert len(await reasons()) == 4, "each is there once"
        shown = await WAITING_PANEL.load(paused.id)
        assert shown.table is not None and shown.table.rows == [("The contract is suspended.",)]
        assert (await WAITING_PANEL.load(good.id)).table is None
    with at(date(2027, 1, 20)):
        with elevated():
            values = {"price_index": waiting.price_index_id, "month": date(2026, 12, 1), "value": Decimal(110)}
            await create(IndexValue, values)
        problem = await fetch_value("SELECT id FROM crm_contracts_renewal_problem WHERE contract_id = $1", waiting.id)
        resource = current_company().catalog.resource_of[RenewalProblem]
        await run_action(resource, find_action(resource, "try_again", "record"), problem, {})
        made = await terms_after(waiting)
        assert made.starts_on == NEXT and (await reasons())[0][2] == "cleared"
        await act(paused, "end", {"ends_on": END, "reason": "r"})
        await night()
        assert [state for _id, _reason, state in await reasons()] == ["cleared", "open", "cleared", "open"]


async def test_a_term_drawn_up_by_hand_comes_first(inside: Company) -> None:
    contract = await going_on()
    with at(END):
        resource = current_company().catalog.resource_of[Contract]
        await run_action(resource, find_action(resource, "renew", "record"), contract.id, {"percent": None})
    with at(NEXT):
        await night()
        by_hand = await terms_after(contract)
        assert by_hand.state == "draft" and await reasons() == [(contract.id, "draft", "open")]
        await sign(await act(by_hand, "confirm", YES), on=NEXT)
        await night()
        assert (await get(Contract, contract.id)).state == "renewed"
        assert await reasons() == [(contract.id, "draft", "cleared")]


async def test_notice_ends_the_contract_at_its_term(inside: Company) -> None:
    contract = await going_on(notice_days=30)
    given = {"by": "customer", "reason": "moving"}
    seller = await user("seller", [*(str(each) for each in _SELLER)])
    with at(date(2026, 12, 1)):
        contract = await act(contract, "give_notice", given | {"given_on": date(2026, 12, 1)})
        assert (contract.renewal, contract.notice_given_on, contract.notice_by) == (
            "stopped",
            date(2026, 12, 1),
            "customer",
        )
        contract = await act(contract, "withdraw_notice", {"reason": "stays"})
        assert (contract.renewal, contract.notice_given_on) == ("automatic", None)
    with at(date(2026, 12, 2)):
        with pytest.raises(InvalidInput):
            await act(contract, "give_notice", given | {"given_on": date(2026, 12, 3)})
        with use_actor(seller), pytest.raises(InvalidInput) as late:
            await act(contract, "give_notice", given | {"given_on": date(2026, 12, 2)})
        assert set(late.value.fields) == {"given_on"}
        contract = await act(contract, "give_notice", given | {"given_on": date(2026, 12, 2)})
    with at(NEXT):
        await night()
        assert (await get(Contract, contract.id)).state == "expired" and await following(contract) is None
        with pytest.raises(Conflict):
            await act(contract, "withdraw_notice", {"reason": "too late"})


_SELLER = (
    "crm_contracts.contracts.read",
    "crm_contracts.contracts.see_all",
    "crm_contracts.contracts.sign",
)


async def test_ended_contracts_do_not_go_on(inside: Company) -> None:
    contract = await going_on()
    with at(date(2026, 6, 1)):
        await act(contract, "end", {"ends_on": date(2026, 6, 30), "reason": "r"})
    with at(NEXT):
        await night()
        assert (await get(Contract, contract.id)).state == "terminated" and await following(contract) is None


async def test_notice_holds_for_the_next_version(inside: Company) -> None:
    contract = await going_on()
    with at(date(2026, 6, 1)):
        resource = current_company().catalog.resource_of[Contract]
        outcome = await run_action(resource, find_action(resource, "amend", "record"), contract.id, {"from_on": None})
        await act(contract, "give_notice", {"by": "us", "given_on": today(), "reason": "r"})
        made = await get(Contract, outcome.data["id"])
        assert made.renewal == "automatic"
        made = await sign(await act(made, "confirm", YES), on=today())
        assert (made.renewal, made.notice_given_on) == ("stopped", today())


async def test_what_a_draft_may_say_of_its_renewal(inside: Company) -> None:
    for values, field in (
        ({"renewal": "automatic"}, "ends_on"),
        ({"renewal": "stopped", "ends_on": END}, "renewal"),
        ({"price_revision": "percent"}, "revision_percent"),
        ({"price_revision": "index"}, "price_index"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await draft(monthly(), **values)
        assert set(refused.value.fields) == {field}
    contract = await draft(monthly(), index_month=date(2026, 3, 9))
    assert contract.index_month == date(2026, 3, 1)
    with pytest.raises(InvalidInput):
        await update(Contract, contract.id, {"renewal": "automatic"})


async def test_an_index_has_one_value_for_a_month(inside: Company) -> None:
    index = await index_of(m202512="100")
    with pytest.raises(InvalidInput):
        await create(IndexValue, {"price_index": index, "month": date(2025, 12, 31), "value": Decimal(1)})
    for value in (0, -1):
        with pytest.raises(InvalidInput):
            await create(IndexValue, {"price_index": index, "month": date(2026, 1, 1), "value": Decimal(value)})


class Undone(Exception):
    """All that an example wrote is rolled back."""


def _round(exact: Fraction) -> int:
    """Halves away from zero, of what is not negative."""
    return int(exact + Fraction(1, 2))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    price=st.integers(0, 10**9),
    first=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    days=st.integers(0, 500),
    months=st.one_of(st.none(), st.integers(1, 14)),
    percent=st.decimals(-100, 300, places=2),
)
async def test_terms_tile_at_exact_prices(
    company: Company, price: int, first: date, days: int, months: int | None, percent: Decimal
) -> None:
    with use_company(company), use_actor(SYSTEM), pytest.raises(Undone):
        async with transaction():
            with at(first):
                terms = {"price_revision": "percent", "revision_percent": percent, "term_months": months}
                contract = await going_on(
                    monthly(price), starts_on=first, ends_on=first + timedelta(days=days), **terms
                )
            expected = price
            for _term in range(4):
                assert contract.ends_on is not None
                with at(contract.ends_on + timedelta(days=1)):
                    assert await renew(contract.id) is None
                    made = await terms_after(contract)
                expected = _round(Fraction(expected) * (1 + Fraction(percent) / 100))
                row = await fetch_row(
                    "SELECT unit_price, anchor_on, last_on FROM crm_contracts_line WHERE contract_id = $1", made.id
                )
                assert row is not None and tuple(row) == (expected, made.starts_on, made.ends_on)
                assert made.starts_on == contract.ends_on + timedelta(days=1) <= (made.ends_on or first)
                contract = made
            raise Undone


def test_every_reason_is_told_in_words() -> None:
    assert all(reason.label for reason in RenewalReason)
