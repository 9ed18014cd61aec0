"""How rows find the records that they are about, and the records that they name."""

from __future__ import annotations

from typing import Any

import pytest

from guanxi.context import Actor, Company, use_actor, use_company
from guanxi.db import execute, fetch, fetch_value
from guanxi.imports import DryRun, WrongColumns, dry_run, find_target, start_import
from guanxi.imports.plan import choices_for
from tests.kernel.imports.support import CLERK, count, csv_of, members
from tests.kernel.imports.test_dry import reasons
from tests.kernel.imports.test_work import counts, finish

TASKS = "sample/tasks"


async def bring(key: str, *lines: str, **options: Any) -> tuple[int, int, int, int]:
    job = await finish(await start_import(key, "file.csv", csv_of(*lines), **options))
    assert (job["state"], job["error"]) == ("done", "")
    return counts(job["result"])


async def tasks() -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await fetch("SELECT title, number, done FROM sample_task ORDER BY id")]


def names(key: str) -> list[str]:
    return [found.name for found in find_target(key).keys]


async def test_what_records_can_be_found_by(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        assert names("sample/members") == ["code", "external_key"]
        assert names(TASKS) == ["number", "title+kind", "external_key", "none"]
        assert names("sample/scores") == []


async def test_without_a_key_every_row_is_new(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        for number in (1, 2):
            assert await bring(TASKS, "Title", "a", "a") == (2, 0, 0, 0)
            assert await count("sample_task") == 2 * number


async def test_external_keys_find_records_again(company: Company) -> None:
    lines = ("Title,External key,Done", "a,T-1,否", "b,T-2,是")
    with use_company(company), use_actor(CLERK):
        assert await bring(TASKS, *lines) == (2, 0, 0, 0)
        assert await bring(TASKS, *lines) == (0, 0, 2, 0)
        assert await bring(TASKS, "Title,External key", "A,T-1", "b,T-2", "c,T-3", "d,") == (1, 1, 1, 1)
        assert await tasks() == [("A", None, False), ("b", None, True), ("c", None, False)]


async def test_a_key_of_a_record_that_is_gone_makes_a_new_one(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await bring(TASKS, "Title,External key", "a,T-1")
        await execute("DELETE FROM sample_task")
        assert await bring(TASKS, "Title,External key", "a,T-1") == (1, 0, 0, 0)
        assert await bring(TASKS, "Title,External key", "a,T-1") == (0, 0, 1, 0)


async def test_a_key_of_a_record_out_of_sight_changes_nothing(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await bring("sample/members", "code,name,owner_id,External key", "a,A,7,M-1", find_by="external_key")
        await execute("UPDATE sample_member SET owner_id = 8")
        lines = ("code,name,owner_id,External key", "b,stolen,7,M-1")
        assert await bring("sample/members", *lines, find_by="external_key") == (0, 0, 0, 1)
        assert [(row["code"], row["name"]) for row in await members()] == [("a", "A")]


async def test_records_found_otherwise_get_their_external_key_once(company: Company) -> None:
    lines = ("code,name,owner_id,External key", "a,A,7,M-1")
    with use_company(company), use_actor(CLERK):
        await bring("sample/members", "code,name,owner_id", "a,A,7", "b,B,7")
        assert await bring("sample/members", *lines) == (0, 1, 0, 0)
        assert await bring("sample/members", *lines) == (0, 0, 1, 0)
        run = await dry_run("sample/members", "m.csv", csv_of("code,name,External key", "b,B,M-1"))
        assert reasons(run) == [(2, "external_key", "This stands for another record.")]


async def test_a_number_that_the_program_gives_only_finds(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await bring(TASKS, "Title", "a")
        await execute("UPDATE sample_task SET number = 'T1'")
        assert await bring(TASKS, "Title,Number", "b,T1", "c,", "d,T9") == (1, 1, 0, 1)
        assert await tasks() == [("b", "T1", False), ("c", None, False)]


async def test_fields_that_are_unique_together(company: Company) -> None:
    lines = ("Title,Kind,Done", "a,call,0", "a,visit,0")
    with use_company(company), use_actor(CLERK):
        assert await bring(TASKS, *lines, find_by="title+kind") == (2, 0, 0, 0)
        assert await bring(TASKS, "Title,Kind,Done", "a,call,1", "a,visit,0", find_by="title+kind") == (0, 1, 1, 0)


async def test_an_update_leaves_alone_what_has_no_column(company: Company) -> None:
    """Also where the field has a default, which is for new records."""
    with use_company(company), use_actor(CLERK):
        await bring(TASKS, "Title,External key,Owner", "a,T-1,9")
        assert await bring(TASKS, "Title,External key", "b,T-1") == (0, 1, 0, 0)
        assert await fetch_value("SELECT owner_id FROM sample_task") == 9
        await bring(TASKS, "Title,External key", "c,T-2")
        assert await fetch_value("SELECT owner_id FROM sample_task WHERE title = 'c'") == 7


@pytest.mark.parametrize("find_by", ["nothing", "title", "number+title", "none+none"])
async def test_only_keys_that_are_offered(company: Company, find_by: str) -> None:
    with use_company(company), use_actor(CLERK), pytest.raises(WrongColumns):
        await start_import(TASKS, "t.csv", csv_of("Title,Number", "a,1"), find_by=find_by)


async def test_the_column_of_the_key_must_be_there(company: Company) -> None:
    with use_company(company), use_actor(CLERK), pytest.raises(WrongColumns) as caught:
        await start_import(TASKS, "t.csv", csv_of("Title", "a"), find_by="external_key")
    assert list(caught.value.fields) == ["external_key"]


async def regions(*rows: tuple[str, str]) -> None:
    for code, name in rows:
        await execute(
            "INSERT INTO sample_region (code, name, revision, created_at, updated_at) VALUES ($1, $2, 1, now(), now())",
            code,
            name,
        )


async def try_regions(*cells: str, heading: str = "Region", unmatched: str = "reject") -> DryRun:
    lines = [f"t{number},{cell}" for number, cell in enumerate(cells)]
    return await dry_run(TASKS, "t.csv", csv_of(f"Title,{heading}", *lines), unmatched={"region": unmatched})


async def test_related_records_by_number_name_external_key_and_id(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await regions(("E", "East"), ("S", "South"), ("X", "South"))
        await execute(
            "INSERT INTO guanxi_external_key (resource, key, record_id) VALUES ('sample/regions', 'old-1', 1)"
        )
        run = await try_regions("E", " East ", "old-1", "#1", "", "South", "1", "#9", "West")
        assert (run.created, run.skipped) == (5, 4)
        assert reasons(run) == [
            (7, "region", "Several records are called so."),
            (8, "region", "There is no such record."),
            (9, "region", "There is no such record."),
            (10, "region", "There is no such record."),
        ]
        assert (await try_regions("1", "2", heading="region_id")).created == 2


async def test_what_is_not_there_may_stay_empty(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await regions(("S", "South"), ("X", "South"))
        run = await try_regions("West", "South", unmatched="empty")
        assert (run.created, reasons(run)) == (1, [(3, "region", "Several records are called so.")])


async def test_what_is_not_there_may_be_made_where_a_name_is_all_it_needs(company: Company) -> None:
    lines = ("Title,Area", "a,North", "b,North", "c,West", ",Lost")
    options: dict[str, Any] = {"unmatched": {"area": "create"}}
    with use_company(company), use_actor(CLERK):
        target = find_target(TASKS)
        assert choices_for(target, "area") == ("reject", "empty", "create")
        assert choices_for(target, "region") == ("reject", "empty")  # it needs a code too
        assert choices_for(target, "title") == ()
        assert await bring(TASKS, *lines, **options) == (3, 0, 0, 1)
        assert [row["name"] for row in await fetch("SELECT name FROM sample_area ORDER BY id")] == ["North", "West"]
        assert await bring(TASKS, *lines, **options) == (3, 0, 0, 1)
        assert await count("sample_area") == 2


async def test_nothing_is_made_without_the_permission(company: Company) -> None:
    clerk = Actor(kind="user", id=7, permissions=frozenset({"sample.read", "sample.task"}))
    with use_company(company), use_actor(clerk):
        assert choices_for(find_target(TASKS), "area") == ("reject", "empty")
        with pytest.raises(WrongColumns):
            await start_import(TASKS, "t.csv", csv_of("Title,Area", "a,North"), unmatched={"area": "create"})


async def test_cells_as_people_leave_them(company: Company) -> None:
    """Trailing spaces, line breaks, signs of a currency, dates of several styles in one file."""
    with use_company(company), use_actor(CLERK):
        await bring(
            "sample/members",
            "code,name,limit,since,note,owner_id,active",
            '"a ","two\nlines","¥1,234.50",22/11/2026,"x\r\ny","7.0",√',
            'b,"  B ",(5.00),1/12/2026,,７,×',
        )
        found = [(m["code"], m["name"], m["since"].isoformat(), m["note"], m["owner_id"]) for m in await members()]
    assert found == [("a", "two lines", "2026-11-22", "x\ny", 7)]  # b: at least 0
