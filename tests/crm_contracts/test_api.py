"""A contract's whole life over the generic API."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import Any

import httpx
import pytest

from crm_contracts.services import take_due_charges
from guanxi.auth import create_api_key, create_user, set_roles
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import fetch_value
from guanxi.documents import close_process_pool
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.crm_contracts.support import SALES, customer

API = "/api/v1/crm_contracts"
CONTRACTS = f"{API}/contracts"
SELLER = (*SALES, "crm_core.customers.see_all", "crm_contracts.products.manage", "crm_contracts.contracts.end")
MakeClient = Callable[..., Awaitable[httpx.AsyncClient]]


@pytest.fixture
async def client_of(directory: Directory, company: Company) -> AsyncIterator[MakeClient]:
    """Makes a user with exactly these permissions, and a client with that user's API key."""
    app = create_app(directory, Settings())
    made: list[httpx.AsyncClient] = []

    async def make(*permissions: str) -> httpx.AsyncClient:
        with use_company(company), use_actor(SYSTEM):
            role = await fetch_value(
                "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
                " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
                f"role {len(made)}",
                [str(permission) for permission in permissions],
            )
            user = await create_user(f"user{len(made)}", f"User {len(made)}")
            await set_roles(user, [role])
            key = (await create_api_key(user, "test")).key
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        headers = {"Authorization": f"Bearer {key}"}
        made.append(httpx.AsyncClient(transport=transport, base_url="http://testserver", headers=headers))
        return made[-1]

    yield make
    for client in made:
        await client.aclose()
    await close_process_pool()


def body(customer_id: int, **more: Any) -> dict[str, Any]:
    return {"title": "Cloud", "customer": customer_id, "currency": "CNY", "starts_on": "2026-01-31", **more}


