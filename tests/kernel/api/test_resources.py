from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sample_shop.permissions import ShopPermission as P

from guanxi.auth import KernelPermission, create_api_key, create_user
from guanxi.db import fetch_value
from guanxi.jobs import run_pending
from guanxi.mail.passwords import mail_password_link
from tests.kernel.api.conftest import CLERK, MakeClient

ORDERS = "/api/v1/sample_shop/orders"
PROBLEM = "application/problem+json"


async def digest() -> Any:
    """All that the company's database holds, except when keys were last used."""
    return await fetch_value(
        "SELECT md5(string_agg(t, '' ORDER BY t)) FROM (SELECT o::text AS t FROM sample_shop_order o"
        " UNION ALL SELECT l::text FROM sample_shop_order_line l UNION ALL SELECT s::text FROM sample_shop_shop s"
        " UNION ALL SELECT a::text FROM guanxi_audit a UNION ALL SELECT k::text FROM guanxi_idempotency_key k) AS x"
    )


async def test_the_life_of_a_record(make_client: MakeClient) -> None:
    client = await make_client(*CLERK, P.CLOSE)
    made = await client.post(
        ORDERS, json={"name": "订单", "weight": "1.250", "lines": [{"text": "a", "price": 5, "quantity": "2.50"}]}
    )
    assert made.status_code == 201, made.text
    order = made.json()
    assert made.headers["location"] == f"{ORDERS}/{order['id']}" and made.headers["etag"] == '"1"'
    assert (order["name"], order["weight"], order["total"], order["stage"]) == ("订单", "1.250", 5, "draft")
    assert order["lines"][0]["quantity"] == "2.50"
    assert "margin" not in order and "pin" not in order
    changed = await client.patch(f"{ORDERS}/{order['id']}", json={"due_on": "2026-01-31"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["due_on"], changed.json()["revision"]) == (200, "2026-01-31", 2)
    stale = await client.patch(f"{ORDERS}/{order['id']}", json={"name": "x"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["code"], stale.json()["current"]["revision"]) == (409, "stale", 2)
    assert stale.headers["content-type"] == PROBLEM
    listed = await client.get(ORDERS, params={"due_on": "2026-01-31", "q": "订"})
    assert [row["id"] for row in listed.json()["data"]] == [order["id"]]
    unseen = await client.post(f"{ORDERS}/{order['id']}/actions/close", json={"why": "x"}, headers={"If-Match": '"1"'})
    assert (unseen.status_code, unseen.json()["code"], unseen.json()["current"]["revision"]) == (409, "stale", 2)
    closed = await client.post(f"{ORDERS}/{order['id']}/actions/close", json={"why": "over"})
    assert (closed.status_code, closed.json()) == (200, {"message": "Closed.", "data": {"total": 5}})
    assert (await client.delete(f"{ORDERS}/{order['id']}")).status_code == 409


async def test_each_wrong_door_has_its_status_and_changes_nothing(make_client: MakeClient) -> None:
    owner, other = await make_client(*CLERK, P.CLOSE), await make_client(*CLERK, P.CLOSE)
    reader, nobody = await make_client(P.READ), await make_client()
    id = (await owner.post(ORDERS, json={"name": "mine"})).json()["id"]
    before = await digest()
    for method, path, body in (
        ("GET", f"{ORDERS}/{id}", None),
        ("PATCH", f"{ORDERS}/{id}", {"name": "x"}),
        ("DELETE", f"{ORDERS}/{id}", None),
        ("POST", f"{ORDERS}/{id}/actions/close", {"why": "x"}),
        ("GET", f"{ORDERS}/999999", None),
        ("GET", f"{ORDERS}/{'9' * 40}", None),
        ("GET", f"{ORDERS}/abc", None),
        ("GET", "/api/v1/sample_shop/nothing", None),
        ("GET", "/api/v1/nobody/orders", None),
        ("POST", f"{ORDERS}/{id}/actions/nothing", {}),
    ):
        answer = await other.request(method, path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), (method, path)
        assert (await nobody.request(method, path, json=body)).status_code in (401, 403, 404)
    assert (await nobody.get(ORDERS)).status_code == 401
    assert (await reader.post(ORDERS, json={"name": "x"})).status_code == 403
    assert (await owner.put(ORDERS, json={})).status_code == 405
    assert await digest() == before


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b'{"name": NaN}',
        b"[" * 100_000,
        b'{"name": "\xff"}',
        b'{"name": 1e999}',
        b'{"name": "\\u0000"}',
        b'{"name": "\\ud800"}',
        b'{"shop": ' + b"9" * 5000 + b"}",
    ],
)
async def test_malformed_bodies(make_client: MakeClient, body: bytes) -> None:
    client = await make_client(*CLERK)
    before = await digest()
    answer = await client.post(ORDERS, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422), answer.text
    assert answer.headers["content-type"] == PROBLEM
    assert await digest() == before


