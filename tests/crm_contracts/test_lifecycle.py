"""Drafts, confirmation, signing, voiding and ending, as users do them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from crm_contracts.events import ContractSigned, DueInstallment, RateAmount
from crm_contracts.models import Contract
from crm_contracts.panels import CONTRACT_PANEL_ITEMS, CUSTOMER_PANEL
from crm_contracts.passing import PASS_DAYS
from crm_contracts.permissions import ContractPermission
from guanxi import (
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    clock,
    current_company,
    enqueue,
    execute,
    fetch,
    fetch_value,
    find,
    get,
    read,
    show_year_month,
    update,
    use_actor,
)
from guanxi.context import Company
from guanxi.declare.events import Subscription, When
from guanxi.jobs import run_pending
from tests.crm_contracts.support import (
    SALES,
    YES,
    act,
    active,
    confirmed,
    customer,
    draft,
    line,
    monthly,
    product,
    sign,
    user,
)


async def lines_of(contract: Contract, name: str = "lines") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await read(current_company().catalog.resource_of[Contract], contract.id))[name]
    return found


async def test_lines_take_what_is_missing_from_the_product(inside: Company) -> None:
    care = await product(price=12_345)
    contract = await draft({"product": care.id, "quantity": Decimal("1.5"), "discount": Decimal(10)})
    [found] = await lines_of(contract)
    assert (found["description"], found["unit"], found["unit_price"]) == ("空调维保", "月", 12_345)
    assert (found["tax_rate"], found["amount"]) == (Decimal("6.00"), 16_666)
    assert (contract.total, contract.subtotal, contract.tax) == (16_666, 15_723, 943)


async def test_a_price_in_another_currency_is_asked_for(inside: Company) -> None:
    care = await product(currency="USD")
    with pytest.raises(InvalidInput) as refused:
        await draft({"product": care.id})
    assert set(refused.value.fields) == {"lines.0.unit_price"}
    with pytest.raises(InvalidInput) as refused:
        await draft({"unit_price": 100})
    assert set(refused.value.fields) == {"lines.0.description"}


async def test_amounts_too_large_are_refused(inside: Company) -> None:
    with pytest.raises(InvalidInput) as refused:
        await draft(line(10**15, quantity=Decimal(10)))
    assert set(refused.value.fields) == {"lines.0.amount"}
    with pytest.raises(InvalidInput):
        await draft(line(10**15), line(10**15))
    assert await fetch_value("SELECT count(*) FROM crm_contracts_contract") == 0


async def test_shares_follow_the_total(inside: Company) -> None:
    plan = [{"label": "a", "amount": 1_000}, {"label": "b", "percent": Decimal(50)}, {"percent": Decimal(50)}]
    contract = await draft(line(10_001), installments=plan)
    assert [row["amount"] for row in await lines_of(contract, "installments")] == [1_000, 4_501, 4_500]
    contract = await update(Contract, contract.id, {"lines": [line(20_000)]})
    assert contract.total == 20_000
    assert [row["amount"] for row in await lines_of(contract, "installments")] == [1_000, 9_500, 9_500]


async def test_a_change_of_one_line_keeps_the_rest(inside: Company) -> None:
    contract = await draft(line(100, quantity=Decimal(3)), line(500))
    first, second = await lines_of(contract)
    changed = await update(
        Contract, contract.id, {"lines": [{"id": first["id"], "quantity": Decimal(4)}, {"id": second["id"]}]}
    )
    assert changed.total == 900
    assert [row["amount"] for row in await lines_of(contract)] == [400, 500]


async def test_confirming_wants_all_it_needs(inside: Company) -> None:
    async def refused(contract: Contract, values: dict[str, Any] = YES) -> str:
        with pytest.raises((Conflict, InvalidInput)) as error:
            await act(contract, "confirm", values)
        assert (await get(Contract, contract.id)).number is None
        return str(error.value)

    assert "annex" in str((await _fields(await draft(), {"annex_complete": False}))["annex_complete"])
    assert "intent and formal" in await refused(await draft(customer_id=await customer(stage="potential")))
    assert "intent and formal" in await refused(await draft(customer_id=await customer(stage="lost")))
    assert "no lines" in await refused(await draft(lines=[]))
    assert "starts" in await refused(await draft(starts_on=None))
    assert "installments" in await refused(await draft(line(100), installments=[{"label": "a", "amount": 99}]))
    assert await fetch_value("SELECT count(*) FROM guanxi_number_series WHERE series LIKE 'crm_contracts%'") == 0


async def _fields(contract: Contract, values: dict[str, Any]) -> dict[str, Any]:
    with pytest.raises(InvalidInput) as error:
        await act(contract, "confirm", values)
    return error.value.fields


async def test_a_confirmed_contract_is_frozen(inside: Company) -> None:
    seller = await user("seller")
    with use_actor(seller):
        contract = await confirmed(customer_id=await customer(owner=seller.id))
        changes: list[dict[str, Any]] = [
            {"title": "x"},
            {"lines": [line(1)]},
            {"installments": []},
            {"state": "active"},
        ]
        for values in changes:
            with pytest.raises(Conflict):
                await update(Contract, contract.id, values)
    assert contract.parties["buyer"]["name"] == "靖江市春意空调有限公司"
    assert contract.number == f"HT-{clock.today(inside.zone).year}-000001"


async def test_steps_only_in_their_state(inside: Company) -> None:
    signing: dict[str, Any] = {"signed_on": date(2026, 1, 1), "our_signatory": "a", "their_signatory": "b"}
    ending: dict[str, Any] = {"ends_on": date(2026, 2, 1), "reason": "r"}
    contract = await draft()
    for name, values in (("sign", signing), ("end", ending), ("keep", {"reason": "r"})):
        with pytest.raises(Conflict):
            await act(contract, name, values)
    contract = await sign(await act(contract, "confirm", YES))
    for name, values in (("confirm", YES), ("sign", signing), ("cancel", {"reason": "r"}), ("keep", {"reason": "r"})):
        with pytest.raises(Conflict):
            await act(contract, name, values)


class Listener:
    """Hears of activated contracts in their transaction, and may refuse."""

    def __init__(self, company: Company, refuse: bool = False) -> None:
        self.heard: list[ContractSigned] = []
        self.refuse = refuse
        self.handlers = dict(company.catalog.subscriptions)
        self.company = company

    async def handle(self, event: ContractSigned) -> None:
        self.heard.append(event)
        if self.refuse:
            raise Conflict

    def __enter__(self) -> Listener:
        found = Subscription("crm_contracts", ContractSigned, self.handle, When.IN_TRANSACTION)
        self.company.catalog.subscriptions = {**self.handlers, ContractSigned: (found,)}
        return self

    def __exit__(self, *error: object) -> None:
        self.company.catalog.subscriptions = self.handlers


async def test_signing_tells_the_installments_and_makes_the_customer_formal(inside: Company) -> None:
    plan = [
        {"label": "Advance", "percent": Decimal(30)},
        {"label": "Rest", "percent": Decimal(70), "due_on": date(2026, 4, 1)},
    ]
    contract = await confirmed(line(10_001), monthly(), installments=plan)
    with Listener(inside) as listener:
        contract = await sign(contract, date(2026, 1, 5))
    assert contract.number is not None
    assert listener.heard == [
        ContractSigned(
            contract_id=contract.id,
            number=contract.number,
            title="Contract",
            locale="zh_CN",
            customer_id=contract.customer_id,
            currency="CNY",
            total=10_001,
            by_rate=(RateAmount(Decimal(6), 10_001, 566),),
            installments=(
                DueInstallment("Advance", date(2026, 1, 5), 3_000),
                DueInstallment("Rest", date(2026, 4, 1), 7_001),
            ),
        )
    ]
    assert (contract.state, contract.signed_on, contract.our_signatory) == ("active", date(2026, 1, 5), "周敏")
    stage = await fetch_value("SELECT stage FROM crm_core_customer WHERE id = $1", contract.customer_id)
    assert stage == "formal"


async def test_without_a_plan_all_is_due_at_once(inside: Company) -> None:
    with Listener(inside) as listener:
        await active(line(500))
        await active(monthly(500))
    once, recurring = listener.heard
    assert once.installments == (DueInstallment("全款", date(2026, 1, 1), 500),)
    assert (recurring.total, recurring.by_rate, recurring.installments) == (0, (), ())


async def test_the_amounts_by_rate_are_those_of_the_total(inside: Company) -> None:
    with Listener(inside) as listener:
        contract = await active(*(line(107, tax_rate=Decimal(rate)) for rate in (6, 13, 6, 0)), language="en")
    [event] = listener.heard
    assert event.by_rate == (
        RateAmount(Decimal(13), 107, 12),
        RateAmount(Decimal(6), 214, 12),
        RateAmount(Decimal(0), 107, 0),
    )
    assert (contract.total, contract.tax, event.locale) == (428, 24, "en")


async def test_a_listener_that_refuses_undoes_the_signing(inside: Company) -> None:
    contract = await confirmed(line(500), monthly())
    with Listener(inside, refuse=True), pytest.raises(Conflict):
        await sign(contract)
    contract = await get(Contract, contract.id)
    assert (contract.state, contract.signed_on) == ("approved", None)
    assert await fetch_value("SELECT count(*) FROM crm_contracts_line WHERE next_due_on IS NOT NULL") == 0
    stage = await fetch_value("SELECT stage FROM crm_core_customer WHERE id = $1", contract.customer_id)
    assert stage == "intent"


async def test_signatories_come_from_the_draft_where_none_are_given(inside: Company) -> None:
    contract = await confirmed(our_signatory="周敏")
    with pytest.raises(InvalidInput) as refused:
        await act(contract, "sign", {"signed_on": date(2026, 1, 1)})
    assert set(refused.value.fields) == {"their_signatory"}
    contract = await act(contract, "sign", {"signed_on": date(2026, 1, 1), "their_signatory": "王建国"})
    assert (contract.our_signatory, contract.their_signatory) == ("周敏", "王建国")


async def test_nobody_signs_in_the_future(inside: Company) -> None:
    contract = await confirmed()
    with pytest.raises(InvalidInput):
        await sign(contract, clock.today(inside.zone) + timedelta(days=1))


async def test_the_end_lies_within_the_term(inside: Company) -> None:
    contract = await active(monthly(), starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    for day in (date(2025, 12, 31), date(2027, 1, 1)):
        with pytest.raises(InvalidInput):
            await act(contract, "end", {"ends_on": day, "reason": "r"})


async def test_contracts_end_by_themselves(inside: Company) -> None:
    yesterday = clock.today(inside.zone) - timedelta(days=1)
    over = await active(monthly(), starts_on=date(2025, 1, 1), ends_on=yesterday)
    today = await active(monthly(), starts_on=date(2025, 1, 1), ends_on=yesterday + timedelta(days=1))
    for _round in range(2):
        await enqueue(PASS_DAYS)
        await run_pending(10)
    assert (await get(Contract, over.id)).state == "expired"
    assert (await get(Contract, today.id)).state == "active"
    rows = await fetch("SELECT before, after FROM guanxi_audit WHERE reason = 'term is over'")
    assert [(row["before"], row["after"]) for row in rows] == [({"state": "active"}, {"state": "expired"})]


async def test_sales_see_their_own_and_their_customers_contracts(inside: Company) -> None:
    anna, bert = await user("anna"), await user("bert")
    finance = await user("finance", (ContractPermission.READ, ContractPermission.SEE_ALL))
    with use_actor(anna):
        hers = await draft(customer_id=await customer(owner=anna.id))
    his_customer = await customer(owner=bert.id)
    lent = await draft(customer_id=his_customer, owner=anna.id)
    with use_actor(bert):
        assert [each.id for each in await find(Contract)] == [lent.id]
        with pytest.raises(NotFound):
            await get(Contract, hers.id)
        with pytest.raises(InvalidInput):
            await draft(customer_id=hers.customer_id)
    with use_actor(anna):
        assert [each.id for each in await find(Contract)] == [hers.id, lent.id]
    with use_actor(finance):
        assert len(await find(Contract)) == 2
        with pytest.raises(Forbidden):
            await act(hers, "confirm", YES)
    with use_actor(await user("nobody", ())), pytest.raises(Forbidden):
        await find(Contract)


async def test_each_step_wants_its_permission(inside: Company) -> None:
    limited = await user("limited", SALES[:4])
    with use_actor(limited):
        contract = await draft(customer_id=await customer(owner=limited.id))
        with pytest.raises(Forbidden):
            await act(contract, "confirm", YES)
    contract = await act(contract, "confirm", YES)
    with use_actor(limited), pytest.raises(Forbidden):
        await sign(contract)
    contract = await sign(contract)
    with use_actor(limited), pytest.raises(Forbidden):
        await act(contract, "end", {"ends_on": date(2026, 2, 1), "reason": "r"})


async def test_panels(inside: Company) -> None:
    today = clock.today(inside.zone)
    contract = await active(monthly(600), line(1_000), starts_on=today, ends_on=today + timedelta(days=20))
    ahead, charged, paused = [await panel.load(contract.id) for panel in CONTRACT_PANEL_ITEMS]
    assert ahead.table is not None and ahead.table.rows[0][:2] == (show_year_month(today), "Line")
    assert len(ahead.table.rows) == 1 and charged.table is None and paused.table is None
    of_customer = await CUSTOMER_PANEL.load(contract.customer_id)
    assert [figure.value for figure in of_customer.figures] == ["1", "1"]


async def test_a_draft_shows_what_signing_would_bring(inside: Company) -> None:
    today = clock.today(inside.zone)
    contract = await draft(monthly(600), starts_on=today)
    ahead = await CONTRACT_PANEL_ITEMS[0].load(contract.id)
    assert len((ahead.table and ahead.table.rows) or []) == 12
    assert ahead.figures[0].value in ("12", "13")
    await execute("UPDATE crm_contracts_contract SET state = 'cancelled' WHERE id = $1", contract.id)
    assert (await CONTRACT_PANEL_ITEMS[0].load(contract.id)).table is None


async def test_another_currency_wants_other_prices(inside: Company) -> None:
    contract = await draft(line(10_600))
    with pytest.raises(InvalidInput) as refused:
        await update(Contract, contract.id, {"currency": "JPY"})
    assert set(refused.value.fields) == {"currency"}
    [row] = await fetch("SELECT id FROM crm_contracts_line WHERE contract_id = $1", contract.id)
    changed = await update(
        Contract, contract.id, {"currency": "JPY", "lines": [{"id": row["id"], "unit_price": 2_200}]}
    )
    assert (changed.currency, changed.total) == ("JPY", 2_200)
