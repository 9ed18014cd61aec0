"""Demo data: notices of the last weeks, promises kept, broken and open, disputes, blocks, limits and terms."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from crm_collection.credit_models import CreditLimit, CreditRelease
from crm_collection.dunning import dun_batch
from crm_collection.exception_models import Block, Dispute, Promise
from crm_collection.policy_models import Terms
from crm_collection.promising import settle_promises
from crm_receivables.services import OpenItem, open_items
from guanxi import create, current_company, execute, fetch_value, find, today

_RUNS = (40, 20)
"""days ago; what is due by now is what the preview shows"""
_DISPUTES = ("数量与订单不符 Quantity differs from the order", "设备验收未通过 Acceptance test failed")
_BLOCKS = ("正在协商分期付款 Installments under negotiation", "对账中 Reconciling accounts")


async def make_demo() -> None:
    if await fetch_value("SELECT EXISTS (SELECT FROM crm_collection_credit_limit)"):
        return
    day = today()
    for ago in _RUNS:
        await _run(day - timedelta(days=ago))
    items = await open_items(currency=current_company().currency)
    first = {item.customer_id: item for item in reversed(items)}  # of each customer the one that is due the longest
    late = sorted((item for item in first.values() if item.due_on < day), key=lambda item: item.due_on)
    chosen = iter([*late, *(item for item in items if item not in late)])
    await _promises(list(islice(chosen, 2)), day)
    await _exceptions(list(islice(chosen, 4)), day)
    await _agreed(list(first))


async def _run(day: date) -> None:
    after: int | None = 0
    while after is not None:
        after, _sent, _failed = await dun_batch(day, after)


async def _promises(items: list[OpenItem], day: date) -> None:
    """The first was broken; the others lie ahead."""
    for index, item in enumerate(items):
        promise = await create(
            Promise,
            {
                "customer": item.customer_id,
                "currency": item.currency,
                "amount": item.outstanding,
                "due_on": day + timedelta(days=3 * index),
                "note": "电话承诺 Promised on the phone",
            },
        )
        if index == 0:
            await execute(
                "UPDATE crm_collection_promise SET made_on = $2, due_on = $3 WHERE id = $1",
                promise.id,
                day - timedelta(days=12),
                day - timedelta(days=5),
            )
    await settle_promises(day)


async def _exceptions(items: list[OpenItem], day: date) -> None:
    for item, reason in zip(items[:2], _DISPUTES, strict=False):
        await create(Dispute, {"installment": item.installment_id, "reason": reason})
    for item, reason in zip(items[2:], _BLOCKS, strict=False):
        until = day + timedelta(days=14)
        await create(Block, {"customer": item.customer_id, "reason": reason, "until_on": until})


async def _agreed(customers: list[int]) -> None:
    """Limits for most of them, two with terms of their own, and two contracts that may pass."""
    for index, customer_id in enumerate(customers[:6]):
        amount = (20_000_000, 5_000_000, 1_000_000)[index % 3]
        await create(CreditLimit, {"customer": customer_id, "currency": current_company().currency, "amount": amount})
    for customer_id in customers[:2]:
        await create(
            Terms, {"customer": customer_id, "daily_rate": Decimal("0.03"), "note": "框架协议 Frame agreement"}
        )
    contracts = current_company().catalog.resources["crm_contracts/contracts"].model
    for contract in await find(contracts, limit=2):
        await create(CreditRelease, {"contract": contract.id, "reason": "总经理批准 Approved by management"})
