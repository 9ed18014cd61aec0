"""`server.py import`: a CSV or XLSX file into a company."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guanxi.cli.options import company_option

if TYPE_CHECKING:
    from guanxi.company import Directory
    from guanxi.declare.routes import ImportProblem

_SHOWN = 20
"""Problems that are printed."""


@click.command("import")
@click.argument("what", metavar="ADDON/NAME")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Only say what the import would do.")
@click.option(
    "--existing",
    type=click.Choice(["change", "fill", "leave"]),
    default="change",
    show_default=True,
    help="Records that are there: change them as the file says, fill only their empty fields, or leave them.",
)
@company_option
def command(what: str, file: Path, dry_run: bool, existing: str, company: str) -> None:
    """Import FILE into the records ADDON/NAME, such as crm_core/customers.

    Rows that were imported before change nothing; rows with problems are skipped and the exit code is then 1.
    """
    from guanxi.cli.session import run_in_company

    content = file.read_bytes()

    async def work(directory: Directory) -> dict[str, Any]:
        return await (_try if dry_run else _import)(what, file.name, content, existing)

    result = run_in_company(company, work)
    would = "would be " if dry_run else ""
    counts = [f"{result[name]} {would}{name}" for name in ("created", "updated", "unchanged", "skipped")]
    click.echo(f"{result['rows']} rows: {', '.join(counts)}")
    for line in result.get("changes", ()):
        click.echo(f"  {line}")
    for problem in result["problems"][:_SHOWN]:
        click.echo(f"  row {problem['row']}, {problem['column']}: {problem['reason']}")
    if result["problem_count"] > _SHOWN:
        click.echo(f"  and {result['problem_count'] - _SHOWN} more problems")
    sys.exit(1 if result["skipped"] else 0)


async def _try(what: str, name: str, content: bytes, existing: str) -> dict[str, Any]:
    from guanxi.imports import dry_run
    from guanxi.views.import_changes import changed_fields, changed_values

    found = await dry_run(what, name, content, existing=existing)
    counts = {key: getattr(found, key) for key in ("rows", "created", "updated", "unchanged", "skipped")}
    problems = [_shown(problem) for problem in found.problems]
    changes = [f"{field.label}: changes in {field.records}" for field in changed_fields(found.changes)]
    changes += [
        f"row {value.row}, {value.record}: {value.label}: {value.now or '—'} -> {value.then or '—'}"
        for value in changed_values(found.changes)
    ]
    return {**counts, "problem_count": found.problem_count, "problems": problems, "changes": changes}


async def _import(what: str, name: str, content: bytes, existing: str) -> dict[str, Any]:
    """Starts the job and stays until it is done, by this process or by a worker that was faster."""
    from guanxi.db import fetch_row
    from guanxi.imports import start_import
    from guanxi.imports.problems import unpack
    from guanxi.jobs import run_pending

    id = await start_import(what, name, content, existing=existing)
    while True:
        await run_pending(1)
        row = await fetch_row("SELECT state, error, result FROM guanxi_job WHERE id = $1", id)
        if row is None or row["state"] in ("dead", "discarded"):
            raise click.ClickException(f"job {id} failed: {row['error'].strip() if row else 'it is gone'}")
        if row["state"] == "done":
            break
        await asyncio.sleep(0.2)
    result: dict[str, Any] = row["result"]
    problems = [unpack(problem) for problem in result["problems"]]
    return {**result, "problems": [_shown(problem) for problem in problems]}


def _shown(problem: ImportProblem) -> dict[str, Any]:
    return {"row": problem.row, "column": problem.column, "reason": str(problem.reason)}
