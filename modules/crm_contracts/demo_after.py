"""What came after signing, for the demo company: an amendment, automatic renewals, deliveries."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from crm_contracts import amending, auto_renewing, confirming, delivering, signing
from crm_contracts.delivery_models import Delivery
from crm_contracts.delivery_status import refresh_all
from crm_contracts.demo_data import DELIVERIES
from crm_contracts.models import Contract
from crm_contracts.renewal_models import IndexValue, PriceIndex
from crm_contracts.revising import month_before
from guanxi import create, fetch, fetch_row, get, today, update

_MONTHS = 30
_LINE = """
SELECT c.id AS contract_id, l.description, c.their_signatory
FROM crm_contracts_contract c JOIN crm_contracts_line l ON l.contract_id = c.id
WHERE c.title = $1 ORDER BY c.id, l.id OFFSET $2 LIMIT 1
"""


async def make_index() -> int:
    """Consumer prices of the last months up to the one before this: a little more each month."""
    index = await create(PriceIndex, {"name": "Consumer price index", "name_zh": "居民消费价格指数"})
    month = today().replace(day=1)
    for number in range(_MONTHS):
        month = month_before(month)
        value = Decimal(1060 - 2 * number) / 10
        await create(IndexValue, {"price_index": index.id, "month": month, "value": value})
    return int(index.id)


async def amend(contract: Contract, from_on: date, signed_on: date) -> None:
    """More seats from a day on, and training on top."""
    made = await amending.amend(contract, {"from_on": from_on})
    seats = await fetch("SELECT id, unit FROM crm_contracts_line WHERE contract_id = $1 ORDER BY id", made.data["id"])
    lines = [{"id": row["id"]} for row in seats]
    lines[-1]["quantity"] = Decimal(20)
    annex = {"annex": "自变更之日起增加八个云平台用户。", "annex_en": "Eight more seats from the day of the amendment."}
    await update(Contract, made.data["id"], {"lines": lines, **annex})
    version = await get(Contract, made.data["id"])
    await confirming.confirm(version, {"annex_complete": True})
    await signing.sign(await get(Contract, version.id), {"signed_on": max(signed_on, from_on)})


async def go_on() -> None:
    """Those whose term was over before the demo began."""
    rows = await fetch(
        "SELECT id FROM crm_contracts_contract WHERE renewal = 'automatic' AND ends_on < $1 ORDER BY id", today()
    )
    for row in rows:
        await auto_renewing.renew(row["id"])


async def make_deliveries() -> None:
    for title, line, planned, delivered, days, accepted in DELIVERIES:
        row = await fetch_row(_LINE, title, line)
        if row is None:
            continue
        due_on = today() + timedelta(days=days)
        plan = {"contract": row["contract_id"], "what": row["description"], "quantity": Decimal(planned)}
        delivery = await create(Delivery, {**plan, "due_on": due_on})
        if Decimal(delivered):
            day = min(due_on, today())
            await delivering.deliver(delivery, {"quantity": Decimal(delivered), "delivered_on": day, "note": None})
        if accepted:
            values = {"accepted_on": due_on, "accepted_by": row["their_signatory"], "note": None}
            await delivering.accept(await get(Delivery, delivery.id), values)
    await refresh_all()