async def test_from_product_to_charge(client_of: MakeClient, inside: Company) -> None:
    seller = await client_of(*SELLER)
    buyer = await customer()
    product = await seller.post(
        f"{API}/products",
        json={"code": "SW", "name": "云平台", "unit_price": 129_900, "currency": "CNY", "tax_rate": "6"},
    )
    assert product.status_code == 201, product.text
    lines = [
        {"product": product.json()["id"], "recurrence": "month"},
        {"description": "培训", "quantity": "2.5", "unit_price": 450_000, "tax_rate": "6.00", "discount": "10"},
    ]
    plan = [{"label": "首付", "percent": "33.33"}, {"label": "尾款", "percent": "66.67"}]
    made = await seller.post(CONTRACTS, json=body(buyer, lines=lines, installments=plan))
    assert made.status_code == 201, made.text
    contract = made.json()
    assert (contract["number"], contract["state"], contract["total"]) == (None, "draft", 1_012_500)
    assert [row["amount"] for row in contract["lines"]] == [129_900, 1_012_500]
    assert [row["amount"] for row in contract["installments"]] == [337_466, 675_034]
    here = f"{CONTRACTS}/{contract['id']}"

    asked = await seller.post(f"{here}/actions/confirm", json={})
    assert asked.status_code == 422 and "annex_complete" in asked.text
    assert (await seller.post(f"{here}/actions/confirm", json={"annex_complete": False})).status_code == 422
    assert (await seller.post(f"{here}/actions/confirm", json={"annex_complete": True})).status_code == 200
    assert (await seller.patch(here, json={"title": "x"})).status_code == 409
    assert (await seller.delete(here)).status_code == 409
    signing = {"signed_on": "2026-01-31", "our_signatory": "周敏", "their_signatory": "王建国"}
    assert (await seller.post(f"{here}/actions/sign", json=signing)).status_code == 200
    contract = (await seller.get(here)).json()
    assert (contract["state"], contract["number"][-6:]) == ("active", "000001")
    [due] = await take_due_charges(date(2026, 3, 31))
    assert [(each.period_start, each.amount) for each in due.charges] == [
        (date(2026, 1, 31), 129_900),
        (date(2026, 2, 28), 129_900),
        (date(2026, 3, 31), 129_900),
    ]
    pdf = await seller.get(f"{here}/documents/contract", params={"language": "both"})
    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")
    ended = await seller.post(f"{here}/actions/end", json={"ends_on": "2026-04-15", "reason": "moved"})
    assert ended.status_code == 200, ended.text
    assert (await seller.get(here)).json()["state"] == "terminated"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": ""}, "title"),
        ({"customer": 999_999}, "customer"),
        ({"state": "active"}, "state"),
        ({"number": "HT-1"}, "number"),
        ({"currency": "XXQ"}, "currency"),
        ({"ends_on": "2025-01-01"}, "ends_on"),
        ({"lines": [{"description": "a", "quantity": "-1"}]}, "lines.0.quantity"),
        ({"lines": [{"description": "a", "quantity": "NaN"}]}, "lines.0.quantity"),
        ({"lines": [{"description": "a", "quantity": "1.00001"}]}, "lines.0.quantity"),
        ({"lines": [{"description": "a", "unit_price": -1}]}, "lines.0.unit_price"),
        ({"lines": [{"description": "a", "unit_price": 1.5}]}, "lines.0.unit_price"),
        ({"lines": [{"description": "a", "unit_price": 1, "interval": 0}]}, "lines.0.interval"),
        ({"lines": [{"description": "a", "unit_price": 1, "recurrence": "hour"}]}, "lines.0.recurrence"),
        ({"lines": [{"description": "a", "unit_price": 1, "amount": 5}]}, "lines.0.amount"),
        ({"lines": [{"description": "a", "unit_price": 1, "blocked": True}]}, "lines.0.blocked"),
        ({"lines": [{"product": 999_999, "unit_price": 1}]}, "lines.0.product"),
        ({"installments": [{"percent": "101"}]}, "installments.0.percent"),
        ({"installments": [{"percent": "60"}, {"percent": "60"}]}, "installments"),
    ],
)
async def test_bad_input_names_its_field(
    client_of: MakeClient, inside: Company, change: dict[str, Any], field: str
) -> None:
    seller = await client_of(*SELLER)
    answer = await seller.post(CONTRACTS, json=body(await customer(), **change))
    assert answer.status_code == 422, answer.text
    assert field in answer.text
    assert await fetch_value("SELECT count(*) FROM crm_contracts_contract") == 0
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE resource = 'crm_contracts/contracts'") == 0


async def test_others_do_not_find_it_and_wrong_roles_may_not(client_of: MakeClient, inside: Company) -> None:
    seller, other, reader = await client_of(*SELLER), await client_of(*SALES), await client_of(*SALES[:2])
    made = (
        await seller.post(CONTRACTS, json=body(await customer(), lines=[{"description": "a", "unit_price": 5}]))
    ).json()
    here = f"{CONTRACTS}/{made['id']}"
    for client in (other, reader):
        assert (await client.get(here)).status_code == 404
        assert (await client.get(f"{here}/documents/contract")).status_code == 404
        assert (await client.get(CONTRACTS)).json()["data"] == []
    for name in ("confirm", "sign", "cancel", "end", "keep"):
        for client in (other, reader):
            answer = await client.post(f"{here}/actions/{name}", json=_input(name))
            assert answer.status_code in (403, 404), (name, answer.text)
    assert (await other.patch(here, json={"title": "x"})).status_code == 404
    assert (await reader.post(CONTRACTS, json=body(1))).status_code == 403
    assert (await reader.post(f"{API}/products", json={"code": "x", "name": "y"})).status_code == 403
    nobody = await client_of("crm_core.customers.read")
    assert (await nobody.get(CONTRACTS)).status_code == 403
    assert (await seller.get(here)).json()["state"] == "draft"


