"""The whole job over the JSON API: what another system's program does with one key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

import httpx
import jsonschema_rs
import pytest
from schemathesis.specs.openapi.definitions import OPENAPI_31

from guanxi.auth import create_api_key
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import fetch_value
from guanxi.documents import close_process_pool
from guanxi.jobs import run_pending
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.stories.steps import CONTRACT, CUSTOMER, check_pdf, customers_text, today


class Program:
    """Speaks JSON, and expects the status it names."""

    def __init__(self, client: httpx.AsyncClient, company: Company) -> None:
        self.client = client
        self._company = company

    async def get(self, path: str, expected: int = 200, **query: Any) -> Any:
        answer = await self.client.get(f"/api/v1/{path}", params=query)
        assert answer.status_code == expected, (path, answer.text)
        return answer.json()

    async def post(
        self, path: str, body: Mapping[str, Any] | None = None, expected: int = 200, key: str | None = None
    ) -> Any:
        headers = {} if key is None else {"Idempotency-Key": key}
        answer = await self.client.post(f"/api/v1/{path}", json=body or {}, headers=headers)
        assert answer.status_code == expected, (path, answer.text)
        return answer.json()

    async def send_file(self, path: str, content: bytes, expected: int, **query: str) -> Any:
        answer = await self.client.post(f"/api/v1/imports/{path}", params=query, content=content)
        assert answer.status_code == expected, (path, answer.text)
        return answer.json()

    async def work(self) -> None:
        """What a worker does meanwhile."""
        with use_company(self._company), use_actor(SYSTEM):
            await run_pending()


@pytest.fixture
async def program(directory: Directory, company: Company) -> AsyncIterator[Program]:
    with use_company(company), use_actor(SYSTEM):
        administrator = await fetch_value("SELECT id FROM guanxi_user WHERE administrator")
        key = (await create_api_key(administrator, "story")).key
    transport = httpx.ASGITransport(app=create_app(directory, Settings()), raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver", headers=headers) as client:
        yield Program(client, company)
    await close_process_pool()


async def test_from_the_import_to_the_refund(program: Program) -> None:
    customer = await _import(program)
    contract = await _sign_contract(program, customer)
    await _check_document(program, contract)
    await _bill(program, customer, contract)
    await _pay(program, customer)
    await _refund(program, customer)
    await _spend_points(program, customer)


async def _import(program: Program) -> int:
    """Twice; returns the id of the customer."""
    content, name = customers_text().encode("gb18030"), "客户.csv"
    found = await program.send_file("crm_core/customers", content, 200, dry_run="true", filename=name)
    assert (found["rows"], found["created"], found["skipped"], found["problem_count"]) == (3, 2, 1, 1)
    assert (found["problems"][0]["row"], found["problems"][0]["column"]) == (4, "mobile")
    assert (await program.get("crm_core/customers"))["data"] == []
    for counts in ((2, 0, 1), (0, 2, 1)):
        job = await program.send_file("crm_core/customers", content, 202, filename=name)
        await program.work()
        done = await program.get(f"guanxi/jobs/{job['job']}")
        result = done["result"]
        assert done["state"] == "done"
        assert (result["created"], result["unchanged"], result["skipped"]) == counts
    (customer,) = (await program.get("crm_core/customers", name=CUSTOMER))["data"]
    assert (customer["external_id"], customer["stage"]) == ("A-1", "potential")
    return int(customer["id"])


async def _sign_contract(program: Program, customer: int) -> int:
    """100,000.00 in two installments, the first 40 days ago; and 1,000.00 a month from today on."""
    await program.post(f"crm_core/customers/{customer}/actions/to_intent", {"reason": "asked for a quote"})
    day = today()
    body = {
        "title": CONTRACT,
        "customer": customer,
        "starts_on": str(day),
        "lines": [
            {"description": "多联机空调主机", "quantity": "2", "unit_price": 5_000_000, "tax_rate": "13"},
            {"description": "维护保养", "unit_price": 100_000, "recurrence": "month"},
        ],
        "installments": [
            {"label": "首付款", "due_on": str(day - timedelta(days=40)), "percent": "30"},
            {"label": "尾款", "due_on": str(day + timedelta(days=20)), "percent": "70"},
        ],
    }
    made = await program.post("crm_contracts/contracts", body, 201, key="contract-1")
    again = await program.post("crm_contracts/contracts", body, 201, key="contract-1")
    assert again == made, "the same key gives the same answer"
    await program.post("crm_contracts/contracts", {**body, "title": "other"}, 409, key="contract-1")
    assert len((await program.get("crm_contracts/contracts"))["data"]) == 1
    here = f"crm_contracts/contracts/{made['id']}"
    await program.post(f"{here}/actions/confirm", {"annex_complete": False}, 422)
    confirmed = await program.post(f"{here}/actions/confirm", {"annex_complete": True})
    assert confirmed["data"] == {"number": f"HT-{day.year}-000001"}
    signing = {"signed_on": str(day), "our_signatory": "周敏", "their_signatory": "王建国"}
    await program.post(f"{here}/actions/sign", signing, key="sign-1")
    await program.post(f"{here}/actions/sign", signing, key="sign-1")
    contract = await program.get(here)
    assert (contract["state"], contract["total"], contract["yearly"]) == ("active", 10_000_000, 1_200_000)
    assert (await program.get(f"crm_core/customers/{customer}"))["stage"] == "formal"
    return int(made["id"])


async def _check_document(program: Program, contract: int) -> None:
    path = f"/api/v1/crm_contracts/contracts/{contract}/documents/contract"
    answer = await program.client.get(path, params={"language": "both"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    check_pdf(answer.content, f"HT-{today().year}-000001", CUSTOMER)


async def _bill(program: Program, customer: int, contract: int) -> None:
    for _time in range(2):
        await program.post("crm_receivables/invoices/actions/bill_now")
        await program.work()
    invoices = (await program.get("crm_receivables/invoices", contract=contract, sort="number"))["data"]
    assert [(each["number"][-6:], each["total"], each["customer"]["id"]) for each in invoices] == [
        ("000001", 10_000_000, customer),
        ("000002", 100_000, customer),
    ]


async def _ages(program: Program) -> dict[str, int]:
    """What the one customer owes, by age."""
    (row,) = (await program.get("crm_receivables/aging"))["rows"]
    return {
        name: value
        for name, value in row.items()
        if isinstance(value, int) and value and name not in ("id", "customer_id")
    }


async def _record(program: Program, customer: int, amount: int, reference: str) -> int:
    body = {
        "customer": customer,
        "currency": "CNY",
        "amount": amount,
        "method": "bank_transfer",
        "received_on": str(today()),
        "reference": reference,
        "oldest_first": False,
    }
    for _time in range(2):  # the answer got lost, the program asks again
        await program.post("crm_receivables/payments/actions/record", body, key=reference)
    (payment,) = (await program.get("crm_receivables/payments", q=reference))["data"]
    assert (payment["amount"], payment["on_account"]) == (amount, amount)
    return int(payment["id"])


async def _pay(program: Program, customer: int) -> None:
    assert await _ages(program) == {"current": 7_100_000, "days_60": 3_000_000, "outstanding": 10_100_000}
    payment = await _record(program, customer, 2_000_000, "BANK-1")
    allocated = await program.post(f"crm_receivables/payments/{payment}/allocate", {"installments": []})
    assert allocated == {"allocated": 2_000_000}
    assert await _ages(program) == {"current": 7_100_000, "days_60": 1_000_000, "outstanding": 8_100_000}
    installments = (await program.get("crm_receivables/installments", sort="due_on"))["data"]
    assert [each["outstanding"] for each in installments] == [1_000_000, 7_000_000, 100_000]
    assert (await program.get(f"crm_loyalty/customers/{customer}/balance"))["balance"] == 20_000


async def _refund(program: Program, customer: int) -> None:
    payment = await _record(program, customer, 50_050, "BANK-2")
    assert (await program.get(f"crm_loyalty/customers/{customer}/balance"))["balance"] == 20_500
    here = f"crm_receivables/payments/{payment}/actions/refund"
    body = {"amount": 50_051, "method": "bank_transfer", "reason": "paid too much"}
    assert "amount" in (await program.post(here, body, 422))["errors"]
    await program.post(here, {**body, "amount": 50_050}, key="refund-1")
    await program.post(here, {**body, "amount": 50_050}, key="refund-1")
    assert (await program.get(f"crm_receivables/payments/{payment}"))["on_account"] == 0
    assert (await program.get(f"crm_loyalty/customers/{customer}/balance"))["balance"] == 20_000


async def _spend_points(program: Program, customer: int) -> None:
    """Set aside 500, take 300 of them, give one redemption back."""
    held = await program.post("crm_loyalty/hold", {"customer_id": customer, "points": 500, "source": "order:1"})
    balance = await program.get(f"crm_loyalty/customers/{customer}/balance")
    assert (balance["balance"], balance["held"], balance["available"]) == (20_000, 500, 19_500)
    taken = await program.post("crm_loyalty/capture", {"hold_id": held["hold_id"], "points": 300})
    assert taken["balance"] == 19_700
    body = {"customer_id": customer, "points": 700, "source": "order:2"}
    redeemed = await program.post("crm_loyalty/redeem", body)
    assert await program.post("crm_loyalty/redeem", body) == redeemed, "a source books once"
    back = await program.post("crm_loyalty/reverse", {"entry_id": redeemed["entry_id"], "source": "return:2"})
    assert back["balance"] == 19_700
    too_many = {"customer_id": customer, "points": 19_701, "source": "order:3"}
    assert (await program.post("crm_loyalty/redeem", too_many, 409))["status"] == 409


async def test_the_openapi_document_is_valid(program: Program) -> None:
    answer = await program.client.get("/api/openapi.json")
    assert answer.status_code == 200
    document = answer.json()
    assert document["openapi"].startswith("3.1")
    jsonschema_rs.validator_for(OPENAPI_31).validate(document)
    operations = [
        operation
        for path in document["paths"].values()
        for method, operation in path.items()
        if method in ("get", "post", "patch", "put", "delete")
    ]
    ids = [operation["operationId"] for operation in operations]
    assert len(ids) == len(set(ids)) and len(ids) > 100
    for reference in _references(document):
        assert reference.startswith("#/components/"), reference
        found = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
    for path in (
        "/api/v1/crm_core/customers",
        "/api/v1/crm_contracts/contracts/{id}/actions/sign",
        "/api/v1/crm_receivables/aging",
        "/api/v1/crm_loyalty/redeem",
        "/api/v1/imports/crm_core/customers",
    ):
        assert path in document["paths"]


def _references(part: Any) -> list[str]:
    if isinstance(part, list):
        return [found for each in part for found in _references(each)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
    return own + [found for each in part.values() for found in _references(each)]
