from __future__ import annotations

from datetime import date

from guanxi.context import Company, use_actor, use_company
from guanxi.db import execute
from guanxi.imports import DryRun, dry_run
from tests.kernel.imports.support import CLERK, count, csv_of, members, xlsx_of


def reasons(run: DryRun) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, str(problem.reason)) for problem in run.problems]


def counts(run: DryRun) -> tuple[int, int, int, int]:
    return run.created, run.updated, run.unchanged, run.skipped


async def test_a_dry_run_counts_everything_and_leaves_nothing(company: Company) -> None:
    content = csv_of("member,points", "a,1", "b,2", "a,1", "bad,3", "c,13", "d,x", ",5", "e,5,6")
    with use_company(company), use_actor(CLERK):
        run = await dry_run("sample/scores", "scores.csv", content)
        assert await count("score") == 0
    assert counts(run) == (2, 0, 1, 5)
    assert sorted(reasons(run)) == [
        (5, "", "The database refused this row."),
        (6, "points", "13 is bad luck."),
        (7, "points", "Enter a whole number."),
        (8, "member", "This field is required."),
        (9, "", "The row has more cells than there are headings."),
    ]
    assert (run.problem_count, run.tried, run.rows) == (5, 8, 8)


async def test_one_bad_row_among_many_is_found_by_halving(company: Company) -> None:
    lines = ["member,points", *(f"{'bad' if i == 6 else f'm{i}'},1" for i in range(40))]
    with use_company(company), use_actor(CLERK):
        run = await dry_run("sample/scores", "scores.csv", csv_of(*lines))
    assert counts(run) == (39, 0, 0, 1)
    assert [problem.row for problem in run.problems] == [8]


async def test_only_a_thousand_problems_are_kept_and_all_counted(company: Company) -> None:
    lines = ["member,points", *(f"m{i},x" for i in range(1500))]
    with use_company(company), use_actor(CLERK):
        run = await dry_run("sample/scores", "scores.csv", csv_of(*lines))
    assert (len(run.problems), run.problem_count, run.skipped) == (1000, 1500, 1500)


async def test_values_of_every_kind_reach_the_records(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        await execute(
            "INSERT INTO sample_region (code, name, revision, created_at, updated_at)"
            " VALUES ('E', '华东', 1, now(), now()), ('S', '华南', 1, now(), now()),"
            " ('X', '华南', 1, now(), now())"
        )
        head = [
            "Code",
            "Name",
            "Stage",
            "Region",
            "Currency",
            "Credit limit",
            "Active",
            "Member since",
            "Owner",
        ]
        content = xlsx_of(
            head,
            ["a", "A", "prospect", "华东", "CNY", 1234.5, "是", date(2026, 1, 31), 7],
            ["b", "B", "WON", "E", "jpy", "1,200", "no", "2026/2/1", 7],
            ["c", "C", "Won over", None, None, None, None, None, 7],
            ["d", "D", "lost", "华南", "JPY", "1.5", "maybe", "soon", 7],
            ["e", "E", None, "nowhere", "XXXX", -1, None, None, 7],
        )
        run = await dry_run("sample/members", "members.xlsx", content)
    assert counts(run) == (3, 0, 0, 2)
    assert sorted(reasons(run)) == [
        (5, "active", "Choose yes or no."),
        (5, "limit", "JPY has 0 decimals."),
        (5, "region", "Several records are called so."),
        (5, "since", "Enter a date such as 2026-01-31."),
        (5, "stage", "This is none of the choices."),
        (6, "currency", "Enter a currency code such as CNY."),
        (6, "limit", "Enter a number from 0 to 1000000000000000."),
        (6, "region", "There is no such record."),
    ]


async def test_a_dry_run_of_records_writes_none(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        run = await dry_run("sample/members", "m.csv", csv_of("code,name,owner_id", "a,A,7", "a,B,7", "a,B,7"))
        assert await members() == []
        assert await count("guanxi_audit") == 0
    assert counts(run) == (1, 0, 0, 2)
    assert reasons(run) == [(3, "code", "Row 2 has the same here."), (4, "code", "Row 2 has the same here.")]
