"""What an import does with records that are there: change them, fill what is empty, or leave them."""

from __future__ import annotations

from typing import Any

import pytest

from guanxi.context import Company, use_actor, use_company
from guanxi.db import execute, fetch_value
from guanxi.imports import DryRun, WrongColumns, dry_run, start_import
from guanxi.jobs import run_pending
from guanxi.views.import_changes import changed_fields, changed_values
from tests.kernel.imports.support import CLERK, count, csv_of, members

HEAD = "code,name,note,credit limit,currency,region,owner_id"
FIRST = csv_of(HEAD, "a,Anna,,5,CNY,,7", "b,Bert,old,0,JPY,E,7")
SECOND = csv_of(HEAD, "a,Anne,new,7,CNY,S,7", "b,Bert,newer,9,JPY,S,7", "c,Carl,x,1,CNY,E,7")


@pytest.fixture
async def known(company: Company) -> Company:
    """Two members and two regions."""
    with use_company(company), use_actor(CLERK):
        await execute(
            "INSERT INTO sample_region (code, name, revision, created_at, updated_at)"
            " VALUES ('E', 'East', 1, now(), now()), ('S', 'South', 1, now(), now())"
        )
        await _import(FIRST)
    return company


async def _import(content: bytes, **chosen: Any) -> None:
    await start_import("sample/members", "m.csv", content, **chosen)
    await run_pending(10)


def _shown(run: DryRun) -> list[tuple[int, str, str, str, str]]:
    return [(each.row, each.record, each.label, each.now, each.then) for each in changed_values(run.changes)]


async def _values() -> list[tuple[Any, ...]]:
    return [(row["code"], row["name"], row["note"], row["limit"], row["region_id"]) for row in await members()]


@pytest.mark.parametrize(
    ("existing", "changed", "after"),
    [
        ("change", 2, [("a", "Anne", "new", 700, 2), ("b", "Bert", "newer", 9, 2), ("c", "Carl", "x", 100, 1)]),
        ("fill", 1, [("a", "Anna", "new", 500, 2), ("b", "Bert", "old", 0, 1), ("c", "Carl", "x", 100, 1)]),
        ("leave", 0, [("a", "Anna", "", 500, None), ("b", "Bert", "old", 0, 1), ("c", "Carl", "x", 100, 1)]),
    ],
)
async def test_the_dry_run_counts_what_the_job_then_does(
    known: Company, existing: str, changed: int, after: list[tuple[Any, ...]]
) -> None:
    with use_company(known), use_actor(CLERK):
        run = await dry_run("sample/members", "m.csv", SECOND, existing=existing)
        await _import(SECOND, existing=existing)
        result = await fetch_value("SELECT result FROM guanxi_job ORDER BY id DESC LIMIT 1")
        again = await dry_run("sample/members", "m.csv", SECOND, existing=existing)
        assert await _values() == after
    assert (run.created, run.updated, run.unchanged, run.skipped) == (1, changed, 2 - changed, 0)
    assert (result["created"], result["updated"], result["unchanged"]) == (1, changed, 2 - changed)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 3)


async def test_the_fields_that_change_are_counted_and_the_first_of_them_shown(known: Company) -> None:
    with use_company(known), use_actor(CLERK):
        run = await dry_run("sample/members", "m.csv", SECOND)
        fields = {each.label: each.records for each in changed_fields(run.changes)}
        shown = _shown(run)
        assert await count("sample_member") == 2
    assert fields == {"Name": 1, "Note": 2, "Credit limit": 2, "Region": 2}
    assert shown == [
        (2, "Anna", "Name", "Anna", "Anne"),
        (2, "Anna", "Region", "", "South"),
        (2, "Anna", "Credit limit", "CN¥5.00", "CN¥7.00"),
        (2, "Anna", "Note", "", "new"),
        (3, "Bert", "Region", "East", "South"),
        (3, "Bert", "Credit limit", "¥0", "¥9"),
        (3, "Bert", "Note", "old", "newer"),
    ]


async def test_ten_values_are_shown_of_as_many_records_as_it_takes(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await _import(csv_of("code,name,owner_id", *(f"m{n},A,7" for n in range(15))))
        run = await dry_run("sample/members", "m.csv", csv_of("code,name", *(f"m{n},B" for n in range(15))))
        assert [each.records for each in changed_fields(run.changes)] == [15]
        assert [row for row, *_rest in _shown(run)] == list(range(2, 12))


async def test_a_related_record_is_not_made_for_what_stays(known: Company) -> None:
    content = csv_of("title,kind,area,external key", "x,By phone,Nord,T1")
    other = csv_of("title,kind,area,external key", "x,By phone,Süd,T1")
    with use_company(known), use_actor(CLERK):
        for file, existing in ((content, "change"), (other, "fill"), (other, "leave")):
            await start_import("sample/tasks", "t.csv", file, unmatched={"area": "create"}, existing=existing)
            await run_pending(10)
        assert await count("sample_area") == 1
        run = await dry_run("sample/tasks", "t.csv", other, unmatched={"area": "create"})
        assert _shown(run) == [(2, "x", "Area", "Nord", "Süd")]
        assert await count("sample_area") == 1


async def test_amounts_are_not_filled_in_where_they_are_in_another_currency(known: Company) -> None:
    """The file's currency does not reach the record, so its amount must not, either."""
    with use_company(known), use_actor(CLERK):
        await execute("UPDATE sample_member SET \"limit\" = 3 WHERE code = 'b'")
        run = await dry_run(
            "sample/members", "m.csv", csv_of("code,name,credit limit,currency", "b,Bert,9,CNY"), existing="fill"
        )
        changed = await dry_run("sample/members", "m.csv", csv_of("code,name,credit limit,currency", "b,Bert,9,CNY"))
        assert changed_fields(run.changes) == []
        assert _shown(changed) == [
            (2, "Bert", "Currency", "JPY", "CNY"),
            (2, "Bert", "Credit limit", "¥3", "CN¥9.00"),
        ]


async def test_what_is_not_offered_is_refused(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        for key, existing in (("sample/members", "guess"), ("sample/scores", "fill"), ("sample/scores", "leave")):
            with pytest.raises(WrongColumns):
                await dry_run(key, "m.csv", csv_of("member,code,name,points", "a,a,A,1"), existing=existing)
