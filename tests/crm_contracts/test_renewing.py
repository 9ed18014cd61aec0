"""The next term of a contract, and what the calendar makes of the old one."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from crm_contracts.models import Contract
from crm_contracts.passing import PASS_DAYS
from guanxi import Company, Conflict, current_company, enqueue, fetch_value, get, read, today
from guanxi.jobs import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import YES, act, active, confirmed, draft, line, monthly, sign


async def next_term(contract: Contract, percent: str | None = None) -> Contract:
    resource = current_company().catalog.resource_of[Contract]
    values = {"percent": Decimal(percent) if percent else None}
    outcome = await run_action(resource, find_action(resource, "renew", "record"), contract.id, values)
    return await get(Contract, outcome.data["id"])


async def pass_days() -> None:
    await enqueue(PASS_DAYS)
    await run_pending(10)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "next_start", "next_end"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31)),
        (date(2026, 1, 31), date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 30)),
        (date(2026, 1, 10), date(2026, 2, 9), date(2026, 2, 10), date(2026, 3, 9)),
        (date(2026, 1, 10), date(2026, 1, 19), date(2026, 1, 20), date(2026, 1, 29)),
        (date(2024, 2, 29), date(2025, 2, 27), date(2025, 2, 28), date(2026, 2, 27)),
    ],
)
async def test_the_next_term_is_as_long(
    inside: Company, starts_on: date, ends_on: date, next_start: date, next_end: date
) -> None:
    contract = await active(monthly(), starts_on=starts_on, ends_on=ends_on)
    following = await next_term(contract)
    assert (following.starts_on, following.ends_on, following.renews_id) == (next_start, next_end, contract.id)
    assert following.state == "draft"


async def test_recurring_lines_go_on_at_their_new_prices(inside: Company) -> None:
    contract = await active(line(500), monthly(333, quantity=Decimal(2)), ends_on=date(2026, 12, 31))
    following = await next_term(contract, "5")
    shown = await read(current_company().catalog.resource_of[Contract], following.id)
    assert [(each["unit_price"], each["recurrence"], each["amount"]) for each in shown["lines"]] == [
        (350, "month", 700)
    ]
    assert following.title == contract.title


async def test_there_is_one_next_term(inside: Company) -> None:
    contract = await active(monthly(), ends_on=date(2026, 12, 31))
    following = await next_term(contract)
    with pytest.raises(Conflict):
        await next_term(contract)
    await act(following, "cancel", {"reason": "other prices"})
    assert (await next_term(contract)).renews_id == contract.id


async def test_what_has_no_end_or_was_ended_has_no_next_term(inside: Company) -> None:
    with pytest.raises(Conflict):
        await next_term(await active(monthly()))
    with pytest.raises(Conflict):
        await next_term(await draft(ends_on=date(2026, 12, 31)))
    ended = await act(
        await active(monthly(), ends_on=date(2026, 12, 31)), "end", {"ends_on": date(2026, 3, 1), "reason": "r"}
    )
    with pytest.raises(Conflict):
        await next_term(ended)


async def test_the_old_one_is_renewed_once_its_term_is_over(inside: Company) -> None:
    ends_on = today() - timedelta(days=1)
    contract = await active(monthly(), starts_on=date(2025, 1, 1), ends_on=ends_on)
    other = await active(monthly(), starts_on=date(2025, 1, 1), ends_on=ends_on)
    await sign(await act(await next_term(contract), "confirm", YES), on=today())
    assert (await get(Contract, contract.id)).state == "active"
    await pass_days()
    assert (await get(Contract, contract.id)).state == "renewed"
    assert (await get(Contract, other.id)).state == "expired"
    await sign(await act(await next_term(other), "confirm", YES), on=today())
    assert (await get(Contract, other.id)).state == "renewed", "signed late"


async def test_a_contract_signed_early_begins_on_its_first_day(inside: Company) -> None:
    early = await sign(await confirmed(monthly(), starts_on=today() + timedelta(days=1)), on=today())
    assert early.state == "signed"
    await pass_days()
    assert (await get(Contract, early.id)).state == "signed"
    begun = await sign(await confirmed(monthly(), starts_on=today()), on=today())
    assert begun.state == "active"


async def test_an_early_signed_contract_may_be_called_off(inside: Company) -> None:
    early = await sign(
        await confirmed(monthly(), starts_on=today() + timedelta(days=30), ends_on=today() + timedelta(days=60)),
        on=today(),
    )
    off = await act(early, "end", {"ends_on": today(), "reason": "both agree"})
    assert off.state == "terminated"
    await pass_days()
    assert (await get(Contract, early.id)).state == "terminated"


async def test_the_next_term_keeps_its_template(inside: Company) -> None:
    template = await fetch_value("SELECT min(id) FROM crm_contracts_template")
    contract = await active(monthly(), ends_on=date(2026, 12, 31), template=template)
    assert template is not None and (await next_term(contract)).template_id == template
