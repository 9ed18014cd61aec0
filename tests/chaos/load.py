"""The work that goes on while processes die: contracts to bill, and points to grant over HTTP."""

from __future__ import annotations

import asyncio

import httpx

from crm_contracts.choices import ContractState, Recurrence
from crm_contracts.models import Contract, ContractLine
from crm_core.models import Customer
from crm_receivables.jobs import BILL_CONTRACTS
from guanxi import clock
from guanxi.context import current_company
from guanxi.db import fetch, transaction
from guanxi.jobs import enqueue
from tests.chaos.installation import Installation, insist

WAVE = 5
"""contracts that become due together"""


async def make_customers(count: int) -> list[int]:
    names = [f"Customer {number}" for number in range(count)]
    await Customer.bulk_create([Customer(code=f"X-{name}"[:20], name=name, name_key=name.lower()) for name in names])
    return [row["id"] for row in await fetch("SELECT id FROM crm_core_customer ORDER BY id")]


async def add_contracts(first: int, count: int, customers: list[int]) -> None:
    """Contracts in force with one monthly line that is due today, and a job that bills them, in one transaction."""
    day = clock.today(current_company().zone)
    numbers = [f"HT-X-{number:06}" for number in range(first, first + count)]
    async with transaction():
        await Contract.bulk_create(
            [
                Contract(
                    number=number,
                    title=f"Service {number}",
                    customer_id=customers[index % len(customers)],
                    state=ContractState.ACTIVE,
                    currency="CNY",
                    starts_on=day,
                    signed_on=day,
                )
                for index, number in enumerate(numbers)
            ]
        )
        ids = await fetch("SELECT id FROM crm_contracts_contract WHERE number = ANY($1) ORDER BY id", numbers)
        await ContractLine.bulk_create([_line(row["id"], day) for row in ids])
        await enqueue(BILL_CONTRACTS, key=f"chaos:{first}")


def _line(contract_id: int, day: object) -> ContractLine:
    return ContractLine(
        contract_id=contract_id,
        description="Monthly service",
        unit_price=10_000 + contract_id,
        amount=10_000 + contract_id,
        recurrence=Recurrence.MONTH,
        anchor_on=day,
        next_due_on=day,
    )


async def bill(count: int, customers: list[int], seconds: float) -> None:
    """`count` contracts in waves, over `seconds`."""
    for first in range(1, count + 1, WAVE):
        await add_contracts(first, WAVE, customers)
        await asyncio.sleep(seconds * WAVE / count)


async def grant(installation: Installation, count: int, customers: list[int], seconds: float) -> int:
    """`count` grants by a few clients at once, over at least `seconds`; returns how many were answered by 200."""
    clients = 5
    numbers = iter(range(1, count + 1))
    taken = 0

    async def one(client: httpx.AsyncClient) -> None:
        nonlocal taken
        for number in numbers:
            body = {"customer_id": customers[number % len(customers)], "points": number, "source": f"order:{number}"}
            headers = {"Idempotency-Key": f"grant-{number}"}
            answer = await insist(client, "POST", "/api/v1/crm_loyalty/earn", json=body, headers=headers)
            assert answer.status_code == 200, answer.text
            assert answer.json()["points"] == number
            taken += 1
            await asyncio.sleep(seconds * clients / count)

    address, headers = installation.address(), installation.headers
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=10) as client:
        await asyncio.gather(*(one(client) for _ in range(clients)))
    return taken
