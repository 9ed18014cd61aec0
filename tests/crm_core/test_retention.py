"""Retention rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_core.models import Customer
from crm_core.privacy_models import RetentionRule
from crm_core.retention import RETENTION, count_due, due, limit_day
from guanxi import InvalidInput, clock, elevated, enqueue, execute, fetch_value, find, transaction, update
from guanxi.context import current_company
from guanxi.jobs import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_core.support import customer

pytestmark = pytest.mark.usefixtures("inside")


async def _old(name: str, days: int, **values: object) -> int:
    """A customer without contact for so many days."""
    made = await customer(name)
    then = clock.now() - timedelta(days=days)
    await execute("UPDATE crm_core_customer SET created_at = $2 WHERE id = $1", made.id, then)
    for column, value in values.items():
        await execute(f"UPDATE crm_core_customer SET {column} = $2 WHERE id = $1", made.id, value)
    return int(made.id)


async def _rule(stage: str) -> RetentionRule:
    return next(rule for rule in await find(RetentionRule) if rule.stage == stage)


async def _act(rule: RetentionRule, name: str, **values: int) -> None:
    resource = current_company().catalog.resources["crm_core/retention_rules"]
    await run_action(resource, find_action(resource, name, "record"), rule.id, values)


async def _night() -> dict[str, int]:
    async with transaction():
        await enqueue(RETENTION)
    await run_pending(10)
    result = await fetch_value(
        "SELECT result FROM guanxi_job WHERE name = 'crm_core.retention' ORDER BY id DESC LIMIT 1"
    )
    return dict(result)


@pytest.mark.parametrize(
    ("today", "months", "expected"),
    [
        (date(2026, 11, 22), 36, date(2023, 11, 22)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 1), 1, date(2025, 12, 1)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_months_are_calendar_months(today: date, months: int, expected: date) -> None:
    assert limit_day(months, today) == expected


async def test_rules_start_switched_off_and_nothing_happens() -> None:
    await _old("春意", 3000)
    rules = await find(RetentionRule)
    assert [(rule.months, rule.active) for rule in rules] == [(36, False), (36, False)]
    assert await _night() == {"anonymized": 0, "kept": 0}


async def test_only_those_without_any_contact_are_due() -> None:
    today = clock.today(current_company().zone)
    old = await _old("春意", 1200)
    await _old("江南", 1200, last_contact_on=today - timedelta(days=30))
    await _old("北方", 1200, next_contact_on=today + timedelta(days=3))
    await _old("正式", 1200, stage="formal")
    await _old("新的", 10)
    noted = await _old("来信", 1200)
    await execute(
        "INSERT INTO crm_core_activity (customer_id, kind, at, subject, outcome, details, revision, created_at,"
        " updated_at) VALUES ($1, 'note', now(), 'x', 'none', '', 1, now(), now())",
        noted,
    )
    assert [row["id"] for row in await due("potential", 36)] == [old]
    assert await count_due("potential", 36) == 1
    assert await count_due("lost", 36) == 0


async def test_a_rule_is_switched_on_with_the_preview_s_number_and_works_at_night() -> None:
    first, second = await _old("春意", 1200), await _old("江南", 1200)
    young = await _old("新的", 10)
    rule = await _rule("potential")
    with pytest.raises(InvalidInput):
        await _act(rule, "turn_on", count=1)
    await _act(rule, "turn_on", count=2)
    await execute(
        "INSERT INTO crm_contracts_contract (number, title, customer_id, state, currency, total, subtotal, tax, yearly,"
        " payment_method, language, our_signatory, their_signatory, terms, terms_en, annex, annex_en, revision,"
        " created_at, updated_at) VALUES ('HT-1', 'Service', $1, 'active', 'CNY', 0, 0, 0, 0, 'cash', 'en', '', '',"
        " '', '', '', '', 1, now(), now())",
        second,
    )
    assert await _night() == {"anonymized": 1, "kept": 1}
    names = {made.id: made.name for made in await find(Customer)}
    assert names[first].startswith("*** C") and (names[second], names[young]) == ("江南", "新的")
    assert await fetch_value("SELECT reason FROM crm_core_anonymization") == "retention"
    assert await _night() == {"anonymized": 0, "kept": 1}


async def test_another_time_switches_the_rule_off() -> None:
    rule = await _rule("lost")
    await _act(rule, "turn_on", count=0)
    with elevated():
        changed = await update(RetentionRule, rule.id, {"months": 12})
    assert (changed.months, changed.active) == (12, False)
