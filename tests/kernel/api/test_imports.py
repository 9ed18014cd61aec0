from __future__ import annotations

from typing import Any

import pytest
from sample_shop.permissions import ShopPermission as P

from guanxi.db import fetch, fetch_value
from guanxi.jobs import run_pending
from tests.kernel.api.conftest import MakeClient

ORDERS = "/api/v1/imports/sample_shop/orders"
CLERK = (P.READ, P.WRITE, P.SEE_ALL)


def counts(body: dict[str, Any]) -> tuple[int, ...]:
    return body["created"], body["updated"], body["unchanged"], body["skipped"]


async def test_what_an_import_takes(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    body = (await client.get(ORDERS)).json()
    columns = {column["name"]: column for column in body["columns"]}
    assert body["title"] == "Orders" and body["find_by"] == ["external_key", "none"]
    assert columns["name"] == {"name": "name", "label": "Name", "kind": "text", "required": True, "unmatched": []}
    assert columns["shop"]["unmatched"] == ["reject", "empty", "create"]
    assert not {"margin", "rush", "stage", "total", "pin"} & columns.keys()
    assert (await (await make_client(P.READ)).get(ORDERS)).status_code == 403


async def test_columns_keys_and_related_records_are_chosen_in_the_address(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    content = "单号,Titel,Name,Shop\nO-1,a,x,春意\nO-2,b,y,\n".encode()
    query = {"map": ["external_key:单号", "name:Titel", ":Name"], "find_by": "external_key", "unmatched": "shop:create"}
    tried = await client.post(ORDERS, content=content, params={**query, "dry_run": "true"})
    assert (tried.status_code, counts(tried.json())) == (200, (2, 0, 0, 0))
    for expected in ((2, 0, 0, 0), (0, 0, 2, 0)):
        started = await client.post(ORDERS, content=content, params=query)
        assert started.status_code == 202
        await run_pending(10)
        job = (await client.get(f"/api/v1/imports/jobs/{started.json()['job']}")).json()
        assert (job["state"], job["done"], job["total"], counts(job)) == ("done", 2, 2, expected)
    assert [row["name"] for row in await fetch("SELECT name FROM sample_shop_order ORDER BY id")] == ["a", "b"]


async def test_a_dry_run_tells_what_would_change(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    assert (await client.get(ORDERS)).json()["existing"] == ["change", "fill", "leave"]
    await client.post(ORDERS, content=b"Name,Weight,External key\na,1,O-1\n")
    await run_pending(10)
    for existing, fields in (("change", [("name", 1), ("weight", 1)]), ("leave", [])):
        query = {"dry_run": "true", "existing": existing}
        answer = await client.post(ORDERS, content=b"Name,Weight,External key\nb,2,O-1\n", params=query)
        body = answer.json()
        assert [(each["name"], each["records"]) for each in body["changes"]["fields"]] == fields
        assert [(each["label"], each["now"], each["then"]) for each in body["changes"]["first"]] == (
            [("Name", "a", "b"), ("Weight", "1", "2")] if fields else []
        )
        assert counts(body) == (0, bool(fields), not fields, 0)


async def test_problems_say_row_column_value_and_reason(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    body = (await client.post(f"{ORDERS}?dry_run=true", content=b"Name,Weight\na,heavy\n")).json()
    assert body["problems"] == [
        {
            "row": 2,
            "column": "weight",
            "value": "heavy",
            "reason": "Enter a number.",
            "message": "Weight: Enter a number.",
        }
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"map": "name"},
        {"map": "name:Nothing"},
        {"map": "margin:Name"},
        {"map": "nothing:Name"},
        {"find_by": "name"},
        {"unmatched": "shop"},
        {"unmatched": "shop:guess"},
        {"unmatched": "name:create"},
        {"unmatched": "owner:create"},
        {"existing": "guess"},
    ],
)
async def test_choices_that_are_not_offered_start_nothing(make_client: MakeClient, query: dict[str, str]) -> None:
    client = await make_client(*CLERK)
    assert (await client.post(ORDERS, content=b"Name\na\n", params=query)).status_code == 422
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'guanxi.import'") == 0


async def test_the_job_of_somebody_else_is_not_there(make_client: MakeClient) -> None:
    client, other = await make_client(*CLERK), await make_client(*CLERK)
    job = (await client.post(ORDERS, content=b"Name\na\n")).json()["job"]
    assert (await client.get(f"/api/v1/imports/jobs/{job}")).json()["state"] == "waiting"
    assert (await other.get(f"/api/v1/imports/jobs/{job}")).status_code == 404
    for id in ("0", "999", "x", "9" * 30, "-1"):
        assert (await client.get(f"/api/v1/imports/jobs/{id}")).status_code == 404
    assert (await client.post("/api/v1/imports/jobs/1", content=b"x")).status_code == 405


async def test_the_document_has_it_all(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    paths = (await client.get("/api/openapi.json")).json()["paths"]
    post = paths[ORDERS]["post"]
    assert {item["name"] for item in post["parameters"]} == {
        "dry_run",
        "filename",
        "map",
        "find_by",
        "unmatched",
        "existing",
        "Idempotency-Key",
    }
    assert set(paths[ORDERS]) == {"get", "post"} and "/api/v1/imports/jobs/{id}" in paths
    reader = await make_client(P.READ)
    assert ORDERS not in (await reader.get("/api/openapi.json")).json()["paths"]
