"""Milliseconds that 95 of 100 checks for doubles stay below while a name is typed, over a million names."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import asyncpg
import httpx

from benchmarks.customers import COLUMNS
from benchmarks.harness import HOST, Machine, Result, browser_of, company_and_app, user_with
from benchmarks.million import without_indexes
from benchmarks.names import Name, Names
from crm_core.choices import CustomerKind
from crm_core.company_names import name_key
from crm_core.name_words import compared_columns
from crm_core.rules import name_parts
from guanxi import clock
from guanxi.auth.sessions import open_session

COUNT = 1_000_000
CLERKS = 20
EACH = 60
"""checks of each clerk, as many as a fast typist causes in half a minute"""
_EXACT = "SELECT id, code, name FROM crm_core_customer WHERE name_key = $1"


@dataclass(frozen=True, slots=True)
class Typed:
    """What one keystroke sends."""

    how: str
    name: str
    phone: str = ""


async def measure(servers: Machine) -> Result:
    async with company_and_app(servers) as (company, app):
        clerks = [await user_with(f"clerk{number}", "sales") for number in range(CLERKS)]
        start = time.monotonic()
        await load_named(company.database_url, clerks, COUNT)
        print(f"  a million customers in {time.monotonic() - start:.0f} s", flush=True)
        bare = await asyncpg.connect(company.database_url, server_settings={"jit": "off", "timezone": "UTC"})
        ours: dict[str, list[float]] = {}
        floor: list[float] = []
        try:
            for number, clerk in enumerate(clerks):
                session = await open_session(clerk)
                async with browser_of(app, {"guanxi_session": session.cookie}) as client:
                    for typed in _typing(number):
                        taken = await _check(client, session.csrf, typed)
                        ours.setdefault(typed.how, []).append(taken)
                        started = time.perf_counter()
                        await bare.fetch(_EXACT, name_key(typed.name))
                        floor.append((time.perf_counter() - started) * 1000)
        finally:
            await bare.close()
    for how, taken_ms in ours.items():
        print(
            f"  {how}: {_p95(taken_ms):.1f} ms, median {statistics.median(taken_ms):.1f}, longest {max(taken_ms):.1f}"
        )
    return Result(_p95([taken for each in ours.values() for taken in each]), _p95(floor), "ms")


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _typing(clerk: int) -> list[Typed]:
    """Names letter by letter, whole, misspelled, those of thousands of companies, with and without a number."""
    dice = random.Random(clerk)
    there, new = Names(0), Names(clerk + 1)
    known = [each.text for each in islice(there, 400) if each.kind == CustomerKind.ORGANIZATION]
    fresh = [each.text for each in islice(new, 200) if each.kind == CustomerKind.ORGANIZATION]
    made: list[Typed] = []
    for name in dice.sample(fresh, 2):
        made += [Typed("letter by letter", name[:length]) for length in range(1, min(len(name), 15) + 1)]
    made += [Typed("there already", name) for name in dice.sample(known, 6)]
    made += [Typed("new", name, f"139{dice.randrange(10**8):08}") for name in dice.sample(fresh, 6)]
    made += [Typed("misspelled", _misspelled(name, dice)) for name in dice.sample(known, 6)]
    cities = ("上海", "苏州市", "靖江市", "北京", "")
    popular = [
        f"{dice.choice(cities)}{trade}{business}"
        for trade in ("华达", "春意")
        for business in ("", "贸易有限公司", "科技")
    ]
    made += [Typed("trade name of thousands", name) for name in popular]
    made += [
        Typed("foreign", name)
        for name in ("Northwind Traders", "International Star Systems Ltd", "General", "Ocean River Fods Inc")
    ]
    made += [Typed("pieces", name) for name in ("华", "公司", "有限公司", "上海")]
    return made[:EACH]


def _misspelled(name: str, dice: random.Random) -> str:
    place = dice.randrange(len(name) - 1)
    return dice.choice(
        (
            name[:place] + name[place + 1 :],
            name[:place] + name[place + 1] + name[place] + name[place + 2 :],
            name + "司",
        )
    )


async def _check(client: httpx.AsyncClient, csrf: str, typed: Typed) -> float:
    data = {
        "_csrf": csrf,
        "name": typed.name,
        "phone": "",
        "mobile": typed.phone,
        "country": "CN",
        "kind": "organization",
    }
    started = time.perf_counter()
    response = await client.post("/crm_core/customers/check", data=data, headers={"Origin": f"http://{HOST}"})
    taken = (time.perf_counter() - started) * 1000
    assert response.status_code == 200, response.text[:400]
    return taken


async def load_named(url: str, owners: list[int], count: int) -> None:
    """So many customers with names as a grown company has them."""
    connection = await asyncpg.connect(url, server_settings={"maintenance_work_mem": "512MB"})
    try:
        async with without_indexes(connection):
            rows = _rows(islice(Names(0), count), owners)
            while batch := list(islice(rows, 50_000)):
                await connection.copy_records_to_table(
                    "crm_core_customer", records=batch, columns=list(COLUMNS), timeout=600
                )
        await connection.execute("VACUUM (ANALYZE) crm_core_customer")
    finally:
        await connection.close()


def _rows(names: Iterable[Name], owners: list[int]) -> Any:
    now = clock.now()
    for number, name in enumerate(names):
        compared, parts = compared_columns(name.text, name.kind), name_parts(name.text, name.kind)
        values = {
            **{
                "code": f"C2026-{number:07}",
                "kind": name.kind,
                "name": name.text,
                "stage": "potential",
                "country": "CN",
            },
            **{"phone": f"0512-{60000000 + number}", "mobile": f"139{number:08}", "email": f"c{number}@example.com"},
            **{"postcode": "214500", "owner_id": owners[number % len(owners)], "trading": False, "locale": "zh_CN"},
            **{"archived": False, "revision": 1, "created_at": now, "updated_at": now, **compared, **parts},
        }
        yield tuple(values.get(column, _EMPTY.get(column, "")) for column in COLUMNS)


_EMPTY: dict[str, Any] = dict.fromkeys(("level_id", "industry_id", "next_contact_on", "last_contact_on"))
