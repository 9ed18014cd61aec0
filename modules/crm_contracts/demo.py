"""Products and contracts in every state for the demo company."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crm_contracts import asking, certificates, confirming, lifecycle, numbers, quoting, renewing, sending, signing
from crm_contracts.approval_models import ApprovalRule
from crm_contracts.billing_models import Usage
from crm_contracts.choices import Billing, DocumentLanguage, PaymentMethod, PriceRevision, Recurrence
from crm_contracts.demo_after import amend, go_on, make_deliveries, make_index
from crm_contracts.demo_data import ANNEXES, CONTRACTS, SIGNATORIES
from crm_contracts.demo_prices import limit_discounts, make_prices, make_products
from crm_contracts.models import Contract, Product
from crm_contracts.passing import run_out
from crm_contracts.settings import ContractSettings
from crm_contracts.signature_models import SignatureRequest
from crm_contracts.steps import SIGNING_STAGES
from guanxi import (
    ListQuery,
    create,
    current_company,
    elevated,
    fetch,
    fetch_value,
    find,
    get,
    page,
    settings_of,
    today,
    update,
    where,
)

Row = dict[str, Any]


async def make_demo() -> None:
    with elevated():
        products = await make_products()
        customers = await _customers()
        if not customers:
            return
        await make_prices(products, customers[0]["id"])
        price_index = await make_index()
        for index, plan in enumerate(CONTRACTS):
            await _contract(index, plan, customers[index * 3 % len(customers)], products, price_index)
        await go_on()
        await run_out(today())
        await certificates.make()
        await _ask_for_signatures()
        await make_deliveries()
        await _usage()
        await limit_discounts()
        await _ask_for_approval({plan["title"] for plan in CONTRACTS if plan["state"] == "in_review"})
        await _quote(products)
        await numbers.draw(None, {"count": 5, "holder": await fetch_value("SELECT min(id) FROM guanxi_user")})


async def _customers() -> list[Row]:
    """Those that may sign: intent and formal customers."""
    customers = current_company().catalog.resources["crm_core/customers"]
    stages = where.in_("stage", sorted(SIGNING_STAGES))
    found = await page(customers, ListQuery(where=stages, sort="id", limit=200))
    return found.rows


def _months_before(day: date, months: int) -> date:
    """The first of a month, so many months before `day`."""
    months = day.year * 12 + day.month - 1 - months
    return date(months // 12, months % 12 + 1, 1)


async def _contract(index: int, plan: Row, customer: Row, products: dict[str, Product], price_index: int) -> None:
    now = today()
    starts_on = _months_before(now, plan["months_ago"])
    years = plan.get("years", 1)
    ends_on = date(starts_on.year + years, starts_on.month, 1) - timedelta(days=1)
    if plan.get("ends_in_days"):
        ends_on = now + timedelta(days=plan["ends_in_days"])
    contract = await create(
        Contract,
        {
            "title": plan["title"],
            "customer": customer["id"],
            "owner": (customer.get("owner") or {}).get("id"),
            "currency": "CNY",
            "starts_on": starts_on,
            "ends_on": ends_on,
            "language": list(DocumentLanguage)[index % 3].value,
            "template": settings_of(ContractSettings).template if plan["state"] == "draft" else None,
            "payment_method": list(PaymentMethod)[index % 3].value,
            "annex": ANNEXES[index % len(ANNEXES)][0],
            "annex_en": ANNEXES[index % len(ANNEXES)][1],
            "lines": [_line(line, products) for line in plan["lines"]],
            "installments": [_installment(row, starts_on) for row in plan.get("plan", ())],
            **_terms(plan, price_index),
        },
    )
    await _advance(contract, plan["state"], starts_on, index)


def _terms(plan: Row, price_index: int) -> Row:
    terms: Row = plan.get("terms", {})
    return terms | {"price_index": price_index} if terms.get("price_revision") == PriceRevision.INDEX else terms


def _line(line: tuple[Any, ...], products: dict[str, Product]) -> Row:
    code, quantity, discount, recurrence = line
    if recurrence == Billing.USAGE:
        used = {"recurrence": Recurrence.MONTH.value, "billing": Billing.USAGE.value, "included": Decimal(10)}
        return {"product": products[code].id, **used}
    return {
        "product": products[code].id,
        "quantity": Decimal(quantity),
        "discount": Decimal(discount),
        "recurrence": recurrence,
        "billing": (Billing.ARREARS if recurrence == Recurrence.QUARTER else Billing.ADVANCE).value,
    }


def _installment(row: tuple[str, int, str], starts_on: date) -> Row:
    label, days, percent = row
    return {"label": label, "due_on": starts_on + timedelta(days=days), "percent": Decimal(percent)}


async def _advance(contract: Contract, state: str, starts_on: date, index: int) -> None:
    """Take the contract through its life as users would, up to `state`."""
    if state in ("draft", "in_review"):
        return
    await confirming.confirm(contract, {"annex_complete": True})
    contract = await get(Contract, contract.id)
    if state == "cancelled":
        await confirming.cancel(contract, {"reason": "客户取消采购计划 / The customer cancelled the purchase."})
    if state == "sent":
        await sending.send(contract, {"mail": False})
    if state not in ("active", "terminated", "renewed", "suspended", "amended"):
        return
    ours, theirs = SIGNATORIES[index % len(SIGNATORIES)]
    signed_on = min(starts_on, today())
    await signing.sign(contract, {"signed_on": signed_on, "our_signatory": ours, "their_signatory": theirs})
    contract = await get(Contract, contract.id)
    if state == "terminated":
        last = min(today(), contract.ends_on or today()) - timedelta(days=1)
        await lifecycle.end(contract, {"ends_on": last, "reason": "项目结束 / The project is over."})
    if state == "suspended":
        reason = "门店装修 / The shop is being rebuilt."
        await lifecycle.suspend(contract, {"from_on": today(), "reason": reason})
    if state == "amended":
        await amend(contract, _months_before(today(), 1), signed_on)
    if state == "renewed":
        made = await renewing.renew(contract, {"percent": Decimal(5)})
        following = await get(Contract, made.data["id"])
        assert following.starts_on is not None
        await _advance(following, "active", following.starts_on, index)


async def _usage() -> None:
    """What meters told of each week up to yesterday."""
    lines = await fetch(
        "SELECT contract_id, description, anchor_on FROM crm_contracts_line"
        " WHERE billing = 'usage' AND anchor_on IS NOT NULL ORDER BY id"
    )
    for line in lines:
        for week in range((today() - line["anchor_on"]).days // 7):
            values = {"used_on": line["anchor_on"] + timedelta(days=7 * week), "quantity": Decimal(12 + week % 5)}
            of_line = {
                "contract": line["contract_id"],
                "line": line["description"],
                "reference": f"METER-{week + 1:03}",
            }
            await create(Usage, {**of_line, **values})


async def _quote(products: dict[str, Product]) -> None:
    """A quotation that is open, for the customer with the most contracts."""
    customer = await fetch_value(
        "SELECT customer_id FROM crm_contracts_contract GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
    )
    lines = [_line(line, products) for line in (("AC-W035", "20", "2", "none"), ("SV-CARE", "1", "0", "month"))]
    starts_on = today() + timedelta(days=30)
    quoted = {"title": "分店空调报价", "customer": customer, "currency": "CNY", "starts_on": starts_on, "lines": lines}
    contract = await create(Contract, quoted)
    await quoting.quote(contract, {"mail": False, "quoted_until": contract.quoted_until})


async def _ask_for_approval(titles: set[str]) -> None:
    """From now on large contracts want the approval of a manager; some wait for it."""
    manager = await fetch_value("SELECT id FROM guanxi_role WHERE key = 'manager'")
    rule = {"name": "500,000 以上 / From 500,000 on", "minimum": 50_000_000, "currency": "CNY", "role": manager}
    await create(ApprovalRule, rule)
    for contract in await find(Contract, where.in_("title", sorted(titles)), limit=100):
        await confirming.confirm(contract, {"annex_complete": True})


async def _ask_for_signatures() -> None:
    """One contract is out for signature, with the customer first."""
    contract = (await find(Contract, where.eq("state", "sent"), order="id", limit=1))[0]
    made = await asking.draw_up(contract, {})
    signatories = [
        {"name": "王建国", "email": "wang.jianguo@example.com", "side": "theirs", "capacity": "总经理"},
        {"name": "周敏", "email": "zhou.min@example.com", "side": "ours", "capacity": "销售总监"},
    ]
    await update(SignatureRequest, made.data["id"], {"signatories": signatories})
    await asking.send(await get(SignatureRequest, made.data["id"]), {})
