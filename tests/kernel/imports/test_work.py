from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
import pytest

from guanxi.auth.models import ApiKey, Role, UserRole
from guanxi.context import Company, use_actor, use_company
from guanxi.db import execute, fetch_row
from guanxi.errors import InvalidInput
from guanxi.imports import read_table, start_import
from guanxi.imports.problems import unpack
from guanxi.jobs import run_pending
from guanxi.records.blobs import read_blob
from tests.kernel.imports import support
from tests.kernel.imports.support import CLERK, count, csv_of, members


async def finish(id: int) -> dict[str, Any]:
    """Runs the job and returns its row; the result under `result`."""
    await run_pending(10)
    row = await fetch_row("SELECT * FROM guanxi_job WHERE id = $1", id)
    assert row is not None
    data = dict(row)
    for name in ("result", "cursor"):
        data[name] = orjson.loads(data[name]) if isinstance(data[name], str) else data[name]
    return data


async def run_import(key: str, content: bytes, **options: Any) -> dict[str, Any]:
    job = await finish(await start_import(key, "file.csv", content, **options))
    assert (job["state"], job["error"]) == ("done", "")
    result: dict[str, Any] = job["result"]
    return result


def counts(result: dict[str, Any]) -> tuple[int, int, int, int]:
    return result["created"], result["updated"], result["unchanged"], result["skipped"]


async def test_records_are_created_then_unchanged_then_updated(company: Company) -> None:
    content = csv_of("code,name,limit,owner_id,note", "a,A,10.50,7,x", "b,B,,7,y")
    with use_company(company), use_actor(CLERK):
        assert counts(await run_import("sample/members", content)) == (2, 0, 0, 0)
        assert counts(await run_import("sample/members", content)) == (0, 0, 2, 0)
        second = csv_of("code,name,limit,note", "a,A,11,", "b,B2,,z")
        assert counts(await run_import("sample/members", second)) == (0, 2, 0, 0)
        found = [(row["code"], row["name"], row["limit"], row["note"], row["revision"]) for row in await members()]
    assert found == [("a", "A", 1100, "x", 2), ("b", "B2", 0, "z", 2)]


async def test_rows_are_written_with_the_rights_of_who_started_it(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await run_import("sample/members", csv_of("code,name,owner_id", "a,A,7"))
        await execute("UPDATE sample_member SET owner_id = 8")
        result = await run_import("sample/members", csv_of("code,name,owner_id", "a,stolen,7"))
        assert counts(result) == (0, 0, 0, 1)
        assert [row["name"] for row in await members()] == ["A"]
        entry = await fetch_row("SELECT actor_id, actor_name, reason FROM guanxi_audit")
    assert entry is not None and tuple(entry) == (7, "Li Wei", "import")


async def test_rights_that_were_taken_away_in_the_meantime_count(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        id = await start_import("sample/scores", "s.csv", csv_of("member,points", "a,1"))
        await execute("UPDATE guanxi_user SET administrator = false")
        job = await finish(id)
        assert job["state"] == "waiting"
        assert "Forbidden" in job["error"]
        assert await count("score") == 0


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE guanxi_user SET active = false",
        "UPDATE guanxi_api_key SET active = false",
        "UPDATE guanxi_api_key SET expires_at = now() - interval '1 minute'",
        "DELETE FROM guanxi_api_key",
    ],
)
async def test_an_author_who_is_locked_out_writes_nothing_more(company: Company, change: str) -> None:
    """Neither a queued import nor the batches left of one under way."""
    write = support.SCORES.write
    lines = ["member,points", *(f"m{number},20" for number in range(35))]

    async def locks_out_in_the_first_batch(rows: list[Any]) -> Any:
        result = await write(rows)
        await execute(change)
        return result

    with use_company(company):
        key = await ApiKey.create(name="k", prefix="p", hash="h", user_id=7)
        with use_actor(replace(CLERK, kind="api_key", api_key_id=key.id)):
            running = await start_import("sample/scores", "s.csv", csv_of(*lines))
            queued = await start_import("sample/scores", "s.csv", csv_of("member,points", "late,1"))
        object.__setattr__(support.SCORES, "write", locks_out_in_the_first_batch)
        try:
            stopped = [await finish(running), await finish(queued)]
        finally:
            object.__setattr__(support.SCORES, "write", write)
        assert [job["state"] for job in stopped] == ["waiting", "waiting"]
        assert all("Forbidden" in job["error"] for job in stopped)
        assert await count("score") == 10


