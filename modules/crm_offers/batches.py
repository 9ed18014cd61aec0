"""Many coupons at once: a batch is noted with the campaign's stock, a job makes its coupons, each once."""

from __future__ import annotations

from crm_offers import ledger, queries
from crm_offers.choices import BatchState, CampaignState, Reason
from crm_offers.errors import REFUSED, NoSuchCampaign
from crm_offers.models import Batch
from guanxi import (
    Job,
    Run,
    _,
    clock,
    create,
    current_company,
    elevated,
    enqueue,
    execute,
    fetch_row,
    fetch_value,
    find,
    transaction,
    where,
)

MOST_CODES = 100_000
AT_ONCE = 1000
_RESERVE = """
UPDATE crm_offers_campaign SET issued = issued + $2, updated_at = $3
WHERE id = $1 AND state = 'open' AND (stock IS NULL OR issued + $2 <= stock) RETURNING id
"""


async def start(campaign_id: int, wanted: int | None) -> int:
    """`wanted` codes for whoever has them, or one coupon for each customer that the campaign is for; the batch's id.

    Raises CouponRefused where the campaign is not open or has too few left, NoSuchCampaign.
    """
    async with transaction():
        campaign = await queries.campaign(campaign_id)
        if campaign is None:
            raise NoSuchCampaign()
        if campaign["campaign_state"] != CampaignState.OPEN:
            raise REFUSED[Reason.NOT_OPEN]()
        if wanted is not None and await fetch_value(_RESERVE, campaign_id, wanted, clock.now()) is None:
            raise REFUSED[Reason.OUT_OF_STOCK]()
        with elevated():
            batch = await create(Batch, {"campaign": campaign_id, "wanted": wanted})
        await enqueue(ISSUE_BATCH, {"batch": batch.id})
    return int(batch.id)


async def _run(run: Run) -> None:
    """Each coupon has a source of its own, so a batch that is begun again makes what is missing."""
    batch_id = int(run.payload["batch"])
    batch = await fetch_row("SELECT campaign_id, wanted FROM crm_offers_batch WHERE id = $1", batch_id)
    if batch is None:
        return
    short = False
    while not short:
        async with run.step() as step:
            after = int(step.cursor or 0)
            if batch["wanted"] is None:
                last, short = await _for_customers(batch_id, batch["campaign_id"], after)
            else:
                last = await _codes(batch_id, after, batch["wanted"])
            if last is None:
                break
            step.done += AT_ONCE
            step.cursor = last
    async with run.step():
        state = BatchState.SHORT if short else BatchState.DONE
        await execute(
            "UPDATE crm_offers_batch SET state = $2, revision = revision + 1, updated_at = $3 WHERE id = $1",
            batch_id,
            state.value,
            clock.now(),
        )
    run.set_result({"issued": await fetch_value("SELECT issued FROM crm_offers_batch WHERE id = $1", batch_id)})


async def _codes(batch_id: int, after: int, wanted: int) -> int | None:
    last = min(after + AT_ONCE, wanted)
    if last == after:
        return None
    sources = [f"batch:{batch_id}:{n}" for n in range(after + 1, last + 1)]
    await ledger.issue_many(batch_id, [None] * len(sources), sources, reserved=True)
    return last


async def _for_customers(batch_id: int, campaign_id: int, after: int) -> tuple[int | None, bool]:
    """The last customer of this step, and whether the stock was too small for it."""
    campaign = await queries.campaign(campaign_id)
    model = current_company().catalog.resources["crm_core/customers"].model
    with elevated():
        condition = where.all_of(queries.customers_of(campaign), where.gt("id", after))
        ids = [customer.id for customer in await find(model, condition, order="id", limit=AT_ONCE)]
    if not ids:
        return None, False
    made = await ledger.issue_many(batch_id, ids, [f"batch:{batch_id}:c{id}" for id in ids], reserved=False)
    return ids[-1], bool(made["short"])


ISSUE_BATCH = Job(name="crm_offers.issue_batch", title=_("Issue coupons"), run=_run, steps=True, timeout=3600)
