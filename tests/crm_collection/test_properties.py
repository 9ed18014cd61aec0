"""Whatever happens in whatever order: levels are a run of numbers without a gap, each once, never two at a time, of
what was outstanding then, and never for what is paid, disputed, blocked or promised (A14, A15)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_collection.exception_models import Block, Dispute, Promise
from guanxi import GuanxiError, create, execute, fetch, fetch_value
from tests.crm_collection.support import DUE, debtor, owing, run
from tests.crm_receivables.support import pay

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PROPERTY = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
EVENTS = st.lists(
    st.tuples(st.sampled_from(("run", "run", "run", "pay", "dispute", "block", "promise", "free")), st.integers(1, 40)),
    min_size=4,
    max_size=14,
)
_STATE = """
SELECT i.outstanding, EXISTS (SELECT FROM crm_collection_dispute d WHERE d.installment_id = i.id AND d.state = 'open')
    OR EXISTS (SELECT FROM crm_collection_block b WHERE b.installment_id = i.id AND b.lifted_on IS NULL)
    OR EXISTS (SELECT FROM crm_collection_promise p WHERE p.installment_id = i.id AND p.state = 'open') AS held
FROM crm_receivables_installment i WHERE i.id = $1
"""
_KINDS: dict[str, tuple[Any, dict[str, Any]]] = {
    "dispute": (Dispute, {"reason": "no"}),
    "block": (Block, {"reason": "no"}),
    "promise": (Promise, {"amount": 1, "due_on": date.today() + timedelta(days=2)}),
}
_FREE = (
    "UPDATE crm_collection_dispute SET state = 'refused', resolved_on = now()::date WHERE state = 'open'",
    "UPDATE crm_collection_block SET lifted_on = now()::date WHERE lifted_on IS NULL",
    "UPDATE crm_collection_promise SET state = 'withdrawn', settled_on = now()::date WHERE state = 'open'",
)


@PROPERTY
@given(EVENTS)
async def test_any_history(events: list[tuple[str, int]]) -> None:
    customer = await debtor()
    (item,) = await owing(customer, 1_000)
    day, sent = DUE - timedelta(days=5), 0
    for what, number in events:
        if what == "run":
            day += timedelta(days=number)
            before = await fetch(_STATE, item)
            found = [each for each in await run(day) if each.customer_id == customer]
            assert len(found) <= 1
            if found:
                sent += 1
                assert (before[0]["held"], before[0]["outstanding"]) == (False, found[0].items[0].outstanding)
                assert before[0]["outstanding"] > 0
            assert await run(day) == [], "the same night again"
        elif what == "pay":
            await pay(customer, number * 10, on=DUE, oldest=True)
        elif what == "free":
            for statement in _FREE:
                await execute(statement)
        else:
            model, values = _KINDS[what]
            try:
                await create(model, {"installment": item, **values})
            except GuanxiError:  # paid, or there already
                continue
    rows = await fetch("SELECT level_number FROM crm_collection_step WHERE installment_id = $1 ORDER BY id", item)
    numbers = [row["level_number"] for row in rows]
    first = numbers[0] if numbers else 1
    assert numbers == list(range(first, first + sent)) and first in (1, 2), "only the reminder may have had its time"
    assert await fetch_value("SELECT count(*) FROM crm_collection_notice WHERE customer_id = $1", customer) == sent
