"""Two workers renew contracts whose terms are over while `kill -9` hits them: each next term once, without a gap."""

from __future__ import annotations

import random
from datetime import timedelta

from crm_contracts.auto_renewing import RENEW_CONTRACTS
from crm_contracts.choices import ContractState
from guanxi import clock
from guanxi.context import SYSTEM, current_company, use_actor, use_company
from guanxi.db import execute, fetch, fetch_row, transaction
from guanxi.jobs import enqueue
from tests.chaos.installation import Installation
from tests.chaos.load import make_customers
from tests.chaos.test_billing import kill_at_work, settled

CONTRACTS, KILLS, JOBS = 20, 3, 2
_LOAD = """
WITH contract AS (
    INSERT INTO crm_contracts_contract (number, title, customer_id, state, currency, total, subtotal, tax, yearly,
        starts_on, ends_on, signed_on, renewal, term_months, payment_method, language, our_signatory, their_signatory,
        terms, terms_en, annex, annex_en, revision, created_at, updated_at)
    SELECT 'HT-R-' || n, 'Service', ($1::bigint[])[1 + n % 20], 'active', 'CNY', 0, 0, 0, 0,
        $2::date, ($2::date + interval '1 month')::date - 1, $2::date, 'automatic', 1,
        'bank_transfer', 'en', '', '', 'x', 'x', '', '', 1, now(), now()
    FROM generate_series(1, $3::int) n RETURNING id
)
INSERT INTO crm_contracts_line (contract_id, description, unit, quantity, unit_price, discount, tax_rate, amount,
    recurrence, interval, billing, anchor_on, next_period, blocked)
SELECT id, 'Care', '', 1, 100, 0, 6, 100, 'month', 1, 'advance', $2::date, 0, false FROM contract
"""
_TERMS = """
SELECT count(*) AS terms, count(*) FILTER (WHERE state = 'active') AS in_force, max(ends_on) AS ends_on,
    bool_and(before IS NULL OR starts_on = before + 1) AS tile
FROM (
    SELECT t.*, lag(t.ends_on) OVER (PARTITION BY t.root ORDER BY t.starts_on) AS before FROM (
        WITH RECURSIVE term AS (
            SELECT id, id AS root, state, starts_on, ends_on FROM crm_contracts_contract WHERE number LIKE 'HT-R-%'
            UNION ALL SELECT c.id, p.root, c.state, c.starts_on, c.ends_on
            FROM crm_contracts_contract c JOIN term p ON c.renews_id = p.id
        ) SELECT * FROM term) t
) each GROUP BY root
"""


async def test_workers_that_are_killed_renew_every_term_once(installation: Installation) -> None:
    dice = random.Random(20260301)
    with use_company(await installation.company()), use_actor(SYSTEM):
        today = clock.today(current_company().zone)
        start = (today.replace(day=1) - timedelta(days=70)).replace(day=1)
        await execute(_LOAD, await make_customers(20), start, CONTRACTS)
        async with transaction():
            for number in range(JOBS):
                await enqueue(RENEW_CONTRACTS, key=f"bill:{number}")
        for _worker in range(2):
            await installation.start("worker")
        for turn in range(KILLS):
            await kill_at_work(installation, dice, all_of_them=turn % 2 == 0)
        await settled()
        rows = await fetch(_TERMS)
        assert len(rows) == CONTRACTS
        assert all(row["in_force"] == 1 and row["tile"] and row["ends_on"] >= today for row in rows)
        assert {row["terms"] for row in rows} == {4}, "this month's, and each before it"
        counted = await fetch_row(
            "SELECT count(*) AS contracts, count(DISTINCT renews_id) AS renewed FROM crm_contracts_contract"
            " WHERE renewed_unsigned AND state = ANY($1)",
            [str(ContractState.ACTIVE), str(ContractState.RENEWED)],
        )
        assert counted is not None and counted["contracts"] == counted["renewed"] == 3 * CONTRACTS
        assert await fetch("SELECT id FROM crm_contracts_renewal_problem") == []