@pytest.mark.parametrize(
    "query",
    [
        *("sort=pin", "sort=-margin", "margin=3", "pin=1", "nothing=1", "limit=0", "limit=201", "limit=x", "after=x"),
        *("after=W10", "due_on=x", "name.like=x", "q=%00", "name=%00", "total=1.5", "stage=none", "shop=x", "id=-1"),
        *("created_at.ge=9999999", "columns=pin", "id=" + "9" * 30, "total.contains=3", "name=x" + "&name=y" * 60),
    ],
)
async def test_list_queries_that_cannot_be(make_client: MakeClient, query: str) -> None:
    client = await make_client(*CLERK)
    answer = await client.get(f"{ORDERS}?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input"), answer.text


async def test_the_same_key_has_its_effect_once(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    body, headers = {"name": "once"}, {"Idempotency-Key": "k-1"}
    answers = await asyncio.gather(*(client.post(ORDERS, json=body, headers=headers) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await fetch_value("SELECT count(*) FROM sample_shop_order") == 1
    other = await client.post(ORDERS, json={"name": "other"}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")
    second = await make_client(*CLERK)
    assert (await second.post(ORDERS, json={"name": "theirs"}, headers=headers)).status_code == 201


async def test_a_key_belongs_to_its_whole_address(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    path, headers = "/api/v1/imports/sample_shop/shops", {"Idempotency-Key": "k-3"}
    tried = await client.post(f"{path}?dry_run=true", content=b"Name,Code\nA,1\n", headers=headers)
    assert (tried.status_code, tried.json()["created"]) == (200, 1)
    assert (await client.post(path, content=b"Name,Code\nA,1\n", headers=headers)).json()["code"] == (
        "idempotency_key_reused"
    )
    large = b"Name,Code\n" + b"".join(b"%s,%d\n" % (b"x" * 50, n) for n in range(25_000))
    assert (await client.post(path, content=large)).status_code == 202


async def test_sorting_by_what_one_may_not_read(make_client: MakeClient) -> None:
    reader = await make_client(P.READ)
    assert (await reader.get("/api/v1/guanxi/users?sort=login")).status_code == 422
    assert (await reader.get("/api/v1/guanxi/users")).status_code == 200


async def test_slow_bodies_hold_no_connection(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    told = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield b'{"name":'
        await told.wait()
        yield b'"slow"}'

    headers = {"Content-Type": "application/json"}
    calls = [asyncio.create_task(client.post(ORDERS, content=slow(), headers=headers)) for _ in range(15)]
    await asyncio.sleep(0.2)
    async with asyncio.timeout(5):
        assert (await client.get(ORDERS)).status_code == 200
    told.set()
    assert {answer.status_code for answer in await asyncio.gather(*calls)} == {201}


async def test_a_repeated_call_does_not_get_a_secret_again(make_client: MakeClient) -> None:
    client = await make_client(KernelPermission.API_KEYS_MANAGE, KernelPermission.USERS_MANAGE)
    owner = await fetch_value("SELECT user_id FROM guanxi_api_key")
    calls: tuple[tuple[str, dict[str, Any]], ...] = (
        ("api_keys/actions/issue", {"name": "new", "user": owner}),
        (f"users/{owner}/actions/invite", {}),
    )
    for number, (path, body) in enumerate(calls):
        path, headers = f"/api/v1/guanxi/{path}", {"Idempotency-Key": f"secret-{number}"}
        first = await client.post(path, json=body, headers=headers)
        assert first.status_code == 200, first.text
        data = first.json()["data"]
        again = await client.post(path, json=body, headers=headers)
        assert (again.status_code, again.json()["data"]) == (200, {})
        assert "shown once" in again.json()["message"]
        kept = await fetch_value("SELECT body FROM guanxi_idempotency_key WHERE key = $1", f"secret-{number}")
        assert (data.get("key") or data["link"]).encode() not in kept
    assert await fetch_value("SELECT count(*) FROM guanxi_api_key") == 2


async def test_only_administrators_read_a_link_in_the_mailbox(make_client: MakeClient) -> None:
    await create_user("root", "Root", email="root@example.com", administrator=True)
    await mail_password_link("root", ip="192.0.2.1")
    await run_pending(10)
    token = re.findall(r"/password/(\S+)", await fetch_value("SELECT secret_text FROM guanxi_mail"))[0]
    reader = await make_client(KernelPermission.MAIL_READ)
    path, id = "/api/v1/guanxi/mails", await fetch_value("SELECT id FROM guanxi_mail")
    seen = await reader.get(f"{path}/{id}")
    assert "•••" in seen.json()["text"] and "secret_text" not in seen.json() and token not in seen.text
    for query in ("", f"?q={token}", "?columns=text,subject", "?q=root"):
        listed = await reader.get(path + query)
        assert (listed.status_code, token in listed.text) == (200, False)
        assert (listed.json()["data"] == []) == (token in query)
    for query in ("columns=secret_text", f"secret_text.contains={token}", "sort=secret_text"):
        assert (await reader.get(f"{path}?{query}")).status_code == 422
    for permissions in ((KernelPermission.AUDIT_READ,), (KernelPermission.JOBS_MANAGE,)):
        other = await make_client(*permissions)
        assert token not in (await other.get("/api/v1/guanxi/audit?limit=200")).text
        assert token not in (await other.get("/api/v1/guanxi/jobs?limit=200")).text
    owner = await create_user("chief", "Chief", administrator=True)
    key = (await create_api_key(owner, "all")).key
    full = await reader.get(f"{path}/{id}", headers={"Authorization": f"Bearer {key}"})
    assert token in full.json()["secret_text"]
    narrow = (await create_api_key(owner, "narrow", [KernelPermission.MAIL_READ])).key
    assert token not in (await reader.get(f"{path}/{id}", headers={"Authorization": f"Bearer {narrow}"})).text


async def test_a_failed_call_leaves_its_key_free(make_client: MakeClient) -> None:
    client = await make_client(*CLERK)
    headers = {"Idempotency-Key": "k-2"}
    assert (await client.post(ORDERS, json={"name": ""}, headers=headers)).status_code == 422
    assert (await client.post(ORDERS, json={"name": "right"}, headers=headers)).status_code == 201


async def test_declared_endpoints_are_typed(make_client: MakeClient) -> None:
    client, reader = await make_client(*CLERK), await make_client(P.READ)
    path = "/api/v1/sample_shop/echo/hi"
    assert (await client.post(path, json={"times": 2, "text": "!"})).json() == {"times": 2, "text": "hi!hi!"}
    wrong = await client.post(path, json={"times": 9})
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["times"])
    assert (await reader.post(path, json={"times": 1})).status_code == 403
    assert (await client.get(path)).status_code == 405


async def test_an_endpoint_may_lie_below_a_resource(make_client: MakeClient) -> None:
    client, reader = await make_client(*CLERK), await make_client(P.READ)
    path = f"{ORDERS}/7/echo"
    assert (await client.post(path, json={"times": 2})).json() == {"times": 2, "text": "77"}
    assert (await reader.post(path, json={"times": 2})).status_code == 403
    assert (await client.get(path)).status_code == 405
    assert (await client.post(f"{ORDERS}/7/nothing", json={})).status_code == 404


async def test_the_document_describes_what_the_caller_may(make_client: MakeClient) -> None:
    client, reader, nobody = await make_client(*CLERK), await make_client(P.READ), await make_client()
    full = (await client.get("/api/openapi.json")).json()
    assert full["openapi"] == "3.1.0"
    assert set(full["paths"][ORDERS]) == {"get", "post"}
    assert f"{ORDERS}/{{id}}/actions/close" not in full["paths"]
    new = full["components"]["schemas"]["sample_shop.orders.new"]
    assert new["required"] == ["name"] and "rush" not in new["properties"] and "total" not in new["properties"]
    assert set((await reader.get("/api/openapi.json")).json()["paths"][ORDERS]) == {"get"}
    assert (await nobody.get("/api/openapi.json")).status_code == 401
