"""Random steps at once: afterwards every balance, tier and limit is what the ledger says, from its first entry."""

from __future__ import annotations

import pytest

from benchmarks.random_points import program as campaigns, run
from crm_loyalty import services
from guanxi import fetch, fetch_value
from tests.crm_loyalty.conftest import MakeCustomer

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("seed", range(2))
async def test_what_is_stored_equals_what_the_ledger_says(make_customer: MakeCustomer, seed: int) -> None:
    customers = [await make_customer() for _n in range(12)]
    await campaigns()
    done = await run(customers, 1_200, 12, seed)
    assert done["order"] > 250 and done["redeem"] > 100 and done["refund"] > 50, done
    assert await services.ledger_differences() == []
    over_limits = await fetch(
        "SELECT w.campaign_id, w.account_id FROM crm_loyalty_award w"
        " JOIN crm_loyalty_campaign c ON c.id = w.campaign_id"
        " WHERE c.per_day > 0 GROUP BY 1, 2, w.day, c.per_day HAVING sum(w.points) > c.per_day"
        " UNION SELECT w.campaign_id, w.account_id FROM crm_loyalty_award w"
        " JOIN crm_loyalty_campaign c ON c.id = w.campaign_id"
        " WHERE c.per_member > 0 GROUP BY 1, 2, c.per_member HAVING sum(w.points) > c.per_member"
    )
    assert over_limits == []
    first_twice = "SELECT 1 FROM crm_loyalty_award w JOIN crm_loyalty_campaign c ON c.id = w.campaign_id"
    first_twice += " WHERE c.first_purchase GROUP BY w.account_id HAVING count(*) > 1"
    assert await fetch_value(first_twice) is None
    given = "SELECT given = (SELECT sum(points) FROM crm_loyalty_award WHERE campaign_id = c.id) AND given <= budget"
    assert await fetch_value(f"{given} FROM crm_loyalty_campaign c WHERE budget > 0")
