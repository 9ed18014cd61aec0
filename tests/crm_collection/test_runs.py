"""The nightly run: killed, repeated and by several at once, nothing is sent twice and nobody is left out."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from crm_collection import dunning, jobs
from crm_collection.choices import NoticeState
from crm_collection.demo import make_demo
from crm_collection.dunning_models import Notice
from crm_collection.handover import HANDOVER
from crm_collection.letters import build_letter, keep_letter
from crm_collection.planning import plan
from guanxi import execute, fetch, fetch_value, files_of, get, today, transaction
from tests.crm_collection.support import DUE, act, debtor, levels, owing, run
from tests.crm_contracts.support import draft
from tests.crm_receivables.support import user

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
DAY = DUE + timedelta(days=10)


async def counted(table: str) -> int:
    return int(await fetch_value(f"SELECT count(*) FROM {table}"))


async def test_eight_runs_at_once_send_each_once() -> None:
    items = [(await owing(await debtor(f"C{n}"), 1_000 + n))[0] for n in range(12)]
    found = await asyncio.gather(*(run(DAY) for _n in range(8)))
    assert sum(map(len, found)) == 12
    assert [await levels(item) for item in items] == [[2]] * 12
    assert await counted("guanxi_mail") == await counted("crm_collection_notice") == 12


async def test_a_run_that_dies_has_sent_nothing_of_its_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(4):
        await owing(await debtor(f"C{n}"), 1_000)
    monkeypatch.setattr(dunning, "BATCH", 2)
    last, sent, _failed = await dunning.dun_batch(DAY, 0, 2)
    assert len(sent) == 2 and last is not None

    async def die(*args: Any) -> None:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(dunning, "_follow", die)
        with pytest.raises(ConnectionError):
            await dunning.dun_batch(DAY, last, 2)
    assert await counted("guanxi_mail") == await counted("crm_collection_notice") == 2
    assert len(await run(DAY)) == 2  # from the beginning, as a job does that lost its progress
    assert await counted("guanxi_mail") == await counted("crm_collection_step") == 4
    assert await run(DAY) == []


async def test_runs_whose_connections_are_cut_lose_and_double_nothing() -> None:
    for n in range(30):
        await owing(await debtor(f"C{n}"), 1_000)
    cut = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND query ~ 'crm_collection_(notice|step)|guanxi_mail'"
    )

    async def unsteady() -> None:
        after: int | None = 0
        while after is not None:
            try:
                after, _sent, _failed = await dunning.dun_batch(DAY, after, 5)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                after = 0

    running = [asyncio.create_task(unsteady()) for _n in range(3)]
    for _n in range(6):
        await asyncio.sleep(0.03)
        await execute(cut)
    await asyncio.gather(*running)
    assert await counted("crm_collection_step") == await counted("crm_collection_notice") == 30
    assert await counted("guanxi_mail") == 30


async def test_demo_data_comes_once() -> None:
    for n in range(8):
        await owing(await debtor(f"C{n}"), 100_000, due_on=today() - timedelta(days=15 * n), posted_on=DUE)
    for _n in range(2):
        await draft()
    await make_demo()
    tables = ("notice", "step", "promise", "dispute", "block", "credit_limit", "credit_release", "terms")
    before = [await counted(f"crm_collection_{table}") for table in tables]
    assert min(before) >= 2, dict(zip(tables, before, strict=True))
    await make_demo()
    assert [await counted(f"crm_collection_{table}") for table in tables] == before


async def test_the_database_refuses_a_level_twice_and_any_change() -> None:
    customer = await debtor()
    await owing(customer, 1_000)
    planned = await plan(DAY, [customer])
    async with transaction():
        await dunning.send(planned, DAY)
    with pytest.raises(asyncpg.UniqueViolationError):
        async with transaction():
            await dunning.send(planned, DAY)
    assert await counted("guanxi_mail") == 1
    for statement in ("UPDATE crm_collection_step SET outstanding = 1", "DELETE FROM crm_collection_step"):
        with pytest.raises(asyncpg.PostgresError):
            await execute(statement)


async def test_letters_are_kept_and_calls_become_to_dos() -> None:
    owner = await user("owner", "crm_collection.read", "crm_core.customers.read", "crm_receivables.read")
    customer = await debtor(owner_id=owner.id)
    (item,) = await owing(customer, 10_000)
    for days in (10, 46, 56, 70):
        await run(DUE + timedelta(days=days))
    rows = await fetch("SELECT id, channel, state FROM crm_collection_notice ORDER BY id")
    assert [tuple(row)[1:] for row in rows] == [
        ("mail", "sent"),
        ("mail", "sent"),
        ("letter", "open"),
        ("task", "open"),
    ]
    letter = await get(Notice, rows[2]["id"])
    job = await build_letter(letter, "en")
    assert job.data["total"] == "CN¥102.80" and job.data["items"][0]["outstanding"] == "CN¥100.00"
    payloads = [
        row["payload"]
        for row in await fetch("SELECT payload FROM guanxi_job WHERE name = $1", "crm_collection.keep_letter")
    ]
    assert payloads == [{"notice": letter.id}]
    for _n in range(2):
        async with transaction():
            await keep_letter(_Run({"notice": letter.id}))  # type: ignore[arg-type]
    assert [file.name for file in await files_of("crm_collection/notices", letter.id)] == [f"{letter.number}.pdf"]
    taker = await user("taker")
    assert owner.id is not None and taker.id is not None
    assert await HANDOVER.count([customer], owner.id) == 2
    async with transaction():
        await HANDOVER.move([customer], owner.id, taker.id)
    assert await HANDOVER.count([customer], owner.id) == 0
    assert (await get(Notice, rows[0]["id"])).assignee_id == owner.id, "what was sent stays as it was"
    await act(Notice, rows[3]["id"], "done", result="handed to the lawyer")
    assert (await get(Notice, rows[3]["id"])).state == NoticeState.DONE
    assert await levels(item) == [2, 3, 4, 5]


class _Run:
    def __init__(self, payload: dict[str, Any]) -> None:
        self.payload = payload


async def test_the_job_goes_through_all_customers(monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        await owing(await debtor(f"C{n}", email="" if n == 1 else "a@example.com"), 1_000)
    result: dict[str, Any] = {}

    class Steps:
        cursor: Any = None
        done = 0

        def step(self) -> Any:
            return self

        async def __aenter__(self) -> Any:
            return self

        async def __aexit__(self, *error: object) -> None:
            return None

        def set_result(self, found: dict[str, Any]) -> None:
            result.update(found)

    await jobs.dun(Steps())  # type: ignore[arg-type]
    assert result == {"notices": 2, "unreachable": 1}