async def test_a_role_that_shrinks_meanwhile_counts_in_the_next_batch(company: Company) -> None:
    write = support.SCORES.write

    async def shrinks(rows: list[Any]) -> Any:
        result = await write(rows)
        await execute("UPDATE guanxi_role SET permissions = '[\"sample.read\"]'")
        return result

    with use_company(company), use_actor(CLERK):
        await execute("UPDATE guanxi_user SET administrator = false")
        role = await Role.create(name="clerk", permissions=["sample.read", "sample.write"])
        await UserRole.create(user_id=7, role_id=role.id)
        lines = ["member,points", *(f"m{number},20" for number in range(15))]
        id = await start_import("sample/scores", "s.csv", csv_of(*lines))
        object.__setattr__(support.SCORES, "write", shrinks)
        try:
            job = await finish(id)
        finally:
            object.__setattr__(support.SCORES, "write", write)
        assert (job["state"], job["done_steps"]) == ("waiting", 10)
        assert await count("score") == 10


async def test_skipped_rows_can_be_downloaded_and_imported_once_mended(company: Company) -> None:
    content = csv_of("member,points,remark", "a,1,", "bad,2,=cmd()", "c,x,+1", "d,4,")
    with use_company(company), use_actor(CLERK):
        result = await run_import("sample/scores", content)
        rejected = await read_blob(result["rejected"])
    assert counts(result) == (2, 0, 0, 2)
    assert rejected.decode("utf-8-sig") == (
        "member,points,remark,Problem\r\n"
        "bad,2,'=cmd(),The database refused this row.\r\n"
        "c,x,+1,Points: Enter a whole number.\r\n"
    )
    assert read_table(rejected).rows[0][1][2] == "=cmd()"
    assert [(p.row, p.column, str(p.reason)) for p in map(unpack, result["problems"])] == [
        (4, "points", "Enter a whole number."),
        (3, "", "The database refused this row."),
    ]
    assert result["problem_count"] == 2


async def test_an_import_goes_on_where_it_was_stopped(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["member,points", *(f"m{i},{'x' if i == 3 else i + 20}" for i in range(35))]
    calls: list[int] = []
    write = support.SCORES.write

    async def dies_in_the_third_batch(rows: list[Any]) -> Any:
        result = await write(rows)
        calls.append(rows[0].number)
        if len(calls) == 3:
            raise ConnectionResetError("gone")
        return result

    object.__setattr__(support.SCORES, "write", dies_in_the_third_batch)
    try:
        with use_company(company), use_actor(CLERK):
            id = await start_import("sample/scores", "s.csv", csv_of(*lines))
            stopped = await finish(id)
            assert (stopped["state"], stopped["done_steps"], stopped["total_steps"]) == ("waiting", 20, 35)
            assert await count("score") == 19
            await execute("UPDATE guanxi_job SET run_at = now() - interval '1 minute'")
            done = await finish(id)
            assert await count("score") == 34
    finally:
        object.__setattr__(support.SCORES, "write", write)
    assert calls == [2, 12, 22, 22, 32]
    assert (done["state"], done["done_steps"]) == ("done", 35)
    assert counts(done["result"]) == (34, 0, 0, 1)


async def test_a_key_starts_one_import(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        content = csv_of("member,points", "a,1")
        first = await start_import("sample/scores", "s.csv", content, key="import:1")
        assert await start_import("sample/scores", "s.csv", content, key="import:1") == first


@pytest.mark.parametrize("content", [b"member,points\n", b"member\na\n", b""])
async def test_what_cannot_be_imported_enqueues_nothing(company: Company, content: bytes) -> None:
    with use_company(company), use_actor(CLERK):
        with pytest.raises(InvalidInput):
            await start_import("sample/scores", "s.csv", content)
        assert await count("guanxi_job") == 0


async def test_amounts_of_a_record_in_another_currency_need_the_column(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await run_import("sample/members", csv_of("code,name,currency,limit,owner_id", "a,A,JPY,100,7"))
        result = await run_import("sample/members", csv_of("code,name,limit", "a,A,200"))
        assert counts(result) == (0, 0, 0, 1)
        assert str(unpack(result["problems"][0]).reason) == (
            "The record is in JPY: the file needs a column with the currency."
        )
        assert [row["limit"] for row in await members()] == [100]


async def test_the_old_reasons_go_when_mended_rows_are_skipped_again(company: Company) -> None:
    content = csv_of("member,points,Problem", "a,1,x", "c,x,Points: Enter a whole number.")
    with use_company(company), use_actor(CLERK):
        rejected = await read_blob((await run_import("sample/scores", content))["rejected"])
    assert rejected.decode("utf-8-sig") == "member,points,Problem\r\nc,x,Points: Enter a whole number.\r\n"


async def test_problems_hold_what_the_cell_says(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        result = await run_import("sample/scores", csv_of("member,points", f"a,{'x' * 100}", "b, 1x "))
    assert [problem["value"] for problem in result["problems"]] == ["x" * 80 + "…", "1x"]
