"""CPU ms of one page of 80 out of 100,000 customers, through the API as a salesperson who owns half of them."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch
from urllib.parse import quote, urlencode

import asyncpg
import httpx

from benchmarks.customers import load_customers
from benchmarks.harness import HOST, Machine, Result, cookies_of, medians, one_company, postmaster, user_with
from benchmarks.processes import Server, bare_web, cpu_seconds, guanxi_web, serve
from guanxi import records, where
from guanxi.auth.grants import permissions_of_user
from guanxi.context import Actor, Company, use_actor
from guanxi.db import Record, fetch
from guanxi.records import ListQuery, parse_list_query, reading
from guanxi.records.cursors import encode_cursor

CUSTOMERS = 100_000
REQUESTS = 250
ROUNDS = 7
PAGE = 80
_FILTERS: tuple[dict[str, str], ...] = ({}, {}, {}, {"stage": "formal"}, {"archived": "false"}, {"country": "CN"})


@dataclass(frozen=True, slots=True)
class Statement:
    sql: str
    args: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """The same pages for both servers."""

    ours: list[str]
    bare: list[str]
    statements: list[str]


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        seller = await user_with("seller", "sales")
        await load_customers(CUSTOMERS, [seller, await user_with("other", "sales")])
        boss = await user_with("boss", "manager")
        for login, user in (("own", seller), ("all", boss)):
            print(f"  no page of {login} customers reads the table:", await _check_plans(company, await _actor(user)))
        load = await _load(company, await _actor(seller))
        orders = {"url": company.database_url, "statements": load.statements}
        backends = await postmaster(servers.postgres_url)
        with (
            serve(guanxi_web(), servers.orders, servers.folder) as ours,
            serve(bare_web(), orders, servers.folder) as bare,
        ):
            async with _client(ours, await cookies_of(seller)) as client, _client(bare, {}) as plain:
                await _compare(client, plain, load)
                value, floor = await medians(
                    ROUNDS,
                    lambda: _cpu_milliseconds(client, load.ours, ours, backends),
                    lambda: _cpu_milliseconds(plain, load.bare, bare, backends),
                )
    print(f"  {value:.2f} ms of CPU a page, bare {floor:.2f} ms (server and database)")
    return Result(value, floor, "CPU ms/request")


def _client(server: Server, cookies: dict[str, str]) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=server.url, cookies=cookies, headers={"Host": HOST}, timeout=30)


async def _actor(user_id: int) -> Actor:
    return Actor(kind="user", id=user_id, name="x", permissions=await permissions_of_user(user_id))


@contextmanager
def _watched() -> Iterator[list[Statement]]:
    """The statements that lists send inside the block."""
    seen: list[Statement] = []

    async def watch(sql: str, *args: Any) -> list[Record]:
        seen.append(Statement(sql, args))
        return await fetch(sql, *args)

    with patch.object(reading, "fetch", watch):
        yield seen


async def _statement(company: Company, query: ListQuery) -> Statement:
    with _watched() as seen:
        await records.page(company.catalog.resources["crm_core/customers"], query)
    [statement] = seen
    return statement


async def _load(company: Company, actor: Actor) -> Load:
    """Pages that begin anywhere, each seventh at the top."""
    dice = random.Random(80)
    owned = await fetch("SELECT name, id FROM crm_core_customer WHERE owner_id = $1", actor.id)
    load = Load([], [], [])
    for number in range(REQUESTS):
        params = {"sort": "name", "limit": str(PAGE), **dice.choice(_FILTERS)}
        if number % 7:
            row = dice.choice(owned)
            params["after"] = encode_cursor(row["name"], row["id"])
        with use_actor(actor):
            resource = company.catalog.resources["crm_core/customers"]
            found = await _statement(company, parse_list_query(resource, params.items()))
        if found.sql not in load.statements:
            load.statements.append(found.sql)
        asked = json.dumps([load.statements.index(found.sql), *found.args], ensure_ascii=False)
        load.ours.append(f"/api/v1/crm_core/customers?{urlencode(params)}")
        load.bare.append(f"/rows?q={quote(asked)}")
    return load


async def _compare(client: httpx.AsyncClient, plain: httpx.AsyncClient, load: Load) -> None:
    """Both give the same rows; afterwards both have their plans and pages at hand."""
    for ours, bare in zip(load.ours, load.bare, strict=True):
        rows = [response.json()["data"] for response in (await client.get(ours), await plain.get(bare))]
        assert rows[0] and [row["id"] for row in rows[0]] == [row["id"] for row in rows[1]], ours


async def _cpu_milliseconds(client: httpx.AsyncClient, paths: list[str], server: Server, backends: int) -> float:
    """CPU time of one request: of the server and of all that PostgreSQL does meanwhile."""
    before = cpu_seconds(server.pid, backends)
    for path in paths:
        response = await client.get(path)
        assert response.status_code == 200, response.text
    return (cpu_seconds(server.pid, backends) - before) * 1000 / len(paths)


async def _check_plans(company: Company, actor: Actor) -> str:
    """Raises AssertionError where a page would scan the table, planned for its values or for any."""
    pages = 0
    with use_actor(actor):
        async for query in _first_middle_last():
            found = await _statement(company, query)
            for name, scans in (await _scans(company, found)).items():
                assert scans and "Seq Scan" not in scans, (query, name, scans)
            pages += 1
    return f"{pages} plans"


async def _first_middle_last() -> AsyncIterator[ListQuery]:
    rows = await fetch("SELECT name, id FROM crm_core_customer ORDER BY name, id")
    marks = ["", *(encode_cursor(row["name"], row["id"]) for row in (rows[len(rows) // 2], rows[-PAGE]))]
    for condition in (where.ALWAYS, where.eq("stage", "formal")):
        for sort in ("name", "-name"):
            for mark in marks:
                yield ListQuery(condition, sort=sort, limit=PAGE, after=mark)


async def _scans(company: Company, statement: Statement) -> dict[str, set[str]]:
    """How plans of the statement read customers: the plan for these values, and the one for any."""
    connection = await asyncpg.connect(company.database_url, server_settings={"plan_cache_mode": "force_generic_plan"})
    try:
        custom = await connection.fetchval(f"EXPLAIN (FORMAT JSON) {statement.sql}", *statement.args)
        await connection.execute(f"PREPARE page AS {statement.sql}")
        values = ", ".join("NULL" for _arg in statement.args)
        generic = await connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE page ({values})")
    finally:
        await connection.close()
    assert "$1" in generic or len(statement.args) == 1  # a limit shows up in no plan
    found: dict[str, set[str]] = {"custom": set(), "generic": set()}
    for plan, scans in zip((custom, generic), found.values(), strict=True):
        _collect(json.loads(plan)[0]["Plan"], scans)
    return found


def _collect(node: dict[str, Any], found: set[str]) -> None:
    if node.get("Relation Name") == "crm_core_customer":
        found.add(node["Node Type"])
    for child in node.get("Plans", ()):
        _collect(child, found)
