"""Callers that hang up at any moment: no connection is lost, nothing is half done."""

from __future__ import annotations

import asyncio
import random
from typing import Any

from guanxi.context import Company
from guanxi.db import fetch_row, fetch_value
from tests.kernel.api.conftest import CLERK, MakeClient

ORDERS = "/api/v1/sample_shop/orders"


async def test_two_thousand_cancelled_requests_leak_nothing(make_client: MakeClient, in_shop: Company) -> None:
    client = await make_client(*CLERK)
    dice = random.Random(7)
    kept = (await client.post(ORDERS, json={"name": "kept"})).json()["id"]

    async def hang_up(number: int) -> None:
        path = (ORDERS, f"{ORDERS}/{kept}")[number % 2]
        call: asyncio.Task[Any] = asyncio.create_task(
            client.get(path)
            if number % 3
            else client.post(ORDERS, json={"name": f"n{number}", "lines": [{"text": "x"}]})
        )
        await asyncio.sleep(dice.random() * 0.02)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)

    for start in range(0, 2000, 40):
        await asyncio.gather(*(hang_up(start + offset) for offset in range(40)))

    pool: Any = in_shop.tortoise.db("default")._pool
    async with asyncio.timeout(5):
        while pool.get_idle_size() != pool.get_size():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert (
        await fetch_value(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND state LIKE 'idle in transaction%'"
        )
        == 0
    )
    counts = await fetch_row(
        "SELECT (SELECT count(*) FROM sample_shop_order) AS orders, (SELECT count(*) FROM sample_shop_order_line) + 1"
        " AS lines, (SELECT count(*) FROM guanxi_audit WHERE resource = 'sample_shop/orders') AS entries"
    )
    assert counts is not None and counts["orders"] == counts["lines"] == counts["entries"]
    assert (await client.get(f"{ORDERS}/{kept}")).status_code == 200