def _input(name: str) -> dict[str, Any]:
    inputs: dict[str, dict[str, Any]] = {
        "confirm": {"annex_complete": True},
        "sign": {"signed_on": "2026-01-01", "our_signatory": "a", "their_signatory": "b"},
        "end": {"ends_on": "2026-02-01", "reason": "r"},
    }
    return inputs.get(name, {"reason": "r"})


async def test_two_changes_at_once_do_not_overwrite_each_other(client_of: MakeClient, inside: Company) -> None:
    seller = await client_of(*SELLER)
    made = (await seller.post(CONTRACTS, json=body(await customer()))).json()
    here = f"{CONTRACTS}/{made['id']}"
    first = await seller.patch(here, json={"title": "first"}, headers={"If-Match": f'"{made["revision"]}"'})
    second = await seller.patch(here, json={"title": "second"}, headers={"If-Match": f'"{made["revision"]}"'})
    assert (first.status_code, second.status_code) == (200, 409), second.text


async def test_the_outlook_and_what_is_ahead_are_within_the_scope(client_of: MakeClient, inside: Company) -> None:
    seller, other = await client_of(*SELLER), await client_of(*SALES)
    lines = [{"description": "a", "unit_price": 500, "tax_rate": "6", "recurrence": "month"}]
    made = await seller.post(CONTRACTS, json=body(await customer(), lines=lines, starts_on="2090-01-31"))
    ahead = f"{CONTRACTS}/{made.json()['id']}/charges-ahead"
    assert (await seller.get(ahead)).json() == {"currency": "CNY", "charges": []}
    assert (await other.get(ahead)).status_code == 404
    found = await seller.get(f"{API}/outlook")
    assert (found.status_code, found.json()) == (
        200,
        {"recurring": [], "billed": [], "expiring": {"months": [], "contracts": []}},
    )
    nobody = await client_of("crm_core.customers.read")
    for path in (ahead, f"{API}/outlook"):
        assert (await nobody.get(path)).status_code == 403


async def test_usage_over_the_api(client_of: MakeClient, inside: Company) -> None:
    meter, other = await client_of(*SELLER, "crm_contracts.usage.record"), await client_of(*SALES)
    lines = [{"description": "calls", "unit_price": 7, "tax_rate": "6", "recurrence": "month", "billing": "usage"}]
    made = (await meter.post(CONTRACTS, json=body(await customer(), lines=lines))).json()
    assert made["lines"][0]["quantity"] == "0.0000" and made["yearly"] == 0
    here = f"{CONTRACTS}/{made['id']}"
    usage = {"contract": made["id"], "used_on": "2026-02-01", "quantity": "2.5", "reference": "M1"}
    assert (await meter.post(f"{API}/usage", json=usage)).status_code == 422, "not signed"
    await meter.post(f"{here}/actions/confirm", json={"annex_complete": True})
    await meter.post(f"{here}/actions/sign", json=_input("sign"))
    first = await meter.post(f"{API}/usage", json=usage)
    assert (first.status_code, first.json()["line"], first.json()["late"]) == (201, "calls", False)
    assert (await meter.post(f"{API}/usage", json=usage)).status_code == 422, "the same reference"
    for wrong in (
        {"quantity": "0"},
        {"quantity": "NaN"},
        {"quantity": "1.00001"},
        {"contract": 999_999},
        {"late": True},
    ):
        answer = await meter.post(f"{API}/usage", json={**usage, "reference": "M2", **wrong})
        assert answer.status_code == 422, (wrong, answer.text)
    id = first.json()["id"]
    assert (await other.post(f"{API}/usage", json=usage)).status_code == 403
    assert (await other.get(f"{API}/usage/{id}")).status_code == 404
    assert (await meter.patch(f"{API}/usage/{id}", json={"quantity": "1"})).status_code in (403, 405)
    assert (await meter.delete(f"{API}/usage/{id}")).status_code in (403, 405)
    assert await fetch_value("SELECT count(*) FROM crm_contracts_usage") == 1
