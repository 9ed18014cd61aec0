"""Milliseconds of server time that 95 of 100 pages of a million customers take: lists, groups, searches, boards."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import asyncpg
import httpx
from starlette.types import ASGIApp

from benchmarks.harness import Machine, Result, browser_of, company_and_app, cookies_of, user_with
from benchmarks.million import load_million
from guanxi.context import Company
from guanxi.db import fetch
from guanxi.db.connection import Connection
from guanxi.records.cursors import encode_cursor

EACH = 25
SELLERS = 20
TABLE = "crm_core_customer"
_LIST = "/crm_core/customers"
PAGES = {
    "plain list": ("", "?sort=-name", "?sort=code", "?sort=-last_contact_on"),
    "filter and order": (
        "?stage=formal",
        "?stage=intent&archived=0&sort=-name",
        "?level={level}&archived=0",
        "?industry={industry}&stage=formal&sort=-last_contact_on",
        "?owner={owner}&sort=next_contact_on",
        "?next_contact_on=this_week&sort=next_contact_on",
        "?created_at=today",
        "?created_at=last_30_days&stage=intent&sort=-code",
        "?country=DE&kind=person&trading=1",
    ),
    "search": ("?q=春意", "?q=靖江市春意", "?q=机电有限公司&stage=formal", "?q=没有这个客户", "?q=13900012345"),
    "last page": ("?after={last}", "?archived=0&after={last}"),
    "filter, order and groups": (
        "?stage=formal&group=level&sort=-name",
        "?stage=intent&archived=0&group=industry",
        "?owner={owner}&group=stage",
        "?level={level}&archived=0&group=stage",
        "?created_at=last_30_days&group=stage",
        "?next_contact_on=this_week&group=owner",
    ),
    "board": ("/board?archived=0&owner={owner}", "/board?created_at=last_30_days", "/board?stage=formal&by=kind"),
    "pivot": ("/pivot?rows=stage&columns=level&owner={owner}", "/pivot?rows=level&columns=kind&stage=formal"),
    "groups of all": ("?group=stage", "/board"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    sql: str
    args: tuple[Any, ...]


@dataclass(slots=True)
class Times:
    """Milliseconds."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)


async def measure(servers: Machine) -> Result:
    found = await times(servers, PAGES, EACH)
    for name, each in found.items():
        print(
            f"  {name}: {_p95(each.ours):.0f} ms, median {statistics.median(each.ours):.0f}, bare {_p95(each.bare):.0f}"
        )
    every = Times([t for each in found.values() for t in each.ours], [t for each in found.values() for t in each.bare])
    return Result(_p95(every.ours), _p95(every.bare), "ms")


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


async def times(servers: Machine, pages: dict[str, tuple[str, ...]], each: int) -> dict[str, Times]:
    """By kind of page, `each` of them as a manager who sees all customers and as many as one of the salespeople."""
    async with company_and_app(servers) as (company, app):
        sellers = [await user_with(f"seller{number}", "sales") for number in range(SELLERS)]
        cookies = [await cookies_of(user) for user in (await user_with("boss", "manager"), sellers[3])]
        start = time.monotonic()
        await load_million(company.database_url, sellers)
        print(f"  a million customers in {time.monotonic() - start:.0f} s", flush=True)
        values = await _values(sellers[3])
        return await _ask(app, company, cookies, values, pages, each)


async def _values(owner: int) -> dict[str, list[str]]:
    """What the addresses are filled with."""
    terms = await fetch("SELECT kind, id FROM crm_core_term WHERE kind IN ('level', 'industry')")
    last = await fetch(
        f"SELECT name, id FROM {TABLE} WHERE owner_id = $1 ORDER BY name DESC, id DESC OFFSET 20 LIMIT 1", owner
    )
    return {
        "owner": [str(owner)],
        "last": [encode_cursor(row["name"], row["id"]) for row in last],
        **{kind: [str(row["id"]) for row in terms if row["kind"] == kind] for kind in ("level", "industry")},
    }


async def _ask(
    app: ASGIApp,
    company: Company,
    cookies: list[dict[str, str]],
    values: dict[str, list[str]],
    pages: dict[str, tuple[str, ...]],
    each: int,
) -> dict[str, Times]:
    dice = random.Random(100)
    found: dict[str, Times] = {}
    bare = await asyncpg.connect(company.database_url, server_settings={"jit": "off", "timezone": "UTC"})
    try:
        for cookie in cookies:
            async with browser_of(app, cookie) as client:
                for name, paths in pages.items():
                    into = found.setdefault(name, Times())
                    for number in range(each + len(paths)):
                        path = paths[number % len(paths)].format(**{k: dice.choice(v) for k, v in values.items()})
                        taken = await _one(client, bare, _LIST + path)
                        if number >= len(paths):  # the first of each only makes its plan
                            into.ours.append(taken[0])
                            into.bare.append(taken[1])
    finally:
        await bare.close()
    return found


async def _one(client: httpx.AsyncClient, bare: asyncpg.Connection, path: str) -> tuple[float, float]:
    """The page, then what it asked of the table, again and bare."""
    with _watched() as statements:
        start = time.perf_counter()
        response = await client.get(path)
        ours = time.perf_counter() - start
    assert response.status_code == 200, (path, response.status_code)
    start = time.perf_counter()
    for statement in statements:
        if TABLE in statement.sql:
            await bare.fetch(statement.sql, *statement.args)
    return ours * 1000, (time.perf_counter() - start) * 1000


@contextmanager
def _watched() -> Iterator[list[Statement]]:
    """The reading statements sent inside the block."""
    seen: list[Statement] = []
    send = Connection.fetch

    async def watch(self: Connection, query: str, *args: Any, **options: Any) -> list[Any]:
        seen.append(Statement(query, args))
        return await send(self, query, *args, **options)

    with patch.object(Connection, "fetch", watch):
        yield seen
