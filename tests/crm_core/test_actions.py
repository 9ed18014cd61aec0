"""The buttons of a customer, and what other add-ons call."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from crm_core.models import Activity, Customer
from crm_core.permissions import CorePermission
from crm_core.services import NewCustomer, customers_by_external_id, ensure_customers
from crm_core.views import CUSTOMERS, TERMS
from guanxi import (
    Company,
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    Outcome,
    clock,
    fetch_value,
    find,
    get,
    use_actor,
)
from guanxi.auth import create_api_key
from guanxi.company import Directory
from guanxi.records.actions import find_action, run_action
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.crm_core.support import MANAGER, SALES, customer, department, user

pytestmark = pytest.mark.usefixtures("inside")


async def _do(name: str, id: int, **values: Any) -> Outcome:
    action = find_action(CUSTOMERS, name, "record")
    given = {field.name: values.get(field.name, field.default() if field.default else None) for field in action.fields}
    return await run_action(CUSTOMERS, action, id, given)


async def test_logging_a_contact(company: Company) -> None:
    li = await user("Li")
    made = await customer("春意", owner=li.id)
    soon = clock.today(company.zone) + timedelta(days=3)
    with use_actor(li):
        with pytest.raises(InvalidInput):
            await _do("log_contact", made.id, kind="call", subject="Intro")
        await _do("log_contact", made.id, kind="call", subject="Intro", next_contact_on=soon)
        [done] = await find(Activity)
    assert (done.customer_id, done.user_id, done.subject, done.outcome) == (made.id, li.id, "Intro", "none")
    assert (await get(Customer, made.id)).next_contact_on == soon


async def test_stages_go_their_way_only() -> None:
    li = await user("Li")
    made = await customer("春意", owner=li.id)
    with use_actor(li):
        await _do("to_intent", made.id, reason="asked for a quote")
        with pytest.raises(Conflict):
            await _do("to_intent", made.id, reason="again")
        await _do("lose", made.id, reason="bought elsewhere")
        await _do("win_back", made.id)
    assert (await get(Customer, made.id)).stage == "potential"
    assert await fetch_value(
        "SELECT reason FROM guanxi_audit WHERE action = 'update' AND resource = 'crm_core/customers'"
        " ORDER BY id LIMIT 1"
    ) == ("asked for a quote")


async def test_handing_over_moves_owner_and_department() -> None:
    west = await department("West")
    li, wang, boss = await user("Li"), await user("Wang", department_id=west), await user("Boss", MANAGER)
    made = await customer("春意", owner=li.id)
    with use_actor(li), pytest.raises(Forbidden):
        await _do("hand_over", made.id, owner=wang.id)
    with use_actor(boss):
        await _do("hand_over", made.id, owner=wang.id, reason="Li leaves")
    after = await get(Customer, made.id)
    assert (after.owner_id, after.department_id) == (wang.id, west)
    with use_actor(li), pytest.raises(NotFound):
        await get(Customer, made.id)


async def test_value_classes_are_added_once() -> None:
    action = find_action(TERMS, "add_preset", "list")
    counts = []
    for _round in range(2):
        outcome = await run_action(TERMS, action, None, {"preset": "letters"})
        counts.append(str(outcome.message))
    assert counts == ["4 value classes were added.", "0 value classes were added."]


async def test_other_addons_ensure_customers_in_bulk() -> None:
    there = await customer("秋实食品有限公司")
    rows = [
        NewCustomer(external_id="A1", name="春意空调", phone="no phone", email="A@b.cn"),
        NewCustomer(external_id="A2", name="秋实食品有限公司"),
        NewCustomer(external_id="A3", name="秋实食品有限公司"),
    ]
    ids = await ensure_customers(rows)
    assert ids["A2"] == there.id
    assert len(set(ids.values())) == 3
    assert await ensure_customers(rows) == ids
    assert await customers_by_external_id(["A1", "A2", "A4"]) == {"A1": ids["A1"], "A2": there.id}
    made = await get(Customer, ids["A1"])
    assert (made.name, made.phone, made.email) == ("春意空调", "", "a@b.cn")


async def test_the_api_tells_of_doubles(directory: Directory) -> None:
    li = await user("Li", ())
    await customer("靖江市春意空调有限公司", owner=li.id)
    role = await fetch_value("SELECT id FROM guanxi_role WHERE key = 'sales'")
    wang = await user("Wang")
    await fetch_value("INSERT INTO guanxi_user_role (user_id, role_id) VALUES ($1, $2)", wang.id, role)
    key = (await create_api_key(wang.id or 0, "test")).key
    transport = httpx.ASGITransport(app=create_app(directory, Settings()), raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver", headers=headers) as client:
        found = await client.get("/api/v1/crm_core/duplicates", params={"name": "春意空调"})
        wrong = await client.get("/api/v1/crm_core/duplicates", params={"nickname": "春意"})
        refused = await client.post(
            "/api/v1/crm_core/customers", json={"name": "靖江市春意空调有限公司", "mobile": "1381234567"}
        )
        saved = await client.post("/api/v1/crm_core/customers", json={"name": "秋实", "mobile": "13812345678"})
        listed = await client.get("/api/v1/crm_core/customers")
    assert found.status_code == 200
    assert found.json() == {
        "duplicates": [
            {
                **{"holder": "Li", "reasons": ["trade_name"], "confidence": 90},
                **{"id": None, "code": None, "name": None},
            }
        ]
    }
    assert (wrong.status_code, refused.status_code, saved.status_code) == (422, 422, 201)
    assert [row["name"] for row in listed.json()["data"]] == ["秋实"]


def test_presets_give_the_trading_flag_to_administration_alone(company: Company) -> None:
    holders = {
        key
        for key, presets in company.catalog.roles.items()
        if any(CorePermission.TRADING in preset.permissions for preset in presets)
    }
    assert holders == {"administration"}
    sales = {p for preset in company.catalog.roles["sales"] if preset for p in preset.permissions}
    assert set(SALES) <= sales
